//! The printed papers of a round, read back: the booklet, the reply sheets and the panel report.

use crate::scene::{MARKER, Scene, in_full, reply};
use domain::interest::Answer;
use domain::member::Role;
use testkit::review::judgement;
use testkit::text_of;
use usecases::document::{DocumentKind, Printed, Size, make};
use usecases::review::{self, Medium};
use usecases::{Error, interest};

fn words(printed: &Printed) -> String {
    text_of(&printed.bytes).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_booklet_is_numbered_names_its_reader_and_holds_just_what_they_get() {
    let mut scene = Scene::with(Medium::Paper);
    let (round, grace) = (scene.round, scene.grace.member);
    let whole = words(&make(&scene.test.open, DocumentKind::Booklet(round, grace), Size::Standard).unwrap());
    assert!(whole.contains(MARKER) && whole.contains("Merrybank Growers"));
    review::leave_out(&mut scene.test.open, round, grace, scene.two, Some("She knows them")).unwrap();
    let printed = make(&scene.test.open, DocumentKind::Booklet(round, grace), Size::Standard).unwrap();
    assert_eq!(printed.file_name, "Booklet for reviewers, copy 2.pdf");
    let pages = words(&printed);
    assert!(pages.contains("Copy 2 for Grace Okoro") && pages.contains("Merrybank Growers") && pages.contains("£100.00"));
    assert!(!pages.contains(MARKER) && !pages.contains("She knows them"));
    let sheets = make(&scene.test.open, DocumentKind::ReplySheet(round, grace), Size::Standard).unwrap();
    let pages = words(&sheets);
    assert!(pages.contains("I have an interest in this one") && pages.contains("CC-2022-001") && !pages.contains(MARKER));
}

#[test]
fn a_reader_of_large_print_gets_large_print_without_being_asked() {
    let [standard, large] = [Medium::Paper, Medium::LargePaper].map(|medium| {
        let scene = Scene::with(medium);
        make(&scene.test.open, DocumentKind::Booklet(scene.round, scene.grace.member), Size::Standard).unwrap().pages
    });
    assert!(large > standard, "{large} {standard}");
}

#[test]
fn the_panel_report_is_for_its_reader_and_withholds_what_they_may_not_read() {
    let mut scene = Scene::new();
    let round = scene.round;
    assert!(matches!(make(&scene.test.open, DocumentKind::PanelReport(round), Size::Standard).err(), Some(Error::WrongState)));
    let (ken, grace) = (scene.sends_ken(), scene.sends_grace());
    let mut says = reply(&scene.ken, &ken, &[(scene.one, in_full("Neighbours cook together"))]);
    says.answers.push(scene.ken.answers(&ken, scene.two, Answer::Interest));
    scene.bring_in(&scene.ken.responds(&ken, &says));
    let says = reply(
        &scene.grace,
        &grace,
        &[(scene.one, judgement("fund-part", Some(6_000), "x")), (scene.two, judgement("ask-for-more", None, "y"))],
    );
    scene.bring_in(&scene.grace.responds(&grace, &says));

    let pages = words(&make(&scene.test.open, DocumentKind::PanelReport(round), Size::Standard).unwrap());
    assert!(pages.contains("Joan Pelham") && pages.contains("Neighbours cook together") && pages.contains("£60.00"));
    assert!(pages.contains(MARKER) && pages.contains("Is the room free?"));
    let head = scene.test.open.register().head().unwrap().hex();
    assert!(pages.contains(&format!("{} {}", &head[..4], &head[4..8])), "the journal's head stands in the footer");

    let (test, chair) = scene.test.with_member("Marcia Lowe", Role::Chair);
    let mut test = test.opened_again().signed_in(chair);
    interest::answer(&mut test.open, scene.one, &interest::TypedAnswer::none()).unwrap();
    interest::answer(&mut test.open, scene.two, &interest::TypedAnswer::declared("I am one of its trustees")).unwrap();
    let pages = words(&make(&test.open, DocumentKind::PanelReport(round), Size::Standard).unwrap());
    assert!(pages.contains("Marcia Lowe") && pages.contains("Neighbours cook together"));
    assert!(pages.contains("CC-2022-002") && !pages.contains(MARKER));
}
