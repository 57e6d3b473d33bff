//! The partnership's few settings, and the list of its members.

use crate::row::read_id;
use crate::sql::sql;
use crate::{Person, ReadTx, StoreError, WriteTx};
use rusqlite::named_params;

impl ReadTx<'_> {
    /// A setting, as JSON.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.one(sql!("setting/get"), named_params! { ":key": key }, |row| Ok(row.get("value")?))
    }

    /// Every member, by name.
    pub fn members(&self) -> Result<Vec<Person>, StoreError> {
        self.all(sql!("member/list"), [], |row| {
            Ok(Person { member_id: read_id(row, "member_id")?, name: row.get("name")?, role: row.get("role")? })
        })
    }
}

impl WriteTx<'_> {
    /// Keeps a setting, as JSON.
    pub fn put_setting(&mut self, key: &str, value: &serde_json::Value) -> Result<(), StoreError> {
        self.run(sql!("setting/put"), named_params! { ":key": key, ":value": value.to_string() })?;
        Ok(())
    }
}
