//! The Grant Feedback form: kept as it is typed, and recorded.

use super::{event, of, of_told};
use crate::input::Faults;
use crate::{Case, Changed, Open, Result, text};
use chrono::{DateTime, Utc};
use domain::application::AgeGroup;
use domain::date::TypedDate;
use domain::feedback::{FeedbackError, FeedbackStory};
use domain::id::GrantId;
use domain::member::Act;
use serde_json::json;
use store::Event;

/// The Grant Feedback form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedFeedback {
    /// When it came.
    pub received_on: TypedDate,
    /// How much was done.
    pub how_much: String,
    /// How well it went.
    pub how_well: String,
    /// What difference it made.
    pub difference: String,
    /// Who was heard.
    pub who_was_heard: String,
    /// How many of each age group.
    pub by_age: Vec<(AgeGroup, String)>,
    /// How many people in all.
    pub total: String,
    /// How many of them from the area.
    pub from_area: String,
    /// Whether the words may be published.
    pub may_publish_words: bool,
    /// Whether the photographs may be published.
    pub may_publish_photos: bool,
    /// How people agreed to be named.
    pub named_as: String,
}

/// Keeps the form as it stands on the screen: the window's own JSON, which is given back as it is.
pub fn save_feedback_typing(open: &mut Open, id: GrantId, content: &str) -> Result<Changed<DateTime<Utc>>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        if !of_told(case)?.grant.is_open() {
            return Err(FeedbackError::NotOpen.into());
        }
        tx.put_feedback_typing(id.0, content)?;
        let saved = event(case, "feedbackTypingSaved", json!({ "grant": id.0 }));
        Ok((tx.now(), Event { touched: &[], ..saved }))
    })
}

/// Records the form. A later form stands in for an earlier one, and what was being typed is done.
pub fn record_feedback(open: &mut Open, id: GrantId, typed: &TypedFeedback) -> Result<Changed<()>> {
    open.change_grant(id, Act::KeepRecords, |tx, case, _| {
        let mut faults = Faults::default();
        let received_on = faults.date("receivedOn", &typed.received_on);
        let mut story = FeedbackStory {
            how_much: faults.answer("howMuch", &typed.how_much),
            how_well: faults.answer("howWell", &typed.how_well),
            difference: faults.answer("difference", &typed.difference),
            who_was_heard: faults.answer("whoWasHeard", &typed.who_was_heard),
            may_publish_words: typed.may_publish_words,
            may_publish_photos: typed.may_publish_photos,
            ..FeedbackStory::default()
        };
        for (place, (age, count)) in typed.by_age.iter().enumerate() {
            story.by_age.extend(faults.people(format!("byAge.{place}"), count).map(|count| (*age, count)));
        }
        story.people = faults.people("total", &typed.total);
        story.people_from_area = faults.people("fromArea", &typed.from_area);
        story.named_as = faults.line("namedAs", &typed.named_as);
        let received_on = faults.settled(received_on)?;
        of(case)?.grant.take_feedback(&story, received_on, tx.today())?;
        tx.insert_feedback(id.0, received_on, &text::story_to_json(&story)?)?;
        let payload = json!({
            "grant": id.0, "received_on": received_on.to_string(), "people": story.people,
            "may_publish_words": story.may_publish_words, "may_publish_photos": story.may_publish_photos,
        });
        Ok(((), event(case, "feedbackRecorded", payload)))
    })
}

/// What was recorded, as it stood on the screen; none before a form came.
pub fn typed_again(case: &Case) -> Option<TypedFeedback> {
    let (received_on, story, _) = case.grant.as_ref()?.feedback.as_ref()?;
    let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    Some(TypedFeedback {
        received_on: TypedDate::from_date(*received_on),
        how_much: story.how_much.clone(),
        how_well: story.how_well.clone(),
        difference: story.difference.clone(),
        who_was_heard: story.who_was_heard.clone(),
        by_age: story.by_age.iter().map(|(age, count)| (*age, count.to_string())).collect(),
        total: number(story.people),
        from_area: number(story.people_from_area),
        may_publish_words: story.may_publish_words,
        may_publish_photos: story.may_publish_photos,
        named_as: story.named_as.clone(),
    })
}
