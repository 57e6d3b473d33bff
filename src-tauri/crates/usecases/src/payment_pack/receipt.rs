//! A receipt from a clerk: shown first, with nothing kept; then taken in by one change, all of it or none.

use super::book::{Bad, Book, CLERK, FactKind, State, Weighed, Write};
use super::{TOUCHED, permit, sheet};
use crate::review::Refusal;
use crate::{Changed, Error, Open, Result};
use chrono::{DateTime, Utc};
use domain::Money;
use domain::id::{GrantId, PayeeAccountId, PaymentId};
use exchange::sheet::{PAID, PaidSheet};
use exchange::{Expected, Opened, PackKind, Party, SignedFact};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::{ConfirmationRow, Event, PaymentFactRow, PaymentReceiptRow, ReadTx, Said, SeenRow, WriteTx};
use uuid::Uuid;

/// The most facts that one receipt may carry.
const MOST_FACTS: usize = 20_000;

/// One fact of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// The grant; none when the register has no such grant.
    pub grant_id: Option<GrantId>,
    /// Its reference.
    pub reference: String,
    /// The group.
    pub group_name: String,
    /// Who says it.
    pub by: String,
    /// What it says.
    pub kind: FactKind,
    /// What would become of it.
    pub state: State,
}

/// What a receipt would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// From whom it came.
    pub from: String,
    /// When they made it.
    pub made_at: DateTime<Utc>,
    /// Its facts, in the order in which they were made.
    pub lines: Vec<FactLine>,
    /// How many would be recorded.
    pub new: usize,
    /// What would be recorded as paid.
    pub paid: Money,
    /// Whether it may be taken in.
    pub may_take_in: bool,
}

/// Why a receipt goes no further.
enum Stop {
    Refused(Refusal),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// A receipt that was proved, with every fact weighed.
struct Examined {
    opened: Opened,
    lines: Vec<FactLine>,
    writes: Vec<(Uuid, Uuid, Write)>,
    facts: Vec<PaymentFactRow>,
    new: usize,
}

impl Examined {
    fn stands(&self) -> bool {
        !self.lines.iter().any(|line| matches!(line.state, State::Refused(_) | State::Unknown))
    }
}

/// Says what a receipt would bring, or why it is refused whole. Nothing is kept.
pub fn inspect(open: &Open, bytes: &[u8]) -> Result<Result<Receipt, Refusal>> {
    permit(open)?;
    let examined = match open.register().read(|tx| examine(open, tx, bytes)) {
        Ok(examined) => examined,
        Err(Stop::Refused(why)) => return Ok(Err(why)),
        Err(Stop::Failed(error)) => return Err(error),
    };
    let from = open.name_of(examined.opened.manifest.from.member_id).to_owned();
    let paid = examined.lines.iter().filter(|line| matches!(line.state, State::New | State::FormerAccount));
    let paid = paid.filter_map(|line| if let FactKind::Paid { new, .. } = &line.kind { Some(new.amount) } else { None }).sum();
    let may_take_in = examined.stands() && examined.new > 0;
    Ok(Ok(Receipt { from, made_at: examined.opened.manifest.created, new: examined.new, paid, may_take_in, lines: examined.lines }))
}

/// Takes a receipt in, whole. Answers how many facts were recorded: none when the register held them all.
pub fn take_in(open: &mut Open, bytes: &[u8]) -> Result<Changed<usize>> {
    permit(open)?;
    let examined = match open.register().read(|tx| examine(open, tx, bytes)) {
        Ok(examined) => examined,
        Err(Stop::Refused(why)) => return Err(Error::Refused(why)),
        Err(Stop::Failed(error)) => return Err(error),
    };
    for line in &examined.lines {
        match &line.state {
            State::Refused(why) => return Err(why.clone().into()),
            State::Unknown => return Err(Error::Refused(Refusal::BadContent)),
            State::New | State::Held | State::FormerAccount => {}
        }
    }
    if examined.new == 0 {
        return Ok(Changed { value: 0, touched: Vec::new(), event_seq: open.register().head()?.seq });
    }
    let grants: BTreeSet<GrantId> = examined.lines.iter().filter_map(|line| line.grant_id).collect();
    let applications: BTreeMap<GrantId, Uuid> =
        grants.into_iter().filter_map(|id| Some((id, open.case_of_grant(id).ok()?.row.application_id))).collect();
    let changed = open.change_register(|tx| {
        let event = write(tx, &examined, &applications)?;
        Ok((examined.new, event))
    })?;
    let touched: Vec<Uuid> = applications.into_values().collect();
    open.read_cases_again(&touched)?;
    Ok(changed)
}

fn examine(open: &Open, tx: &ReadTx<'_>, bytes: &[u8]) -> Result<Examined, Stop> {
    let opened = unseal(open, tx, bytes)?;
    let paid: PaidSheet = opened.contents.sheet(PAID).map_err(|error| Stop::Refused(Refusal::from(&error)))?;
    let packs = tx.payment_packs()?;
    let pack = packs.iter().find(|row| row.pack_id == paid.for_pack).ok_or(Stop::Refused(Refusal::NotAnAnswer))?;
    let bad = || Stop::Refused(Refusal::BadContent);
    if paid.clerk != opened.manifest.from.member_id {
        return Err(Stop::Refused(Refusal::NotAnAnswer));
    }
    if paid.facts.len() > MOST_FACTS {
        return Err(Stop::Refused(Refusal::TooLarge));
    }
    let taken_in = tx.payment_receipts()?;
    if taken_in.iter().any(|row| row.pack_id == opened.manifest.pack_id && row.sha256 != opened.sha256) {
        return Err(bad());
    }
    let clerks = tx.member_rows()?.into_iter().filter(|row| row.role == CLERK.code()).map(|row| row.member_id).collect();
    let mut book = Book::new(open.register().register_id(), pack.two_people, tx.now(), tx.today(), clerks);
    for case in open.cases() {
        if let Some(found) = case.grant.as_ref().filter(|found| found.grant.issued_on.is_some()) {
            book.add(case, found, sheet::deciders(open, tx, case, found.row.decision_id.into())?);
        }
    }
    let mut held = BTreeSet::new();
    for row in tx.payment_facts()? {
        held.insert(row.fact_id);
        book.remember(&SignedFact { text: row.text, signature: Some(row.signature) });
    }
    let mut keys: BTreeMap<Uuid, Vec<keys::VerifyingKey>> = BTreeMap::new();
    let (mut lines, mut writes, mut facts, mut new) = (Vec::new(), Vec::new(), Vec::new(), 0_usize);
    let mut carried = BTreeSet::new();
    for (author, fact) in &paid.facts {
        let fact_id = fact.id();
        if !carried.insert(fact_id) {
            continue;
        }
        if !keys.contains_key(author) {
            keys.insert(*author, tx.verifying_keys(*author)?);
        }
        let proves = keys.get(author).is_some_and(|keys| keys.iter().any(|key| fact.prove(key).is_ok()));
        let Some(signature) = fact.signature.clone().filter(|_| proves) else { return Err(Stop::Refused(Refusal::BadSignature)) };
        let is_held = held.contains(&fact_id);
        let weighed = book.weigh(*author, fact, is_held).map_err(|Bad| bad())?;
        if !is_held {
            new = new.saturating_add(1);
            facts.push(PaymentFactRow { fact_id, author: *author, text: fact.text.clone(), signature });
        }
        if let Some(Weighed { grant, kind, state, write }) = weighed {
            let case = grant.and_then(|id| open.case_of_grant(id).ok());
            if matches!(state, State::New | State::FormerAccount) {
                writes.extend(write.map(|write| (fact_id, *author, write)));
            }
            lines.push(FactLine {
                grant_id: grant,
                reference: case.and_then(crate::Case::reference).unwrap_or_default(),
                group_name: case.and_then(crate::Case::group_name).unwrap_or_default().to_owned(),
                by: open.name_of(*author).to_owned(),
                kind,
                state,
            });
        }
    }
    Ok(Examined { opened, lines, writes, facts, new })
}

/// Unseals and proves the pack: it is from a clerk of ours whose keys are in force, and for whoever is signed in.
fn unseal(open: &Open, tx: &ReadTx<'_>, bytes: &[u8]) -> Result<Opened, Stop> {
    let me = tx.keyring().recipient();
    let holders = tx.key_holders()?;
    let sender = |party: &Party| {
        let known = holders.iter().find(|holder| holder.member_id == party.member_id && holder.role == CLERK.code())?;
        let same = known.verifying_key.to_string() == party.verifying_key && known.recipient.to_string() == party.recipient;
        same.then(|| known.verifying_key.clone())
    };
    let register = Some(open.register().register_id());
    let expected = Expected { me: &me, kind: PackKind::Receipt, sender: &sender, register, round: &|_| false, now: tx.now() };
    exchange::open(bytes, tx.keyring(), &expected).map_err(|error| Stop::Refused(Refusal::from(&error)))
}

fn write(tx: &mut WriteTx<'_>, examined: &Examined, applications: &BTreeMap<GrantId, Uuid>) -> Result<Event> {
    let manifest = &examined.opened.manifest;
    let receipt = PaymentReceiptRow {
        pack_id: manifest.pack_id,
        sha256: examined.opened.sha256,
        from: manifest.from.member_id,
        made_at: manifest.created,
        taken_in_at: tx.now(),
    };
    tx.insert_payment_receipt(&receipt, &examined.facts)?;
    for (fact_id, author, write) in &examined.writes {
        one(tx, *fact_id, *author, write)?;
    }
    for (grant, application) in applications {
        let payload = json!({ "grant": grant.0, "receipt": manifest.pack_id });
        tx.also(Event { kind: "paymentFactsTakenIn", subject: Some(*application), payload, touched: &[], signed: false });
    }
    let facts: Vec<Uuid> = examined.facts.iter().map(|fact| fact.fact_id).collect();
    let payload = json!({ "pack": manifest.pack_id, "member": manifest.from.member_id, "facts": facts });
    Ok(Event { kind: "paymentReceiptTakenIn", subject: None, payload, touched: TOUCHED, signed: true })
}

fn one(tx: &mut WriteTx<'_>, fact_id: Uuid, by: Uuid, write: &Write) -> Result<()> {
    match write {
        Write::Payment(fact, new, approved) => {
            let id = PaymentId(fact.payment_id);
            tx.insert_payment(id, fact.grant_id, new, Said { by, at: fact.at })?;
            if let Some((by, at)) = *approved {
                tx.insert_payment_approval(id, Said { by, at })?;
            }
        }
        Write::Undoing(fact, way) => {
            tx.insert_payment_undoing(PaymentId(fact.payment_id), *way, fact.on, &fact.reason, Said { by, at: fact.at })?;
        }
        // Beside the register's own check, so that the order in which clerks' checks come changes nothing.
        Write::Check(fact, method) => {
            let account = PayeeAccountId(fact.account_id);
            tx.insert_account_recheck(fact_id, account, *method, fact.checked_on, Said { by, at: fact.at })?;
        }
        Write::Confirmation(fact, outcome) => {
            let (bank_name, action) = (fact.bank_name.trim().to_owned(), fact.action.trim().to_owned());
            let row = ConfirmationRow { outcome: *outcome, bank_name, action, seen_on: fact.seen_on, seen_by: by };
            tx.insert_confirmation(fact_id, PayeeAccountId(fact.account_id), &row, Said { by, at: fact.at })?;
        }
        Write::Seen(fact) => {
            let seen = SeenRow { on: fact.seen_on, words: fact.words.clone(), by };
            tx.insert_payment_seen(PaymentId(fact.payment_id), fact.way == "back", &seen, fact.at)?;
        }
    }
    Ok(())
}
