//! The papers that were issued: what they are about, by whom, and the sealed copy of those about an application.

use crate::row::{instant, read_date, read_id, read_optional_date, read_optional_id};
use crate::sql::sql;
use crate::{ReadTx, StoreError, WriteTx};
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueRow {
    /// Its id.
    pub issue_id: Uuid,
    /// The code at the foot of its pages: `7KQX-M2PD-9RTA`.
    pub code: String,
    /// Which document.
    pub kind: String,
    /// The application, grant, meeting or member it is about.
    pub subject: Option<Uuid>,
    /// The day it is about.
    pub day: Option<NaiveDate>,
    /// The application whose case it belongs to.
    pub application_id: Option<Uuid>,
    /// Whether its letters are large.
    pub large: bool,
    /// How many pages.
    pub pages: u16,
    /// The version of its words; 0 for those that come with the program.
    pub wording_version: u32,
    /// When.
    pub issued_on: NaiveDate,
    /// By whom.
    pub issued_by: Uuid,
    /// The blob of its sealed pages, of a paper about an application.
    pub copy: Option<Uuid>,
}

impl ReadTx<'_> {
    /// A paper.
    pub fn issue(&self, issue_id: Uuid) -> Result<Option<IssueRow>, StoreError> {
        self.one(sql!("issue/get"), named_params! { ":issue_id": issue_id.as_bytes() }, read_issue)
    }

    /// The paper with a code.
    pub fn issue_by_code(&self, code: &str) -> Result<Option<IssueRow>, StoreError> {
        self.one(sql!("issue/by_code"), named_params! { ":code": code }, read_issue)
    }

    /// The papers about an application and its grant, oldest first.
    pub fn issues_of_application(&self, application_id: Uuid) -> Result<Vec<IssueRow>, StoreError> {
        self.all(sql!("issue/of_application"), named_params! { ":application_id": application_id.as_bytes() }, read_issue)
    }
}

impl WriteTx<'_> {
    /// Records that a paper was issued.
    pub fn insert_issue(&mut self, new: &IssueRow) -> Result<(), StoreError> {
        self.run(
            sql!("issue/insert"),
            named_params! {
                ":issue_id": new.issue_id.as_bytes(), ":code": new.code, ":kind": new.kind,
                ":subject": new.subject.as_ref().map(Uuid::as_bytes), ":day": new.day.map(|day| day.to_string()),
                ":application_id": new.application_id.as_ref().map(Uuid::as_bytes), ":size": if new.large { "large" } else { "standard" },
                ":pages": new.pages, ":wording_version": new.wording_version, ":issued_on": new.issued_on.to_string(),
                ":recorded_at": instant(self.now()), ":issued_by": new.issued_by.as_bytes(),
                ":blob_id": new.copy.as_ref().map(Uuid::as_bytes),
            },
        )?;
        Ok(())
    }
}

fn read_issue(row: &Row<'_>) -> Result<IssueRow, StoreError> {
    let size: String = row.get("size")?;
    Ok(IssueRow {
        issue_id: read_id(row, "issue_id")?,
        code: row.get("code")?,
        kind: row.get("kind")?,
        subject: read_optional_id(row, "subject")?,
        day: read_optional_date(row, "day")?,
        application_id: read_optional_id(row, "application_id")?,
        large: size == "large",
        pages: row.get("pages")?,
        wording_version: row.get("wording_version")?,
        issued_on: read_date(row, "issued_on")?,
        issued_by: read_id(row, "issued_by")?,
        copy: read_optional_id(row, "blob_id")?,
    })
}

#[cfg(test)]
mod tests {
    use super::IssueRow;
    use crate::common::{Place, event};
    use crate::{Register, StoreError};
    use uuid::Uuid;

    fn paper(register: &Register, code: &str) -> IssueRow {
        IssueRow {
            issue_id: Uuid::now_v7(),
            code: code.to_owned(),
            kind: "spend-report".to_owned(),
            subject: None,
            day: Some("2023-01-17".parse().unwrap()),
            application_id: None,
            large: true,
            pages: 3,
            wording_version: 2,
            issued_on: "2023-01-20".parse().unwrap(),
            issued_by: register.signed_in(),
            copy: None,
        }
    }

    fn issue(register: &mut Register, row: &IssueRow) -> Result<(), StoreError> {
        register.change(|tx| tx.insert_issue(row).map(|()| ((), event("paperIssued")))).map(drop)
    }

    #[test]
    fn a_paper_is_found_by_its_code_as_it_was_recorded_and_a_code_is_given_once() {
        let (_place, mut register) = Place::new();
        let row = paper(&register, "7KQX-M2PD-9RTA");
        issue(&mut register, &row).unwrap();
        let found = register.read(|tx| Ok::<_, StoreError>((tx.issue(row.issue_id)?, tx.issue_by_code(&row.code)?))).unwrap();
        assert_eq!(found, (Some(row.clone()), Some(row.clone())));
        assert_eq!(register.read(|tx| tx.issue_by_code("7KQX-M2PD-9RTB")).unwrap(), None);
        assert!(issue(&mut register, &IssueRow { issue_id: Uuid::now_v7(), ..row.clone() }).is_err());
        // Only a paper about an application has a copy: nobody else's pages are sealed anew.
        let blob_id = Uuid::now_v7();
        let with_copy = IssueRow { copy: Some(blob_id), ..paper(&register, "7KQX-M2PD-9RTC") };
        let refused = register.change(|tx| {
            tx.put_blob(blob_id, b"pages")?;
            tx.insert_issue(&with_copy).map(|()| ((), event("paperIssued")))
        });
        assert!(refused.is_err());
    }

    #[test]
    fn no_record_of_a_paper_is_ever_changed_or_taken_away() {
        let (_place, mut register) = Place::new();
        let row = paper(&register, "7KQX-M2PD-9RTA");
        issue(&mut register, &row).unwrap();
        for statement in ["UPDATE issue SET pages = 1", "DELETE FROM issue"] {
            let refused = register.writer().execute(statement, []).unwrap_err().to_string();
            assert!(refused.contains("a fact cannot be changed"), "{refused}");
        }
    }
}
