//! What the caller knows about a panel report.

use super::Fact;

/// What a reviewer recommends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdviceView {
    /// The amount asked for.
    InFull {
        /// "£385.00".
        amount: String,
    },
    /// Less than the amount asked for.
    InPart {
        /// "£295.00".
        amount: String,
    },
    /// To ask the group for more first.
    AskForMore,
    /// No grant.
    DoNotFund,
}

/// Whether the project helps to meet the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpsView {
    /// It does.
    Yes,
    /// In part.
    Partly,
    /// It does not.
    No,
    /// The application does not let one tell.
    CannotTell,
}

/// How far the reviewers agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccordView {
    /// There are fewer than two to compare.
    TooFew,
    /// All recommend the same.
    All,
    /// More than half recommend the same.
    Most,
    /// No recommendation has more than half.
    Divided,
}

/// How many reviewers recommend each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdviceCount {
    /// The amount asked for.
    pub in_full: usize,
    /// Less than that.
    pub in_part: usize,
    /// To ask the group for more first.
    pub ask_for_more: usize,
    /// No grant.
    pub do_not_fund: usize,
}

/// What one reviewer said about one question of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentView {
    /// The number of the question: "3".
    pub question: String,
    /// What was said about it.
    pub comment: String,
}

/// One review that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// Whose it is: "Ken Ashby".
    pub reviewer: String,
    /// What they recommend.
    pub advice: AdviceView,
    /// Whether it helps to meet the plan; none when it was left.
    pub helps: Option<HelpsView>,
    /// What is good about it. May be empty.
    pub good: String,
    /// What worries the reviewer, or is missing. May be empty.
    pub worries: String,
    /// Comments on single questions.
    pub comments: Vec<CommentView>,
    /// Scores, each with the name of what is scored: "Value for money", "4 of 5". The same names in every review.
    pub scores: Vec<Fact>,
}

/// A question to ask the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupQuestionView {
    /// "Is the room free for under 16s?"
    pub question: String,
    /// Who wants to know: "Ken Ashby".
    pub reviewer: String,
}

/// Something to know about how the reviews of one application came to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteView {
    /// Declared an interest and took no part.
    Interest {
        /// Who.
        name: String,
    },
    /// Was not sure of an interest and took no part.
    Unsure {
        /// Who.
        name: String,
    },
    /// Reviewed before the application was corrected.
    Older {
        /// Whose review.
        name: String,
    },
    /// Typed in from paper and not signed.
    Typed {
        /// Whose review.
        name: String,
        /// Who typed it in.
        by: String,
    },
    /// Came after the reviews were opened, and counts.
    LateAccepted {
        /// Whose review.
        name: String,
        /// Who let it in.
        by: String,
        /// Why, in their words, without a full stop.
        because: String,
    },
    /// Came after the reviews were opened, and does not count.
    LateDeclined {
        /// Whose review.
        name: String,
        /// Who left it out.
        by: String,
        /// Why, in their words, without a full stop.
        because: String,
    },
    /// Came after the reviews were opened, and nobody has said whether it counts.
    LateWaiting {
        /// Whose review.
        name: String,
    },
    /// Reviews that are missing.
    NotIn {
        /// Whose.
        names: Vec<String>,
    },
    /// Anything else, as a whole sentence.
    Other(String),
}

/// One application with its reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelApplication {
    /// "CC-008".
    pub reference: String,
    /// The group that applies.
    pub group: String,
    /// The amount asked of the partnership.
    pub asked: String,
    /// How many recommend each.
    pub advice: AdviceCount,
    /// The lowest, the middle and the highest amount, when any is named.
    pub spread: Option<[String; 3]>,
    /// How far the reviewers agree.
    pub accord: AccordView,
    /// The reviews that count, in the order of the columns.
    pub reviews: Vec<ReviewView>,
    /// All questions to ask the group.
    pub questions: Vec<GroupQuestionView>,
    /// What else is to know.
    pub notes: Vec<NoteView>,
}

/// One application of the round, as far as the reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelEntry {
    /// The reader may see it.
    Open(Box<PanelApplication>),
    /// The reader has an interest in it, and sees its reference and nothing else.
    Withheld {
        /// "CC-009".
        reference: String,
    },
}

/// The reviews of a round, for one reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelReportView {
    /// The short name on top of the page.
    pub letterhead: String,
    /// The name of the partnership.
    pub partnership: String,
    /// The name of the round: "January 2023".
    pub round: String,
    /// The day of the report: "Friday 20 January 2023".
    pub date: String,
    /// The only person it is for.
    pub reader: String,
    /// When the embargo ends, as it stands after "until": "the decision letters are sent".
    pub until: String,
    /// The head of the journal the report was made from, short enough for a footer: "4f2a 91c0 77de 03b8".
    pub journal: String,
    /// The applications in their order.
    pub applications: Vec<PanelEntry>,
}
