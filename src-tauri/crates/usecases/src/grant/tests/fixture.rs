//! A real encrypted register with a day that can be moved, and groups that go through it.

use crate::grant::{self, NewAccount, NewSignature, TypedFeedback, TypedPayment, TypedReceipt, TypedSentBack, TypedUndoing};
use crate::interest::tests::place::figures;
use crate::{Case, Changed, Open, Passphrase, Result, Surroundings, SystemSurroundings, application, decision, register};
use chrono::{DateTime, Months, NaiveDate, Utc};
use domain::Money;
use domain::application::{Contact, TypedCostLine};
use domain::date::TypedDate;
use domain::decision::{Body, Instalment, NewDecision, Outcome, Terms};
use domain::grant::Grant;
use domain::id::{ApplicationId, CostLineId, GrantId, PaymentId, ReceiptId};
use domain::member::Role;
use domain::payee::CheckMethod;
use domain::payment::{Method, Undoing};
use domain::signature::Party;
use keys::KdfCost;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use store::{Head, NewVault, Register};
use tempfile::TempDir;
use uuid::Uuid;

/// The computer's ids and randomness, and a day that a test moves.
pub(crate) struct Day(Mutex<NaiveDate>);

impl Day {
    pub(crate) fn set(&self, on: NaiveDate) {
        *self.0.lock().unwrap() = on;
    }
}

impl Surroundings for Day {
    fn now(&self) -> DateTime<Utc> {
        self.0.lock().unwrap().and_hms_opt(10, 0, 0).unwrap().and_utc()
    }

    fn new_id(&self) -> Uuid {
        SystemSurroundings.new_id()
    }

    fn random(&self, bytes: &mut [u8]) {
        SystemSurroundings.random(bytes);
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A date as somebody types it.
pub(crate) fn on(text: &str) -> TypedDate {
    TypedDate::from_date(day(text))
}

pub(crate) fn pounds(pounds: i64) -> Money {
    Money::from_pence(pounds * 100)
}

pub(crate) fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

/// A register in a folder of its own, with somebody at it.
pub(crate) struct Place {
    pub(crate) day: Arc<Day>,
    pub(crate) open: Open,
    folder: PathBuf,
    co_ordinator: Uuid,
    clerk: Uuid,
    _home: TempDir,
}

/// One group with its grant and its cost lines.
#[derive(Clone)]
pub(crate) struct Group {
    pub(crate) application: ApplicationId,
    pub(crate) grant: GrantId,
    pub(crate) costs: Vec<CostLineId>,
}

impl Place {
    /// A register on 17 January 2023, with a co-ordinator at it and a vault for the LTO's clerk.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let day = Arc::new(Day(Mutex::new(day("2023-01-17"))));
        let world = Arc::clone(&day) as Arc<dyn Surroundings>;
        let (open, _) =
            register::create(home.path(), "Allenton Big Local", "Joan Pelham", &words(), KdfCost::for_tests(), Arc::clone(&world)).unwrap();
        let (folder, co_ordinator, clerk) = (open.register().folder().to_owned(), open.member().id.0, SystemSurroundings.new_id());
        open.close().unwrap();
        let mut register = Register::unlock(&folder, co_ordinator, &words(), Arc::clone(&world)).unwrap();
        let vault = NewVault {
            member_id: clerk,
            name: "Anita Joyce",
            role: Role::LtoClerk.code(),
            passphrase: &words(),
            cost: KdfCost::for_tests(),
        };
        register.add_vault(&vault).unwrap();
        drop(register);
        let open = register::open(&folder, co_ordinator, &words(), world).unwrap();
        Self { day, open, folder, co_ordinator, clerk, _home: home }
    }

    /// The same register, with the LTO's clerk at it.
    pub(crate) fn for_the_clerk(self) -> Self {
        let clerk = self.clerk;
        self.sits_down(clerk)
    }

    /// The same register, with the co-ordinator at it again.
    pub(crate) fn for_the_co_ordinator(self) -> Self {
        let co_ordinator = self.co_ordinator;
        self.sits_down(co_ordinator)
    }

    fn sits_down(self, member: Uuid) -> Self {
        self.open.close().unwrap();
        let open = register::open(&self.folder, member, &words(), Arc::clone(&self.day) as Arc<dyn Surroundings>).unwrap();
        Self { open, ..self }
    }

    /// The end of the journal: the same before and after what was refused.
    pub(crate) fn head(&self) -> Head {
        self.open.register().head().unwrap()
    }

    pub(crate) fn case(&self, group: &Group) -> &Case {
        self.open.case(group.application).unwrap()
    }

    pub(crate) fn facts(&self, group: &Group) -> &Grant {
        &self.case(group).grant.as_ref().unwrap().grant
    }

    /// A received application for so many pounds, in two cost lines.
    pub(crate) fn received(&mut self, name: &str, asked: i64) -> ApplicationId {
        let id = application::start(&mut self.open).unwrap().value;
        let mut typed = self.open.case(id).unwrap().on_screen().unwrap();
        name.clone_into(&mut typed.cover.group_name);
        "Raised beds and soil".clone_into(&mut typed.cover.summary);
        typed.cover.contacts = vec![Contact { name: "Win Barlow".into(), phone: "01632 960 117".into(), ..Contact::default() }];
        typed.received_on = on("2022-06-20");
        for (what, amount) in [("Timber", asked - 20), ("Soil", 20)] {
            let id = CostLineId(SystemSurroundings.new_id());
            typed.costs.push(TypedCostLine { id, what: what.into(), amount: amount.to_string() });
        }
        typed.asked = asked.to_string();
        for answer in &mut typed.answers {
            "We want a quiet corner with growing plants for young people.".clone_into(&mut answer.text);
        }
        application::save_typing(&mut self.open, id, 0, &typed).unwrap();
        application::receive(&mut self.open, id).unwrap();
        id
    }

    /// An application that was approved on 21 July 2022 and ends on 30 November; the group has not been told.
    pub(crate) fn approved(&mut self, name: &str, amount: i64, parts: &[i64]) -> Group {
        let application = self.received(name, amount);
        self.approve(application, amount, parts).unwrap()
    }

    /// Approves a received application for so many pounds.
    pub(crate) fn approve(&mut self, application: ApplicationId, amount: i64, parts: &[i64]) -> Result<Group> {
        let instalments =
            parts.iter().map(|part| Instalment { when: "when a part is done".into(), amount: pounds(*part) }).collect::<Vec<_>>();
        let new = NewDecision {
            outcome: Outcome::Approved { amount: pounds(amount) },
            decided_on: day("2022-07-21"),
            body: Body::Partnership,
            decided_by: "The partnership meeting".into(),
            conditions: vec!["Keep the tools in the Community Hub.".into()],
            terms: Some(Terms { ends_on: day("2022-11-30"), return_by: Some(day("2022-08-15")), instalments }),
        };
        let grant = decision::record(&mut self.open, application, &new, &figures())?.value.grant_id.unwrap();
        let costs = self.open.case(application).unwrap().content().unwrap().costs.iter().map(|line| line.id).collect();
        Ok(Group { application, grant, costs })
    }

    /// As `approved`, and the group was told on the day after.
    pub(crate) fn told(&mut self, name: &str, amount: i64, parts: &[i64]) -> Group {
        let group = self.approved(name, amount, parts);
        decision::issue(&mut self.open, group.application, day("2022-07-22"), "By letter").unwrap();
        group
    }

    /// As `told`, signed by both on 1 August 2022, with an account that was seen on a statement.
    pub(crate) fn ready(&mut self, name: &str, amount: i64, parts: &[i64]) -> Group {
        let group = self.approved(name, amount, parts);
        self.make_ready(&group);
        group
    }

    /// Tells the group, and has everything signed and checked.
    pub(crate) fn make_ready(&mut self, group: &Group) {
        decision::issue(&mut self.open, group.application, day("2022-07-22"), "By letter").unwrap();
        grant::meet_condition(&mut self.open, group.grant, 0, &on("2022-07-25"), "Seen at the hub").unwrap();
        self.sign(group, Party::Group, "Win Barlow", "2022-07-30").unwrap();
        self.sign(group, Party::Partnership, "Marcia Lowe", "2022-08-01").unwrap();
        self.account(group, "00012345").unwrap();
        self.check(group, CheckMethod::StatementSeen).unwrap();
    }

    pub(crate) fn sign(&mut self, group: &Group, party: Party, name: &str, signed_on: &str) -> Result<Changed<()>> {
        let new = NewSignature { party, name: name.into(), position: String::new(), signed_on: on(signed_on), scan: None };
        grant::record_signature(&mut self.open, group.grant, &new)
    }

    pub(crate) fn account(&mut self, group: &Group, number: &str) -> Result<()> {
        let new = NewAccount { account_name: "Merrybank Growers".into(), sort_code: "08-99-99".into(), account_number: number.into() };
        grant::record_account(&mut self.open, group.grant, &new).map(drop)
    }

    pub(crate) fn check(&mut self, group: &Group, method: CheckMethod) -> Result<Changed<()>> {
        let today = TypedDate::from_date(self.open.today());
        grant::check_account(&mut self.open, group.grant, method, &today)
    }

    pub(crate) fn pay(&mut self, group: &Group, amount: &str, paid_on: &str) -> Result<PaymentId> {
        let typed = TypedPayment { amount: amount.into(), paid_on: on(paid_on), reference: "CC".into(), method: Method::BankTransfer };
        grant::record_payment(&mut self.open, group.grant, &typed).map(|changed| changed.value)
    }

    pub(crate) fn undo(&mut self, payment: PaymentId, way: Undoing, undone_on: &str) -> Result<Changed<()>> {
        grant::undo_payment(&mut self.open, payment, &TypedUndoing { way, on: on(undone_on), reason: "The account was closed".into() })
    }

    pub(crate) fn feedback(&mut self, group: &Group, received_on: &str) -> Result<Changed<()>> {
        let typed = TypedFeedback { received_on: on(received_on), how_much: "Six beds".into(), ..TypedFeedback::default() };
        grant::record_feedback(&mut self.open, group.grant, &typed)
    }

    pub(crate) fn receipt(&mut self, group: &Group, amount: &str, accepted: &str, spent_on: &str) -> Result<ReceiptId> {
        let typed = TypedReceipt {
            cost_line: group.costs[0],
            amount: amount.into(),
            accepted: accepted.into(),
            spent_on: on(spent_on),
            what: "Timber".into(),
            scan: None,
        };
        grant::record_receipt(&mut self.open, group.grant, &typed).map(|changed| changed.value)
    }

    pub(crate) fn sent_back(&mut self, group: &Group, amount: &str) -> Result<Changed<()>> {
        let typed = TypedSentBack { amount: amount.into(), on: on("2023-01-10"), reference: "Merrybank".into() };
        grant::record_sent_back(&mut self.open, group.grant, &typed)
    }

    pub(crate) fn close(&mut self, group: &Group, let_go: &str) -> Result<Changed<()>> {
        let today = TypedDate::from_date(self.open.today());
        grant::close(&mut self.open, group.grant, &today, let_go)
    }
}

/// A day so many months after the fixture's own.
pub(crate) fn later(months: u32) -> NaiveDate {
    day("2023-01-17").checked_add_months(Months::new(months)).unwrap()
}
