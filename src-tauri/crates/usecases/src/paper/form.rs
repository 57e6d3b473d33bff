//! Boxes of the form to places on the typing desk (`documents::document::fillable_form` names the boxes).

use super::{Unread, UnreadReason};
use crate::document::FormLabels;
use crate::{Open, Result};
use domain::application::check::{LONGEST_ANSWER, LONGEST_LINE, question_settled};
use domain::application::{AgeGroup, Contact, GroupKind, TypedApplication, TypedCostLine};
use domain::date::TypedDate;
use exchange::form::{FilledBox, FilledForm};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The most that is shown of words which have no place.
const SHOWN: usize = 1_000;

/// A form as it goes on the typing desk.
pub(super) struct Form {
    pub(super) typed: TypedApplication,
    /// How many boxes had something in them.
    pub(super) filled: usize,
    pub(super) unread: Vec<Unread>,
}

/// Whether a form is one of this program: every one has a box for the group's name and one for an answer. One that was turned into
/// plain pages has no boxes at all.
pub(super) fn is_ours(form: &FilledForm) -> bool {
    let has = |name: &str| form.boxes.iter().any(|(box_name, _, _)| box_name == name);
    form.boxes.is_empty() || (has("group_name") && has("answer_2"))
}

impl Form {
    /// A form of this program.
    pub(super) fn of(open: &Open, form: FilledForm) -> Result<Self> {
        let mut placing = Placing {
            labels: FormLabels::bundled()?,
            typed: TypedApplication { received_on: TypedDate::from_date(open.today()), ..TypedApplication::default() },
            contacts: BTreeMap::new(),
            costs: BTreeMap::new(),
            ages: BTreeMap::new(),
            heard: Vec::new(),
            unread: Vec::new(),
        };
        let mut filled = 0;
        for (name, label, content) in form.boxes {
            let placed = match content {
                FilledBox::Text(text) if text.trim().is_empty() => continue,
                FilledBox::Text(text) => placing.words(&name, &text).map_err(|reason| (text, reason)),
                FilledBox::Tick(false) => continue,
                FilledBox::Tick(true) => placing.tick(open, &name, &label).map_err(|reason| (String::new(), reason)),
            };
            filled += 1;
            if let Err((text, reason)) = placed {
                placing.unread.push(Unread { label, text: text.chars().take(SHOWN).collect(), reason });
            }
        }
        let unread = std::mem::take(&mut placing.unread);
        Ok(Self { typed: placing.finished(unread.is_empty()), filled, unread })
    }
}

struct Placing {
    labels: FormLabels,
    typed: TypedApplication,
    contacts: BTreeMap<u32, Contact>,
    /// What and how much, by the line of the table.
    costs: BTreeMap<u32, (String, String)>,
    ages: BTreeMap<AgeGroup, String>,
    heard: Vec<String>,
    unread: Vec<Unread>,
}

impl Placing {
    /// Puts words in the place of their box.
    fn words(&mut self, name: &str, text: &str) -> std::result::Result<(), UnreadReason> {
        let cover = &mut self.typed.cover;
        let place = match name {
            "group_name" => &mut cover.group_name,
            "summary" => &mut cover.summary,
            "postcode" => &mut cover.postcode,
            "payee_name" => &mut cover.payee_name,
            "people_total" => &mut self.typed.people.total,
            "people_from_area" => &mut self.typed.people.from_area,
            "asked" => &mut self.typed.asked,
            "address" => {
                cover.address = kept(text.trim(), LONGEST_LINE)?;
                return Ok(());
            }
            "heard_else" => {
                self.heard.push(line(text)?);
                return Ok(());
            }
            other => return self.numbered(other, text),
        };
        *place = line(text)?;
        Ok(())
    }

    /// The boxes that there are several of.
    fn numbered(&mut self, name: &str, text: &str) -> std::result::Result<(), UnreadReason> {
        let unknown = UnreadReason::UnknownBox;
        let parts: Vec<&str> = name.split('_').collect();
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| unknown);
        match parts.as_slice() {
            ["answer", digits] => {
                let place = (number(digits)? as usize).checked_sub(1).and_then(|place| self.typed.answers.get_mut(place));
                place.ok_or(unknown)?.text = kept(text.trim(), LONGEST_ANSWER)?;
            }
            ["age", digits] => {
                let place = (number(digits)? as usize).checked_sub(1);
                let age = place.and_then(|place| AgeGroup::ALL.get(place)).ok_or(unknown)?;
                self.ages.insert(*age, line(text)?);
            }
            ["contact", digits @ ("1" | "2"), part] => {
                let contact = self.contacts.entry(number(digits)?).or_default();
                let place = match *part {
                    "name" => &mut contact.name,
                    "position" => &mut contact.position,
                    "phone" => &mut contact.phone,
                    "email" => &mut contact.email,
                    _ => return Err(unknown),
                };
                *place = line(text)?;
            }
            ["cost", digits, part @ ("what" | "amount")] => {
                let (number, text) = (number(digits)?, line(text)?);
                let (what, amount) = self.costs.entry(number).or_default();
                *(if *part == "what" { what } else { amount }) = text;
            }
            _ => return Err(unknown),
        }
        Ok(())
    }

    /// Ticks what stands beside a box. Words count, not places: the form may be older than the plan.
    fn tick(&mut self, open: &Open, name: &str, label: &str) -> std::result::Result<(), UnreadReason> {
        let unknown = UnreadReason::UnknownBox;
        let label = line(label)?;
        match name.split('_').next() {
            Some("kind") => {
                let kind = self.labels.kind(&label).ok_or(unknown)?;
                // Where two are ticked, the office asks.
                if self.typed.cover.group_kind.replace(kind).is_some() {
                    self.typed.cover.group_kind = Some(GroupKind::NotSaid);
                    return Err(unknown);
                }
            }
            Some("heard") => self.heard.push(label),
            Some("priority") => {
                let found = open.plan().priorities.iter().find(|priority| folded(&priority.name) == folded(&label));
                self.typed.priorities.push(found.ok_or(unknown)?.id);
            }
            _ => return Err(unknown),
        }
        Ok(())
    }

    /// The form as it would have been typed. A question with nothing in its boxes was left blank, if all that was written was read.
    fn finished(mut self, whole: bool) -> TypedApplication {
        let cover = &mut self.typed.cover;
        cover.contacts = self.contacts.into_values().collect();
        cover.heard_how = self.heard.join(", ");
        // The typing desk names a payee only where it is not the group.
        if folded(&cover.payee_name) == folded(&cover.group_name) {
            cover.payee_name.clear();
        }
        self.typed.people.by_age = self.ages.into_iter().collect();
        let costs = self.costs.into_values().filter(|(what, amount)| !what.is_empty() || !amount.is_empty());
        self.typed.costs = costs.map(|(what, amount)| TypedCostLine { id: Uuid::nil().into(), what, amount }).collect();
        for number in 1..=7 {
            let settled = question_settled(&self.typed, number) || (number == 2 && !self.typed.people.by_age.is_empty());
            if let Some(answer) = self.typed.answers.get_mut(usize::from(number) - 1) {
                answer.left_blank = whole && !settled;
            }
        }
        self.typed
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Words of a single line.
fn line(text: &str) -> std::result::Result<String, UnreadReason> {
    kept(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_LINE)
}

/// Words that the register takes.
fn kept(text: &str, most: usize) -> std::result::Result<String, UnreadReason> {
    if text.chars().any(|letter| letter == char::REPLACEMENT_CHARACTER || (letter.is_control() && !matches!(letter, '\n' | '\t'))) {
        return Err(UnreadReason::Characters);
    }
    if text.chars().count() > most {
        return Err(UnreadReason::TooLong);
    }
    Ok(text.to_owned())
}
