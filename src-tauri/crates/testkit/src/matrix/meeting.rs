//! The meetings of the stage: agendas with every application that can be decided, and a record that has their words.

use super::{Marked, MarkedItem, Matrix, State};
use domain::date::TypedDate;
use domain::id::MemberId;
use domain::id::{ItemId, MeetingId};
use domain::meeting::{ItemKind, MeetingKind};
use domain::meeting::{Part, Tally, Way};
use domain::member::Role;
use domain::membership::SeatKind;
use usecases::decision::TypedOutcome;
use usecases::meeting::{self, TypedItem, TypedMeeting};
use usecases::membership::{self, TypedSeat};
use usecases::minutes;
use usecases::sitting::{self, Attendance, Step, TypedGrant, TypedInterest, TypedProposal, TypedResolution};

/// How many meetings there are today.
const AT_ONCE: usize = 4;

/// Who has a seat.
const SEATS: [(Role, SeatKind); 5] = [
    (Role::Chair, SeatKind::Resident),
    (Role::ViceChair, SeatKind::Resident),
    (Role::Resident, SeatKind::Resident),
    (Role::Reviewer, SeatKind::Resident),
    (Role::Advisory, SeatKind::Advisory),
];

impl Matrix {
    /// Meetings today with an item on every application between them, and one later in the month with an item on one of four;
    /// each with an item in public, and one declared non-public.
    pub(super) fn plan_meetings(&mut self) {
        // Each entry of a meeting is worked out from all before it: a few short meetings are quicker than a long one.
        for (day, first) in (0..AT_ONCE).map(|first| ("2", first)).chain([("19", 0)]) {
            let on = TypedDate { day: day.into(), month: "5".into(), year: "2022".into() };
            let typed = TypedMeeting { kind: MeetingKind::Partnership, on, starts_at: "6:30pm".into(), place: "The Hub".into() };
            let id = meeting::plan(&mut self.test.open, &typed).unwrap().value;
            self.meetings.push(id);
            for (public, title) in [(true, "The spring fair".to_owned()), (false, format!("What {} costs", self.matter))] {
                let about = if public { String::new() } else { format!("Nobody knows of {}.", self.matter) };
                self.add(id, &TypedItem { kind: ItemKind::General, title, about, subject: None, public });
            }
            for number in (first..self.applications.len()).step_by(AT_ONCE) {
                let marked = self.applications[number].clone();
                if marked.state != State::Draft {
                    let about = format!("Think of {}.", marked.inner);
                    let kind = ItemKind::Grant;
                    let item = self.add(id, &TypedItem { kind, title: String::new(), about, subject: Some(marked.id.0), public: true });
                    self.keep_paper(&marked, item);
                }
            }
        }
    }

    /// The meetings of today begin, and everything on their agendas is talked about.
    pub(super) fn hold_the_first_meetings(&mut self) {
        for (role, seat) in SEATS {
            let member = MemberId(self.person(role).id);
            let begins_on = TypedDate::from_date(self.test.open.today());
            let typed = TypedSeat { member, seat, begins_on, ends_on: TypedDate::default() };
            membership::give_seat(&mut self.test.open, &typed).unwrap();
        }
        for number in 0..AT_ONCE {
            let meeting = self.meetings[number];
            self.hold(meeting);
        }
    }

    /// On each application the interests are settled, a vote to decline it is lost, and on one of four somebody declares an interest
    /// in the room.
    fn hold(&mut self, meeting: MeetingId) {
        for (role, _) in SEATS {
            let member = MemberId(self.person(role).id);
            sitting::attend(&mut self.test.open, meeting, member, Attendance::Arrived, "").unwrap();
        }
        // Whoever reads no application has no interest in one here.
        let chair = MemberId(self.person(Role::Resident).id);
        sitting::attend(&mut self.test.open, meeting, chair, Attendance::TookChair, "").unwrap();
        sitting::start(&mut self.test.open, meeting, "").unwrap();
        let adviser = MemberId(self.person(Role::Advisory).id);
        let agenda = meeting::read(&self.test.open, meeting).unwrap().items;
        for (number, item) in agenda.iter().enumerate() {
            let open = &mut self.test.open;
            sitting::take_step(open, item.id, Step::Taken, "").unwrap();
            let Some(marked) = self.applications.iter().find(|marked| item.application() == Some(marked.id)) else {
                let proposal = TypedProposal::Other { proposal: item.text.clone().unwrap().title, other_side: false };
                sitting::resolve(open, item.id, &TypedResolution { proposal, way: Way::Consensus }, "").unwrap();
                continue;
            };
            if number % 4 == 0 {
                let typed = TypedInterest { financial: false, how: marked.tie(), part: None };
                sitting::declare(open, item.id, adviser, &typed, "").unwrap();
            }
            let hand = || sitting::sitting(&self.test.open, meeting, true).unwrap().in_hand.unwrap();
            let interested: Vec<MemberId> = hand().interests.iter().map(|interest| interest.member).collect();
            for member in interested {
                sitting::settle(&mut self.test.open, item.id, member, Part::Remained, "").unwrap();
            }
            let against = sitting::sitting(&self.test.open, meeting, true).unwrap().in_hand.unwrap().quorum.floor.entitled;
            let said = format!("They said of {} what they think.", marked.inner);
            minutes::note(&mut self.test.open, item.id, &said).unwrap();
            minutes::save(&mut self.test.open, item.id, &said, &said).unwrap();
            let resolution = TypedResolution {
                proposal: TypedProposal::Grant(Box::new(TypedGrant {
                    outcome: TypedOutcome::Declined { reasons: format!("Because of {}.", marked.inner) },
                    conditions: vec![],
                    ends_on: TypedDate::default(),
                    return_by: TypedDate::default(),
                    instalments: vec![],
                    reason: format!("Nobody wants {}.", marked.inner),
                })),
                way: Way::Vote(Tally { agree: 0, against, not_voting: 0, casting: None }),
            };
            sitting::resolve(&mut self.test.open, item.id, &resolution, "").unwrap();
        }
    }

    fn add(&mut self, meeting: MeetingId, typed: &TypedItem) -> ItemId {
        meeting::add_item(&mut self.test.open, meeting, typed).unwrap().value
    }

    fn keep_paper(&mut self, marked: &Marked, item: ItemId) {
        let meeting = *self.meetings.last().unwrap();
        meeting::add_papers(&mut self.test.open, item, &[marked.file()]).unwrap();
        let page = meeting::page(&self.test.open, meeting).unwrap();
        let paper = page.items.iter().find(|line| line.item.id == item).unwrap().papers[0].id;
        self.items.push(MarkedItem { application: marked.id, item, paper });
    }
}
