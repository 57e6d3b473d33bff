//! Letters made many at once.
