//! A register of thousands of applications, made for measuring.

use crate::TestRegister;
use crate::stage::{Paper, Stage};
use chrono::NaiveDate;
use domain::Money;
use keys::{KdfCost, RecoveryKey};
use std::path::Path;
use std::sync::Arc;
use store::{Event, NewRegister, Register, StoreError, Surroundings};
use usecases::{Open, plan};

/// What groups are called, and where they are from: enough to find and to sort.
const KINDS: [&str; 12] = [
    "Growers",
    "Stitchers",
    "Walkers",
    "Lunch Club",
    "Steel Pans",
    "Bike Workshop",
    "Homework Club",
    "Singers",
    "Table Tennis",
    "Toddlers",
    "Film Night",
    "Repair Shed",
];
const PLACES: [&str; 10] =
    ["Merrybank", "Poppyfield", "Brightwater", "Foxglove", "Teasel", "Campion", "Mallow", "Sorrel", "Yarrow", "Riverside"];

/// An answer as long as people write.
const ANSWER: &str = "We meet each week and want to do more for the people who live near us. Half of them are over 60 and \
    the others are families with young children. Everybody is welcome and nobody pays. We would like to buy what we need \
    once, look after it, and lend it to other groups when we do not use it ourselves. People who came last year told us \
    that it was the one time in the week when they met somebody new, and that they now talk to their neighbours.";

/// How long ago each stage is, in shares of ten: most of a long life lies behind.
const STAGES: [Stage; 10] = [
    Stage::Draft,
    Stage::Received,
    Stage::Received,
    Stage::Told,
    Stage::Signed,
    Stage::Checked,
    Stage::Paid,
    Stage::Paid,
    Stage::Closed,
    Stage::Closed,
];

/// A register that was made in bulk.
pub struct Bulk {
    /// The register, unlocked.
    pub open: Open,
    /// Its recovery key.
    pub recovery: RecoveryKey,
}

/// Makes a register of so many applications in a new folder. The fund's line has enough for all of them.
pub fn register(
    folder: &Path,
    applications: usize,
    cost: KdfCost,
    surroundings: Arc<dyn Surroundings>,
    mut each: impl FnMut(usize),
) -> Bulk {
    let passphrase = TestRegister::passphrase();
    let new = NewRegister {
        folder,
        partnership: "A very busy partnership",
        member_name: "Joan Pelham",
        member_role: "co-ordinator",
        passphrase: &passphrase,
        cost,
    };
    let created = Register::create(&new, surroundings).unwrap();
    let mut register = created.register;
    let mut file = plan::final_plan(register.surroundings().as_ref()).unwrap();
    // The fund must be able to pay for all of them, on whatever day it is.
    file.plan.ends_on = NaiveDate::from_ymd_opt(2099, 12, 31).unwrap();
    for line in file.plan.activities.iter_mut().filter(|line| line.code == file.fund.activity) {
        line.profile[0] = Money::from_pence(50_000_000_000);
    }
    register
        .change(|tx| {
            let plan_id = tx.new_id();
            tx.insert_plan(&file.row(plan_id).unwrap())?;
            let event = Event { kind: "planPutIn", subject: Some(plan_id), payload: serde_json::json!({}), touched: &[], signed: false };
            Ok::<_, StoreError>(((), event))
        })
        .unwrap();
    let mut open = Open::new(register, "A very busy partnership".into()).unwrap();
    for number in 0..applications {
        let (kind, place) = (KINDS[number % KINDS.len()], PLACES[number / KINDS.len() % PLACES.len()]);
        let paper = Paper {
            group: format!("{place} {kind} {number}"),
            summary: format!("more {} in {place}", kind.to_lowercase()),
            words: ANSWER.into(),
            asked: format!("{}.{:02}", 80 + number * 37 % 400, number % 100),
        };
        paper.brought_to(&mut open, STAGES[number % STAGES.len()]);
        each(number);
    }
    Bulk { open, recovery: created.recovery }
}
