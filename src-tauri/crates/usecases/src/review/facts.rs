//! Everything of one round, read at once, and what follows from it.

use super::line::Progress;
use crate::interest::{Stances, stances};
use crate::{Error, Result};
use domain::id::{ApplicationId, MemberId, ReviewId, RoundId};
use domain::interest::{Answer, Stance};
use domain::review::{Arrival, ReviewFact, Standing, standings};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{PackInRow, ReadTx, ReviewRow, ReviewerRow, RoundRow, SendingRow, Which};
use uuid::Uuid;

/// A round with everything that happened to it.
pub(crate) struct Facts {
    pub(crate) round: RoundRow,
    /// In their order.
    pub(crate) applications: Vec<Uuid>,
    /// In their order.
    pub(crate) reviewers: Vec<ReviewerRow>,
    /// The blob of the reason, by member and application.
    pub(crate) left_out: HashMap<(Uuid, Uuid), Uuid>,
    pub(crate) sendings: Vec<SendingRow>,
    pub(crate) packs_in: Vec<PackInRow>,
    pub(crate) reviews: Vec<ReviewRow>,
    stances: HashMap<Uuid, Stances>,
    versions: HashMap<Uuid, u32>,
    /// Taken back by the group, or decided for good: nobody is asked about them any more.
    over: HashSet<Uuid>,
}

/// Where every review of a round stands.
pub(crate) type Standings = BTreeMap<ReviewId, Standing>;

impl Facts {
    /// One round.
    pub(crate) fn read(tx: &ReadTx<'_>, id: RoundId) -> Result<Self> {
        let which = Which::One(id.0);
        let round = tx.rounds(which)?.pop().ok_or(Error::NotFound)?;
        let applications: Vec<Uuid> = tx.round_applications(which)?.into_iter().map(|(_, application)| application).collect();
        let mut left_out = HashMap::new();
        for row in tx.leavings_out(which)? {
            let place = (row.member_id, row.application_id);
            match row.reason {
                Some(reason) => left_out.insert(place, reason),
                None => left_out.remove(&place),
            };
        }
        let (mut said, mut versions, mut over) = (HashMap::new(), HashMap::new(), HashSet::new());
        for application in &applications {
            said.extend(stances(tx, Which::One(*application))?);
            let newest = tx.application_versions(Which::One(*application))?.last().map_or(0, |row| row.version);
            versions.insert(*application, newest);
            let decided = tx.decisions(Which::One(*application))?.last().is_some_and(|row| row.outcome != "deferred");
            if decided || !tx.withdrawals(Which::One(*application))?.is_empty() {
                over.insert(*application);
            }
        }
        Ok(Self {
            round,
            applications,
            reviewers: tx.round_reviewers(which)?,
            left_out,
            sendings: tx.sendings(which)?,
            packs_in: tx.packs_in(which)?,
            reviews: tx.reviews(which)?,
            stances: said,
            versions,
            over,
        })
    }

    /// The round as it would be with more answers of one member and more reviews.
    #[must_use]
    pub(crate) fn with(mut self, member: Uuid, answers: &[(Uuid, Answer)], reviews: impl Iterator<Item = ReviewRow>) -> Self {
        for (application, answer) in answers {
            // The answers that would have made the stance, and one more.
            let before = match self.stance(member, *application) {
                Stance::Unanswered => None,
                Stance::Clear => Some(Answer::RuledNone),
                Stance::Conflicted => Some(Answer::Interest),
                Stance::Doubtful => Some(Answer::Unsure),
            };
            let stance = Stance::of(before.into_iter().chain([*answer]));
            let said = self.stances.entry(*application).or_default();
            said.retain(|(who, _)| *who != member);
            said.push((member, stance));
        }
        self.reviews.extend(reviews);
        self
    }

    /// Every round, oldest first.
    pub(crate) fn all(tx: &ReadTx<'_>) -> Result<Vec<Self>> {
        tx.rounds(Which::All)?.iter().map(|row| Self::read(tx, row.round_id.into())).collect()
    }

    /// Its id.
    pub(crate) fn id(&self) -> RoundId {
        self.round.round_id.into()
    }

    /// Whether something of it went out, or came in from somebody who sits here.
    pub(crate) fn went_out(&self) -> bool {
        !self.sendings.is_empty() || !self.reviews.is_empty()
    }

    /// A reviewer of this round.
    pub(crate) fn reviewer(&self, member: Uuid) -> Result<&ReviewerRow> {
        self.reviewers.iter().find(|row| row.member_id == member).ok_or(Error::NotFound)
    }

    /// Whether an application is one of this round's.
    pub(crate) fn has(&self, application: Uuid) -> bool {
        self.applications.contains(&application)
    }

    /// Where a member stands towards an application.
    pub(crate) fn stance(&self, member: Uuid, application: Uuid) -> Stance {
        let said = self.stances.get(&application).into_iter().flatten();
        said.into_iter().find(|(who, _)| *who == member).map_or(Stance::Unanswered, |(_, stance)| *stance)
    }

    /// The newest version of an application.
    pub(crate) fn version(&self, application: Uuid) -> u32 {
        self.versions.get(&application).copied().unwrap_or(0)
    }

    /// Where every review stands.
    pub(crate) fn standings(&self) -> Standings {
        let facts: Vec<ReviewFact> = self.reviews.iter().map(fact).collect();
        standings(
            &facts,
            |application: ApplicationId| self.version(application.0),
            |member: MemberId, application: ApplicationId| self.stance(member.0, application.0).takes_part(),
        )
    }

    /// The reviews of one member on one application.
    pub(crate) fn reviews_of(&self, member: Uuid, application: Uuid) -> impl Iterator<Item = &ReviewRow> {
        self.reviews.iter().filter(move |row| row.member_id == member && row.application_id == application)
    }

    /// The reviews of a member on an application whose place nothing took: what a further review must revise.
    pub(crate) fn heads(&self, member: Uuid, application: Uuid) -> Vec<Uuid> {
        let revised: Vec<Uuid> = self.reviews_of(member, application).flat_map(|row| row.revises.iter().copied()).collect();
        self.reviews_of(member, application).map(|row| row.review_id).filter(|id| !revised.contains(id)).collect()
    }

    /// The newest version of an application that was handed to a member, if any was.
    pub(crate) fn sent(&self, member: Uuid, application: Uuid) -> Option<u32> {
        let of_member = self.sendings.iter().filter(|row| row.member_id == member);
        of_member.flat_map(|row| &row.items).filter(|(id, _)| *id == application).map(|(_, version)| *version).max()
    }

    /// How far a reviewer has come with an application.
    pub(crate) fn progress(&self, standings: &Standings, member: Uuid, application: Uuid) -> Progress {
        let sent = self.sent(member, application).is_some();
        if !self.stance(member, application).may_hold() {
            let was_theirs = sent || self.reviews_of(member, application).next().is_some();
            return if was_theirs { Progress::Interest } else { Progress::None };
        }
        let found: Vec<Standing> =
            self.reviews_of(member, application).filter_map(|row| standings.get(&ReviewId(row.review_id))).copied().collect();
        let has = |standing: Standing| found.contains(&standing);
        if has(Standing::Rival) {
            Progress::Rival
        } else if has(Standing::Late) {
            Progress::Late
        } else if has(Standing::Counted) {
            Progress::In
        } else if has(Standing::CountedOlder) {
            Progress::InOlder
        } else if sent && !self.is_over(application) {
            Progress::Missing
        } else {
            Progress::None
        }
    }

    /// Whether nobody is asked about an application any more.
    pub(crate) fn is_over(&self, application: Uuid) -> bool {
        self.over.contains(&application)
    }

    /// Whether a reviewer is still expected to say something about an application, whoever looks.
    fn is_open(&self, standings: &Standings, member: Uuid, application: Uuid) -> bool {
        if self.is_over(application) {
            return false;
        }
        let progress = self.progress(standings, member, application);
        let expected = self.stance(member, application).may_hold() && !self.left_out.contains_key(&(member, application));
        !progress.is_answered() && (expected || progress != Progress::None)
    }

    /// Whether nothing more is expected of anybody. What nobody was sent is expected too.
    pub(crate) fn all_in(&self, standings: &Standings) -> bool {
        let mut waits = self.reviewers.iter().flat_map(|row| self.applications.iter().map(|id| (row.member_id, *id)));
        !self.reviews.is_empty() && !waits.any(|(member, application)| self.is_open(standings, member, application))
    }
}

/// A review as the rules look at it.
fn fact(row: &ReviewRow) -> ReviewFact {
    let arrival = match (row.late, &row.ruling) {
        (false, _) => Arrival::InTime,
        (true, None) => Arrival::Late,
        (true, Some(ruling)) if ruling.accepted => Arrival::LateAccepted,
        (true, Some(_)) => Arrival::LateDeclined,
    };
    ReviewFact {
        id: row.review_id.into(),
        author: row.member_id.into(),
        application: row.application_id.into(),
        version: row.version,
        revises: row.revises.iter().copied().map(ReviewId).collect(),
        arrival,
    }
}
