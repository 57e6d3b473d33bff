//! The register: one encrypted SQLite file and its journal.
