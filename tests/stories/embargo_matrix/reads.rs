//! Every use case that reads, as one member meets it.

use super::{Shown, is_reader, whole};
use domain::Money;
use domain::application::{ApplicationState, DecisionStage};
use domain::id::MemberId;
use domain::interest::{Sight, Stance};
use std::fmt::Debug;
use testkit::matrix::{Matrix, Person, State};
use testkit::text_of;
use usecases::application::{self, ApplicationFilter, ApplicationSort};
use usecases::document::{DocumentKind, Size, Version, make};
use usecases::find::{self, FoundWhat};
use usecases::grant::{self, GrantFilter, GrantSort, GrantTab};
use usecases::interest::{self, TypedAnswer};
use usecases::review::{self, export, paper};
use usecases::{Case, Error, budget, embargo, home, meeting, member, minutes, sitting};

const SORTS: [ApplicationSort; 5] =
    [ApplicationSort::Reference, ApplicationSort::Group, ApplicationSort::Received, ApplicationSort::Asked, ApplicationSort::State];

const GRANT_SORTS: [GrantSort; 8] = [
    GrantSort::Reference,
    GrantSort::Group,
    GrantSort::Awarded,
    GrantSort::Granted,
    GrantSort::Paid,
    GrantSort::Left,
    GrantSort::EndsOn,
    GrantSort::FeedbackDue,
];

/// Collects what is shown.
#[derive(Default)]
struct Collector(Vec<Shown>);

impl Collector {
    fn add(&mut self, place: impl Into<String>, what: &impl Debug) {
        self.0.push(Shown { place: place.into(), text: format!("{what:?}"), gate: false });
    }

    fn gate(&mut self, place: impl Into<String>, what: &impl Debug) {
        self.0.push(Shown { place: place.into(), text: format!("{what:?}"), gate: true });
    }
}

pub(super) fn filter(text: &str, sort: ApplicationSort) -> ApplicationFilter {
    ApplicationFilter { text: text.into(), states: vec![], stage: None, sort, descending: false, offset: 0, limit: 500 }
}

fn grants(tab: GrantTab, text: &str, sort: GrantSort) -> GrantFilter {
    GrantFilter { tab, text: text.into(), sort, descending: false, offset: 0, limit: 500 }
}

/// What a list would show of a case: never its gate, which a list does not show.
fn row(case: &Case) -> String {
    format!("{:?} {:?} {:?} {:?}", case.reference(), case.group_name(), case.cover(), case.asked())
}

/// What this member sees of each application, quickly asked again.
pub(super) fn cases_again(matrix: &Matrix, person: &Person) -> Vec<Shown> {
    let mut shown = Collector::default();
    cases(matrix, person, &mut shown);
    shown.0
}

/// Everything this member can ask for.
pub(super) fn everything(matrix: &Matrix, person: &Person) -> Vec<Shown> {
    let mut shown = Collector::default();
    lists(matrix, &mut shown);
    cases(matrix, person, &mut shown);
    reviews(matrix, &mut shown);
    documents(matrix, person, &mut shown);
    meetings(matrix, &mut shown);
    let open = &matrix.test.open;
    shown.add("Debug of what is open", open);
    shown.add("members", &member::list(open));
    shown.add("my keys", &member::my_keys(open).map(|keys| keys.fingerprint));
    shown.add("interest register", &interest::register(open));
    shown.add("embargoes", &embargo::list(open));
    shown.0
}

fn lists(matrix: &Matrix, shown: &mut Collector) {
    let open = &matrix.test.open;
    for sort in SORTS {
        for descending in [false, true] {
            let page = application::list(open, &ApplicationFilter { descending, ..filter("", sort) });
            shown.add(format!("list by {sort:?}"), &page.rows.iter().map(|case| row(case)).collect::<Vec<_>>());
        }
    }
    for state in ApplicationState::ALL {
        let page = application::list(open, &ApplicationFilter { states: vec![state], ..filter("", SORTS[0]) });
        shown.add(format!("list of {state:?}"), &page.rows.iter().map(|case| row(case)).collect::<Vec<_>>());
    }
    for stage in DecisionStage::ALL {
        let page = application::list(open, &ApplicationFilter { stage: Some(stage), ..filter("", SORTS[0]) });
        shown.add(format!("list at {stage:?}"), &page.rows.iter().map(|case| row(case)).collect::<Vec<_>>());
    }
    for tab in GrantTab::ALL {
        for sort in GRANT_SORTS {
            let page = grant::list(open, &grants(tab, "", sort));
            let rows: Vec<_> = page.rows.iter().map(|(case, grant)| (row(case), grant::purpose(case), grant)).collect();
            shown.add("list of grants", &rows);
        }
    }
    let home = home::home(open);
    shown.add("home", &home.tasks.iter().map(|task| (row(task.case), &task.owed, task.parts)).collect::<Vec<_>>());
    let budget = budget::budget(open);
    shown.add("budget", &(&budget.lines, &budget.total));
    for typed in ["zquor", "zxtal", "vrek", "club", "pat", "CC-2022", "01632", "hire", "because", "a"] {
        shown.add(format!("find {typed}"), &find::find(open, typed));
    }
    for marked in &matrix.applications {
        for typed in [&marked.cover, &marked.inner] {
            shown.add(format!("find {typed} itself"), &find::find(open, typed));
        }
    }
}

fn cases(matrix: &Matrix, person: &Person, shown: &mut Collector) {
    let open = &matrix.test.open;
    for marked in &matrix.applications {
        let case = open.case(marked.id).unwrap();
        // The gate stands in the case, and nowhere else in it.
        shown.gate("the case", case);
        let mut without = case.clone();
        without.gate = None;
        shown.add("the case without its gate", &without);
        shown.add("its story", &grant::story(open, case));
        shown.add("its readers", &open.readers_of(case));
        shown.add("its notes", &application::notes(open, case));
        shown.add("its feedback owed", &application::feedback_owed(open, case));
        shown.add("its screen", &(case.on_screen(), case.content(), case.cover()));
        if let Some(grant_id) = case.grant_id() {
            shown.add("its grant", &grant::get(open, grant_id));
        }
        for file in &marked.files {
            let content = application::content(open, *file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            if marked.sight(person) != Sight::Whole {
                assert!(matches!(content, Err(Error::NotFound)), "{person:?} {marked:?}: {content:?}");
            }
            shown.add("its file", &content);
        }
        match interest::gate(open, marked.id) {
            Ok(gate) => shown.gate("the gate", &(&gate.summary, &gate.matches, gate.stance)),
            Err(error) => shown.add("the gate", &error),
        }
        shown.add("its interests", &interest::declared(open, marked.id));
    }
}

fn reviews(matrix: &Matrix, shown: &mut Collector) {
    let open = &matrix.test.open;
    shown.add("rounds", &review::rounds(open));
    shown.add("round choices", &review::choices(open));
    for round in &matrix.rounds {
        shown.add("round", &review::round(open, *round));
        for marked in &matrix.applications {
            shown.add("panel", &review::panel(open, *round, marked.id));
            for person in matrix.people.iter().filter(|person| is_reader(person.role)) {
                let desk = paper::review_desk(open, *round, MemberId(person.id), marked.id);
                shown.add(format!("review desk of {:?}", person.role), &desk);
            }
        }
        for person in matrix.people.iter().filter(|person| is_reader(person.role)) {
            let job = export::prepare(open, *round, &[MemberId(person.id)]);
            shown.add("packs to send", &job);
        }
    }
}

fn meetings(matrix: &Matrix, shown: &mut Collector) {
    let open = &matrix.test.open;
    shown.add("meetings", &meeting::list(open));
    for id in &matrix.meetings {
        shown.add("a meeting", &meeting::page(open, *id));
        shown.add("a meeting as it stands", &meeting::read(open, *id));
        shown.add("a record", &sitting::replay(open, *id));
        for show in [false, true] {
            shown.add("a sitting", &sitting::sitting(open, *id, show));
        }
        for version in [Version::Confidential, Version::Publishable] {
            print(matrix, DocumentKind::Agenda(*id, version), shown);
            print(matrix, DocumentKind::Minutes(*id, version), shown);
        }
        shown.add("the minutes", &minutes::view(open, *id));
        for kind in [DocumentKind::MeetingNotice(*id), DocumentKind::DecisionSheet(*id)] {
            print(matrix, kind, shown);
        }
    }
    for one in &matrix.items {
        let paper = meeting::paper(open, one.paper).map(|(paper, bytes)| (paper, String::from_utf8_lossy(&bytes).into_owned()));
        shown.add("a paper", &paper);
    }
}

/// Every document in both sizes. Of those that this member may read whole, one of each kind is looked at.
fn documents(matrix: &Matrix, person: &Person, shown: &mut Collector) {
    let open = &matrix.test.open;
    for marked in &matrix.applications {
        let case = open.case(marked.id).unwrap();
        let mut kinds = vec![DocumentKind::Application(marked.id), DocumentKind::DecisionLetter(marked.id)];
        kinds.extend(case.grant_id().into_iter().flat_map(|id| [DocumentKind::Agreement(id), DocumentKind::FeedbackForm(id)]));
        if marked.sight(person) == Sight::Whole && marked.state != State::Told {
            continue;
        }
        for kind in kinds {
            print(matrix, kind, shown);
        }
    }
    print(matrix, DocumentKind::BlankForm, shown);
    for round in &matrix.rounds {
        print(matrix, DocumentKind::PanelReport(*round), shown);
    }
    // Who gets what is the same in each round, and these are long.
    for reader in matrix.people.iter().filter(|person| is_reader(person.role)) {
        print(matrix, DocumentKind::Booklet(matrix.rounds[1], MemberId(reader.id)), shown);
        print(matrix, DocumentKind::ReplySheet(matrix.rounds[1], MemberId(reader.id)), shown);
    }
}

fn print(matrix: &Matrix, kind: DocumentKind, shown: &mut Collector) {
    // The papers of a round are as large as their readers need them, whatever is asked for.
    let own_size = matches!(kind, DocumentKind::Booklet(..) | DocumentKind::ReplySheet(..) | DocumentKind::PanelReport(_));
    let sizes: &[Size] = if own_size { &[Size::Standard] } else { &[Size::Standard, Size::Large] };
    for size in sizes.iter().copied() {
        match make(&matrix.test.open, kind, size) {
            Ok(printed) => shown.add(format!("{kind:?} {size:?}"), &(text_of(&printed.bytes), printed.title, printed.file_name)),
            Err(error) => shown.add(format!("{kind:?} {size:?}"), &error),
        }
    }
}

/// The test can see what is there: who may read an application meets its words, and the summary stands at the gate.
pub(super) fn what_may_be_read_is_there(matrix: &Matrix, person: &Person, shown: &[Shown]) {
    let meets = |word: &str, place: &str| {
        let word = word.to_lowercase();
        shown.iter().any(|one| one.place.starts_with(place) && one.text.to_lowercase().contains(&word))
    };
    for marked in &matrix.applications {
        let (cover, inner) = (&marked.cover, &marked.inner);
        let (find_cover, find_inner) = (format!("find {cover} itself"), format!("find {inner} itself"));
        let places: Vec<(&str, &str)> = match marked.sight(person) {
            Sight::Whole => vec![
                (inner, "the case without"),
                (cover, "list by"),
                (inner, "its story"),
                (inner, "its file"),
                (cover, &find_cover),
                (inner, &find_inner),
            ],
            Sight::Summary => vec![(cover, "the gate")],
            Sight::Reference => vec![],
        };
        for (word, place) in places {
            assert!(meets(word, place), "{person:?} does not meet {word} in {place}: {marked:?}");
        }
        // A draft is on no agenda.
        if marked.sight(person) == Sight::Whole && marked.state != State::Draft {
            for (word, place) in [
                (inner, "a paper"),
                (inner, "a meeting"),
                (inner, "a record"),
                (inner, "the minutes"),
                (cover, "a sitting"),
                (cover, "Agenda("),
            ] {
                assert!(meets(word, place), "{person:?} does not meet {word} in {place}: {marked:?}");
            }
        }
        if marked.state == State::Told {
            for place in ["Application(", "DecisionLetter(", "Agreement(", "FeedbackForm("] {
                assert!(meets(&marked.cover, place), "{person:?}: {place}");
            }
        }
    }
}

/// Sums are the sums of what this member may read; what is sealed is put in order by its reference; and nothing is found
/// by a word that this member may not know.
pub(super) fn sums_orders_and_finds_give_nothing_away(matrix: &Matrix, person: &Person) {
    let open = &matrix.test.open;
    let known: Vec<_> = whole(matrix, person).map(|marked| marked.id).collect();
    let sum = |ids: &mut dyn Iterator<Item = &Case>| ids.filter(|case| known.contains(&case.id())).filter_map(Case::asked).sum::<Money>();
    for sort in SORTS {
        let page = application::list(open, &filter("", sort));
        assert_eq!(page.total, matrix.applications.len());
        assert_eq!(page.asked, sum(&mut open.cases()), "{person:?}");
        let sealed: Vec<_> = page.rows.iter().filter(|case| !known.contains(&case.id())).collect();
        if matches!(sort, ApplicationSort::Group | ApplicationSort::Asked) {
            let mut by_reference = sealed.clone();
            by_reference.sort_by_key(|case| (case.row.reference.is_none(), case.row.reference.clone(), case.id()));
            let ids = |cases: &[&&Case]| cases.iter().map(|case| case.id()).collect::<Vec<_>>();
            assert_eq!(ids(&sealed), ids(&by_reference), "{person:?}: the order by {sort:?} gives something away");
        }
    }
    let waiting = open.cases().filter(|case| case.state().may_be_decided());
    assert_eq!(home::home(open).waiting, sum(&mut { waiting }), "{person:?}");
    for marked in &matrix.applications {
        let case = open.case(marked.id).unwrap();
        let grant_id = case.grant_id();
        for word in [&marked.cover, &marked.inner] {
            let readable = known.contains(&marked.id);
            let listed = application::list(open, &filter(word, SORTS[0])).total
                + grant::list(open, &grants(GrantTab::All, word, GRANT_SORTS[0])).total;
            let found = find::find(open, word);
            assert!(readable || (found.is_empty() && listed == 0), "{person:?} {marked:?}: {found:?}, {listed} listed");
            // The beginning of it finds those alone that this member may read.
            for found in find::find(open, &word[..6]) {
                let id = match found.what {
                    FoundWhat::Application(id) => Some(id),
                    FoundWhat::Grant(id) => open.case_of_grant(id).ok().map(Case::id),
                    _ => None,
                };
                assert!(id.is_some_and(|id| known.contains(&id)), "{person:?}: {found:?}");
            }
        }
        if !known.contains(&marked.id) {
            assert_eq!(case.asked(), None);
            assert!(grant_id.is_none_or(|id| matches!(grant::get(open, id), Err(Error::NotFound))));
        }
    }
}

/// A member who has an interest, or may have one, does not get the text back by anything they say; nor does somebody who
/// does not read applications.
pub(super) fn nothing_brings_it_back(matrix: &mut Matrix, person: &Person) {
    for marked in matrix.applications.clone() {
        let stance = marked.stance(person.id);
        if marked.state == State::Told || (is_reader(person.role) && marked.is_held_by(person.id)) {
            continue;
        }
        let refused = interest::answer(&mut matrix.test.open, marked.id, &TypedAnswer::none());
        assert!(refused.is_err(), "{person:?} {marked:?}");
        if is_reader(person.role) && stance == Stance::Conflicted {
            // To doubt it now takes nothing away from what was said.
            let _ = interest::answer(&mut matrix.test.open, marked.id, &TypedAnswer::unsure("perhaps"));
        }
        assert_eq!(matrix.test.open.case(marked.id).unwrap().sight, Sight::Reference, "{person:?} {marked:?}");
    }
}
