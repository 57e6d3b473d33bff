//! What the caller knows about the letters and forms that go with a grant after it was agreed.

use super::{CostLine, Fact, SenderView};

/// To whom a letter goes, about what, and who signs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterView {
    /// Who writes.
    pub sender: SenderView,
    /// The day of the letter.
    pub date: String,
    /// Name and address of whom it goes to.
    pub recipient: Vec<String>,
    /// "Dear Win".
    pub greeting: String,
    /// The group.
    pub group: String,
    /// "CC-003".
    pub reference: String,
    /// What the grant is for, as it stands within a sentence: "raised beds and soil".
    pub project: String,
    /// The amount of the grant.
    pub amount: String,
    /// The name of the person who signs.
    pub signed_by: String,
    /// "Co-ordinator, for the Allenton Big Local Partnership Group".
    pub role: String,
}

/// The letter about a change in a grant that was agreed: a later end of funding, another amount, another way of paying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeLetterView {
    /// The letter.
    pub letter: LetterView,
    /// What changed.
    pub changes: Vec<ChangeView>,
    /// Why.
    pub reason: String,
    /// The last day to spend the money, now.
    pub end_of_funding: String,
    /// When the Grant Feedback form is due, now.
    pub feedback_due: String,
    /// Whether the group must agree again with its signature. A later end of funding alone needs none.
    pub must_sign: bool,
}

/// One thing that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeView {
    /// "Spend the money by".
    pub what: String,
    /// What it was.
    pub before: String,
    /// What it is now.
    pub now: String,
}

/// What somebody is reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LateView {
    /// The signed agreement. The day it was due.
    Agreement(String),
    /// The Grant Feedback form. The day it was due.
    Feedback(String),
    /// Receipts for so much, or the money back. The day they were due.
    Receipts {
        /// What is not accounted for.
        amount: String,
        /// The day.
        due: String,
    },
}

/// The letter about what is late.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReminderView {
    /// The letter.
    pub letter: LetterView,
    /// Whether it was late for long, and the words are firm.
    pub firm: bool,
    /// What is late, the oldest first.
    pub late: Vec<LateView>,
    /// By when the partnership wants to hear.
    pub by: String,
}

/// The sheet on which receipts are listed and pinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceiptSheetView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// "CC-006".
    pub reference: String,
    /// The group that has the grant.
    pub group: String,
    /// The amount of the grant.
    pub amount: String,
    /// The cost lines agreed.
    pub costs: Vec<CostLine>,
    /// The sum of the cost lines.
    pub total: String,
    /// The last day to spend the money.
    pub end_of_funding: String,
    /// When the receipts are due.
    pub due: String,
    /// Receipts that are there already.
    pub received: Vec<CostLine>,
    /// Where to bring or send it: address, phone, email.
    pub contact: Vec<String>,
}

/// Consent to tell a story and to show pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryConsentView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// The name of the partnership.
    pub partnership: String,
    /// "CC-006".
    pub reference: String,
    /// The group that has the grant.
    pub group: String,
    /// What the grant is for.
    pub project: String,
    /// How to take consent back: address, phone, email.
    pub contact: Vec<String>,
}

/// The last letter about a grant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosingLetterView {
    /// The letter.
    pub letter: LetterView,
    /// What was paid, what the receipts come to, what came back: only what is more than nothing.
    pub money: Vec<CostLine>,
    /// When the Grant Feedback form came, if it did.
    pub feedback_on: Option<String>,
    /// When the grant was closed.
    pub closed_on: String,
}

/// The code of conduct, for one member to sign (§8, Appendix 1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberAgreementView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// The name of the partnership.
    pub partnership: String,
    /// Who signs.
    pub member: String,
    /// "Resident member".
    pub seat: String,
    /// The day of the paper.
    pub date: String,
}

/// The first pages of everything about one application and its grant. What follows is bound behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GrantFileView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// "CC-006".
    pub reference: String,
    /// The group.
    pub group: String,
    /// The day it was made, and for whom: "17 January 2023, for Joan Pelham".
    pub made: String,
    /// The grant in short.
    pub facts: Vec<Fact>,
    /// What happened, the oldest first: "3 May 2022", "Received on paper", "Joan Pelham".
    pub timeline: Vec<TimelineView>,
    /// Payments: day, words, amount.
    pub payments: Vec<[String; 3]>,
    /// Receipts: day, words, amount.
    pub receipts: Vec<[String; 3]>,
    /// Files kept with the application, by name.
    pub files: Vec<String>,
    /// The titles of the papers bound behind it, in order.
    pub parts: Vec<String>,
    /// While there is an embargo: what the band on every page says.
    pub embargo: Option<String>,
}

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineView {
    /// The day.
    pub date: String,
    /// What.
    pub what: String,
    /// Who recorded it.
    pub who: String,
}
