//! Reading cases out of the register: one, or all of them with the same statements.

use super::{Attachment, Case, Decision, GrantCase, Note, Opening, Summary, Version, Withdrawal};
use crate::Result;
use crate::interest::{self, Stances};
use crate::text::{self, DecisionWords, VersionText};
use domain::Money;
use domain::application::{CostLine, TypedApplication};
use domain::decision::{Instalment, Outcome};
use domain::grant::{Condition, Grant, SentBack};
use domain::interest::{Sight, Stance, sight};
use domain::member::Member;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use store::{AccountRow, DecisionRow, GrantRow, Kept, OfGrant, ReadTx, Which};
use uuid::Uuid;

type By<T> = HashMap<Uuid, Vec<T>>;

/// Reads the case of one application, or every case, as far as a member may see it.
pub(crate) fn load(tx: &ReadTx<'_>, which: Which, member: &Member) -> Result<Vec<Case>> {
    let mut versions = by(tx.application_versions(which)?, |row| row.application_id);
    let mut withdrawals = by(tx.withdrawals(which)?, |row| row.application_id);
    let mut attachments = by(tx.attachments(which)?, |row| row.application_id);
    let mut notes = by(tx.notes(which)?, |row| row.application_id);
    let mut decisions = by(tx.decisions(which)?, |row| row.application_id);
    let mut grants = GrantFacts::read(tx, which)?;
    let mut stances = interest::stances(tx, which)?;
    let mut met = by(tx.conditions_met(which)?, |row| row.decision_id);
    let mut openings = by(tx.application_openings(which)?, |row| row.application_id);

    let under_review: HashSet<Uuid> = tx.under_review(which)?.into_iter().collect();

    let mut cases = Vec::new();
    for row in tx.applications(which)? {
        let id = row.application_id;
        let decisions = decisions.remove(&id).unwrap_or_default();
        let opening = openings.remove(&id).and_then(|mut rows| rows.pop());
        let stances = stances.remove(&id).unwrap_or_default();
        let sight = if decisions.iter().any(ends_embargo) || opening.is_some() { Sight::Whole } else { sight_of(member, &stances) };
        let eyes = Eyes { tx, sight };
        let mut case = Case {
            typing: eyes.typing(row.typing)?,
            versions: Vec::new(),
            withdrawal: None,
            attachments: Vec::new(),
            notes: Vec::new(),
            decisions: Vec::new(),
            grant: None,
            opening: opening.map(|row| Opening { on: row.opened_on, reason: row.reason, by: row.opened_by }),
            sight,
            gate: None,
            stances,
            under_review: under_review.contains(&id),
            findable: String::new(),
            row,
        };
        let versions = versions.remove(&id).unwrap_or_default();
        if sight == Sight::Summary {
            case.gate = summary(tx, case.row.typing, versions.last().map(|version| &version.text))?;
        }
        for version in versions {
            let text = eyes.words(&version.text)?.map(|json| VersionText::from_json(&json)).transpose()?;
            case.versions.push(Version {
                version: version.version,
                received_at: version.received_at,
                received_by: version.received_by,
                text,
            });
        }
        for withdrawal in withdrawals.remove(&id).unwrap_or_default() {
            let reason = eyes.plain(&withdrawal.text)?;
            case.withdrawal = Some(Withdrawal { on: withdrawal.withdrawn_on, by: withdrawal.recorded_by, reason });
        }
        for file in attachments.remove(&id).unwrap_or_default() {
            if file.removed_on.is_none() {
                let name = eyes.plain(&file.text)?;
                // Of an application that they read, a member sees no file of which they may not know the name: it waits with the
                // decision until the group is told.
                if sight == Sight::Whole && name.is_none() {
                    continue;
                }
                case.attachments.push(Attachment {
                    id: file.attachment_id.into(),
                    kind: file.kind,
                    media_type: file.media_type,
                    size: file.size,
                    bytes: file.bytes,
                    name,
                    added_on: file.added_on,
                    added_by: file.added_by,
                });
            }
        }
        for note in notes.remove(&id).unwrap_or_default() {
            let text = eyes.plain(&note.text)?;
            case.notes.push(Note { call: note.call, on: note.noted_on, by: note.noted_by, text });
        }
        for decision in decisions {
            case.decisions.push(eyes.decision(decision)?);
        }
        if let Some(row) = grants.rows.remove(&id) {
            let decision = case.decisions.iter().find(|decision| decision.id.0 == row.decision_id);
            let issued_on = decision.and_then(|decision| decision.told.as_ref()).map(|(on, ..)| *on);
            let costs = case.content().map(|content| content.costs.clone()).unwrap_or_default();
            let mut grant = grants.assemble(row, issued_on, costs)?;
            let words = decision.and_then(|decision| decision.words.as_ref());
            say_when(&mut grant.grant.instalments, words);
            grant.conditions_met = met.remove(&grant.row.decision_id).unwrap_or_default();
            let met_on = |place| grant.conditions_met.iter().find(|row| row.place == place).map(|row| row.met_on);
            let said = words.map(|words| words.conditions.as_slice()).unwrap_or_default();
            let conditions = said.iter().enumerate().map(|(place, text)| Condition { text: text.clone(), met_on: met_on(place) });
            grant.grant.conditions = conditions.collect();
            case.grant = Some(grant);
        }
        case.findable = findable(&case);
        cases.push(case);
    }
    Ok(cases)
}

/// What brings part payments due stands with the words of the decision, and is as sealed as they are.
fn say_when(instalments: &mut [Instalment], words: Option<&DecisionWords>) {
    for (place, part) in instalments.iter_mut().enumerate() {
        match words {
            // Those from before they were sealed stand in their own table.
            Some(words) if words.instalments.is_empty() => {}
            Some(words) => part.when = words.instalments.get(place).cloned().unwrap_or_default(),
            None => part.when.clear(),
        }
    }
}

fn by<T>(rows: Vec<T>, key: impl Fn(&T) -> Uuid) -> By<T> {
    let mut grouped: By<T> = HashMap::new();
    for row in rows {
        grouped.entry(key(&row)).or_default().push(row);
    }
    grouped
}

/// Whether the group was told of it, and of a decision that is final.
fn ends_embargo(row: &DecisionRow) -> bool {
    row.told.is_some() && row.outcome != "deferred"
}

fn sight_of(member: &Member, stances: &Stances) -> Sight {
    let stance = stances.iter().find(|(who, _)| *who == member.id.0).map_or(Stance::Unanswered, |(_, stance)| *stance);
    sight(member.role, stance)
}

/// What stands before the text of an application: its latest version, or what is being typed.
fn summary(tx: &ReadTx<'_>, typing: Option<Uuid>, version: Option<&Kept>) -> Result<Option<Summary>> {
    let received = version.map(|kept| tx.text(kept)).transpose()?.flatten();
    if let Some(json) = received {
        return Ok(Some(Summary::received(&VersionText::from_json(&json)?.content)));
    }
    let typed = typing.map(|blob_id| tx.sealed_text(blob_id)).transpose()?.flatten();
    Ok(typed.map(|json| text::to_typed(&json)).transpose()?.as_ref().map(Summary::typed))
}

/// The only way to a text of a case: of what a member does not see whole, no blob is even opened.
struct Eyes<'t, 'c> {
    tx: &'t ReadTx<'c>,
    sight: Sight,
}

impl Eyes<'_, '_> {
    fn words(&self, kept: &Kept) -> Result<Option<String>> {
        if self.sight == Sight::Whole { Ok(self.tx.text(kept)?) } else { Ok(None) }
    }

    /// A text that is one JSON string.
    fn plain(&self, kept: &Kept) -> Result<Option<String>> {
        Ok(self.words(kept)?.map(|json| serde_json::from_str(&json)).transpose()?)
    }

    fn typing(&self, blob_id: Option<Uuid>) -> Result<Option<TypedApplication>> {
        let Some(blob_id) = blob_id else { return Ok(None) };
        Ok(self.words(&Kept::Sealed(blob_id))?.map(|json| text::to_typed(&json)).transpose()?)
    }

    fn decision(&self, row: DecisionRow) -> Result<Decision> {
        let words: Option<DecisionWords> = self.words(&row.text)?.map(|json| serde_json::from_str(&json)).transpose()?;
        let said = words.as_ref().map(|words| words.words.clone()).unwrap_or_default();
        let amount = row.amount.unwrap_or(Money::ZERO);
        let outcome = match row.outcome.as_str() {
            "approved" => Outcome::Approved { amount },
            "approved-in-part" => Outcome::ApprovedInPart { amount, purpose: said },
            "deferred" => Outcome::Deferred { missing: said },
            _ => Outcome::Declined { reasons: said },
        };
        Ok(Decision {
            id: row.decision_id.into(),
            outcome,
            decided_on: row.decided_on,
            body: row.body,
            words,
            recorded_by: row.recorded_by,
            told: row.told,
        })
    }
}

/// Everything that happened to grants, by grant.
struct GrantFacts {
    rows: HashMap<Uuid, GrantRow>,
    instalments: By<(Uuid, Instalment)>,
    extensions: By<OfGrant<store::ExtensionRow>>,
    signatures: By<OfGrant<store::SignatureRow>>,
    accounts: By<OfGrant<AccountRow>>,
    payments: By<OfGrant<store::PaymentRow>>,
    feedback: By<OfGrant<store::DatedText>>,
    feedback_typings: By<(Uuid, String)>,
    receipts: By<OfGrant<store::ReceiptRow>>,
    sent_back: By<OfGrant<store::SentBackRow>>,
    closures: By<OfGrant<store::DatedText>>,
    cancellations: By<OfGrant<store::DatedText>>,
}

impl GrantFacts {
    fn read(tx: &ReadTx<'_>, application: Which) -> Result<Self> {
        let rows: HashMap<Uuid, GrantRow> = tx.grants(application)?.into_iter().map(|row| (row.application_id, row)).collect();
        // One application has one grant or none; a grant that is not there is looked for under an id nobody has.
        let which = match application {
            Which::All => Which::All,
            Which::One(_) => Which::One(rows.values().next().map_or(Uuid::nil(), |row| row.grant_id)),
        };
        Ok(Self {
            rows,
            instalments: by(tx.instalments(which)?, |(id, _)| *id),
            extensions: by(tx.extensions(which)?, |row| row.grant_id),
            signatures: by(tx.signatures(which)?, |row| row.grant_id),
            accounts: by(tx.payee_accounts(which)?, |row| row.grant_id),
            payments: by(tx.payments(which)?, |row| row.grant_id),
            feedback: by(tx.feedback_forms(which)?, |row| row.grant_id),
            feedback_typings: by(tx.feedback_typings(which)?, |(id, _)| *id),
            receipts: by(tx.receipts(which)?, |row| row.grant_id),
            sent_back: by(tx.money_sent_back(which)?, |row| row.grant_id),
            closures: by(tx.closures(which)?, |row| row.grant_id),
            cancellations: by(tx.cancellations(which)?, |row| row.grant_id),
        })
    }

    fn assemble(&mut self, row: GrantRow, issued_on: Option<chrono::NaiveDate>, costs: Vec<CostLine>) -> Result<GrantCase> {
        let id = row.grant_id;
        let extensions = self.extensions.remove(&id).unwrap_or_default();
        let signatures = self.signatures.remove(&id).unwrap_or_default();
        let accounts = self.accounts.remove(&id).unwrap_or_default();
        let payments = self.payments.remove(&id).unwrap_or_default();
        let receipts = self.receipts.remove(&id).unwrap_or_default();
        let sent_back = self.sent_back.remove(&id).unwrap_or_default();
        let closure = self.closures.remove(&id).and_then(|mut rows| rows.pop());
        let cancellation = self.cancellations.remove(&id).and_then(|mut rows| rows.pop());
        let feedback = match self.feedback.remove(&id).and_then(|mut rows| rows.pop()) {
            Some(form) => Some((form.value.on, text::story_from_json(&form.value.text)?, form.recorded_by)),
            None => None,
        };
        let grant = Grant {
            id: id.into(),
            amount: row.amount,
            awarded_on: row.awarded_on,
            issued_on,
            first_ends_on: row.ends_on,
            extensions: extensions.iter().map(|row| row.value.ends_on).collect(),
            return_by: row.return_by,
            conditions: Vec::new(),
            instalments: self.instalments.remove(&id).unwrap_or_default().into_iter().map(|(_, part)| part).collect(),
            costs,
            account: accounts.last().map(|row| row.value.account.clone()),
            signatures: signatures.iter().map(|row| row.value.signature.clone()).collect(),
            payments: payments.iter().map(|row| row.value.payment.clone()).collect(),
            feedback_on: feedback.as_ref().map(|(on, ..)| *on),
            receipts: receipts.iter().map(|row| row.value.receipt.clone()).collect(),
            sent_back: sent_back.iter().map(|row| SentBack { amount: row.value.amount, on: row.value.sent_back_on }).collect(),
            closed_on: closure.as_ref().map(|row| row.value.on),
            cancelled_on: cancellation.as_ref().map(|row| row.value.on),
        };
        let feedback_typing = self.feedback_typings.remove(&id).and_then(|mut rows| rows.pop()).map(|(_, json)| json);
        Ok(GrantCase {
            grant,
            row,
            conditions_met: Vec::new(),
            extensions,
            signatures,
            accounts,
            payments,
            feedback,
            feedback_typing,
            receipts,
            sent_back,
            closure,
            cancellation,
        })
    }
}

/// Everything a case may be found by, one part a line, in small letters.
fn findable(case: &Case) -> String {
    texts(case).join("\n").to_lowercase()
}

/// The texts a case may be found by, as they were written.
pub(crate) fn texts(case: &Case) -> Vec<Cow<'_, str>> {
    let mut parts: Vec<&str> = Vec::new();
    let typing = case.typing.as_ref();
    let cover = case.cover();
    if let Some(cover) = cover {
        parts.extend([cover.group_name.as_str(), &cover.summary, &cover.address, &cover.postcode, &cover.payee_name]);
        for contact in &cover.contacts {
            parts.extend([contact.name.as_str(), &contact.phone, &contact.email]);
        }
    }
    if let Some(content) = case.content() {
        parts.extend(content.answers.iter().map(|answer| answer.text.as_str()));
        parts.extend(content.costs.iter().map(|line| line.what.as_str()));
    } else if let Some(typing) = typing {
        parts.extend(typing.answers.iter().map(|answer| answer.text.as_str()));
        parts.extend(typing.costs.iter().map(|line| line.what.as_str()));
    }
    parts.extend(case.notes.iter().filter_map(|note| note.text.as_deref()));
    if let Some(grant) = &case.grant {
        parts.extend(grant.signatures.iter().map(|row| row.value.signature.name.as_str()));
        parts.extend(grant.payments.iter().map(|row| row.value.payment.reference.as_str()));
    }
    let reference = case.reference().map(Cow::Owned);
    reference.into_iter().chain(parts.into_iter().filter(|part| !part.is_empty()).map(Cow::Borrowed)).collect()
}
