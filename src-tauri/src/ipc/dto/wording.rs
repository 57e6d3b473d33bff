//! The words of printed documents, as the partnership changed them.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::document::{DocumentPages, PrintSize};

/// A document whose words can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingLine {
    /// The name of its wording, such as `agreement`.
    pub(crate) document: String,
    /// The latest version; 0 while nobody changed anything.
    pub(crate) version: u32,
    /// Whether the words in force are those that come with the program.
    pub(crate) ours: bool,
    /// Whether the partnership's own words no longer fit the document: until they are put right, it is printed with those that
    /// come with the program.
    pub(crate) unfit: bool,
    /// Whether the reader typed words that are not in force.
    pub(crate) typed: bool,
    /// The day of that version.
    pub(crate) changed_on: Option<String>,
    /// Who made it.
    pub(crate) changed_by: Option<String>,
}

/// The words of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingPage {
    pub(crate) document: String,
    /// The words of the version that was asked for.
    pub(crate) text: String,
    /// The words that come with the program.
    pub(crate) original: String,
    /// The version in force; 0 while nobody changed anything.
    pub(crate) version: u32,
    /// Every section with its fields.
    pub(crate) parts: Vec<WordingPart>,
    /// Every version, the newest first.
    pub(crate) versions: Vec<WordingVersion>,
    /// What the reader typed and did not save.
    pub(crate) draft: Option<WordingDraft>,
}

/// Words that the reader typed and did not save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingDraft {
    /// The words as typed, right or wrong.
    pub(crate) text: String,
    /// The version that was in force when the change was begun.
    pub(crate) version: u32,
    /// When they were typed last.
    pub(crate) kept_on: String,
}

/// A section of the words, with the fields that are filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingPart {
    /// Its name, without brackets.
    pub(crate) section: String,
    /// Fields that must stand in it.
    pub(crate) must: Vec<String>,
    /// Fields that may stand in it.
    pub(crate) may: Vec<String>,
}

/// A version of the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingVersion {
    pub(crate) version: u32,
    pub(crate) made_on: String,
    pub(crate) made_by: String,
    /// Whether it put the words that come with the program back.
    pub(crate) restored: bool,
}

/// Words to try out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TryWordingInput {
    pub(crate) document: String,
    pub(crate) text: String,
    pub(crate) size: PrintSize,
}

/// Words that were tried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingTried {
    /// What stops the words from being kept. With none there are pages.
    pub(crate) fault: Option<WordingFault>,
    /// Sentences of more than twenty words: a warning only.
    pub(crate) long: Vec<LongSentence>,
    /// An invented example with these words.
    pub(crate) pages: Option<DocumentPages>,
}

/// What is wrong with a line of the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordingFault {
    /// The line, counted from 1.
    pub(crate) line: u32,
    pub(crate) problem: WordingProblem,
    /// The section, the field or the character that the problem is about.
    pub(crate) name: String,
}

/// Which fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum WordingProblem {
    UnknownField,
    MissingField,
    LoneBracket,
    LoneStar,
    UnknownSection,
    MissingSection,
    RepeatedSection,
    EmptySection,
    OutsideSection,
    /// No font has this character.
    CannotPrint,
}

/// A sentence that is hard to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LongSentence {
    /// The line it begins on, counted from 1.
    pub(crate) line: u32,
    /// How many words it has.
    pub(crate) words: u32,
}

/// Words to put in force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SaveWordingInput {
    pub(crate) document: String,
    /// The words; without them, those that come with the program are put back.
    pub(crate) text: Option<String>,
    /// The version in force when the change was begun.
    pub(crate) version: u32,
}

/// Words to keep until they are saved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct KeepWordingInput {
    pub(crate) document: String,
    /// The words as typed. Those in force leave nothing to keep.
    pub(crate) text: String,
    /// The version in force when the change was begun.
    pub(crate) version: u32,
}
