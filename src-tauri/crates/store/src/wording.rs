//! The words of printed documents, as the partnership changed them: each version, never changed again.

use crate::row::{instant, read_date, read_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A version of the words of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingRow {
    /// The name of its wording, such as `agreement`.
    pub document: String,
    /// From 1.
    pub version: u32,
    /// The words; none when those that come with the program were put back.
    pub text: Option<String>,
    /// When it was made.
    pub made_on: NaiveDate,
    /// By whom.
    pub made_by: Uuid,
}

impl ReadTx<'_> {
    /// The latest version of every document whose words were ever changed.
    pub fn wordings_in_force(&self) -> Result<Vec<WordingRow>, StoreError> {
        self.all(sql!("wording/in_force"), [], read_wording)
    }

    /// Every version of the words of a document, oldest first.
    pub fn wordings_of(&self, document: &str) -> Result<Vec<WordingRow>, StoreError> {
        self.all(sql!("wording/of_document"), named_params! { ":document": document }, read_wording)
    }
}

impl WriteTx<'_> {
    /// Keeps words as the version after `former`; 0 while there is none. Refused when another was made in the meantime.
    pub fn insert_wording(&mut self, document: &str, former: u32, text: Option<&str>) -> Result<u32, StoreError> {
        let found = self.wordings_of(document)?.last().map_or(0, |row| row.version);
        if found != former {
            return Err(StoreError::Conflict { what: "wording", id: Uuid::nil(), expected: former.into(), found: found.into() });
        }
        let version = former.saturating_add(1);
        self.run(
            sql!("wording/insert"),
            named_params! {
                ":document": document, ":version": version, ":text": text, ":made_on": self.today().to_string(),
                ":recorded_at": instant(self.now()), ":made_by": self.signed_in().as_bytes(),
            },
        )?;
        Ok(version)
    }
}

fn read_wording(row: &Row<'_>) -> Result<WordingRow, StoreError> {
    Ok(WordingRow {
        document: row.get("document")?,
        version: row.get("version")?,
        text: row.get("text")?,
        made_on: read_date(row, "made_on")?,
        made_by: read_id(row, "made_by")?,
    })
}

#[cfg(test)]
mod tests {
    use crate::common::{Place, event};
    use crate::{Register, StoreError};

    fn save(register: &mut Register, former: u32, text: Option<&str>) -> Result<u32, StoreError> {
        register.change(|tx| Ok((tx.insert_wording("agreement", former, text)?, event("wordingChanged")))).map(|changed| changed.value)
    }

    #[test]
    fn versions_follow_one_another_and_none_is_lost() {
        let (_place, mut register) = Place::new();
        assert_eq!(save(&mut register, 0, Some("[a] One")).unwrap(), 1);
        assert!(matches!(save(&mut register, 0, Some("[a] Two")), Err(StoreError::Conflict { expected: 0, found: 1, .. })));
        assert_eq!(save(&mut register, 1, None).unwrap(), 2);
        let (all, now) = register.read(|tx| Ok::<_, StoreError>((tx.wordings_of("agreement")?, tx.wordings_in_force()?))).unwrap();
        let texts: Vec<_> = all.iter().map(|row| (row.version, row.text.as_deref())).collect();
        assert_eq!(texts, [(1, Some("[a] One")), (2, None)]);
        assert_eq!(now, all[1..]);
        assert!(save(&mut register, 2, Some("  ")).is_err(), "words without a letter are no words");
    }

    #[test]
    fn no_version_is_ever_changed_or_taken_away() {
        let (_place, mut register) = Place::new();
        save(&mut register, 0, Some("[a] One")).unwrap();
        for statement in ["UPDATE wording SET text = '[a] Other'", "DELETE FROM wording"] {
            let refused = register.writer().execute(statement, []).unwrap_err().to_string();
            assert!(refused.contains("a fact cannot be changed"), "{refused}");
        }
    }
}
