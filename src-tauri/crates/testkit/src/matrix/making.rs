//! Making the stage, through what people do at the program: nothing is put into the register past the use cases.

use super::words::{asked, markers};
use super::{Marked, Matrix, Person, State, TURNS, is_free};
use crate::review::{Reply, Reviewer};
use crate::{TestRegister, figures};
use domain::date::TypedDate;
use domain::embargo::{EmbargoReason, EmbargoSubject};
use domain::id::{ApplicationId, MemberId, RoundId};
use domain::interest::{Answer, Stance};
use domain::member::Role;
use domain::review::TypedJudgement;
use exchange::sheet::JudgementSheet;
use std::sync::atomic::AtomicBool;
use usecases::application::{self, AttachmentKind};
use usecases::document::{DocumentKind, Size};
use usecases::embargo::{self, TypedEmbargo};
use usecases::interest::{self, TypedAnswer};
use usecases::review::paper::{self, TypedReview};
use usecases::review::round::TypedRound;
use usecases::review::{self, Medium, bring_in, export};
use usecases::{Open, decision, grant, issue};
use uuid::Uuid;

/// Those who read applications, in the order of `TURNS`.
const READERS: [Role; 4] = [Role::Coordinator, Role::Chair, Role::ViceChair, Role::Reviewer];

/// A member of every role, beside the co-ordinator.
const OTHERS: [(Role, &str); 7] = [
    (Role::Chair, "Marcia Lowe"),
    (Role::ViceChair, "Tom Ashdown"),
    (Role::Resident, "Ines Farrow"),
    (Role::Reviewer, "Sunil Brook"),
    (Role::Advisory, "Olga Penn"),
    (Role::LtoClerk, "Anita Joyce"),
    (Role::ReadOnly, "Basil Thorne"),
];

impl Matrix {
    /// Makes the stage. The co-ordinator sits at the register at its end.
    pub fn new() -> Self {
        let mut test = TestRegister::new();
        let mut people = vec![Person { id: test.co_ordinator, name: "Joan Pelham", role: Role::Coordinator }];
        for (role, name) in OTHERS {
            let (grown, id) = test.with_member(name, role);
            test = grown;
            people.push(Person { id, name, role });
        }
        let (test, away) = test.with_reviewer("Ken Ashby");
        let mut matrix = Self {
            test,
            people,
            applications: Vec::new(),
            rounds: Vec::new(),
            meetings: Vec::new(),
            items: Vec::new(),
            matter: "Zmeetinblor".into(),
            away,
        };
        matrix.type_in();
        matrix.set_embargoes();
        matrix.plan_meetings();
        let [_, chair, vice_chair, reviewer] = READERS.map(|role| matrix.person(role).id);
        let mut matrix = matrix.everybody_answers([chair, vice_chair, reviewer]);
        matrix.hold_the_first_meetings();
        matrix.run_rounds();
        let matrix = matrix.reviewed_by(vice_chair).declared_late(vice_chair);
        let matrix = matrix.reviewed_by(reviewer).declared_late(reviewer);
        let mut matrix = matrix.reviewed_by(chair);
        matrix.open_reviews();
        let mut matrix = matrix.declared_late(chair).at_the_office();
        matrix.bring_in_late_reviews();
        matrix.decide();
        matrix.issue_papers();
        matrix.the_co_ordinator_declares();
        let mut matrix = matrix.signed_in(chair);
        matrix.settle_as_chair();
        let mut matrix = matrix.at_the_office();
        usecases::register::back_up(&mut matrix.test.open).unwrap();
        matrix
    }

    fn at_the_office(self) -> Self {
        let office = self.test.co_ordinator;
        self.signed_in(office)
    }

    /// The co-ordinator types everything in, receives it, and corrects it once.
    fn type_in(&mut self) {
        let turns = State::SEALED.into_iter().flat_map(|state| [state; 4]).chain([State::Told]);
        for (number, state) in turns.enumerate() {
            let open = &mut self.test.open;
            let (cover, inner) = markers(number);
            let id = application::start(open).unwrap().value;
            let (files, papers, stances) = (Vec::new(), Vec::new(), Vec::new());
            let mut marked = Marked { id, state, cover, inner, files, papers, stances, round: None };
            let typed = marked.typed(open, asked(number));
            application::save_typing(open, id, 0, &typed).unwrap();
            let files = application::attach(open, id, AttachmentKind::Scan, &[marked.file(), marked.file()]).unwrap().value;
            let reason = format!("That was {} again.", marked.inner);
            application::remove_attachment(open, files[1], &reason).unwrap();
            marked.files = vec![files[0]];
            let on = TypedDate::from_date(open.today());
            for call in [false, true] {
                application::add_note(open, id, call, &on, &format!("They said {}.", marked.inner)).unwrap();
            }
            if state != State::Draft {
                application::receive(open, id).unwrap();
                application::start_correction(open, id).unwrap();
                application::save_typing(open, id, revision(open, id), &typed).unwrap();
                application::receive_correction(open, id, &format!("The paper says {}.", marked.inner)).unwrap();
            }
            self.applications.push(marked);
        }
    }

    /// An embargo on an item of a meeting; and who was told of those on the applications.
    fn set_embargoes(&mut self) {
        let word = &self.matter;
        let typed = TypedEmbargo {
            subject: EmbargoSubject::MeetingItem,
            title: format!("The lease of {word}"),
            reason: EmbargoReason::Other,
            reason_words: format!("Nobody knows of {word} yet."),
            until_date: TypedDate::default(),
            until_event: format!("{word} is signed"),
            told: format!("Pat of {word}"),
        };
        embargo::set(&mut self.test.open, &typed).unwrap();
        for marked in &self.applications {
            embargo::told_of_application(&mut self.test.open, marked.id, &format!("Pat of {}", marked.inner)).unwrap();
        }
    }

    /// Everybody who reads says where they stand. Half of those who have an interest find out only later.
    fn everybody_answers(mut self, readers: [Uuid; 3]) -> Self {
        for (place, member) in readers.into_iter().enumerate() {
            self = self.signed_in(member);
            for number in self.sealed() {
                let stance = TURNS[number % 4][place + 1];
                if stance != Stance::Unanswered {
                    let first = if is_late(number) { Stance::Clear } else { stance };
                    self.say(number, member, first);
                }
            }
        }
        self = self.at_the_office();
        let office = self.test.co_ordinator;
        for number in self.sealed() {
            if TURNS[number % 4][0] == Stance::Clear {
                self.say(number, office, Stance::Clear);
            }
        }
        self
    }

    fn sealed(&self) -> std::ops::Range<usize> {
        0..self.applications.len() - 1
    }

    /// Whoever is signed in says where they stand.
    fn say(&mut self, number: usize, member: Uuid, stance: Stance) {
        let marked = &mut self.applications[number];
        let typed = match stance {
            Stance::Clear => TypedAnswer::none(),
            Stance::Conflicted => TypedAnswer::declared(&marked.tie()),
            _ => TypedAnswer::unsure(&marked.tie()),
        };
        interest::answer(&mut self.test.open, marked.id, &typed).unwrap();
        marked.stances.retain(|(who, _)| *who != member);
        marked.stances.push((member, stance));
    }

    /// Three rounds: prepared, out, and one whose reviews will be opened. The packs go out, and one answer comes back.
    fn run_rounds(&mut self) {
        let of = |states: fn(State) -> bool| {
            self.applications.iter().filter(|marked| states(marked.state)).map(|marked| marked.id).collect::<Vec<_>>()
        };
        let rounds = [
            of(|state| state == State::InRound),
            of(|state| matches!(state, State::UnderReview | State::Withdrawn)),
            of(State::was_reviewed),
        ];
        let members = self.reviewers();
        for (name, applications) in ["Prepared", "Out", "Opened"].into_iter().zip(rounds) {
            let typed = TypedRound {
                name: name.into(),
                return_by: TypedDate { day: "20".into(), month: "5".into(), year: "2022".into() },
                applications: applications.clone(),
                reviewers: members.iter().map(|member| (*member, Medium::Pack)).collect(),
                criteria: Vec::new(),
            };
            let round = review::start_round(&mut self.test.open, &typed).unwrap().value;
            self.rounds.push(round);
            for marked in self.applications.iter_mut().filter(|marked| applications.contains(&marked.id)) {
                marked.round = Some(round);
            }
        }
        let left_out = self.applications.iter().find(|marked| marked.state == State::InRound).unwrap();
        let reason = format!("She is tired of {}", left_out.inner);
        let vice_chair = MemberId(self.person(Role::ViceChair).id);
        review::leave_out(&mut self.test.open, self.rounds[0], vice_chair, left_out.id, Some(&reason)).unwrap();
        for round in [self.rounds[1], self.rounds[2]] {
            self.send_packs(round, "stick", &members);
            let back = self.answer_of_away(round, "stick", |marked| !is_held_back(marked));
            bring_in::bring_in(&mut self.test.open, &back).unwrap();
        }
    }

    /// Those to whom packs go.
    fn reviewers(&self) -> Vec<MemberId> {
        let here = READERS[1..].iter().map(|role| MemberId(self.person(*role).id));
        here.chain([self.away.member]).collect()
    }

    /// Sends packs of a round, into a folder beside the register.
    pub fn send_packs(&mut self, round: RoundId, folder: &str, to: &[MemberId]) -> export::PacksSent {
        let folder = self.test.place().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        let job = export::prepare(&self.test.open, round, to).unwrap();
        let staged = job.run(&folder, &|_, _| {}, &AtomicBool::new(false)).unwrap();
        export::record(&mut self.test.open, staged).unwrap().value
    }

    /// What the reviewer who is away sends back: an interest in each fourth, and reviews of the others.
    fn answer_of_away(&self, round: RoundId, folder: &str, which: impl Fn(&Marked) -> bool) -> Vec<u8> {
        let away: &Reviewer = &self.away;
        let sender = self.test.open.register().keyring().verifying_key();
        let files = std::fs::read_dir(self.test.place().join(folder)).unwrap();
        let mut packs = files.filter_map(|file| {
            away.open(&std::fs::read(file.unwrap().path()).unwrap(), sender, self.test.open.register().surroundings().now()).ok()
        });
        let pack = packs.find(|pack| pack.round.round_id == round.0).unwrap();
        let mut reply = Reply::default();
        for (number, marked) in self.applications.iter().enumerate() {
            if pack.applications().contains(&marked.id.0) && which(marked) {
                let interested = number % 4 == 1;
                let answer = if interested { Answer::Interest } else { Answer::NoInterest };
                reply.answers.push(away.answers(&pack, marked.id, answer));
                if !interested {
                    reply.reviews.push(away.reviews(&pack, marked.id, &sheet(&marked.judgement()), &[]));
                }
            }
        }
        away.responds(&pack, &reply)
    }

    /// Whoever has no interest so far reviews here what is in the two rounds that are out.
    fn reviewed_by(self, member: Uuid) -> Self {
        let mut matrix = self.signed_in(member);
        let out = [matrix.rounds[1], matrix.rounds[2]];
        for marked in &matrix.applications {
            let Some(round) = marked.round.filter(|round| out.contains(round)) else { continue };
            if marked.stance(member) == Stance::Clear {
                let typed = TypedReview {
                    round,
                    member: MemberId(member),
                    application: marked.id,
                    on: TypedDate::default(),
                    judgement: marked.judgement(),
                };
                paper::record_review(&mut matrix.test.open, &typed).unwrap();
            }
        }
        matrix
    }

    /// Whoever finds out now that they have an interest declares it.
    fn declared_late(mut self, member: Uuid) -> Self {
        let place = READERS.into_iter().position(|role| self.person(role).id == member).unwrap();
        for number in self.sealed() {
            let stance = TURNS[number % 4][place];
            if is_late(number) && !is_free(stance) {
                self.say(number, member, stance);
            }
        }
        self
    }

    fn open_reviews(&mut self) {
        review::open_reviews(&mut self.test.open, self.rounds[2], "The meeting is tomorrow.").unwrap();
    }

    fn bring_in_late_reviews(&mut self) {
        let back = self.answer_of_away(self.rounds[2], "stick", is_held_back);
        bring_in::bring_in(&mut self.test.open, &back).unwrap();
    }

    /// The co-ordinator records what was decided, and what else happened.
    fn decide(&mut self) {
        for number in 0..self.applications.len() {
            let marked = self.applications[number].clone();
            let (id, inner) = (marked.id, &marked.inner);
            let open = &mut self.test.open;
            let today = open.today();
            match marked.state {
                State::Draft | State::InRound | State::UnderReview | State::Reviewed => {}
                State::Received => drop(application::start_correction(open, id).unwrap()),
                State::Withdrawn => drop(application::withdraw(open, id, &format!("They moved to {inner}.")).unwrap()),
                State::Declined if is_for_the_chair(number) => {}
                _ => drop(decision::record(open, id, &marked.decision(open, asked(number)), &figures()).unwrap()),
            }
            match marked.state {
                State::Cancelled => {
                    let grant_id = open.case(id).unwrap().grant_id().unwrap();
                    grant::cancel(open, grant_id, &format!("They lost {inner}.")).unwrap();
                }
                State::DeferredTold | State::Told => drop(decision::issue(open, id, today, &format!("By phone to {inner}")).unwrap()),
                _ => {}
            }
        }
    }

    /// The co-ordinator prints a paper about some applications in every state that has its own paper.
    fn issue_papers(&mut self) {
        for marked in &mut self.applications {
            let open = &mut self.test.open;
            let decided = !open.case(marked.id).unwrap().decisions.is_empty();
            let kind = match marked.state {
                State::InRound | State::UnderReview | State::Reviewed | State::Deferred | State::InPart | State::Withdrawn => continue,
                _ if decided => DocumentKind::DecisionLetter(marked.id),
                _ => DocumentKind::Application(marked.id),
            };
            issue::issue(open, kind, Size::Standard).unwrap();
            let papers = issue::of_application(open, marked.id).unwrap();
            marked.papers = papers.into_iter().map(|paper| (paper.id, paper.code)).collect();
        }
    }

    fn the_co_ordinator_declares(&mut self) {
        let office = self.test.co_ordinator;
        for number in self.sealed() {
            let stance = TURNS[number % 4][0];
            if !is_free(stance) {
                self.say(number, office, stance);
            }
        }
    }

    /// What the co-ordinator has no part in, the chair records; and the late review is let in.
    fn settle_as_chair(&mut self) {
        for number in self.sealed() {
            let marked = self.applications[number].clone();
            let open = &mut self.test.open;
            if marked.state == State::Declined && is_for_the_chair(number) {
                decision::record(open, marked.id, &marked.decision(open, asked(number)), &figures()).unwrap();
            }
            if is_held_back(&marked) && marked.stance(open.member().id.0) == Stance::Clear {
                let late = review::round(open, self.rounds[2]).unwrap().late;
                let late = late.iter().find(|late| late.application_id == marked.id).unwrap();
                review::settle_late(open, late.review_id, true, &format!("The post was late at {}", marked.inner)).unwrap();
            }
        }
    }
}

impl Default for Matrix {
    fn default() -> Self {
        Self::new()
    }
}

fn revision(open: &Open, id: ApplicationId) -> u32 {
    open.case(id).unwrap().row.revision
}

/// Whether those who have an interest in it say at first that they have none.
fn is_late(number: usize) -> bool {
    (number / 4 + number) % 2 == 1
}

/// Whether the co-ordinator has an interest in it and the chair has none.
fn is_for_the_chair(number: usize) -> bool {
    number % 4 == 2
}

/// Whether what the reviewer who is away thinks of it comes after the opening.
fn is_held_back(marked: &Marked) -> bool {
    marked.state == State::Reviewed
}

fn sheet(typed: &TypedJudgement) -> JudgementSheet {
    JudgementSheet {
        helps_plan: None,
        good: typed.good.clone(),
        worries: typed.worries.clone(),
        comments: typed.comments.iter().zip(1..).map(|(words, question)| (question, words.clone())).collect(),
        questions: vec![typed.questions.clone()],
        scores: Vec::new(),
        recommendation: typed.recommendation.clone(),
        amount_pence: None,
    }
}
