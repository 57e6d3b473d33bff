//! A meeting of eight residents and three advisers, on the day of the register.

use crate::decision::TypedOutcome;
use crate::interest::tests::place::{Place, typed_member};
use crate::meeting::tests::{item, meeting_on};
use crate::meeting::{add_item, page};
use crate::minutes::{Minutes, PrintedMinutes, Version, printed, view};
use crate::sitting::{
    Attendance, Step, TypedClose, TypedGrant, TypedInterest, TypedProposal, TypedResolution, attend, close, declare, resolve, start,
    take_step,
};
use crate::{Open, decision, member};
use domain::date::TypedDate;
use domain::id::{ApplicationId, ItemId, MeetingId, MemberId};
use domain::meeting::{Casting, ItemKind, MeetingKind, Part, Tally, Way};
use domain::member::Role;
use uuid::Uuid;

pub(crate) use crate::interest::tests::place::{day, on};

pub(crate) struct Room {
    pub(crate) place: Place,
    pub(crate) meeting: MeetingId,
    pub(crate) residents: Vec<MemberId>,
    pub(crate) advisers: Vec<MemberId>,
}

impl Room {
    pub(crate) fn new() -> Self {
        let mut place = Place::new();
        let (marcia, grace, ines) = (place.marcia, place.grace, place.ines);
        let open = place.open();
        let mut add = |name, role| member::add(open, &typed_member(name, role)).unwrap().value.id;
        let mut residents = vec![marcia, grace];
        for name in ["Bilal Hussain", "Doreen Pike", "Ken Ashby", "Priya Sands", "Sunita Rao", "Terry Moult"] {
            residents.push(add(name, Role::Resident));
        }
        let advisers = vec![ines, add("Carol Finch", Role::Advisory), add("Tom Vale", Role::Advisory)];
        let meeting = meeting_on(open, MeetingKind::Partnership, "2023-01-17");
        Self { place, meeting, residents, advisers }
    }

    pub(crate) fn open(&mut self) -> &mut Open {
        self.place.open()
    }

    pub(crate) fn who(&mut self, name: &str) -> MemberId {
        let open = self.place.open();
        let found = open.people().find(|(_, other)| *other == name).unwrap().0;
        MemberId(found)
    }

    pub(crate) fn item(&mut self, kind: ItemKind, title: &str, subject: Option<Uuid>) -> ItemId {
        let meeting = self.meeting;
        add_item(self.open(), meeting, &item(kind, title, subject)).unwrap().value
    }

    /// An application for £400, on the agenda.
    pub(crate) fn application(&mut self, group: &str) -> (ApplicationId, ItemId) {
        let id = self.place.received(group);
        (id, self.item(ItemKind::Grant, "", Some(id.0)))
    }

    pub(crate) fn attend(&mut self, name: &str, what: Attendance, at: &str) {
        let (member, meeting) = (self.who(name), self.meeting);
        attend(self.open(), meeting, member, what, at).unwrap();
    }

    /// Everybody but those named is here, Marcia Lowe chairs, and it starts at 6:30pm.
    pub(crate) fn starts_without(&mut self, absent: &[&str]) {
        let meeting = self.meeting;
        for member in self.residents.iter().chain(&self.advisers).copied().collect::<Vec<_>>() {
            if !absent.contains(&self.place.open().name_of(member.0)) {
                attend(self.place.open(), meeting, member, Attendance::Arrived, "6:30pm").unwrap();
            }
        }
        self.attend("Marcia Lowe", Attendance::TookChair, "6:30pm");
        start(self.open(), meeting, "6:30pm").unwrap();
    }

    pub(crate) fn take(&mut self, item: ItemId, at: &str) {
        take_step(self.open(), item, Step::Taken, at).unwrap();
    }

    pub(crate) fn step(&mut self, item: ItemId, step: Step, at: &str) {
        take_step(self.open(), item, step, at).unwrap();
    }

    pub(crate) fn declare(&mut self, item: ItemId, name: &str, financial: bool, part: Option<Part>, at: &str) {
        let member = self.who(name);
        let typed = TypedInterest { financial, how: "A neighbour runs it".into(), part };
        declare(self.open(), item, member, &typed, at).unwrap();
    }

    pub(crate) fn grant(&mut self, item: ItemId, outcome: TypedOutcome, way: Way, at: &str) {
        let proposal = TypedProposal::Grant(Box::new(TypedGrant {
            outcome,
            conditions: vec!["Keep the tools in the hub".into()],
            ends_on: on("2023-06-30"),
            return_by: TypedDate::default(),
            instalments: vec![],
            reason: String::new(),
        }));
        resolve(self.open(), item, &TypedResolution { proposal, way }, at).unwrap();
    }

    pub(crate) fn other(&mut self, item: ItemId, words: &str, way: Way, at: &str) {
        let proposal = TypedProposal::Other { proposal: words.into(), other_side: true };
        resolve(self.open(), item, &TypedResolution { proposal, way }, at).unwrap();
    }

    pub(crate) fn closes(&mut self, at: &str) {
        let meeting = self.meeting;
        close(self.open(), meeting, &TypedClose { at: at.into(), ..TypedClose::default() }).unwrap();
    }

    pub(crate) fn minutes(&mut self) -> Minutes {
        let meeting = self.meeting;
        view(self.open(), meeting).unwrap()
    }

    pub(crate) fn printed(&mut self, version: Version) -> PrintedMinutes {
        let meeting = self.meeting;
        printed(self.open(), meeting, version).unwrap()
    }

    /// What the record says of an item.
    pub(crate) fn facts(&mut self, item: ItemId) -> Vec<String> {
        let minutes = self.minutes();
        let one = minutes.items.iter().find(|one| one.item.id == item).unwrap();
        one.facts.all().map(|sentence| sentence.whole().to_owned()).collect()
    }

    pub(crate) fn tell(&mut self, id: ApplicationId) {
        decision::issue(self.open(), id, day("2023-01-17"), "By letter").unwrap();
    }

    /// How many decisions the meeting's page shows.
    pub(crate) fn decided(&mut self) -> usize {
        let meeting = self.meeting;
        page(self.open(), meeting).unwrap().decisions.len()
    }
}

pub(crate) fn vote(agree: u32, against: u32, not_voting: u32, casting: Option<Casting>) -> Way {
    Way::Vote(Tally { agree, against, not_voting, casting })
}

pub(crate) fn part(amount: &str) -> TypedOutcome {
    TypedOutcome::ApprovedInPart { amount: amount.into(), purpose: "the timber".into() }
}

/// Every word of printed minutes.
pub(crate) fn all_words(minutes: &PrintedMinutes) -> String {
    let mut lines: Vec<String> = minutes.attendance.there.iter().map(|line| format!("{}: {}", line.label, line.names)).collect();
    lines.extend(minutes.attendance.comings.iter().cloned());
    for item in &minutes.items {
        lines.push(format!("{}. {}", item.number, item.heading));
        lines.extend(item.paragraphs.iter().map(|sentence| sentence.whole().to_owned()));
    }
    lines.extend(minutes.close.iter().cloned());
    lines.join("\n")
}
