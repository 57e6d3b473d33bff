//! Any order, repetition or part of the packs gives one state: the set of what was said.

use crate::scene::{Scene, in_full};
use domain::id::{ApplicationId, MemberId, ReviewId};
use domain::interest::Answer;
use domain::review::{Arrival, ReviewFact, Standing, standings};
use exchange::SignedFact;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use testkit::review::{Reply, ReviewPack, Reviewer, judgement};
use usecases::review::bring_in::bring_in;
use usecases::review::{self, Progress};

/// What one response of one reviewer says: which of their reviews it carries, and whether they have an interest.
#[derive(Debug, Clone)]
struct Said {
    by_grace: bool,
    /// Places among the author's reviews of the first application.
    reviews: BTreeSet<usize>,
    interest: bool,
}

fn said() -> impl Strategy<Value = Said> {
    (any::<bool>(), prop::collection::btree_set(0_usize..4, 0..4), prop::bool::weighted(0.15))
        .prop_map(|(by_grace, reviews, interest)| Said { by_grace, reviews, interest })
}

/// A reviewer's reviews of one application: a first, its revision, a rival of both, and one that settles all three.
fn reviews(by: &Reviewer, pack: &ReviewPack, id: ApplicationId) -> [SignedFact; 4] {
    let first = by.reviews(pack, id, &in_full("first"), &[]);
    let second = by.reviews(pack, id, &judgement("ask-for-more", None, "second"), &[&first]);
    let rival = by.reviews(pack, id, &judgement("do-not-fund", None, "rival"), &[]);
    let settled = by.reviews(pack, id, &judgement("fund-part", Some(5_000), "settled"), &[&first, &second, &rival]);
    [first, second, rival, settled]
}

/// What the naive model says of one author: the union of all that they said, and the rule over it.
fn model(author: MemberId, id: ApplicationId, all: &[SignedFact; 4], said: &[&Said]) -> Progress {
    let in_it: BTreeSet<usize> = said.iter().flat_map(|one| one.reviews.iter().copied()).collect();
    let revises: [&[usize]; 4] = [&[], &[0], &[], &[0, 1, 2]];
    let facts: Vec<ReviewFact> = in_it
        .iter()
        .map(|place| ReviewFact {
            id: ReviewId(all[*place].id()),
            author,
            application: id,
            version: 1,
            revises: revises[*place].iter().map(|place| ReviewId(all[*place].id())).collect(),
            arrival: Arrival::InTime,
        })
        .collect();
    if said.iter().any(|one| one.interest) {
        return Progress::Interest;
    }
    let found: Vec<Standing> = standings(&facts, |_| 1, |_, _| true).into_values().collect();
    match () {
        () if found.contains(&Standing::Rival) => Progress::Rival,
        () if found.contains(&Standing::Counted) => Progress::In,
        () => Progress::Missing,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 30, ..ProptestConfig::default() })]

    #[test]
    fn any_order_repetition_or_part_of_the_packs_gives_the_same_state(
        said in prop::collection::vec(said(), 1..5),
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..9),
    ) {
        let mut scene = Scene::new();
        let (ken, grace) = (scene.sends_ken(), scene.sends_grace());
        let id = scene.one;
        let (of_ken, of_grace) = (reviews(&scene.ken, &ken, id), reviews(&scene.grace, &grace, id));
        let packs: Vec<Vec<u8>> = said.iter().map(|one| {
            let (by, pack, all) = if one.by_grace { (&scene.grace, &grace, &of_grace) } else { (&scene.ken, &ken, &of_ken) };
            let mut answers = vec![by.answers(pack, id, Answer::NoInterest)];
            if one.interest {
                answers.push(by.answers(pack, id, Answer::Interest));
            }
            by.responds(pack, &Reply { answers, reviews: one.reviews.iter().map(|place| all[*place].clone()).collect() })
        }).collect();
        // Some of them, in some order, some twice. The second application stays unanswered, so nothing opens meanwhile.
        let brought: Vec<usize> = order.iter().map(|index| index.index(packs.len())).collect();
        for place in &brought {
            let found = bring_in(&mut scene.test.open, &packs[*place]).unwrap().value;
            prop_assert_eq!(found.refused, None);
        }
        let once: BTreeSet<usize> = brought.iter().copied().collect();
        let board = review::round(&scene.test.open, scene.round).unwrap();
        let expected: BTreeMap<&str, Progress> = [("Ken Ashby", false, &of_ken, scene.ken.member), ("Grace Okoro", true, &of_grace, scene.grace.member)]
            .into_iter()
            .map(|(name, by_grace, all, member)| {
                let theirs: Vec<&Said> = once.iter().map(|place| &said[*place]).filter(|one| one.by_grace == by_grace).collect();
                (name, model(member, id, all, &theirs))
            })
            .collect();
        let found: BTreeMap<&str, Progress> = board.readers.iter().map(|reader| (reader.name.as_str(), reader.items[0].progress)).collect();
        prop_assert_eq!(found, expected);
        // The reviews themselves are the union, each once.
        let kept: BTreeSet<uuid::Uuid> = scene.test.open.register().read(|tx| tx.reviews(store::Which::All)).unwrap().iter().map(|row| row.review_id).collect();
        let union: BTreeSet<uuid::Uuid> = once.iter().flat_map(|place| {
            let all = if said[*place].by_grace { &of_grace } else { &of_ken };
            said[*place].reviews.iter().map(|at| all[*at].id()).collect::<Vec<_>>()
        }).collect();
        prop_assert_eq!(kept, union);
    }
}
