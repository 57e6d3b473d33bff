//! The real program, with secrets on its standard input: what it prints and how it ends.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once")]

use domain::member::Role;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use testkit::{Stage, TestRegister};

struct Said {
    code: i32,
    out: String,
    err: String,
}

fn chest(words: &[&str], typed: &str) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chest"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    match child.stdin.take().unwrap().write_all(typed.as_bytes()) {
        // A program that has said no already does not wait for the secret.
        Err(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => {}
        written => written.unwrap(),
    }
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A register with one paid grant, locked, with its folder.
fn locked() -> (tempfile::TempDir, std::path::PathBuf, String) {
    let mut test = TestRegister::new();
    test.add("Merrybank Growers", Stage::Paid);
    let key = test.recovery.printed().to_string();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("register");
    let from = test.folder().to_owned();
    let TestRegister { open, .. } = &test;
    // A backup is a whole register, so it can be worked with after the first one is gone.
    let set = open.register().back_up(&from.with_file_name("sets")).unwrap();
    fs::rename(&set.folder, &folder).or_else(|_| copy(&set.folder, &folder)).unwrap();
    (place, folder, key)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

const WORDS: &str = "abacus abdomen abide zoom quilt\n";

#[test]
fn a_whole_register_is_proved_with_its_counts() {
    let (_place, folder, key) = locked();
    let said = chest(&["verify", path(&folder)], WORDS);
    assert_eq!(said.code, 0, "{}", said.err);
    for words in ["The register is whole.", "The journal proves itself:", "       1  payment", "       1  application"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let said = chest(&["verify", path(&folder.join("register.chest")), "--recovery-key"], &format!("{key}\n"));
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn a_wrong_secret_and_a_missing_register_end_with_1_and_a_sentence() {
    let (place, folder, _) = locked();
    let said = chest(&["verify", path(&folder)], "five other words than these\n");
    assert_eq!((said.code, said.err.trim()), (1, "That passphrase does not open this register. Check the five words and try again."));
    let said = chest(&["verify", path(&folder), "--recovery-key"], "AGE-SECRET-KEY-1\n");
    assert_eq!(said.code, 1);
    let said = chest(&["verify", path(&folder)], "");
    assert!(said.code == 1 && said.err.contains("Nothing was typed"), "{}", said.err);
    let said = chest(&["verify", path(&place.path().join("nowhere"))], WORDS);
    assert!(said.code == 1 && said.err.contains("is missing"), "{}", said.err);
    let said = chest(&["destroy"], "");
    assert!(said.code == 2 && said.err.contains("There is no command destroy."), "{}", said.err);
}

#[test]
fn one_flipped_bit_is_found() {
    let (_place, folder, _) = locked();
    let file = folder.join("register.chest");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let mut damaged = fs::File::create(&file).unwrap();
    damaged.write_all(&bytes).unwrap();
    drop(damaged);
    let said = chest(&["verify", path(&folder)], WORDS);
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(!said.out.contains("whole") && said.err.contains("DAMAGED"), "{}", said.err);
}

#[test]
fn a_backup_is_made_and_a_lost_passphrase_is_replaced() {
    let (place, folder, key) = locked();
    let stick = place.path().join("stick");
    let said = chest(&["back-up", path(&folder), path(&stick)], WORDS);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1);

    let said = chest(&["recover", path(&folder)], &format!("{key}\n"));
    assert_eq!(said.code, 0, "{}", said.err);
    let new = said.out.lines().find(|line| line.starts_with("  ")).unwrap().trim().to_owned();
    assert_eq!(chest(&["verify", path(&folder)], WORDS).code, 1);
    assert_eq!(chest(&["verify", path(&folder)], &format!("{new}\n")).code, 0);
}

#[test]
fn with_several_people_it_asks_who() {
    let (test, _) = TestRegister::new().with_member("Marcia Lowe", Role::Chair);
    let folder = test.folder().to_owned();
    let said = chest(&["verify", path(&folder)], WORDS);
    assert!(said.code == 1 && said.err.contains("Joan Pelham, Marcia Lowe"), "{}", said.err);
    let said = chest(&["verify", path(&folder), "--member", "marcia lowe"], WORDS);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = chest(&["verify", path(&folder), "--member", "Nobody"], WORDS);
    assert!(said.code == 1 && said.err.contains("Nobody of this name"), "{}", said.err);
}
