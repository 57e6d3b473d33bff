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
    title: String,
}

impl MinutesWords {
    pub(crate) fn bundled() -> Result<Self> {
        Ok(serde_json::from_str(WORDS)?)
    }

    /// The title of an item for the minutes of an earlier meeting.
    pub(crate) fn title(&self, held_on: NaiveDate) -> String {
        self.title.replace("{date}", &long_date(held_on))
    }
}

/// `Tuesday 3 May 2022`
pub(crate) fn long_date(date: NaiveDate) -> String {
    format!("{} {}", date.format("%A"), written(date))
}
