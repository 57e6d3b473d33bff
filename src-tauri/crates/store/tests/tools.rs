//! The standard programs read what this one writes: Debian's own age and minisign.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and tests make ids and damage files on purpose"
)]

mod common;

use common::Place;
use std::fs;
use std::process::Command;

#[test]
fn the_age_program_opens_the_register_key_with_the_printed_recovery_key() {
    let (place, register) = Place::new();
    drop(register);
    let identity = place.home.path().join("recovery.key");
    fs::write(&identity, format!("# from the envelope\n{}\n", place.recovery.printed().as_str())).unwrap();
    let key_file = place.folder().join("keys/register-1.age");
    let output = Command::new("age").arg("--decrypt").arg("--identity").arg(&identity).arg(&key_file).output().expect("install age");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.stdout.len(), 32);
    let public = fs::read_to_string(place.folder().join("keys/recovery.pub")).unwrap();
    assert_eq!(public.trim(), place.recovery.recipient().to_string());
}

#[test]
fn the_minisign_program_proves_a_members_signature() {
    let (place, register) = Place::new();
    let file = place.home.path().join("minutes.txt");
    fs::write(&file, "The panel met on Friday 20 January 2023.").unwrap();
    let signature = register.keyring().sign(&fs::read(&file).unwrap(), "minutes of the panel").unwrap();
    fs::write(place.home.path().join("minutes.txt.minisig"), signature).unwrap();
    let key = register.keyring().verifying_key().to_string();
    let verify = || Command::new("minisign").arg("-Vm").arg(&file).arg("-P").arg(&key).output().expect("install minisign");
    let good = verify();
    assert!(good.status.success(), "{}", String::from_utf8_lossy(&good.stderr));
    assert!(String::from_utf8_lossy(&good.stdout).contains("minutes of the panel"));
    fs::write(&file, "The panel met on Friday 27 January 2023.").unwrap();
    assert!(!verify().status.success());
}
