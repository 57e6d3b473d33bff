//! What happened before to a group that applies again, in plain words, of what is no longer under embargo.

use crate::case::Case;
use crate::{Open, Result};
use chrono::NaiveDate;
use domain::decision::Outcome;
use domain::grant::GrantState;
use serde::Deserialize;
use std::collections::BTreeMap;

const WORDS: &str = include_str!("../../../../../assets/history.json");

/// The words of a group's history.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    granted: String,
    declined: String,
    states: BTreeMap<String, String>,
    late: String,
}

/// Earlier decisions on applications of a group of the same name, oldest first: the day, and a line about it.
pub(crate) fn earlier(open: &Open, case: &Case) -> Result<Vec<(NaiveDate, String)>> {
    let words: Words = serde_json::from_str(WORDS)?;
    let Some(name) = case.group_name().map(plain) else { return Ok(Vec::new()) };
    let others = open.cases().filter(|other| other.id() != case.id() && !other.is_sealed());
    let mut lines: Vec<(NaiveDate, String)> = others
        .filter(|other| other.group_name().map(plain).as_ref() == Some(&name))
        .filter_map(|other| line(open, &words, other))
        .collect();
    lines.sort();
    Ok(lines)
}

fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn line(open: &Open, words: &Words, case: &Case) -> Option<(NaiveDate, String)> {
    let decision = case.decisions.last()?;
    let fill = |text: &str, amount: String, state: &str| {
        let month = decision.decided_on.format("%B %Y").to_string();
        let filled = text.replace("{reference}", &case.reference().unwrap_or_default());
        filled.replace("{amount}", &amount).replace("{month}", &month).replace("{state}", state)
    };
    let line = match (&case.grant, &decision.outcome) {
        (Some(grant), _) => {
            let state = grant.grant.state(open.today());
            let late = state == GrantState::Ended && grant.grant.feedback_due() < open.today();
            let state = if late { Some(&words.late) } else { words.states.get(state.code()) };
            fill(&words.granted, grant.grant.amount.to_string(), state.map_or("", String::as_str))
        }
        (None, Outcome::Declined { .. }) => fill(&words.declined, case.asked()?.to_string(), ""),
        (None, _) => return None,
    };
    Some((decision.decided_on, line))
}
