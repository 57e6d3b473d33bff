//! What a reader and a writer hold while they look at the register.

use crate::{Event, StoreError, Surroundings};
use chrono::{DateTime, NaiveDate, Utc};
use keys::Keyring;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::ops::Deref;
use uuid::Uuid;

/// A view of the register at one moment. It cannot write: the connection below it refuses.
pub struct ReadTx<'c> {
    connection: &'c Connection,
    surroundings: &'c dyn Surroundings,
    member_id: Uuid,
    keyring: &'c Keyring,
}

impl<'c> ReadTx<'c> {
    pub(crate) fn new(connection: &'c Connection, surroundings: &'c dyn Surroundings, member_id: Uuid, keyring: &'c Keyring) -> Self {
        Self { connection, surroundings, member_id, keyring }
    }

    /// This instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.surroundings.now()
    }

    /// Today's date in London.
    pub fn today(&self) -> NaiveDate {
        self.surroundings.today()
    }

    /// The member who is signed in.
    pub fn signed_in(&self) -> Uuid {
        self.member_id
    }

    /// The keys of the member who is signed in.
    pub fn keyring(&self) -> &Keyring {
        self.keyring
    }

    /// The clock, ids and randomness.
    pub fn surroundings(&self) -> &dyn Surroundings {
        self.surroundings
    }

    pub(crate) fn connection(&self) -> &Connection {
        self.connection
    }

    /// The one row of a statement.
    pub(crate) fn one<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.connection.prepare_cached(sql)?.query_row(params, |row| Ok(read(row))).optional()?.transpose()
    }

    /// Every row of a statement.
    pub(crate) fn all<T>(
        &self,
        sql: &'static str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }
}

/// A change under way. It reads as a [`ReadTx`] does, and is reached only through [`crate::Register::change`].
pub struct WriteTx<'c> {
    read: ReadTx<'c>,
    also: Vec<Event>,
}

impl<'c> WriteTx<'c> {
    pub(crate) fn new(connection: &'c Connection, surroundings: &'c dyn Surroundings, member_id: Uuid, keyring: &'c Keyring) -> Self {
        Self { read: ReadTx::new(connection, surroundings, member_id, keyring), also: Vec::new() }
    }

    /// A new time-ordered id.
    pub fn new_id(&self) -> Uuid {
        self.read.surroundings.new_id()
    }

    /// Journals a further event of the same change, before the event the closure ends with.
    pub fn also(&mut self, event: Event) {
        self.also.push(event);
    }

    pub(crate) fn take_also(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.also)
    }

    /// Runs a statement and answers how many rows it changed.
    pub(crate) fn run(&self, sql: &'static str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.read.connection.prepare_cached(sql)?.execute(params)?)
    }
}

impl<'c> Deref for WriteTx<'c> {
    type Target = ReadTx<'c>;

    fn deref(&self) -> &ReadTx<'c> {
        &self.read
    }
}
