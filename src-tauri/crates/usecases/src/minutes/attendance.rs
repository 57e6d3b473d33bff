//! Who was at a meeting, who chaired it, and who came and went, as the minutes say it.

use super::statement::step;
use super::words::{MinutesWords, fill};
use crate::membership::RollSeat;
use crate::sitting::{Replayed, What};
use domain::id::{ItemId, MemberId};
use domain::meeting::{ItemState, MeetingKind, Presence};
use domain::membership::Office;
use domain::time;
use std::collections::BTreeSet;

/// One line of the attendance: `Residents`, `Marcia Lowe (Chair), Ken Ashby`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// What they were there as.
    pub label: String,
    /// The names.
    pub names: String,
}

/// Who was there, and who came and went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance {
    /// In the chair, residents, advisory members, apologies. Who stayed away without apologies is not named.
    pub there: Vec<Attended>,
    /// Who came later, who left and who took the chair, a sentence each. Who took the chair for an item stands with the item.
    pub comings: Vec<String>,
}

/// The attendance. Of what happened during an item that is not `shown` it says no more than who came and left: who chaired it
/// is told only from when something that is shown goes on.
pub(super) fn attendance(replayed: &Replayed, shown: impl Fn(ItemId) -> bool, words: &MinutesWords) -> Attendance {
    let mut record = replayed.afresh();
    let mut there: BTreeSet<MemberId> = BTreeSet::new();
    let mut left: BTreeSet<MemberId> = BTreeSet::new();
    let (mut first_chair, mut chair) = (None, None);
    let mut comings = Vec::new();
    for event in &replayed.events {
        step(&mut record, event);
        if record.started_at().is_none() {
            continue;
        }
        let at = time::written(event.at);
        let mut say = |sentence: &str, member: MemberId| {
            comings.push(fill(sentence, &[("name", replayed.name(member)), ("time", &at)]));
        };
        match &event.what {
            What::Started => {
                let here = |member: &MemberId| matches!(record.presence(*member), Presence::Here { .. });
                there.extend(replayed.roll.iter().map(|seat| seat.member).filter(here));
                (first_chair, chair) = (record.chair(), record.chair());
            }
            What::Arrived(member) => {
                there.insert(*member);
                say(if left.contains(member) { &words.came_back } else { &words.came }, *member);
            }
            What::Left(member) => {
                left.insert(*member);
                say(&words.left, *member);
            }
            _ => {}
        }
        if record.chair() == chair {
            continue;
        }
        let is_open = |item: ItemId| record.item(item).is_some_and(|item| item.state == ItemState::Open);
        match (event.in_hand, record.chair()) {
            (_, None) => chair = None,
            // Decided or not: who chairs it is told from when something else goes on.
            (Some(item), Some(_)) if !shown(item) => {}
            (Some(item), Some(now)) if is_open(item) && matches!(event.what, What::TookChair(_)) => chair = Some(now),
            (_, Some(now)) => {
                chair = Some(now);
                say(&words.took_chair, now);
            }
        }
    }
    if record.started_at().is_none() {
        let here = |member: &MemberId| matches!(record.presence(*member), Presence::Here { .. });
        there.extend(replayed.roll.iter().map(|seat| seat.member).filter(here));
        first_chair = record.chair();
    }
    let apologies: BTreeSet<MemberId> =
        replayed.roll.iter().map(|seat| seat.member).filter(|member| record.presence(*member) == Presence::Apologies).collect();
    let names = |wanted: &dyn Fn(&RollSeat) -> bool| named(replayed, wanted, words);
    let mut lines: Vec<Attended> = Vec::new();
    let mut line = |label: &str, names: String| {
        if !names.is_empty() {
            lines.push(Attended { label: label.to_owned(), names });
        }
    };
    line(&words.in_the_chair, first_chair.map(|chair| replayed.name(chair).to_owned()).unwrap_or_default());
    line(&words.residents, names(&|seat| seat.resident && there.contains(&seat.member)));
    line(&words.advisory, names(&|seat| !seat.resident && there.contains(&seat.member)));
    let away = names(&|seat| apologies.contains(&seat.member));
    line(&words.apologies, if away.is_empty() { words.nobody.clone() } else { away });
    if replayed.meeting.row.kind == MeetingKind::Forum {
        comings.insert(0, heads(replayed, words));
    }
    Attendance { there: lines, comings }
}

/// Names with offices, the officers first.
fn named(replayed: &Replayed, wanted: &dyn Fn(&RollSeat) -> bool, words: &MinutesWords) -> String {
    let mut seats: Vec<&RollSeat> = replayed.roll.iter().filter(|seat| wanted(seat)).collect();
    seats.sort_by_key(|seat| match seat.office {
        Some(Office::Chair) => 0,
        Some(Office::ViceChair) => 1,
        None => 2,
    });
    let name = |seat: &&RollSeat| match seat.office {
        Some(Office::Chair) => fill(&words.with_office, &[("name", &seat.name), ("office", &words.chair)]),
        Some(Office::ViceChair) => fill(&words.with_office, &[("name", &seat.name), ("office", &words.vice_chair)]),
        None => seat.name.clone(),
    };
    seats.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// How many residents came to a Forum.
fn heads(replayed: &Replayed, words: &MinutesWords) -> String {
    let counted = replayed.events.iter().rev().find_map(|event| if let What::Heads(heads) = event.what { Some(heads) } else { None });
    match counted.unwrap_or(0) {
        1 => words.one_head.clone(),
        number => fill(&words.heads, &[("number", &number.to_string())]),
    }
}
