//! Writes `ui/src/lib/ipc/bindings.ts`; with `--check` compares it instead.

#![expect(clippy::print_stderr, reason = "a command-line tool")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/ipc/bindings.ts");
    match bring_up_to_date(&path, check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("ui/src/lib/ipc/bindings.ts is out of date. Run `cargo xtask bindings`.");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("The bindings could not be made: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the file is as it should be when this is done.
fn bring_up_to_date(path: &Path, check: bool) -> Result<bool, community_chest::StartError> {
    let wanted = community_chest::bindings()?;
    if fs::read_to_string(path).is_ok_and(|kept| kept == wanted) {
        return Ok(true);
    }
    if check {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create(path)?.write_all(wanted.as_bytes())?;
    Ok(true)
}
