//! What stands in the folder: nothing that can be read without a key.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and tests make ids and damage files on purpose"
)]

mod common;

use common::{Place, event, note};
use std::fs;
use std::path::{Path, PathBuf};
use store::StoreError;
use uuid::Uuid;

const MARKER: &str = "HELIOTROPE-MARMALADE-7731";

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn assert_absent(folder: &Path, when: &str) -> Vec<String> {
    let mut found = Vec::new();
    files(folder, &mut found);
    let wide: Vec<u8> = MARKER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for path in &found {
        let bytes = fs::read(path).unwrap();
        for form in [MARKER.as_bytes(), &wide, b"AGE-SECRET-KEY", b"SQLite format 3"] {
            assert!(
                !bytes.windows(form.len()).any(|part| part == form),
                "{when}: {} holds {:?}",
                path.display(),
                String::from_utf8_lossy(form)
            );
        }
    }
    found.iter().map(|p| p.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn no_text_of_the_register_can_be_read_in_its_files() {
    let (place, mut register) = Place::new();
    let big = MARKER.repeat(4000);
    for _ in 0..20 {
        note(&mut register, MARKER);
        register
            .change(|tx| {
                tx.put_blob(Uuid::now_v7(), big.as_bytes())?;
                Ok::<_, StoreError>(((), event(&big)))
            })
            .unwrap();
    }
    let names = assert_absent(place.home.path(), "open");
    for expected in ["register.chest", "register.chest-wal", "register.chest-shm", "register.lock", "register-1.age"] {
        assert!(names.iter().any(|n| n == expected), "{expected} was not looked at: {names:?}");
    }
    let backup = register.back_up(&place.home.path().join("Backups")).unwrap();
    assert_absent(&backup.folder, "backup");
    register.close().unwrap();
    let names = assert_absent(place.home.path(), "closed");
    assert!(!names.iter().any(|n| n.ends_with("-wal") || n.contains(".part")), "{names:?}");
}

#[test]
fn an_erased_text_is_gone_from_the_pages_too() {
    let (place, mut register) = Place::new();
    note(&mut register, MARKER);
    let seq = register.head().unwrap().seq;
    register
        .change(|tx| {
            tx.erase_payload(seq, "asked by the person")?;
            Ok::<_, StoreError>(((), event("erased")))
        })
        .unwrap();
    let entries = register.read(|tx| tx.entries(None, 10)).unwrap();
    assert!(!format!("{entries:?}").contains(MARKER));
    register.close().unwrap();
    assert_absent(place.home.path(), "erased");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_look_into_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let (place, _register) = Place::new();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.folder()), 0o700);
    assert_eq!(mode(&place.folder().join("keys")), 0o700);
    assert_eq!(mode(&place.folder().join("keys/register-1.age")), 0o600);
}
