//! Every printed paper as a file and as pictures of its pages: those of the sample partnership, and an invented example of
//! each, whose first pages stand on one sheet for the README.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::{self, Need};
use crate::work::{self, Failure, Outcome, Work, finish};

/// How large the sheet may be: a README is read on slow lines too.
const MOST: u64 = 600_000;

pub(crate) fn all(work: &mut Work) -> Outcome {
    machine::install(work, &[Need::Sheet])?;
    let folder = work::root().join("target/walk/papers");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let (sample, examples) = (folder.join("sample"), folder.join("examples"));
    let to = examples.display().to_string();
    // The whole workspace chooses the features, so that this shares every dependency with the tests.
    work.cargo("Build of the command line", &["build", "--workspace", "--bin", "chest"])?;
    work.step("Papers of the sample", "chest papers", || {
        finish(Command::new(work::target().join("debug").join(work::program("chest"))).arg("papers").arg(&sample))
    })?;
    work.cargo("Examples of every paper", &["run", "--package", "documents", "--example", "sheets", "--", &to])?;
    work.step("Pictures of their pages", "cargo xtask papers", || {
        let small = examples.join("first-pages");
        let (sample, examples) = (papers(&sample)?, papers(&examples)?);
        fs::create_dir_all(&small)?;
        for paper in sample.iter().chain(&examples) {
            finish(Command::new("pdftoppm").args(["-png", "-r", "70"]).arg(paper).arg(paper.with_extension("")))?;
        }
        for paper in examples {
            let first = ["-png", "-gray", "-singlefile", "-scale-to-x", "232", "-scale-to-y", "-1"];
            finish(Command::new("pdftoppm").args(first).arg(&paper).arg(small.join(paper.file_stem().unwrap_or_default())))?;
        }
        Ok(())
    })?;
    work.step("One sheet of them", "cargo xtask papers", || sheet(&examples.join("first-pages")))
}

/// The files of a folder, by name: a paper stands beside its large print.
fn papers(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    found.retain(|path| path.is_file());
    found.sort_by_key(|path| path.file_stem().map(ToOwned::to_owned));
    Ok(found)
}

fn sheet(folder: &Path) -> Outcome {
    let sheet = work::root().join("assets/pictures/papers.png");
    let look = ["-tile", "14x", "-geometry", "116x164+6+6", "-background", "#8a9095"];
    finish(Command::new("montage").args(papers(folder)?).args(look).arg(&sheet))?;
    // A few greys are enough to know a page by.
    finish(Command::new("mogrify").args(["-colorspace", "Gray", "+dither", "-posterize", "9"]).arg(&sheet))?;
    let size = fs::metadata(&sheet)?.len();
    println!("   {} ({size} bytes)", sheet.display());
    if size > MOST {
        return Err(Failure::new(format!("{} is larger than {MOST} bytes", sheet.display())));
    }
    Ok(())
}
