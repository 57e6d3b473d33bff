//! Two grants go from the decision to the line on the bank's statement, between the register and the LTO's desk.

use crate::paying::{Desks, go};

#[test]
fn two_grants_are_paid_at_the_lto_and_found_on_its_bank_statement() {
    go(&Desks::set("two_grants_are_paid_at_the_lto"));
}
