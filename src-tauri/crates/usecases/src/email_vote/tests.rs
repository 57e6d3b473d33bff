//! Votes by e-mail in a register: started, voted, decided early or late, voided by an interest, and sealed.

use super::{State, TypedBallot, TypedProposal, close, list, record_ballot, start, stop, view, waiting};
use crate::decision::{TypedOutcome, issue};
use crate::interest::tests::place::{Place, approve, at_register, day, on};
use crate::interest::{TypedAnswer, answer};
use crate::text::DecisionFigures;
use crate::{Changed, Error, FieldFault, Open, Result, embargo};
use domain::Money;
use domain::application::ApplicationState;
use domain::ballot::{Choice, EmailVoteRefusal, Returns};
use domain::date::TypedDate;
use domain::decision::{Body, DecisionError, Outcome};
use domain::id::{ApplicationId, EmailVoteId, MemberId};
use domain::member::Role;

/// A register with eight residents, an application of £400, and a vote on it that opened on 17 January 2023.
struct Scene {
    place: Place,
    application: ApplicationId,
    vote: EmailVoteId,
    residents: Vec<MemberId>,
}

fn proposal() -> TypedProposal {
    TypedProposal {
        outcome: TypedOutcome::Approved { amount: "400".into() },
        opened_on: on("2023-01-17"),
        conditions: vec!["Keep the tools in the hub.".into()],
        ends_on: on("2023-06-30"),
        return_by: TypedDate::default(),
        instalments: Vec::new(),
    }
}

impl Scene {
    fn new() -> Self {
        let mut place = Place::new();
        let mut residents = vec![place.marcia, place.grace];
        residents.extend((3..=8).map(|number| at_register(place.open(), &format!("Resident {number}"), Role::Resident)));
        let application = place.received("Merrybank Growers");
        let vote = start(place.open(), application, &proposal()).unwrap().value;
        Self { place, application, vote, residents }
    }

    fn open(&mut self) -> &mut Open {
        self.place.open()
    }

    fn ballot(&mut self, number: usize, choice: Choice, sent: &str) -> Result<Changed<()>> {
        let (vote, member) = (self.vote, self.residents[number]);
        record_ballot(self.open(), vote, &TypedBallot { member, on: on(sent), choice })
    }

    fn agree(&mut self, numbers: std::ops::Range<usize>) {
        numbers.for_each(|number| drop(self.ballot(number, Choice::Agree, "2023-01-18").unwrap()));
    }

    fn state(&mut self) -> State {
        let vote = self.vote;
        view(self.open(), vote).unwrap().line.state.unwrap()
    }

    fn returns(&mut self) -> Returns {
        let vote = self.vote;
        view(self.open(), vote).unwrap().returns
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T>) -> EmailVoteRefusal {
    match result {
        Err(Error::EmailVote(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn enough_who_agree_make_a_decision_and_a_grant_before_the_last_day() {
    let mut scene = Scene::new();
    let vote = scene.vote;
    scene.place.move_to("2023-01-19");
    let shown = view(scene.open(), vote).unwrap();
    assert_eq!((shown.needed, shown.voters.len(), shown.line.closes_on), (5, 8, day("2023-01-24")));
    scene.agree(0..4);
    assert_eq!(refused(close(scene.open(), vote, "Vote by email")), EmailVoteRefusal::StillOpen { closes_on: day("2023-01-24") });
    scene.ballot(7, Choice::Against, "2023-01-18").unwrap();
    scene.agree(4..5);
    assert_eq!(scene.state(), State::Decided { carried: true });
    let decision = close(scene.open(), vote, "Vote by email that closed on 19 January 2023").unwrap().value;

    let application = scene.application;
    let case = scene.open().case(application).unwrap();
    let made = case.decisions.last().unwrap();
    assert_eq!((case.state(), Some(made.id), made.body), (ApplicationState::Approved, decision, Body::EmailVote));
    assert_eq!((made.decided_on, &made.outcome), (day("2023-01-19"), &Outcome::Approved { amount: Money::from_pence(40_000) }));
    let words = made.words.as_ref().unwrap();
    assert_eq!(words.conditions, ["Keep the tools in the hub."]);
    let figures = DecisionFigures::Email { residents: 8, agreed: 5, needed: 5, against: 1, abstained: 0 };
    assert_eq!((words.decided_by.as_str(), words.figures.as_ref()), ("Vote by email that closed on 19 January 2023", Some(&figures)));
    assert!(case.grant_id().is_some());
    assert_eq!(scene.open().line("1.4").free(), Money::from_pence(210_000));
    assert_eq!((scene.state(), scene.returns().agreed), (State::Carried, 5));
    assert_eq!(refused(scene.ballot(6, Choice::Agree, "2023-01-18")), EmailVoteRefusal::Closed);
    assert_eq!(refused(close(scene.open(), vote, "again")), EmailVoteRefusal::Closed);
    let journal = scene.open().register().read(|tx| tx.entries(None, 1)).unwrap().remove(0);
    assert!(journal.signed && journal.kind == "emailVoteClosed");
}

#[test]
fn too_few_on_the_last_day_leave_the_application_where_it_was() {
    let mut scene = Scene::new();
    let (vote, application) = (scene.vote, scene.application);
    scene.place.move_to("2023-01-24");
    scene.agree(0..4);
    assert_eq!(scene.state(), State::Open);
    scene.place.move_to("2023-01-25");
    assert_eq!(refused(scene.ballot(5, Choice::Agree, "2023-01-25")), EmailVoteRefusal::TooLate { closes_on: day("2023-01-24") });
    assert_eq!(refused(scene.ballot(5, Choice::Agree, "2023-01-16")), EmailVoteRefusal::TooEarly { opened_on: day("2023-01-17") });
    assert_eq!(scene.state(), State::Decided { carried: false });
    assert_eq!(close(scene.open(), vote, "").unwrap().value, None);
    assert_eq!(scene.state(), State::Lost);
    let case = scene.open().case(application).unwrap();
    assert_eq!((case.state(), case.decisions.len()), (ApplicationState::Received, 0));
    // It may be put to a vote again, with another proposal.
    let less = TypedProposal {
        outcome: TypedOutcome::ApprovedInPart { amount: "200".into(), purpose: "The soil".into() },
        opened_on: on("2023-01-25"),
        ..proposal()
    };
    start(scene.open(), application, &less).unwrap();
}

#[test]
fn a_ballot_sent_in_time_counts_when_it_is_typed_in_later() {
    let mut scene = Scene::new();
    let vote = scene.vote;
    scene.place.move_to("2023-01-26");
    scene.agree(0..5);
    close(scene.open(), vote, "Vote by email").unwrap();
    let application = scene.application;
    assert_eq!(scene.open().case(application).unwrap().decisions[0].decided_on, day("2023-01-24"), "decided on its last day");
}

#[test]
fn an_interest_declared_after_the_ballot_voids_it_and_stays_in_the_number() {
    let mut scene = Scene::new();
    let (vote, application, marcia, joan) = (scene.vote, scene.application, scene.place.marcia, scene.place.joan);
    scene.place.move_to("2023-01-18");
    scene.agree(0..5);
    assert_eq!(scene.state(), State::Decided { carried: true });
    answer(scene.place.sit(marcia), application, &TypedAnswer::declared("My sister runs it.")).unwrap();
    assert!(matches!(view(scene.open(), vote), Err(Error::NotFound)), "she reads no more of it");
    scene.place.sit(joan);
    assert_eq!((scene.state(), scene.returns()), (State::Open, Returns { agreed: 4, waiting: 3, with_interest: 1, ..Returns::default() }));
    assert_eq!(refused(scene.ballot(0, Choice::Agree, "2023-01-18")), EmailVoteRefusal::HasInterest);
    let ines = scene.place.ines;
    let adviser = TypedBallot { member: ines, on: on("2023-01-18"), choice: Choice::Agree };
    assert_eq!(refused(record_ballot(scene.open(), vote, &adviser)), EmailVoteRefusal::NoVote);
    scene.ballot(7, Choice::Agree, "2023-01-18").unwrap();
    assert_eq!(scene.state(), State::Decided { carried: true }, "five of eight again");
    scene.ballot(7, Choice::Against, "2023-01-18").unwrap();
    assert_eq!(scene.state(), State::Open, "the later ballot of a day takes the place of the earlier");
}

#[test]
fn nobody_votes_on_what_could_not_stand_and_not_twice_at_once() {
    let mut scene = Scene::new();
    let application = scene.application;
    assert!(waiting(scene.open()).unwrap().is_empty());
    assert_eq!(refused(start(scene.open(), application, &proposal())), EmailVoteRefusal::AnotherOpen);
    let other = scene.place.received("Second Spin");
    assert_eq!(waiting(scene.open()).unwrap().len(), 1);
    let too_much = TypedProposal { outcome: TypedOutcome::Approved { amount: "4000".into() }, ..proposal() };
    let refusal = start(scene.open(), other, &too_much);
    assert!(matches!(refusal, Err(Error::Decision(DecisionError::NotAsAsked { .. }))), "{refusal:?}");
    let early = TypedProposal { opened_on: on("2021-01-17"), ..proposal() };
    assert!(matches!(start(scene.open(), other, &early), Err(Error::Decision(DecisionError::BeforeReceived { .. }))));
    let late = TypedProposal { opened_on: on("2023-01-18"), ..proposal() };
    let Err(Error::Fields(fields)) = start(scene.open(), other, &late) else { panic!("a day to come") };
    assert_eq!(fields, [("openedOn".to_owned(), FieldFault::InFuture)]);
}

#[test]
fn what_a_meeting_decided_meanwhile_is_not_decided_again_and_the_vote_is_stopped_with_a_reason() {
    let mut scene = Scene::new();
    let (vote, application) = (scene.vote, scene.application);
    scene.place.move_to("2023-01-18");
    scene.agree(0..5);
    approve(scene.open(), application).unwrap();
    let refusal = close(scene.open(), vote, "Vote by email");
    assert!(matches!(refusal, Err(Error::Decision(DecisionError::NotOpen { .. }))), "{refusal:?}");
    assert!(matches!(stop(scene.open(), vote, " "), Err(Error::Fields(_))));
    stop(scene.open(), vote, "The meeting decided it.").unwrap();
    assert_eq!(scene.state(), State::Stopped { reason: "The meeting decided it.".into() });
    assert_eq!(scene.open().case(application).unwrap().decisions.len(), 1);
}

#[test]
fn what_is_proposed_and_who_voted_how_stays_with_those_who_read_applications() {
    let mut scene = Scene::new();
    let (vote, application, joan, anita, ines) = (scene.vote, scene.application, scene.place.joan, scene.place.anita, scene.place.ines);
    scene.place.move_to("2023-01-18");
    scene.agree(0..5);
    let member = scene.residents[2].0.to_string();
    let journal = scene.place.journal();
    let ballots: Vec<&str> = journal.match_indices("ballotRecorded").map(|(at, _)| &journal[at..journal.len().min(at + 400)]).collect();
    assert_eq!(ballots.len(), 5);
    assert!(ballots.iter().all(|entry| !entry.contains(&member) && !entry.contains("agree")));

    let line = |open: &Open| list(open).unwrap().remove(0);
    let told = |place: &mut Place, who| {
        let line = line(place.sit(who));
        (line.group.is_some(), line.state.is_some(), view(place.open(), vote).is_ok())
    };
    assert_eq!(told(&mut scene.place, anita), (false, false, false));
    // A reviewer answers first whether they have an interest.
    assert!(!told(&mut scene.place, ines).2);
    answer(scene.place.open(), application, &TypedAnswer::none()).unwrap();
    assert_eq!(told(&mut scene.place, ines), (true, true, true));
    // Opened early, the group's words are everybody's; what is proposed is not, and who voted how never is.
    embargo::open_early(scene.place.sit(joan), application, "The newspaper has it").unwrap();
    assert_eq!(told(&mut scene.place, anita), (true, false, false));
    scene.place.sit(joan);
    close(scene.open(), vote, "Vote by email").unwrap();
    issue(scene.open(), application, day("2023-01-18"), "By letter").unwrap();
    assert_eq!(told(&mut scene.place, anita), (true, false, false));
    assert!(scene.place.sit(anita).case(application).unwrap().decisions[0].words.is_some(), "the decision itself is everybody's");
    let blobs = scene.place.open().register().read(|tx| tx.email_vote_blobs(application.0)).unwrap();
    assert_eq!(blobs.len(), 7);
    assert!(blobs.iter().all(|blob| !scene.place.opened_by(anita).contains(blob)));
    assert!(blobs.iter().all(|blob| scene.place.opened_by(ines).contains(blob)));
}
