//! The choices as JSON. The shape is read for ever: a new choice gets a default.

use crate::Result;
use domain::Money;
use domain::constitution::{CastingVote, Constitution, SubGroupPower, Threshold, Withdrawal};
use serde::de::Error as _;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Shape {
    advisory_counts: bool,
    remained_counts: bool,
    withdrawal: String,
    casting: String,
    email_threshold: String,
    email_days: u16,
    /// In pence; none when the sub-group recommends.
    sub_group_decides_up_to: Option<i64>,
}

/// The choices as JSON.
pub(crate) fn to_json(choices: &Constitution) -> serde_json::Value {
    serde_json::json!(Shape {
        advisory_counts: choices.advisory_counts,
        remained_counts: choices.remained_counts,
        withdrawal: choices.withdrawal.code().to_owned(),
        casting: choices.casting.code().to_owned(),
        email_threshold: choices.email_threshold.code().to_owned(),
        email_days: choices.email_days,
        sub_group_decides_up_to: match choices.sub_group {
            SubGroupPower::Recommends => None,
            SubGroupPower::Decides { up_to } => Some(up_to.pence()),
        },
    })
}

/// The choices from JSON.
pub(crate) fn from_json(json: &str) -> Result<Constitution> {
    let shape: Shape = serde_json::from_str(json)?;
    let unknown = |word: &str| serde_json::Error::custom(format!("no choice is called {word}"));
    Ok(Constitution {
        advisory_counts: shape.advisory_counts,
        remained_counts: shape.remained_counts,
        withdrawal: Withdrawal::from_code(&shape.withdrawal).ok_or_else(|| unknown(&shape.withdrawal))?,
        casting: CastingVote::from_code(&shape.casting).ok_or_else(|| unknown(&shape.casting))?,
        email_threshold: Threshold::from_code(&shape.email_threshold).ok_or_else(|| unknown(&shape.email_threshold))?,
        email_days: shape.email_days,
        sub_group: match shape.sub_group_decides_up_to {
            None => SubGroupPower::Recommends,
            Some(pence) => SubGroupPower::Decides { up_to: Money::from_pence(pence) },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_back_as_it_was_written() {
        let other = Constitution {
            advisory_counts: false,
            remained_counts: false,
            withdrawal: Withdrawal::Always,
            casting: CastingVote::ChairOnly,
            email_threshold: Threshold::EveryResident,
            email_days: 14,
            sub_group: SubGroupPower::Decides { up_to: Money::from_pence(25_000) },
        };
        for choices in [Constitution::default(), other] {
            assert_eq!(from_json(&to_json(&choices).to_string()).unwrap(), choices);
        }
        let strange = to_json(&other).to_string().replace("chair-only", "nobody");
        assert!(matches!(from_json(&strange), Err(crate::Error::Text(_))));
    }
}
