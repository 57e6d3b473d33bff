//! The sentences of minutes, from `assets/minutes.json`.

use crate::Result;
use chrono::NaiveDate;
use domain::date::written;
use serde::Deserialize;

const WORDS: &str = include_str!("../../../../../assets/minutes.json");

/// The sentences, each with its fields in braces.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MinutesWords {
    pub(super) title: String,
    pub(super) hidden_application: String,
    pub(super) hidden_item: String,
    pub(super) with_reference: String,
    pub(super) with_office: String,
    pub(super) chair: String,
    pub(super) vice_chair: String,
    pub(super) in_the_chair: String,
    pub(super) residents: String,
    pub(super) advisory: String,
    pub(super) apologies: String,
    pub(super) nobody: String,
    pub(super) fact: String,
    pub(super) heads: String,
    pub(super) one_head: String,
    pub(super) came: String,
    pub(super) came_back: String,
    pub(super) left: String,
    pub(super) took_chair: String,
    pub(super) closed: String,
    pub(super) next: String,
    pub(super) interest_withdrew: String,
    pub(super) interest_remained: String,
    pub(super) interest_unsettled: String,
    pub(super) financial: String,
    pub(super) non_financial: String,
    pub(super) some_interest: String,
    pub(super) too_few_members: String,
    pub(super) too_few_members_at_first: String,
    pub(super) too_few_residents: String,
    pub(super) too_few_residents_at_first: String,
    pub(super) left_quorum: String,
    pub(super) left_quorum_for_a_while: String,
    pub(super) withdrew_quorum: String,
    pub(super) withdrew_quorum_for_a_while: String,
    pub(super) lost_quorum: String,
    pub(super) lost_quorum_for_a_while: String,
    pub(super) came_quorum: String,
    pub(super) quorum_again: String,
    pub(super) item_chair: String,
    pub(super) consensus: String,
    pub(super) vote: String,
    pub(super) casting_for: String,
    pub(super) casting_against: String,
    pub(super) proposed: String,
    pub(super) proposed_plain: String,
    pub(super) agreed: String,
    pub(super) agreed_plain: String,
    pub(super) not_carried: String,
    pub(super) lead_agreed: String,
    pub(super) lead_not_carried: String,
    pub(super) fund: String,
    pub(super) fund_part: String,
    pub(super) fund_plain: String,
    pub(super) recommend_fund: String,
    pub(super) recommend_fund_part: String,
    pub(super) recommend_fund_plain: String,
    pub(super) defer: String,
    pub(super) recommend_defer: String,
    pub(super) decline: String,
    pub(super) recommend_decline: String,
    pub(super) purpose: String,
    pub(super) missing: String,
    pub(super) reasons: String,
    pub(super) reason: String,
    pub(super) condition: String,
    pub(super) conditions: String,
    pub(super) ends_on: String,
    pub(super) parts: String,
    pub(super) part: String,
    pub(super) consent: String,
    pub(super) told_first: String,
    pub(super) put_off: String,
    pub(super) noted: String,
    pub(super) not_reached: String,
    pub(super) nothing_decided: String,
}

impl MinutesWords {
    pub(crate) fn bundled() -> Result<Self> {
        Ok(serde_json::from_str(WORDS)?)
    }

    /// The title of an item for the minutes of an earlier meeting.
    pub(crate) fn title(&self, held_on: NaiveDate) -> String {
        fill(&self.title, &[("date", &long_date(held_on))])
    }
}

/// A sentence with its fields filled in. A field that is filled is not read again, whatever braces stand in it.
pub(super) fn fill(sentence: &str, fields: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(fields.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// `Tuesday 3 May 2022`
pub(crate) fn long_date(date: NaiveDate) -> String {
    format!("{} {}", date.format("%A"), written(date))
}

/// What somebody typed, as it stands in a sentence: on one line, with its full stop.
pub(super) fn said(typed: &str) -> String {
    let mut line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().last().is_some_and(|last| !matches!(last, '.' | '!' | '?')) {
        line.push('.');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_sentence_is_filled_once() {
        assert_eq!(fill("{a} and {b}.", &[("a", "{b}"), ("b", "two")]), "{b} and two.");
        assert_eq!(said(" The hall\n is dear "), "The hall is dear.");
        assert_eq!(said("Is it?"), "Is it?");
        assert_eq!(said(""), "");
        assert!(MinutesWords::bundled().is_ok());
    }
}
