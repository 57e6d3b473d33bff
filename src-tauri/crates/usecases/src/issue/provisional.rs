//! A code from the bytes of a paper, until `documents` gives each paper its own.

use crate::document::DocumentKind;
use sha2::{Digest, Sha256};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

pub(super) fn code(kind: DocumentKind, bytes: &[u8]) -> Option<String> {
    use DocumentKind as Kind;
    if matches!(
        kind,
        Kind::BlankForm
            | Kind::FillableForm
            | Kind::Booklet(..)
            | Kind::ReplySheet(..)
            | Kind::PanelReport(_)
            | Kind::MeetingNotice(_)
            | Kind::Spendometer(_)
    ) {
        return None;
    }
    let hash = Sha256::digest(bytes);
    let letters: Vec<char> = hash.iter().take(12).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    Some(letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}
