//! The world outside the program: the clock, ids, file dialogs, the viewer.
//!
//! A build for real-window tests (feature `e2e`) has a rehearsed world instead: prepared answers to file dialogs, a day
//! that can be set, and opened documents copied to a folder. A release holds none of it.

mod clock;
mod computer;
#[cfg(not(feature = "e2e"))]
mod desktop;
#[cfg(feature = "e2e")]
mod rehearsal;

use std::path::Path;

use uuid::Uuid;

pub use clock::{now, today};
pub(crate) use computer::Computer;
#[cfg(not(feature = "e2e"))]
pub use desktop::{open, pick_files, pick_folder, save_as};
#[cfg(feature = "e2e")]
pub use rehearsal::{open, pick_files, pick_folder, save_as};

/// What a file dialog says and shows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ask<'a> {
    /// The dialog's title.
    pub title: &'a str,
    /// The folder it starts in.
    pub folder: Option<&'a Path>,
    /// The file name it proposes.
    pub name: Option<&'a str>,
    /// Kinds of file: a name for people, and the endings without the dot.
    pub kinds: &'a [(&'a str, &'a [&'a str])],
}

/// A new id, in the order of time.
#[must_use]
pub fn new_id() -> Uuid {
    #[expect(clippy::disallowed_methods, reason = "the one home of new ids")]
    Uuid::now_v7()
}

/// Four characters that find one incident in the log.
#[must_use]
pub fn incident() -> String {
    #[expect(clippy::disallowed_methods, reason = "the one home of new ids")]
    let random = Uuid::new_v4();
    let mut text = random.simple().to_string().to_uppercase();
    text.truncate(4);
    text
}
