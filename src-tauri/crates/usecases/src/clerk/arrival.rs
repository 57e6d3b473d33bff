//! A payment pack that comes to the desk: proved, held against what is here, and kept as a ledger.

use super::kept;
use super::shape::{FORMAT, LedgerShape};
use crate::reviewer::{PackArrival, PackRefused, Reviewer};
use crate::{Error, PackError, Result};
use domain::payee::{AccountDetails, CheckMethod, Confirmation};
use domain::payment::{Method, Undoing};
use domain::signature::Party;
use exchange::sheet::{self, AccountSheet, GrantSheet, PaymentSheet};
use exchange::{Opened, PackError as Refused};
use keys::{Keyring, Recipient, VerifyingKey};
use std::collections::BTreeSet;

impl Reviewer {
    /// Puts a proved payment pack on the desk. A newer pack takes the place of the older; what the clerks did stays.
    pub(crate) fn admit_payments(&mut self, opened: &Opened) -> Result<PackArrival> {
        let Some(sheet) = checked(opened, &self.keyring) else { return Ok(PackArrival::Refused(PackRefused::BadContent)) };
        let (folder, id) = (self.ledger_folder(), opened.manifest.register_id);
        let _hold = kept::hold(&folder)?;
        let former = match kept::read(&folder, &self.keyring, &self.senders, id) {
            Ok(found) => {
                if found.manifest.pack_id == opened.manifest.pack_id || found.manifest.created > opened.manifest.created {
                    self.put_ledger(found);
                    return Ok(PackArrival::PaymentsOpened { ledger: id, already: true });
                }
                Some(found)
            }
            Err(Error::NotFound | Error::Pack(PackError::Damaged | PackError::BadSignature)) => None,
            Err(error) => return Err(error),
        };
        if former.is_none() && kept::stands(&folder, id) {
            // It is damaged, or another clerk's from before this one was named. It may say what was paid, and is not lost.
            kept::put_aside(&folder, id, opened.manifest.pack_id)?;
        }
        let bytes = opened.contents.data.get(sheet::PAYMENTS).ok_or(Refused::Damaged)?;
        let text = std::str::from_utf8(bytes).map_err(|_| PackError::Damaged)?.to_owned();
        let recipients = sheet.clerks.iter().filter_map(|clerk| clerk.recipient.parse::<Recipient>().ok()).collect::<Vec<_>>();
        let scans = kept::write_scans(&folder, &self.keyring, &opened.manifest, &recipients, &opened.contents)?;
        let mut shape = former.map_or_else(LedgerShape::new, |found| {
            let mut shape = found.shape.clone();
            let known = |clerk: &&sheet::ClerkSheet| !shape.former.contains(clerk) && !sheet.clerks.contains(clerk);
            let gone: Vec<_> = found.sheet.clerks.iter().filter(known).cloned().collect();
            shape.former.extend(gone);
            shape
        });
        shape.head.clone_from(&opened.proof.head);
        shape.signature.clone_from(&opened.proof.signature);
        shape.sheet = text;
        shape.scans = scans;
        let written = kept::write(&folder, &self.keyring, &self.senders, &shape)?;
        kept::forget_scans(&folder, id, Some(opened.manifest.pack_id))?;
        self.put_ledger(written);
        Ok(PackArrival::PaymentsOpened { ledger: id, already: false })
    }
}

impl LedgerShape {
    fn new() -> Self {
        Self {
            format: FORMAT,
            head: String::new(),
            signature: String::new(),
            sheet: String::new(),
            scans: Vec::new(),
            facts: Vec::new(),
            former: Vec::new(),
            carried: BTreeSet::new(),
            sent_at: None,
            own: None,
            profiles: Vec::new(),
            tables: None,
        }
    }
}

/// The sheet of a pack, if everything in it can be read and fits together.
fn checked(opened: &Opened, keyring: &Keyring) -> Option<PaymentSheet> {
    let sheet: PaymentSheet = opened.contents.sheet(sheet::PAYMENTS).ok()?;
    let mut people = BTreeSet::new();
    let clerks = sheet.clerks.iter().all(|clerk| {
        let keys = clerk.recipient.parse::<Recipient>().is_ok() && clerk.verifying_key.parse::<VerifyingKey>().is_ok();
        keys && people.insert(clerk.member_id)
    });
    let (recipient, key) = (keyring.recipient().to_string(), keyring.verifying_key().to_string());
    let mine = sheet.clerks.iter().any(|clerk| clerk.recipient == recipient && clerk.verifying_key == key);
    let mut ids = BTreeSet::new();
    let grants = sheet.grants.iter().all(|grant| ids.insert(grant.grant_id) && is_whole(grant, opened, &mut ids));
    (mine && clerks && grants && sheet.clerks.len() <= exchange::pack::MOST_RECIPIENTS).then_some(sheet)
}

/// Whether a grant can be read: no id stands for two things, no sum is below nothing, and every code is one we know.
fn is_whole(grant: &GrantSheet, opened: &Opened, ids: &mut BTreeSet<uuid::Uuid>) -> bool {
    let last = grant.accounts.len().saturating_sub(1);
    let account = |(place, account): (usize, &AccountSheet)| {
        let numbers = account.numbers.as_ref().is_none_or(|(name, sort_code, number)| {
            let read = AccountDetails::parse(name, sort_code, number);
            // As they will stand in a payment file, with every zero.
            read.is_ok_and(|read| place == last && (&read.sort_code, &read.account_number) == (sort_code, number))
        });
        let check = account.check.as_ref().is_none_or(|(method, _)| CheckMethod::from_code(method).is_some());
        numbers && check && account.confirmation.as_ref().is_none_or(|(outcome, _, _)| Confirmation::from_code(outcome).is_some())
    };
    let payment = |payment: &sheet::PaymentRowSheet| {
        let undone = payment.undone.as_ref().is_none_or(|(way, _)| Undoing::from_code(way).is_some());
        payment.amount_pence > 0 && Method::from_code(&payment.method).is_some() && undone
    };
    let once =
        grant.accounts.iter().map(|one| one.account_id).chain(grant.payments.iter().map(|one| one.payment_id)).all(|id| ids.insert(id));
    once && grant.amount_pence >= 0
        && grant.sent_back_pence >= 0
        && grant.instalments.iter().all(|(_, pence)| *pence >= 0)
        && grant.signatures.iter().all(|(party, _, _)| Party::from_code(party).is_some())
        && grant.agreement.as_ref().is_none_or(|(sha256, _)| opened.contents.files.contains_key(sha256))
        && grant.accounts.iter().enumerate().all(account)
        && grant.payments.iter().all(payment)
}
