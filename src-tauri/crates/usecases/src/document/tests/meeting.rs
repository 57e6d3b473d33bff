//! The papers of a meeting: what the members read, and that nothing of it is in what is published.

use super::super::*;
use crate::decision::{TypedOutcome, issue};
use crate::interest::tests::place::{Place, day, on, typed_member};
use crate::meeting::{TypedItem, TypedMeeting, add_item, call_off, plan};
use crate::sitting::{self, Attendance, Step, TypedClose, TypedGrant, TypedProposal, TypedResolution};
use domain::date::TypedDate;
use domain::id::ItemId;
use domain::meeting::{ItemKind, MeetingKind, Tally, Way};
use domain::member::Role;
use uuid::Uuid;

const GROUP: &str = "Merrybank Growers";

fn planned(open: &mut Open, kind: MeetingKind, day: &str) -> MeetingId {
    plan(open, &TypedMeeting { kind, on: on(day), starts_at: "6.30 pm".into(), place: "Elm Hall".into() }).unwrap().value
}

fn item(kind: ItemKind, title: &str, subject: Option<Uuid>, public: bool) -> TypedItem {
    TypedItem { kind, title: title.into(), about: format!("About {title}"), subject, public }
}

/// A meeting on 7 February 2023 with an item for everybody, one on an application, one declared non-public, and one more.
fn agenda_of(place: &mut Place) -> (MeetingId, Vec<ItemId>) {
    let growers = place.received(GROUP);
    let open = place.open();
    let id = planned(open, MeetingKind::Partnership, "2023-02-07");
    let items = [
        item(ItemKind::General, "Bins in the park", None, true),
        item(ItemKind::Grant, "", Some(growers.0), true),
        item(ItemKind::General, "A quarrel over the lease", None, false),
        item(ItemKind::General, "The spring fair", None, true),
    ];
    let items = items.iter().map(|item| add_item(open, id, item).unwrap().value).collect();
    (id, items)
}

fn headings(open: &Open, id: MeetingId, public: bool) -> Vec<String> {
    let (view, _) = agenda::view(&Desk::of(open).unwrap(), id, public).unwrap();
    view.items.into_iter().map(|item| item.heading).collect()
}

#[test]
fn the_published_agenda_has_nothing_of_an_embargo_or_of_what_is_not_public() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    let anita = place.anita;
    let open = place.open();
    assert_eq!(
        headings(open, id, false),
        ["Bins in the park", "Merrybank Growers (CC-2023-001)", "A quarrel over the lease", "The spring fair"]
    );
    let (published, _) = agenda::view(&Desk::of(open).unwrap(), id, true).unwrap();
    let whole = format!("{published:?}");
    for hidden in [GROUP, "CC-2023", "quarrel", "lease", "Applications", "About"] {
        assert!(!whole.contains(hidden), "{hidden}: {whole}");
    }
    assert_eq!(headings(open, id, true), ["Bins in the park", "The spring fair"]);
    // To somebody to whom they are sealed, the members' agenda is no wider, and the published one is the same.
    let open = place.sit(anita);
    assert_eq!(headings(open, id, false), ["Bins in the park", "CC-2023-001", "An item you may not read", "The spring fair"]);
    assert_eq!(headings(open, id, true), ["Bins in the park", "The spring fair"]);
}

#[test]
fn an_item_that_came_late_says_so() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    // Ten days before 7 February is 28 January.
    place.move_to("2023-01-29");
    let joan = place.joan;
    let open = place.sit(joan);
    add_item(open, id, &item(ItemKind::General, "A late thing", None, true)).unwrap();
    let (view, _) = agenda::view(&Desk::of(open).unwrap(), id, false).unwrap();
    assert_eq!(view.items.iter().map(|item| item.late).collect::<Vec<_>>(), [false, false, false, false, true]);
}

#[test]
fn the_notice_has_the_dates_to_come_and_no_item() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    let open = place.open();
    let forum = planned(open, MeetingKind::Forum, "2023-03-25");
    let off = planned(open, MeetingKind::Partnership, "2023-03-07");
    call_off(open, off, "The boiler").unwrap();
    let desk = Desk::of(open).unwrap();
    let (view, _) = notice::view(&desk, id).unwrap();
    assert_eq!((view.meeting.day.as_str(), view.meeting.time.as_str()), ("Tuesday 7 February 2023", "6:30pm"));
    assert_eq!(view.meeting.kind, "Meeting of the Allenton Big Local Partnership Group");
    assert_eq!(view.items_by.as_deref(), Some("Saturday 28 January 2023"));
    let coming: Vec<(&str, &str)> = view.coming.iter().map(|one| (one.when.as_str(), one.what.as_str())).collect();
    assert_eq!(coming, [("Saturday 25 March 2023, 6:30pm", "Open Forum")]);
    assert!(!format!("{view:?}").contains("Bins") && !format!("{view:?}").contains(GROUP));
    assert!(notice::view(&desk, off).unwrap().0.called_off);
    assert_eq!(notice::view(&desk, forum).unwrap().0.who, documents::view::WhoMayCome::Everybody);
}

#[test]
fn papers_of_a_meeting_have_names_that_say_nothing_but_the_day() {
    let mut place = Place::new();
    let (id, _) = agenda_of(&mut place);
    let open = place.open();
    for (kind, name) in [
        (DocumentKind::Agenda(id, Version::Confidential), "Agenda-2023-02-07-members.pdf"),
        (DocumentKind::Agenda(id, Version::Publishable), "Agenda-2023-02-07.pdf"),
        (DocumentKind::MeetingNotice(id), "Notice-2023-02-07.pdf"),
    ] {
        for size in [Size::Standard, Size::Large] {
            let printed = make(open, kind, size).unwrap();
            assert!(printed.bytes.starts_with(b"%PDF-") && printed.pages > 0, "{kind:?}");
            assert_eq!(printed.file_name, name);
            assert_eq!(make(open, kind, size).unwrap(), printed, "the same bytes twice");
        }
    }
    // There is nothing to act on before the meeting was held.
    assert!(matches!(make(open, DocumentKind::DecisionSheet(id), Size::Standard), Err(Error::WrongState)));
}

fn resolved(outcome: TypedOutcome, way: Way) -> TypedResolution {
    let proposal = TypedProposal::Grant(Box::new(TypedGrant {
        outcome,
        conditions: vec!["Keep the tools in the hub.".into()],
        ends_on: on("2023-06-30"),
        return_by: TypedDate::default(),
        instalments: Vec::new(),
        reason: "The shed costs less elsewhere.".into(),
    }));
    TypedResolution { proposal, way }
}

/// A meeting of four residents on 17 January 2023 that took up these applications, in order, and resolved so on them.
fn held(place: &mut Place, resolutions: Vec<(ApplicationId, TypedResolution)>) -> MeetingId {
    let (marcia, grace) = (place.marcia, place.grace);
    let open = place.open();
    let [ken, doreen] =
        ["Ken Ashby", "Doreen Pike"].map(|name| crate::member::add(open, &typed_member(name, Role::Resident)).unwrap().value.id);
    let id = planned(open, MeetingKind::Partnership, "2023-01-17");
    planned(open, MeetingKind::Partnership, "2023-02-21");
    let take_up = |open: &mut Open, (application, _): &(ApplicationId, TypedResolution)| {
        add_item(open, id, &item(ItemKind::Grant, "", Some(application.0), true)).unwrap().value
    };
    let items: Vec<ItemId> = resolutions.iter().map(|one| take_up(open, one)).collect();
    for member in [marcia, grace, ken, doreen] {
        sitting::attend(open, id, member, Attendance::Arrived, "6:30pm").unwrap();
    }
    sitting::attend(open, id, marcia, Attendance::TookChair, "6:30pm").unwrap();
    sitting::start(open, id, "6:30pm").unwrap();
    for (item, (_, resolution)) in items.into_iter().zip(resolutions) {
        sitting::take_step(open, item, Step::Taken, "6:45pm").unwrap();
        sitting::resolve(open, item, &resolution, "6:45pm").unwrap();
    }
    sitting::close(open, id, &TypedClose { at: "7:15pm".into(), ..TypedClose::default() }).unwrap();
    id
}

#[test]
fn the_decision_sheet_has_the_grants_with_their_figures_and_of_the_rest_the_reference() {
    let mut place = Place::new();
    let [growers, owls, choir] = [GROUP, "Night Owls", "The Choir"].map(|group| place.received(group));
    let vote = Way::Vote(Tally { agree: 3, against: 1, not_voting: 0, casting: None });
    let part = TypedOutcome::ApprovedInPart { amount: "250".into(), purpose: "The timber".into() };
    let id = held(
        &mut place,
        vec![
            (growers, resolved(part, vote)),
            (owls, resolved(TypedOutcome::Declined { reasons: "It is not in the area.".into() }, Way::Consensus)),
            (choir, resolved(TypedOutcome::Approved { amount: "400".into() }, Way::Consensus)),
        ],
    );
    let (anita, joan) = (place.anita, place.joan);
    let open = place.open();
    issue(open, choir, day("2023-01-17"), "By phone").unwrap();
    let (sheet, _) = decision_sheet::view(&Desk::of(open).unwrap(), id).unwrap();
    assert_eq!((sheet.meeting.time.as_str(), sheet.total.as_str(), sheet.embargo), ("6:30pm to 7:15pm", "£650.00", true));
    let evidence: Vec<&str> = sheet.evidence.iter().map(|fact| fact.value.as_str()).collect();
    assert_eq!(evidence[2], "Marcia Lowe", "{evidence:?}");
    let [first, second] = sheet.grants.as_slice() else { panic!("{:?}", sheet.grants) };
    assert_eq!((first.group.as_str(), first.amount.as_str(), &first.told_on), (GROUP, "£250.00", &None));
    assert_eq!(first.conditions, ["Keep the tools in the hub."]);
    assert_eq!(first.vote[1..], ["A vote: 3 for, 1 against, 0 not voting.", "3 residents agreed. Needed: 3."]);
    assert_eq!(second.told_on.as_deref(), Some("17 January 2023"));
    assert_eq!(second.vote[1], "By consensus.");
    assert_eq!(sheet.others, ["CC-2023-002"]);
    assert!(sheet.withheld.is_empty() && !format!("{sheet:?}").contains("Night Owls"));
    let printed = make(open, DocumentKind::DecisionSheet(id), Size::Standard).unwrap();
    assert_eq!(printed.file_name, "Decisions-2023-01-17.pdf");

    // The clerk reads only what the groups were told of, and the sheet says that it is not whole.
    let (sheet, _) = decision_sheet::view(&Desk::of(place.sit(anita)).unwrap(), id).unwrap();
    assert_eq!((sheet.grants.len(), sheet.total.as_str()), (1, "£400.00"));
    assert_eq!(sheet.withheld, ["CC-2023-001", "CC-2023-002"]);
    assert!(!format!("{sheet:?}").contains(GROUP));
    place.sit(joan);
}

#[test]
fn the_letters_say_the_meeting_its_reason_and_the_next_one() {
    let mut place = Place::new();
    let [growers, owls] = [GROUP, "Night Owls"].map(|group| place.received(group));
    let part = TypedOutcome::ApprovedInPart { amount: "250".into(), purpose: "The timber".into() };
    held(
        &mut place,
        vec![
            (growers, resolved(part, Way::Consensus)),
            (owls, resolved(TypedOutcome::Deferred { missing: "A price for the room.".into() }, Way::Consensus)),
        ],
    );
    let open = place.open();
    crate::contact::change(open, "The Hub\n1 Example Street", "01632 960 123", "").unwrap();
    let letter = |id| letter::view(&Desk::of(open).unwrap(), open.case(id).unwrap(), Hand::Own).unwrap().unwrap();
    let part = letter(growers);
    assert_eq!(part.decided, documents::view::DecidedBy::Meeting("17 January 2023".into()));
    assert_eq!(part.sender.lines, ["The Hub", "1 Example Street", "Phone 01632 960 123"]);
    assert!(matches!(&part.outcome, documents::view::Outcome::PartOffer { reasons, .. } if *reasons == ["The shed costs less elsewhere."]));
    let next = Some("Tuesday 21 February 2023".to_owned());
    assert!(matches!(&letter(owls).outcome, documents::view::Outcome::Deferred { next_meeting, .. } if *next_meeting == next));

    // The letter of that day says so when the meeting is long over.
    issue(open, owls, day("2023-01-17"), "By post").unwrap();
    place.move_to("2023-03-01");
    let open = place.open();
    let again = letter::view(&Desk::of(open).unwrap(), open.case(owls).unwrap(), Hand::Own).unwrap().unwrap();
    assert!(matches!(&again.outcome, documents::view::Outcome::Deferred { next_meeting, .. } if *next_meeting == next));
}

fn minutes_of(open: &Open, id: MeetingId, version: Version) -> documents::view::MinutesView {
    minutes::view(&Desk::of(open).unwrap(), id, version).unwrap().0
}

#[test]
fn the_published_minutes_have_no_name_that_is_under_embargo_and_the_members_have_all() {
    let mut place = Place::new();
    let [growers, owls] = [GROUP, "Night Owls"].map(|group| place.received(group));
    let whole = TypedOutcome::Approved { amount: "400".into() };
    let declined = TypedOutcome::Declined { reasons: "It is not in the area.".into() };
    let id = held(&mut place, vec![(growers, resolved(whole, Way::Consensus)), (owls, resolved(declined, Way::Consensus))]);
    let open = place.open();
    let members = minutes_of(open, id, Version::Confidential);
    assert_eq!(members.meeting.time, "6:30pm to 7:15pm");
    assert_eq!(members.audience, documents::view::Audience::Members { embargo: true, until: None });
    let headings: Vec<&str> = members.items.iter().map(|item| item.heading.as_str()).collect();
    assert_eq!(headings, ["Merrybank Growers (CC-2023-001)", "Night Owls (CC-2023-002)"]);
    let agreed = |said: &documents::view::MinuteView| matches!(said, documents::view::MinuteView::Resolved { lead, words } if lead == "Agreed" && words.contains("£400.00"));
    assert!(members.items[0].paragraphs.iter().any(agreed), "{members:?}");
    let published = format!("{:?}", minutes_of(open, id, Version::Publishable));
    for hidden in [GROUP, "Owls", "CC-2023", "£400", "not in the area", "Applications"] {
        assert!(!published.contains(hidden), "{hidden}: {published}");
    }

    // Once one group is told, its item stands there, and it is the first.
    issue(open, owls, day("2023-01-17"), "By phone").unwrap();
    let published = minutes_of(open, id, Version::Publishable);
    let headings: Vec<&str> = published.items.iter().map(|item| item.heading.as_str()).collect();
    assert_eq!(headings, ["Night Owls (CC-2023-002)"]);
    assert!(!format!("{published:?}").contains(GROUP));
    for (version, name) in [(Version::Confidential, "Minutes-2023-01-17-members.pdf"), (Version::Publishable, "Minutes-2023-01-17.pdf")] {
        for size in [Size::Standard, Size::Large] {
            let printed = make(open, DocumentKind::Minutes(id, version), size).unwrap();
            assert_eq!(printed.file_name, name);
            assert_eq!(make(open, DocumentKind::Minutes(id, version), size).unwrap(), printed, "the same bytes twice");
        }
    }
}
