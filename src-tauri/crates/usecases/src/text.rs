//! The texts that are sealed, as JSON: what was typed, what was received, the words of a decision, feedback, accounts.
//!
//! `domain` knows no JSON, so each text has its own shape here. A shape is read for ever: a new field gets a default.

mod application;

use domain::application::ApplicationContent;
use domain::feedback::FeedbackStory;
use domain::meeting::{Casting, Count, Floor, Way};
use domain::payee::AccountDetails;
use serde::{Deserialize, Serialize};
use serde_json::Error;

pub(crate) use application::{from_typed, to_typed};

/// A version of an application, with the reason of its correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionText {
    /// What it says.
    pub content: ApplicationContent,
    /// Why it was corrected; none for the first.
    pub reason: Option<String>,
}

impl VersionText {
    pub(crate) fn to_json(&self) -> Result<String, Error> {
        application::version_to_json(self)
    }

    pub(crate) fn from_json(json: &str) -> Result<Self, Error> {
        application::version_from_json(json)
    }
}

/// The words of a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionWords {
    /// What is granted in part, what is missing, or why not.
    pub words: String,
    /// Who decided.
    pub decided_by: String,
    /// Conditions, each a sentence.
    pub conditions: Vec<String>,
    /// What brings each part payment due. Empty in a decision from before these were sealed with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instalments: Vec<String>,
    /// Who stood behind it. None in a decision from before these were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<DecisionFigures>,
}

/// Who stood behind a decision, in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DecisionFigures {
    /// At a meeting.
    Meeting {
        /// The members there were (§8.6).
        members: u32,
        /// Those present for the item.
        present: u32,
        /// The residents among those present.
        residents: u32,
        /// How many agreed; a casting vote is among them.
        agreed: u32,
        /// How many had to.
        needed: u32,
        /// The votes; none where it was agreed by consensus.
        vote: Option<VoteFigures>,
    },
    /// In a vote by e-mail.
    Email {
        /// The resident members there were.
        residents: u32,
        /// How many agreed.
        agreed: u32,
        /// How many had to.
        needed: u32,
        /// How many were against it.
        against: u32,
        /// How many answered and did not vote.
        abstained: u32,
    },
}

/// A vote that was counted at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteFigures {
    /// For it.
    pub agree: u32,
    /// Against it.
    pub against: u32,
    /// Entitled, and not voting.
    pub not_voting: u32,
    /// The casting vote: whether it was for it.
    pub casting_for: Option<bool>,
}

impl DecisionFigures {
    /// The figures of a meeting.
    pub(crate) fn of_meeting(floor: &Floor, way: &Way, count: &Count) -> Self {
        Self::Meeting {
            members: floor.quorum.members,
            present: floor.quorum.present,
            residents: floor.residents,
            agreed: count.agreed,
            needed: count.needed,
            vote: match way {
                Way::Consensus => None,
                Way::Vote(tally) => Some(VoteFigures {
                    agree: tally.agree,
                    against: tally.against,
                    not_voting: tally.not_voting,
                    casting_for: tally.casting.map(|casting| casting == Casting::For),
                }),
            },
        }
    }
}

#[derive(Serialize, Deserialize)]
struct StoryShape {
    how_much: String,
    how_well: String,
    difference: String,
    who_was_heard: String,
    by_age: Vec<(String, u32)>,
    people: Option<u32>,
    people_from_area: Option<u32>,
    may_publish_words: bool,
    may_publish_photos: bool,
    named_as: String,
}

/// A feedback form as JSON.
pub(crate) fn story_to_json(story: &FeedbackStory) -> Result<String, Error> {
    serde_json::to_string(&StoryShape {
        how_much: story.how_much.clone(),
        how_well: story.how_well.clone(),
        difference: story.difference.clone(),
        who_was_heard: story.who_was_heard.clone(),
        by_age: story.by_age.iter().map(|(age, count)| (age.code().to_owned(), *count)).collect(),
        people: story.people,
        people_from_area: story.people_from_area,
        may_publish_words: story.may_publish_words,
        may_publish_photos: story.may_publish_photos,
        named_as: story.named_as.clone(),
    })
}

/// A feedback form from JSON.
pub(crate) fn story_from_json(json: &str) -> Result<FeedbackStory, Error> {
    let shape: StoryShape = serde_json::from_str(json)?;
    Ok(FeedbackStory {
        how_much: shape.how_much,
        how_well: shape.how_well,
        difference: shape.difference,
        who_was_heard: shape.who_was_heard,
        by_age: application::ages(shape.by_age),
        people: shape.people,
        people_from_area: shape.people_from_area,
        may_publish_words: shape.may_publish_words,
        may_publish_photos: shape.may_publish_photos,
        named_as: shape.named_as,
    })
}

#[derive(Serialize, Deserialize)]
struct AccountShape {
    account_name: String,
    sort_code: String,
    account_number: String,
}

/// An account's numbers as JSON.
pub(crate) fn account_to_json(account: &AccountDetails) -> Result<String, Error> {
    serde_json::to_string(&AccountShape {
        account_name: account.account_name.clone(),
        sort_code: account.sort_code.clone(),
        account_number: account.account_number.clone(),
    })
}

/// An account's numbers from JSON.
pub(crate) fn account_from_json(json: &str) -> Result<AccountDetails, Error> {
    let shape: AccountShape = serde_json::from_str(json)?;
    Ok(AccountDetails { account_name: shape.account_name, sort_code: shape.sort_code, account_number: shape.account_number })
}
