//! The files of the sample as they are read: the members, what each group wrote, and what happened day by day.

use chrono::NaiveDate;
use serde::Deserialize;

/// `assets/sample/story.json`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoryShape {
    pub(super) today: NaiveDate,
    pub(super) passphrase: String,
    pub(super) members: Vec<MemberShape>,
    pub(super) standing: Vec<StandingShape>,
    pub(super) steps: Vec<StepShape>,
}

/// What a member told of themselves before the plan began.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StandingShape {
    pub(super) member: String,
    pub(super) body: String,
    pub(super) how: String,
    pub(super) kind: String,
    pub(super) reach: String,
    pub(super) since: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberShape {
    pub(super) name: String,
    pub(super) role: String,
    pub(super) works_here: bool,
    pub(super) residency: Option<String>,
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
}

/// One thing that happened on one day: to one group's application, or to a round of review.
#[derive(Deserialize)]
pub(super) struct StepShape {
    pub(super) on: NaiveDate,
    #[serde(default)]
    pub(super) group: String,
    #[serde(flatten)]
    pub(super) what: What,
}

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub(super) enum What {
    Type,
    Receive {
        scan: bool,
    },
    Note {
        call: bool,
        text: String,
    },
    Letter {
        name: String,
        text: String,
    },
    Withdraw {
        reason: String,
    },
    Vote(VoteShape),
    Tell {
        how: String,
    },
    /// A member wrote on paper whether they have an interest.
    Interest {
        member: String,
        answer: String,
        kinds: Vec<String>,
        reach: Option<String>,
        how: String,
    },
    /// The chair, who has none, settled whether theirs stands.
    Settle {
        member: String,
        stands: bool,
        reason: String,
    },
    Sign {
        party: String,
        name: String,
        position: String,
    },
    Account {
        account_name: String,
        sort_code: String,
        account_number: String,
    },
    CheckAccount {
        method: String,
    },
    /// A condition of the decision was met, by its place from 0.
    Meet {
        place: usize,
        note: String,
    },
    Pay {
        amount: String,
        method: String,
    },
    Feedback(FeedbackShape),
    Receipt {
        line: usize,
        amount: String,
        accepted: String,
        what: String,
        spent_on: NaiveDate,
    },
    SendBack {
        amount: String,
        reference: String,
    },
    Close,
    /// The end of funding was moved.
    Extend {
        ends_on: NaiveDate,
        reason: String,
    },
    /// A reminder was printed and sent.
    Remind,
    /// The LTO received money for the partnership.
    DrawDown {
        amount: String,
        note: String,
    },
    Award(AwardShape),
    /// A payment of the award with this reference.
    PayAward {
        award: String,
        amount: String,
        reference: String,
    },
    PlanMeeting {
        kind: String,
        held_on: NaiveDate,
        starts_at: String,
        place: String,
    },
    /// Items for the agenda of the meeting on a day, in their order.
    Agenda {
        meeting: NaiveDate,
        items: Vec<AgendaShape>,
    },
    /// Notice of the meeting on a day was given.
    Notice {
        meeting: NaiveDate,
        place: String,
    },
    /// A meeting is typed in, from the notes that were taken at it.
    Hold(HeldShape),
    StartRound(RoundShape),
    SendPacks,
    HandOut {
        to: String,
    },
    Respond(ReplyShape),
    TypeReply(ReplyShape),
}

/// Money committed to a partner or for a cost.
#[derive(Deserialize)]
pub(super) struct AwardShape {
    pub(super) kind: String,
    pub(super) code: String,
    pub(super) payee: String,
    pub(super) what_for: String,
    pub(super) amount: String,
    pub(super) decided_on: NaiveDate,
    pub(super) decided_by: String,
    /// When each part is expected, and how much.
    pub(super) parts: Vec<(NaiveDate, String)>,
}

/// An item of an agenda: on a group's application, or with a title.
#[derive(Deserialize)]
pub(super) struct AgendaShape {
    pub(super) group: Option<String>,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) about: String,
    #[serde(default = "yes")]
    pub(super) public: bool,
}

fn yes() -> bool {
    true
}

/// What happened at a meeting.
#[derive(Deserialize)]
pub(super) struct HeldShape {
    /// Its day.
    pub(super) meeting: NaiveDate,
    pub(super) chair: String,
    pub(super) present: Vec<String>,
    pub(super) apologies: Vec<String>,
    /// Who came later, and when.
    #[serde(default)]
    pub(super) late: Vec<(String, String)>,
    /// What came of each item, in the order of the agenda.
    pub(super) items: Vec<HeldItemShape>,
    pub(super) ended: String,
}

/// What came of an item: with neither a decision nor minutes to approve, it was heard.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldItemShape {
    pub(super) at: String,
    #[serde(default)]
    pub(super) said: String,
    /// Who declared an interest, how it arises, and what they did.
    #[serde(default)]
    pub(super) interests: Vec<(String, String, String)>,
    pub(super) decision: Option<ResolvedShape>,
    /// For, against and not voting; none when everybody agreed.
    pub(super) votes: Option<[u32; 3]>,
}

/// What was resolved on an application.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResolvedShape {
    pub(super) ends_on: Option<NaiveDate>,
    pub(super) return_by: Option<NaiveDate>,
    pub(super) conditions: Vec<String>,
    pub(super) instalments: Vec<InstalmentShape>,
    pub(super) outcome: OutcomeShape,
    #[serde(default)]
    pub(super) reason: String,
}

/// A round of review.
#[derive(Deserialize)]
pub(super) struct RoundShape {
    pub(super) name: String,
    pub(super) return_by: NaiveDate,
    pub(super) groups: Vec<String>,
    /// Each reviewer with how they get it.
    pub(super) reviewers: Vec<(String, String)>,
}

/// What one reviewer sent back, from their own machine or on paper.
#[derive(Deserialize)]
pub(super) struct ReplyShape {
    pub(super) by: String,
    /// On which day they wrote it.
    pub(super) written_on: NaiveDate,
    /// By group, how an interest in it arises.
    #[serde(default)]
    pub(super) interests: Vec<(String, String)>,
    #[serde(default)]
    pub(super) reviews: Vec<ReviewShape>,
}

/// One review.
#[derive(Deserialize)]
pub(super) struct ReviewShape {
    pub(super) group: String,
    pub(super) helps: String,
    pub(super) good: String,
    #[serde(default)]
    pub(super) worries: String,
    #[serde(default)]
    pub(super) comments: Vec<(usize, String)>,
    #[serde(default)]
    pub(super) questions: Vec<String>,
    pub(super) recommendation: String,
    #[serde(default)]
    pub(super) amount: String,
}

/// A vote by e-mail that was carried.
#[derive(Deserialize)]
pub(super) struct VoteShape {
    pub(super) opened_on: NaiveDate,
    pub(super) decided_by: String,
    pub(super) ends_on: NaiveDate,
    pub(super) return_by: NaiveDate,
    pub(super) conditions: Vec<String>,
    pub(super) outcome: OutcomeShape,
    /// Who answered, when and what.
    pub(super) ballots: Vec<(String, NaiveDate, String)>,
}

#[derive(Deserialize)]
pub(super) struct InstalmentShape {
    pub(super) when: String,
    pub(super) amount: String,
}

#[derive(Clone, Deserialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub(super) enum OutcomeShape {
    Approved { amount: String },
    ApprovedInPart { amount: String, words: String },
    Deferred { words: String },
    Declined { words: String },
}

#[derive(Deserialize)]
pub(super) struct FeedbackShape {
    pub(super) how_much: String,
    pub(super) how_well: String,
    pub(super) difference: String,
    pub(super) who_was_heard: String,
    pub(super) by_age: Vec<(String, u32)>,
    pub(super) people: u32,
    pub(super) people_from_area: u32,
    pub(super) may_publish_words: bool,
    pub(super) may_publish_photos: bool,
    pub(super) named_as: String,
}

/// One group's paper form, in `assets/sample/groups.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupShape {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) summary: String,
    pub(super) contacts: Vec<ContactShape>,
    pub(super) address: String,
    pub(super) postcode: String,
    pub(super) heard_how: String,
    pub(super) payee_name: String,
    pub(super) received_on: NaiveDate,
    pub(super) priorities: Vec<u8>,
    pub(super) by_age: Vec<(String, String)>,
    pub(super) people: String,
    pub(super) people_from_area: String,
    pub(super) costs: Vec<CostShape>,
    pub(super) asked: String,
    /// None where the paper was left blank.
    pub(super) answers: [Option<String>; 7],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactShape {
    pub(super) name: String,
    pub(super) position: String,
    pub(super) phone: String,
    pub(super) email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CostShape {
    pub(super) what: String,
    pub(super) amount: String,
}
