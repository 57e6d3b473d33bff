//! A reviewer's numbered copy of a round for the printer: just the applications that they get.

use super::Desk;
use super::application::{Body, body};
use super::words::long_date;
use crate::case::Case;
use crate::review::{Medium, Reading, earlier, reading};
use crate::{Error, Result};
use documents::Size;
use documents::view::{BookletApplication, BookletView, CopyView};
use domain::application::{ApplicationContent, CoverSheet};
use domain::id::{MemberId, RoundId};

/// What the booklet and its reply sheets are made from.
pub(super) struct Paper {
    pub(super) view: BookletView,
    pub(super) reading: Reading,
}

impl Paper {
    /// How large it is printed: as its reader reads it, or larger.
    pub(super) fn size(&self, asked: Size) -> Size {
        if self.reading.medium == Medium::LargePaper { Size::Large } else { asked }
    }
}

/// The copy of one reviewer.
pub(super) fn paper(desk: &Desk<'_>, round: RoundId, member: MemberId) -> Result<Paper> {
    let open = desk.open;
    let reading = reading(open, round, member)?;
    let mut applications = Vec::new();
    for id in &reading.gets {
        applications.push(application(desk, open.case(*id)?)?);
    }
    let me = open.member().name.clone();
    let view = BookletView {
        letterhead: open.partnership().to_owned(),
        partnership: desk.body(),
        round: reading.round_name.clone(),
        copy: CopyView { number: reading.copy.to_string(), of: reading.copies.to_string(), reader: open.name_of(member.0).to_owned() },
        return_by: long_date(reading.return_by),
        return_to: vec![me.clone(), desk.body()],
        phone: me,
        until: desk.labels.until.clone(),
        applications,
        left_out: reading.conflicted.clone(),
    };
    Ok(Paper { view, reading })
}

fn application(desk: &Desk<'_>, case: &Case) -> Result<BookletApplication> {
    // What was received, even while a correction is being typed.
    let content = case.content().ok_or(Error::NotFound)?;
    let Body { answers, total, all_ages, .. } = body(desk, &content.typed());
    Ok(BookletApplication {
        reference: case.reference().unwrap_or_default(),
        group: content.cover.group_name.clone(),
        summary: content.cover.summary.clone(),
        people: people(desk, &content.cover),
        received: received(desk, content),
        asked: content.asked_or_sum().to_string(),
        answers,
        total,
        all_ages,
        history: earlier(desk.open, case)?.into_iter().map(|(_, words)| words).collect(),
        files: case.attachments.iter().filter_map(|file| file.name.clone()).collect(),
    })
}

fn received(desk: &Desk<'_>, content: &ApplicationContent) -> String {
    desk.labels.on_paper.replace("{date}", &long_date(content.received_on))
}

/// The people of a group, each with their part.
fn people(desk: &Desk<'_>, cover: &CoverSheet) -> Vec<String> {
    let named = cover.contacts.iter().filter(|contact| !contact.name.trim().is_empty());
    let line = |name: &str, part: &str| match part.trim() {
        "" => name.trim().to_owned(),
        part => desk.labels.person_and_part.replace("{name}", name.trim()).replace("{part}", part),
    };
    let mut people: Vec<String> = named.map(|contact| line(&contact.name, &contact.position)).collect();
    let payee = cover.payee_name.trim();
    if !payee.is_empty() && payee != cover.group_name.trim() {
        people.push(payee.to_owned());
    }
    people
}
