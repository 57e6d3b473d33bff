//! Every kind of paper with views nobody should make, and somebody will: answers of 4,000 words and of none, names of 120
//! letters without a space, sixty cost lines. What must hold for every page must hold for theirs.

use super::{
    SIZES, all, example, extreme_agreement, extreme_application, grant, invented, long_answer, long_name, meeting, money_sheets,
    property::assert_pages, review, sixty_costs,
};
use crate::{
    Paper, Size, Wording,
    display::DisplayList,
    paper,
    view::{
        DecisionLetterView, FeedbackFormView, LetterView, NamedGrantView, OfferView, Outcome, PaymentLineView, PaymentListView,
        RecoveryPageView, RemittanceAdviceView, SenderView,
    },
};
use std::{collections::BTreeSet, sync::LazyLock};

type Named = Vec<(&'static str, DisplayList)>;

/// Views of every paper. They are long, so they are laid out once for all tests.
pub(super) fn every(size: Size) -> Vec<&'static (&'static str, DisplayList)> {
    static STANDARD: LazyLock<Named> = LazyLock::new(|| made(Size::Standard));
    static LARGE: LazyLock<Named> = LazyLock::new(|| made(Size::Large));
    let here = match size {
        Size::Standard => &STANDARD,
        Size::Large => &LARGE,
    };
    here.iter().chain(review::extremes(size)).chain(meeting::extremes(size)).chain(grant::extremes(size)).collect()
}

fn sender() -> SenderView {
    SenderView { name: long_name(), lines: vec![long_name(); 6], phone: long_name(), email: long_name() }
}

/// The papers that have no extremes of their own elsewhere.
fn papers() -> Vec<(&'static str, Paper)> {
    let mut form = invented::blank_form();
    form.letterhead = long_name();
    form.contact = vec![long_name(); 4];
    form.kinds = vec![long_name(); 20];
    form.questions[1].ages = vec![long_name(); 30];
    for question in &mut form.questions {
        (question.hint, question.lines) = (long_answer().chars().take(900).collect(), 60);
    }
    let feedback = FeedbackFormView {
        group: long_name(),
        purpose: long_answer(),
        difference: String::new(),
        costs: sixty_costs(),
        contact: vec![long_name()],
        ..invented::feedback()
    };
    let letter = |outcome| DecisionLetterView {
        sender: sender(),
        recipient: vec![long_name(); 5],
        group: long_name(),
        project: long_name(),
        signed_by: long_name(),
        ..invented::letter(outcome)
    };
    let offer = OfferView { conditions: vec![long_answer(), long_name()], return_by: None, ..OfferView::default() };
    let part = Outcome::PartOffer { asked: "£1.00".into(), reasons: vec![long_answer(); 2], offer };
    let empty = LetterView::default();
    let mut wall = money_sheets::spendometer(0);
    wall.sender = sender();
    wall.groups[0].lines = vec![wall.groups[0].lines[0].clone(); 40];
    wall.groups[0].lines[3].name = long_name();
    wall.grants = vec![NamedGrantView { group: long_name(), purpose: long_answer(), amount: "£1.00".into() }; 3];
    let mut report = money_sheets::spend_report();
    report.groups = vec![(long_name(), vec![report.groups[0].1[0].clone(); 40])];
    report.moved = vec![long_answer(), long_name(), String::new()];
    let payment = PaymentLineView { payee: long_name(), reference: long_name(), ..money_sheets::payment_list(false).payments[0].clone() };
    let list = PaymentListView { lto: long_name(), payments: vec![payment; 60], ..money_sheets::payment_list(true) };
    let mut advice = money_sheets::remittance_advice();
    advice.payments[0].payee = long_name();
    advice.payments[1].facts[1].value = long_answer();
    vec![
        ("long agreement", Paper::Agreement(extreme_agreement())),
        ("long application", Paper::Application(extreme_application())),
        ("long form", Paper::BlankForm(form.clone())),
        ("long form on a computer", Paper::FillableForm(form)),
        ("long feedback form", Paper::FeedbackForm(feedback)),
        ("long offer", Paper::DecisionLetter(letter(part))),
        ("long refusal", Paper::DecisionLetter(letter(Outcome::Declined { reasons: vec![long_answer(), String::new()] }))),
        (
            "refusal of nothing",
            Paper::DecisionLetter(DecisionLetterView { group: empty.group, ..letter(Outcome::Declined { reasons: vec![] }) }),
        ),
        ("long spendometer", Paper::Spendometer(wall)),
        ("long spend report", Paper::SpendReport(report)),
        ("long payment list", Paper::PaymentList(list)),
        ("long advice", Paper::RemittanceAdvice(RemittanceAdviceView { lto: long_name(), ..advice })),
        ("recovery page of a long name", Paper::RecoveryPage(RecoveryPageView { register: long_name(), ..invented::recovery() })),
    ]
}

fn made(size: Size) -> Named {
    let wording = Wording::bundled().unwrap();
    papers().into_iter().map(|(name, paper)| (name, paper::lay_out(&paper, &wording, size).unwrap())).collect()
}

#[test]
fn no_page_of_any_paper_is_broken_whatever_people_wrote() {
    for size in SIZES {
        for (name, list) in all(size).iter().chain(every(size)) {
            assert_pages(name, list);
        }
    }
}

#[test]
fn every_kind_of_paper_has_its_extremes() {
    let elsewhere = [
        "agenda",
        "booklet",
        "change_letter",
        "closing_letter",
        "decision_sheet",
        "grant_file",
        "meeting_notice",
        "member_agreement",
        "minutes",
        "panel_report",
        "receipt_sheet",
        "reminder",
        "reply_sheet",
        "story_consent",
    ];
    let tried: BTreeSet<&str> = papers().iter().map(|(_, paper)| paper.name()).chain(elsewhere).collect();
    let known: BTreeSet<&str> = example::papers().iter().map(|(_, paper)| paper.name()).collect();
    assert_eq!(tried, known);
}
