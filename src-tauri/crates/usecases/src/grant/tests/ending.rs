//! The end of a grant: extensions, feedback, receipts, money sent back, the close and the cancellation.

use super::fixture::{Place, day, on, pounds};
use crate::grant::{self, StoryKind, TypedFeedback};
use crate::{Error, FieldFault, home};
use domain::application::AgeGroup;
use domain::date::{DateProblem, TypedDate};
use domain::feedback::{FeedbackError, ReceiptError};
use domain::grant::{CancelError, CloseError, ExtensionError, GrantState, SendBackError};
use domain::owed::Duty;
use domain::payment::{PaymentError, Undoing};

#[test]
fn an_extension_moves_the_day_feedback_is_due_true_to_the_calendar() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    assert_eq!(place.facts(&group).feedback_due(), day("2022-12-30"));
    let late = |place: &Place| home::home(&place.open).counts.feedback_late;
    assert_eq!(late(&place), 1);
    grant::extend(&mut place.open, group.grant, &on("2023-01-31"), "The beds came late").unwrap();
    assert_eq!(place.facts(&group).feedback_due(), day("2023-02-28"));
    assert_eq!(late(&place), 0);
    let head = place.head();
    let again = grant::extend(&mut place.open, group.grant, &on("2023-01-31"), "Again");
    assert!(matches!(again, Err(Error::Extension(ExtensionError::NotLater { ends_on })) if ends_on == day("2023-01-31")));
    let no_reason = grant::extend(&mut place.open, group.grant, &on("2023-02-28"), " ");
    assert!(matches!(no_reason, Err(Error::Extension(ExtensionError::NoReason))));
    assert_eq!(place.head(), head);
}

#[test]
fn feedback_is_kept_as_it_is_typed_and_is_done_when_it_is_recorded() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    let saved = grant::save_feedback_typing(&mut place.open, group.grant, r#"{"howMuch":"Six"}"#).unwrap();
    assert!(saved.touched.is_empty());
    assert_eq!(place.case(&group).grant.as_ref().unwrap().feedback_typing.as_deref(), Some(r#"{"howMuch":"Six"}"#));

    let mut typed = TypedFeedback {
        how_much: "Six beds".into(),
        by_age: vec![(AgeGroup::Under5, "many".into()), (AgeGroup::From65, "12".into())],
        total: "1,2x".into(),
        ..TypedFeedback::default()
    };
    let head = place.head();
    let Err(Error::Fields(fields)) = grant::record_feedback(&mut place.open, group.grant, &typed) else { panic!("three are wrong") };
    let expected =
        [("receivedOn", FieldFault::Date(DateProblem::Missing)), ("byAge.0", FieldFault::NotANumber), ("total", FieldFault::NotANumber)];
    assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
    assert_eq!(place.head(), head);

    typed = TypedFeedback {
        received_on: on("2022-12-10"),
        by_age: vec![(AgeGroup::Under5, String::new()), (AgeGroup::From65, "12".into())],
        total: "14".into(),
        ..typed
    };
    grant::record_feedback(&mut place.open, group.grant, &typed).unwrap();
    let kept = place.case(&group).grant.as_ref().unwrap();
    assert_eq!(kept.feedback_typing, None);
    assert_eq!(kept.feedback.as_ref().unwrap().1.by_age, [(AgeGroup::From65, 12)]);
    let again = grant::typed_again(place.case(&group)).unwrap();
    assert_eq!(again, TypedFeedback { by_age: vec![(AgeGroup::From65, "12".into())], ..typed });
}

#[test]
fn feedback_before_any_payment_is_refused() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let head = place.head();
    assert!(matches!(place.feedback(&group, "2022-12-01"), Err(Error::Feedback(FeedbackError::NothingPaid))));
    assert_eq!(place.head(), head);
}

#[test]
fn receipts_and_money_sent_back_account_for_what_was_paid_and_then_the_grant_closes() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    let owed = CloseError::NoFeedback { due_on: day("2022-12-30") };
    assert!(matches!(place.close(&group, ""), Err(Error::Close(error)) if error == owed));
    place.feedback(&group, "2022-12-10").unwrap();
    place.receipt(&group, "350", "340", "2022-09-03").unwrap();
    assert_eq!(place.facts(&group).state(day("2023-01-17")), GrantState::MoneyToReturn);
    assert!(matches!(place.close(&group, " "), Err(Error::Close(CloseError::MoneyToReturn { unaccounted })) if unaccounted == pounds(60)));
    let too_much = place.sent_back(&group, "60.01");
    assert!(matches!(too_much, Err(Error::SendBack(SendBackError::TooMuch { unaccounted })) if unaccounted == pounds(60)));
    place.sent_back(&group, "60").unwrap();
    assert_eq!(place.facts(&group).state(day("2023-01-17")), GrantState::FeedbackReceived);
    place.close(&group, "").unwrap();
    assert_eq!(place.facts(&group).state(day("2023-01-17")), GrantState::Closed);
    assert_eq!(place.open.line("1.4").free(), pounds(2500 - 340));

    let head = place.head();
    assert!(matches!(place.pay(&group, "1", "2023-01-17"), Err(Error::Payment(PaymentError::NotOpen))));
    assert!(matches!(place.receipt(&group, "1", "1", "2022-09-03"), Err(Error::Receipt(ReceiptError::NotOpen))));
    assert!(matches!(place.close(&group, ""), Err(Error::Close(CloseError::NotOpen))));
    assert!(grant::save_feedback_typing(&mut place.open, group.grant, "{}").is_err());
    assert_eq!(place.head(), head);
}

#[test]
fn a_receipt_outside_the_grant_is_refused_and_a_voided_one_no_longer_counts() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    let head = place.head();
    let after = place.receipt(&group, "50", "50", "2022-12-01");
    assert!(matches!(after, Err(Error::Receipt(ReceiptError::AfterEnd { ends_on })) if ends_on == day("2022-11-30")));
    let more = place.receipt(&group, "50", "50.01", "2022-09-03");
    assert!(matches!(more, Err(Error::Receipt(ReceiptError::AcceptedTooMuch { amount })) if amount == pounds(50)));
    assert_eq!(place.head(), head);
    let receipt = place.receipt(&group, "50", "50", "2022-09-03").unwrap();
    assert_eq!(place.facts(&group).unaccounted(), pounds(350));
    let Err(Error::Fields(fields)) = grant::void_receipt(&mut place.open, receipt, " ") else { panic!("no reason was given") };
    assert_eq!(fields, [("reason".to_owned(), FieldFault::Missing)]);
    grant::void_receipt(&mut place.open, receipt, "Typed twice").unwrap();
    assert_eq!(place.facts(&group).unaccounted(), pounds(400));
    assert!(matches!(grant::void_receipt(&mut place.open, receipt, "Again"), Err(Error::NotFound)));
}

#[test]
fn a_receipt_voided_after_money_came_back_leaves_money_unaccounted_for_while_the_grant_is_open() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    place.feedback(&group, "2022-12-10").unwrap();
    let receipt = place.receipt(&group, "340", "340", "2022-09-03").unwrap();
    place.sent_back(&group, "60").unwrap();
    grant::void_receipt(&mut place.open, receipt, "It was for another group").unwrap();
    assert_eq!(place.facts(&group).unaccounted(), pounds(340));
    assert!(place.case(&group).owed(day("2023-01-17")).iter().any(|owed| owed.duty == Duty::GetMoneyBack(pounds(340))));
    place.close(&group, "The partnership let it go").unwrap();
}

#[test]
fn a_grant_is_cancelled_before_anything_was_paid_and_its_money_is_free_again() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let payment = place.pay(&group, "400", "2022-08-12").unwrap();
    let head = place.head();
    let paid = grant::cancel(&mut place.open, group.grant, "The group folded");
    assert!(matches!(paid, Err(Error::Cancel(CancelError::Paid { paid })) if paid == pounds(400)));
    assert_eq!(place.head(), head);
    place.undo(payment, Undoing::Returned, "2022-08-20").unwrap();
    grant::cancel(&mut place.open, group.grant, "The group folded").unwrap();
    assert_eq!(place.open.line("1.4").free(), pounds(2500));
    assert!(place.case(&group).owed(day("2023-01-17")).is_empty());
}

#[test]
fn a_close_lies_between_the_feedback_and_today() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    place.pay(&group, "400", "2022-08-12").unwrap();
    place.feedback(&group, "2022-12-10").unwrap();
    let mut close = |when: &TypedDate| grant::close(&mut place.open, group.grant, when, "The till was lost");
    assert!(matches!(close(&on("2022-12-09")), Err(Error::Close(CloseError::BeforeFeedback { .. }))));
    assert!(matches!(close(&on("2023-01-18")), Err(Error::Close(CloseError::InFuture))));
    close(&on("2023-01-17")).unwrap();
}

#[test]
fn the_story_has_every_fact_with_who_and_when_newest_first() {
    let mut place = Place::new();
    let group = place.ready("Merrybank Growers", 400, &[]);
    let payment = place.pay(&group, "400", "2022-08-12").unwrap();
    place.undo(payment, Undoing::Returned, "2022-08-15").unwrap();
    place.pay(&group, "400", "2022-08-20").unwrap();
    let story = grant::story(&place.open, place.case(&group));
    assert!(story.is_sorted_by(|a, b| a.on >= b.on));
    let kinds: Vec<StoryKind> = story.iter().map(|line| line.kind).filter(|kind| !matches!(kind, StoryKind::Started)).collect();
    let expected = [
        StoryKind::AccountChecked,
        StoryKind::AccountRecorded,
        StoryKind::FeedbackDue,
        StoryKind::FundingEnded,
        StoryKind::Paid,
        StoryKind::PaymentReturned,
        StoryKind::Paid,
        StoryKind::Signed,
        StoryKind::Signed,
        StoryKind::ConditionMet,
        StoryKind::Told,
        StoryKind::Decided,
        StoryKind::Received,
    ];
    assert_eq!(kinds, expected);
    let returned = story.iter().find(|line| line.kind == StoryKind::PaymentReturned).unwrap();
    assert_eq!((returned.on, returned.by.as_deref()), (day("2022-08-15"), Some("Joan Pelham")));
    assert_eq!((returned.amount, returned.text.as_deref()), (Some(pounds(400)), Some("The account was closed")));
    place.feedback(&group, "2023-01-05").unwrap();
    place.sent_back(&group, "400").unwrap();
    place.close(&group, "").unwrap();
    let story = grant::story(&place.open, place.case(&group));
    assert_eq!(story[0].kind, StoryKind::Closed);
    assert!(story.iter().any(|line| line.kind == StoryKind::FeedbackDue), "it was late, and the story keeps that");
}
