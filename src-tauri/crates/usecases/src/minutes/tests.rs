//! Minutes of a real meeting: what the record says word for word, the two versions, and what approval closes.

pub(crate) mod room;
mod secrecy;
mod words;
