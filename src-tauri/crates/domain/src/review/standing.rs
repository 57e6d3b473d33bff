//! Which review counts. Reviews are signed facts that are only ever added, so that packs may be brought in in any
//! order, twice, or only some of them: what counts follows from the set alone.

use crate::id::{ApplicationId, MemberId, ReviewId};
use std::collections::{BTreeMap, BTreeSet};

/// How a review came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// Before the reviews of the round were opened.
    InTime,
    /// After that, and the chair has not said whether it counts.
    Late,
    /// After that, and the chair let it in.
    LateAccepted,
    /// After that, and the chair left it out.
    LateDeclined,
}

/// What is known of a review without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFact {
    /// Its id, which its content gives it.
    pub id: ReviewId,
    /// Whose it is.
    pub author: MemberId,
    /// What it is about.
    pub application: ApplicationId,
    /// Which version of the application the reviewer read.
    pub version: u32,
    /// Every earlier review of theirs that this one takes the place of.
    pub revises: Vec<ReviewId>,
    /// How it came in.
    pub arrival: Arrival,
}

/// Where a review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It counts.
    Counted,
    /// It counts, and was written before the application was corrected: the reviewer is asked to confirm.
    CountedOlder,
    /// A later one of the same reviewer took its place.
    Revised,
    /// The reviewer sent two that do not follow one from the other: none counts until they pick.
    Rival,
    /// It came after the reviews were opened and waits for the chair.
    Late,
    /// It came after the reviews were opened and the chair left it out.
    Declined,
    /// Its author has an interest: it is kept and never counted.
    Conflicted,
}

impl Standing {
    /// Whether it counts.
    pub fn counts(self) -> bool {
        matches!(self, Self::Counted | Self::CountedOlder)
    }
}

/// Where every review stands.
///
/// `current` is the newest version of an application; `takes_part` says whether a member has no interest in it.
pub fn standings(
    facts: &[ReviewFact],
    current: impl Fn(ApplicationId) -> u32,
    takes_part: impl Fn(MemberId, ApplicationId) -> bool,
) -> BTreeMap<ReviewId, Standing> {
    let mut by_reader: BTreeMap<(MemberId, ApplicationId), Vec<&ReviewFact>> = BTreeMap::new();
    for fact in facts {
        by_reader.entry((fact.author, fact.application)).or_default().push(fact);
    }
    let mut found = BTreeMap::new();
    for ((author, application), reviews) in by_reader {
        if !takes_part(author, application) {
            found.extend(reviews.iter().map(|review| (review.id, Standing::Conflicted)));
            continue;
        }
        let live = |review: &&&ReviewFact| matches!(review.arrival, Arrival::InTime | Arrival::LateAccepted);
        let revised: BTreeSet<ReviewId> = reviews.iter().filter(live).flat_map(|review| review.revises.iter().copied()).collect();
        // The same review may have been brought in twice.
        let heads: BTreeSet<ReviewId> = reviews.iter().filter(live).map(|review| review.id).filter(|id| !revised.contains(id)).collect();
        for review in &reviews {
            let standing = match review.arrival {
                Arrival::Late => Standing::Late,
                Arrival::LateDeclined => Standing::Declined,
                // Reviews that revise one another in a ring have no last one.
                Arrival::InTime | Arrival::LateAccepted if heads.is_empty() => Standing::Rival,
                Arrival::InTime | Arrival::LateAccepted if revised.contains(&review.id) => Standing::Revised,
                Arrival::InTime | Arrival::LateAccepted if heads.len() > 1 => Standing::Rival,
                Arrival::InTime | Arrival::LateAccepted if review.version < current(application) => Standing::CountedOlder,
                Arrival::InTime | Arrival::LateAccepted => Standing::Counted,
            };
            found.insert(review.id, standing);
        }
    }
    found
}

/// The one review of a member on an application that counts, if there is one.
pub fn counted(
    facts: &[ReviewFact],
    standings: &BTreeMap<ReviewId, Standing>,
    author: MemberId,
    application: ApplicationId,
) -> Option<ReviewId> {
    facts
        .iter()
        .filter(|fact| fact.author == author && fact.application == application)
        .map(|fact| fact.id)
        .find(|id| standings.get(id).is_some_and(|standing| standing.counts()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn fact(id: u128, revises: &[u128]) -> ReviewFact {
        ReviewFact {
            id: ReviewId(Uuid::from_u128(id)),
            author: MemberId(Uuid::from_u128(1)),
            application: ApplicationId(Uuid::from_u128(2)),
            version: 1,
            revises: revises.iter().map(|id| ReviewId(Uuid::from_u128(*id))).collect(),
            arrival: Arrival::InTime,
        }
    }

    fn of(facts: &[ReviewFact], current: u32, takes_part: bool) -> Vec<(u128, Standing)> {
        standings(facts, |_| current, |_, _| takes_part).into_iter().map(|(id, standing)| (id.0.as_u128(), standing)).collect()
    }

    #[test]
    fn every_case_of_the_merge_table() {
        use Standing::{Conflicted, Counted, CountedOlder, Declined, Late, Revised, Rival};
        let late = |arrival| ReviewFact { arrival, ..fact(20, &[10]) };
        for (name, facts, current, takes_part, expected) in [
            ("one", vec![fact(10, &[])], 1, true, vec![(10, Counted)]),
            ("twice the same", vec![fact(10, &[]), fact(10, &[])], 1, true, vec![(10, Counted)]),
            ("revised", vec![fact(10, &[]), fact(20, &[10])], 1, true, vec![(10, Revised), (20, Counted)]),
            ("revised twice, the middle lost", vec![fact(10, &[]), fact(30, &[10, 20])], 1, true, vec![(10, Revised), (30, Counted)]),
            ("older version", vec![fact(10, &[])], 2, true, vec![(10, CountedOlder)]),
            ("rivals", vec![fact(10, &[]), fact(20, &[])], 1, true, vec![(10, Rival), (20, Rival)]),
            (
                "rivals settled",
                vec![fact(10, &[]), fact(20, &[]), fact(30, &[10, 20])],
                1,
                true,
                vec![(10, Revised), (20, Revised), (30, Counted)],
            ),
            ("a ring", vec![fact(10, &[20]), fact(20, &[10])], 1, true, vec![(10, Rival), (20, Rival)]),
            ("late, not settled", vec![fact(10, &[]), late(Arrival::Late)], 1, true, vec![(10, Counted), (20, Late)]),
            ("late, let in", vec![fact(10, &[]), late(Arrival::LateAccepted)], 1, true, vec![(10, Revised), (20, Counted)]),
            ("late, left out", vec![fact(10, &[]), late(Arrival::LateDeclined)], 1, true, vec![(10, Counted), (20, Declined)]),
            ("interest", vec![fact(10, &[])], 1, false, vec![(10, Conflicted)]),
        ] {
            assert_eq!(of(&facts, current, takes_part), expected, "{name}");
            let ids = of(&facts, current, takes_part).iter().filter(|(_, standing)| standing.counts()).count();
            assert!(ids <= 1, "{name}: never two of one reviewer");
        }
    }

    proptest! {
        #[test]
        fn the_order_and_repetition_of_reviews_change_nothing(
            links in proptest::collection::vec((0_u128..6, proptest::collection::vec(0_u128..6, 0..3)), 0..8),
            seed in any::<u64>(),
        ) {
            // A review's id is a hash of what it says, so one id never says two things.
            let mut once: BTreeMap<u128, ReviewFact> = BTreeMap::new();
            for (id, revises) in links {
                once.entry(id).or_insert_with(|| fact(id, &revises));
            }
            let facts: Vec<ReviewFact> = once.into_values().collect();
            let mut shuffled: Vec<ReviewFact> = facts.iter().chain(&facts).cloned().collect();
            let mut state = seed;
            for at in (1..shuffled.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                shuffled.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
            }
            prop_assert_eq!(of(&facts, 1, true), of(&shuffled, 1, true));
        }
    }
}
