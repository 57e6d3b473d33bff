//! A register with two applications and reviewers, in a round that is prepared or out.

use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId, RoundId};
use domain::interest::Answer;
use exchange::SignedFact;
use exchange::sheet::JudgementSheet;
use testkit::review::{Reply, ReviewPack, Reviewer, judgement};
use testkit::{Stage, TestRegister};
use usecases::review::round::TypedRound;
use usecases::review::{self, Medium};

/// Words that stand in one application alone.
pub(crate) const MARKER: &str = "marmalade";

/// Two applications, two reviewers, one round.
pub(crate) struct Scene {
    pub(crate) test: TestRegister,
    pub(crate) one: ApplicationId,
    pub(crate) two: ApplicationId,
    pub(crate) ken: Reviewer,
    pub(crate) grace: Reviewer,
    pub(crate) round: RoundId,
}

pub(crate) fn typed(applications: &[ApplicationId], reviewers: &[(MemberId, Medium)]) -> TypedRound {
    TypedRound {
        name: "May 2022".into(),
        return_by: TypedDate { day: "20".into(), month: "5".into(), year: "2022".into() },
        applications: applications.to_vec(),
        reviewers: reviewers.to_vec(),
        criteria: Vec::new(),
    }
}

impl Scene {
    /// A round that is prepared: both get both applications.
    pub(crate) fn new() -> Self {
        Self::with(Medium::Pack)
    }

    /// The same, with Grace reading on paper or not.
    pub(crate) fn with(medium: Medium) -> Self {
        let (test, ken) = TestRegister::new().with_reviewer("Ken Ashby");
        let (mut test, grace) = test.with_reviewer("Grace Okoro");
        let one = test.add("Merrybank Growers", Stage::Received);
        let two = test.add(&format!("{MARKER} Makers"), Stage::Received);
        let round = typed(&[one, two], &[(ken.member, Medium::Pack), (grace.member, medium)]);
        let round = review::start_round(&mut test.open, &round).unwrap().value;
        Self { test, one, two, ken, grace, round }
    }

    /// Sends Ken his pack, and opens it.
    pub(crate) fn sends_ken(&mut self) -> ReviewPack {
        self.test.send_to(self.round, &self.ken)
    }

    /// Sends Grace her pack, and opens it.
    pub(crate) fn sends_grace(&mut self) -> ReviewPack {
        self.test.send_to(self.round, &self.grace)
    }

    /// What the board says.
    pub(crate) fn board(&self) -> review::round::Round {
        review::round(&self.test.open, self.round).unwrap()
    }

    /// Brings a response in.
    pub(crate) fn bring_in(&mut self, bytes: &[u8]) -> review::bring_in::Found {
        review::bring_in::bring_in(&mut self.test.open, bytes).unwrap().value
    }
}

/// A reply that has no interest in anything, with one review of each application named.
pub(crate) fn reply(by: &Reviewer, pack: &ReviewPack, says: &[(ApplicationId, JudgementSheet)]) -> Reply {
    let answers = says.iter().map(|(id, _)| by.answers(pack, *id, Answer::NoInterest)).collect();
    Reply { answers, reviews: says.iter().map(|(id, sheet)| by.reviews(pack, *id, sheet, &[])).collect() }
}

/// In full, with a word to find it by.
pub(crate) fn in_full(good: &str) -> JudgementSheet {
    judgement("fund-in-full", None, good)
}

/// A reply with just these facts about one application.
pub(crate) fn only(by: &Reviewer, pack: &ReviewPack, id: ApplicationId, reviews: &[&SignedFact]) -> Reply {
    Reply { answers: vec![by.answers(pack, id, Answer::NoInterest)], reviews: reviews.iter().map(|fact| (*fact).clone()).collect() }
}
