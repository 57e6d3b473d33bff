//! The words of printed documents, as the partnership changed them: each version, never changed again; and those that a member
//! typed and did not save.

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

/// Words that a member typed and did not save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingDraftRow {
    /// The name of the document's wording.
    pub document: String,
    /// The words as typed, right or wrong.
    pub text: String,
    /// The version that was in force when the change was begun; 0 while there was none.
    pub version: u32,
    /// When they were typed last.
    pub kept_on: NaiveDate,
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

    /// The words that the member who is signed in typed and did not save.
    pub fn wording_drafts(&self) -> Result<Vec<WordingDraftRow>, StoreError> {
        self.all(sql!("wording/drafts_of_member"), named_params! { ":member_id": self.signed_in().as_bytes() }, |row| {
            Ok(WordingDraftRow {
                document: row.get("document")?,
                text: row.get("text")?,
                version: row.get("version")?,
                kept_on: read_date(row, "kept_on")?,
            })
        })
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

    /// Keeps what the member typed, over what they typed before.
    pub fn put_wording_draft(&mut self, document: &str, text: &str, version: u32) -> Result<(), StoreError> {
        self.run(
            sql!("wording/put_draft"),
            named_params! {
                ":member_id": self.signed_in().as_bytes(), ":document": document, ":text": text, ":version": version,
                ":kept_on": self.today().to_string(),
            },
        )?;
        Ok(())
    }

    /// Lets go of what the member typed, if they typed anything.
    pub fn delete_wording_draft(&mut self, document: &str) -> Result<(), StoreError> {
        self.run(sql!("wording/delete_draft"), named_params! { ":member_id": self.signed_in().as_bytes(), ":document": document })?;
        Ok(())
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
    use crate::{Register, StoreError, WordingDraftRow, WriteTx};

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

    fn typed(register: &mut Register, work: impl FnOnce(&mut WriteTx<'_>) -> Result<(), StoreError>) -> Result<(), StoreError> {
        register.change(|tx| work(tx).map(|()| ((), event("wordingDraftKept")))).map(|changed| changed.value)
    }

    #[test]
    fn what_was_typed_is_kept_once_for_each_document_and_the_last_state_wins() {
        let (_place, mut register) = Place::new();
        typed(&mut register, |tx| tx.put_wording_draft("agreement", "[a] On", 0)).unwrap();
        typed(&mut register, |tx| tx.put_wording_draft("agreement", "", 2)).unwrap();
        typed(&mut register, |tx| tx.put_wording_draft("agenda", "[b] {half", 1)).unwrap();
        let drafts = |register: &Register| register.read(|tx| Ok::<_, StoreError>((tx.wording_drafts()?, tx.today()))).unwrap();
        let (kept, kept_on) = drafts(&register);
        let row = |document: &str, text: &str, version| WordingDraftRow { document: document.into(), text: text.into(), version, kept_on };
        let (agenda, agreement) = (row("agenda", "[b] {half", 1), row("agreement", "", 2));
        assert_eq!(kept, [agenda.clone(), agreement]);
        typed(&mut register, |tx| tx.delete_wording_draft("agreement")).unwrap();
        typed(&mut register, |tx| tx.delete_wording_draft("agreement")).unwrap();
        assert_eq!(drafts(&register).0, [agenda]);
    }
}
