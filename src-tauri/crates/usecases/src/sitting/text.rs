//! What an entry says, as it is kept. The shapes are read for ever: a new field gets a default.

use super::replay::{Grant, Proposal, Resolution, What};
use crate::Result;
use chrono::NaiveDate;
use domain::Money;
use domain::decision::{Instalment, Outcome, Terms};
use domain::id::MemberId;
use domain::meeting::{Casting, Part, Tally, Way};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::EntryKind;
use uuid::Uuid;

#[derive(Serialize, Deserialize)]
struct OfMember {
    member: Uuid,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Counted {
    residents: u32,
    noted: u32,
}

#[derive(Serialize, Deserialize)]
struct Interest {
    member: Uuid,
    #[serde(default)]
    financial: Option<bool>,
    #[serde(default)]
    part: Option<String>,
    #[serde(default)]
    how: String,
    #[serde(default)]
    in_the_room: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum KeptWay {
    Consensus,
    Vote { agree: u32, against: u32, not_voting: u32, casting: Option<String> },
}

#[derive(Serialize, Deserialize)]
struct KeptTerms {
    ends_on: NaiveDate,
    return_by: Option<NaiveDate>,
    instalments: Vec<(String, i64)>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum KeptProposal {
    Grant { outcome: String, amount_pence: Option<i64>, words: String, conditions: Vec<String>, terms: Option<KeptTerms>, reason: String },
    Other { words: String },
}

#[derive(Serialize, Deserialize)]
struct KeptResolution {
    proposal: KeptProposal,
    other_side: bool,
    way: KeptWay,
}

/// What an entry says, to be kept.
pub(super) fn write(what: &What) -> Result<Value> {
    Ok(match what {
        What::Apologies(member) | What::Arrived(member) | What::Left(member) | What::TookChair(member) => json!({ "member": member.0 }),
        What::Heads(residents) => json!({ "residents": residents }),
        What::Taken { noted } => json!({ "noted": noted }),
        What::Declared { member, financial, part, how, in_the_room } => serde_json::to_value(Interest {
            member: member.0,
            financial: *financial,
            part: part.map(|part| part.code().to_owned()),
            how: how.clone(),
            in_the_room: *in_the_room,
        })?,
        What::TookPart { member, part } => json!({ "member": member.0, "part": part.code() }),
        What::Resolved(resolution) => serde_json::to_value(KeptResolution::of(resolution))?,
        What::Started | What::PutOff | What::Noted | What::Ended | What::Closed(_) => json!({}),
    })
}

/// Reads what an entry of a kind says.
pub(super) fn read(kind: EntryKind, json: &str) -> Result<What> {
    let member = || serde_json::from_str::<OfMember>(json).map(|of| MemberId(of.member));
    Ok(match kind {
        EntryKind::Apologies => What::Apologies(member()?),
        EntryKind::Arrived => What::Arrived(member()?),
        EntryKind::Left => What::Left(member()?),
        EntryKind::TookChair => What::TookChair(member()?),
        EntryKind::Heads => What::Heads(serde_json::from_str::<Counted>(json)?.residents),
        EntryKind::Started => What::Started,
        EntryKind::Taken => What::Taken { noted: serde_json::from_str::<Counted>(json)?.noted },
        EntryKind::Declared => {
            let Interest { member, financial, part, how, in_the_room } = serde_json::from_str(json)?;
            What::Declared { member: MemberId(member), financial, part: read_part(part.as_deref())?, how, in_the_room }
        }
        EntryKind::TookPart => {
            let of: Interest = serde_json::from_str(json)?;
            What::TookPart { member: MemberId(of.member), part: read_part(of.part.as_deref())?.ok_or_else(unreadable)? }
        }
        EntryKind::Resolved => What::Resolved(Box::new(serde_json::from_str::<KeptResolution>(json)?.read()?)),
        EntryKind::PutOff => What::PutOff,
        EntryKind::Noted => What::Noted,
        EntryKind::Ended => What::Ended,
        EntryKind::Struck => What::Closed(kind),
    })
}

fn unreadable() -> crate::Error {
    store::StoreError::Damaged { detail: "an entry of a meeting cannot be read".to_owned() }.into()
}

fn read_part(code: Option<&str>) -> Result<Option<Part>> {
    code.map(|code| Part::from_code(code).ok_or_else(unreadable)).transpose()
}

impl KeptResolution {
    fn of(resolution: &Resolution) -> Self {
        let proposal = match &resolution.proposal {
            Proposal::Other(words) => KeptProposal::Other { words: words.clone() },
            Proposal::Grant(grant) => {
                let (outcome, words) = match &grant.outcome {
                    Outcome::Approved { .. } => ("approved", ""),
                    Outcome::ApprovedInPart { purpose, .. } => ("approved-in-part", purpose.as_str()),
                    Outcome::Deferred { missing } => ("deferred", missing.as_str()),
                    Outcome::Declined { reasons } => ("declined", reasons.as_str()),
                };
                let terms = grant.terms.as_ref().map(|terms| KeptTerms {
                    ends_on: terms.ends_on,
                    return_by: terms.return_by,
                    instalments: terms.instalments.iter().map(|part| (part.when.clone(), part.amount.pence())).collect(),
                });
                KeptProposal::Grant {
                    outcome: outcome.to_owned(),
                    amount_pence: grant.outcome.amount().map(Money::pence),
                    words: words.to_owned(),
                    conditions: grant.conditions.clone(),
                    terms,
                    reason: grant.reason.clone(),
                }
            }
        };
        let way = match resolution.way {
            Way::Consensus => KeptWay::Consensus,
            Way::Vote(Tally { agree, against, not_voting, casting }) => {
                let casting = casting.map(|casting| if casting == Casting::For { "for" } else { "against" }.to_owned());
                KeptWay::Vote { agree, against, not_voting, casting }
            }
        };
        Self { proposal, other_side: resolution.other_side, way }
    }

    fn read(self) -> Result<Resolution> {
        let proposal = match self.proposal {
            KeptProposal::Other { words } => Proposal::Other(words),
            KeptProposal::Grant { outcome, amount_pence, words, conditions, terms, reason } => {
                let amount = || amount_pence.map(Money::from_pence).ok_or_else(unreadable);
                let outcome = match outcome.as_str() {
                    "approved" => Outcome::Approved { amount: amount()? },
                    "approved-in-part" => Outcome::ApprovedInPart { amount: amount()?, purpose: words },
                    "deferred" => Outcome::Deferred { missing: words },
                    "declined" => Outcome::Declined { reasons: words },
                    _ => return Err(unreadable()),
                };
                let part = |(when, pence)| Instalment { when, amount: Money::from_pence(pence) };
                let terms = terms.map(|terms| Terms {
                    ends_on: terms.ends_on,
                    return_by: terms.return_by,
                    instalments: terms.instalments.into_iter().map(part).collect(),
                });
                Proposal::Grant(Grant { outcome, conditions, terms, reason })
            }
        };
        let way = match self.way {
            KeptWay::Consensus => Way::Consensus,
            KeptWay::Vote { agree, against, not_voting, casting } => {
                let casting = match casting.as_deref() {
                    None => None,
                    Some("for") => Some(Casting::For),
                    Some("against") => Some(Casting::Against),
                    Some(_) => return Err(unreadable()),
                };
                Way::Vote(Tally { agree, against, not_voting, casting })
            }
        };
        Ok(Resolution { proposal, other_side: self.other_side, way })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_reads_back_as_it_was_written() {
        let member = MemberId(Uuid::from_u128(7));
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let terms = Terms {
            ends_on: day("2023-06-30"),
            return_by: Some(day("2023-02-10")),
            instalments: vec![Instalment { when: "when signed".into(), amount: Money::from_pence(29_500) }],
        };
        let grant = |outcome: Outcome, terms| {
            Proposal::Grant(Grant {
                outcome,
                conditions: vec!["Keep the tools in the hub.".into()],
                terms,
                reason: "A good project".into(),
            })
        };
        let amount = Money::from_pence(29_500);
        let vote = |casting| Way::Vote(Tally { agree: 4, against: 4, not_voting: 1, casting });
        let resolved = |proposal, way| What::Resolved(Box::new(Resolution { proposal, other_side: true, way }));
        for what in [
            What::Apologies(member),
            What::Arrived(member),
            What::Left(member),
            What::TookChair(member),
            What::Heads(31),
            What::Started,
            What::Taken { noted: 2 },
            What::Declared { member, financial: Some(true), part: Some(Part::Remained), how: "Her brother".into(), in_the_room: true },
            What::Declared { member, financial: None, part: None, how: String::new(), in_the_room: false },
            What::TookPart { member, part: Part::Withdrew },
            resolved(Proposal::Other("That the dates be agreed".into()), Way::Consensus),
            resolved(grant(Outcome::Approved { amount }, Some(terms.clone())), vote(Some(Casting::For))),
            resolved(grant(Outcome::ApprovedInPart { amount, purpose: "Tools".into() }, Some(terms)), vote(Some(Casting::Against))),
            resolved(grant(Outcome::Deferred { missing: "A quote".into() }, None), vote(None)),
            resolved(grant(Outcome::Declined { reasons: "Bought already".into() }, None), Way::Consensus),
            What::PutOff,
            What::Noted,
            What::Ended,
        ] {
            let json = write(&what).unwrap().to_string();
            assert_eq!(read(what.kind(), &json).unwrap(), what, "{json}");
        }
    }
}
