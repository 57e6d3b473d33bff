//! One function for each thing a person does at the register.
//!
//! A use case checks the member's role, asks the rule in `domain`, writes through `store`, and ends with the journal
//! event of the change. What is read comes from the [`Open`] register's cases, held in memory while it is unlocked.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once"))]

pub mod application;
pub mod budget;
mod case;
pub mod clerk;
pub mod complaint;
pub mod constitution;
pub mod contact;
pub mod decision;
pub mod document;
pub mod email_vote;
pub mod embargo;
mod error;
pub mod find;
pub mod grant;
pub mod home;
mod input;
pub mod interest;
pub mod issue;
pub mod mail;
pub mod meeting;
pub mod member;
pub mod membership;
pub mod minutes;
mod open;
pub mod paper;
pub mod payment_pack;
pub mod payment_settings;
pub mod plan;
pub mod register;
pub mod review;
pub mod reviewer;
pub mod sample;
mod seal;
pub mod sitting;
pub mod spending;
pub mod spendometer;
mod text;
pub mod wording;

pub use case::{Attachment, Case, Decision, GrantCase, Note, Opening, Summary, Version, Withdrawal};
pub use documents::DocumentError;
pub use error::{Error, FieldFault, Result};
pub use exchange::PackError;
pub use exchange::table::TableError;
pub use keys::{Passphrase, RecoveryKey};
pub use open::Open;
pub use store::{
    AwardPaymentRow, AwardRow, Changed, DrawDownRow, EntryKind, ExtensionRow, PaymentRow, SignatureRow, StoreError, Surroundings,
    SystemSurroundings, VirementRow,
};
pub use text::{DecisionFigures, DecisionWords, VersionText, VoteFigures};
