//! What this computer must have: says what is missing and why, and on Debian and Ubuntu installs it.

use std::fs;
use std::process::Command;

use crate::work::{Failure, Outcome, Work, answer, finish, quiet};

/// What a piece of work needs beside Rust and Node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// To build the app.
    Build,
    /// To format and lint.
    Lints,
    /// To drive the real window and read what it prints.
    Journeys,
    /// To put pictures of pages on one sheet.
    Sheet,
    /// To make installers.
    Bundle,
}

/// A Debian and Ubuntu package, and what it is for.
struct Package {
    need: Need,
    name: &'static str,
    reason: &'static str,
}

const PACKAGES: &[Package] = &[
    Package { need: Need::Build, name: "build-essential", reason: "a C compiler, for the encrypted database" },
    Package { need: Need::Build, name: "perl", reason: "prepares the build of OpenSSL, which encrypts the database" },
    Package { need: Need::Build, name: "pkg-config", reason: "finds the libraries of the window" },
    Package { need: Need::Build, name: "libwebkit2gtk-4.1-dev", reason: "the web view in the window" },
    Package { need: Need::Journeys, name: "xvfb", reason: "a virtual display for the window under test" },
    Package { need: Need::Journeys, name: "webkit2gtk-driver", reason: "presses keys in the window under test" },
    Package { need: Need::Journeys, name: "poppler-utils", reason: "reads back the PDFs that were printed" },
    Package { need: Need::Sheet, name: "poppler-utils", reason: "draws the pages of the PDFs" },
    Package { need: Need::Sheet, name: "imagemagick", reason: "puts small pictures of pages on one sheet" },
    Package { need: Need::Journeys, name: "qpdf", reason: "checks that the PDFs are sound" },
    Package { need: Need::Journeys, name: "age", reason: "proves that standard tools open what we seal" },
    Package { need: Need::Journeys, name: "minisign", reason: "proves that standard tools check what we sign" },
    Package { need: Need::Journeys, name: "python3-venv", reason: "keeps the programs apart that check the printed papers" },
    Package { need: Need::Bundle, name: "file", reason: "tells the bundler what kind of file a program is" },
    Package { need: Need::Bundle, name: "patchelf", reason: "lets the AppImage find its own libraries" },
    Package { need: Need::Bundle, name: "xdg-utils", reason: "goes into the AppImage to open documents" },
    Package { need: Need::Bundle, name: "librsvg2-dev", reason: "goes into the AppImage to draw icons" },
];

/// Sees to it that everything needed is there, or says exactly what to install.
pub(crate) fn install(work: &mut Work, needs: &[Need]) -> Outcome {
    work.step("What this computer needs", "cargo xtask run", || {
        node()?;
        if needs.contains(&Need::Lints) {
            lints()?;
        }
        if !cfg!(target_os = "linux") || answer("dpkg-query", &["--version"]).is_none() {
            return elsewhere(needs);
        }
        debian(needs)
    })
}

fn node() -> Outcome {
    let version = answer("node", &["--version"]);
    let new_enough = version.as_deref().is_some_and(|version| {
        let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
        match (numbers.next(), numbers.next()) {
            (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= (20, 19),
            _ => false,
        }
    });
    if new_enough && answer(npm(), &["--version"]).is_some() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Node.js 20.19 or newer, with npm, builds the screens; found {}. Install it from https://nodejs.org/",
        version.as_deref().map_or("none", str::trim)
    )))
}

/// npm is a script on Windows.
pub(crate) fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn lints() -> Outcome {
    if quiet("cargo", &["fmt", "--version"]) && quiet("cargo", &["clippy", "--version"]) {
        return Ok(());
    }
    println!("   rustup component add rustfmt clippy");
    finish(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

fn debian(needs: &[Need]) -> Outcome {
    let missing: Vec<&Package> = PACKAGES.iter().filter(|package| needs.contains(&package.need) && !installed(package.name)).collect();
    if missing.is_empty() {
        println!("   Everything is here.");
        return Ok(());
    }
    println!("   Missing, and installed now with apt-get:");
    for package in &missing {
        println!("     {:<24} {}", package.name, package.reason);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    // The list of packages on a fresh machine is empty or old; a package may also be there already under an old list.
    apt(&["update"])?;
    apt(&[["install", "--yes", "--no-install-recommends"].as_slice(), &names].concat())
}

fn installed(package: &str) -> bool {
    answer("dpkg-query", &["--show", "--showformat=${db:Status-Status}", package]).is_some_and(|state| state.trim() == "installed")
}

fn apt(arguments: &[&str]) -> Outcome {
    let root = answer("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !root && !quiet("sudo", &["--version"]) {
        return Err(Failure::new(format!("only the administrator may install packages. As root, run: apt-get {}", arguments.join(" "))));
    }
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
    }
    // Another installation may be under way; wait for it rather than fail.
    command.args(["--quiet", "--option", "DPkg::Lock::Timeout=300"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    finish(&mut command)
}

/// On other systems: go on when everything is there, otherwise say exactly what to install.
fn elsewhere(needs: &[Need]) -> Outcome {
    if let Some(advice) = advice(needs) {
        return Err(Failure::new(format!("something is missing on this computer.\n{advice}")));
    }
    println!("   Everything is here.");
    Ok(())
}

fn advice(needs: &[Need]) -> Option<String> {
    let journeys = needs.contains(&Need::Journeys);
    if cfg!(target_os = "macos") {
        if !quiet("xcode-select", &["-p"]) {
            return Some("Run: xcode-select --install".to_owned());
        }
        if journeys && !quiet("pdftotext", &["-v"]) {
            return Some("Run: brew install poppler qpdf age minisign".to_owned());
        }
        return journeys.then(|| {
            "The web view of macOS cannot be driven by tests. Run `cargo xtask check` and `cargo test --workspace` \
             here, and the journeys on Debian or Ubuntu."
                .to_owned()
        });
    }
    if cfg!(windows) {
        if !quiet("perl", &["--version"]) {
            return Some(
                "Run:\n  winget install --exact Microsoft.VisualStudio.2022.BuildTools --override \"--wait --passive \
                 --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended\"\n  \
                 winget install --exact StrawberryPerl.StrawberryPerl\n  \
                 winget install --exact Microsoft.EdgeWebView2Runtime"
                    .to_owned(),
            );
        }
        return journeys
            .then(|| "The journeys run on Debian or Ubuntu. Run `cargo xtask check` and `cargo test --workspace` here.".to_owned());
    }
    let build = quiet("cc", &["--version"]) && quiet("perl", &["--version"]) && quiet("pkg-config", &["--exists", "webkit2gtk-4.1"]);
    let drive = !journeys
        || (quiet("Xvfb", &["-version"]) || quiet("which", &["Xvfb"]))
            && quiet("which", &["WebKitWebDriver"])
            && quiet("which", &["pdftotext"]);
    if build && drive {
        return None;
    }
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if system.lines().any(|line| line == "ID=fedora" || line.starts_with("ID_LIKE=") && line.contains("fedora")) {
        let tests = if journeys { " /usr/bin/Xvfb /usr/bin/WebKitWebDriver poppler-utils qpdf age minisign" } else { "" };
        return Some(format!("Run: sudo dnf install gcc gcc-c++ make perl-core pkgconf-pkg-config webkit2gtk4.1-devel{tests}"));
    }
    Some(
        "Install a C compiler, make, Perl, pkg-config and the development files of WebKitGTK 4.1 (GTK 3); for the \
         journeys also Xvfb, WebKitWebDriver, poppler's tools, qpdf, age and minisign."
            .to_owned(),
    )
}
