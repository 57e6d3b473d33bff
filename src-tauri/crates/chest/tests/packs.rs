//! The real program on packs: what it says of them, what it proves, and what it never prints.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and tests write files on purpose"
)]

use exchange::{Contents, Manifest, PackKind, Party, card, seal};
use keys::{Holder, KdfCost, Keyring, Passphrase, RecoveryKey, Vault};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

const MARKER: &str = "the allotment needs a new shed";
const WORDS: &str = "abacus abdomen abide zoom quilt";

/// A folder with a pack from Joan Pelham to Imogen Ash, and everybody's key files.
struct Stage {
    folder: tempfile::TempDir,
    sender: Keyring,
    manifest: Manifest,
    contents: Contents,
    identity: RecoveryKey,
}

fn party(id: u128, name: &str, keyring: &Keyring) -> Party {
    Party::new(Uuid::from_u128(id), name, &keyring.recipient(), keyring.verifying_key())
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (sender, stranger) = (Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let holder = Holder { member_id: Uuid::from_u128(8), name: "Imogen Ash".into(), role: "reviewer".into() };
        let random = |bytes: &mut [u8]| bytes.fill(0x5a);
        let (vault, me) = Vault::create(&holder, &Passphrase::typed(WORDS), KdfCost::for_tests(), &random).unwrap();
        let identity = RecoveryKey::generate();
        let created = "2023-01-20T10:00:00Z".parse().unwrap();
        let mut other = party(9, "Rosa Nevin", &me);
        other.recipient = identity.recipient().to_string();
        let to = vec![party(8, "Imogen Ash", &me), other];
        let from = party(7, "Joan Pelham", &sender);
        let mut manifest = Manifest::new(PackKind::Review, Uuid::from_u128(1), Uuid::from_u128(2), "Allenton Big Local", created, from, to);
        manifest.round = Some(Uuid::from_u128(3));
        let mut contents = Contents::default();
        contents.data.insert("round.json".into(), Zeroizing::new(format!("{{\"text\":\"{MARKER}\"}}").into_bytes()));
        contents.put_file("txt", Arc::new(Zeroizing::new(MARKER.as_bytes().to_vec())));
        let stage = Self { folder, sender, manifest, contents, identity };
        let recipients = [me.recipient(), stage.identity.recipient()];
        stage.write("p.chestpack", seal(stage.manifest.clone(), &stage.contents, &stage.sender, &recipients).unwrap());
        stage.write("imogen.vault", vault.to_json().unwrap());
        stage.write("rosa.key", format!("# created: 2023-01-20\n# public key: x\n{}\n", stage.identity.printed().as_str()));
        stage.write("joan.pub", stage.sender.verifying_key().to_file());
        stage.write("joan.chestcard", card::make("Joan Pelham", &stage.sender, created).unwrap());
        stage.write("stranger.pub", stranger.verifying_key().to_file());
        stage
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Runs the program in the folder. Answers how it ended and everything it printed; what it must never print is looked for.
    fn chest(&self, words: &str, typed: &str) -> (i32, String) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chest"))
            .args(words.split(' '))
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that asks for nothing does not wait for what is typed.
        let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        for secret in ["allotment", "shed", "AGE-SECRET-KEY", "abacus"] {
            assert!(!said.contains(secret), "{secret} was printed: {said}");
        }
        (output.status.code().unwrap(), said)
    }
}

#[test]
fn a_pack_is_explained_without_a_key_and_with_one() {
    let stage = Stage::new();
    let (code, said) = stage.chest("pack inspect p.chestpack", "");
    assert!(code == 0 && said.contains("for 2 people.") && said.contains("It was not opened."), "{said}");
    assert!(!said.contains("Joan"), "{said}");
    for (key, typed) in [("rosa.key", ""), ("imogen.vault", WORDS)] {
        let (code, said) = stage.chest(&format!("pack inspect p.chestpack --key {key}"), typed);
        assert_eq!(code, 0, "{said}");
        for words in [
            "Kind:         review (applications, to a reviewer)",
            &format!("From:         Joan Pelham, fingerprint {}", stage.sender.fingerprint()),
            "To:           Imogen Ash, Rosa Nevin",
            "Partnership:  Allenton Big Local",
            "Made:         20 January 2023, 10:00 UTC",
            "Expires:      never",
            "Applications: 0",
            "  data/round.json",
            ".txt",
            "The manifest is signed with the key that it states itself.",
            "It is addressed to this key.",
            "Whose key it is.",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
}

#[test]
fn a_pack_is_proved_with_a_public_key_file_or_a_card() {
    let stage = Stage::new();
    for from in ["joan.pub", "joan.chestcard"] {
        let (code, said) = stage.chest(&format!("pack verify p.chestpack --key rosa.key --from {from}"), "");
        assert!(code == 0 && said.contains("The pack is whole and signed with this public key."), "{said}");
        assert!(said.contains("the hash of 2 files"), "{said}");
    }
    let (code, said) = stage.chest("pack verify p.chestpack --key rosa.key --from stranger.pub", "");
    assert!(code == 1 && said.contains("THE SIGNATURE DOES NOT FIT"), "{said}");
}

#[test]
fn a_pack_that_was_passed_on_or_damaged_is_told_plainly() {
    let stage = Stage::new();
    let mut manifest = stage.manifest.clone();
    manifest.to.truncate(1);
    stage.write("on.chestpack", seal(manifest, &stage.contents, &stage.sender, &[stage.identity.recipient()]).unwrap());
    let (code, said) = stage.chest("pack verify on.chestpack --key rosa.key --from joan.pub", "");
    assert!(code == 1 && said.contains("IT IS NOT ADDRESSED TO THIS KEY"), "{said}");
    let (code, said) = stage.chest("pack inspect on.chestpack --key rosa.key", "");
    assert!(code == 0 && said.contains("IT IS NOT ADDRESSED TO THIS KEY: somebody passed it on."), "{said}");
    assert!(!said.contains("It is addressed to this key."), "{said}");

    let mut bytes = fs::read(stage.path("p.chestpack")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    stage.write("p.chestpack", bytes);
    for command in ["inspect p.chestpack --key rosa.key", "verify p.chestpack --key rosa.key --from joan.pub"] {
        let (code, said) = stage.chest(&format!("pack {command}"), "");
        assert!(code == 1 && said.contains("THE PACK IS DAMAGED"), "{said}");
    }
}

#[test]
fn wrong_keys_and_wrong_files_end_with_1_and_a_sentence() {
    let stage = Stage::new();
    stage.write("other.key", RecoveryKey::generate().printed().as_bytes());
    stage.write("two.key", format!("{}\n{}\n", stage.identity.printed().as_str(), stage.identity.printed().as_str()));
    stage.write("empty.key", "# nothing\n");
    for (command, typed, expected) in [
        ("inspect p.chestpack --key other.key", "", "This key does not open the pack."),
        ("inspect p.chestpack --key two.key", "", "holds several keys"),
        ("inspect p.chestpack --key empty.key", "", "holds no key"),
        ("inspect p.chestpack --key joan.pub", "", "holds several keys"),
        ("inspect p.chestpack --key p.chestpack", "", "is not a key file"),
        ("inspect p.chestpack --key imogen.vault", "five other words than these\n", "That passphrase does not open this vault."),
        ("inspect p.chestpack --key imogen.vault", "", "Nothing was typed."),
        ("inspect joan.pub", "", "This is not a pack."),
        ("inspect nowhere.chestpack", "", "could not be read"),
        ("verify p.chestpack --key rosa.key --from rosa.key", "", "is not a key file"),
    ] {
        let (code, said) = stage.chest(&format!("pack {command}"), typed);
        assert!(code == 1 && said.contains(expected), "{command}: {said}");
    }
    let (code, said) = stage.chest("pack verify p.chestpack --key rosa.key", "");
    assert!(code == 2 && said.contains("--from"), "{said}");
}
