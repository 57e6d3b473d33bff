//! Payment files and statements between the core's shapes and the window's.

use std::path::Path;

use domain::bank::{Column, DateForm, StatementLine, StatementProfile};
use usecases::clerk::{self as core, NamedProfile, Picked, Reconciled, Sought};

use crate::ipc::dto::{clerk, mirror_both, statement as dto};
use crate::ipc::value::count;

/// How many unknown lines the window is given.
const MOST_UNKNOWN: usize = 100;

mirror_both! { dto::StatementColumn, Column { Date, Words, Reference, Signed, Amount, Flag, MoneyOut, MoneyIn, Balance, Ignored } }
mirror_both! { dto::StatementDates, DateForm { DayMonthYear, YearMonthDay, SixDigits, MonthByName, EightDigits } }

pub(super) fn preview(preview: core::FilePreview) -> clerk::BankFilePreview {
    let row = |row: core::FileRow| clerk::BankFileRow {
        payee_name: row.payee,
        name_in_file: row.name_in_file,
        reference: row.reference,
        reference_in_file: row.reference_in_file,
        account: row.account,
        amount_pence: row.amount.into(),
    };
    clerk::BankFilePreview {
        rows: preview.rows.into_iter().map(row).collect(),
        total_pence: preview.total.into(),
        changed: count(preview.changed),
    }
}

pub(super) fn picked(picked: Picked, path: &Path, file_name: String) -> dto::StatementPick {
    let path = path.display().to_string();
    match picked {
        Picked::Lines { count: lines } => dto::StatementPick::Ofx { path, file_name, lines: count(lines) },
        Picked::Table { rows, count: row_count, guess, profiles } => dto::StatementPick::Table {
            path,
            file_name,
            rows,
            row_count: count(row_count),
            guess: profile(guess),
            profiles: profiles.into_iter().map(profile).collect(),
        },
    }
}

fn profile(named: NamedProfile) -> dto::StatementProfile {
    dto::StatementProfile {
        name: named.name,
        columns: named.profile.columns.into_iter().map(Into::into).collect(),
        dates: named.profile.dates.into(),
        headings: named.profile.headings,
    }
}

pub(super) fn named_profile(profile: dto::StatementProfile) -> NamedProfile {
    NamedProfile {
        name: profile.name,
        profile: StatementProfile {
            columns: profile.columns.into_iter().map(Into::into).collect(),
            dates: profile.dates.into(),
            headings: profile.headings,
        },
    }
}

fn line(line: &StatementLine) -> dto::StatementLine {
    dto::StatementLine { line: line.row, on: line.on, words: line.words.clone(), amount_pence: line.amount.into() }
}

fn sought(one: &Sought) -> dto::SoughtPayment {
    dto::SoughtPayment {
        payment_id: one.id.to_string(),
        back: one.back,
        grant_reference: one.grant_reference.clone(),
        payee_name: one.payee.clone(),
        amount_pence: one.amount.into(),
        on: one.on,
        reference: one.reference.clone(),
    }
}

pub(super) fn reconciliation(read: &Reconciled) -> dto::Reconciliation {
    let result = &read.result;
    let lines = |places: &[usize]| places.iter().filter_map(|place| read.lines.get(*place)).map(line).collect::<Vec<_>>();
    let doubt = |payment: usize, places: &[usize]| {
        read.sought.get(payment).map(|one| dto::StatementDoubt { payment: sought(one), lines: lines(places) })
    };
    dto::Reconciliation {
        from: result.from,
        to: result.to,
        lines: count(read.lines.len()),
        matched: result
            .matched
            .iter()
            .filter_map(|found| {
                let (one, at) = (read.sought.get(found.payment)?, read.lines.get(found.line)?);
                Some(dto::StatementMatch {
                    payment: sought(one),
                    line: line(at),
                    by_reference: found.by_reference,
                    days: i32::try_from(found.days).unwrap_or(i32::MAX),
                    confirmed: one.seen_on == Some(at.on),
                })
            })
            .collect(),
        doubtful: result.doubtful.iter().filter_map(|one| doubt(one.payment, &one.lines)).collect(),
        missing: result.missing.iter().filter_map(|place| read.sought.get(*place)).map(sought).collect(),
        came_back: result.came_back.iter().filter_map(|one| doubt(one.payment, &one.lines)).collect(),
        unknown: count(result.unknown.len()),
        unknown_lines: lines(result.unknown.get(..MOST_UNKNOWN).unwrap_or(&result.unknown)),
    }
}
