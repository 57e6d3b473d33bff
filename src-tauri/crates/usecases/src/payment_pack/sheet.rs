//! What a payment pack carries: the grants that may be paid or wait, each with just what the clerk needs.

use super::clerks;
use crate::case::{Case, GrantCase};
use crate::sitting::{self, What};
use crate::spending::bank_position;
use crate::{Error, Open, Result, grant, payment_settings, text};
use chrono::Months;
use domain::decision::Body;
use domain::id::{AttachmentId, DecisionId};
use exchange::sheet::{AccountSheet, ClerkSheet, FundsSheet, GrantSheet, PaymentRowSheet, PaymentSheet};
use exchange::{Contents, PackFile};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;
use store::{ReadTx, Which};
use uuid::Uuid;
use zeroize::Zeroizing;

/// How long a finished grant still goes to the clerk: their year's work is whole.
const KEPT_MONTHS: Months = Months::new(12);

/// The sheet, and the files that go with it.
pub(super) fn sheet(open: &Open, tx: &ReadTx<'_>, funds: FundsSheet) -> Result<(PaymentSheet, Contents)> {
    let settings = payment_settings::read(tx)?;
    let mut contents = Contents::default();
    let mut named = Vec::new();
    for clerk in clerks(tx)? {
        if let Some(holder) = tx.key_holder(clerk.id.0)? {
            named.push(ClerkSheet {
                member_id: clerk.id.0,
                name: holder.name,
                recipient: holder.recipient.to_string(),
                verifying_key: holder.verifying_key.to_string(),
            });
        }
    }
    let mut grants = Vec::new();
    for case in open.cases() {
        if let Some(found) = case.grant.as_ref().filter(|found| goes(open, found)) {
            grants.push(one(open, tx, case, found, &mut contents)?);
        }
    }
    grants.sort_by(|one, other| one.reference.cmp(&other.reference));
    let sheet = PaymentSheet {
        lto: settings.lto,
        plan: open.plan().name.clone(),
        co_ordinator: open.member().name.clone(),
        made_at: tx.now(),
        two_people: settings.two_people,
        clerks: named,
        grants,
        funds,
        facts_held: tx.payment_facts()?.into_iter().map(|row| row.fact_id).collect(),
    };
    Ok((sheet, contents))
}

/// Whether a grant goes: its group was told, and it is open or was finished in the last year.
fn goes(open: &Open, found: &GrantCase) -> bool {
    let facts = &found.grant;
    let recent = |on| open.today().checked_sub_months(KEPT_MONTHS).is_none_or(|since| on >= since);
    facts.issued_on.is_some() && (facts.is_open() || facts.closed_on.or(facts.cancelled_on).is_some_and(recent))
}

fn one(open: &Open, tx: &ReadTx<'_>, case: &Case, found: &GrantCase, contents: &mut Contents) -> Result<GrantSheet> {
    let facts = &found.grant;
    let cover = case.cover().ok_or(Error::NotFound)?;
    let payee = Some(cover.payee_name.trim()).filter(|name| !name.is_empty()).unwrap_or(&cover.group_name);
    let mut accounts = Vec::new();
    for (place, row) in found.accounts.iter().enumerate() {
        let known = &row.value.account;
        let current = place.saturating_add(1) == found.accounts.len();
        // Full numbers of the one to be paid alone, and of none that is finished with.
        let numbers = if current && known.erased_on.is_none() && facts.is_open() { tx.sealed_text(row.value.numbers)? } else { None };
        let numbers = numbers.map(|json| text::account_from_json(&json)).transpose()?;
        accounts.push(AccountSheet {
            account_id: known.id.0,
            last_four: known.last_four.clone(),
            recorded_on: known.recorded_on,
            numbers: numbers.map(|details| (details.account_name, details.sort_code, details.account_number)),
            check: known.check.map(|(method, on, _)| (method.code().to_owned(), on)),
            confirmation: row.value.confirmations.last().map(|said| (said.outcome.code().to_owned(), said.bank_name.clone(), said.seen_on)),
        });
    }
    Ok(GrantSheet {
        grant_id: facts.id.0,
        reference: case.reference().ok_or(Error::NotFound)?,
        group: cover.group_name.clone(),
        payee: payee.to_owned(),
        purpose: grant::purpose(case).unwrap_or_default().to_owned(),
        code: found.row.code.clone(),
        amount_pence: facts.amount.pence(),
        awarded_on: facts.awarded_on,
        issued_on: facts.issued_on.ok_or(Error::NotFound)?,
        ends_on: facts.ends_on(),
        finished: !facts.is_open(),
        sent_back_pence: facts.sent_back().pence(),
        instalments: facts.instalments.iter().map(|part| (part.when.clone(), part.amount.pence())).collect(),
        conditions: facts.conditions.iter().map(|condition| (condition.text.clone(), condition.met_on)).collect(),
        signatures: facts.signatures.iter().map(|one| (one.party.code().to_owned(), one.name.clone(), one.signed_on)).collect(),
        agreement: agreement(tx, case, found, contents)?,
        deciders: deciders(open, tx, case, found.row.decision_id.into())?,
        accounts,
        payments: found.payments.iter().map(payment).collect(),
    })
}

fn payment(row: &store::OfGrant<store::PaymentRow>) -> PaymentRowSheet {
    let (row, known) = (&row.value, &row.value.payment);
    PaymentRowSheet {
        payment_id: known.id.0,
        amount_pence: known.amount.pence(),
        paid_on: known.paid_on,
        reference: known.reference.clone(),
        method: known.method.code().to_owned(),
        undone: known.undone.map(|undone| (undone.way.code().to_owned(), undone.on)),
        seen: (row.seen.as_ref().map(|seen| seen.on), row.return_seen.as_ref().map(|seen| seen.on)),
    }
}

/// The newest scan of the signed agreement, which goes along as a file.
fn agreement(tx: &ReadTx<'_>, case: &Case, found: &GrantCase, contents: &mut Contents) -> Result<Option<(String, String)>> {
    let scans: Vec<AttachmentId> = found.signatures.iter().filter_map(|row| row.value.attachment_id.map(AttachmentId)).collect();
    let Some(file) = case.attachments.iter().rfind(|file| scans.contains(&file.id) || file.kind == "agreement") else { return Ok(None) };
    let Some(bytes) = tx.sealed_bytes(file.bytes)? else { return Ok(None) };
    let bytes = Zeroizing::new(bytes);
    let hash = Sha256::digest(bytes.as_slice()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let ending = match file.media_type.as_str() {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        _ => "png",
    };
    contents.files.insert(hash.clone(), PackFile { ending: ending.to_owned(), bytes: Arc::new(bytes) });
    Ok(Some((hash, file.media_type.clone())))
}

/// Who took part in a decision: whoever recorded it, and the members who were at its meeting or on the roll of its vote.
pub(super) fn deciders(open: &Open, tx: &ReadTx<'_>, case: &Case, decision: DecisionId) -> Result<Vec<Uuid>> {
    let mut deciders = BTreeSet::new();
    let Some(made) = case.decisions.iter().find(|made| made.id == decision) else { return Ok(Vec::new()) };
    deciders.insert(made.recorded_by);
    if made.body == Body::EmailVote {
        for vote in tx.email_votes(Which::All)?.into_iter().filter(|vote| vote.application_id == case.row.application_id) {
            deciders.extend(tx.email_vote_roll(vote.email_vote_id)?);
        }
    }
    for item in tx.items_of_application(case.row.application_id)? {
        if tx.meeting_decisions(item.meeting_id)?.iter().any(|row| row.decision_id == decision.0) {
            let held = sitting::replayed(tx, open.desk().cases, item.meeting_id.into())?;
            deciders.extend(held.events.iter().filter_map(|event| match event.what {
                What::Arrived(member) | What::TookChair(member) => Some(member.0),
                _ => None,
            }));
        }
    }
    Ok(deciders.into_iter().collect())
}

/// The money of the plan in force, less what came back.
pub(super) fn funds(open: &Open) -> Result<FundsSheet> {
    let known = bank_position(open)?.position;
    Ok(FundsSheet {
        planned_pence: known.planned.pence(),
        drawn_down_pence: known.drawn_down.pence(),
        paid_pence: known.paid.minus(known.returned).pence(),
        committed_pence: known.committed.pence(),
    })
}
