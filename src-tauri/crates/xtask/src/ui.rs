//! The screens: their packages, their build, their checks.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::machine::npm;
use crate::work::{Outcome, Work, finish, root, target};

/// Installs the packages that the lock file names, when it changed since the last time.
pub(crate) fn install(work: &mut Work) -> Outcome {
    let wanted = fs::read(root().join("ui/package-lock.json"))?;
    let stamp = target().join("ui-packages.stamp");
    if root().join("ui/node_modules").is_dir() && fs::read(&stamp).is_ok_and(|kept| kept == wanted) {
        return Ok(());
    }
    npm_step(work, "Packages of the screens", &["ci", "--no-audit", "--no-fund"])?;
    fs::create_dir_all(target())?;
    fs::copy(root().join("ui/package-lock.json"), stamp)?;
    Ok(())
}

/// Builds the screens, when anything of theirs changed since the last build.
pub(crate) fn build(work: &mut Work) -> Outcome {
    let built = fs::metadata(target().join("ui-built.stamp")).and_then(|stamp| stamp.modified()).ok();
    let index = root().join("ui/dist/index.html");
    if let Some(built) = built
        && index.is_file()
        && newest(&root().join("ui")).is_some_and(|changed| changed <= built)
    {
        return Ok(());
    }
    npm_step(work, "Build of the screens", &["run", "build"])?;
    fs::File::create(target().join("ui-built.stamp"))?;
    Ok(())
}

/// The shell embeds the built screens, so the bindings, which come before them, need an empty page to stand in.
pub(crate) fn placeholder() -> Outcome {
    let index = root().join("ui/dist/index.html");
    if !index.is_file() {
        fs::create_dir_all(root().join("ui/dist"))?;
        fs::File::create(index)?;
    }
    Ok(())
}

/// Format, lint and types.
pub(crate) fn check(work: &mut Work) -> Outcome {
    npm_step(work, "Lints of the screens", &["run", "lint"])?;
    npm_step(work, "Types of the screens", &["run", "check"])
}

/// Tests of the screens.
pub(crate) fn test(work: &mut Work) -> Outcome {
    npm_step(work, "Tests of the screens", &["test"])
}

fn npm_step(work: &mut Work, name: &str, arguments: &[&str]) -> Outcome {
    let said = format!("npm {}", arguments.join(" "));
    work.step(name, &format!("cd ui && {said}"), || {
        println!("   {said}");
        finish(Command::new(npm()).args(arguments).current_dir(root().join("ui")).env("CI", "1"))
    })
}

/// When the newest source below a folder changed.
fn newest(folder: &Path) -> Option<SystemTime> {
    fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            name != "node_modules" && name != "dist"
        })
        .filter_map(|entry| {
            let about = entry.metadata().ok()?;
            // A folder's own time tells of files that were removed.
            let own = about.modified().ok()?;
            if !about.is_dir() {
                return Some(own);
            }
            Some(newest(&entry.path()).map_or(own, |below| below.max(own)))
        })
        .max()
}
