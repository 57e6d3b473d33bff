//! Packs explained and proved for a technical helper, without a word of what they carry.

use crate::secret;
use chrono::{DateTime, Utc};
use exchange::pack::{Inside, LARGEST_PACK};
use exchange::{Expected, Hostile, Manifest, PackError, PackKind, Party, card, describe, open};
use keys::{KeyError, Keyring, Opener, Recipient, RecoveryKey, Vault, VerifyingKey};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use usecases::register::{Passphrase, Surroundings, SystemSurroundings};

/// The most bytes of a key file.
const LARGEST_KEY: u64 = 64 * 1024;

/// What opens a pack.
enum Key {
    /// A member's own, from their vault.
    Member(Box<Keyring>),
    /// One from a file, as `age-keygen` writes it.
    Identity(Box<RecoveryKey>),
}

impl Key {
    fn opener(&self) -> &dyn Opener {
        match self {
            Self::Member(keyring) => keyring.as_ref(),
            Self::Identity(identity) => identity.as_ref(),
        }
    }

    fn recipient(&self) -> Recipient {
        match self {
            Self::Member(keyring) => keyring.recipient(),
            Self::Identity(identity) => identity.recipient(),
        }
    }
}

/// Says what a pack is.
pub(crate) fn inspect(file: &Path, key: Option<&Path>) -> Result<(), String> {
    let bytes = read(file, LARGEST_PACK)?;
    let key = key.map(read_key).transpose()?;
    let found = describe(&bytes, key.as_ref().map(Key::opener));
    let people = found.recipients.map_err(|error| refusal(&error))?;
    println!("A sealed pack of {} bytes, for {}.", grouped(found.size), counted(people, "person", "people"));
    let (Some(key), Some(inside)) = (key, found.inside) else {
        println!("It was not opened. Add --key KEY to see what it is, and from whom.");
        return Ok(());
    };
    let inside = inside.map_err(|error| refusal(&error))?;
    print(&inside.manifest, &inside.sha256, inside.fingerprint.as_ref().map(keys::Fingerprint::as_str));
    println!("\nFiles:");
    for item in &inside.items {
        println!("  {:>12}  {}{}", grouped(item.size), item.name, if item.whole { "" } else { "  CHANGED" });
    }
    proofs(&inside, &key.recipient());
    Ok(())
}

fn proofs(inside: &Inside, me: &Recipient) {
    let whole = inside.items.iter().all(|item| item.whole);
    let addressed = is_addressed(&inside.manifest, me);
    println!("\nProved:");
    println!("  The seal is whole: not a byte was changed since it was closed.");
    for (proved, words) in [
        (whole, "Every file is the one that the manifest names."),
        (inside.signed, "The manifest is signed with the key that it states itself."),
        (addressed, "It is addressed to this key."),
    ] {
        if proved {
            println!("  {words}");
        }
    }
    println!("\nNot proved:");
    for (proved, words) in [
        (whole, "A FILE IS NOT THE ONE THAT THE MANIFEST NAMES. Do not use this pack."),
        (inside.signed, "THE SIGNATURE DOES NOT FIT. Do not use this pack."),
        (addressed, "IT IS NOT ADDRESSED TO THIS KEY: somebody passed it on."),
    ] {
        if !proved {
            println!("  {words}");
        }
    }
    println!("  Whose key it is. Ask the sender to read out their fingerprint, or use chest pack verify.");
    println!("  That the round and the dates are right. Only the register knows that.");
}

/// Proves a pack with a key that came another way.
pub(crate) fn verify(file: &Path, key: &Path, from: &Path) -> Result<(), String> {
    let bytes = read(file, LARGEST_PACK)?;
    let sender = read_public(from)?;
    let key = read_key(key)?;
    let found = describe(&bytes, Some(key.opener()));
    found.recipients.map_err(|error| refusal(&error))?;
    let inside = found.inside.ok_or_else(String::new)?.map_err(|error| refusal(&error))?;
    let known = |_: &Party| Some(sender.clone());
    let expected = Expected {
        me: &key.recipient(),
        kind: inside.manifest.kind,
        sender: &known,
        register: None,
        round: &|_| true,
        now: SystemSurroundings.now(),
    };
    let opened = open(&bytes, key.opener(), &expected).map_err(|error| refusal(&error))?;
    println!("The pack is whole and signed with this public key.");
    print(&opened.manifest, &inside.sha256, inside.fingerprint.as_ref().map(keys::Fingerprint::as_str));
    println!("\nProved: the seal, the signature, that it is addressed to this key, and {}.", files(opened.manifest.files.len()));
    println!("Not proved: that the round is one of the register's, or that the pack was not taken in before.");
    Ok(())
}

fn files(count: usize) -> String {
    if count == 0 { "that it holds no file".to_owned() } else { format!("the hash of {}", counted(count, "file", "files")) }
}

fn print(manifest: &Manifest, sha256: &str, fingerprint: Option<&str>) {
    let names = |parties: &[Party]| parties.iter().map(|party| shown(&party.name)).collect::<Vec<_>>().join(", ");
    let line = |what: &str, found: &str| println!("{what:<14}{found}");
    println!();
    line("Kind:", &format!("{} ({})", manifest.kind, meaning(manifest.kind)));
    line("From:", &format!("{}, fingerprint {}", shown(&manifest.from.name), fingerprint.unwrap_or("cannot be read")));
    line("To:", &names(&manifest.to));
    line("Partnership:", &shown(&manifest.partnership));
    line("Register:", &manifest.register_id.to_string());
    line("Round:", &manifest.round.map_or("none".to_owned(), |round| round.to_string()));
    line("Made:", &moment(manifest.created));
    line("Expires:", &manifest.expires.map_or("never".to_owned(), moment));
    line("Pack:", &manifest.pack_id.to_string());
    if let Some(pack) = manifest.in_reply_to {
        line("In reply to:", &pack.to_string());
    }
    line("Applications:", &manifest.applications.len().to_string());
    if let Some(journal) = &manifest.journal {
        line("Journal:", &format!("{} events, its end {}", journal.size, shown(&journal.head)));
    }
    line("Manifest:", &format!("version {}, SHA-256 {sha256}", manifest.version));
}

fn meaning(kind: PackKind) -> &'static str {
    match kind {
        PackKind::Review => "applications, to a reviewer",
        PackKind::Response => "a reviewer's answers, to the co-ordinator",
        PackKind::Decision => "what the panel decided",
        PackKind::Payment => "what is to be paid, to the clerk",
        PackKind::Receipt => "a pack was taken in",
        PackKind::Witness => "the end of the journal, for somebody else to keep",
    }
}

fn is_addressed(manifest: &Manifest, me: &Recipient) -> bool {
    let me = me.to_string();
    manifest.to.iter().any(|party| party.recipient == me)
}

/// The sentence for a pack that is refused.
fn refusal(error: &PackError) -> String {
    match error {
        PackError::NotAPack => "This is not a pack. Check that you have the file that was sent.".into(),
        PackError::NotForMe => "This key does not open the pack. It was sealed to somebody else.".into(),
        PackError::Damaged => "THE PACK IS DAMAGED, or was altered on its way. Ask for it again.".into(),
        PackError::TooLarge { most } => format!("The file is larger than any pack: more than {} bytes.", grouped(*most)),
        PackError::TooManyRecipients { most } => format!("It is sealed to more than {most} people. No pack is. Do not use it."),
        PackError::HostileEntry { why } => format!("THE PACK HOLDS WHAT NO PACK HOLDS: {}. Do not use it.", hostile(*why)),
        PackError::BadSignature => "THE SIGNATURE DOES NOT FIT this public key. Do not use the pack. Ask the sender.".into(),
        PackError::NotAddressedToMe => "The pack opens, but IT IS NOT ADDRESSED TO THIS KEY: somebody passed it on.".into(),
        PackError::HashDiffers => "A FILE IS NOT THE ONE THAT WAS SIGNED. Do not use the pack. Ask for it again.".into(),
        PackError::NewerVersion { .. } => "A newer version of Community Chest made this pack. Update this program.".into(),
        PackError::Expired => "The pack is sound, but its time is over. Ask for a new one.".into(),
        PackError::OtherRound => "The pack names no round, and one of its kind must.".into(),
        PackError::TooMuch { .. } => "It holds more than any pack may. Do not use it.".into(),
        other => format!("It could not be done: {other}."),
    }
}

fn hostile(why: Hostile) -> &'static str {
    match why {
        Hostile::Link => "a link",
        Hostile::Folder => "a folder",
        Hostile::Device => "a device",
        Hostile::OtherKind => "an entry of a kind that is not allowed",
        Hostile::Header => "an entry with a broken heading",
        Hostile::Absolute | Hostile::Upward => "a file that would be written outside its folder",
        Hostile::Name => "a file with a name that is not allowed",
        Hostile::Twice => "a file that stands there twice",
        Hostile::NotInManifest => "a file that nobody signed",
        Hostile::Missing => "a list with a file that is not there",
        Hostile::Size => "a file of another size than was signed",
        Hostile::Order => "its files in the wrong order",
        Hostile::Stray => "something hidden between its files",
    }
}

fn read(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    let failed = |error: std::io::Error| format!("{} could not be read: {error}", file.display());
    let mut bytes = Vec::new();
    File::open(file).map_err(failed)?.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > most {
        return Err(format!("{} is too large: more than {} bytes.", file.display(), grouped(most)));
    }
    Ok(bytes)
}

fn read_text(file: &Path) -> Result<zeroize::Zeroizing<String>, String> {
    let bytes = read(file, LARGEST_KEY)?;
    String::from_utf8(bytes).map(Into::into).map_err(|_| format!("{} is not a key file.", file.display()))
}

fn read_key(file: &Path) -> Result<Key, String> {
    let text = read_text(file)?;
    if text.trim_start().starts_with('{') {
        let vault = Vault::from_json(&text).map_err(|error| not_a_key(file, &error))?;
        let passphrase = Passphrase::typed(&secret::ask(&format!("Passphrase of {}", shown(&vault.holder().name)))?);
        return match vault.open(&passphrase) {
            Ok(keyring) => Ok(Key::Member(Box::new(keyring))),
            Err(KeyError::WrongPassphrase) => Err("That passphrase does not open this vault. Check the five words and try again.".into()),
            Err(error) => Err(not_a_key(file, &error)),
        };
    }
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    match (lines.next(), lines.next()) {
        (Some(line), None) => RecoveryKey::typed(line).map(|key| Key::Identity(Box::new(key))).map_err(|error| not_a_key(file, &error)),
        (Some(_), Some(_)) => Err(format!("{} holds several keys. Keep the one that is meant.", file.display())),
        (None, _) => Err(format!("{} holds no key.", file.display())),
    }
}

fn read_public(file: &Path) -> Result<VerifyingKey, String> {
    let text = read_text(file)?;
    if text.trim_start().starts_with('{') {
        return match card::read(text.as_bytes()) {
            Ok(card) => Ok(card.verifying_key),
            Err(error) => Err(format!("{} is not a member's card that can be trusted: {error}.", file.display())),
        };
    }
    let line = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    line.parse().map_err(|error| not_a_key(file, &error))
}

fn not_a_key(file: &Path, error: &KeyError) -> String {
    match error {
        KeyError::NewerFormat { .. } => format!("A newer version of Community Chest made {}. Update this program.", file.display()),
        _ => format!("{} is not a key file that this program knows.", file.display()),
    }
}

/// Words from a pack as they may stand on a terminal: nothing that moves the cursor, changes colours or turns the line.
fn shown(text: &str) -> String {
    let hides =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    text.chars().take(200).map(|c| if hides(c) { '\u{fffd}' } else { c }).collect()
}

fn moment(at: DateTime<Utc>) -> String {
    format!("{}, {} UTC", domain::date::written(at.date_naive()), at.format("%H:%M"))
}

fn counted(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}

/// A number with a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len().saturating_mul(2));
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_words_from_a_pack_cannot_move_the_cursor() {
        assert_eq!([0, 999, 1_000, 25_000_000].map(grouped), ["0", "999", "1,000", "25,000,000"]);
        assert_eq!(shown("Iris\u{1b}[2J\u{202e}Vale\n"), "Iris\u{fffd}[2J\u{fffd}Vale\u{fffd}");
    }
}
