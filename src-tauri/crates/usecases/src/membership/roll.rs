//! Who is a member on a day: what a meeting counts.

use crate::Result;
use chrono::NaiveDate;
use domain::id::MemberId;
use domain::membership::{Office, SeatKind, held};
use std::collections::HashMap;
use store::ReadTx;

/// Somebody with a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollSeat {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether they are a resident member, who votes.
    pub resident: bool,
    /// The office they hold.
    pub office: Option<Office>,
    /// Whether they are attached to the Local Trusted Organisation.
    pub lto: bool,
}

/// Everybody with a seat on a day, by name.
pub fn roll(tx: &ReadTx<'_>, on: NaiveDate) -> Result<Vec<RollSeat>> {
    let mut names: HashMap<_, _> = tx.members()?.into_iter().map(|person| (person.member_id, person.name)).collect();
    let (terms, offices, ties) = (tx.terms()?, tx.office_terms()?, tx.ties()?);
    let mut seats: Vec<RollSeat> = held(&terms, &offices, &ties, on)
        .into_iter()
        .map(|held| RollSeat {
            member: held.term.member,
            name: names.remove(&held.term.member.0).unwrap_or_default(),
            resident: held.term.seat == SeatKind::Resident,
            office: held.office.map(|office| office.office),
            lto: held.lto,
        })
        .collect();
    seats.sort_by(|a, b| (&a.name, a.member).cmp(&(&b.name, b.member)));
    Ok(seats)
}
