//! The list of applications: filtered, put in order, a page at a time.

use crate::{Case, Open};
use domain::Money;
use domain::application::{ApplicationState, DecisionStage};
use std::cmp::Ordering;
use std::collections::HashMap;

/// What a list is put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApplicationSort {
    /// The reference; what has none comes last.
    Reference,
    /// The group's name.
    Group,
    /// When it was received.
    Received,
    /// What is asked for.
    Asked,
    /// Where it stands.
    State,
}

/// Which applications to list.
#[derive(Debug, Clone)]
pub struct ApplicationFilter {
    /// Words in the name, reference or summary.
    pub text: String,
    /// Any state when empty.
    pub states: Vec<ApplicationState>,
    /// Any place on the meeting's desk, or none, when not given.
    pub stage: Option<DecisionStage>,
    /// The order.
    pub sort: ApplicationSort,
    /// Whether the order is turned round.
    pub descending: bool,
    /// How many to pass over.
    pub offset: usize,
    /// How many to give.
    pub limit: usize,
}

/// A page of the list.
pub struct ApplicationPage<'o> {
    /// The cases on the page.
    pub rows: Vec<&'o Case>,
    /// How many fit in all.
    pub total: usize,
    /// What all that fit ask for, where this member may know.
    pub asked: Money,
    /// How many there are in each state, whatever the filter.
    pub counts: HashMap<ApplicationState, usize>,
    /// How many there are in each place on the meeting's desk, whatever the filter.
    pub stages: HashMap<DecisionStage, usize>,
}

/// Lists applications. A sealed one is listed by its reference and dates alone: no word of it is searched.
pub fn list<'o>(open: &'o Open, filter: &ApplicationFilter) -> ApplicationPage<'o> {
    let words: Vec<String> = filter.text.split_whitespace().map(str::to_lowercase).collect();
    let mut counts: HashMap<ApplicationState, usize> = HashMap::new();
    let mut stages: HashMap<DecisionStage, usize> = HashMap::new();
    let mut rows: Vec<&Case> = Vec::new();
    for case in open.cases() {
        let state = case.state();
        let count = counts.entry(state).or_default();
        *count = count.saturating_add(1);
        let reached = case.decision_stage();
        if let Some(reached) = reached {
            let count = stages.entry(reached).or_default();
            *count = count.saturating_add(1);
        }
        let in_states = filter.states.is_empty() || filter.states.contains(&state);
        let at_stage = filter.stage.is_none() || filter.stage == reached;
        if in_states && at_stage && matches(case, &words) {
            rows.push(case);
        }
    }
    // A name is folded once and not at every comparison: on a long list that is most of the work.
    let folded = |case: &Case| case.group_name().filter(|_| filter.sort == ApplicationSort::Group).map(str::to_lowercase);
    let mut keyed: Vec<(Option<String>, &Case)> = rows.into_iter().map(|case| (folded(case), case)).collect();
    keyed.sort_by(|(name_of_a, a), (name_of_b, b)| {
        let order = last_if_none(name_of_a.as_ref(), name_of_b.as_ref()).then_with(|| compare(a, b, filter.sort));
        if filter.descending { order.reverse() } else { order }
    });
    let rows: Vec<&Case> = keyed.into_iter().map(|(_, case)| case).collect();
    let total = rows.len();
    let asked = rows.iter().filter_map(|case| case.asked()).sum();
    let rows = rows.into_iter().skip(filter.offset).take(filter.limit).collect();
    ApplicationPage { rows, total, asked, counts, stages }
}

/// Whether every word stands in the name, the reference or the summary.
pub(crate) fn matches(case: &Case, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let reference = case.reference().unwrap_or_default().to_lowercase();
    let cover = case.cover();
    let name = cover.map(|cover| cover.group_name.to_lowercase()).unwrap_or_default();
    let summary = cover.map(|cover| cover.summary.to_lowercase()).unwrap_or_default();
    words.iter().all(|word| reference.contains(word) || name.contains(word) || summary.contains(word))
}

fn compare(a: &Case, b: &Case, sort: ApplicationSort) -> Ordering {
    let by_reference = || last_if_none(a.row.reference.as_ref(), b.row.reference.as_ref());
    let order = match sort {
        // Names were compared before, folded.
        ApplicationSort::Reference | ApplicationSort::Group => by_reference(),
        ApplicationSort::Received => last_if_none(a.row.received_on, b.row.received_on),
        ApplicationSort::Asked => last_if_none(a.asked(), b.asked()),
        ApplicationSort::State => place(a.state()).cmp(&place(b.state())),
    };
    order.then_with(by_reference).then_with(|| a.id().cmp(&b.id()))
}

fn place(state: ApplicationState) -> usize {
    ApplicationState::ALL.into_iter().position(|other| other == state).unwrap_or(usize::MAX)
}

fn last_if_none<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
