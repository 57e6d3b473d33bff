//! Amounts as spreadsheets and printed tables have them: a little more forgiving than a box, and flagged where it is.

use crate::Money;
use crate::money::MoneyProblem;

/// Words after an amount that make another amount of it. It is not guessed which.
const MULTIPLES: [&str; 8] = ["k", "m", "bn", "p", "hundred", "thousand", "million", "pence"];

/// Reads an amount of a table, and says whether it had to be tidied.
///
/// `£0,000`, `£00.00` and `£1,209, 500` are amounts. Letters after a pound amount are left out (`£88,000at`), unless they
/// make another amount of it (`£88k`). A dash is nothing. A comma stands before three digits, or it is no amount: `12,50`
/// may be twelve pounds and fifty pence.
pub fn amount(text: &str) -> Result<(Money, bool), MoneyProblem> {
    let text = text.trim();
    if matches!(text, "-" | "\u{2013}" | "\u{2014}" | "\u{2212}") {
        return Ok((Money::ZERO, true));
    }
    let figures = without_trailing_words(text);
    let money = Money::parse(figures)?;
    let bare: String = figures.chars().filter(|c| !c.is_whitespace()).collect();
    if !is_grouped(&bare) {
        return Err(MoneyProblem::NotAnAmount);
    }
    let leading_zeros = bare.trim_start_matches('£').starts_with("00") || bare.trim_start_matches('£').starts_with("0,");
    Ok((money, figures.len() != text.len() || bare.len() != text.len() || leading_zeros))
}

/// A pound amount without the words that ran into it.
fn without_trailing_words(text: &str) -> &str {
    if !text.starts_with('£') {
        return text;
    }
    let Some(at) = text.find(char::is_alphabetic) else { return text };
    let (figures, rest) = text.split_at(at);
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let has_figures = figures.bytes().any(|b| b.is_ascii_digit());
    let other_amount = MULTIPLES.contains(&word.to_lowercase().as_str()) || rest.contains(|c: char| c.is_ascii_digit() || c == '£');
    if has_figures && !other_amount { figures.trim_end() } else { text }
}

/// Whether every comma stands before just three digits of the pounds.
fn is_grouped(bare: &str) -> bool {
    let pounds = bare.split('.').next().unwrap_or_default();
    pounds.split(',').skip(1).all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
        && !bare.split('.').skip(1).any(|pence| pence.contains(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_traps_of_the_printed_plan_are_read_tidied_or_refused() {
        let pounds = |pounds: i64| Money::from_pence(pounds * 100);
        let cases = [
            // As they stand in the plan (§4.2, §10, §3.5).
            ("£0,000", Ok((Money::ZERO, true))),
            ("£00.00", Ok((Money::ZERO, true))),
            ("£1,209, 500", Ok((pounds(1_209_500), true))),
            ("£88,000at", Ok((pounds(88_000), true))),
            ("£88,000at end of each period", Ok((pounds(88_000), true))),
            ("£3,750", Ok((pounds(3_750), false))),
            // As spreadsheets have them.
            ("3750", Ok((pounds(3_750), false))),
            ("3750.5", Ok((Money::from_pence(375_050), false))),
            (" £1,250.00 ", Ok((pounds(1_250), false))),
            ("£ 1,250", Ok((pounds(1_250), true))),
            ("£0", Ok((Money::ZERO, false))),
            ("-", Ok((Money::ZERO, true))),
            ("–", Ok((Money::ZERO, true))),
            // Not to be guessed.
            ("", Err(MoneyProblem::Missing)),
            ("£88k", Err(MoneyProblem::NotAnAmount)),
            ("£1.2 million", Err(MoneyProblem::NotAnAmount)),
            ("£5 and £6", Err(MoneyProblem::NotAnAmount)),
            ("£5 of 10", Err(MoneyProblem::NotAnAmount)),
            ("88,000at", Err(MoneyProblem::NotAnAmount)),
            ("12 months", Err(MoneyProblem::NotAnAmount)),
            ("12,50", Err(MoneyProblem::NotAnAmount)),
            ("£1,2345", Err(MoneyProblem::NotAnAmount)),
            ("1.250,00", Err(MoneyProblem::TooManyDecimals)),
            ("(500)", Err(MoneyProblem::NotAnAmount)),
            ("-500", Err(MoneyProblem::Negative)),
            ("£", Err(MoneyProblem::Missing)),
        ];
        for (text, expected) in cases {
            assert_eq!(amount(text), expected, "{text:?}");
        }
    }
}
