//! What every example paper says, as poppler reads it, beside the text kept for it in `golden/`.
//!
//! After a change that is wanted, `CHEST_GOLDEN=write` writes the texts anew: read what changed before it is kept.

use super::{SIZES, file::run};
use crate::{Size, Wording, example, print};
use std::{collections::BTreeSet, fs, path::Path};

/// The words in the order in which they are read, page by page.
fn said(paper: &crate::Paper, wording: &Wording, size: Size) -> String {
    let text = run("pdftotext", &["-raw"], &print(paper, wording, size).unwrap());
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    let pages: Vec<String> = pages.zip(1..).map(|(page, number)| format!("--- {number} ---\n{}\n", page.trim_end())).collect();
    pages.concat()
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the texts are no register: half a file does no harm")]
fn every_paper_says_what_its_golden_text_says() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/golden"));
    let write = std::env::var_os("CHEST_GOLDEN").is_some_and(|wish| wish == "write");
    let wording = Wording::bundled().unwrap();
    let kept = || -> BTreeSet<String> {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let mut wanted = BTreeSet::new();
    let mut differing = Vec::new();
    for (name, paper) in example::papers() {
        for size in SIZES {
            let file = format!("{name}{}.txt", if size == Size::Large { "-large" } else { "" });
            let said = said(&paper, &wording, size);
            if write {
                fs::write(folder.join(&file), &said).unwrap();
            } else if let Ok(golden) = fs::read_to_string(folder.join(&file))
                && golden != said
            {
                let line = golden.lines().zip(said.lines()).find(|(one, other)| one != other);
                differing.push(format!("{file}: {line:?}"));
            }
            assert!(wanted.insert(file), "two papers are called {name}");
        }
    }
    if write {
        for file in kept().difference(&wanted) {
            fs::remove_file(folder.join(file)).unwrap();
        }
    }
    assert_eq!(kept(), wanted, "a golden text is missing, or belongs to no paper");
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
