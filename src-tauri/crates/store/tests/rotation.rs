//! Changes of who holds keys: what they bring about, what they refuse, and that a killed program leaves no half of one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::redundant_closure_for_method_calls,
    reason = "a failed test should stop at once, and tests make ids and damage files on purpose"
)]

mod common;

use common::{Place, event, note, other_passphrase, passphrase, system};
use keys::{KdfCost, Opener, RecoveryKey};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::backup::{RegisterKeySource, verify_file};
use store::{Event, NewVault, Register, StoreError, SystemSurroundings, WriteTx, journal};
use uuid::Uuid;

const FOLDER: &str = "CHEST_CRASH_FOLDER";
const MEMBER: &str = "CHEST_CRASH_MEMBER";
const RECOVERY: &str = "CHEST_CRASH_RECOVERY";
const SECRET: &[u8] = b"what Merrybank Growers asked for";

/// Seals every blob anew to everybody who works at the register, as it is in this moment of the change.
fn reseal(tx: &mut WriteTx<'_>) -> Result<(), StoreError> {
    let recipients = tx.sealed_recipients()?;
    for blob_id in tx.blob_ids()? {
        let plain = tx.sealed_bytes(blob_id)?.unwrap();
        tx.reseal_blob(blob_id, &keys::seal(&plain, &recipients)?)?;
    }
    Ok(())
}

fn give(register: &mut Register, member_id: Uuid) {
    let new = NewVault { member_id, name: "Tom Adeyemi", role: "chair", passphrase: &other_passphrase(), cost: KdfCost::for_tests() };
    register.give_vault(&new, reseal).unwrap();
}

fn leave(register: &mut Register, member_id: Uuid) {
    register
        .end_keys(member_id, |tx| {
            let today = tx.today();
            tx.end_member(member_id, today, Some("moved away"))?;
            reseal(tx)?;
            Ok::<_, StoreError>(((), Event { kind: "memberLeft", subject: Some(member_id), signed: true, ..event("left") }))
        })
        .unwrap();
}

/// A register with one sealed text, which everybody at it may read.
fn with_a_secret() -> (Place, Register, Uuid) {
    let (place, mut register) = Place::new();
    let blob_id = Uuid::now_v7();
    let sealed = keys::seal(SECRET, &register.sealed_recipients().unwrap()).unwrap();
    register.change(|tx| tx.put_blob(blob_id, &sealed).map(|()| ((), event("sealed")))).unwrap();
    (place, register, blob_id)
}

fn key_files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder.join("keys")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("register-")).collect();
    names.sort();
    names
}

fn everything(folder: &Path) -> Vec<PathBuf> {
    let inside = |path: PathBuf| fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let mut found = [inside(folder.to_owned()), inside(folder.join("keys")), inside(folder.join("vaults"))].concat();
    found.sort();
    found
}

#[test]
fn after_somebody_left_no_key_they_ever_had_opens_the_register() {
    let (place, mut register, blob_id) = with_a_secret();
    let tom = Uuid::now_v7();
    give(&mut register, tom);
    drop(register);
    let kept = place.home.path().join("kept by Tom");
    fs::create_dir(&kept).unwrap();
    let vault = format!("vaults/{tom}.vault");
    let [key_file] = key_files(&place.folder()).try_into().unwrap();
    for (from, to) in [(vault.as_str(), "tom.vault"), (&format!("keys/{key_file}"), "register.age")] {
        fs::copy(place.folder().join(from), kept.join(to)).unwrap();
    }

    let mut register = place.unlock().unwrap();
    leave(&mut register, tom);
    note(&mut register, "work goes on at once");
    let toms = keys::Vault::from_json(&fs::read_to_string(kept.join("tom.vault")).unwrap()).unwrap().open(&other_passphrase()).unwrap();
    let bytes = register.read(|tx| tx.get_blob(blob_id)).unwrap();
    assert_eq!(toms.open(&bytes), Err(keys::KeyError::NotForThisKey));
    assert_eq!(register.keyring().open(&bytes).unwrap().as_slice(), SECRET);
    drop(register);
    assert!(!place.folder().join(&vault).exists());
    assert_eq!(key_files(&place.folder()).len(), 1);

    // Tom puts back what he kept. It opens nothing, and the others sign in as before.
    fs::copy(kept.join("tom.vault"), place.folder().join(&vault)).unwrap();
    fs::copy(kept.join("register.age"), place.folder().join("keys/register-1.age")).unwrap();
    assert!(Register::unlock(&place.folder(), tom, &other_passphrase(), system()).is_err());
    fs::remove_file(place.folder().join("keys/register-1.age")).unwrap();
    fs::copy(kept.join("register.age"), place.folder().join("keys/register-99.age")).unwrap();
    assert!(Register::unlock(&place.folder(), tom, &other_passphrase(), system()).is_err());
    let register = place.unlock().unwrap();
    register.read(journal::verify).unwrap();
    assert!(!place.folder().join(&vault).exists(), "the vault of somebody who left is taken away");
    verify_file(&place.folder(), &RegisterKeySource::Recovery(&place.recovery), &SystemSurroundings).unwrap();
}

#[test]
fn a_lost_passphrase_is_mended_by_another_member_and_the_old_vault_opens_nothing() {
    let (place, mut register, blob_id) = with_a_secret();
    let tom = Uuid::now_v7();
    give(&mut register, tom);
    let vault = place.folder().join(format!("vaults/{tom}.vault"));
    let old = fs::read(&vault).unwrap();
    give(&mut register, tom);
    drop(register);
    let toms = Register::unlock(&place.folder(), tom, &other_passphrase(), system()).unwrap();
    assert_eq!(toms.keyring().open(&toms.read(|tx| tx.get_blob(blob_id)).unwrap()).unwrap().as_slice(), SECRET);
    drop(toms);
    fs::write(&vault, old).unwrap();
    let refused = Register::unlock(&place.folder(), tom, &other_passphrase(), system());
    assert!(matches!(refused, Err(StoreError::NotAKeyHolder { .. })), "{refused:?}");
}

#[test]
fn a_new_recovery_page_takes_the_place_of_the_old_one() {
    let (place, mut register, blob_id) = with_a_secret();
    let renewed = register.renew_recovery(reseal).unwrap().value;
    let bytes = register.read(|tx| tx.get_blob(blob_id)).unwrap();
    assert_eq!(renewed.open(&bytes).unwrap().as_slice(), SECRET);
    assert!(place.recovery.open(&bytes).is_err());
    drop(register);
    Register::check_recovery(&place.folder(), &renewed).unwrap();
    assert!(Register::check_recovery(&place.folder(), &place.recovery).is_err());
    place.unlock().unwrap();
}

#[test]
fn a_change_of_keys_that_fails_leaves_everything_as_it_was() {
    let (place, mut register, _) = with_a_secret();
    let (head, files) = (register.head().unwrap(), everything(&place.folder()));
    let new = NewVault {
        member_id: Uuid::now_v7(),
        name: "Tom Adeyemi",
        role: "chair",
        passphrase: &other_passphrase(),
        cost: KdfCost::for_tests(),
    };
    let refused = register.give_vault(&new, |_| Err(StoreError::DiskFull));
    assert!(matches!(refused, Err(StoreError::DiskFull)));
    assert_eq!((register.head().unwrap(), everything(&place.folder())), (head, files));
    note(&mut register, "work goes on");
    drop(register);
    place.unlock().unwrap();
}

#[test]
fn what_a_stop_left_half_done_is_passed_over_and_cleared_away() {
    let (place, mut register, _) = with_a_secret();
    note(&mut register, "before");
    let head = register.head().unwrap();
    let mine = register.keyring().recipient();
    drop(register);
    // The next key file was given its name, and then the power went: the register is still the old one.
    let keys = place.folder().join("keys");
    fs::write(keys.join("register-2.age"), keys::seal(&[7; 32], &[mine, place.recovery.recipient()]).unwrap()).unwrap();
    fs::write(place.folder().join(".register.chest.part"), b"half of a file").unwrap();
    let register = place.unlock().unwrap();
    assert_eq!(register.head().unwrap(), head);
    assert!(!place.folder().join(".register.chest.part").exists());
    drop(register);
    verify_file(&place.folder(), &RegisterKeySource::Recovery(&place.recovery), &SystemSurroundings).unwrap();
    let mut register = place.unlock().unwrap();
    give(&mut register, Uuid::now_v7());
    drop(register);
    assert_eq!(key_files(&place.folder()), ["register-3.age"]);
    // And the other way round: the register is the new one, and the old key file still stands there.
    fs::write(keys.join("register-1.age"), b"of no use any more").unwrap();
    place.unlock().unwrap();
    assert_eq!(key_files(&place.folder()), ["register-3.age"]);
}

/// The child: gives keys and takes them away without end. It does nothing in an ordinary run of the tests.
#[test]
fn the_child_that_changes_keys_until_it_is_killed() {
    let (Ok(folder), Ok(member)) = (std::env::var(FOLDER), std::env::var(MEMBER)) else {
        return;
    };
    let mut out = std::io::stdout();
    let mut say = |text: String| {
        writeln!(out, "{text}").unwrap();
        out.flush().unwrap();
    };
    let (folder, member) = (PathBuf::from(folder), member.parse().unwrap());
    if let Ok(printed) = std::env::var(RECOVERY) {
        let mut recovery = RecoveryKey::typed(&printed).unwrap();
        loop {
            say("begun".to_owned());
            let (register, renewed) =
                Register::recover(&folder, &recovery, member, &passphrase(), KdfCost::for_tests(), system(), |tx, resealing| {
                    let recipients = tx.sealed_recipients()?;
                    tx.blob_ids()?.into_iter().try_for_each(|id| tx.reseal_blob_for(id, resealing.recovery, &recipients))
                })
                .unwrap();
            drop(register);
            recovery = renewed;
            say(format!("paper {}", recovery.printed().as_str()));
        }
    }
    let mut register = Register::unlock(&folder, member, &passphrase(), system()).unwrap();
    loop {
        let tom = Uuid::now_v7();
        give(&mut register, tom);
        say(format!("in {tom}"));
        note(&mut register, "between");
        leave(&mut register, tom);
        say(format!("out {tom}"));
    }
}

/// Lets the child work for a while, kills it, and answers what it said.
fn killed(place: &Place, kill: u64, recovery: Option<&RecoveryKey>) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["the_child_that_changes_keys_until_it_is_killed", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, place.folder())
        .env(MEMBER, place.member_id.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if let Some(recovery) = recovery {
        child.env(RECOVERY, recovery.printed().as_str());
    }
    let mut child = child.spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let reading = std::thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
    std::thread::sleep(Duration::from_millis(30 + (kill * 73) % 290));
    child.kill().unwrap();
    child.wait().unwrap();
    reading.join().unwrap()
}

fn kills() -> u64 {
    std::env::var("CHEST_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12)
}

/// The last of what was said that begins with a word, whole: a line may be cut short by the kill.
fn last<'a>(said: &'a [String], words: &[&str]) -> Option<(&'a str, &'a str)> {
    // The test runner writes "test … " before the first line.
    let read = |line: &'a String| {
        let at = words.iter().filter_map(|word| line.rfind(&format!("{word} "))).max()?;
        line.get(at..)?.split_once(' ')
    };
    said.iter().rev().find_map(read)
}

#[test]
fn a_kill_while_keys_are_given_or_taken_leaves_a_register_that_opens_for_those_who_stay() {
    let (place, register, blob_id) = with_a_secret();
    drop(register);
    let mut changes = 0;
    for kill in 0..kills() {
        let said = killed(&place, kill, None);
        changes += said.len();
        let register = place.unlock().unwrap_or_else(|e| panic!("kill {kill}: {e}"));
        register.read(journal::verify).unwrap();
        let bytes = register.read(|tx| tx.get_blob(blob_id)).unwrap();
        assert_eq!(register.keyring().open(&bytes).unwrap().as_slice(), SECRET);
        let holders = register.read(|tx| tx.key_holders()).unwrap();
        drop(register);
        if let Some(("out", tom)) = last(&said, &["in", "out"])
            && let Ok(tom) = tom.parse::<Uuid>()
        {
            assert!(holders.iter().all(|holder| holder.member_id != tom), "kill {kill}: the leaving was acknowledged");
        }
        for holder in holders.iter().filter(|holder| holder.member_id != place.member_id) {
            // Somebody who was given keys as a whole can sign in and read.
            let theirs = Register::unlock(&place.folder(), holder.member_id, &other_passphrase(), system()).unwrap();
            assert_eq!(theirs.keyring().open(&theirs.read(|tx| tx.get_blob(blob_id)).unwrap()).unwrap().as_slice(), SECRET);
        }
        verify_file(&place.folder(), &RegisterKeySource::Recovery(&place.recovery), &SystemSurroundings).unwrap();
    }
    assert!(changes > 0, "the child never changed a key, so nothing was tested");
}

#[test]
fn a_kill_while_the_printed_key_is_used_leaves_the_paper_or_the_new_passphrase_in_force() {
    let (place, mut register, blob_id) = with_a_secret();
    let mut recovery = register.renew_recovery(reseal).unwrap().value;
    drop(register);
    let mut renewals = 0;
    for kill in 0..kills() {
        let said = killed(&place, kill, Some(&recovery));
        if let Some((_, printed)) = last(&said, &["paper"])
            && let Ok(newer) = RecoveryKey::typed(printed)
        {
            renewals += 1;
            recovery = newer;
        }
        match place.unlock() {
            Ok(mut register) => {
                register.read(journal::verify).unwrap();
                let bytes = register.read(|tx| tx.get_blob(blob_id)).unwrap();
                assert_eq!(register.keyring().open(&bytes).unwrap().as_slice(), SECRET, "kill {kill}");
                if Register::check_recovery(&place.folder(), &recovery).is_err() {
                    // Killed after the change and before the new key was shown: a new page is made.
                    recovery = register.renew_recovery(reseal).unwrap().value;
                }
            }
            // The vault was exchanged and the register was not: the paper that was in use still opens it.
            Err(StoreError::NotAKeyHolder { .. }) => {}
            Err(other) => panic!("kill {kill}: {other}"),
        }
        verify_file(&place.folder(), &RegisterKeySource::Recovery(&recovery), &SystemSurroundings)
            .unwrap_or_else(|e| panic!("kill {kill}: {e}"));
    }
    assert!(renewals > 0, "the child never finished a recovery, so nothing was tested");
}

/// How long a change of keys takes on 100,000 rows, beside the floor: the same bytes copied and flushed by the system.
#[test]
#[ignore = "it measures; run it in a release build"]
fn the_time_of_a_change_of_keys_on_a_large_register() {
    let (place, mut register) = Place::new();
    let bytes = [0x5a; 400];
    register
        .change(|tx| {
            for _ in 0..100_000 {
                let id = tx.new_id();
                tx.put_blob(id, &bytes)?;
            }
            Ok::<_, StoreError>(((), event("many rows")))
        })
        .unwrap();
    register.close().unwrap();
    let mut register = place.unlock().unwrap();
    let copied = place.home.path().join("copied");
    let (mut changes, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let began = std::time::Instant::now();
        register.renew_recovery(|_| Ok::<_, StoreError>(())).unwrap();
        changes.push(began.elapsed());
        let began = std::time::Instant::now();
        fs::copy(place.file(), &copied).unwrap();
        fs::File::open(&copied).unwrap().sync_all().unwrap();
        floors.push(began.elapsed());
        fs::remove_file(&copied).unwrap();
    }
    changes.sort();
    floors.sort();
    let megabytes = fs::metadata(place.file()).unwrap().len() / (1024 * 1024);
    #[expect(clippy::print_stdout, reason = "this is what it is run for")]
    {
        println!("a change of keys: {:?}; the same {megabytes} MB copied and flushed: {:?}", changes[2], floors[2]);
    }
}
