//! What can stop a document from being made.

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No bundled font can draw this character.
    #[error("this program cannot print the character “{character}” (U+{:04X})", u32::from(*.character))]
    MissingGlyph {
        /// The character that has no glyph.
        character: char,
    },
    /// The wording of a document does not fit the document.
    #[error("the wording of {document}, line {line}: {problem}")]
    Wording {
        /// The name of the wording file, without its ending.
        document: String,
        /// The line of the wording file, counted from 1.
        line: usize,
        /// What is wrong there.
        problem: WordingProblem,
    },
    /// There is no paper to bind.
    #[error("there is no paper to bind")]
    NoPaper,
    /// Whoever asked for the papers stopped the work.
    #[error("the work was stopped")]
    Stopped,
    /// The finished pages could not be written as a file.
    #[error("the pages could not be written: {0}")]
    Write(String),
}

/// What is wrong with a line of wording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingProblem {
    /// The document has no field of this name in this section.
    #[error("the field {{{0}}} is not known here")]
    UnknownField(String),
    /// The section must say this, and does not.
    #[error("the field {{{0}}} is missing")]
    MissingField(String),
    /// A curly bracket was opened and not closed, or closed and not opened.
    #[error("a curly bracket stands alone")]
    LoneBracket,
    /// A star for bold words was opened and not closed.
    #[error("a star stands alone")]
    LoneStar,
    /// The document has no section of this name.
    #[error("the section [{0}] is not known")]
    UnknownSection(String),
    /// The document needs this section.
    #[error("the section [{0}] is missing")]
    MissingSection(String),
    /// The section is there twice.
    #[error("the section [{0}] is there twice")]
    RepeatedSection(String),
    /// The section has no words.
    #[error("the section [{0}] is empty")]
    EmptySection(String),
    /// No document has this name.
    #[error("there is no document of this name")]
    UnknownDocument,
    /// Words stand before the first section.
    #[error("words stand before the first section")]
    OutsideSection,
    /// No bundled font can draw this character.
    #[error("the character “{0}” cannot be printed")]
    CannotPrint(char),
}
