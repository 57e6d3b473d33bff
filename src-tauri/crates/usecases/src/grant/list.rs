//! The lists of grants: a tab, a filter and an order, a page at a time, with sums and counts.

use crate::Open;
use crate::case::{Case, GrantCase};
use chrono::NaiveDate;
use domain::Money;
use domain::decision::Outcome;
use domain::grant::Grant;
use std::collections::HashMap;

/// Which grants a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GrantTab {
    /// Every grant.
    All,
    /// A signature is missing, or the group has not been told.
    ToSign,
    /// Both have signed.
    Signed,
    /// Every check is done and money is left to pay.
    ReadyToPay,
    /// Money is left to pay and something stands in the way.
    WaitingToPay,
    /// All is paid.
    Paid,
    /// The funding has ended and the form is owed.
    FeedbackDue,
    /// Paid, and the end of funding is ahead.
    FeedbackLater,
    /// The form is in, and the grant is not closed.
    FeedbackIn,
    /// Closed or cancelled.
    Finished,
}

impl GrantTab {
    /// Every tab.
    pub const ALL: [Self; 10] = [
        Self::All,
        Self::ToSign,
        Self::Signed,
        Self::ReadyToPay,
        Self::WaitingToPay,
        Self::Paid,
        Self::FeedbackDue,
        Self::FeedbackLater,
        Self::FeedbackIn,
        Self::Finished,
    ];

    /// Whether a grant stands under the tab.
    pub fn shows(self, grant: &Grant, today: NaiveDate) -> bool {
        self.has(Standing::of(grant, today))
    }

    /// Whether a grant that stands so is under the tab.
    pub(crate) fn has(self, standing: Standing) -> bool {
        // After the feedback nothing more is expected to be paid, as nothing more is owed by then.
        let to_pay = standing.open && !standing.feedback_in && !standing.all_paid;
        let awaited = standing.open && !standing.feedback_in && standing.something_paid;
        match self {
            Self::All => true,
            Self::ToSign => standing.open && !(standing.signed && standing.told),
            Self::Signed => standing.signed,
            Self::ReadyToPay => to_pay && standing.payable,
            Self::WaitingToPay => to_pay && !standing.payable,
            Self::Paid => standing.all_paid,
            Self::FeedbackDue => awaited && standing.ended,
            Self::FeedbackLater => awaited && !standing.ended,
            Self::FeedbackIn => standing.open && standing.feedback_in,
            Self::Finished => !standing.open,
        }
    }
}

/// What the tabs ask of a grant, worked out once for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question with yes or no, and the tabs are made of them")]
pub(crate) struct Standing {
    open: bool,
    told: bool,
    signed: bool,
    payable: bool,
    something_paid: bool,
    all_paid: bool,
    ended: bool,
    feedback_in: bool,
}

impl Standing {
    /// How a grant stands on a day.
    pub(crate) fn of(grant: &Grant, today: NaiveDate) -> Self {
        let paid = grant.paid();
        Self {
            open: grant.is_open(),
            told: grant.issued_on.is_some(),
            signed: grant.unsigned().is_empty(),
            payable: grant.bars().is_empty(),
            something_paid: paid.is_positive(),
            all_paid: paid >= grant.amount,
            ended: today > grant.ends_on(),
            feedback_in: grant.feedback_on.is_some(),
        }
    }
}

/// What a list of grants is put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantSort {
    /// The reference.
    Reference,
    /// The group's name; what is sealed comes last.
    Group,
    /// The day of the decision.
    Awarded,
    /// What was granted.
    Granted,
    /// What was paid.
    Paid,
    /// What is left to pay.
    Left,
    /// The end of funding.
    EndsOn,
    /// When feedback is due.
    FeedbackDue,
}

/// Which grants to list.
#[derive(Debug, Clone)]
pub struct GrantFilter {
    /// The tab.
    pub tab: GrantTab,
    /// Words in the group's name, the reference or the purpose, or an amount.
    pub text: String,
    /// The order.
    pub sort: GrantSort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// How many to pass over.
    pub offset: usize,
    /// How many to give.
    pub limit: usize,
}

/// A page of the list.
pub struct GrantPage<'o> {
    /// The cases on the page; each has a grant.
    pub rows: Vec<(&'o Case, &'o GrantCase)>,
    /// How many fit in all.
    pub total: usize,
    /// What was granted on all that fit.
    pub granted: Money,
    /// What was paid on them.
    pub paid: Money,
    /// What is left to pay on those that are open.
    pub left: Money,
    /// How many there are under each tab, whatever the filter.
    pub counts: HashMap<GrantTab, usize>,
}

/// Lists grants. A sealed one is listed by its reference, dates and money: no word of it is searched.
pub fn list<'o>(open: &'o Open, filter: &GrantFilter) -> GrantPage<'o> {
    let today = open.today();
    let words: Vec<Word> = filter.text.split_whitespace().map(Word::of).collect();
    let mut counts: HashMap<GrantTab, usize> = HashMap::new();
    let mut rows: Vec<(&Case, &GrantCase)> = Vec::new();
    for (case, grant) in open.cases().filter_map(|case| Some((case, case.grant.as_ref()?))) {
        let standing = Standing::of(&grant.grant, today);
        for tab in GrantTab::ALL {
            if tab.has(standing) {
                let count = counts.entry(tab).or_default();
                *count = count.saturating_add(1);
            }
        }
        if filter.tab.has(standing) && fits(case, &grant.grant, &words) {
            rows.push((case, grant));
        }
    }
    rows.sort_by_cached_key(|(case, grant)| key(case, &grant.grant, filter.sort));
    if filter.descending {
        rows.reverse();
    }
    let sum = |of: fn(&Grant) -> Money| rows.iter().map(|(_, grant)| of(&grant.grant)).sum();
    let (granted, paid, left) = (sum(|grant| grant.amount), sum(Grant::paid), sum(left_of));
    let total = rows.len();
    let rows = rows.into_iter().skip(filter.offset).take(filter.limit).collect();
    GrantPage { rows, total, granted, paid, left, counts }
}

/// What a grant is for, in one line: what was granted in part, or else what the group wrote. None when it is sealed to
/// others.
pub fn purpose(case: &Case) -> Option<&str> {
    let summary = case.cover().map(|cover| cover.summary.as_str())?;
    let part = case.decisions.last().and_then(|decision| match &decision.outcome {
        Outcome::ApprovedInPart { purpose, .. } => Some(purpose.as_str()).filter(|purpose| !purpose.is_empty()),
        _ => None,
    });
    Some(part.unwrap_or(summary))
}

/// What is still to be paid: nothing on a grant that is closed or cancelled.
pub fn left_of(grant: &Grant) -> Money {
    if grant.is_open() { grant.left_to_pay() } else { Money::ZERO }
}

/// A word of the filter, which may be an amount.
struct Word {
    text: String,
    amount: Option<Money>,
}

impl Word {
    fn of(word: &str) -> Self {
        Self { text: word.to_lowercase(), amount: Money::parse(word).ok() }
    }
}

/// Whether every word stands in the name, the reference or the purpose, or is an amount of the grant.
fn fits(case: &Case, grant: &Grant, words: &[Word]) -> bool {
    if words.is_empty() {
        return true;
    }
    let reference = case.reference().unwrap_or_default().to_lowercase();
    let name = case.group_name().unwrap_or_default().to_lowercase();
    let purpose = purpose(case).unwrap_or_default().to_lowercase();
    words.iter().all(|word| {
        let amounts = [grant.amount, grant.paid(), left_of(grant)];
        let is_amount = word.amount.is_some_and(|amount| amounts.contains(&amount));
        is_amount || [&reference, &name, &purpose].iter().any(|text| text.contains(&word.text))
    })
}

/// What a row is put in order by, and then by its reference. Texts, amounts and days each have their own place.
type Key = (bool, String, Money, NaiveDate, Option<domain::application::Reference>);

fn key(case: &Case, grant: &Grant, sort: GrantSort) -> Key {
    let mut key: Key = (false, String::new(), Money::ZERO, NaiveDate::MIN, case.row.reference.clone());
    match sort {
        GrantSort::Reference => {}
        GrantSort::Group => {
            key.0 = case.group_name().is_none();
            key.1 = case.group_name().unwrap_or_default().to_lowercase();
        }
        GrantSort::Awarded => key.3 = grant.awarded_on,
        GrantSort::Granted => key.2 = grant.amount,
        GrantSort::Paid => key.2 = grant.paid(),
        GrantSort::Left => key.2 = left_of(grant),
        GrantSort::EndsOn => key.3 = grant.ends_on(),
        GrantSort::FeedbackDue => key.3 = grant.feedback_due(),
    }
    key
}
