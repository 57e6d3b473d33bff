//! The reviewer's desk, as a reviewer uses it, with packs that a co-ordinator made.

mod arriving;
mod damage;
mod keys_here;
mod reviewing;
mod scene;
mod secrecy;
