//! Words within one paragraph: plain and bold spans, with the ties a printer would make.

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

/// Ties a day to its month and a number to its noun, and turns line ends and tabs into spaces.
///
/// The ties are no-break spaces. The writer turns them back into plain spaces for whoever copies the text.
pub(crate) fn tie(text: &str) -> String {
    let mut tied = String::with_capacity(text.len() + 8);
    let mut word = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {}
            ' ' | '\n' | '\t' | '\u{2028}' | '\u{2029}' => {
                let next = characters.peek().copied().unwrap_or(' ');
                tied.push(if binds(&word, next) { '\u{a0}' } else { ' ' });
                word.clear();
            }
            other => {
                word.push(other);
                tied.push(other);
            }
        }
    }
    tied
}

fn binds(word: &str, next: char) -> bool {
    let day = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = matches!(word, "clause" | "clauses" | "page" | "question" | "Question");
    (day && next.is_alphabetic()) || (numbered && next.is_ascii_digit())
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
        assert_eq!(tie("by 9 February 2023"), "by 9\u{a0}February 2023");
        assert_eq!(tie("see clause 3"), "see clause\u{a0}3");
        assert_eq!(tie("1234 people\tcame\nin"), "1234 people came in");
    }

    #[test]
    fn typed_text_loses_its_empty_lines() {
        let found: Vec<&str> = paragraphs("One\n\n  \r\n two \n").collect();
        assert_eq!(found, ["One", "two"]);
    }
}
