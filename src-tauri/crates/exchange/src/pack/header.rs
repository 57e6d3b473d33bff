//! The outside of a pack: how many people it is sealed to, counted before anything is decrypted.

use super::MOST_RECIPIENTS;
use crate::PackError;

const FIRST_LINE: &[u8] = b"age-encryption.org/v1\n";
/// The most bytes the outside of a pack has: 64 recipients need 7 KiB.
const LARGEST_HEADER: usize = 16 * 1024;
/// Some programs add a line for nobody, so that readers stay used to it.
const MOST_OTHERS: usize = 4;

/// Counts the recipients in the header of a sealed file.
pub(super) fn recipients(sealed: &[u8]) -> Result<usize, PackError> {
    let rest = sealed.strip_prefix(FIRST_LINE).ok_or(PackError::NotAPack)?;
    let header = rest.get(..rest.len().min(LARGEST_HEADER)).unwrap_or(rest);
    let (mut members, mut others) = (0_usize, 0_usize);
    for line in header.split_inclusive(|byte| *byte == b'\n') {
        if line.last() != Some(&b'\n') {
            break;
        }
        if line.starts_with(b"--- ") {
            return Ok(members);
        }
        if line.starts_with(b"-> X25519 ") {
            members = members.saturating_add(1);
        } else if line.starts_with(b"-> ") {
            others = others.saturating_add(1);
        }
        if members > MOST_RECIPIENTS || others > MOST_OTHERS {
            return Err(PackError::TooManyRecipients { most: MOST_RECIPIENTS });
        }
    }
    Err(PackError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use keys::Keyring;

    #[test]
    fn recipients_are_counted_without_a_key() {
        let ann = Keyring::generate().unwrap();
        for count in [1, 2, 64] {
            let sealed = keys::seal(b"x", &vec![ann.recipient(); count]).unwrap();
            assert_eq!(recipients(&sealed), Ok(count));
        }
        let sealed = keys::seal(b"x", &vec![ann.recipient(); 65]).unwrap();
        assert_eq!(recipients(&sealed), Err(PackError::TooManyRecipients { most: 64 }));
    }

    #[test]
    fn what_is_not_sealed_is_not_a_pack_and_an_endless_header_is_damage() {
        for stranger in [&b""[..], b"PK\x03\x04", b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"age-encryption.org/v2\n"] {
            assert_eq!(recipients(stranger), Err(PackError::NotAPack));
        }
        let endless = [FIRST_LINE, b"-> X25519 ", &vec![b'a'; 100_000]].concat();
        assert_eq!(recipients(&endless), Err(PackError::Damaged));
        let many = [FIRST_LINE, b"-> x\n".repeat(1_000).as_slice()].concat();
        assert_eq!(recipients(&many), Err(PackError::TooManyRecipients { most: 64 }));
    }
}
