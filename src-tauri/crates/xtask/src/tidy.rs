//! The house rules that no compiler knows, as failing tests.

mod crates;
mod text;

use std::fs;

use crate::work::{Failure, Outcome, answer, root};

/// A file that git keeps or would keep.
struct Source {
    path: String,
    text: String,
}

/// Every house rule. Says all that is wrong, not only the first.
pub(crate) fn all() -> Outcome {
    let sources = sources()?;
    let mut wrong = text::all(&sources);
    wrong.extend(crates::all()?);
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{} house rules are broken:\n  {}", wrong.len(), wrong.join("\n  "))))
}

fn sources() -> Result<Vec<Source>, Failure> {
    let listed = answer("git", &["ls-files", "--cached", "--others", "--exclude-standard"])
        .ok_or_else(|| Failure::new("git does not know this folder"))?;
    Ok(listed
        .lines()
        .filter_map(|path| {
            // A file that was removed but not yet recorded, or that is not text, has nothing to read.
            let text = fs::read_to_string(root().join(path)).ok()?;
            Some(Source { path: path.to_owned(), text })
        })
        .collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_house_is_tidy() {
        if let Err(failure) = super::all() {
            panic!("{failure}");
        }
    }
}
