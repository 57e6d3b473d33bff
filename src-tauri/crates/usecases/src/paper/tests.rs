//! Papers that come back.
