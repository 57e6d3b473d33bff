//! A round of review goes out to two homes and comes back, with what each may not see.

use crate::review::{Tables, go};

#[test]
fn a_review_goes_out_to_two_homes_and_comes_back_with_what_each_may_not_see() {
    go(&Tables::set("a_review_goes_out_to_two_homes"));
}
