//! How the partnership is reached: address, telephone and e-mail, as letters and forms print them.

use crate::input::Faults;
use crate::{Changed, Open, Result};
use domain::member::Act;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Event, ReadTx};

const TOUCHED: &[&str] = &["contact"];
const KEY: &str = "contact";

/// How the partnership is reached. Each part may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// The lines of its address.
    pub lines: Vec<String>,
    /// Its telephone.
    pub phone: String,
    /// Its e-mail.
    pub email: String,
}

/// How the partnership is reached, as it stands in the register.
pub(crate) fn of(tx: &ReadTx<'_>) -> Result<Contact> {
    Ok(tx.setting(KEY)?.map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default())
}

/// How the partnership is reached.
pub fn view(open: &Open) -> Result<Contact> {
    open.register().read(of)
}

/// Keeps how the partnership is reached: the address as typed, one line a line.
pub fn change(open: &mut Open, address: &str, phone: &str, email: &str) -> Result<Changed<()>> {
    open.member().permit(Act::KeepRecords)?;
    let mut faults = Faults::default();
    let address = faults.answer("address", address);
    let lines = address.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let contact = Contact { lines, phone: faults.line("phone", phone), email: faults.line("email", email) };
    let contact = faults.settled(Some(contact))?;
    open.change_register(|tx| {
        let value = json!(contact);
        tx.put_setting(KEY, &value)?;
        Ok(((), Event { kind: "contactChanged", subject: None, payload: value, touched: TOUCHED, signed: false }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::interest::tests::place::Place;

    #[test]
    fn the_contact_is_kept_in_the_register_line_by_line_and_only_its_keeper_changes_it() {
        let mut place = Place::new();
        let marcia = place.marcia;
        assert_eq!(view(place.open()).unwrap(), Contact::default());
        change(place.open(), " The Hub \n\n12 Sorrel Walk", " 01632 960 100 ", "hello@allenton.example").unwrap();
        let open = place.sit(marcia);
        let kept = view(open).unwrap();
        assert_eq!(kept.lines, ["The Hub", "12 Sorrel Walk"]);
        assert_eq!((kept.phone.as_str(), kept.email.as_str()), ("01632 960 100", "hello@allenton.example"));
        assert!(matches!(change(open, "", "", ""), Err(Error::NotPermitted(_))));
        let long = "x".repeat(5000);
        let joan = place.joan;
        let refused = change(place.sit(joan), "", &long, "");
        assert!(matches!(refused, Err(Error::Fields(fields)) if fields[0].0 == "phone"));
    }
}
