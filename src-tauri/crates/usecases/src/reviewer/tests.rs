//! The reviewer's desk, as a reviewer uses it.
