//! Every kind of document, printed from the sample and read back with poppler.

use domain::application::{ApplicationState, QUESTIONS};
use domain::date::{feedback_due, written};
use std::sync::Arc;
use testkit::{pages_of, text_of};
use usecases::document::{DocumentKind, Printed, Size, make, recovery_page};
use usecases::register::{KdfCost, RecoveryKey, SystemSurroundings};
use usecases::{Case, Open, sample};

fn sample() -> (tempfile::TempDir, Open) {
    let place = tempfile::tempdir().unwrap();
    let (open, _) = sample::create(place.path(), KdfCost::for_tests(), Arc::new(SystemSurroundings)).unwrap();
    (place, open)
}

fn of<'o>(open: &'o Open, reference: &str) -> &'o Case {
    open.cases().find(|case| case.reference().as_deref() == Some(reference)).unwrap()
}

/// Words without the places where lines may break: poppler takes a hyphen at the end of a line for its own.
fn unbroken(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

fn says(printed: &Printed, words: &[&str]) {
    let text = text_of(&printed.bytes);
    let found = unbroken(&text);
    for expected in words {
        assert!(found.contains(&unbroken(expected)), "{}: “{expected}” is missing in:\n{text}", printed.file_name);
    }
    assert_eq!(pages_of(&printed.bytes), usize::from(printed.pages));
}

/// The account numbers of the sample, as they were typed.
const ACCOUNTS: [&str; 7] = ["00123401", "00123402", "00123403", "00123404", "00123405", "00123406", "00123407"];

#[test]
fn the_agreement_has_every_field_of_the_application_the_decision_and_the_signatures() {
    let (_place, open) = sample();
    let mut seen = 0;
    for case in open.cases().filter(|case| case.grant.is_some()) {
        let (content, grant) = (case.content().unwrap(), &case.grant.as_ref().unwrap().grant);
        let decision = case.decisions.last().unwrap();
        let mut words: Vec<String> = vec![
            open.partnership().into(),
            "Allenton Big Local Partnership Group".into(),
            "Enthusiasm Trust".into(),
            content.cover.group_name.clone(),
            case.reference().unwrap(),
            grant.amount.to_string(),
            written(content.received_on),
            // As it was signed, whatever was extended since.
            written(grant.first_ends_on),
            written(feedback_due(grant.first_ends_on)),
            written(grant.return_by.unwrap()),
            "Use the grant only for what this agreement says".into(),
            "Keep every receipt".into(),
        ];
        words.extend(open.plan().priorities.iter().filter(|own| content.priorities.contains(&own.id)).map(|own| own.name.clone()));
        words.extend(content.answers.iter().map(|answer| answer.text.clone()).filter(|text| !text.is_empty()));
        if content.cost_total() == grant.amount {
            words.extend(content.costs.iter().map(|line| format!("{} {}", line.what, line.amount)));
        }
        words.extend(decision.words.as_ref().unwrap().conditions.iter().cloned());
        words.extend(grant.instalments.iter().map(|part| format!("{} {}", part.when, part.amount)));
        for signature in &grant.signatures {
            words.extend([signature.name.clone(), signature.position.clone(), written(signature.signed_on)]);
        }
        for size in [Size::Standard, Size::Large] {
            let printed = make(&open, DocumentKind::Agreement(grant.id), size).unwrap();
            says(&printed, &words.iter().map(String::as_str).collect::<Vec<_>>());
        }
        seen += 1;
    }
    assert_eq!(seen, 9);
}

#[test]
fn an_application_prints_whole_and_says_that_it_is_under_embargo_while_it_is() {
    let (_place, open) = sample();
    for case in open.cases() {
        let typed = case.on_screen().unwrap();
        let printed = make(&open, DocumentKind::Application(case.id()), Size::Standard).unwrap();
        let mut words: Vec<&str> = QUESTIONS.iter().map(|question| question.text).collect();
        words.extend([typed.cover.group_name.as_str(), &typed.cover.summary, &typed.cover.address, &typed.cover.heard_how, "Joan Pelham"]);
        words.extend(typed.answers.iter().flat_map(|answer| answer.text.lines()));
        words.extend(typed.costs.iter().map(|line| line.what.as_str()));
        says(&printed, &words);
        let text = text_of(&printed.bytes);
        assert_eq!(text.contains("Under embargo"), case.is_sealed(), "{}", printed.file_name);
        assert_eq!(text.contains("Not typed in yet"), case.state() == ApplicationState::Draft, "{}", printed.file_name);
    }
}

#[test]
fn each_kind_of_letter_says_what_was_decided() {
    let (_place, open) = sample();
    let letter = |reference: &str| make(&open, DocumentKind::DecisionLetter(of(&open, reference).id()), Size::Standard).unwrap();
    says(&letter("CC-2022-001"), &["We cannot offer you a grant", "The party had already taken place", "Maureen Oakes", "24 May 2022"]);
    says(&letter("CC-2022-005"), &["You have been offered a grant", "£450.00", "Friday 7 October 2022", "Sunday 30 April 2023"]);
    says(&letter("CC-2022-010"), &["We need to know more", "How many of the 150 people live in the Big Local area."]);
    says(
        &letter("CC-2022-012"),
        &["You have been offered part of a grant", "£130.00", "£95.00", "Magnifiers, nets, trays and field guides", "Joan Pelham"],
    );
}

#[test]
fn the_forms_and_the_recovery_page_have_what_people_need_to_fill_them_in() {
    let (_place, open) = sample();
    let mut words: Vec<&str> = QUESTIONS.iter().flat_map(|question| [Some(question.text), question.help]).flatten().collect();
    words.extend(open.plan().priorities.iter().map(|priority| priority.name.as_str()));
    words.extend(["65 and over", "Version of April 2022", "A registered charity or company"]);
    says(&make(&open, DocumentKind::BlankForm, Size::Standard).unwrap(), &words);

    let merrybank = of(&open, "CC-2022-003").grant_id().unwrap();
    let form = make(&open, DocumentKind::FeedbackForm(merrybank), Size::Large).unwrap();
    says(
        &form,
        &[
            "Merrybank Growers",
            "CC-2022-003",
            "£400.00",
            "Timber for 6 beds £220.00",
            "Wednesday 30 November 2022",
            "Friday 30 December 2022",
        ],
    );

    let key = RecoveryKey::generate();
    for size in [Size::Standard, Size::Large] {
        let page = recovery_page(&open, &key, size).unwrap();
        let text: String = text_of(&page.bytes).split_whitespace().collect();
        assert!(text.contains(key.printed().as_str()), "the key reads back whole");
        assert!(text.contains("AllentonBigLocal"));
    }
}

#[test]
fn no_account_number_is_ever_printed() {
    let (_place, open) = sample();
    for case in open.cases() {
        let mut kinds = vec![DocumentKind::Application(case.id())];
        kinds.extend((!case.decisions.is_empty()).then(|| DocumentKind::DecisionLetter(case.id())));
        kinds.extend(case.grant_id().into_iter().flat_map(|id| [DocumentKind::Agreement(id), DocumentKind::FeedbackForm(id)]));
        for kind in kinds {
            let text = text_of(&make(&open, kind, Size::Standard).unwrap().bytes);
            assert!(ACCOUNTS.iter().all(|number| !text.contains(number) && !text.contains(&number[4..])), "{kind:?}");
        }
    }
}
