//! Measuring a statement: ten thousand lines against five thousand payments, beside the floor of reading the same file
//! and adding up its amounts.

use chrono::{Days, NaiveDate};
use domain::Money;
use domain::bank::{SoughtPayment, StatementLine, guess, match_statement, read_statement};
use exchange::table;
use std::path::Path;
use std::time::{Duration, Instant};

const LINES: u64 = 10_000;
const PAYMENTS: u64 = 5_000;
/// How often each thing is done.
const ROUNDS: usize = 21;

/// Writes the statement, measures, and prints a table.
pub(crate) fn run() -> Result<(), String> {
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = place.path().join("statement.csv");
    let start = NaiveDate::from_ymd_opt(2022, 4, 1).ok_or("no such day")?;
    let statement = statement(start);
    // A file for measuring, in a folder that goes away.
    std::io::Write::write_all(&mut std::fs::File::create(&file).map_err(|error| error.to_string())?, statement.as_bytes())
        .map_err(|error| error.to_string())?;
    let payments = payments(start);
    let (mut floor, mut read, mut matched, mut whole) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut sums = (0, 0);
    let mut told = 0_u32;
    for round in 0..ROUNDS.saturating_add(1) {
        let began = Instant::now();
        sums.0 = floor_of(&file)?;
        let took_floor = began.elapsed();
        let began = Instant::now();
        let lines = lines_of(&file)?;
        let took_reading = began.elapsed();
        told = 0;
        let result = match_statement(&lines, &payments, &mut |_, _| {
            told = told.saturating_add(1);
            true
        });
        let result = result.map_err(|error| error.to_string())?;
        let took = began.elapsed();
        sums.1 = lines.iter().map(|line| line.amount.pence()).sum();
        // The first fills the caches and does not count.
        if round > 0 {
            floor.push(took_floor);
            read.push(took_reading);
            matched.push(took.saturating_sub(took_reading));
            whole.push(took);
        } else {
            println!(
                "{} matched, {} doubtful, {} missing, {} came back, {} unknown.",
                result.matched.len(),
                result.doubtful.len(),
                result.missing.len(),
                result.came_back.len(),
                result.unknown.len()
            );
        }
    }
    if sums.0 != sums.1 {
        return Err("The floor and the statement do not add up to the same.".to_owned());
    }
    println!("{} kB, {LINES} lines, {PAYMENTS} payments, progress told {told} times.", statement.len() / 1_000);
    println!("\n| work | median ms | most ms |\n|---|--:|--:|");
    row("floor: read the file and add up its amounts", &mut floor);
    row("read the table, tell its columns, read its lines", &mut read);
    row("hold the lines against the payments", &mut matched);
    row("all of it", &mut whole);
    Ok(())
}

/// Half the lines are the payments, some without their reference; the other half is something else.
fn statement(start: NaiveDate) -> String {
    let mut text = String::from("Date,Type,Description,Value,Balance\n");
    for number in 0..LINES {
        let day = start.checked_add_days(Days::new(number / 30)).unwrap_or(start).format("%d/%m/%Y");
        let (pounds, words) = if number % 2 == 0 {
            let said =
                if number % 20 == 0 { "FASTER PAYMENT".to_owned() } else { format!("MERRYBANK GROUP CC 2022 {:04} FPO", number / 2) };
            (amount(number / 2), said)
        } else {
            (7 + number % 900, format!("CARD {number} SHOP"))
        };
        text.extend([day.to_string(), format!(",BAC,\"{words}\",-{pounds}.00,1000.00\n")]);
    }
    text
}

fn payments(start: NaiveDate) -> Vec<SoughtPayment> {
    let payment = |number: u64| SoughtPayment {
        back: false,
        amount: Money::from_pence(i64::try_from(amount(number)).unwrap_or(0).saturating_mul(100)),
        on: start.checked_add_days(Days::new(number / 15)).unwrap_or(start),
        reference: format!("CC-2022-{number:04}"),
        seen_on: None,
    };
    (0..PAYMENTS).map(payment).collect()
}

/// Many payments are of the same few amounts, as grants are.
fn amount(number: u64) -> u64 {
    250 + number % 8 * 250
}

/// What nothing that reads the statement could do without.
fn floor_of(file: &Path) -> Result<i64, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let amounts =
        text.lines().skip(1).filter_map(|line| line.split(',').nth(3)).filter_map(|amount| amount.replace('.', "").parse::<i64>().ok());
    Ok(amounts.sum())
}

fn lines_of(file: &Path) -> Result<Vec<StatementLine>, String> {
    let rows = table::read(file).and_then(|table| table.values()).map_err(|error| error.to_string())?;
    read_statement(&rows, &guess(&rows)).map_err(|error| error.to_string())
}

fn row(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |place: usize| times.get(place).map_or(0.0, Duration::as_secs_f64) * 1_000.0;
    println!("| {name} | {:.1} | {:.1} |", at(times.len() / 2), at(times.len().saturating_sub(1)));
}
