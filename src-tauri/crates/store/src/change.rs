//! The only way to change a register: a closure that ends with a journal event, or leaves no trace.

use crate::{Register, StoreError, WriteTx, journal};
use rusqlite::TransactionBehavior;
use uuid::Uuid;

/// What a change says about itself in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What happened, such as `paymentRecorded`.
    pub kind: &'static str,
    /// The record it happened to.
    pub subject: Option<Uuid>,
    /// The facts. Never a text that is under embargo, unless it is sealed.
    pub payload: serde_json::Value,
    /// The areas whose screens must read again.
    pub touched: &'static [&'static str],
    /// Whether the member signs it: interests, reviews, votes, decisions, approvals, key changes.
    pub signed: bool,
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// The closure's answer.
    pub value: T,
    /// The areas whose screens must read again.
    pub touched: Vec<&'static str>,
    /// Where the (last) event stands in the journal.
    pub event_seq: i64,
}

impl<T> Changed<T> {
    /// The same change with its answer turned into something else.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Changed<U> {
        Changed { value: turn(self.value), touched: self.touched, event_seq: self.event_seq }
    }
}

impl Register {
    /// Changes the register: the closure's work and its event are saved together, or neither is.
    ///
    /// An error, and a panic too, rolls everything back. There is no other way to a [`WriteTx`].
    pub fn change<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
    ) -> Result<Changed<T>, E> {
        self.change_and_prepare(work, |_| Ok(())).map(|(changed, ())| changed)
    }

    /// As [`Register::change`], with a last step before the commit: files written aside that belong to the change.
    pub(crate) fn change_and_prepare<T, P, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event), E>,
        prepare: impl FnOnce(&WriteTx<'_>) -> Result<P, E>,
    ) -> Result<(Changed<T>, P), E> {
        let parts = self.parts();
        let sql = parts.writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut tx = WriteTx::new(&sql, parts.surroundings, parts.member_id, parts.keyring);
        let (value, event) = work(&mut tx)?;
        let mut events = tx.take_also();
        events.push(event);
        let mut touched = Vec::new();
        let mut event_seq = 0;
        for event in &events {
            event_seq = journal::append(&tx, event)?;
            for area in event.touched {
                if !touched.contains(area) {
                    touched.push(*area);
                }
            }
        }
        let prepared = prepare(&tx)?;
        drop(tx);
        sql.commit().map_err(StoreError::from)?;
        Ok((Changed { value, touched, event_seq }, prepared))
    }
}
