//! Meetings: the programme of dates, agendas, notices and papers, and what comes back by itself (§8.1, §8.8, §8.13).

mod agenda;
mod carry;
mod list;
mod notice;
mod page;
mod paper;
mod programme;
#[cfg(test)]
pub(crate) mod tests;

pub use agenda::{TypedItem, add_item, change_item, move_item, remove_item};
pub(crate) use carry::bring_back;
pub use list::{MeetingLine, Meetings, Programme, line, list, next_on};
pub use notice::{Notice, record_notice};
pub use page::{AfterDecision, AgendaLine, Page, PutOff, Suggestion, page};
pub use paper::{Paper, add_papers, paper, remove_paper};
pub use programme::{TypedMeeting, call_off, change, plan};

use crate::{Case, Error, Open, Result, seal};
use chrono::NaiveDate;
use domain::id::{ApplicationId, ItemId, MeetingId, MemberId};
use domain::interest::Sight;
use domain::meeting::ItemKind;
use domain::member::{Act, may};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{ItemRow, MeetingEmbargoRow, MeetingRow, ReadTx, Which};

/// The areas whose screens read again.
pub(crate) const TOUCHED: &[&str] = &["meeting"];

/// What an item is called and what it is about, as it is kept. The shape is read for ever: a new field gets a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemText {
    /// What it is called. Empty for an application, which is called by its group.
    pub title: String,
    /// For the chair and the members: what it is about, what is proposed.
    pub about: String,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// From 1, without a gap.
    pub number: u32,
    /// As it stands in the register.
    pub row: ItemRow,
    /// What it is called and about; none when it is sealed to others. Of an application, see [`Item::title`].
    pub text: Option<ItemText>,
    /// Whether its application is under embargo.
    pub sealed: bool,
}

impl Item {
    /// What it is about.
    pub fn kind(&self) -> ItemKind {
        self.row.kind
    }

    /// Its application.
    pub fn application(&self) -> Option<ApplicationId> {
        self.row.application_id.map(ApplicationId)
    }

    /// Who would be voted off.
    pub fn about_member(&self) -> Option<MemberId> {
        self.row.about_member.map(MemberId)
    }

    /// The case of its application.
    pub fn case<'o>(&self, open: &'o Open) -> Option<&'o Case> {
        open.case(self.application()?).ok()
    }

    /// Its application's reference.
    pub fn reference(&self, open: &Open) -> Option<String> {
        self.case(open)?.reference()
    }

    /// Whether the member at the register may know what it is. What was declared non-public is for those who read applications.
    pub fn is_known_to(&self, open: &Open) -> bool {
        if !self.row.public && !may(open.member().role, Act::ReadSealed) {
            return false;
        }
        match self.row.application_id {
            Some(_) => self.case(open).is_some_and(|case| case.group_name().is_some()),
            None => self.text.is_some(),
        }
    }

    /// What it is called: the group's name, or its own title; none when the member at the register may not know it.
    pub fn title(&self, open: &Open) -> Option<String> {
        if !self.is_known_to(open) {
            return None;
        }
        match self.row.application_id {
            Some(_) => self.case(open)?.group_name().map(str::to_owned),
            None => self.text.as_ref().map(|text| text.title.clone()),
        }
    }

    /// What it is about, as far as the member at the register may know it.
    pub fn about(&self, open: &Open) -> &str {
        self.text.as_ref().filter(|_| self.is_known_to(open)).map_or("", |text| text.about.as_str())
    }
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// On the programme.
    Planned,
    /// Being held.
    Sitting,
    /// Over; its minutes are a draft.
    Ended,
    /// Its minutes were approved, and are closed.
    Approved,
    /// Called off.
    CalledOff,
}

impl Stage {
    /// Where a meeting stands, by its row.
    pub fn of(row: &MeetingRow) -> Self {
        if row.called_off.is_some() {
            Self::CalledOff
        } else if row.approved_at.is_some() {
            Self::Approved
        } else if row.ended {
            Self::Ended
        } else if row.begun {
            Self::Sitting
        } else {
            Self::Planned
        }
    }
}

/// A meeting with its agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// As it stands in the register.
    pub row: MeetingRow,
    /// Its agenda, in order.
    pub items: Vec<Item>,
    /// The short embargo on the whole of it.
    pub embargo: Option<MeetingEmbargoRow>,
}

impl Meeting {
    /// Where it stands.
    pub fn stage(&self) -> Stage {
        Stage::of(&self.row)
    }

    /// One item.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The last day of the embargo on the whole of it, while that holds.
    pub fn under_embargo(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.embargo.as_ref().map(|embargo| embargo.until).filter(|until| today <= *until)
    }
}

impl Meeting {
    /// Without the words of items on applications that the member at the register does not read whole: their keys open them
    /// before they have said whether they have an interest.
    pub(crate) fn seen_with(mut self, cases: &BTreeMap<ApplicationId, Case>) -> Self {
        for item in &mut self.items {
            let case = item.application().and_then(|id| cases.get(&id));
            item.text = item.text.take().filter(|_| case.is_none_or(|case| case.sight == Sight::Whole));
        }
        self
    }
}

/// Reads a meeting with its agenda, as far as the keys of the member who is signed in open it.
pub(crate) fn load(tx: &ReadTx<'_>, id: MeetingId) -> Result<Meeting> {
    let row = tx.meetings(Which::One(id.0))?.pop().ok_or(Error::NotFound)?;
    let mut items = Vec::new();
    for (number, row) in (1_u32..).zip(tx.items(Which::One(id.0))?) {
        items.push(Item {
            id: ItemId(row.item_id),
            number,
            text: tx.text(&row.text)?.map(|json| serde_json::from_str(&json)).transpose()?,
            sealed: row.application_id.map(|application| seal::is_under_embargo(tx, application)).transpose()?.unwrap_or(false),
            row,
        });
    }
    Ok(Meeting { id, row, items, embargo: tx.meeting_embargo(id.0)? })
}

/// Reads the meeting of an item, with the item's place in it.
pub(crate) fn load_item(tx: &ReadTx<'_>, id: ItemId) -> Result<(Meeting, Item)> {
    let row = tx.item(id.0)?.ok_or(Error::NotFound)?;
    let meeting = load(tx, MeetingId(row.meeting_id))?;
    let item = meeting.item(id).cloned().ok_or(Error::NotFound)?;
    Ok((meeting, item))
}

/// One meeting with its agenda.
pub fn read(open: &Open, id: MeetingId) -> Result<Meeting> {
    Ok(open.register().read(|tx| load(tx, id))?.seen_with(open.desk().cases))
}
