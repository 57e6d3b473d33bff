//! A meeting of five residents and two advisers, with items on its agenda.

use crate::decision::TypedOutcome;
use crate::interest::tests::place::{Place, typed_member};
use crate::meeting::{TypedItem, TypedMeeting, add_item, plan};
use crate::sitting::{
    Attendance, Replayed, Step, TypedClose, TypedGrant, TypedInterest, TypedProposal, TypedResolution, attend, replay, resolve, start,
    take_step,
};
use crate::{Changed, Open, Result, member};
use domain::date::TypedDate;
use domain::id::{ApplicationId, ItemId, MeetingId, MemberId};
use domain::meeting::{ItemKind, MeetingKind, Part, Tally, Way};
use domain::member::Role;
use uuid::Uuid;

pub(super) use crate::interest::tests::place::{day, on};

/// A meeting on the day of the register.
pub(super) struct Held {
    pub(super) place: Place,
    pub(super) meeting: MeetingId,
    /// Residents: the Chair, a Vice-chair, and three more.
    pub(super) residents: [MemberId; 5],
    /// Advisers: a reviewer, and one more.
    pub(super) advisers: [MemberId; 2],
}

impl Held {
    pub(super) fn new() -> Self {
        Self::of(MeetingKind::Partnership)
    }

    pub(super) fn of(kind: MeetingKind) -> Self {
        let mut place = Place::new();
        let (marcia, grace, ines) = (place.marcia, place.grace, place.ines);
        let open = place.open();
        let mut add = |name, role| member::add(open, &typed_member(name, role)).unwrap().value.id;
        let [ken, doreen, terry] = ["Ken Ashby", "Doreen Pike", "Terry Moult"].map(|name| add(name, Role::Resident));
        let carol = add("Carol Finch", Role::Advisory);
        let meeting = planned(open, kind, "2023-01-17");
        Self { place, meeting, residents: [marcia, grace, ken, doreen, terry], advisers: [ines, carol] }
    }

    pub(super) fn open(&mut self) -> &mut Open {
        self.place.open()
    }

    pub(super) fn item(&mut self, kind: ItemKind, title: &str, subject: Option<Uuid>) -> ItemId {
        let public = kind != ItemKind::Joining;
        let typed = TypedItem { kind, title: title.into(), about: String::new(), subject, public };
        add_item(self.place.open(), self.meeting, &typed).unwrap().value
    }

    /// An application for £400, on the agenda.
    pub(super) fn application(&mut self, group: &str) -> (ApplicationId, ItemId) {
        let id = self.place.received(group);
        (id, self.item(ItemKind::Grant, "", Some(id.0)))
    }

    pub(super) fn attend(&mut self, member: MemberId, what: Attendance, at: &str) -> Result<Changed<()>> {
        attend(self.place.open(), self.meeting, member, what, at)
    }

    /// Everybody is here, the Chair chairs, and the meeting starts at 6:30pm.
    pub(super) fn started(&mut self) {
        for member in self.residents.into_iter().chain(self.advisers) {
            self.attend(member, Attendance::Arrived, "6:30pm").unwrap();
        }
        self.attend(self.residents[0], Attendance::TookChair, "6:30pm").unwrap();
        start(self.place.open(), self.meeting, "6:30pm").unwrap();
    }

    pub(super) fn take(&mut self, item: ItemId, at: &str) {
        take_step(self.place.open(), item, Step::Taken, at).unwrap();
    }

    pub(super) fn grant(&mut self, item: ItemId, amount: &str, way: Way, at: &str) -> Result<Changed<()>> {
        resolve(self.place.open(), item, &granting(amount, way), at)
    }

    pub(super) fn now(&mut self) -> Replayed {
        let id = self.meeting;
        replay(self.place.open(), id).unwrap()
    }

    pub(super) fn close(&mut self, at: &str) -> Result<Changed<()>> {
        let id = self.meeting;
        super::super::close(self.place.open(), id, &TypedClose { at: at.into(), ..TypedClose::default() })
    }
}

pub(super) fn planned(open: &mut Open, kind: MeetingKind, day: &str) -> MeetingId {
    plan(open, &TypedMeeting { kind, on: on(day), starts_at: "6:30pm".into(), place: "The Hub".into() }).unwrap().value
}

pub(super) fn vote(agree: u32, against: u32, not_voting: u32) -> Way {
    Way::Vote(Tally { agree, against, not_voting, casting: None })
}

/// What is asked is £400; less is a part of it.
pub(super) fn granting(amount: &str, way: Way) -> TypedResolution {
    let amount = amount.to_owned();
    let outcome = if amount == "400" {
        TypedOutcome::Approved { amount }
    } else {
        TypedOutcome::ApprovedInPart { amount, purpose: "The timber".into() }
    };
    proposing(outcome, way)
}

pub(super) fn proposing(outcome: TypedOutcome, way: Way) -> TypedResolution {
    let grant = TypedGrant {
        outcome,
        conditions: vec!["Keep the tools in the hub.".into(), " ".into()],
        ends_on: on("2023-06-30"),
        return_by: TypedDate::default(),
        instalments: Vec::new(),
        reason: "A good project.".into(),
    };
    TypedResolution { proposal: TypedProposal::Grant(Box::new(grant)), way }
}

pub(super) fn other(words: &str, way: Way) -> TypedResolution {
    TypedResolution { proposal: TypedProposal::Other { proposal: words.into(), other_side: true }, way }
}

pub(super) fn interest(how: &str, part: Option<Part>) -> TypedInterest {
    TypedInterest { financial: false, how: how.into(), part }
}
