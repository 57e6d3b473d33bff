//! Every document, tested on its display list and on its file.

mod code;
mod file;
mod form;
mod meeting;
mod money;
mod page;
mod printing;
mod review;
mod wording;

use crate::example::{invented, meeting as meeting_sheets, money as money_sheets, panel};
use crate::{
    DocumentError, Size, Wording,
    display::DisplayList,
    document,
    layout::{self, Draft},
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

/// Every document of the invented partnership, with its name.
fn all(size: Size) -> Vec<(&'static str, DisplayList)> {
    let wording = Wording::bundled().unwrap();
    let script = |name| wording.script(name).unwrap();
    let letter = |outcome| {
        let words = script(document::decision_letter::NAME);
        let view = invented::letter(outcome);
        laid_out(document::decision_letter::draft(&view, words, size))
    };
    let form = script(document::blank_form::NAME);
    let feedback = script(document::feedback_form::NAME);
    let recovery = script(document::recovery_page::NAME);
    vec![
        ("agreement", agreement(&invented::agreement(), size)),
        ("application", application(&invented::application(), size)),
        ("blank form", laid_out(document::blank_form::draft(&invented::blank_form(), form, size))),
        ("feedback form", laid_out(document::feedback_form::draft(&invented::feedback(), feedback, size))),
        ("recovery page", laid_out(document::recovery_page::draft(&invented::recovery(), recovery))),
        ("offer", letter(invented::offer())),
        ("part offer", letter(invented::part_offer())),
        ("deferred", letter(invented::deferred())),
        ("declined", letter(invented::declined())),
        ("booklet", review::booklet(&panel::booklet(), size)),
        ("reply sheet", review::reply_sheet(&panel::reply_sheet(), size)),
        ("scored reply sheet", review::reply_sheet(&panel::scored_reply_sheet(), size)),
        ("panel report", review::report(&panel::report(), size)),
        ("minutes", meeting::minutes(&meeting_sheets::minutes(), size)),
        ("published minutes", meeting::minutes(&meeting_sheets::published_minutes(), size)),
        ("agenda", meeting::agenda(&meeting_sheets::agenda(), size)),
        ("published agenda", meeting::agenda(&meeting_sheets::published_agenda(), size)),
        ("notice", meeting::notice(&meeting_sheets::notice(), size)),
        ("notice that it is called off", meeting::notice(&meeting_sheets::called_off(), size)),
        ("decision sheet", meeting::decision_sheet(&meeting_sheets::decision_sheet(), size)),
        ("spendometer", money::spendometer(&money_sheets::spendometer(9), size)),
        ("spend report", money::spend_report(&money_sheets::spend_report(), size)),
        ("payment list", money::payment_list(&money_sheets::payment_list(false), size)),
        ("payment list that waits", money::payment_list(&money_sheets::payment_list(true), size)),
        ("remittance advice", money::advice(&money_sheets::remittance_advice(), size)),
    ]
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
