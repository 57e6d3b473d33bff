//! What somebody said about an interest: read from a form, brought in from elsewhere, and kept with its words sealed.

use crate::input::Faults;
use crate::{Error, FieldFault, Open, Result, seal};
use chrono::{DateTime, Utc};
use domain::id::{ApplicationId, MemberId};
use domain::interest::{Answer, InterestKind, Reach};
use exchange::SignedFact;
use serde::{Deserialize, Serialize};
use store::{NewInterest, ReadTx, Way, WriteTx, london_date};
use uuid::Uuid;

/// An answer as it is given at the gate, or read from a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedAnswer {
    /// `NoInterest`, `Interest` or `Unsure`.
    pub answer: Answer,
    /// At least one for an interest.
    pub kinds: Vec<InterestKind>,
    /// Must be given for an interest.
    pub reach: Option<Reach>,
    /// How it arises; must be filled in for an interest.
    pub how: String,
}

impl TypedAnswer {
    /// "I have none."
    pub fn none() -> Self {
        Self { answer: Answer::NoInterest, kinds: Vec::new(), reach: None, how: String::new() }
    }

    /// An interest of one's own: a conflict of loyalty, as most are.
    pub fn declared(how: &str) -> Self {
        Self { answer: Answer::Interest, kinds: vec![InterestKind::Loyalty], reach: Some(Reach::Direct), how: how.to_owned() }
    }

    /// "I am not sure."
    pub fn unsure(how: &str) -> Self {
        Self { answer: Answer::Unsure, kinds: Vec::new(), reach: None, how: how.to_owned() }
    }

    /// The words, or every field that is not right.
    pub(super) fn words(&self) -> Result<Words> {
        let mut faults = Faults::default();
        let how = faults.answer("how", &self.how);
        match self.answer {
            Answer::NoInterest | Answer::Unsure => {}
            Answer::Interest => {
                if self.kinds.is_empty() {
                    faults.refuse("kinds", FieldFault::Missing);
                }
                if self.reach.is_none() {
                    faults.refuse("reach", FieldFault::Missing);
                }
                if how.is_empty() {
                    faults.refuse("how", FieldFault::Missing);
                }
            }
            // What the chair settles is no answer of a member's.
            Answer::RuledNone | Answer::RuledInterest => return Err(Error::NotFound),
        }
        faults.settle()?;
        if self.answer == Answer::NoInterest {
            return Ok(Words::default());
        }
        let mut kinds = Vec::new();
        for kind in InterestKind::ALL.into_iter().filter(|kind| self.kinds.contains(kind)) {
            kinds.push(kind.code().to_owned());
        }
        Ok(Words { kinds, reach: self.reach.map(|reach| reach.code().to_owned()), how, fact: None })
    }
}

/// What a member said elsewhere about an interest in an application: signed on their own machine, or written on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its id: of what came signed, the name of the fact, so that it is known when it comes again.
    pub interest_id: Uuid,
    /// The application.
    pub application_id: ApplicationId,
    /// Who said it.
    pub member_id: MemberId,
    /// `NoInterest`, `Interest` or `Unsure`.
    pub answer: Answer,
    /// What kinds of tie it is.
    pub kinds: Vec<InterestKind>,
    /// Whether it is their own.
    pub reach: Option<Reach>,
    /// How it arises.
    pub how: String,
    /// When they said it.
    pub said_at: DateTime<Utc>,
    /// Exactly what they signed. None for what came on paper.
    pub fact: Option<SignedFact>,
}

/// The words of what was said, as they are sealed. The shape is read for ever: a new field gets a default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    kinds: Vec<String>,
    reach: Option<String>,
    /// How it arises; of a ruling, why it was settled so.
    pub(super) how: String,
    fact: Option<SignedFact>,
}

impl Words {
    /// Why the chair settled it so.
    pub(super) fn of_ruling(reason: String) -> Self {
        Self { how: reason, ..Self::default() }
    }

    fn of(said: &Said) -> Self {
        Self {
            kinds: said.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
            reach: said.reach.map(|reach| reach.code().to_owned()),
            how: said.how.trim().to_owned(),
            fact: said.fact.clone(),
        }
    }

    pub(super) fn kinds(&self) -> Vec<InterestKind> {
        self.kinds.iter().filter_map(|code| InterestKind::from_code(code)).collect()
    }

    pub(super) fn reach(&self) -> Option<Reach> {
        self.reach.as_deref().and_then(Reach::from_code)
    }

    /// Reads them, if the member who is signed in may.
    pub(super) fn read(tx: &ReadTx<'_>, blob_id: Uuid) -> Result<Option<Self>> {
        Ok(tx.sealed_text(blob_id)?.map(|json| serde_json::from_str(&json)).transpose()?)
    }

    /// Seals them to those who read the application now; nothing when there are none.
    pub(super) fn keep(&self, tx: &mut WriteTx<'_>, application_id: Uuid) -> Result<Option<Uuid>> {
        if *self == Self::default() {
            return Ok(None);
        }
        seal::put_beside(tx, application_id, serde_json::to_string(self)?.as_bytes()).map(Some)
    }
}

/// What a member wrote on paper, to be brought in on their behalf.
pub(crate) fn on_paper(open: &Open, member_id: MemberId, application_id: ApplicationId, typed: &TypedAnswer) -> Result<Said> {
    let words = typed.words()?;
    let world = open.register().surroundings();
    Ok(Said {
        interest_id: world.new_id(),
        application_id,
        member_id,
        answer: typed.answer,
        kinds: words.kinds(),
        reach: words.reach(),
        how: words.how,
        said_at: world.now(),
        fact: None,
    })
}

/// Brings in what came signed by its author. What is known already changes nothing. An application is sealed anew at once
/// where the member who is signed in can open it, and otherwise when the next of its readers sits down.
pub(crate) fn bring_in(tx: &mut WriteTx<'_>, said: &[Said]) -> Result<()> {
    for one in said {
        keep(tx, one, Way::Signed)?;
    }
    seal::settle(tx).map(drop)
}

/// Brings in what came on paper, typed in on its author's behalf.
pub(crate) fn bring_in_paper(tx: &mut WriteTx<'_>, said: &Said) -> Result<()> {
    keep(tx, said, Way::Paper)?;
    seal::settle(tx).map(drop)
}

fn keep(tx: &mut WriteTx<'_>, said: &Said, way: Way) -> Result<()> {
    if tx.knows_interest(said.interest_id)? {
        return Ok(());
    }
    let words = Words::of(said).keep(tx, said.application_id.0)?;
    tx.insert_interest(&NewInterest {
        interest_id: said.interest_id,
        application_id: said.application_id.0,
        member_id: said.member_id.0,
        answer: said.answer,
        way,
        words,
        said_on: london_date(said.said_at),
    })?;
    Ok(())
}
