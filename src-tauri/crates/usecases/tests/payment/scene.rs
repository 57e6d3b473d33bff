//! A register with grants that may be paid, and the LTO's clerks.

use domain::grant::Grant;
use domain::id::{ApplicationId, GrantId};
use testkit::payment::{Clerk, PaymentPack, Said};
use testkit::{Stage, TestRegister};
use usecases::payment_pack::{self, Receipt};
use usecases::payment_settings::{self, TypedSettings};
use usecases::{Error, grant};

/// What an application of the tests asks for, in pence.
pub(crate) const ALL: i64 = 10_000;

pub(crate) struct Scene {
    pub(crate) test: TestRegister,
    pub(crate) anita: Clerk,
    pub(crate) ben: Clerk,
    pub(crate) one: GrantId,
    pub(crate) two: GrantId,
}

impl Scene {
    /// Two grants with every check done, and two clerks.
    pub(crate) fn new() -> Self {
        let (test, anita) = TestRegister::new().with_clerk("Anita Joyce");
        let (mut test, ben) = test.with_clerk("Ben Croft");
        let [one, two] = ["Merrybank Growers", "Poppyfield Lunch Club"].map(|group| test.add(group, Stage::Checked));
        let (one, two) = (test.grant_of(one), test.grant_of(two));
        Self { test, anita, ben, one, two }
    }

    /// Asks for two people from now on.
    pub(crate) fn asks_for_two(&mut self) {
        let typed = TypedSettings { lto: "Allenton CVS".into(), two_people: true, erase_after_days: "90".into(), lto_share: "5".into() };
        payment_settings::save(&mut self.test.open, &typed).unwrap();
    }

    pub(crate) fn facts(&self, id: GrantId) -> &Grant {
        &self.test.open.case_of_grant(id).unwrap().grant.as_ref().unwrap().grant
    }

    pub(crate) fn sees(&self, bytes: &[u8]) -> Receipt {
        payment_pack::inspect(&self.test.open, bytes).unwrap().unwrap()
    }

    pub(crate) fn takes_in(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        payment_pack::take_in(&mut self.test.open, bytes).map(|changed| changed.value)
    }

    /// Changes the account of a grant.
    pub(crate) fn changes_account(&mut self, id: GrantId) {
        let new = grant::NewAccount { account_name: "Elsewhere".into(), sort_code: "088888".into(), account_number: "00654321".into() };
        grant::record_account(&mut self.test.open, id, &new).unwrap();
    }

    pub(crate) fn application(&self, id: GrantId) -> ApplicationId {
        self.test.open.case_of_grant(id).unwrap().id()
    }
}

/// A receipt with one payment of one grant.
pub(crate) fn pays(clerk: &Clerk, pack: &PaymentPack, grant: GrantId) -> (Said, Vec<u8>) {
    let paid = clerk.paid(pack, grant, ALL, None);
    let bytes = clerk.receipt(pack, &[&paid]);
    (paid, bytes)
}
