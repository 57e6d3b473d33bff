//! View models to printed pages: layout, PDF.
//!
//! A document goes through four steps: a view model with its wording becomes blocks, blocks become strips
//! that are never broken, strips become pages of a display list, and the display list becomes a tagged PDF.
//! Nothing here reads a clock, a file or a font of the computer, so the same view gives the same bytes.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failed test should stop at once")
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "places on a page are small numbers of points, far inside what f32 holds exactly"
)]

#[cfg(feature = "bench")]
pub mod bench;
mod binding;
mod block;
pub mod code;
mod display;
mod document;
mod error;
pub mod example;
mod fixed;
mod font;
mod inline;
mod layout;
mod paper;
mod paragraph;
mod pdf;
mod style;
pub mod view;
mod wording;

#[cfg(test)]
mod tests;

pub use binding::bind;
pub use error::{DocumentError, WordingProblem};
pub use paper::{Paper, print};
pub use style::Size;
pub use wording::{LongSentence, Part as WordingPart, Wording, WordingFault};

use display::DisplayList;

/// A finished document, ready to be saved or printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, as viewers show it.
    pub title: String,
    /// How many pages it has.
    pub pages: u16,
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// The code at the foot of its first page, `7KQX-M2PD-9RTA`; none where it carries none.
    pub code: Option<String>,
}

/// The file of these pages.
pub(crate) fn write(list: DisplayList) -> Result<Document, DocumentError> {
    let bytes = font::with_fonts(|fonts| pdf::write(&list, fonts))?;
    let pages = u16::try_from(list.pages.len()).map_err(|_| DocumentError::Write("there are too many pages".into()))?;
    let code = list.codes.first().and_then(Option::as_ref).map(|(code, _)| code.to_string());
    Ok(Document { title: list.title, pages, bytes, code })
}
