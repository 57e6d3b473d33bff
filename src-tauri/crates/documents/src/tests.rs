//! Every document, tested on its display list and on its file.

mod binding;
mod code;
mod extreme;
mod file;
mod form;
mod golden;
mod grant;
mod meeting;
mod money;
mod oracle;
mod page;
mod printing;
mod property;
mod review;
mod scripts;
mod wording;

use crate::example::{self, grant as grant_papers, invented, meeting as meeting_sheets, money as money_sheets, panel};
use crate::{
    DocumentError, Size, Wording,
    display::DisplayList,
    document,
    layout::{self, Draft},
    paper,
    view::{AgreementView, ApplicationView, CostLine},
};

const SIZES: [Size; 2] = [Size::Standard, Size::Large];

fn laid_out(draft: Result<Draft, DocumentError>) -> DisplayList {
    let draft = draft.unwrap();
    layout::lay_out(&draft).unwrap()
}

fn agreement(view: &AgreementView, size: Size) -> DisplayList {
    let wording = Wording::bundled().unwrap();
    let words = wording.script(document::agreement::NAME).unwrap();
    laid_out(document::agreement::draft(view, words, size))
}

fn application(view: &ApplicationView, size: Size) -> DisplayList {
    let wording = Wording::bundled().unwrap();
    let words = wording.script(document::application::NAME).unwrap();
    laid_out(document::application::draft(view, words, size))
}

/// Every paper of the invented partnership, with its name.
fn all(size: Size) -> Vec<(&'static str, DisplayList)> {
    let wording = Wording::bundled().unwrap();
    example::papers().iter().map(|(name, paper)| (*name, paper::lay_out(paper, &wording, size).unwrap())).collect()
}

/// A name of 120 letters that no line can hold.
fn long_name() -> String {
    "Bikemenders".repeat(11).chars().take(120).collect()
}

/// An answer of 4,000 words in one paragraph.
fn long_answer() -> String {
    "People of all ages learn to mend a bike together. ".repeat(400)
}

fn sixty_costs() -> Vec<CostLine> {
    (1..=60)
        .map(|number| CostLine {
            what: format!("Thing number {number} with a long name that needs more than one line of the table"),
            amount: format!("£{number},000.00"),
        })
        .collect()
}

fn extreme_agreement() -> AgreementView {
    AgreementView {
        group: long_name(),
        partnership: long_name(),
        letterhead: long_name(),
        lto: long_name(),
        reference: long_name(),
        project: long_answer(),
        benefits: String::new(),
        difference: String::new(),
        money_kept: long_name(),
        priorities: Vec::new(),
        costs: sixty_costs(),
        signatures: invented::agreement()
            .signatures
            .into_iter()
            .map(|mut signature| {
                signature.party = long_name();
                if let Some(signed) = &mut signature.signed {
                    signed.name = long_name();
                }
                signature
            })
            .collect(),
        ..invented::agreement()
    }
}

fn extreme_application() -> ApplicationView {
    let mut view = invented::application();
    view.group = long_name();
    view.embargo = Some(long_name());
    for fact in &mut view.cover {
        fact.value = long_name();
    }
    for answer in &mut view.answers {
        answer.answer = long_answer();
        answer.ticks.clear();
    }
    view.answers[2].costs = sixty_costs();
    view.answers[5].answer = String::new();
    view
}
