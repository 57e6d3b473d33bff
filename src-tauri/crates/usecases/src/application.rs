//! Applications: typed in, received, corrected, withdrawn; with files and notes; and the list of them.

mod attachment;
mod list;
mod receipt;
mod typing;

pub(crate) use attachment::media_type;
pub use attachment::{AttachmentKind, MOST_ATTACHMENT_BYTES, NewFile, add_note, attach, content, remove_attachment};
pub use list::{ApplicationFilter, ApplicationPage, ApplicationSort, list};
pub use receipt::{Received, abandon_correction, receive, receive_correction, start_correction, withdraw};
pub(crate) use typing::start_with;
pub use typing::{Saved, feedback_owed, notes, save_typing, start};

/// The areas whose screens read again when an application changes.
const TOUCHED: &[&str] = &["application"];
