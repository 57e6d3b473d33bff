//! The command line: verify, recover, back up, look into packs, make the sample, measure.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]

#[cfg(feature = "bench")]
mod bench;
#[cfg(feature = "bench")]
mod bench_packs;
#[cfg(feature = "bench")]
mod bench_statement;
mod command;
mod pack;
mod say;
mod secret;

use command::Command;
use std::process::ExitCode;

const HELP: &str = "\
chest looks after a Community Chest register without a window.

  chest verify FILE                   proves the file, its keys and its journal; asks for a passphrase
  chest verify FILE --recovery-key    the same, with the printed recovery key
  chest recover FILE                  gives a member a new passphrase, with the printed recovery key
  chest back-up FILE FOLDER           makes a proved backup set in a folder, such as a stick
  chest pack inspect PACK [--key KEY] says what a pack is, from whom and for whom; never its words
  chest pack verify PACK --key KEY --from PUBLIC
                                      proves who signed a pack, that it is for this key, and every file in it
  chest demo FOLDER                   makes the sample partnership, all invented
  chest papers FOLDER                 prints every kind of document from the sample, in both sizes
  chest bench [APPLICATIONS]          measures every command on a large register (developers only)
  chest bench packs                   measures packs of a large round (developers only)

FILE is a register's folder, or the file register.chest in it. Add --member NAME when several people have a passphrase.
KEY is a member's vault, which asks for their passphrase, or an identity file as age-keygen writes it.
PUBLIC is a member's card, or a public key file as minisign writes it.
Secrets are typed, or read from standard input, one on each line. They are never taken from the command line.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match Command::read(&words) {
        Ok(Command::Help) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Ok(command) => command.run(),
        Err(wrong) => {
            eprintln!("{wrong}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(said) => {
            eprintln!("{said}");
            ExitCode::FAILURE
        }
    }
}
