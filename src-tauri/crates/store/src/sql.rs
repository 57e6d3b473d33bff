//! Statements, each in a file named by its intent under `src/sql/<area>/<intent>.sql`.

/// The text of a statement: `sql!("journal/head")`.
macro_rules! sql {
    ($intent:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/sql/", $intent, ".sql"))
    };
}
pub(crate) use sql;
