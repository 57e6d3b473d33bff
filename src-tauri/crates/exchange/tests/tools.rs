//! The standard programs read a pack: Debian's own age, tar, minisign and sha256sum, in one line.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and a test damages files on purpose"
)]

mod common;

use common::Scene;
use exchange::{PackKind, seal};
use keys::RecoveryKey;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

const LINE: &str = "age -d -i me.key p.chestpack | tar -x && minisign -Vm manifest.json -p coordinator.pub && sha256sum -c SHA256SUMS";

fn bash(folder: &Path, line: &str) -> Output {
    Command::new("bash").args(["-o", "pipefail", "-c", line]).current_dir(folder).output().expect("install bash, age and minisign")
}

/// A folder with a pack, the identity that opens it, and its author's public key. The identity is one that age reads from a
/// file, as `age-keygen` writes it: a member's own never leaves its vault.
fn stage() -> (tempfile::TempDir, Scene) {
    let scene = Scene::new(PackKind::Review);
    let me = RecoveryKey::generate();
    let folder = tempfile::tempdir().unwrap();
    let sealed = seal(scene.manifest.clone(), &scene.contents, &scene.sender, &[me.recipient(), scene.me.recipient()]).unwrap();
    fs::write(folder.path().join("p.chestpack"), sealed).unwrap();
    fs::write(folder.path().join("me.key"), format!("# public key: {}\n{}\n", me.recipient(), me.printed().as_str())).unwrap();
    fs::write(folder.path().join("coordinator.pub"), scene.sender.verifying_key().to_file()).unwrap();
    (folder, scene)
}

#[test]
fn age_tar_minisign_and_sha256sum_prove_a_pack_in_one_line() {
    let (folder, scene) = stage();
    let output = bash(folder.path(), LINE);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains(&format!("Trusted comment: chest-pack {} review", scene.manifest.pack_id)), "{said}");
    assert!(said.contains("data/round.json: OK"), "{said}");
    let (sha256, file) = scene.contents.files.iter().next().unwrap();
    let name = format!("files/{sha256}.pdf");
    assert!(said.contains(&format!("{name}: OK")), "{said}");
    assert_eq!(fs::read(folder.path().join(&name)).unwrap(), file.bytes.as_slice());
    assert_eq!(fs::metadata(folder.path().join(&name)).unwrap().permissions().mode() & 0o777, 0o600);
    // Nothing came out but what the manifest names, and tar found nothing to remark.
    let count = bash(folder.path(), "find . -type f | wc -l");
    assert_eq!(String::from_utf8_lossy(&count.stdout).trim(), "8");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("tar"), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_same_line_notices_a_changed_manifest_and_a_changed_file() {
    let (folder, _) = stage();
    assert!(bash(folder.path(), LINE).status.success());
    let checks = LINE.split_once(" && ").unwrap().1;
    let round = folder.path().join("data/round.json");
    let good = fs::read(&round).unwrap();
    fs::write(&round, b"{}").unwrap();
    assert!(!bash(folder.path(), checks).status.success());
    fs::write(&round, good).unwrap();
    assert!(bash(folder.path(), checks).status.success());
    let manifest = folder.path().join("manifest.json");
    fs::write(&manifest, fs::read_to_string(&manifest).unwrap().replace("Allenton", "Another")).unwrap();
    assert!(!bash(folder.path(), checks).status.success());
}

#[test]
fn minisign_signs_and_age_seals_nothing_that_passes_for_a_members_pack() {
    let (folder, scene) = stage();
    // A whole pack made again with the standard programs alone, by somebody with a key of their own.
    let forge = "age -d -i me.key p.chestpack > t.tar && mkdir x && tar -x -C x -f t.tar && cd x \
        && minisign -G -W -f -p ../eve.pub -s ../eve.key >/dev/null \
        && minisign -S -s ../eve.key -m manifest.json -t \"$(sed -n 's/^trusted comment: //p' manifest.json.minisig)\" >/dev/null \
        && tar --format=ustar -cf ../forged.tar manifest.json manifest.json.minisig SHA256SUMS data/round.json files/* \
        && age -r \"$0\" -o ../forged.chestpack ../forged.tar";
    let output = Command::new("bash")
        .args(["-c", forge, &scene.me.recipient().to_string()])
        .current_dir(folder.path())
        .output()
        .expect("install age and minisign");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let forged = fs::read(folder.path().join("forged.chestpack")).unwrap();
    assert_eq!(scene.open(&forged).unwrap_err(), exchange::PackError::BadSignature);
    // With the true signature put back, what the standard programs packed is taken in: they can mend a pack, not forge one.
    let mend = "cd x && tar -xf ../t.tar manifest.json.minisig \
        && tar --format=ustar -cf ../mended.tar manifest.json manifest.json.minisig SHA256SUMS data/round.json files/* \
        && age -r \"$0\" -o ../mended.chestpack ../mended.tar";
    let output = Command::new("bash")
        .args(["-c", mend, &scene.me.recipient().to_string()])
        .current_dir(folder.path())
        .output()
        .expect("install age and minisign");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(scene.open(&fs::read(folder.path().join("mended.chestpack")).unwrap()).is_ok());
}
