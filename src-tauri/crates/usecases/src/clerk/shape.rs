//! What stands in a ledger's sealed file, as JSON. A shape is read for ever: a later field has a default.

use crate::reviewer::shape::FileShape;
use chrono::{DateTime, NaiveDate, Utc};
use exchange::SignedFact;
use exchange::sheet::{ClerkSheet, PaymentSheet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;
use zeroize::Zeroize;

/// The newest form of a ledger that this program writes and reads.
pub(super) const FORMAT: u32 = 1;

/// A ledger: the newest pack, and what the clerks did.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LedgerShape {
    pub(super) format: u32,
    /// The pack's manifest, letter by letter as the co-ordinator signed it.
    pub(super) head: String,
    pub(super) signature: String,
    /// The pack's sheet, letter by letter: its hash stands in the manifest.
    pub(super) sheet: String,
    /// The signed agreements, which stand in a file of their own.
    #[serde(default)]
    pub(super) scans: Vec<FileShape>,
    /// What the clerks did, in order. What the register holds stays too: it says who did what.
    #[serde(default)]
    pub(super) facts: Vec<SaidShape>,
    /// Clerks as earlier packs named them, by whose keys earlier facts are proved.
    #[serde(default)]
    pub(super) former: Vec<ClerkSheet>,
    /// The facts that a receipt has carried, whether or not the register took it in.
    #[serde(default)]
    pub(super) carried: BTreeSet<Uuid>,
    #[serde(default)]
    pub(super) sent_at: Option<DateTime<Utc>>,
    /// The LTO's own account, for payment files.
    #[serde(default)]
    pub(super) own: Option<OwnShape>,
    /// How this LTO's statements are read, as records of the reading.
    #[serde(default)]
    pub(super) profiles: Vec<ProfileShape>,
    /// The two tables of the modulus check, as they were loaded.
    #[serde(default)]
    pub(super) tables: Option<TablesShape>,
}

/// A fact, and who signed it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SaidShape {
    pub(super) member_id: Uuid,
    pub(super) fact: SignedFact,
}

/// An account of the LTO itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnShape {
    pub(super) name: String,
    pub(super) sort_code: String,
    pub(super) account: String,
}

/// How a bank's statement is read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProfileShape {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) dates: String,
    pub(super) headings: u32,
}

/// The tables of the modulus check.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TablesShape {
    pub(super) rules: String,
    pub(super) substitutions: String,
    pub(super) loaded_on: NaiveDate,
}

impl Drop for LedgerShape {
    fn drop(&mut self) {
        self.sheet.zeroize();
        for said in &mut self.facts {
            said.fact.text.zeroize();
        }
    }
}

impl Drop for OwnShape {
    fn drop(&mut self) {
        self.sort_code.zeroize();
        self.account.zeroize();
    }
}

/// Wipes the numbers of a sheet from memory.
pub(super) fn wipe(sheet: &mut PaymentSheet) {
    for numbers in sheet.grants.iter_mut().flat_map(|grant| &mut grant.accounts).filter_map(|account| account.numbers.as_mut()) {
        numbers.0.zeroize();
        numbers.1.zeroize();
        numbers.2.zeroize();
    }
}
