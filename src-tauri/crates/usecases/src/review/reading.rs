//! What the printed papers of a round are made from: one reviewer's copy, and the panel's pages for one reader.

use super::facts::Facts;
use super::line::Share;
use super::panel::{self, Panel};
use super::round::share;
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::id::{ApplicationId, MemberId, RoundId};
use domain::member::Act;
use domain::review::Criterion;
use store::Medium;

/// One reviewer's copy of a round.
pub(crate) struct Reading {
    /// What the round is called.
    pub(crate) round_name: String,
    /// The number of the copy.
    pub(crate) copy: u32,
    /// How many copies there are.
    pub(crate) copies: usize,
    /// How they read it.
    pub(crate) medium: Medium,
    /// The day by which it should be back.
    pub(crate) return_by: NaiveDate,
    /// What is scored.
    pub(crate) criteria: Vec<Criterion>,
    /// The applications that they get, in their order.
    pub(crate) gets: Vec<ApplicationId>,
    /// References of those in which they have, or may have, an interest.
    pub(crate) conflicted: Vec<String>,
}

/// One reviewer's copy of a round, as far as whoever is signed in can print it.
pub(crate) fn reading(open: &Open, round: RoundId, member: MemberId) -> Result<Reading> {
    open.member().permit(Act::RunReviews)?;
    let facts = open.register().read(|tx| Facts::read(tx, round))?;
    let reviewer = facts.reviewer(member.0)?;
    let (mut gets, mut conflicted) = (Vec::new(), Vec::new());
    for id in facts.applications.iter().copied().map(ApplicationId) {
        match share(open, &facts, member.0, id.0) {
            Share::Gets => gets.push(id),
            Share::Conflicted | Share::Doubtful => conflicted.extend(open.case(id)?.reference()),
            Share::LeftOut | Share::NotReadable | Share::Over => {}
        }
    }
    if gets.is_empty() {
        return Err(Error::NothingToSend);
    }
    Ok(Reading {
        round_name: facts.round.name.clone(),
        copy: reviewer.place,
        copies: facts.reviewers.len(),
        medium: reviewer.medium,
        return_by: facts.round.return_by,
        criteria: facts.round.criteria.clone(),
        gets,
        conflicted,
    })
}

/// The panel's pages of a round.
pub(crate) struct PanelPages {
    /// What the round is called.
    pub(crate) round_name: String,
    /// The applications, in their order.
    pub(crate) applications: Vec<PanelPage>,
}

/// One application on the panel's pages.
pub(crate) enum PanelPage {
    /// The reader may see it.
    Seen(Box<Panel>),
    /// They may not, and see its reference.
    Withheld {
        /// Its reference.
        reference: String,
    },
}

/// The panel's pages of a round whose reviews are open, for whoever is signed in.
pub(crate) fn panel_pages(open: &Open, round: RoundId) -> Result<PanelPages> {
    open.member().permit(Act::ReadSealed)?;
    open.register().read(|tx| {
        let facts = Facts::read(tx, round)?;
        if facts.round.opened.is_none() {
            return Err(Error::WrongState);
        }
        let standings = facts.standings();
        let mut applications = Vec::new();
        for id in facts.applications.iter().copied().map(ApplicationId) {
            applications.push(if panel::may_see(open, &facts, id.0) {
                PanelPage::Seen(Box::new(panel::of(open, tx, &facts, &standings, id)?))
            } else {
                PanelPage::Withheld { reference: open.case(id)?.reference().unwrap_or_default() }
            });
        }
        Ok(PanelPages { round_name: facts.round.name, applications })
    })
}
