//! Whatever happens in whatever order: each blob is opened by just those who should read it, tried with everybody's keys.

use super::place::{Place, approve, at_register, figures, on, received, resolved, typed_member};
use crate::application::{self, AttachmentKind, NewFile};
use crate::interest::{TypedAnswer, answer, bring_in_paper, on_paper, rule};
use crate::{Result, decision, embargo, member};
use domain::decision::Outcome;
use domain::id::{ApplicationId, MemberId};
use domain::member::Role;
use proptest::prelude::*;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::Event;
use uuid::Uuid;

/// Something that might happen. Much of it is refused at some times.
#[derive(Debug, Clone)]
enum Step {
    /// A member, an application, and how the answer goes.
    Answer(usize, usize, u8),
    /// A member says it on paper, and whoever sits there types it in.
    Paper(usize, usize, bool),
    Rule(usize, usize, usize, bool),
    Role(usize, usize, Role),
    Add(usize, Role),
    Leave(usize, usize),
    Receive,
    Correct(usize),
    Note(usize),
    Attach(usize),
    Tell(usize, bool),
    OpenEarly(usize, usize),
}

const ROLES: [Role; 4] = [Role::Chair, Role::ViceChair, Role::Reviewer, Role::LtoClerk];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (who, what) = (0..6_usize, 0..3_usize);
    let role = prop::sample::select(ROLES.to_vec());
    let step = prop_oneof![
        6 => (who.clone(), what.clone(), 0..4_u8).prop_map(|(who, what, how)| Step::Answer(who, what, how)),
        3 => (who.clone(), what.clone(), any::<bool>()).prop_map(|(who, what, sure)| Step::Paper(who, what, sure)),
        4 => (1..4_usize, who.clone(), what.clone(), any::<bool>()).prop_map(|(by, who, what, stands)| Step::Rule(by, who, what, stands)),
        3 => (0..2_usize, 2..6_usize, role.clone()).prop_map(|(by, who, role)| Step::Role(by, who, role)),
        2 => (0..2_usize, role).prop_map(|(by, role)| Step::Add(by, role)),
        1 => (0..2_usize, 2..6_usize).prop_map(|(by, who)| Step::Leave(by, who)),
        2 => Just(Step::Receive),
        2 => what.clone().prop_map(Step::Correct),
        3 => what.clone().prop_map(Step::Note),
        3 => what.clone().prop_map(Step::Attach),
        2 => (what.clone(), any::<bool>()).prop_map(|(what, told)| Step::Tell(what, told)),
        1 => (0..4_usize, what).prop_map(|(by, what)| Step::OpenEarly(by, what)),
    ];
    prop::collection::vec(step, 8..20)
}

/// What should be so, kept as simply as it can be.
#[derive(Default)]
struct Model {
    /// Everybody who has keys, with their role.
    people: Vec<(MemberId, Role)>,
    applications: Vec<ApplicationId>,
    /// Whose the blobs are.
    blobs: BTreeMap<Uuid, ApplicationId>,
    /// Who is out of what.
    out: BTreeSet<(MemberId, ApplicationId)>,
    /// Who said anything about an interest of their own.
    declared: BTreeSet<(MemberId, ApplicationId)>,
    opened: BTreeSet<ApplicationId>,
    /// Who can open each blob while its application is sealed.
    holders: BTreeMap<Uuid, BTreeSet<MemberId>>,
}

impl Model {
    fn readers(&self, id: ApplicationId) -> BTreeSet<MemberId> {
        let reads = |role: Role| matches!(role, Role::Coordinator | Role::Chair | Role::ViceChair | Role::Reviewer);
        let people = self.people.iter().filter(|(who, role)| reads(*role) && !self.out.contains(&(*who, id)));
        people.map(|(who, _)| *who).collect()
    }

    /// Everybody sat down in turn: whoever could open it sealed it to those who should read it. If nobody could, nobody can.
    fn settled(&mut self) {
        let here: BTreeSet<MemberId> = self.people.iter().map(|(who, _)| *who).collect();
        for (blob, id) in &self.blobs {
            let readers = self.readers(*id);
            if let Some(held) = self.holders.get_mut(blob) {
                *held = if held.is_disjoint(&here) { BTreeSet::new() } else { readers };
            }
        }
    }

    fn opens(&self, who: MemberId) -> BTreeSet<Uuid> {
        let opens = |(blob, id): &(&Uuid, &ApplicationId)| self.opened.contains(id) || self.holders[*blob].contains(&who);
        self.blobs.iter().filter(opens).map(|(blob, _)| *blob).collect()
    }
}

fn application_of(model: &Model, what: usize) -> Option<ApplicationId> {
    model.applications.get(what).copied()
}

/// Lets one thing happen, and answers the application it happened to.
fn happen(place: &mut Place, model: &mut Model, step: &Step) -> Option<ApplicationId> {
    let joan = place.joan;
    let who = |model: &Model, at: usize| model.people.get(at % model.people.len()).map(|(who, _)| *who).unwrap();
    let done: Result<Option<ApplicationId>> = match step {
        Step::Answer(at, what, how) => {
            let (member, id) = (who(model, *at), application_of(model, *what)?);
            let typed = match how {
                0 | 1 => TypedAnswer::none(),
                2 => TypedAnswer::unsure("perhaps"),
                _ => TypedAnswer::declared("a trustee"),
            };
            let result = answer(place.sit(member), id, &typed);
            if result.is_ok() && *how > 1 {
                model.out.insert((member, id));
                model.declared.insert((member, id));
            }
            result.map(|_| Some(id))
        }
        Step::Paper(at, what, sure) => {
            let (member, id) = (who(model, *at), application_of(model, *what)?);
            let typed = if *sure { TypedAnswer::declared("on paper") } else { TypedAnswer::none() };
            let open = place.sit(joan);
            let said = on_paper(open, member, id, &typed).unwrap();
            let event = || Event { kind: "test", subject: None, payload: json!({}), touched: &[], signed: false };
            let result = open.change_register(|tx| bring_in_paper(tx, &said).map(|()| ((), event())));
            if *sure {
                model.out.insert((member, id));
                model.declared.insert((member, id));
            }
            result.map(|_| Some(id))
        }
        Step::Rule(by, at, what, stands) => {
            let (by, member, id) = (who(model, *by), who(model, *at), application_of(model, *what)?);
            let result = rule(place.sit(by), id, member, *stands, "so settled");
            if result.is_ok() {
                assert!(model.declared.contains(&(member, id)) && by != member && !model.out.contains(&(by, id)));
                if *stands {
                    model.out.insert((member, id))
                } else {
                    model.out.remove(&(member, id))
                };
            }
            result.map(|_| Some(id))
        }
        Step::Role(by, at, role) => {
            let (by, at) = (who(model, *by), *at % model.people.len());
            let member = model.people[at].0;
            if member == joan {
                return None;
            }
            let result = member::change(place.sit(by), member, &typed_member("Somebody", *role));
            if result.is_ok() {
                model.people[at].1 = *role;
            }
            result.map(|_| None)
        }
        Step::Add(by, role) if model.people.len() < 6 => {
            let by = who(model, *by);
            if matches!(model.people.iter().find(|(who, _)| *who == by), Some((_, Role::Coordinator | Role::Chair))) {
                let member = at_register(place.sit(by), "Newcomer", *role);
                model.people.push((member, *role));
            }
            Ok(None)
        }
        Step::Leave(by, at) if model.people.len() > 3 => {
            let (by, at) = (who(model, *by), *at % model.people.len());
            let member = model.people[at].0;
            if member == by || member == joan {
                return None;
            }
            let result = member::leave(place.sit(by), member, &on("2023-01-17"), "");
            if result.is_ok() {
                model.people.remove(at);
            }
            result.map(|_| None)
        }
        Step::OpenEarly(by, what) => {
            let (by, id) = (who(model, *by), application_of(model, *what)?);
            let result = embargo::open_early(place.sit(by), id, "it is known");
            if result.is_ok() {
                model.opened.insert(id);
            }
            result.map(|_| Some(id))
        }
        Step::Add(..) | Step::Leave(..) => Ok(None),
        Step::Receive | Step::Correct(_) | Step::Note(_) | Step::Attach(_) | Step::Tell(..) => office(place, model, step),
    };
    done.ok().flatten()
}

/// The work of the office, which the co-ordinator does.
fn office(place: &mut Place, model: &mut Model, step: &Step) -> Result<Option<ApplicationId>> {
    let joan = place.joan;
    match step {
        Step::Receive if model.applications.len() < 3 => {
            let id = received(place.sit(joan), "Merrybank Growers");
            model.applications.push(id);
            Ok(Some(id))
        }
        Step::Correct(what) => {
            let id = application_of(model, *what).ok_or(crate::Error::NotFound)?;
            let open = place.sit(joan);
            // Left on the typing desk the first time, received the next.
            let on_desk = open.case(id).unwrap().typing.is_some();
            let result = if on_desk {
                application::receive_correction(open, id, "a slip").map(drop)
            } else {
                application::start_correction(open, id).map(drop)
            };
            result.map(|()| Some(id))
        }
        Step::Note(what) => {
            let id = application_of(model, *what).ok_or(crate::Error::NotFound)?;
            application::add_note(place.sit(joan), id, false, &on("2023-01-17"), "a note").map(|_| Some(id))
        }
        Step::Attach(what) => {
            let id = application_of(model, *what).ok_or(crate::Error::NotFound)?;
            let file = NewFile { name: "form.pdf".into(), bytes: b"%PDF-1.7 a page".to_vec() };
            application::attach(place.sit(joan), id, AttachmentKind::Scan, &[file]).map(|_| Some(id))
        }
        Step::Tell(what, final_one) => {
            let id = application_of(model, *what).ok_or(crate::Error::NotFound)?;
            let open = place.sit(joan);
            let outcome = Outcome::Deferred { missing: "a quote".into() };
            let recorded =
                if *final_one { approve(open, id) } else { decision::record(open, id, &resolved(outcome), &figures()).map(drop) };
            let result = decision::issue(place.open(), id, "2023-01-17".parse().unwrap(), "by letter");
            if result.is_ok() && *final_one {
                model.opened.insert(id);
            }
            recorded.and(result).map(|_| Some(id))
        }
        _ => Ok(None),
    }
}

/// What came in blobs is the application's, and was sealed to those who read it before the step.
fn note_blobs(place: &Place, model: &mut Model, id: Option<ApplicationId>, readers: &BTreeMap<ApplicationId, BTreeSet<MemberId>>) {
    let there = place.blobs();
    model.blobs.retain(|blob, _| there.contains(blob));
    for blob in there {
        if !model.blobs.contains_key(&blob) {
            let id = id.expect("nothing came");
            model.holders.insert(blob, readers.get(&id).cloned().unwrap_or_else(|| model.readers(id)));
            model.blobs.insert(blob, id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn each_blob_is_opened_by_just_those_who_should_read_it(steps in steps()) {
        let mut place = Place::new();
        let first = place.received("Merrybank Growers");
        let people = [(place.joan, Role::Coordinator), (place.marcia, Role::Chair), (place.grace, Role::ViceChair),
            (place.ines, Role::Reviewer), (place.anita, Role::LtoClerk)];
        let mut model = Model { people: people.to_vec(), applications: vec![first], ..Model::default() };
        note_blobs(&place, &mut model, Some(first), &BTreeMap::new());
        model.settled();
        for step in &steps {
            let before = model.applications.iter().map(|id| (*id, model.readers(*id))).collect();
            let touched = happen(&mut place, &mut model, step);
            note_blobs(&place, &mut model, touched, &before);
            for (member, _) in model.people.clone() {
                place.sit(member);
            }
            model.settled();
            for (member, role) in &model.people {
                prop_assert_eq!(place.opened_by(*member), model.opens(*member), "{:?} {:?} after {:?}", member, role, step);
            }
        }
        prop_assert!(place.open().register().read(store::journal::verify).is_ok());
    }
}
