//! Measuring packs: ten reviewers, fifty applications and 20 MB of attachments, beside the floor of sealing, hashing and
//! writing the same bytes; and how soon work that is stopped has stopped.

use domain::date::TypedDate;
use domain::id::MemberId;
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use testkit::review::files_in;
use testkit::{Stage, TestRegister};
use usecases::application::{self, AttachmentKind, NewFile};
use usecases::review::round::TypedRound;
use usecases::review::{self, Medium, export};

const REVIEWERS: usize = 10;
const APPLICATIONS: usize = 50;
/// One file for each application, 20 MB in all.
const FILE: usize = 400_000;
/// How often each thing is done.
const ROUNDS: usize = 7;

/// Makes the register, measures, and prints a table.
pub(crate) fn run() -> Result<(), String> {
    let mut test = TestRegister::new();
    let mut reviewers = Vec::new();
    for number in 1..=REVIEWERS {
        let (next, reviewer) = test.with_reviewer(&format!("Reviewer {number}"));
        test = next;
        reviewers.push(reviewer);
    }
    let mut applications = Vec::new();
    for number in 0..APPLICATIONS {
        let id = test.add(&format!("Measured Group {number}"), Stage::Received);
        let file = NewFile { name: "form.pdf".into(), bytes: scan(number) };
        application::attach(&mut test.open, id, AttachmentKind::Scan, &[file]).map_err(|error| error.to_string())?;
        applications.push(id);
    }
    let round = TypedRound {
        name: "Measured".into(),
        return_by: TypedDate::from_date(test.open.today()),
        applications,
        reviewers: reviewers.iter().map(|reviewer| (reviewer.member, Medium::Pack)).collect(),
        criteria: Vec::new(),
    };
    let round = review::start_round(&mut test.open, &round).map_err(|error| error.to_string())?.value;
    let members: Vec<MemberId> = reviewers.iter().map(|reviewer| reviewer.member).collect();
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;

    let (mut prepare, mut make, mut record, mut floor) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut size = 0;
    for turn in 0..ROUNDS {
        let folder = place.path().join(format!("turn {turn}"));
        std::fs::create_dir(&folder).map_err(|error| error.to_string())?;
        let began = Instant::now();
        let job = export::prepare(&test.open, round, &members).map_err(|error| error.to_string())?;
        prepare.push(began.elapsed());
        let began = Instant::now();
        let staged = job.run(&folder, &|_, _| {}, &AtomicBool::new(false)).map_err(|error| error.to_string())?;
        make.push(began.elapsed());
        let began = Instant::now();
        export::record(&mut test.open, staged).map_err(|error| error.to_string())?;
        record.push(began.elapsed());
        size = files_in(&folder).iter().filter_map(|name| std::fs::metadata(folder.join(name)).ok()).map(|file| file.len()).sum();
        floor.push(bare(&folder, &reviewers, usize::try_from(size).unwrap_or(0) / REVIEWERS).map_err(|error| error.to_string())?);
    }
    let mut stopped = Vec::new();
    for after in 0..REVIEWERS.saturating_mul(2) {
        stopped.push(stop(&test, round, &members, place.path(), after)?);
    }
    println!("{REVIEWERS} reviewers, {APPLICATIONS} applications, {} MB of packs in all.\n", size / 1_000_000);
    println!("| work | median ms | most ms |\n|---|--:|--:|");
    for (name, times) in [
        ("floor: age, SHA-256 and fsync of the same bytes, once each", &mut floor),
        ("read and open everything (the desk is held)", &mut prepare),
        ("make the packs, read each back (the desk is free)", &mut make),
        ("record, and give them their names (the desk is held)", &mut record),
        ("from the word stop until nothing is left", &mut stopped),
    ] {
        row(name, times);
    }
    Ok(())
}

fn row(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |place: usize| times.get(place).map_or(0.0, Duration::as_secs_f64) * 1_000.0;
    println!("| {name} | {:.0} | {:.0} |", at(times.len() / 2), at(times.len().saturating_sub(1)));
}

/// A scan that cannot be made smaller, and differs from every other.
fn scan(number: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut block = Sha256::digest(number.to_be_bytes());
    while bytes.len() < FILE {
        bytes.extend_from_slice(&block);
        block = Sha256::digest(block);
    }
    bytes
}

/// The least that anything like it must do.
fn bare(folder: &Path, reviewers: &[testkit::review::Reviewer], size: usize) -> Result<Duration, Box<dyn std::error::Error>> {
    let plain = vec![7_u8; size];
    let began = Instant::now();
    for (place, reviewer) in reviewers.iter().enumerate() {
        let hash = Sha256::digest(&plain);
        let sealed = keys::seal(&plain, &[reviewer.keyring.recipient()])?;
        let mut file = std::fs::File::create(folder.join(format!("{place}.bare")))?;
        file.write_all(&sealed)?;
        file.write_all(&hash)?;
        file.sync_all()?;
    }
    Ok(began.elapsed())
}

/// How long it takes from the word "stop", after so many steps, until nothing is left.
fn stop(test: &TestRegister, round: domain::id::RoundId, members: &[MemberId], place: &Path, after: usize) -> Result<Duration, String> {
    let folder = place.join(format!("stopped {after}"));
    std::fs::create_dir(&folder).map_err(|error| error.to_string())?;
    let job = export::prepare(&test.open, round, members).map_err(|error| error.to_string())?;
    let (flag, step, said) = (AtomicBool::new(false), AtomicBool::new(false), Cell::new(None));
    std::thread::scope(|scope| {
        // Somebody presses the button in the middle of a step, not at its end.
        let pressing = scope.spawn(|| {
            while !step.load(Ordering::Acquire) {
                std::hint::spin_loop();
            }
            std::thread::sleep(Duration::from_millis(2));
            let pressed = Instant::now();
            flag.store(true, Ordering::Relaxed);
            pressed
        });
        let each = |done: usize, _: usize| {
            if done == after {
                step.store(true, Ordering::Release);
            }
        };
        let left = job.run(&folder, &each, &flag).is_ok();
        step.store(true, Ordering::Release);
        let ended = Instant::now();
        let pressed = pressing.join().map_err(|_| "the button was not pressed".to_owned())?;
        said.set(Some(ended.saturating_duration_since(pressed)));
        if left || files_in(&folder).is_empty() { Ok(()) } else { Err(format!("something is left after {after}")) }
    })?;
    Ok(said.take().unwrap_or_default())
}
