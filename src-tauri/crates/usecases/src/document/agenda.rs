//! The agenda of a meeting for the printer: for the members, or with nothing that is sealed or declared non-public.

use super::Desk;
use super::meeting::head;
use super::words::long_date;
use crate::Result;
use crate::meeting::{AgendaLine, Page, page};
use documents::view::{AgendaItemView, AgendaView, Audience, Purpose};
use domain::id::MeetingId;
use domain::meeting::ItemKind;

/// The agenda, and the meeting it is of.
pub(super) fn view(desk: &Desk<'_>, id: MeetingId, public: bool) -> Result<(AgendaView, Page)> {
    let page = page(desk.open, id)?;
    let embargo = page.items.iter().any(|line| line.item.sealed);
    let items = if public {
        page.items.iter().filter_map(|line| published(desk, line)).collect()
    } else {
        page.items.iter().map(|line| for_members(desk, line)).collect()
    };
    let until = page.embargo.as_ref().filter(|(_, in_force)| *in_force).map(|(row, _)| long_date(row.until));
    let audience = if public { Audience::Public } else { Audience::Members { embargo, until } };
    Ok((AgendaView { meeting: head(desk, &page.line, None), audience, items }, page))
}

/// As far as the member at the register may know it: of what they may not, a reference or a word.
fn for_members(desk: &Desk<'_>, line: &AgendaLine) -> AgendaItemView {
    let labels = &desk.labels;
    let heading = match (&line.title, &line.reference) {
        (Some(group), Some(reference)) => labels.group_and_reference.replace("{group}", group).replace("{reference}", reference),
        (Some(title), None) => title.clone(),
        (None, Some(reference)) => reference.clone(),
        (None, None) => labels.item_not_yours.clone(),
    };
    AgendaItemView {
        heading,
        purpose: purpose(line.item.kind()),
        about: line.about.clone(),
        late: line.late,
        papers: line.papers.iter().map(|paper| paper.name.clone()).collect(),
    }
}

/// What everybody may know: neither an application under embargo nor an item declared non-public, nor what is only for the
/// chair and the members.
fn published(desk: &Desk<'_>, line: &AgendaLine) -> Option<AgendaItemView> {
    let public = line.item.row.public && !line.item.sealed && line.title.is_some();
    public.then(|| AgendaItemView { about: String::new(), ..for_members(desk, line) })
}

fn purpose(kind: ItemKind) -> Purpose {
    match kind {
        ItemKind::General => Purpose::Discuss,
        ItemKind::Minutes => Purpose::Approve,
        ItemKind::Grant => Purpose::Decide,
        ItemKind::Commitment => Purpose::Commit,
        ItemKind::Joining => Purpose::Join,
        ItemKind::Removal => Purpose::Remove,
    }
}
