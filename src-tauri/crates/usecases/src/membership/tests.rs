//! The membership desk on a real register.

mod attended;
mod election;
mod listed;
mod office;
mod paper;
mod removal;
mod seat;

use super::*;
use crate::member::{self, TypedMember};
use crate::{Error, FieldFault, Open, Result, register};
use chrono::NaiveDate;
use domain::date::TypedDate;
use domain::id::MemberId;
use domain::member::{Residency, Role};
use domain::membership::{Due, EndedBy, Office, OfficeProblem, Rule, SeatProblem};
use keys::{KdfCost, Passphrase};
use std::sync::Arc;
use store::SystemSurroundings;
use tempfile::TempDir;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed(text: &str) -> TypedDate {
    TypedDate::from_date(day(text))
}

fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

/// A register with Joan Pelham, co-ordinator, at it.
fn made() -> (TempDir, Open) {
    let home = tempfile::tempdir().unwrap();
    let made =
        register::create(home.path(), "Allenton Big Local", "Joan Pelham", &words(), KdfCost::for_tests(), Arc::new(SystemSurroundings));
    (home, made.unwrap().0)
}

fn added(open: &mut Open, name: &str, role: Role, residency: Residency) -> MemberId {
    let typed = TypedMember {
        name: name.to_owned(),
        role,
        residency: Some(residency),
        started_on: typed("2022-04-01"),
        term_ends_on: TypedDate::default(),
    };
    member::add(open, &typed).unwrap().value.id
}

/// A register with Ada Brook, Chair, two Vice-chairs, five more residents and two advisers, all since 1 April 2022.
fn partnership() -> (TempDir, Open, Vec<MemberId>) {
    let (home, mut open) = made();
    let mut members = Vec::new();
    for (name, role) in [
        ("Ada Brook", Role::Chair),
        ("Ben Cole", Role::ViceChair),
        ("Cy Dunn", Role::ViceChair),
        ("Di Evans", Role::Resident),
        ("Ed Frost", Role::Resident),
        ("Flo Gray", Role::Resident),
        ("Gil Hale", Role::Resident),
        ("Hal Ives", Role::Resident),
        ("Ida Jolly", Role::Advisory),
        ("Jo Kemp", Role::Advisory),
    ] {
        let residency = if role == Role::Advisory { Residency::Works } else { Residency::Lives };
        members.push(added(&mut open, name, role, residency));
    }
    (home, open, members)
}

fn on(open: &Open, on: &str) -> Vec<RollSeat> {
    open.register().read(|tx| roll(tx, day(on))).unwrap()
}

fn seat_of(open: &Open, member: MemberId, day: &str) -> Option<RollSeat> {
    on(open, day).into_iter().find(|seat| seat.member == member)
}

fn refused_seat<T: std::fmt::Debug>(result: Result<T>) -> SeatProblem {
    match result.unwrap_err() {
        Error::Seat(problem) => problem,
        other => panic!("{other:?}"),
    }
}

fn refused_office<T: std::fmt::Debug>(result: Result<T>) -> OfficeProblem {
    match result.unwrap_err() {
        Error::Office(problem) => problem,
        other => panic!("{other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(result: Result<T>) -> Vec<(String, FieldFault)> {
    match result.unwrap_err() {
        Error::Fields(faults) => faults,
        other => panic!("{other:?}"),
    }
}

fn ending(member: MemberId, why: EndedBy, on: &str) -> TypedSeatEnd {
    let (words, told_on, item, vote) = (String::new(), TypedDate::default(), None, TypedVote::default());
    TypedSeatEnd { member, why, on: typed(on), words, told_on, item, vote }
}

fn vote(residents: u32, advisers: u32, agreed: u32) -> TypedVote {
    TypedVote { residents: residents.to_string(), advisers: advisers.to_string(), agreed: agreed.to_string() }
}

fn nominee(member: MemberId, votes: &str) -> TypedNominee {
    TypedNominee { member, consents: true, votes: votes.to_owned() }
}

/// Whether any cell of the register holds these words as they are.
fn stands_open(open: &Open, words: &str) -> bool {
    let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|part| part == words.as_bytes());
    open.register().raw_cells().unwrap().iter().any(|cell| holds(&cell.bytes))
}

/// Whom a rule names, and whether it is kept.
fn found(open: &Open, rule: Rule, on: &str) -> (bool, u32, Vec<MemberId>) {
    let finding = desk(open, day(on)).unwrap().findings.into_iter().find(|finding| finding.rule == rule).unwrap();
    (finding.holds, finding.found, finding.who)
}

/// The role of a member at the register.
fn role_of(open: &Open, member: MemberId) -> Role {
    open.role_of(member.0).unwrap()
}
