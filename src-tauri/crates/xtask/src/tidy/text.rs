//! Rules about files and the words in them.

use crate::work::root;

use super::Source;

/// The user chose the top level; nothing else may stand there.
const TOP_LEVEL: &[&str] = &["Cargo.toml", "Cargo.lock", "README.md", "LICENSE", "src-tauri", "ui", "assets", "tests"];

/// A file longer than this holds more than one job.
const LONGEST: usize = 600;

/// Names that say nothing about what a thing does.
const EMPTY_NAMES: &[&str] = &["Manager", "Service", "Helper", "Util", "Utils", "Processor"];

/// Where pence are turned into words, and where invented figures stand.
const HOMES_OF_FIGURES: &[&str] = &["ui/src/words/format.ts", "ui/src/kit/"];

/// Words before a name that is ours to choose.
const DECLARES: &[&str] = &["struct", "enum", "trait", "class", "interface", "type", "mod"];

pub(super) fn all(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(broken).collect()
}

fn broken(source: &Source) -> Vec<String> {
    let Source { path, text } = source;
    let mut wrong = Vec::new();
    let top = path.split('/').next().unwrap_or_default();
    if !top.starts_with('.') && !TOP_LEVEL.contains(&top) {
        wrong.push(format!("{path}: the top level holds only {}", TOP_LEVEL.join(", ")));
    }
    let ending = path.rsplit('.').next().unwrap_or_default();
    let code = matches!(ending, "rs" | "ts" | "svelte" | "js" | "mjs" | "sql") && !path.ends_with("bindings.ts");
    if code && text.lines().count() > LONGEST {
        wrong.push(format!("{path}: {} lines; a file has one job and at most {LONGEST}", text.lines().count()));
    }
    if ending == "rs" && !text.starts_with("//! ") {
        wrong.push(format!("{path}: the first line says the module's one job, after `//!`"));
    }
    if code || ending == "scss" {
        for (number, line) in (1_usize..).zip(text.lines()) {
            if ["TO", "FIX"].iter().zip(["DO", "ME"]).any(|(one, two)| is_word(line, &format!("{one}{two}"))) {
                wrong.push(format!("{path}:{number}: unfinished work belongs in an issue, not in a comment"));
            }
            for place in ["root", "tmp"] {
                if line.contains(&format!("\"/{place}/")) {
                    wrong.push(format!("{path}:{number}: a path of one computer"));
                }
            }
            if let Some(name) = empty_name(line) {
                wrong.push(format!("{path}:{number}: {name} does not say what it does"));
            }
        }
    }
    if path.starts_with("src-tauri/src/ipc") && ending == "rs" {
        for (number, line) in (1_usize..).zip(text.lines()) {
            if line.trim_start().starts_with("#[tauri::command") && !line.contains("#[tauri::command(async)]") {
                wrong.push(format!("{path}:{number}: a command that is not async holds the window's thread"));
            }
        }
    }
    if path.starts_with("ui/src/")
        && matches!(ending, "ts" | "svelte")
        && !path.contains("test")
        && !HOMES_OF_FIGURES.iter().any(|home| path.starts_with(home))
    {
        for (number, line) in (1_usize..).zip(text.lines()) {
            if reckons_money(line) {
                wrong.push(format!("{path}:{number}: money is reckoned by the core, not by the window"));
            }
        }
    }
    if ending == "md" {
        for link in links(text).filter(|link| !leads_somewhere(path, link)) {
            wrong.push(format!("{path}: the link {link} leads nowhere"));
        }
    }
    if path == "Cargo.lock" {
        for line in text.lines().filter(|line| line.starts_with("source = ")) {
            if line != "source = \"registry+https://github.com/rust-lang/crates.io-index\"" {
                wrong.push(format!("{path}: crates come from crates.io, not from {line}"));
            }
        }
    }
    if path.ends_with("package-lock.json") {
        for line in text.lines().filter(|line| line.trim_start().starts_with("\"resolved\": ")) {
            if !line.contains("\"https://registry.npmjs.org/") {
                wrong.push(format!("{path}: packages come from npm's own registry: {}", line.trim()));
            }
        }
    }
    wrong
}

/// A declared name that ends in, or is, one of the empty ones.
fn empty_name(line: &str) -> Option<&str> {
    let mut words = line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    while let Some(word) = words.next() {
        if !DECLARES.contains(&word) {
            continue;
        }
        let name = words.next()?;
        let empty = EMPTY_NAMES.iter().any(|empty| name.ends_with(empty) || name == empty.to_lowercase());
        if empty {
            return Some(name);
        }
    }
    None
}

/// Where the links of a page in Markdown lead, when they lead into this repository.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()).filter(|link| !link.is_empty() && !link.contains("://"))
}

fn leads_somewhere(page: &str, link: &str) -> bool {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    root().join(folder).join(link).exists()
}

fn is_word(line: &str, word: &str) -> bool {
    line.split(|letter: char| !letter.is_alphanumeric()).any(|one| one == word)
}

/// Whether an amount in pence is added to, taken from, multiplied or divided here.
fn reckons_money(line: &str) -> bool {
    let signs = ["+", "-", "*", "/"];
    line.match_indices("Pence").any(|(at, name)| {
        let after = line[at + name.len()..].trim_start_matches(|c: char| c.is_alphanumeric() || c == ')').trim_start();
        let name_starts = line[..at].rfind(|c: char| !(c.is_alphanumeric() || c == '.' || c == '_')).map_or(0, |place| place + 1);
        let before = line[..name_starts].trim_end();
        let sum = |text: &str| signs.iter().any(|sign| text.starts_with(&format!("{sign} ")) || text.starts_with(&format!("{sign}= ")));
        sum(after)
            || signs.iter().any(|sign| {
                // A sign of its own, as before an amount that is shown as taken away, reckons nothing.
                before
                    .strip_suffix(&format!(" {sign}"))
                    .is_some_and(|left| left.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ')'))
            })
    }) || (line.contains(".reduce(") && line.contains("Pence"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn money_that_the_window_reckons_is_found() {
        for line in [
            "const left = grant.grantedPence - grant.paidPence;",
            "sum += row.askedPence + 1",
            "rows.reduce((sum, row) => sum + row.askedPence, 0)",
        ] {
            assert!(super::reckons_money(line), "{line}");
        }
        for line in ["pounds(grant.paidPence)", "amountPence: Pence | null,", "amount: -payment.amountPence", "// the paidPence of a grant"]
        {
            assert!(!super::reckons_money(line), "{line}");
        }
    }

    #[test]
    fn a_command_that_holds_the_window_is_found() {
        let source = |text: &str| super::Source { path: "src-tauri/src/ipc/a.rs".to_owned(), text: text.to_owned() };
        assert_eq!(super::broken(&source("//! A.\n#[tauri::command]\n")).len(), 1);
        assert_eq!(super::broken(&source("//! A.\n#[tauri::command(async)]\n")).len(), 0);
    }

    use super::{Source, broken};

    fn wrong(path: &str, text: &str) -> Vec<String> {
        broken(&Source { path: path.to_owned(), text: text.to_owned() })
    }

    #[test]
    fn a_file_without_its_one_job_is_found() {
        assert_eq!(wrong("tests/a.rs", "fn a() {}").len(), 1);
        assert!(wrong("tests/a.rs", "//! Says a.\nfn a() {}").is_empty());
    }

    #[test]
    fn a_long_file_is_found() {
        let text = format!("//! Long.\n{}", "\n".repeat(601));
        assert_eq!(wrong("tests/a.rs", &text).len(), 1);
    }

    #[test]
    fn an_empty_name_is_found() {
        assert_eq!(wrong("tests/a.rs", concat!("//! A.\nstr", "uct GrantManager;")).len(), 1);
        assert_eq!(wrong("ui/src/a.ts", concat!("export cl", "ass Util {}")).len(), 1);
        assert!(wrong("tests/a.rs", "//! A.\nuse tauri::Manager;\nstruct Grant;").is_empty());
    }

    #[test]
    fn unfinished_work_in_a_comment_is_found() {
        let unfinished = concat!("// TO", "DO: later");
        assert_eq!(wrong("ui/src/a.ts", unfinished).len(), 1);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        assert_eq!(wrong("README.md", "[a](LICENSE), [b](https://example.org) and [c](nowhere.md#there)").len(), 1);
    }

    #[test]
    fn anything_new_on_the_top_level_is_found() {
        assert_eq!(wrong("notes.md", "").len(), 1);
        assert!(wrong(".ci/run", "").is_empty());
    }

    #[test]
    fn a_lock_file_with_another_registry_is_found() {
        assert_eq!(wrong("Cargo.lock", "source = \"registry+https://example.org/index\"").len(), 1);
        assert_eq!(wrong("ui/package-lock.json", "  \"resolved\": \"https://example.org/a.tgz\",").len(), 1);
    }
}
