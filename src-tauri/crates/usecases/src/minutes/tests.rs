//! Minutes of a real meeting: what the record says word for word, the two versions, and what approval closes.

mod room;
mod secrecy;
mod words;
