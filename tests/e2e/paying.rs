//! Payments at two desks: the register's, and the clerk's at the LTO, which has no register. By keyboard alone. The test
//! and the walk share it.

mod bank;
mod clerk;
mod grant;
mod keys;
mod pack;

use std::path::{Path, PathBuf};

use journeys::window::Window;

use crate::round::look;

/// The LTO's clerk, who is not in the sample.
const CLERK: &str = "Nadia Frost";
/// Everybody in the sample has this one.
const SAMPLE_PASSPHRASE: &str = "garden kettle ribbon thimble lantern";

/// A grant of this journey.
struct Paid {
    group: &'static str,
    /// What was granted, as it is written.
    amount: &'static str,
    /// What it is for, where only part of what was asked is granted.
    part: Option<&'static str>,
    sort_code: &'static str,
    account: &'static str,
    /// What the bank statement says.
    reference: &'static str,
}

/// The account of this group is changed after it was checked.
const OWLS: Paid = Paid {
    group: "Night Owls Homework Club",
    amount: "385.00",
    part: None,
    sort_code: "09-99-98",
    account: "00661234",
    reference: "NIGHT OWLS JAN",
};
/// The payment to this group comes back.
const TABLE: Paid = Paid {
    group: "Kingfisher Kitchen Table",
    amount: "140.00",
    part: Some("The food for the first evenings"),
    sort_code: "09-99-97",
    account: "00123408",
    reference: "KINGFISHER JAN",
};
/// The reference of the payment that goes out again.
const AGAIN: &str = "KINGFISHER TWO";
/// The account that Night Owls wrote about later.
const NEW_ACCOUNT: &str = "00667789";
/// Digits of accounts: none of them may stand on a disk in the clear.
const NUMBERS: [&str; 3] = ["00661234", NEW_ACCOUNT, "00123408"];

/// Two programs in two homes.
pub(crate) struct Desks {
    /// The register: Joan Pelham.
    pub(crate) register: Window,
    /// Nadia Frost's, at the LTO.
    clerk: Window,
}

impl Desks {
    /// Opens both of the journey with this name.
    pub(crate) fn set(journey: &str) -> Self {
        let open = |who: &str| Window::open(&format!("{journey}-{who}"), "2023-01-17");
        Self { register: open("register"), clerk: open("clerk") }
    }
}

/// Goes all the way.
pub(crate) fn go(desks: &Desks) {
    let Desks { register, clerk } = desks;
    crate::round::open_sample(register);
    clerk.take_over_album(register);
    let nadia = keys::make(clerk);
    register.take_over_album(clerk);
    let fingerprint = keys::take_in(register, &nadia);
    for paid in [&OWLS, &TABLE] {
        grant::decide(register, paid);
        grant::sign(register, paid);
        grant::account(register, paid);
    }
    grant::change_account(register, &OWLS);
    let sent = pack::send(register);

    clerk.take_over_album(register);
    clerk.restart();
    nadia.unlock(clerk);
    clerk::open_pack(clerk, &sent, &fingerprint);
    clerk::pay(clerk);
    assert_no_numbers(clerk);
    clerk.restart();
    nadia.unlock(clerk);
    bank::first_statement(clerk);
    clerk::pay_again(clerk);
    clerk.restart();
    nadia.unlock(clerk);
    bank::second_statement(clerk);
    let receipt = clerk::send_back(clerk);
    assert_no_numbers(clerk);

    register.take_over_album(clerk);
    register.restart();
    unlock(register);
    pack::bring_in(register, &receipt);
    pack::reconciled(register);
    assert_no_numbers(register);
}

/// From the door of the register to Home.
pub(crate) fn unlock(window: &Window) {
    window.see("heading", "Unlock the register");
    window.choose("Joan Pelham…");
    window.fill("Joan’s passphrase", SAMPLE_PASSPHRASE);
    window.press("Enter");
    window.see("heading", "Good…");
}

/// A file carried from one home to another.
fn carry(file: &Path, to: &Window) -> PathBuf {
    let bytes = std::fs::read(file).expect("a file to carry");
    to.put_file(&file.file_name().expect("a name").to_string_lossy(), &bytes)
}

/// No account stands in a file of this home in the clear.
#[track_caller]
fn assert_no_numbers(window: &Window) {
    for number in NUMBERS {
        assert_eq!(window.files_with(number), Vec::<PathBuf>::new(), "{number}");
    }
}
