//! Every printed paper in both sizes, held against programs that are not ours: outloud, qpdf and poppler.
//!
//! What passes is "tagged, checked". No program can tell whether a paper reads well; that takes a person.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::python::Environment;
use crate::work::{Failure, Outcome, Work, answer, finish, target};

/// A checker of PDF/UA-1 and WCAG 2.2 with rules about meaning as well.
const PACKAGES: &[&str] = &["outloud==0.2.1"];

/// What the checker calls an error and we keep.
struct Kept {
    rule: &'static str,
    /// The start of the paper's name.
    paper: &'static str,
    /// What stands in the words that the checker shows.
    shown: &'static str,
}

const KEPT: &[Kept] = &[
    // A sheet for two criteria names every column and every row: that is more headers than boxes to write in.
    Kept { rule: "TBL-010", paper: "reply-sheet-scored", shown: "" },
    // The checker knows a footer by its coming again on the next page. A paper of one page has no next page; its footer is
    // marked as one all the same.
    Kept { rule: "TAG-002", paper: "", shown: "Page 1 of 1" },
];

/// The checker, installed at first use.
pub(crate) fn environment() -> Result<Environment, Failure> {
    Environment::open("accessibility", PACKAGES)
}

/// Prints every paper and checks each file.
pub(crate) fn check(work: &mut Work, environment: &Environment) -> Outcome {
    let folder = target().join("sheets");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let named = folder.display().to_string();
    work.cargo("Every paper in both sizes", &["run", "--package", "documents", "--example", "sheets", "--", &named])?;
    let papers = papers(&folder)?;
    work.step("Sound files, fonts within, tags", "cargo xtask accessibility", || papers.iter().try_for_each(|paper| sound(paper)))?;
    work.step("Accessibility by outloud", "cargo xtask accessibility", || outloud(environment, &folder, &papers))
}

fn papers(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut papers: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    papers.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    papers.sort();
    if papers.is_empty() { Err(Failure::new("no paper was printed")) } else { Ok(papers) }
}

/// The file is whole, every font is in it as a subset that can be copied from, and it says that it is tagged.
fn sound(paper: &Path) -> Outcome {
    let path = paper.display().to_string();
    let wrong = |what: &str| Err(Failure::new(format!("{path}: {what}")));
    let said = |program: &str, arguments: &[&str]| answer(program, &[arguments, &[&path]].concat());
    if said("qpdf", &["--check"]).is_none() {
        return wrong("qpdf finds a fault");
    }
    let Some(fonts) = said("pdffonts", &[]) else { return wrong("its fonts cannot be read") };
    // Two lines of heading; then name, type, encoding, and yes or no for embedded, subset and with words.
    // The font of fields to fill in names its letters in its encoding.
    for font in fonts.lines().skip(2) {
        let whole = font.contains(" yes yes yes ") || font.contains(" Custom ") && font.contains(" yes yes no ");
        if !whole {
            return wrong(&format!("a font is not embedded as a subset with its words: {font}"));
        }
    }
    match said("pdfinfo", &[]) {
        Some(about) if about.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")) => Ok(()),
        _ => wrong("it is not tagged"),
    }
}

fn outloud(environment: &Environment, folder: &Path, papers: &[PathBuf]) -> Outcome {
    let report = folder.join("outloud.json");
    let mut command = std::process::Command::new(environment.program("outloud"));
    command.args(["--quiet", "--no-info", "--fail-on", "never", "--json"]).arg(&report).args(papers);
    finish(command.stdout(std::process::Stdio::null()))?;
    let report: Value = serde_json::from_str(&fs::read_to_string(&report)?).map_err(|error| Failure::new(error.to_string()))?;
    let results = report["results"].as_array().map_or(&[][..], Vec::as_slice);
    if results.len() != papers.len() {
        return Err(Failure::new(format!("outloud read {} of {} papers", results.len(), papers.len())));
    }
    let found = findings(results)?;
    for (rule, count) in &found.warnings {
        println!("   A person may look at {rule}: {count} times");
    }
    println!("   {} papers read", results.len());
    if found.errors.is_empty() {
        return Ok(());
    }
    Err(Failure::new(found.errors.join("\n  ")))
}

/// What outloud found: errors in words, and how often each rule warns.
#[derive(Debug, Default, PartialEq)]
struct Findings {
    errors: Vec<String>,
    warnings: BTreeMap<String, usize>,
}

fn findings(results: &[Value]) -> Result<Findings, Failure> {
    let mut found = Findings::default();
    for result in results {
        let path = result["path"].as_str().unwrap_or_default();
        let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(all) = result["findings"].as_array().filter(|_| result["error"].is_null()) else {
            return Err(Failure::new(format!("outloud could not read {name}")));
        };
        for finding in all {
            let text = |key: &str| finding[key].as_str().unwrap_or_default();
            let rule = text("rule");
            let shown = text("evidence");
            let once = finding["count"] == 1;
            let kept = once && KEPT.iter().any(|kept| kept.rule == rule && name.starts_with(kept.paper) && shown.contains(kept.shown));
            if text("severity") == "error" && !kept {
                found.errors.push(format!("{name}, page {}: {rule} {}", finding["page"], text("message")));
            } else if text("severity") == "warning" {
                *found.warnings.entry(rule.to_owned()).or_default() += 1;
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::findings;

    #[test]
    fn an_error_is_found_and_one_that_is_kept_is_not() {
        let finding = |rule, severity| json!({ "rule": rule, "severity": severity, "message": "words", "page": 3, "count": 1 });
        let result = |path, findings: Vec<serde_json::Value>| json!({ "path": path, "error": null, "findings": findings });
        let footer = json!({ "rule": "TAG-002", "severity": "error", "message": "words", "page": 1, "count": 1, "evidence": "A notice Page 1 of 1" });
        let found = findings(&[
            result("sheets/reply-sheet-scored-large.pdf", vec![finding("TBL-010", "error"), finding("LNK-010", "warning")]),
            result("sheets/agreement.pdf", vec![finding("TBL-010", "error"), finding("DOC-001", "info")]),
            result("sheets/meeting-notice.pdf", vec![footer]),
        ])
        .ok();
        let found = found.unwrap_or_default();
        assert_eq!(found.errors, ["agreement.pdf, page 3: TBL-010 words"]);
        assert_eq!(found.warnings.into_iter().collect::<Vec<_>>(), [("LNK-010".to_owned(), 1)]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_no_pass() {
        assert!(findings(&[json!({ "path": "a.pdf", "error": "broken", "findings": [] })]).is_err());
        assert!(findings(&[json!({ "path": "a.pdf" })]).is_err());
    }
}
