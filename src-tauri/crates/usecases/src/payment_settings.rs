//! How payments are kept safe: who pays, whether two people are asked for, when numbers are erased, and the modulus check.

use crate::input::Faults;
use crate::plan::LTO;
use crate::{Changed, FieldFault, Open, Result, text};
use chrono::NaiveDate;
use domain::member::Act;
use domain::modulus::{Outcome, Tables};
use domain::payee::AccountDetails;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Event, ReadTx};

/// The setting that says how payments are kept safe.
const SETTINGS: &str = "payment_settings";
/// The setting that holds the two tables of the modulus check.
const TABLES: &str = "modulus_tables";
/// The longest that numbers may be kept after a grant is finished, in days.
const LONGEST_DAYS: u32 = 3_650;
/// A whole, in hundredths of a per cent.
const WHOLE: u32 = 10_000;

/// How payments are kept safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaymentSettings {
    /// The Locally Trusted Organisation's name; empty until somebody says it. It has a setting of its own.
    #[serde(skip)]
    pub lto: String,
    /// Whether a second person must approve a run.
    pub two_people: bool,
    /// How many days after a grant is finished its bank details are erased.
    pub erase_after_days: u32,
    /// The LTO's percentage on top of each draw-down, in hundredths: 500 is 5 % (§4.3).
    pub lto_share: u32,
}

impl Default for PaymentSettings {
    fn default() -> Self {
        Self { lto: String::new(), two_people: false, erase_after_days: 90, lto_share: 500 }
    }
}

/// The tables as they were loaded.
#[derive(Serialize, Deserialize)]
struct KeptTables {
    weights: String,
    substitutions: String,
    loaded_on: NaiveDate,
}

/// The settings, as typed.
#[derive(Debug, Clone)]
pub struct TypedSettings {
    /// The LTO's name.
    pub lto: String,
    /// Whether a second person must approve a run.
    pub two_people: bool,
    /// A number of days.
    pub erase_after_days: String,
    /// Per cent, such as `5` or `2.5`.
    pub lto_share: String,
}

/// How payments are kept safe, and when the tables of the modulus check were loaded.
pub fn settings(open: &Open) -> Result<(PaymentSettings, Option<NaiveDate>)> {
    open.register().read(|tx| Ok((read(tx)?, kept(tx)?.map(|kept| kept.loaded_on))))
}

/// How payments are kept safe.
pub(crate) fn read(tx: &ReadTx<'_>) -> Result<PaymentSettings> {
    let kept: PaymentSettings = tx.setting(SETTINGS)?.map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default();
    let lto = tx.setting(LTO)?.map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default();
    Ok(PaymentSettings { lto, ..kept })
}

/// Saves how payments are kept safe.
pub fn save(open: &mut Open, typed: &TypedSettings) -> Result<Changed<()>> {
    open.member().permit(Act::KeepRecords)?;
    let mut faults = Faults::default();
    let lto = faults.line("lto", &typed.lto);
    if lto.is_empty() {
        faults.refuse("lto", FieldFault::Missing);
    }
    let days = faults.people("eraseAfterDays", &typed.erase_after_days);
    match days {
        Some(0) => faults.refuse("eraseAfterDays", FieldFault::AtLeast { least: 1 }),
        Some(days) if days > LONGEST_DAYS => faults.refuse("eraseAfterDays", FieldFault::AtMost { most: LONGEST_DAYS }),
        None if typed.erase_after_days.trim().is_empty() => faults.refuse("eraseAfterDays", FieldFault::Missing),
        Some(_) | None => {}
    }
    let share = hundredths(&typed.lto_share);
    match share {
        None => faults.refuse("ltoShare", FieldFault::NotANumber),
        Some(share) if share > WHOLE => faults.refuse("ltoShare", FieldFault::AtMost { most: 100 }),
        Some(_) => {}
    }
    let (erase_after_days, lto_share) = faults.settled(days.zip(share))?;
    let new = PaymentSettings { lto, two_people: typed.two_people, erase_after_days, lto_share };
    open.change_register(|tx| {
        tx.put_setting(SETTINGS, &serde_json::to_value(&new)?)?;
        tx.put_setting(LTO, &json!(new.lto))?;
        let payload = json!({ "lto": new.lto, "settings": serde_json::to_value(&new)? });
        Ok(((), Event { kind: "paymentSettingsSaved", subject: None, payload, touched: &["grant", "budget"], signed: true }))
    })
}

/// Reads a percentage with at most two decimals as hundredths.
fn hundredths(typed: &str) -> Option<u32> {
    let bare = typed.trim().trim_end_matches('%').trim_end();
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}

fn kept(tx: &ReadTx<'_>) -> Result<Option<KeptTables>> {
    Ok(tx.setting(TABLES)?.map(|json| serde_json::from_str(&json)).transpose()?)
}

fn check(tables: &Tables, details: &AccountDetails) -> Outcome {
    tables.check(&details.sort_code, &details.account_number)
}

/// What the modulus check says of an account; [`Outcome::NoTables`] while none are loaded.
pub(crate) fn modulus(tx: &ReadTx<'_>, details: &AccountDetails) -> Result<Outcome> {
    let Some(kept) = kept(tx)? else { return Ok(Outcome::NoTables) };
    Ok(check(&Tables::parse(&kept.weights, &kept.substitutions)?, details))
}

/// Keeps the two tables of the modulus check, and asks them about every account of a grant that is open. Answers how many
/// rules they hold. Whoever has them is licensed to use them.
pub fn load_modulus_tables(open: &mut Open, weights: &str, substitutions: &str) -> Result<Changed<usize>> {
    open.member().permit(Act::KeepRecords)?;
    open.member().permit(Act::HandleAccount)?;
    let tables = Tables::parse(weights, substitutions)?;
    let mut applications = Vec::new();
    let changed = open.change_beside(Act::HandleAccount, |tx, desk| {
        let kept = KeptTables { weights: weights.to_owned(), substitutions: substitutions.to_owned(), loaded_on: tx.today() };
        tx.put_setting(TABLES, &serde_json::to_value(&kept)?)?;
        for case in desk.cases.values() {
            let Some(grant) = case.grant.as_ref().filter(|grant| grant.grant.is_open()) else { continue };
            for row in grant.accounts.iter().filter(|row| row.value.account.erased_on.is_none()) {
                if let Some(json) = tx.sealed_text(row.value.numbers)? {
                    tx.put_modulus(row.value.account.id, check(&tables, &text::account_from_json(&json)?))?;
                    applications.push(case.row.application_id);
                }
            }
        }
        let payload = json!({ "rules": tables.rules() });
        Ok((tables.rules(), Event { kind: "modulusTablesLoaded", subject: None, payload, touched: &["grant"], signed: false }))
    })?;
    open.read_cases_again(&applications)?;
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_read_exactly() {
        for (typed, hundredths_of_it) in
            [("5", Some(500)), ("2.5", Some(250)), ("12.34 %", Some(1_234)), ("0", Some(0)), ("100", Some(10_000))]
        {
            assert_eq!(hundredths(typed), hundredths_of_it, "{typed}");
        }
        for typed in ["", "five", "2.345", "-5", ".5", "5,5"] {
            assert_eq!(hundredths(typed), None, "{typed}");
        }
    }
}
