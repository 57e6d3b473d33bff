//! How long until the first screen can be used, beside a window with an empty page.

pub(crate) mod print;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::work::{Failure, Outcome, Work, program, target};

const ROUNDS: usize = 30;

/// Builds both, opens them in turn on a virtual display and prints the figures.
pub(crate) fn start(work: &mut Work) -> Outcome {
    work.cargo(
        "Build of both windows",
        &["build", "--workspace", "--release", "--features", "community-chest/bench", "--bin", "community-chest", "--example", "bare"],
    )?;
    work.step("First usable screen", "cargo xtask bench start", || {
        let display = Display::open()?;
        let home = target().join("bench-home");
        fs::create_dir_all(&home)?;
        let release = target().join("release");
        let bare = release.join("examples").join(program("bare"));
        let ours = release.join(program("community-chest"));
        let (mut of_bare, mut of_ours) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS.saturating_add(2) {
            let (first, second) = (opening(&bare, &home, &display)?, opening(&ours, &home, &display)?);
            // The first two fill the caches of the system for both.
            if round >= 2 {
                of_bare.push(first);
                of_ours.push(second);
            }
        }
        println!("\n| window | median | 95th percentile |\n|---|--:|--:|");
        row("empty page", &mut of_bare);
        row("Community Chest, first usable screen", &mut of_ours);
        println!("\n{ROUNDS} starts each, in turn, release build, on a virtual display.");
        Ok(())
    })
}

fn row(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |hundredths: usize| {
        let index = times.len().saturating_sub(1).saturating_mul(hundredths).div_ceil(100);
        times.get(index).map_or(0, Duration::as_millis)
    };
    println!("| {name} | {} ms | {} ms |", at(50), at(95));
}

/// The time from the start of a program to the line it writes when its first screen was painted.
fn opening(app: &Path, home: &Path, display: &Display) -> Result<Duration, Failure> {
    let began = Instant::now();
    let mut window = Command::new(app)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("XDG_DATA_HOME", home.join(".local/share"))
        .env("XDG_CACHE_HOME", home.join(".cache"))
        .env("DISPLAY", &display.name)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut line = String::new();
    if let Some(said) = window.stdout.take() {
        BufReader::new(said).read_line(&mut line)?;
    }
    let took = began.elapsed();
    window.kill()?;
    window.wait()?;
    if line.trim() == "first screen" { Ok(took) } else { Err(Failure::new(format!("{} never showed its first screen", app.display()))) }
}

/// A virtual display on the first free number.
struct Display {
    name: String,
    server: Child,
}

impl Display {
    fn open() -> Result<Self, Failure> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x860x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            BufReader::new(said).read_line(&mut number)?;
        }
        Ok(Self { name: format!(":{}", number.trim()), server })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
