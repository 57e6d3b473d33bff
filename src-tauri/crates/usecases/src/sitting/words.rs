//! What was put to the meeting, in a few words.

use super::replay::{Proposal, Resolution};
use domain::decision::Outcome;

/// In a few words, for the screen. The minutes say it whole.
pub(super) fn of(resolution: &Resolution) -> String {
    match &resolution.proposal {
        Proposal::Other(words) => words.clone(),
        Proposal::Grant(grant) => match &grant.outcome {
            Outcome::Approved { amount } => format!("Fund {amount}."),
            Outcome::ApprovedInPart { amount, purpose } => format!("Fund {amount} for {purpose}."),
            Outcome::Deferred { missing } => format!("Defer until the group has sent: {missing}."),
            Outcome::Declined { reasons } => format!("Do not fund. {reasons}"),
        },
    }
}
