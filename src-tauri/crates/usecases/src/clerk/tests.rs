//! The clerk's desk, as two clerks use it at one machine, with packs that a co-ordinator made.

mod answering;
mod arriving;
mod banking;
mod paying;
mod round_trip;
mod running;
mod scene;
mod secrecy;
