//! The app in its window: built, opened, walked through and bundled.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::npm;
use crate::work::{Outcome, Work, finish, program, quiet, root, target};

/// Whether a window can be opened for the person at this computer.
pub(crate) fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Builds the app as people have it.
pub(crate) fn build(work: &mut Work, release: bool) -> Result<PathBuf, crate::work::Failure> {
    // The whole workspace chooses the features, so that this shares every dependency with the tests.
    let mut arguments = vec!["build", "--workspace", "--bin", "community-chest"];
    arguments.extend(release.then_some("--release"));
    work.cargo("Build of the app", &arguments)?;
    Ok(built(release))
}

/// Opens the app and waits until it is closed.
pub(crate) fn open(app: &Path) -> Outcome {
    finish(&mut Command::new(app))
}

/// The journeys through the real window, or those whose name holds `filter`.
pub(crate) fn journeys(work: &mut Work, filter: &[&str]) -> Outcome {
    let app = build_for_journeys(work, false)?;
    let runner: &[&str] = if quiet("cargo", &["nextest", "--version"]) { &["nextest", "run"] } else { &["test"] };
    let arguments = [runner, &["--workspace", "--features", "journeys/window", "--test", "window"], filter].concat();
    work.step("Journeys through the real window", &format!("cargo xtask e2e {}", filter.join(" ")), || {
        println!("   cargo {}", arguments.join(" "));
        finish(Command::new("cargo").args(&arguments).current_dir(root()).env("CHEST_APP", &app))
    })
}

/// Walks the main journey on a virtual display and keeps a picture of every step.
pub(crate) fn walk(work: &mut Work, release: bool) -> Outcome {
    let app = build_for_journeys(work, release)?;
    work.cargo("Build of the walk", &["build", "--workspace", "--features", "journeys/window", "--bin", "walk"])?;
    work.step("A walk through the main job", "cargo xtask walk", || {
        let walk = target().join("debug").join(program("walk"));
        finish(Command::new(walk).current_dir(root()).env("CHEST_APP", &app))
    })
}

/// Makes the .deb and the `AppImage`.
pub(crate) fn bundle(work: &mut Work) -> Outcome {
    build(work, true)?;
    work.step("Bundles", "cargo xtask bundle", || {
        let mut refused = Vec::new();
        for kind in ["deb", "appimage"] {
            let arguments = ["exec", "--yes", "--package", "@tauri-apps/cli@2.12.5", "--", "tauri", "bundle", "--bundles", kind];
            println!("   npm {}", arguments.join(" "));
            let made = finish(Command::new(npm()).args(arguments).current_dir(root().join("src-tauri")));
            if let Err(failure) = made {
                println!("   The bundler made no {kind} here: {failure}");
                refused.push(kind);
            }
        }
        println!("   What was made is in {}", target().join("release/bundle").display());
        match refused.as_slice() {
            ["deb", ..] => Err(crate::work::Failure::new("no bundle was made")),
            _ => Ok(()),
        }
    })
}

/// Builds the app with its rehearsed dialogs and clock, and puts it where no other build replaces it.
fn build_for_journeys(work: &mut Work, release: bool) -> Result<PathBuf, crate::work::Failure> {
    let mut arguments = vec!["build", "--workspace", "--bin", "community-chest", "--features", "community-chest/e2e"];
    arguments.extend(release.then_some("--release"));
    work.cargo("Build of the app for journeys", &arguments)?;
    let folder = target().join("journeys");
    fs::create_dir_all(&folder)?;
    let app = folder.join(program("community-chest"));
    // A running copy cannot be written over, but it can be replaced.
    let _ = fs::remove_file(&app);
    fs::copy(built(release), &app)?;
    Ok(app)
}

fn built(release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(program("community-chest"))
}
