//! Words within one paragraph: plain and bold spans, with the ties a printer would make.

use std::borrow::Cow;

/// Some words in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) bold: bool,
}

/// The words of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inline(pub(crate) Vec<Span>);

impl Inline {
    /// Adds plain words.
    pub(crate) fn plain(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), false);
        self
    }

    /// Adds bold words.
    pub(crate) fn bold(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), true);
        self
    }

    /// Adds words, joining them to the last span when the weight is the same.
    pub(crate) fn push(&mut self, text: String, bold: bool) {
        match self.0.last_mut() {
            Some(last) if last.bold == bold => last.text.push_str(&text),
            _ => self.0.push(Span { text, bold }),
        }
    }

    /// The words without their weight.
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}

impl From<&String> for Inline {
    fn from(text: &String) -> Self {
        Self::default().plain(text.as_str())
    }
}

/// Ties a day to its month, the month to its year where the column is `wide` enough for all three, and a number to its noun.
/// Line ends and tabs become spaces.
///
/// The ties are no-break spaces. The writer turns them back into plain spaces for whoever copies the text.
/// Characters that force a direction are left out, so that nobody makes an amount look like another.
pub(crate) fn tie(text: &str, wide: bool) -> String {
    let mut tied = String::with_capacity(text.len() + 8);
    let leftwards = runs_leftwards(text);
    let mut word = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' | '\u{202a}'..='\u{202e}' => {}
            ' ' | '\n' | '\t' | '\u{2028}' | '\u{2029}' => {
                let next = characters.peek().copied().unwrap_or(' ');
                tied.push(if binds(&word, next) || (wide && MONTHS.contains(&word.as_str()) && next.is_ascii_digit()) {
                    '\u{a0}'
                } else {
                    ' '
                });
                word.clear();
            }
            '£' if leftwards => {
                // The sign stands before its figures there too.
                word.push('£');
                tied.push_str("\u{200e}£");
            }
            other => {
                word.push(other);
                tied.push(other);
            }
        }
    }
    tied
}

/// A character that only says in which direction words run. It is never drawn.
pub(crate) fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether some of the words run from right to left: Arabic letters, and those of its neighbours.
fn runs_leftwards(words: &str) -> bool {
    words.chars().any(|character| matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// A value that stands within a sentence. Words that run from right to left are kept apart from the sentence around
/// them: without it, the amount after a name in Urdu would stand before the name, with its pound sign behind it.
pub(crate) fn isolated(value: &str) -> Cow<'_, str> {
    if runs_leftwards(value) {
        let plain: String = value.chars().filter(|character| !is_bidi_control(*character)).collect();
        format!("\u{2068}{plain}\u{2069}").into()
    } else {
        value.into()
    }
}

/// The words as somebody typed them: without isolation, ties as plain spaces.
pub(crate) fn untied(words: &str) -> String {
    words
        .chars()
        .filter(|character| !is_bidi_control(*character))
        .map(|character| if character == '\u{a0}' { ' ' } else { character })
        .collect()
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn binds(word: &str, next: char) -> bool {
    let day = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = matches!(word, "clause" | "clauses" | "page" | "question" | "Question");
    (day && next.is_alphabetic()) || (numbered && next.is_ascii_digit()) || word == "Journal"
}

/// Splits what a person typed into paragraphs, without empty ones.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_tied_to_its_month() {
        assert_eq!(tie("by 9 February 2023", false), "by 9\u{a0}February 2023");
        assert_eq!(tie("see clause 3", false), "see clause\u{a0}3");
        assert_eq!(tie("1234 people\tcame\nin", false), "1234 people came in");
    }

    #[test]
    fn a_year_is_tied_to_its_month_where_there_is_room() {
        assert_eq!(tie("Friday 9 February 2023 or May 2024", true), "Friday 9\u{a0}February\u{a0}2023 or May\u{a0}2024");
        assert_eq!(tie("in May we met", true), "in May we met");
    }

    #[test]
    fn typed_text_loses_its_empty_lines() {
        let found: Vec<&str> = paragraphs("One\n\n  \r\n two \n").collect();
        assert_eq!(found, ["One", "two"]);
    }
}
