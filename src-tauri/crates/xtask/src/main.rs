//! The commands of this house: run, test, check, accessibility, bindings, tidy, e2e, walk, papers, bench, fuzz, bundle.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool")]

mod accessibility;
mod bench;
mod fuzz;
mod machine;
mod papers;
mod python;
mod tidy;
mod ui;
mod window;
mod work;

use std::process::ExitCode;

use machine::Need;
use work::{Outcome, Work};

const USAGE: &str = "\
cargo xtask run [--release]     set this computer up, build, and open the app
                                (without a display: walk through it and keep the pictures in target/walk)
cargo xtask test                everything that is checked before a change is kept
cargo xtask check               format, lints, house rules, fresh bindings, UI lint and types; no tests
cargo xtask tidy                the house rules alone
cargo xtask accessibility       every printed paper in both sizes, checked by outloud, qpdf and poppler
cargo xtask bindings            write ui/src/lib/ipc/bindings.ts from the commands
cargo xtask e2e [TEST]          journeys through the real window
cargo xtask walk                the main journey, with a picture of every step in target/walk
cargo xtask papers              every printed paper in both sizes, of the sample and invented, in target/walk/papers, and a sheet of them
cargo xtask bench start         our first usable screen beside an empty window
cargo xtask bench commands      every command on a register of 10,000 applications
cargo xtask bench packs         packs of 50 applications for ten reviewers, and stopping them
cargo xtask bench statement     a statement of 10,000 lines against 5,000 payments
cargo xtask bench print [COUNT] 1,000 agreements beside krilla, Typst, ReportLab and WeasyPrint
cargo xtask fuzz [SECONDS]      any bytes to everything that reads packs, cards and signatures; a minute unless said
cargo xtask bundle              the .deb and the AppImage";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut work = Work::default();
    let outcome = match words.as_slice() {
        ["run"] => run(&mut work, false),
        ["run", "--release"] => run(&mut work, true),
        ["test"] => test(&mut work),
        ["check"] => check(&mut work),
        ["tidy"] => work.step("House rules", "cargo xtask tidy", tidy::all),
        ["accessibility"] => accessibility(&mut work),
        ["bindings"] => bindings(&mut work),
        ["e2e", rest @ ..] => e2e(&mut work, rest),
        ["walk"] => walk(&mut work),
        ["papers"] => papers::all(&mut work),
        ["bench", "start"] => bench_start(&mut work),
        ["bench", "commands"] => bench_commands(&mut work),
        ["bench", "packs"] => bench_packs(&mut work),
        ["bench", "statement"] => bench_statement(&mut work),
        ["bench", "print"] => bench_print(&mut work, "1000"),
        ["bench", "print", count] => bench_print(&mut work, count),
        ["fuzz"] => fuzz::run(&mut work, "60"),
        ["fuzz", seconds] => fuzz::run(&mut work, seconds),
        ["bundle"] => bundle(&mut work),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    work.summary();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(work: &mut Work, release: bool) -> Outcome {
    machine::install(work, &[Need::Build])?;
    ui::install(work)?;
    ui::build(work)?;
    if window::has_display() {
        let app = window::build(work, release)?;
        println!("\nOpening Community Chest.");
        return window::open(&app);
    }
    println!("\nThis computer has no display, so the app opens on a virtual one and walks through its main job.");
    machine::install(work, &[Need::Journeys])?;
    window::walk(work, release)
}

fn test(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Build, Need::Lints, Need::Journeys])?;
    ui::install(work)?;
    ui::build(work)?;
    rust_checks(work)?;
    if has_nextest() {
        work.cargo("Rust tests", &["nextest", "run", "--workspace"])?;
    } else {
        work.cargo("Rust tests", &["test", "--workspace"])?;
    }
    match accessibility::environment() {
        Ok(environment) => accessibility::check(work, &environment)?,
        Err(failure) => work.left_out("Accessibility by outloud", &failure.to_string()),
    }
    fresh_bindings(work)?;
    ui::check(work)?;
    ui::test(work)?;
    window::journeys(work, &[])
}

fn check(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Build, Need::Lints])?;
    ui::install(work)?;
    ui::build(work)?;
    rust_checks(work)?;
    fresh_bindings(work)?;
    ui::check(work)
}

fn rust_checks(work: &mut Work) -> Outcome {
    work.cargo("Format", &["fmt", "--all", "--check"])?;
    work.step("House rules", "cargo xtask tidy", tidy::all)?;
    // Every step names the whole workspace, so that all of them share one build of every dependency.
    work.cargo("Lints", &["clippy", "--workspace", "--all-targets", "--features", "journeys/window", "--", "-D", "warnings"])?;
    work.cargo(
        "Lints of the build for journeys",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "community-chest/e2e,community-chest/bench,journeys/window",
            "--",
            "-D",
            "warnings",
        ],
    )
}

fn build_bindings(work: &mut Work) -> Outcome {
    work.cargo("Build of the bindings", &["build", "--workspace", "--example", "bindings"])
}

fn fresh_bindings(work: &mut Work) -> Outcome {
    build_bindings(work)?;
    let program = work::target().join("debug/examples").join(work::program("bindings"));
    work.command("Bindings are fresh", &program.display().to_string(), &["--check"], "cargo xtask bindings")
}

fn bindings(work: &mut Work) -> Outcome {
    ui::placeholder()?;
    build_bindings(work)?;
    let program = work::target().join("debug/examples").join(work::program("bindings"));
    work.command("Bindings", &program.display().to_string(), &[], "cargo xtask bindings")
}

fn e2e(work: &mut Work, filter: &[&str]) -> Outcome {
    machine::install(work, &[Need::Build, Need::Journeys])?;
    ui::install(work)?;
    ui::build(work)?;
    window::journeys(work, filter)
}

fn walk(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Build, Need::Journeys])?;
    ui::install(work)?;
    ui::build(work)?;
    window::walk(work, false)
}

fn bench_start(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Build, Need::Journeys])?;
    ui::install(work)?;
    ui::build(work)?;
    bench::start(work)
}

fn bench_commands(work: &mut Work) -> Outcome {
    work.cargo("Commands", &["run", "--release", "--package", "chest", "--features", "bench", "--", "bench"])
}

fn bench_statement(work: &mut Work) -> Outcome {
    work.cargo("Statement", &["run", "--release", "--package", "chest", "--features", "bench", "--", "bench", "statement"])
}

fn accessibility(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Journeys])?;
    accessibility::check(work, &accessibility::environment()?)
}

fn bench_print(work: &mut Work, count: &str) -> Outcome {
    machine::install(work, &[Need::Journeys])?;
    bench::print::run(work, count)
}

fn bench_packs(work: &mut Work) -> Outcome {
    work.cargo("Packs", &["run", "--release", "--package", "chest", "--features", "bench", "--", "bench", "packs"])
}

fn bundle(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Build, Need::Bundle])?;
    ui::install(work)?;
    ui::build(work)?;
    window::bundle(work)
}

fn has_nextest() -> bool {
    work::quiet("cargo", &["nextest", "--version"])
}
