//! The membership desk on a real register.

mod listed;
