//! The money of two lines as somebody would reckon it on paper, in whole pounds: the words of the plan, restated plainly.

use crate::Try;

/// A grant or an award, on paper.
struct Commitment {
    line: usize,
    award: bool,
    granted: i64,
    /// Each payment: how much, and whether it still stands.
    payments: Vec<(i64, bool)>,
    came_back: i64,
    since: i64,
    struck_out: Vec<usize>,
    accepted: i64,
    sent_back: i64,
    open: bool,
    /// What happened, with its day: committed, paid, back from the bank, sent back, or ended.
    history: Vec<(i64, What)>,
}

enum What {
    Pay(usize),
    Return(usize),
    SendBack(i64),
    End,
}

impl Commitment {
    fn paid(&self) -> i64 {
        self.payments.iter().filter(|(_, stands)| *stands).map(|(amount, _)| amount).sum()
    }

    fn left(&self) -> i64 {
        if self.open { self.granted - self.paid() } else { 0 }
    }

    /// Committed, paid and returned on the evening of a day. A payment that was struck out since never happened.
    fn evening(&self, day: i64) -> [i64; 3] {
        let [mut committed, mut paid, mut returned] = [0, 0, 0];
        if day >= self.since {
            committed = self.granted;
        }
        let mut ended = false;
        for (on, what) in &self.history {
            match what {
                _ if *on > day => {}
                What::Pay(place) => {
                    if !self.struck_out.contains(place) {
                        committed -= self.payments[*place].0;
                        paid += self.payments[*place].0;
                    }
                }
                What::Return(place) => {
                    committed += if ended { 0 } else { self.payments[*place].0 };
                    paid -= self.payments[*place].0;
                    returned += self.payments[*place].0;
                }
                What::SendBack(amount) => {
                    paid -= amount;
                    returned += amount;
                }
                What::End => {
                    committed = 0;
                    ended = true;
                }
            }
        }
        // Money sent back before the payment that is left was made: no day shows less than nothing.
        [if ended { 0 } else { committed }, paid.max(0), returned]
    }

    fn unaccounted(&self) -> i64 {
        (self.paid() - self.accepted - self.sent_back).max(0)
    }
}

/// A move of money: from, to, how much, and the day of the decision.
type Move = (Option<(usize, usize)>, Option<(usize, usize)>, i64, i64);

pub(crate) struct Naive {
    budget: [[i64; 2]; 2],
    moves: Vec<Move>,
    all: Vec<Commitment>,
    today: i64,
}

impl Naive {
    pub(crate) fn new(budget: [[i64; 2]; 2]) -> Self {
        Self { budget, moves: vec![], all: vec![], today: 0 }
    }

    pub(crate) fn today(&self) -> i64 {
        self.today
    }

    /// What a cell has on a day.
    fn cell(&self, (line, period): (usize, usize), day: i64) -> i64 {
        let mut has = self.budget[line][period];
        for (from, to, amount, on) in &self.moves {
            if *on <= day {
                has -= if *from == Some((line, period)) { *amount } else { 0 };
                has += if *to == Some((line, period)) { *amount } else { 0 };
            }
        }
        has
    }

    fn planned(&self, line: usize, day: i64) -> i64 {
        self.cell((line, 0), day) + self.cell((line, 1), day)
    }

    fn money(&self, line: usize) -> [i64; 3] {
        let of_line = || self.all.iter().filter(|one| one.line == line);
        [
            of_line().map(Commitment::left).sum(),
            of_line().map(|one| one.paid() - one.sent_back).sum(),
            of_line().map(|one| one.came_back + one.sent_back).sum(),
        ]
    }

    /// Planned by every decision, committed, paid and returned on each line.
    pub(crate) fn lines(&self) -> [[i64; 4]; 2] {
        [0, 1].map(|line| {
            let [committed, paid, returned] = self.money(line);
            [self.planned(line, i64::MAX), committed, paid, returned]
        })
    }

    /// The same on the evening of a day.
    pub(crate) fn evening(&self, day: i64) -> [[i64; 4]; 2] {
        [0, 1].map(|line| {
            let mut sums = [0; 3];
            for one in self.all.iter().filter(|one| one.line == line) {
                let evening = one.evening(day);
                sums = [0, 1, 2].map(|sum| sums[sum] + evening[sum]);
            }
            let [committed, paid, returned] = sums;
            [self.planned(line, day), committed, paid, returned]
        })
    }

    fn free(&self, line: usize) -> i64 {
        let [planned, committed, paid, _] = self.lines()[line];
        planned - committed - paid
    }

    fn grant(&self, which: usize) -> Option<&Commitment> {
        self.all.get(which).filter(|one| !one.award && one.open)
    }

    /// The same attempt with an amount so far from the most that is allowed.
    pub(crate) fn on_the_brink(&self, mut attempt: Try, brink: Option<i64>) -> Try {
        let Some(brink) = brink else { return attempt };
        let most = match attempt {
            Try::Grant { line, .. } | Try::Award { line, .. } => self.free(line),
            Try::Move { from: Some(cell), to, days_ago, .. } => {
                let has = self.least(cell, self.today - days_ago);
                if to.is_some_and(|to| to.0 == cell.0) { has } else { has.min(self.free(cell.0)) }
            }
            Try::Pay { which, .. } => self.all.get(which).map_or(1, Commitment::left),
            Try::SendBack { which, .. } => self.all.get(which).map_or(1, Commitment::unaccounted),
            _ => return attempt,
        };
        if let Some(amount) = attempt.amount_mut() {
            *amount = most + brink;
        }
        attempt
    }

    /// The least that a cell has on a day or any later one.
    fn least(&self, cell: (usize, usize), day: i64) -> i64 {
        (day..=self.today).map(|day| self.cell(cell, day)).min().unwrap()
    }

    pub(crate) fn allows(&self, attempt: &Try) -> bool {
        match *attempt {
            Try::Grant { line, amount } | Try::Award { line, amount } => amount > 0 && amount <= self.free(line),
            Try::Move { from, to, amount, days_ago } => {
                let day = self.today - days_ago;
                let enough = from.is_none_or(|cell| {
                    let leaves = to.is_none_or(|to| to.0 != cell.0);
                    amount <= self.least(cell, day) && (!leaves || amount <= self.free(cell.0))
                });
                amount > 0 && from != to && enough
            }
            Try::Pay { which, amount } => self.all.get(which).is_some_and(|one| amount > 0 && one.open && amount <= one.left()),
            Try::Undo { which, payment, .. } => self.all.get(which).is_some_and(|one| {
                let standing = one.payments.get(payment).filter(|(_, stands)| *stands);
                let accounted = one.accepted + one.sent_back;
                standing.is_some_and(|(amount, _)| one.award || (one.open && one.paid() - amount >= accounted))
            }),
            Try::SendBack { which, amount } => self.grant(which).is_some_and(|one| amount > 0 && amount <= one.unaccounted()),
            Try::Receipt { which, .. } | Try::Extend { which } => self.grant(which).is_some(),
            Try::Close { which, let_go } => self.grant(which).is_some_and(|one| let_go || one.unaccounted() == 0),
            Try::Cancel { which } => self.grant(which).is_some_and(|one| one.paid() == 0),
            Try::End { which } => self.all.get(which).is_some_and(|one| one.award && one.open),
            Try::Wait { .. } => true,
        }
    }

    pub(crate) fn happen(&mut self, attempt: &Try) {
        let today = self.today;
        match *attempt {
            Try::Grant { line, amount } => self.all.push(new(line, amount, false, today)),
            Try::Award { line, amount } => self.all.push(new(line, amount, true, today)),
            Try::Move { from, to, amount, days_ago } => self.moves.push((from, to, amount, today - days_ago)),
            Try::Pay { which, amount } => {
                let one = &mut self.all[which];
                one.history.push((today, What::Pay(one.payments.len())));
                one.payments.push((amount, true));
            }
            Try::Undo { which, payment, returned } => {
                let one = &mut self.all[which];
                one.payments[payment].1 = false;
                if returned {
                    one.came_back += one.payments[payment].0;
                    one.history.push((today, What::Return(payment)));
                } else {
                    one.struck_out.push(payment);
                }
            }
            Try::SendBack { which, amount } => {
                self.all[which].sent_back += amount;
                self.all[which].history.push((today, What::SendBack(amount)));
            }
            Try::Receipt { which, amount } => self.all[which].accepted += amount,
            Try::Extend { .. } => {}
            Try::Close { which, .. } | Try::Cancel { which } | Try::End { which } => {
                self.all[which].open = false;
                self.all[which].history.push((today, What::End));
            }
            Try::Wait { days } => self.today += days,
        }
    }
}

fn new(line: usize, granted: i64, award: bool, since: i64) -> Commitment {
    let (payments, struck_out, history) = (vec![], vec![], vec![]);
    let (came_back, accepted, sent_back) = (0, 0, 0);
    Commitment { line, award, granted, payments, came_back, since, struck_out, accepted, sent_back, open: true, history }
}
