//! References: `CC-2022-007`, given once on receipt and never used again.

use std::fmt;

/// The name of an application on paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The fund's prefix, `CC`.
    pub prefix: String,
    /// The year in which the form was received.
    pub year: i32,
    /// Counts from 1 in each year.
    pub number: u32,
}

impl Reference {
    /// The next reference of a year, after the highest that was given in it.
    pub fn next(prefix: &str, year: i32, highest: Option<u32>) -> Self {
        Self { prefix: prefix.to_owned(), year, number: highest.unwrap_or(0).saturating_add(1) }
    }

    /// Reads `CC-2022-007`, in any case and with or without leading zeros.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().rsplitn(3, '-');
        let number = parts.next()?.parse().ok()?;
        let year = parts.next()?.parse().ok()?;
        let prefix = parts.next()?.to_uppercase();
        (!prefix.is_empty()).then_some(Self { prefix, year, number })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:03}", self.prefix, self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_count_up_in_their_year() {
        assert_eq!(Reference::next("CC", 2022, None).to_string(), "CC-2022-001");
        assert_eq!(Reference::next("CC", 2022, Some(6)).to_string(), "CC-2022-007");
        assert_eq!(Reference::next("CC", 2022, Some(999)).to_string(), "CC-2022-1000");
    }

    #[test]
    fn a_reference_reads_back() {
        let reference = Reference::next("CC", 2022, Some(6));
        assert_eq!(Reference::parse(&reference.to_string()), Some(reference.clone()));
        assert_eq!(Reference::parse(" cc-2022-7 "), Some(reference));
        for bad in ["", "CC", "CC-2022", "-2022-7", "CC-x-7"] {
            assert_eq!(Reference::parse(bad), None, "{bad}");
        }
    }
}
