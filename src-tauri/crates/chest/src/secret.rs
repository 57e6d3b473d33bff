//! Secrets: typed unseen at a terminal, or read from standard input, and never from the command line.

use std::io::{self, BufRead, IsTerminal};

/// Asks for a secret. The question is put only to a person.
pub(crate) fn ask(question: &str) -> Result<String, String> {
    let typed = if io::stdin().is_terminal() { rpassword::prompt_password(format!("{question}: ")) } else { line() };
    let typed = typed.map_err(|error| format!("The answer could not be read: {error}"))?;
    let typed = typed.trim().to_owned();
    if typed.is_empty() { Err(format!("Nothing was typed. Needed: {}.", question.to_lowercase())) } else { Ok(typed) }
}

fn line() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line)
}
