//! Minutes: drafted from what was recorded, edited until they are approved, printed in two versions (§8.8, Appendix 1).

mod words;

pub(crate) use words::{MinutesWords, long_date};
