//! The check itself: the rows of a sort code, their exceptions, and how two of them go together.

use super::Outcome;
use super::table::{Method, Rule, Tables};

/// The six digits of the sort code and the eight of the account, in order: `u v w x y z a b c d e f g h`.
type Digits = [i32; 14];

const A: usize = 6;
const B: usize = 7;
const C: usize = 8;
const G: usize = 12;
const H: usize = 13;

/// Exception 2: the weights when `a` is not 0 and `g` is not 9, and when `g` is 9.
const SECOND: [i32; 14] = [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1];
const SECOND_NINE: [i32; 14] = [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1];
/// The sort codes that exceptions 8 and 9 put in place of the account's own.
const EIGHTH: &str = "090126";
const NINTH: &str = "309634";

impl Tables {
    /// Whether the digits fit. A short account number must have been filled with zeros on the left.
    pub fn check(&self, sort_code: &str, account_number: &str) -> Outcome {
        let (Some(code), Some(digits)) = (number(sort_code, 6), digits(sort_code, account_number)) else { return Outcome::BadNumbers };
        let rows: Vec<&Rule> = self.rules.iter().filter(|rule| (rule.first..=rule.last).contains(&code)).take(2).collect();
        let passes = match rows.as_slice() {
            [] => return Outcome::NoRule,
            [one] => self.row(one, sort_code, digits),
            [first, second, ..] => {
                let passed = self.row(first, sort_code, digits);
                match (first.exception, second.exception) {
                    // Either will do.
                    (2, 9) | (10, 11) | (12, 13) => passed || self.row(second, sort_code, digits),
                    // The second is not asked.
                    (_, 3) if matches!(digits[C], 6 | 9) => passed,
                    _ => passed && self.row(second, sort_code, digits),
                }
            }
        };
        if passes { Outcome::Passes } else { Outcome::Fails }
    }

    fn row(&self, rule: &Rule, sort_code: &str, own: Digits) -> bool {
        let substitute = match rule.exception {
            5 => self.substitutions.get(sort_code).map(String::as_str),
            8 => Some(EIGHTH),
            9 => Some(NINTH),
            _ => None,
        };
        let digits = substitute.map_or(own, |code| with_code(own, code));
        let weights = weights(rule, &digits);
        let rest = |digits: &Digits| remainder(rule, &weights, digits);
        match (rule.exception, rule.method) {
            (4, _) => rest(&digits) == digits[G].saturating_mul(10).saturating_add(digits[H]),
            (5, Method::Mod11) => match rest(&digits) {
                0 => digits[G] == 0,
                1 => false,
                left => left.saturating_add(digits[G]) == 11,
            },
            (5, _) => match rest(&digits) {
                0 => digits[H] == 0,
                left => left.saturating_add(digits[H]) == 10,
            },
            // A foreign currency account: nothing can be said, and it is presumed to be right.
            (6, _) if (4..=8).contains(&digits[A]) && digits[G] == digits[H] => true,
            (14, _) => rest(&digits) == 0 || (matches!(digits[H], 0 | 1 | 9) && rest(&shifted(digits)) == 0),
            _ => rest(&digits) == 0,
        }
    }
}

/// The weights of a row, as its exception changes them for these digits.
fn weights(rule: &Rule, digits: &Digits) -> [i32; 14] {
    let without_code_and_ab = || {
        let mut weights = rule.weights;
        weights.iter_mut().take(C).for_each(|weight| *weight = 0);
        weights
    };
    match rule.exception {
        2 if digits[A] != 0 && digits[G] == 9 => SECOND_NINE,
        2 if digits[A] != 0 => SECOND,
        7 if digits[G] == 9 => without_code_and_ab(),
        10 if matches!((digits[A], digits[B]), (0 | 9, 9)) && digits[G] == 9 => without_code_and_ab(),
        _ => rule.weights,
    }
}

fn remainder(rule: &Rule, weights: &[i32; 14], digits: &Digits) -> i32 {
    let products = weights.iter().zip(digits).map(|(weight, digit)| weight.saturating_mul(*digit));
    match rule.method {
        Method::Mod10 => products.sum::<i32>().rem_euclid(10),
        Method::Mod11 => products.sum::<i32>().rem_euclid(11),
        Method::DoubleAlternate => {
            let sum: i32 = products.map(digit_sum).sum();
            sum.saturating_add(if rule.exception == 1 { 27 } else { 0 }).rem_euclid(10)
        }
    }
}

fn digit_sum(mut product: i32) -> i32 {
    let mut sum = 0;
    product = product.abs();
    while product > 0 {
        sum = product.rem_euclid(10).saturating_add(sum);
        product = product.div_euclid(10);
    }
    sum
}

/// Exception 14: the last digit goes, and a 0 comes in front.
fn shifted(digits: Digits) -> Digits {
    let mut moved = digits;
    moved.copy_within(A..H, B);
    moved[A] = 0;
    moved
}

fn with_code(mut digits: Digits, code: &str) -> Digits {
    for (digit, byte) in digits.iter_mut().take(A).zip(code.bytes()) {
        *digit = i32::from(byte.saturating_sub(b'0'));
    }
    digits
}

fn digits(sort_code: &str, account_number: &str) -> Option<Digits> {
    number(account_number, 8)?;
    let mut digits = [0; 14];
    for (digit, byte) in digits.iter_mut().zip(sort_code.bytes().chain(account_number.bytes())) {
        *digit = i32::from(byte.saturating_sub(b'0'));
    }
    Some(digits)
}

fn number(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
