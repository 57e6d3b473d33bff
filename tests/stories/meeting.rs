//! A meeting of thirteen members on a real encrypted register: what it may not decide is refused with its figure, what it
//! decided stands, and no word of it is in any file.

use chrono::NaiveDate;
use domain::application::ApplicationState;
use domain::date::TypedDate;
use domain::id::{ApplicationId, ItemId, MeetingId};
use domain::meeting::{Casting, ItemKind, MeetingKind, MeetingRefusal, Part, Tally, VoteRefusal, Way};
use domain::member::Role;
use std::fs;
use std::path::{Path, PathBuf};
use testkit::partnership::{APPLICATIONS, MEMBERS, Partnership};
use testkit::text_of;
use usecases::decision::{self, TypedOutcome};
use usecases::document::{DocumentKind, Size, Version, make};
use usecases::meeting::{self, Stage, TypedItem, TypedMeeting};
use usecases::sitting::{self, Attendance, Step, TypedClose, TypedGrant, TypedInterest, TypedProposal, TypedResolution, Weighed};
use usecases::{Error, minutes, register};

/// Stands in everything that is said under embargo or for members only.
const MARKER: &str = "Quittenbrot";

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, day).unwrap()
}

/// The partnership with its meeting, as somebody at the office keeps it.
struct Office {
    partnership: Partnership,
    meeting: MeetingId,
    /// An item to hear, the four applications, and one that is not public.
    items: Vec<ItemId>,
}

impl Office {
    fn new() -> Self {
        let mut partnership = Partnership::on(day(1, 9));
        let open = &mut partnership.test.open;
        let plan = |open: &mut _, on| {
            let typed = TypedMeeting {
                kind: MeetingKind::Partnership,
                on: TypedDate::from_date(on),
                starts_at: "6.30 pm".into(),
                place: "Community Hub".into(),
            };
            meeting::plan(open, &typed).unwrap().value
        };
        let (meeting, _) = (plan(open, day(1, 26)), plan(open, day(2, 23)));
        let heard = TypedItem { kind: ItemKind::General, title: "The fair".into(), about: String::new(), subject: None, public: true };
        let mut typed = vec![heard.clone()];
        typed.extend(partnership.applications.iter().map(|id| TypedItem {
            kind: ItemKind::Grant,
            title: String::new(),
            about: format!("Think of {MARKER}."),
            subject: Some(id.0),
            public: true,
        }));
        typed.push(TypedItem { title: format!("The rent of {MARKER}"), public: false, ..heard });
        let items = typed.iter().map(|item| meeting::add_item(open, meeting, item).unwrap().value).collect();
        Self { partnership, meeting, items }
    }

    fn open(&mut self) -> &mut usecases::Open {
        &mut self.partnership.test.open
    }

    fn application(&self, number: usize) -> ApplicationId {
        self.partnership.applications[number]
    }

    fn attend(&mut self, name: &str, what: Attendance, at: &str) -> Result<(), Error> {
        let (meeting, member) = (self.meeting, self.partnership.member(name));
        sitting::attend(self.open(), meeting, member, what, at).map(drop)
    }

    fn step(&mut self, number: usize, step: Step, at: &str) {
        let item = self.items[number];
        sitting::take_step(self.open(), item, step, at).unwrap();
    }

    fn interest(&mut self, number: usize, name: &str, part: Option<Part>, at: &str) {
        let (item, member) = (self.items[number], self.partnership.member(name));
        let typed = TypedInterest { financial: false, how: format!("A cousin bakes {MARKER}"), part };
        sitting::declare(self.open(), item, member, &typed, at).unwrap();
    }

    fn settle(&mut self, number: usize, name: &str, part: Part, at: &str) {
        let (item, member) = (self.items[number], self.partnership.member(name));
        sitting::settle(self.open(), item, member, part, at).unwrap();
    }

    fn resolve(&mut self, number: usize, outcome: TypedOutcome, way: Way, at: &str) -> Result<(), Error> {
        let item = self.items[number];
        sitting::resolve(self.open(), item, &proposed(outcome, way), at).map(drop)
    }

    fn note(&mut self, number: usize, text: &str) {
        let item = self.items[number];
        minutes::note(self.open(), item, text).unwrap();
    }

    fn print(&mut self, version: Version) -> String {
        let meeting = self.meeting;
        let printed = make(self.open(), DocumentKind::Minutes(meeting, version), Size::Standard).unwrap();
        text_of(&printed.bytes).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn proposed(outcome: TypedOutcome, way: Way) -> TypedResolution {
    let grant = TypedGrant {
        outcome,
        conditions: vec![],
        ends_on: TypedDate::from_date(day(6, 30)),
        return_by: TypedDate::default(),
        instalments: vec![],
        reason: format!("Because of {MARKER}."),
    };
    TypedResolution { proposal: TypedProposal::Grant(Box::new(grant)), way }
}

fn approved(amount: &str) -> TypedOutcome {
    TypedOutcome::Approved { amount: amount.into() }
}

fn declined() -> TypedOutcome {
    TypedOutcome::Declined { reasons: format!("{MARKER} is made elsewhere.") }
}

fn vote(agree: u32, against: u32, not_voting: u32, casting: Option<Casting>) -> Way {
    Way::Vote(Tally { agree, against, not_voting, casting })
}

#[track_caller]
fn assert_refused(outcome: &Result<(), Error>, refusal: VoteRefusal) {
    assert!(matches!(outcome, Err(Error::Meeting(MeetingRefusal::Vote(refused))) if *refused == refusal), "{outcome:?}");
}

#[test]
fn a_meeting_decides_what_it_may_and_no_file_has_a_word_of_it() {
    let mut office = Office::new();
    assert!(matches!(office.attend("Marcia Lowe", Attendance::Arrived, ""), Err(Error::NotYetItsDay)));
    office.partnership.test.clock.set(day(1, 26));
    for name in ["Marcia Lowe", "Grace Adeyemi", "Terry Moult", "Ken Ashby", "Doreen Pike", "Bilal Hussain", "Carol Finch", "Hannah Trent"]
    {
        office.attend(name, Attendance::Arrived, "6:25pm").unwrap();
    }
    office.attend("Piotr Zielinski", Attendance::Apologies, "6:25pm").unwrap();
    let adviser = office.attend("Carol Finch", Attendance::TookChair, "6:29pm");
    assert!(matches!(adviser, Err(Error::Meeting(MeetingRefusal::ChairNotResident))), "{adviser:?}");
    office.attend("Marcia Lowe", Attendance::TookChair, "6:29pm").unwrap();
    let meeting = office.meeting;
    sitting::start(office.open(), meeting, "6:30pm").unwrap();
    office.step(0, Step::Taken, "6:31pm");
    office.note(0, "Sunita has a date.");
    office.step(0, Step::Noted, "6:35pm");

    // What Ken said at review is settled first; then nobody is to spare, and one leaves.
    office.step(1, Step::Taken, "6:36pm");
    let unsettled = office.resolve(1, approved("240"), Way::Consensus, "6:37pm");
    assert!(matches!(&unsettled, Err(Error::NotSettled { name }) if name == "Ken Ashby"), "{unsettled:?}");
    office.settle(1, "Ken Ashby", Part::Withdrew, "6:38pm");
    office.attend("Hannah Trent", Attendance::Left, "6:40pm").unwrap();
    assert_refused(
        &office.resolve(1, approved("240"), Way::Consensus, "6:41pm"),
        VoteRefusal::TooFewMembers { present: 6, members: 13, needed: 7 },
    );
    office.attend("Hannah Trent", Attendance::Arrived, "6:43pm").unwrap();
    let too_much = office.resolve(1, approved("240.01"), Way::Consensus, "6:44pm");
    assert!(matches!(too_much, Err(Error::Decision(_))), "{too_much:?}");
    office.resolve(1, approved("240"), Way::Consensus, "6:45pm").unwrap();

    // Two come late. Grace remains, is counted, and has no vote.
    for name in ["Olive Hartley", "Sunita Rao"] {
        office.attend(name, Attendance::Arrived, "6:50pm").unwrap();
    }
    office.step(2, Step::Taken, "6:51pm");
    office.interest(2, "Grace Adeyemi", Some(Part::Remained), "6:52pm");
    let part = || TypedOutcome::ApprovedInPart { amount: "200".into(), purpose: format!("The {MARKER} oven") };
    assert_refused(&office.resolve(2, part(), vote(5, 3, 0, None), "6:55pm"), VoteRefusal::CountDiffers { counted: 8, entitled: 7 });
    // Four of seven voted for it; of the eight present that is no majority.
    office.resolve(2, part(), vote(4, 3, 0, None), "6:56pm").unwrap();
    office.resolve(2, part(), vote(5, 2, 0, None), "6:57pm").unwrap();
    sitting::undo(office.open(), meeting).unwrap();
    office.resolve(2, part(), vote(6, 1, 0, None), "6:58pm").unwrap();

    // A tie, and what the chair's vote makes of it.
    office.step(3, Step::Taken, "7:00pm");
    let item = office.items[3];
    let weighed = sitting::weigh(office.open(), item, &proposed(declined(), vote(4, 4, 0, None))).unwrap();
    assert!(matches!(weighed, Weighed::Lost { tied: true, .. }), "{weighed:?}");
    assert_refused(&office.resolve(3, declined(), vote(5, 3, 0, Some(Casting::For)), "7:05pm"), VoteRefusal::NotATie);
    office.resolve(3, declined(), vote(4, 4, 0, Some(Casting::For)), "7:06pm").unwrap();

    // In the middle of the item Terry finds that he has an interest.
    office.step(4, Step::Taken, "7:10pm");
    office.note(4, &format!("The price of {MARKER} is not in the costs."));
    office.interest(4, "Terry Moult", None, "7:15pm");
    office.settle(4, "Terry Moult", Part::Withdrew, "7:16pm");
    office.resolve(4, TypedOutcome::Deferred { missing: format!("The price of {MARKER}") }, Way::Consensus, "7:20pm").unwrap();
    let early = sitting::close(office.open(), meeting, &TypedClose { at: "7:00pm".into(), ..TypedClose::default() });
    assert!(matches!(early, Err(Error::Meeting(MeetingRefusal::BeforeTheLast { .. }))), "{early:?}");
    office.step(5, Step::Taken, "7:21pm");
    let open_item = sitting::close(office.open(), meeting, &TypedClose::default());
    assert!(open_item.is_err(), "an item is still in hand: {open_item:?}");
    office.note(5, &format!("Eleven hundred pounds for {MARKER}."));
    office.step(5, Step::Noted, "7:25pm");
    let states = |office: &mut Office| {
        (0..4)
            .map(|number| {
                let id = office.application(number);
                office.open().case(id).unwrap().state()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(states(&mut office), [ApplicationState::Received; 4], "until the close nothing is decided");
    sitting::close(office.open(), meeting, &TypedClose { at: "7:30pm".into(), ..TypedClose::default() }).unwrap();
    let expected = [ApplicationState::Approved, ApplicationState::ApprovedInPart, ApplicationState::Declined, ApplicationState::Deferred];
    assert_eq!(states(&mut office), expected);

    // It is all in the minutes for the members, and nothing of it in those for everybody.
    let (inside, outside) = (office.print(Version::Confidential), office.print(Version::Publishable));
    for (group, ..) in APPLICATIONS {
        assert!(inside.contains(group) && !outside.contains(group), "{group}");
    }
    assert!(inside.contains(MARKER) && !outside.contains(MARKER) && outside.contains("The fair"));
    for name in ["Ken Ashby", "Grace Adeyemi", "Terry Moult"] {
        assert!(inside.contains(&format!("{name} declared")), "{name}: {inside}");
    }

    no_file_has_it(&mut office);
    let office = nobody_else_meets_it(office);
    let office = told_and_published(office);
    approved_and_closed(office);
}

/// Nothing of it is on the disk in plain, nor in the journal behind the key.
fn no_file_has_it(office: &mut Office) {
    register::back_up(office.open()).unwrap();
    let journal = office.open().register().read(|tx| tx.entries(None, 10_000)).unwrap();
    assert!(journal.iter().all(|entry| !format!("{entry:?}").contains(MARKER)), "the journal");
    let cells = office.open().register().raw_cells().unwrap();
    let has = |bytes: &[u8]| bytes.windows(MARKER.len()).any(|window| window.eq_ignore_ascii_case(MARKER.as_bytes()));
    let open: Vec<_> = cells.iter().filter(|cell| has(&cell.bytes)).map(|cell| (&cell.table, &cell.column)).collect();
    assert!(open.is_empty(), "in the open: {open:?}");
    let mut files = Vec::new();
    files_below(office.partnership.test.place(), &mut files);
    assert!(files.iter().filter(|path| path.ends_with("register.chest")).count() >= 2, "{files:?}");
    for path in files {
        assert!(!has(&fs::read(&path).unwrap()), "{}", path.display());
    }
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

/// Ken, who has an interest in the first, does not learn what was said of it; of the others he does.
fn nobody_else_meets_it(mut office: Office) -> Office {
    let ken = office.partnership.member("Ken Ashby");
    assert_eq!(MEMBERS[3].1, Role::Reviewer);
    let co_ordinator = office.partnership.test.co_ordinator;
    office.partnership.test = office.partnership.test.signed_in(ken.0);
    let (meeting, first) = (office.meeting, office.items[1]);
    let record = sitting::replay(office.open(), meeting).unwrap();
    assert!(record.is_closed(first));
    let told = format!("{:?}", record.events_of(first).collect::<Vec<_>>());
    assert!(!told.contains(MARKER), "{told}");
    let inside = office.print(Version::Confidential);
    assert!(!inside.contains(APPLICATIONS[0].0), "{inside}");
    office.partnership.test = office.partnership.test.signed_in(co_ordinator);
    office
}

/// When the groups know, everybody may; and no number is missing.
fn told_and_published(mut office: Office) -> Office {
    office.partnership.test.clock.set(day(1, 30));
    for (number, (group, ..)) in APPLICATIONS.iter().enumerate() {
        let id = office.application(number);
        let letter = make(office.open(), DocumentKind::DecisionLetter(id), Size::Standard).unwrap();
        assert!(text_of(&letter.bytes).contains(group));
        decision::issue(office.open(), id, day(1, 30), "By letter").unwrap();
    }
    let item = office.items[0];
    minutes::save(office.open(), item, "Sunita has a date.", "The fair is in May.").unwrap();
    let outside = office.print(Version::Publishable);
    // What was deferred stays under embargo until it is decided.
    assert!(!outside.contains(APPLICATIONS[3].0));
    for (number, (group, ..)) in APPLICATIONS.iter().take(3).enumerate() {
        assert!(outside.contains(&format!("{}. {group}", number + 2)), "{group}: {outside}");
    }
    assert!(outside.contains("1. The fair") && outside.contains("The fair is in May.") && !outside.contains("The rent"), "{outside}");
    office
}

/// The next meeting approves the minutes. What was deferred has come back to it.
fn approved_and_closed(mut office: Office) {
    office.partnership.test.clock.set(day(2, 23));
    let coming = meeting::list(office.open()).unwrap().coming;
    let next = coming[0].id;
    let agenda: Vec<_> = meeting::read(office.open(), next).unwrap().items.iter().map(|item| (item.id, item.kind())).collect();
    assert_eq!(agenda.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(), [ItemKind::Minutes, ItemKind::Grant]);
    let first = office.meeting;
    office.meeting = next;
    for (name, ..) in &MEMBERS[..7] {
        office.attend(name, Attendance::Arrived, "6:30pm").unwrap();
    }
    office.attend("Grace Adeyemi", Attendance::TookChair, "6:30pm").unwrap();
    sitting::start(office.open(), next, "6:30pm").unwrap();
    let item = agenda[0].0;
    sitting::take_step(office.open(), item, Step::Taken, "6:31pm").unwrap();
    let proposal = TypedProposal::Other { proposal: "That the minutes be approved as a true record".into(), other_side: false };
    sitting::resolve(office.open(), item, &TypedResolution { proposal, way: Way::Consensus }, "6:32pm").unwrap();
    sitting::close(office.open(), next, &TypedClose { at: "6:40pm".into(), ..TypedClose::default() }).unwrap();
    let line = meeting::page(office.open(), first).unwrap().line;
    assert_eq!(line.stage, Stage::Approved);
    let words = office.items[0];
    let late = minutes::save(office.open(), words, "Nothing was said.", "");
    assert!(matches!(late, Err(Error::MinutesClosed)), "{late:?}");
}
