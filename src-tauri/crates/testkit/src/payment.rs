//! The LTO's clerk at a desk of their own: payment packs opened, facts signed, and receipts sent back.

use crate::TestRegister;
use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{GrantId, MemberId};
use domain::member::Role;
use exchange::sheet::{
    ACCOUNT_CHECK_FACT, APPROVAL_FACT, AccountCheckFact, ApprovalFact, CONFIRMATION_FACT, ConfirmationFact, GrantSheet, PAID, PAYMENT_FACT,
    PAYMENTS, PaidSheet, PaymentFact, PaymentSheet, RUN_FACT, RunFact, SEEN_FACT, SeenFact, UNDOING_FACT, UndoingFact,
};
use exchange::{Contents, Expected, Manifest, Opened, PackError, PackKind, Party, SignedFact};
use keys::{Keyring, VerifyingKey};
use store::Surroundings;
use usecases::payment_pack;
use uuid::Uuid;

/// A clerk, and the keys that only their own machine has.
pub struct Clerk {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their keys.
    pub keyring: Keyring,
}

/// A payment pack on a clerk's machine.
#[derive(Debug)]
pub struct PaymentPack {
    /// The pack as it was opened.
    pub opened: Opened,
    /// What it says.
    pub sheet: PaymentSheet,
}

/// A fact with its author.
pub type Said = (Uuid, SignedFact);

impl TestRegister {
    /// Adds a clerk of the LTO whose keys came on a card.
    #[must_use]
    pub fn with_clerk(self, name: &str) -> (Self, Clerk) {
        let (test, member, keyring) = self.with_card(name, Role::LtoClerk);
        (test, Clerk { member, name: name.to_owned(), keyring })
    }

    /// Makes a payment pack for clerks, and answers its bytes.
    pub fn payment_pack(&mut self, clerks: &[&Clerk]) -> Vec<u8> {
        let ids: Vec<MemberId> = clerks.iter().map(|clerk| clerk.member).collect();
        let staged = payment_pack::prepare(&self.open, &ids).unwrap().run(&self.outbox()).unwrap();
        std::fs::read(payment_pack::record(&mut self.open, staged).unwrap().value.path).unwrap()
    }

    /// Makes a payment pack for one clerk, and opens it at their machine.
    pub fn pays(&mut self, clerk: &Clerk) -> PaymentPack {
        let bytes = self.payment_pack(&[clerk]);
        clerk.open(&bytes, self.open.register().keyring().verifying_key(), self.clock.now()).unwrap()
    }
}

impl PaymentPack {
    /// One grant in it.
    pub fn grant(&self, id: GrantId) -> &GrantSheet {
        self.sheet.grants.iter().find(|grant| grant.grant_id == id.0).unwrap()
    }
}

impl Clerk {
    /// Opens a payment pack, from a sender whose key they confirmed.
    pub fn open(&self, bytes: &[u8], sender: &VerifyingKey, now: DateTime<Utc>) -> Result<PaymentPack, PackError> {
        let me = self.keyring.recipient();
        let known = |party: &Party| (party.verifying_key == sender.to_string()).then(|| sender.clone());
        let expected = Expected { me: &me, kind: PackKind::Payment, sender: &known, register: None, round: &|_| false, now };
        let opened = exchange::open(bytes, &self.keyring, &expected)?;
        let sheet = opened.contents.sheet(PAYMENTS)?;
        Ok(PaymentPack { opened, sheet })
    }

    /// Signs anything as a fact.
    pub fn sign<T: serde::Serialize>(&self, said: &T, comment: &str) -> Said {
        (self.member.0, SignedFact::sign(serde_json::to_string(said).unwrap(), &self.keyring, comment).unwrap())
    }

    /// Pays a grant into its account, for a run or for none.
    pub fn paid(&self, pack: &PaymentPack, grant: GrantId, amount_pence: i64, run_id: Option<Uuid>) -> Said {
        let sheet = pack.grant(grant);
        let fact = PaymentFact {
            fact: PAYMENT_FACT.into(),
            register_id: pack.opened.manifest.register_id,
            payment_id: usecases::SystemSurroundings.new_id(),
            grant_id: grant.0,
            account_id: sheet.accounts.last().map(|account| account.account_id),
            amount_pence,
            paid_on: pack.sheet.made_at.date_naive(),
            reference: sheet.reference.clone(),
            method: "bank-transfer".into(),
            run_id,
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        self.sign(&fact, PAYMENT_FACT)
    }

    /// Says that a payment came back.
    pub fn returned(&self, pack: &PaymentPack, payment: &Said) -> Said {
        let paid: PaymentFact = payment.1.read().unwrap();
        let fact = UndoingFact {
            fact: UNDOING_FACT.into(),
            register_id: paid.register_id,
            payment_id: paid.payment_id,
            way: "returned".into(),
            on: paid.paid_on,
            reason: "The account was closed".into(),
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        self.sign(&fact, UNDOING_FACT)
    }

    /// Finds a payment, or its return, on the statement.
    pub fn saw(&self, pack: &PaymentPack, payment: &Said, back: bool) -> Said {
        let paid: PaymentFact = payment.1.read().unwrap();
        let fact = SeenFact {
            fact: SEEN_FACT.into(),
            register_id: paid.register_id,
            payment_id: paid.payment_id,
            way: if back { "back" } else { "out" }.into(),
            seen_on: paid.paid_on,
            words: "FPO COMMUNITY CHEST".into(),
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        self.sign(&fact, SEEN_FACT)
    }

    /// Checks the account of a grant.
    pub fn checked(&self, pack: &PaymentPack, grant: GrantId, method: &str, checked_on: NaiveDate) -> Said {
        let fact = AccountCheckFact {
            fact: ACCOUNT_CHECK_FACT.into(),
            register_id: pack.opened.manifest.register_id,
            account_id: pack.grant(grant).accounts.last().unwrap().account_id,
            method: method.into(),
            checked_on,
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        self.sign(&fact, ACCOUNT_CHECK_FACT)
    }

    /// What the bank said about the name on the account of a grant.
    pub fn confirmed(&self, pack: &PaymentPack, grant: GrantId, outcome: &str) -> Said {
        let fact = ConfirmationFact {
            fact: CONFIRMATION_FACT.into(),
            register_id: pack.opened.manifest.register_id,
            account_id: pack.grant(grant).accounts.last().unwrap().account_id,
            outcome: outcome.into(),
            bank_name: "M Growers".into(),
            action: String::new(),
            seen_on: pack.sheet.made_at.date_naive(),
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        self.sign(&fact, CONFIRMATION_FACT)
    }

    /// Makes a run of one payment.
    pub fn run(&self, pack: &PaymentPack, grant: GrantId, amount_pence: i64) -> (Uuid, Said) {
        let sheet = pack.grant(grant);
        let run_id = usecases::SystemSurroundings.new_id();
        let fact = RunFact {
            fact: RUN_FACT.into(),
            register_id: pack.opened.manifest.register_id,
            run_id,
            payments: vec![(grant.0, sheet.accounts.last().map(|account| account.account_id), amount_pence, sheet.reference.clone())],
            pay_on: pack.sheet.made_at.date_naive(),
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        (run_id, self.sign(&fact, RUN_FACT))
    }

    /// Approves a run, exactly as it was signed.
    pub fn approves(&self, pack: &PaymentPack, run: &Said) -> Said {
        let fact = ApprovalFact {
            fact: APPROVAL_FACT.into(),
            register_id: pack.opened.manifest.register_id,
            run_fact: run.1.id(),
            approved: true,
            reason: String::new(),
            member_id: self.member.0,
            at: pack.sheet.made_at,
        };
        self.sign(&fact, APPROVAL_FACT)
    }

    /// Makes the receipt to a pack, with these facts.
    pub fn receipt(&self, pack: &PaymentPack, facts: &[&Said]) -> Vec<u8> {
        let of = &pack.opened.manifest;
        let me = Party::new(self.member.0, &self.name, &self.keyring.recipient(), self.keyring.verifying_key());
        let pack_id = usecases::SystemSurroundings.new_id();
        let mut manifest =
            Manifest::new(PackKind::Receipt, pack_id, of.register_id, &of.partnership, of.created, me, vec![of.from.clone()]);
        manifest.in_reply_to = Some(of.pack_id);
        let sheet = PaidSheet { for_pack: of.pack_id, clerk: self.member.0, facts: facts.iter().map(|fact| (*fact).clone()).collect() };
        let mut contents = Contents::default();
        contents.put_sheet(PAID, &sheet).unwrap();
        exchange::seal(manifest, &contents, &self.keyring, &[of.from.recipient.parse().unwrap()]).unwrap()
    }
}
