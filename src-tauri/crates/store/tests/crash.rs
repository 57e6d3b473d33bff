//! The power cut: a child process is killed while it works, again and again, and nothing acknowledged is lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failed test should stop at once, and tests make ids and damage files on purpose"
)]

mod common;

use common::{Place, event, passphrase, system};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;
use store::backup::{RegisterKeySource, verify_file};
use store::{Register, StoreError, SystemSurroundings, journal};
use uuid::Uuid;

const FOLDER: &str = "CHEST_CRASH_FOLDER";
const MEMBER: &str = "CHEST_CRASH_MEMBER";

/// The child: works without end, and says aloud what was saved. It does nothing in an ordinary run of the tests.
#[test]
fn the_child_that_works_until_it_is_killed() {
    let (Ok(folder), Ok(member)) = (std::env::var(FOLDER), std::env::var(MEMBER)) else {
        return;
    };
    let mut register = Register::unlock(&PathBuf::from(folder), member.parse().unwrap(), &passphrase(), system()).unwrap();
    let mut out = std::io::stdout();
    // Enough bytes to make the database move its log into the file now and then, in the middle of it all.
    let bytes = vec![0x5a; 60_000];
    loop {
        let id = Uuid::now_v7();
        let changed = register
            .change(|tx| {
                tx.put_blob(id, &bytes)?;
                Ok::<_, StoreError>(((), store::Event { subject: Some(id), ..event("work") }))
            })
            .unwrap();
        writeln!(out, "saved {} {id}", changed.event_seq).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn no_acknowledged_change_is_lost_when_the_program_is_killed() {
    let kills: u64 = std::env::var("CHEST_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(15);
    let (place, register) = Place::new();
    drop(register);
    let mut saved_in_all = 0;
    for kill in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["the_child_that_works_until_it_is_killed", "--exact", "--nocapture", "--test-threads=1"])
            .env(FOLDER, place.folder())
            .env(MEMBER, place.member_id.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let reading = std::thread::spawn(move || {
            lines
                .map_while(Result::ok)
                .filter_map(|line| {
                    let (_, rest) = line.split_once("saved ")?;
                    let (seq, id) = rest.split_once(' ')?;
                    // The last line may be cut short by the kill.
                    Some((seq.parse::<i64>().ok()?, id.parse::<Uuid>().ok()?))
                })
                .collect::<Vec<_>>()
        });
        // Spread over the start, the first commits and the checkpoints.
        std::thread::sleep(Duration::from_millis(40 + (kill * 67) % 260));
        child.kill().unwrap();
        child.wait().unwrap();
        let saved = reading.join().unwrap();
        saved_in_all += saved.len();

        let register = place.unlock().unwrap();
        register
            .read(|tx| {
                journal::verify(tx)?;
                for (seq, id) in &saved {
                    assert!(tx.head()?.seq >= *seq);
                    assert_eq!(tx.get_blob(*id)?.len(), 60_000, "kill {kill}: {id} was acknowledged");
                    assert_eq!(tx.entries_of(*id, None, 2)?.len(), 1);
                }
                assert_eq!(tx.blob_ids()?.len() + 1, usize::try_from(tx.head()?.seq).unwrap(), "a change without its event");
                Ok::<_, StoreError>(())
            })
            .unwrap();
        drop(register);
    }
    assert!(saved_in_all > 0, "the child never saved anything, so nothing was tested");
    let source = RegisterKeySource::Recovery(&place.recovery);
    verify_file(&place.folder(), &source, &SystemSurroundings).unwrap();
}

/// A register that was not closed: its file, and a write-ahead log cut at one byte with rubbish behind it.
#[test]
fn a_log_that_was_half_written_gives_back_whole_changes_only() {
    let (place, mut register) = Place::new();
    register.close().unwrap();
    register = place.unlock().unwrap();
    for _ in 0..4 {
        common::note(&mut register, "one more");
    }
    let log = place.folder().join("register.chest-wal");
    let (file_bytes, log_bytes) = (std::fs::read(place.file()).unwrap(), std::fs::read(&log).unwrap());
    assert!(log_bytes.len() > 20_000);
    drop(register);
    let mut heads = std::collections::BTreeSet::new();
    for cut in (0..log_bytes.len()).step_by(512) {
        std::fs::write(place.file(), &file_bytes).unwrap();
        let _ = std::fs::remove_file(place.folder().join("register.chest-shm"));
        let mut torn = log_bytes[..cut].to_vec();
        torn.extend(std::iter::repeat_n(0xa7, 700));
        std::fs::write(&log, torn).unwrap();
        let register = place.unlock().unwrap_or_else(|e| panic!("log cut at {cut}: {e}"));
        let verified = register.read(journal::verify).unwrap();
        heads.insert(verified.events);
    }
    assert_eq!(heads.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4]);
}
