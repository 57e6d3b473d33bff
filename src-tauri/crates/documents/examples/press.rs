//! Prints many agreements that differ, and says how long each took: one rival of `cargo xtask bench print`.
//!
//! `press ours|krilla COUNT`, `press steps COUNT`, `press two COUNT` on two threads, `press words` for the words alone,
//! `press save ours|krilla FILE` for one agreement to look at.

use documents::{
    DocumentError, Size, Wording,
    bench::{Second, agreement, ours, steps, words},
};
use std::{collections::BTreeMap, error::Error, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let wording = Wording::bundled()?;
    match arguments.as_slice() {
        ["words"] => say(&words(&wording, Size::Standard)?),
        ["ours", count] => {
            many(count.parse()?, |number| ours(&agreement(number), &wording, Size::Standard))?;
        }
        ["krilla", count] => {
            let second = Second::new()?;
            many(count.parse()?, |number| second.print(&agreement(number), &wording, Size::Standard))?;
        }
        ["steps", count] => in_steps(count.parse()?, &wording)?,
        ["two", count] => two_threads(count.parse()?, &wording)?,
        ["save", writer, file] => {
            let paper = agreement(1);
            let bytes = match *writer {
                "krilla" => Second::new()?.print(&paper, &wording, Size::Standard)?,
                _ => ours(&paper, &wording, Size::Standard)?,
            };
            save(file, &bytes)?;
        }
        _ => return Err("say ours, krilla, steps, two, words or save".into()),
    }
    Ok(())
}

/// Prints so many, and says milliseconds for each, the bytes of the last, and the most memory used.
fn many(count: usize, print: impl Fn(usize) -> Result<Vec<u8>, DocumentError>) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::with_capacity(count);
    let mut bytes = 0;
    let worked = processor_ms();
    for number in 0..count {
        let began = Instant::now();
        bytes = print(number)?.len();
        times.push(began.elapsed().as_secs_f64() * 1000.);
    }
    let times: Vec<String> = times.iter().map(|time| format!("{time:.3}")).collect();
    let worked = processor_ms() - worked;
    say(&format!("{{\"bytes\":{bytes},\"peak_kb\":{},\"processor_ms\":{worked},\"ms\":[{}]}}", peak(), times.join(",")));
    Ok(())
}

fn two_threads(count: usize, wording: &Wording) -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    std::thread::scope(|scope| {
        let half = |first: usize| {
            scope
                .spawn(move || (first..count).step_by(2).try_for_each(|number| ours(&agreement(number), wording, Size::Standard).map(drop)))
        };
        let halves = [half(0), half(1)];
        halves
            .into_iter()
            .try_for_each(|half| half.join().map_err(|_| "a thread stopped")?.map_err(|error| error.to_string().leak() as &str))
    })?;
    say(&format!("{{\"seconds\":{:.3},\"peak_kb\":{}}}", began.elapsed().as_secs_f64(), peak()));
    Ok(())
}

fn in_steps(count: usize, wording: &Wording) -> Result<(), Box<dyn Error>> {
    let mut taken: BTreeMap<(usize, &str), Vec<f64>> = BTreeMap::new();
    let (mut pages, mut bytes) = (0, 0);
    for number in 0..count {
        let (document, steps) = steps(&agreement(number), wording, Size::Standard)?;
        (pages, bytes) = (document.pages, document.bytes.len());
        for (place, (step, took)) in steps.into_iter().enumerate() {
            taken.entry((place, step)).or_default().push(took.as_secs_f64() * 1000.);
        }
    }
    for ((_, step), times) in &mut taken {
        times.sort_by(f64::total_cmp);
        let at = |hundredths: usize| times.get(times.len() * hundredths / 100).copied().unwrap_or_default();
        say(&format!("{step:<22} median {:>7.3} ms   p95 {:>7.3} ms", at(50), at(95)));
    }
    say(&format!("{pages} pages, {bytes} bytes"));
    Ok(())
}

/// How long processors have worked for this process, where the system tells: other programs do not change it much.
fn processor_ms() -> u64 {
    let state = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = state.rsplit_once(')').map_or("", |(_, fields)| fields);
    // Hundredths of a second in the program and in the system.
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    ticks * 10
}

/// The most memory this process has used, where the system tells.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "a sheet to look at is no register: half a file does no harm")]
fn save(file: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(file, bytes)
}

#[expect(clippy::print_stdout, reason = "an example tells what it measured")]
fn say(words: &str) {
    println!("{words}");
}
