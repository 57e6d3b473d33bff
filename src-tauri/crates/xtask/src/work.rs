//! Steps of work: each says what it does, how long it took, and how to repeat it when it failed.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Done, or the first failure.
pub(crate) type Outcome = Result<(), Failure>;

/// Why the work stopped.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The steps done so far.
#[derive(Debug, Default)]
pub(crate) struct Work {
    done: Vec<(String, Duration, bool)>,
    left_out: Vec<String>,
}

impl Work {
    /// Does one step. `repeat` is what a person types to do it again.
    pub(crate) fn step(&mut self, name: &str, repeat: &str, act: impl FnOnce() -> Outcome) -> Outcome {
        println!("\n── {name}");
        let began = Instant::now();
        let outcome = act();
        self.done.push((name.to_owned(), began.elapsed(), outcome.is_ok()));
        outcome.map_err(|failure| Failure(format!("{name} failed: {failure}\nTo repeat it: {repeat}")))
    }

    /// One step that is one cargo command.
    pub(crate) fn cargo(&mut self, name: &str, arguments: &[&str]) -> Outcome {
        let repeat = format!("cargo {}", arguments.join(" "));
        self.command(name, "cargo", arguments, &repeat)
    }

    /// One step that is one command, in the folder of the workspace.
    pub(crate) fn command(&mut self, name: &str, program: &str, arguments: &[&str], repeat: &str) -> Outcome {
        self.step(name, repeat, || {
            println!("   {program} {}", arguments.join(" "));
            let mut command = Command::new(program);
            command.args(arguments).current_dir(root());
            finish(&mut command)
        })
    }

    /// Says of a step that it was not done, and why.
    pub(crate) fn left_out(&mut self, name: &str, why: &str) {
        println!("\n── {name}: left out; {why}");
        self.left_out.push(format!("{name}; {why}"));
    }

    /// Says what was done and how long each step took.
    pub(crate) fn summary(&self) {
        if self.done.is_empty() {
            return;
        }
        println!();
        for (name, took, good) in &self.done {
            let mark = if *good { "done  " } else { "FAILED" };
            println!("{mark} {:>7.1} s  {name}", took.as_secs_f64());
        }
        for step in &self.left_out {
            println!("LEFT OUT           {step}");
        }
        let whole: Duration = self.done.iter().map(|(_, took, _)| *took).sum();
        println!("       {:>7.1} s  in all", whole.as_secs_f64());
    }
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("{name} ended with {status}"))),
        Err(error) => Err(Failure(format!("{name} could not be started: {error}"))),
    }
}

/// Whether a command ends well. Shows nothing.
pub(crate) fn quiet(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a command says, when it ends well.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(root()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(3).unwrap_or(own).to_owned()
}

/// The build folder.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The file name of a program on this system.
pub(crate) fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
