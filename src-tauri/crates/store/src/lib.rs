//! The register: one encrypted file and its journal.
//!
//! A register is a folder. [`Register::create`] makes one, [`Register::unlock`] opens it for a member, and dropping
//! the [`Register`] locks it again. Reading goes through [`Register::read`]; the only way to a [`WriteTx`] is
//! [`Register::change`], which commits together with a journal [`Event`] or not at all.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::disallowed_methods,
        reason = "a failed test should stop at once, and tests make ids and damage files on purpose"
    )
)]

#[cfg(test)]
extern crate self as store;
#[cfg(test)]
#[path = "../tests/common/mod.rs"]
mod common;

mod application;
mod award;
pub mod backup;
mod blob;
mod change;
mod complaint;
mod constitution;
mod disk;
mod draw_down;
mod embargo;
mod error;
mod folder;
mod grant;
mod interest;
mod issue;
pub mod journal;
mod kept;
mod london;
mod meeting;
mod membership;
mod migration;
mod opening;
mod payee;
mod payment;
mod people;
pub mod place;
mod plan;
mod range;
#[cfg(feature = "raw")]
mod raw;
mod recovery;
mod register;
mod review;
mod row;
mod sealing;
mod setting;
mod sitting;
mod sql;
mod surroundings;
mod tx;
mod virement;
mod vote;
mod wording;

pub use application::{ApplicationRow, AttachmentRow, DecisionRow, NewAttachment, NewNote, NoteRow, OpenedText, VersionRow, WithdrawalRow};
pub use award::{AwardPaymentRow, AwardRow};
pub use change::{Changed, Event};
pub use complaint::{ComplaintRow, ComplaintStepRow};
pub use constitution::ConstitutionRow;
pub use draw_down::DrawDownRow;
pub use embargo::{EmbargoEnd, EmbargoRow, OpeningRow, ToldRow};
pub use error::StoreError;
pub use grant::{
    AccountRow, DatedText, ExtensionRow, GrantRow, NewAccount, NewGrant, NewReceiptRow, NewSignature, OfGrant, PaymentRow, ReceiptRow,
    SentBackRow, SignatureRow,
};
pub use interest::{InterestRow, NewInterest, StandingInterestRow, Way};
pub use issue::IssueRow;
pub use journal::{Broken, Head};
pub use kept::Kept;
pub use london::{london_date, london_time};
pub use meeting::{ApprovalRow, ItemRow, ItemWordsRow, MeetingDecisionRow, MeetingEmbargoRow, MeetingRow, NoticeRow, PaperRow};
pub use membership::{ElectionRow, JoiningRow, JoiningVote, MemberPaperRow, NewTermEnd, TermEndRow};
pub use payee::ConfirmationRow;
pub use payment::{ConditionMetRow, PaymentFactRow, PaymentPackRow, PaymentReceiptRow, Said, SeenRow};
pub use people::{CurrentKey, KeyHolder, KeyOwner, MemberFacts, MemberRow};
pub use plan::{PlanDraftRow, PlanRow};
pub use range::Which;
#[cfg(feature = "raw")]
pub use raw::RawCell;
pub use recovery::Resealing;
pub use register::{Created, Inspection, NewRegister, NewVault, Person, Register};
pub use review::{
    LateRuling, LeavingOutRow, Medium, NewPackIn, NewReview, NewRound, NewSending, Opening, PackInRow, ReviewRow, ReviewerRow, RoundRow,
    SendingRow,
};
pub use sealing::SealingRow;
pub use sitting::{EntryKind, EntryRow, NewEntry, SeatRow};
pub use surroundings::{Surroundings, SystemSurroundings};
pub use tx::{ReadTx, WriteTx};
pub use virement::VirementRow;
pub use vote::{BallotRow, EmailVoteClose, EmailVoteRow};
pub use wording::{WordingDraftRow, WordingRow};

/// Schema version that this program writes.
pub fn schema_version() -> i64 {
    migration::newest(migration::ALL)
}
