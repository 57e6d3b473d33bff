//! Statements, each in a file named by its intent under `src/sql/<area>/<intent>.sql`.

/// The text of a statement: `sql!("journal/head")`.
macro_rules! sql {
    ($intent:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/sql/", $intent, ".sql"))
    };
}
pub(crate) use sql;

#[cfg(test)]
mod tests {
    use crate::common::Place;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn statements(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                statements(&path, found);
            } else if path.extension().is_some_and(|e| e == "sql") {
                found.push(path);
            }
        }
    }

    fn all() -> Vec<PathBuf> {
        let mut found = Vec::new();
        statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sql"), &mut found);
        found.sort();
        assert!(found.len() >= 20, "only {} statements found", found.len());
        found
    }

    #[test]
    fn every_statement_prepares_against_the_newest_schema() {
        let (_place, register) = Place::new();
        for path in all() {
            let text = fs::read_to_string(&path).unwrap();
            let prepared = register.writer().prepare(&text);
            let statement = prepared.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            for at in 1..=statement.parameter_count() {
                let name = statement.parameter_name(at);
                assert!(name.is_some_and(|n| n.starts_with(':')), "{}: parameter {at} has no name", path.display());
            }
        }
    }

    #[test]
    fn no_statement_that_promises_it_scans_a_whole_table() {
        let (_place, register) = Place::new();
        let mut promised = 0;
        for path in all() {
            let text = fs::read_to_string(&path).unwrap();
            if !text.starts_with("-- no full scan") {
                continue;
            }
            promised += 1;
            let mut statement = register.writer().prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
            for at in 1..=statement.parameter_count() {
                statement.raw_bind_parameter(at, rusqlite::types::Null).unwrap();
            }
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next().unwrap() {
                let step: String = row.get("detail").unwrap();
                assert!(!step.starts_with("SCAN") || step == "SCAN CONSTANT ROW", "{}: {step}", path.display());
            }
        }
        assert!(promised >= 10, "only {promised} statements promise it");
    }

    #[test]
    fn every_statement_is_used() {
        let mut code = String::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "rs") {
                    code.push_str(&fs::read_to_string(path).unwrap());
                }
            }
        }
        for path in all() {
            let area = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            let intent = format!("sql!(\"{area}/{}\")", path.file_stem().unwrap().to_string_lossy());
            assert!(code.contains(&intent), "{intent} is not used");
        }
    }
}
