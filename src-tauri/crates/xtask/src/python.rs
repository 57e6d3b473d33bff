//! Throw-away Python environments below the build folder, for tools we check and measure ourselves with. Nothing of them is shipped.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::work::{Failure, Outcome, finish, quiet, target};

/// Python packages of exact versions in a folder of their own.
#[derive(Debug)]
pub(crate) struct Environment(PathBuf);

impl Environment {
    /// Makes it, unless it is there with just these packages.
    pub(crate) fn open(name: &str, packages: &[&str]) -> Result<Self, Failure> {
        let own = Self(target().join("python").join(name));
        let stamp = own.0.join("packages.stamp");
        let wanted = packages.join("\n");
        if fs::read_to_string(&stamp).is_ok_and(|kept| kept == wanted) {
            return Ok(own);
        }
        let python = ["python3", "python"].into_iter().find(|python| quiet(python, &["-m", "venv", "--help"]));
        let python = python.ok_or_else(|| Failure::new("Python 3 with venv is missing. On Debian: apt-get install python3-venv"))?;
        if own.0.exists() {
            fs::remove_dir_all(&own.0)?;
        }
        finish(Command::new(python).args(["-m", "venv"]).arg(&own.0))?;
        println!("   Installs {} below {}", packages.join(", "), own.0.display());
        finish(own.python().args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(packages))?;
        write(&stamp, &wanted)?;
        Ok(own)
    }

    /// Its Python.
    pub(crate) fn python(&self) -> Command {
        let mut python = Command::new(self.program("python"));
        // Scripts of ours stand in the repository, where nothing compiled belongs.
        python.env("PYTHONDONTWRITEBYTECODE", "1");
        python
    }

    /// A program that one of the packages brought.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        let folder = if cfg!(windows) { "Scripts" } else { "bin" };
        self.0.join(folder).join(crate::work::program(name))
    }
}

#[expect(clippy::disallowed_methods, reason = "half a stamp only means that the environment is made again")]
fn write(stamp: &std::path::Path, words: &str) -> Outcome {
    Ok(fs::write(stamp, words)?)
}
