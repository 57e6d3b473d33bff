//! Which line of a statement is which payment: by amount, by day, and by the reference in its words.
//!
//! A payment is matched only when one line could be it and that line could be nothing else. Whatever is left open is a
//! doubt. Each payment and each line is used once at most, and the order in which they are given changes nothing.

use super::StatementLine;
use super::reference::References;
use crate::Money;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many days before it was recorded as paid a payment may stand on a statement.
const DAYS_BEFORE: u64 = 2;
/// How many days after.
const DAYS_AFTER: u64 = 10;
/// How many days after a payment the same amount coming in may be that payment, by the amount alone.
const DAYS_BACK: i64 = 60;
/// To how many payments money that came in may fit by its amount alone before that says nothing.
const MOST_BACK: usize = 5;
/// How many lines of a doubt are named: the nearest ones in time.
pub const MOST_LISTED: usize = 20;

/// A payment, or its return, that should stand on the statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtPayment {
    /// Whether it is the return that is sought: money in.
    pub back: bool,
    /// How much, above nothing.
    pub amount: Money,
    /// When it was paid, or came back.
    pub on: NaiveDate,
    /// What the statement should say.
    pub reference: String,
    /// The day on which it was seen on a statement before, if a person said so.
    pub seen_on: Option<NaiveDate>,
}

/// A payment with its line, both by their places in what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Which payment.
    pub payment: usize,
    /// Which line.
    pub line: usize,
    /// Whether the line's words have its reference.
    pub by_reference: bool,
    /// How many days after the payment the line is.
    pub days: i64,
}

/// A payment for which several lines could be, or whose one line could be other payments too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which payment.
    pub payment: usize,
    /// The lines, nearest in time first; at most [`MOST_LISTED`].
    pub lines: Vec<usize>,
}

/// Money that came in and looks like a payment sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    /// Which payment.
    pub payment: usize,
    /// The lines; at most [`MOST_LISTED`].
    pub lines: Vec<usize>,
}

/// A statement held against the payments. Every list is in the order of what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciliation {
    /// The first day of the statement.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// Payments with their lines.
    pub matched: Vec<Match>,
    /// Payments that a person must look at.
    pub doubtful: Vec<Doubt>,
    /// Payments of the statement's days that it does not show.
    pub missing: Vec<usize>,
    /// Money that came back, perhaps.
    pub came_back: Vec<Back>,
    /// Lines that are nothing of the above.
    pub unknown: Vec<usize>,
}

/// Somebody stopped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

/// Payments and lines that could belong together but for their days.
#[derive(Default)]
struct Group {
    payments: Vec<(NaiveDate, usize)>,
    lines: Vec<(NaiveDate, usize)>,
}

impl Group {
    fn sort(&mut self) {
        self.payments.sort_unstable();
        self.lines.sort_unstable();
    }

    /// The lines on which a payment of this day could stand.
    fn lines_for(&self, on: NaiveDate) -> &[(NaiveDate, usize)] {
        between(&self.lines, on.checked_sub_days(Days::new(DAYS_BEFORE)), on.checked_add_days(Days::new(DAYS_AFTER)))
    }

    /// The payments that a line of this day could be.
    fn payments_for(&self, on: NaiveDate) -> &[(NaiveDate, usize)] {
        between(&self.payments, on.checked_sub_days(Days::new(DAYS_AFTER)), on.checked_add_days(Days::new(DAYS_BEFORE)))
    }
}

fn between(sorted: &[(NaiveDate, usize)], from: Option<NaiveDate>, to: Option<NaiveDate>) -> &[(NaiveDate, usize)] {
    let start = from.map_or(0, |from| sorted.partition_point(|(on, _)| *on < from));
    let end = to.map_or(sorted.len(), |to| sorted.partition_point(|(on, _)| *on <= to));
    sorted.get(start..end).unwrap_or(&[])
}

/// What a payment puts on the statement, in pence.
fn signed(payment: &SoughtPayment) -> i64 {
    if payment.back { payment.amount.pence() } else { payment.amount.pence().saturating_neg() }
}

/// The matching as it goes on.
struct Work<'a> {
    lines: &'a [StatementLine],
    payments: &'a [SoughtPayment],
    /// Which reference each payment has.
    references: Vec<Option<usize>>,
    /// Which references stand in each line.
    named: Vec<Vec<usize>>,
    line_used: Vec<bool>,
    settled: Vec<bool>,
    matched: Vec<Match>,
    doubtful: Vec<Doubt>,
}

/// Holds a statement against the payments that should stand on it. `going` is told how much is done, of how much, and
/// says whether to go on.
pub fn match_statement(
    lines: &[StatementLine],
    payments: &[SoughtPayment],
    going: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Reconciliation, Stopped> {
    let of = lines.len().saturating_add(payments.len());
    let (references, of_payment) = References::new(payments.iter().map(|payment| payment.reference.as_str()));
    let mut named = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        if place.checked_rem(256) == Some(0) && !going(place, of) {
            return Err(Stopped);
        }
        named.push(references.named(&line.words));
    }
    let mut work = Work {
        lines,
        payments,
        references: of_payment,
        named,
        line_used: vec![false; lines.len()],
        settled: vec![false; payments.len()],
        matched: Vec::new(),
        doubtful: Vec::new(),
    };
    work.seen_before();
    work.by_reference();
    if !going(lines.len(), of) {
        return Err(Stopped);
    }
    work.by_amount();
    let came_back = work.came_back();
    let from = lines.iter().map(|line| line.on).min().unwrap_or_default();
    let to = lines.iter().map(|line| line.on).max().unwrap_or_default();
    let open = |place: &usize| !work.settled.get(*place).copied().unwrap_or(true);
    let missing = (0..payments.len()).filter(open).filter(|place| {
        // What was seen before stands on another statement.
        payments.get(*place).is_some_and(|payment| payment.seen_on.is_none() && !lines.is_empty() && (from..=to).contains(&payment.on))
    });
    let missing = missing.collect();
    let mut spoken_for: BTreeSet<usize> = work.matched.iter().map(|found| found.line).collect();
    spoken_for.extend(work.doubtful.iter().flat_map(|doubt| doubt.lines.iter().copied()));
    spoken_for.extend(came_back.iter().flat_map(|back| back.lines.iter().copied()));
    let unknown = (0..lines.len()).filter(|place| !spoken_for.contains(place)).collect();
    work.matched.sort_unstable_by_key(|found| found.payment);
    work.doubtful.sort_unstable_by_key(|doubt| doubt.payment);
    going(of, of);
    Ok(Reconciliation { from, to, matched: work.matched, doubtful: work.doubtful, missing, came_back, unknown })
}

impl Work<'_> {
    /// What a person said before stands: the line of that day and amount, the one with the reference first.
    fn seen_before(&mut self) {
        let mut days: HashMap<(NaiveDate, i64), Vec<usize>> = HashMap::new();
        for (place, line) in self.lines.iter().enumerate() {
            days.entry((line.on, line.amount.pence())).or_default().push(place);
        }
        for by_reference in [true, false] {
            for (place, payment) in self.payments.iter().enumerate() {
                let Some(seen_on) = payment.seen_on.filter(|_| !self.is_settled(place)) else { continue };
                let lines = days.get(&(seen_on, signed(payment))).map_or(&[][..], Vec::as_slice);
                let found = lines.iter().copied().find(|line| !self.is_used(*line) && self.has_reference(place, *line) == by_reference);
                if let Some(line) = found {
                    self.settle(place, line, by_reference);
                }
            }
        }
        // One that is on another statement is sought no more.
        for (place, payment) in self.payments.iter().enumerate() {
            if payment.seen_on.is_some()
                && let Some(settled) = self.settled.get_mut(place)
            {
                *settled = true;
            }
        }
    }

    /// Payments whose reference stands in a line of their amount and days.
    fn by_reference(&mut self) {
        let mut groups: BTreeMap<(usize, i64), Group> = BTreeMap::new();
        for (place, payment) in self.payments.iter().enumerate() {
            if let Some(reference) = self.references.get(place).copied().flatten().filter(|_| !self.is_settled(place)) {
                groups.entry((reference, signed(payment))).or_default().payments.push((payment.on, place));
            }
        }
        for (place, line) in self.lines.iter().enumerate() {
            for reference in self.named.get(place).into_iter().flatten() {
                if let Some(group) = groups.get_mut(&(*reference, line.amount.pence())).filter(|_| !self.is_used(place)) {
                    group.lines.push((line.on, place));
                }
            }
        }
        groups.values_mut().for_each(Group::sort);
        // How many payments each line could be, over all the references in it.
        let mut fits = vec![0_usize; self.lines.len()];
        for (on, line) in groups.values().flat_map(|group| group.lines.iter().map(move |(on, line)| ((*on, group), *line))) {
            if let Some(count) = fits.get_mut(line) {
                *count = count.saturating_add(on.1.payments_for(on.0).len());
            }
        }
        for group in groups.values() {
            for (on, payment) in &group.payments {
                let lines = group.lines_for(*on);
                match lines {
                    [] => {}
                    [(_, line)] if fits.get(*line) == Some(&1) => self.settle(*payment, *line, true),
                    lines => self.doubt(*payment, lines),
                }
            }
        }
        // Lines that are in such a doubt are nobody else's.
        let doubted: Vec<usize> = fits.iter().enumerate().filter(|(_, count)| **count > 0).map(|(line, _)| line).collect();
        for line in doubted {
            self.use_up(line);
        }
    }

    /// The others, by amount and days alone. A line that names another payment's reference is a doubt at best.
    fn by_amount(&mut self) {
        let mut groups: BTreeMap<i64, Group> = BTreeMap::new();
        for (place, payment) in self.payments.iter().enumerate().filter(|(place, _)| !self.is_settled(*place)) {
            groups.entry(signed(payment)).or_default().payments.push((payment.on, place));
        }
        for (place, line) in self.lines.iter().enumerate().filter(|(place, _)| !self.is_used(*place)) {
            if let Some(group) = groups.get_mut(&line.amount.pence()) {
                group.lines.push((line.on, place));
            }
        }
        for group in groups.values_mut() {
            group.sort();
            for (on, payment) in &group.payments {
                match group.lines_for(*on) {
                    [] => {}
                    [(day, line)] if group.payments_for(*day).len() == 1 && self.named.get(*line).is_some_and(Vec::is_empty) => {
                        self.settle(*payment, *line, false);
                    }
                    lines => self.doubt(*payment, lines),
                }
            }
        }
    }

    /// Money in that no return explains: of a payment named in its words, or of the amount of a few payments shortly before.
    fn came_back(&self) -> Vec<Back> {
        let mut by_reference: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut by_amount: HashMap<i64, Vec<usize>> = HashMap::new();
        for (place, payment) in self.payments.iter().enumerate().filter(|(_, payment)| !payment.back) {
            by_amount.entry(payment.amount.pence()).or_default().push(place);
            if let Some(reference) = self.references.get(place).copied().flatten() {
                by_reference.entry(reference).or_default().push(place);
            }
        }
        let doubted: BTreeSet<usize> = self.doubtful.iter().flat_map(|doubt| doubt.lines.iter().copied()).collect();
        let mut found: BTreeMap<usize, Vec<(NaiveDate, usize)>> = BTreeMap::new();
        for (place, line) in self.lines.iter().enumerate() {
            if !line.amount.is_positive() || self.is_used(place) || doubted.contains(&place) {
                continue;
            }
            let days =
                |payment: &usize| self.payments.get(*payment).map_or(-1, |payment| line.on.signed_duration_since(payment.on).num_days());
            let named = self.named.get(place).into_iter().flatten().filter_map(|reference| by_reference.get(reference)).flatten();
            let mut fitting: Vec<usize> = named.copied().filter(|payment| days(payment) >= 0).collect();
            if fitting.is_empty() {
                let alike = by_amount.get(&line.amount.pence()).into_iter().flatten();
                fitting =
                    alike.copied().filter(|payment| (0..=DAYS_BACK).contains(&days(payment))).take(MOST_BACK.saturating_add(1)).collect();
            }
            if fitting.len() <= MOST_BACK {
                for payment in fitting {
                    found.entry(payment).or_default().push((line.on, place));
                }
            }
        }
        let back = |(payment, mut lines): (usize, Vec<(NaiveDate, usize)>)| {
            lines.sort_unstable();
            Back { payment, lines: lines.into_iter().map(|(_, line)| line).take(MOST_LISTED).collect() }
        };
        found.into_iter().map(back).collect()
    }

    fn is_settled(&self, payment: usize) -> bool {
        self.settled.get(payment).copied().unwrap_or(true)
    }

    fn is_used(&self, line: usize) -> bool {
        self.line_used.get(line).copied().unwrap_or(true)
    }

    fn has_reference(&self, payment: usize, line: usize) -> bool {
        let reference = self.references.get(payment).copied().flatten();
        reference.is_some_and(|reference| self.named.get(line).is_some_and(|named| named.contains(&reference)))
    }

    fn use_up(&mut self, line: usize) {
        if let Some(used) = self.line_used.get_mut(line) {
            *used = true;
        }
    }

    fn finish(&mut self, payment: usize) {
        if let Some(settled) = self.settled.get_mut(payment) {
            *settled = true;
        }
    }

    fn settle(&mut self, payment: usize, line: usize, by_reference: bool) {
        if let (Some(sought), Some(found)) = (self.payments.get(payment), self.lines.get(line)) {
            let days = found.on.signed_duration_since(sought.on).num_days();
            self.matched.push(Match { payment, line, by_reference, days });
        }
        self.finish(payment);
        self.use_up(line);
    }

    fn doubt(&mut self, payment: usize, lines: &[(NaiveDate, usize)]) {
        let on = self.payments.get(payment).map(|payment| payment.on).unwrap_or_default();
        let mut nearest: Vec<(u64, usize)> =
            lines.iter().map(|(day, line)| (day.signed_duration_since(on).num_days().unsigned_abs(), *line)).collect();
        if nearest.len() > MOST_LISTED {
            nearest.select_nth_unstable(MOST_LISTED);
            nearest.truncate(MOST_LISTED);
        }
        nearest.sort_unstable();
        self.doubtful.push(Doubt { payment, lines: nearest.into_iter().map(|(_, line)| line).collect() });
        self.finish(payment);
    }
}
