//! From the core's errors to the window's: facts only, and an incident for what has no words.

use super::dto::budget::PlanRefusal;
use super::dto::decision::DecisionRefusal;
use super::dto::field::{FieldFault, FieldProblem};
use super::dto::grant::GrantRefusal;
use super::dto::member::MemberRefusal;
use super::dto::membership::MembershipRefusal;
use super::dto::review::PackRefusal;
use super::dto::sitting::MeetingRefusal;
use super::dto::statement::TableRefusal;
use super::error::CommandError;
use super::value::{Pence, count};
use domain::application::{self, Field, Problem};
use domain::award::AwardError;
use domain::date::DateProblem;
use domain::decision::DecisionError;
use domain::feedback::{FeedbackError, ReceiptError};
use domain::grant::{CancelError, CloseError, ConditionError, ExtensionError, SendBackError};
use domain::meeting::{self, VoteRefusal};
use domain::membership::{MOST_MEMBERS, OfficeProblem, SeatProblem};
use domain::money::MoneyProblem;
use domain::payee::{AccountProblem, CheckProblem};
use domain::payment::{PaymentError, UndoingError};
use domain::plan::draft::AdoptRefusal;
use domain::signature::SignatureError;
use domain::time;
use domain::virement::VirementError;
use usecases::member::{CardError, MemberError};
use usecases::{DocumentError, Error, PackError, StoreError, TableError};

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotPermitted(refused) => Self::NotPermitted { act: refused.act.into() },
            Error::NotFound => Self::NotFound,
            Error::WrongState => Self::WrongState,
            Error::OwnInterest => Self::OwnInterest,
            Error::Application(problems) => Self::Fields { problems: problems.iter().map(FieldProblem::from).collect() },
            Error::Fields(faults) => Self::Fields {
                problems: faults
                    .into_iter()
                    .map(|(field, fault)| {
                        let (fault, most) = plain_fault(fault);
                        FieldProblem { field, fault, most }
                    })
                    .collect(),
            },
            Error::Decision(refused) => Self::DecisionRefused { refusal: refused.into() },
            Error::Meeting(refused) => Self::MeetingRefused { refusal: refused.into() },
            Error::NotSettled { name } => Self::MeetingRefused { refusal: MeetingRefusal::NotSettled { name } },
            Error::NotYetItsDay => Self::MeetingRefused { refusal: MeetingRefusal::NotYetItsDay },
            Error::NothingToUndo => Self::MeetingRefused { refusal: MeetingRefusal::NothingToUndo },
            Error::UnderEmbargo { until } => Self::MeetingRefused { refusal: MeetingRefusal::UnderEmbargo { until } },
            Error::MinutesClosed => Self::MeetingRefused { refusal: MeetingRefusal::MinutesClosed },
            Error::ItemNotClosed { number } => Self::MeetingRefused { refusal: MeetingRefusal::ItemNotClosed { number } },
            Error::Unsound { number, refused } => {
                Self::MeetingRefused { refusal: MeetingRefusal::Unsound { number, refusal: refused.into() } }
            }
            Error::NotCarried(count) => {
                Self::DecisionRefused { refusal: DecisionRefusal::NotCarried { agreed: count.agreed, of: count.of, needed: count.needed } }
            }
            Error::EmailVote(refused) => Self::EmailVoteRefused { refusal: refused.into() },
            Error::NotToTell => Self::DecisionRefused { refusal: DecisionRefusal::NotToTell },
            Error::Signature(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Condition(refused) => match refused {
                ConditionError::NoSuchCondition => Self::NotFound,
                ConditionError::AlreadyMet => Self::GrantRefused { refusal: GrantRefusal::AlreadyMet },
                ConditionError::InFuture => Self::GrantRefused { refusal: GrantRefusal::InFuture },
                ConditionError::BeforeAward { awarded_on } => Self::GrantRefused { refusal: GrantRefusal::BeforeAward { awarded_on } },
                ConditionError::NotOpen => Self::GrantRefused { refusal: GrantRefusal::NotOpen },
            },
            Error::ModulusTable(problem) => Self::TableRefused {
                refusal: match problem.line {
                    0 => TableRefusal::Empty,
                    line => TableRefusal::MissingColumns { row: u32::try_from(line).unwrap_or(u32::MAX) },
                },
            },
            Error::Payment(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Run(refused) => Self::RunRefused { refusal: refused.into() },
            Error::Undoing(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::AccountCheck(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Extension(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Feedback(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Receipt(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::SendBack(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Close(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Cancel(refused) => Self::GrantRefused { refusal: refused.into() },
            Error::Member(refused) => from_member(refused),
            Error::Seat(SeatProblem::Vote(refused)) => Self::MeetingRefused { refusal: refused.into() },
            Error::Seat(refused) => Self::MembershipRefused { refusal: from_seat(refused) },
            Error::Office(refused) => Self::MembershipRefused { refusal: from_office(&refused) },
            Error::Virement(refused) => Self::PlanRefused { refusal: from_virement(refused) },
            Error::Award { code, refused } => Self::PlanRefused { refusal: from_award(code, refused) },
            Error::OutsideThePlan { starts_on, ends_on } => {
                Self::PlanRefused { refusal: PlanRefusal::OutsideThePlan { starts_on, ends_on } }
            }
            Error::Adopt(AdoptRefusal::BeginsTooEarly { after }) => Self::PlanRefused { refusal: PlanRefusal::BeginsTooEarly { after } },
            Error::Table(refused) => refused.into(),
            Error::FileKind => Self::FileKind,
            Error::FileUnreadable => Self::FileUnreadable,
            Error::Refused(why) => Self::PackRefused { why: why.into() },
            Error::NothingToSend => Self::NothingToSend,
            Error::InterestFirst => Self::InterestFirst,
            Error::LettersNotPlaced { path } => Self::LettersNotPlaced { path: path.display().to_string() },
            Error::Stopped => Self::Stopped,
            Error::WrongRecoveryKey => Self::WrongRecoveryKey,
            Error::Document(error) => from_document(error),
            Error::Wording(fault) => Self::WordingRefused { fault: fault.into() },
            Error::Pack(error) => from_pack(&error),
            Error::NotAVault => Self::NotAVault,
            Error::Store(error) => from_store(error),
            Error::Text(_) => Self::Damaged,
        }
    }
}

/// What is wrong with one field was told beside it, by the use case.
fn from_virement(refused: VirementError) -> PlanRefusal {
    match refused {
        VirementError::Nowhere | VirementError::NotPositive | VirementError::InFuture | VirementError::SameCell => PlanRefusal::SameCell,
        VirementError::NoSuchLine { code } => PlanRefusal::NoSuchLine { code },
        VirementError::CellTooSmall { code, has, over } => {
            PlanRefusal::CellTooSmall { code, has_pence: has.into(), over_pence: over.into() }
        }
        VirementError::MoreThanFree { code, free, over } => {
            PlanRefusal::NotEnoughFree { code, free_pence: free.into(), over_pence: over.into() }
        }
    }
}

fn from_award(code: String, refused: AwardError) -> PlanRefusal {
    match refused {
        AwardError::MoreThanFree { free, over } => PlanRefusal::NotEnoughFree { code, free_pence: free.into(), over_pence: over.into() },
        AwardError::PartsDiffer { parts, amount } => PlanRefusal::PartsDiffer { parts_pence: parts.into(), amount_pence: amount.into() },
        AwardError::ExceedsAward { left, over } => PlanRefusal::ExceedsAward { left_pence: left.into(), over_pence: over.into() },
        AwardError::BeforeDecision { decided_on } => PlanRefusal::BeforeDecision { decided_on },
        AwardError::Ended | AwardError::NotPositive | AwardError::InFuture | AwardError::NoReason => PlanRefusal::AwardEnded,
    }
}

fn from_document(error: DocumentError) -> CommandError {
    match error {
        DocumentError::MissingGlyph { character } => CommandError::NoGlyph { character: character.to_string() },
        DocumentError::Wording { document, line, .. } => CommandError::Wording { document, line: u32::try_from(line).unwrap_or(u32::MAX) },
        DocumentError::Stopped => CommandError::Stopped,
        other @ (DocumentError::NoPaper | DocumentError::Write(_)) => CommandError::internal(&other),
    }
}

fn from_member(refused: MemberError) -> CommandError {
    let refusal = match refused {
        MemberError::HasLeft => MemberRefusal::HasLeft,
        MemberError::LastKeeper => MemberRefusal::LastKeeper,
        MemberError::OneSelf => MemberRefusal::OneSelf,
        MemberError::Card(CardError::NewerVersion { .. }) => MemberRefusal::NewerCard,
        MemberError::Card(CardError::BadSignature) => MemberRefusal::BadSignature,
        MemberError::Card(_) => MemberRefusal::NotACard,
        MemberError::FingerprintDiffers => MemberRefusal::FingerprintDiffers,
        MemberError::KeysOfAnother { name } => MemberRefusal::KeysOfAnother { name },
        MemberError::TakenInAlready => MemberRefusal::TakenInAlready,
        MemberError::EndedKeys => MemberRefusal::EndedKeys,
        MemberError::WorksAtRegister => MemberRefusal::WorksAtRegister,
        other => return CommandError::internal(&other),
    };
    CommandError::MemberRefused { refusal }
}

fn from_seat(refused: SeatProblem) -> MembershipRefusal {
    match refused {
        SeatProblem::HasASeat => MembershipRefusal::HasASeat,
        SeatProblem::NoSeat => MembershipRefusal::NoSeat,
        SeatProblem::Full => MembershipRefusal::Full { most: MOST_MEMBERS },
        SeatProblem::MoreHands { hands, residents } => MembershipRefusal::MoreHands { hands, residents },
        SeatProblem::MorePresent { present, members } => MembershipRefusal::MorePresent { present, members },
        // A vote that cannot be taken is refused as one at a meeting is.
        SeatProblem::NobodyThere | SeatProblem::Vote(_) => MembershipRefusal::NobodyThere,
        SeatProblem::NominatedLate { latest } => MembershipRefusal::NominatedLate { latest },
        SeatProblem::MetByOne => MembershipRefusal::MetByOne,
        SeatProblem::MetByOther { .. } => MembershipRefusal::MetByOther,
        SeatProblem::NotEligible => MembershipRefusal::NotEligible,
        SeatProblem::TooEarly => MembershipRefusal::TooEarly,
        SeatProblem::NotTold => MembershipRefusal::NotTold,
        SeatProblem::NotCarried { agreed, needed } => MembershipRefusal::NotCarried { agreed, needed },
    }
}

fn from_office(refused: &OfficeProblem) -> MembershipRefusal {
    match refused {
        OfficeProblem::NotAResident => MembershipRefusal::NotAResident,
        OfficeProblem::NoConsent => MembershipRefusal::NoConsent,
        OfficeProblem::PaidPost => MembershipRefusal::HasPaidPost,
        OfficeProblem::Attached => MembershipRefusal::Attached,
        OfficeProblem::NoPlace => MembershipRefusal::NoPlace,
        OfficeProblem::OneNominee => MembershipRefusal::OneNominee,
        OfficeProblem::Twice => MembershipRefusal::Twice,
        OfficeProblem::TooManyVotes { cast, eligible } => MembershipRefusal::TooManyVotes { cast: *cast, eligible: *eligible },
        OfficeProblem::NoVotes => MembershipRefusal::NoVotes,
        OfficeProblem::Tied { between } => MembershipRefusal::Tied { between: count(between.len()) },
    }
}

fn from_pack(error: &PackError) -> CommandError {
    match error {
        PackError::NoRoom => CommandError::DiskFull,
        PackError::NotWritable { path } => CommandError::NotWritable { path: path.display().to_string() },
        PackError::AlreadyThere { path } => CommandError::FileExists { path: path.display().to_string() },
        PackError::Io { .. } | PackError::Key(_) => CommandError::internal(error),
        refused => CommandError::PackRefused { why: refused.into() },
    }
}

impl From<&PackError> for PackRefusal {
    fn from(error: &PackError) -> Self {
        usecases::review::Refusal::from(error).into()
    }
}

fn from_store(error: StoreError) -> CommandError {
    match error {
        StoreError::WrongPassphrase => CommandError::WrongPassphrase,
        StoreError::NotARegister { path } => CommandError::NotARegister { path: path.display().to_string() },
        StoreError::Missing { path } => CommandError::RegisterMissing { path: path.display().to_string() },
        StoreError::NewerVersion { .. } | StoreError::SchemaDiffers { .. } => CommandError::NewerRegister,
        StoreError::AlreadyOpen => CommandError::AlreadyOpen,
        StoreError::SynchronisedFolder { what } => CommandError::SynchronisedFolder { by: what.to_owned() },
        StoreError::FolderNotEmpty { path } | StoreError::AlreadyThere { path } => {
            CommandError::FolderNotEmpty { path: path.display().to_string() }
        }
        StoreError::NotWritable { path } => CommandError::NotWritable { path: path.display().to_string() },
        StoreError::DiskFull => CommandError::DiskFull,
        StoreError::Damaged { .. } | StoreError::JournalBroken(_) => CommandError::Damaged,
        StoreError::Conflict { .. } => CommandError::ChangedElsewhere,
        StoreError::NotFound { .. } | StoreError::NotAKeyHolder { .. } => CommandError::NotFound,
        StoreError::TooLarge { most, .. } => {
            CommandError::FileTooLarge { most_megabytes: u32::try_from(most / (1024 * 1024)).unwrap_or(u32::MAX) }
        }
        other => CommandError::internal(&other),
    }
}

impl From<&application::FieldProblem> for FieldProblem {
    fn from(problem: &application::FieldProblem) -> Self {
        let (fault, most) = match problem.problem {
            Problem::Missing => (FieldFault::Missing, None),
            Problem::NotSettled => (FieldFault::NotSettled, None),
            Problem::Money(problem) => (money_fault(problem), None),
            Problem::Date(problem) => (date_fault(problem), None),
            Problem::InFuture => (FieldFault::InFuture, None),
            Problem::NotANumber => (FieldFault::NotANumber, None),
            Problem::TooLong { most } => (FieldFault::TooLong, u32::try_from(most).ok()),
        };
        let field = match problem.field {
            Field::GroupName => "groupName".to_owned(),
            Field::GroupKind => "groupKind".to_owned(),
            Field::Summary => "summary".to_owned(),
            Field::Contact(place) => format!("contacts.{place}"),
            Field::Address => "address".to_owned(),
            Field::HeardHow => "heardHow".to_owned(),
            Field::Payee => "payeeName".to_owned(),
            Field::ReceivedOn => "receivedOn".to_owned(),
            Field::Question(number) => format!("answers.{}", number.saturating_sub(1)),
            Field::PeopleOfAge(place) => format!("people.byAge.{place}"),
            Field::PeopleTotal => "people.total".to_owned(),
            Field::PeopleFromArea => "people.fromArea".to_owned(),
            Field::CostWhat(place) => format!("costs.{place}.what"),
            Field::CostAmount(place) => format!("costs.{place}.amount"),
            Field::Asked => "asked".to_owned(),
        };
        Self { field, fault, most }
    }
}

pub(super) fn plain_fault(fault: usecases::FieldFault) -> (FieldFault, Option<u32>) {
    match fault {
        usecases::FieldFault::Missing | usecases::FieldFault::Account(AccountProblem::NameMissing) => (FieldFault::Missing, None),
        usecases::FieldFault::Money(problem) => (money_fault(problem), None),
        usecases::FieldFault::Date(problem) => (date_fault(problem), None),
        usecases::FieldFault::NotANumber => (FieldFault::NotANumber, None),
        usecases::FieldFault::NotATime => (FieldFault::NotATime, None),
        usecases::FieldFault::InFuture => (FieldFault::InFuture, None),
        usecases::FieldFault::Account(AccountProblem::SortCode) => (FieldFault::SortCode, None),
        usecases::FieldFault::Account(AccountProblem::AccountNumber) => (FieldFault::AccountNumber, None),
        usecases::FieldFault::TooShort { least } => (FieldFault::TooShort, u32::try_from(least).ok()),
        usecases::FieldFault::EndsBeforeItBegins => (FieldFault::EndsBeforeItBegins, None),
        usecases::FieldFault::TermTooLong { most } => (FieldFault::TermTooLong, Some(most)),
        usecases::FieldFault::TooLong { most } => (FieldFault::TooLong, u32::try_from(most).ok()),
        usecases::FieldFault::OtherFingerprint => (FieldFault::OtherFingerprint, None),
        usecases::FieldFault::NothingOfIt => (FieldFault::NothingOfIt, None),
        usecases::FieldFault::NotAPart { .. } => (FieldFault::NotAPart, None),
        usecases::FieldFault::Days { most } => (FieldFault::Days, Some(most.into())),
        usecases::FieldFault::AtLeast { least } => (FieldFault::AtLeast, Some(least)),
        usecases::FieldFault::AtMost { most } => (FieldFault::AtMost, Some(most)),
        usecases::FieldFault::OneSelf => (FieldFault::OneSelf, None),
        usecases::FieldFault::Twice => (FieldFault::Twice, None),
        usecases::FieldFault::OutsideThePlan => (FieldFault::OutsideThePlan, None),
        usecases::FieldFault::Overlaps => (FieldFault::Overlaps, None),
        usecases::FieldFault::NoSuch => (FieldFault::NoSuch, None),
        usecases::FieldFault::NotLetters => (FieldFault::NotLetters, None),
        usecases::FieldFault::Score { most } => (FieldFault::Score, Some(most.into())),
    }
}

fn money_fault(problem: MoneyProblem) -> FieldFault {
    match problem {
        MoneyProblem::Missing => FieldFault::NoAmount,
        MoneyProblem::NotAnAmount => FieldFault::NotAnAmount,
        MoneyProblem::TooManyDecimals => FieldFault::TooManyDecimals,
        MoneyProblem::Negative => FieldFault::Negative,
        MoneyProblem::TooLarge => FieldFault::TooLarge,
    }
}

fn date_fault(problem: DateProblem) -> FieldFault {
    match problem {
        DateProblem::Missing => FieldFault::NoDate,
        DateProblem::NoDay => FieldFault::NoDay,
        DateProblem::NoMonth => FieldFault::NoMonth,
        DateProblem::NoYear => FieldFault::NoYear,
        DateProblem::YearOfFourDigits => FieldFault::YearOfFourDigits,
        DateProblem::NotReal => FieldFault::NotARealDate,
    }
}

impl From<DecisionError> for DecisionRefusal {
    fn from(error: DecisionError) -> Self {
        match error {
            DecisionError::NotOpen { state } => Self::NotOpen { state: state.into() },
            DecisionError::InFuture => Self::InFuture,
            DecisionError::BeforeReceived { received_on } => Self::BeforeReceived { received_on },
            DecisionError::NoDecider => Self::NoDecider,
            DecisionError::AmountNotPositive => Self::AmountNotPositive,
            DecisionError::NotAsAsked { asked } => Self::NotAsAsked { asked_pence: asked.into() },
            DecisionError::MoreThanAsked { asked } => Self::MoreThanAsked { asked_pence: asked.into() },
            DecisionError::MoreThanFree { free, over } => Self::MoreThanFree { free_pence: free.into(), over_pence: over.into() },
            DecisionError::NoPurpose => Self::NoPurpose,
            DecisionError::NothingMissing => Self::NothingMissing,
            DecisionError::NoReasons => Self::NoReasons,
            DecisionError::NoTerms => Self::NoTerms,
            DecisionError::EndsBeforeDecision => Self::EndsBeforeDecision,
            DecisionError::ReturnByBeforeDecision => Self::ReturnByBeforeDecision,
            DecisionError::InstalmentsDiffer { sum, amount } => {
                Self::InstalmentsDiffer { sum_pence: sum.into(), amount_pence: amount.into() }
            }
            DecisionError::EmptyInstalment => Self::EmptyInstalment,
        }
    }
}

impl From<meeting::MeetingRefusal> for MeetingRefusal {
    fn from(refused: meeting::MeetingRefusal) -> Self {
        use meeting::MeetingRefusal as Core;
        match refused {
            Core::NotStarted => Self::NotStarted,
            Core::AlreadyStarted => Self::AlreadyStarted,
            Core::AlreadyEnded => Self::AlreadyEnded,
            Core::BeforeTheLast { last } => Self::BeforeTheLast { last: time::written(last) },
            Core::NoSeat => Self::NoSeat,
            Core::AlreadyHere => Self::AlreadyHere,
            Core::NotHere => Self::NotHere,
            Core::ChairNotResident => Self::ChairNotResident,
            Core::NobodyChairs => Self::NobodyChairs,
            Core::ChairHasInterest => Self::ChairHasInterest,
            Core::NoSuchItem => Self::NoSuchItem,
            Core::NotInHand => Self::NotInHand,
            Core::AlreadyDecided => Self::AlreadyDecided,
            Core::NoInterest => Self::NoInterest,
            Core::MustWithdraw => Self::MustWithdraw,
            // Whoever knows the name says it: `usecases::Error::NotSettled`.
            Core::NotSettled { .. } => Self::NotSettled { name: String::new() },
            Core::Vote(refused) => refused.into(),
            Core::NoConsent => Self::NoConsent,
            Core::NotToldFirst => Self::NotToldFirst,
            Core::ForThePartnership => Self::ForThePartnership,
            Core::OverSubGroupLimit { up_to } => Self::OverSubGroupLimit { up_to_pence: up_to.into() },
        }
    }
}

impl From<VoteRefusal> for MeetingRefusal {
    fn from(refused: VoteRefusal) -> Self {
        match refused {
            VoteRefusal::TooFewMembers { present, members, needed } => Self::TooFewMembers { present, members, needed },
            VoteRefusal::TooFewResidents { residents, present, needed } => Self::TooFewResidents { residents, present, needed },
            VoteRefusal::CountDiffers { counted, entitled } => Self::CountDiffers { counted, entitled },
            VoteRefusal::NotATie => Self::NotATie,
            VoteRefusal::NoCastingVote => Self::NoCastingVote,
            VoteRefusal::TooFewEntitled { entitled, residents, needed } => Self::TooFewEntitled { entitled, residents, needed },
        }
    }
}

impl From<SignatureError> for GrantRefusal {
    fn from(error: SignatureError) -> Self {
        match error {
            SignatureError::AlreadySigned => Self::AlreadySigned,
            SignatureError::NoName => Self::NoName,
            SignatureError::InFuture => Self::InFuture,
            SignatureError::BeforeAward { awarded_on } => Self::BeforeAward { awarded_on },
            SignatureError::SamePerson => Self::SamePerson,
            SignatureError::NotIssued => Self::NotIssued,
            SignatureError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<PaymentError> for GrantRefusal {
    fn from(error: PaymentError) -> Self {
        match error {
            PaymentError::NotPositive => Self::NotPositive,
            PaymentError::ExceedsGrant { granted, left, over } => {
                Self::ExceedsGrant { granted_pence: granted.into(), left_pence: left.into(), over_pence: over.into() }
            }
            PaymentError::NotSigned { missing } => Self::NotSigned { missing: missing.into_iter().map(Into::into).collect() },
            PaymentError::BeforeAward { awarded_on } => Self::BeforeAward { awarded_on },
            PaymentError::BeforeSigned { signed_on } => Self::BeforeSigned { signed_on },
            PaymentError::InFuture => Self::InFuture,
            PaymentError::NoAccount => Self::NoAccount,
            PaymentError::AccountNotChecked => Self::AccountNotChecked,
            PaymentError::AccountChanged { changed_on } => Self::AccountChanged { changed_on },
            PaymentError::ConditionNotMet { text } => Self::ConditionNotMet { text },
            PaymentError::ModulusFails => Self::ModulusFails,
            PaymentError::NoMatch => Self::NoMatch,
            PaymentError::Erased => Self::Erased,
            PaymentError::InRun => Self::InRun,
            PaymentError::NoReference => Self::NoReference,
            PaymentError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<UndoingError> for GrantRefusal {
    fn from(error: UndoingError) -> Self {
        match error {
            UndoingError::Already => Self::AlreadyUndone,
            UndoingError::InFuture => Self::InFuture,
            UndoingError::BeforePayment { paid_on } => Self::BeforePayment { paid_on },
            UndoingError::NoReason => Self::NoReason,
            UndoingError::ReceiptsStand => Self::ReceiptsStand,
            UndoingError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<CheckProblem> for GrantRefusal {
    fn from(error: CheckProblem) -> Self {
        match error {
            CheckProblem::InFuture => Self::InFuture,
            CheckProblem::BeforeRecorded { recorded_on } => Self::BeforeRecorded { recorded_on },
            CheckProblem::ChangedNeedsPhone => Self::ChangedNeedsPhone,
            CheckProblem::Already => Self::AlreadyChecked,
        }
    }
}

impl From<ExtensionError> for GrantRefusal {
    fn from(error: ExtensionError) -> Self {
        match error {
            ExtensionError::NotLater { ends_on } => Self::NotLater { ends_on },
            ExtensionError::NoReason => Self::NoReason,
            ExtensionError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<FeedbackError> for GrantRefusal {
    fn from(error: FeedbackError) -> Self {
        match error {
            FeedbackError::NothingPaid => Self::NothingPaid,
            FeedbackError::NoStory => Self::NoStory,
            FeedbackError::InFuture => Self::InFuture,
            FeedbackError::BeforeAward { awarded_on } => Self::BeforeAward { awarded_on },
            FeedbackError::NoNameAgreed => Self::NoNameAgreed,
            FeedbackError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<ReceiptError> for GrantRefusal {
    fn from(error: ReceiptError) -> Self {
        match error {
            ReceiptError::NoSuchLine => Self::NoSuchCost,
            ReceiptError::NotPositive => Self::NotPositive,
            ReceiptError::AcceptedTooMuch { amount } => Self::AcceptedTooMuch { amount_pence: amount.into() },
            ReceiptError::InFuture => Self::InFuture,
            ReceiptError::BeforeAward { awarded_on } => Self::BeforeAward { awarded_on },
            ReceiptError::AfterEnd { ends_on } => Self::AfterEnd { ends_on },
            ReceiptError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<SendBackError> for GrantRefusal {
    fn from(error: SendBackError) -> Self {
        match error {
            SendBackError::NotPositive => Self::NotPositive,
            SendBackError::TooMuch { unaccounted } => Self::TooMuchBack { unaccounted_pence: unaccounted.into() },
            SendBackError::InFuture => Self::InFuture,
            SendBackError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<CloseError> for GrantRefusal {
    fn from(error: CloseError) -> Self {
        match error {
            CloseError::NoFeedback { due_on } => Self::NoFeedback { due_on },
            CloseError::MoneyToReturn { unaccounted } => Self::MoneyToReturn { unaccounted_pence: unaccounted.into() },
            CloseError::InFuture => Self::InFuture,
            CloseError::BeforeFeedback { feedback_on } => Self::BeforeFeedback { feedback_on },
            CloseError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<CancelError> for GrantRefusal {
    fn from(error: CancelError) -> Self {
        match error {
            CancelError::Paid { paid } => Self::AlreadyPaid { paid_pence: paid.into() },
            CancelError::NoReason => Self::NoReason,
            CancelError::NotOpen => Self::NotOpen,
        }
    }
}

impl From<domain::Money> for Pence {
    fn from(money: domain::Money) -> Self {
        // Amounts above a thousand million pounds are refused where they are typed, so this is never cut short.
        Self::new(money.pence()).unwrap_or_else(Self::largest)
    }
}

impl From<TableError> for CommandError {
    fn from(refused: TableError) -> Self {
        match refused {
            TableError::Unreadable => Self::FileUnreadable,
            refused => Self::TableRefused { refusal: refused.into() },
        }
    }
}

impl From<TableError> for TableRefusal {
    fn from(refused: TableError) -> Self {
        match refused {
            TableError::Empty => Self::Empty,
            TableError::TooLarge { most_megabytes } => Self::TooLarge { most_megabytes },
            TableError::TooManyRows { most } => Self::TooManyRows { most },
            TableError::LineTooLong { row } => Self::LineTooLong { row },
            TableError::NotATable => Self::NotATable,
            TableError::Encoding => Self::Encoding,
            TableError::Protected => Self::Protected,
            TableError::Unreadable | TableError::Damaged => Self::Damaged,
            TableError::Formula { row, column } => Self::Formula { row, column },
            TableError::MissingColumns { row } => Self::MissingColumns { row },
            TableError::NoDateColumn => Self::NoDateColumn,
            TableError::NoAmountColumn => Self::NoAmountColumn,
            TableError::NotADate { row, text } => Self::NotADate { row, text },
            TableError::MixedDates { row, text } => Self::MixedDates { row, text },
            TableError::NotAnAmount { row, text } => Self::NotAnAmount { row, text },
            TableError::NoFlag { row, text } => Self::NoFlag { row, text },
            TableError::NoLines => Self::NoLines,
        }
    }
}
