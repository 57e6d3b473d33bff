//! `CommandError`: the only error that crosses to the UI. Codes and facts, never sentences.

use std::error::Error;

use serde::Serialize;
use specta::Type;

use crate::ipc::dto::{
    budget::PlanRefusal, clerk::RunRefusal, decision::DecisionRefusal, field::FieldProblem, grant::GrantRefusal, member::MemberRefusal,
    membership::MembershipRefusal, review::PackRefusal, session::Act, sitting::MeetingRefusal, statement::TableRefusal,
    vote::EmailVoteRefusal,
};

/// What a command answers.
pub(crate) type CommandResult<T> = Result<T, CommandError>;

/// Why a command refused. Each code has its words in `ui/src/words/problems.ts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum CommandError {
    /// No register is open, or it was locked.
    Locked,
    /// This member may not do that.
    NotPermitted {
        /// What was tried.
        act: Act,
    },
    /// No such record, or none this member may see.
    NotFound,
    /// Somebody else, or another window, changed it in the meantime.
    ChangedElsewhere,
    /// Fields that must be put right.
    Fields {
        /// Each with what is wrong.
        problems: Vec<FieldProblem>,
    },
    /// The decision would not stand.
    DecisionRefused {
        /// Why.
        refusal: DecisionRefusal,
    },
    /// It cannot be recorded on this grant.
    GrantRefused {
        /// Why.
        refusal: GrantRefusal,
    },
    /// The plan or its money cannot be changed so.
    PlanRefused {
        /// Why.
        refusal: PlanRefusal,
    },
    /// The run of payments cannot be made, approved or paid so.
    RunRefused {
        /// Why.
        refusal: RunRefusal,
    },
    /// A table or a statement was refused whole.
    TableRefused {
        /// Why.
        refusal: TableRefusal,
    },
    /// A member or their keys cannot be changed so.
    MemberRefused {
        /// Why.
        refusal: MemberRefusal,
    },
    /// A seat or an office cannot be given or taken away so.
    MembershipRefused {
        /// Why.
        refusal: MembershipRefusal,
    },
    /// It cannot be recorded at this meeting.
    MeetingRefused {
        /// Why.
        refusal: MeetingRefusal,
    },
    /// The vote by e-mail, or the ballot, would not stand.
    EmailVoteRefused {
        /// Why.
        refusal: EmailVoteRefusal,
    },
    /// The application cannot be received, corrected or withdrawn as it stands.
    WrongState,
    /// One does not settle one's own interest.
    OwnInterest,
    /// The passphrase does not open this member's vault.
    WrongPassphrase,
    /// The recovery key does not open this register.
    WrongRecoveryKey,
    /// No register stands there any more.
    RegisterMissing {
        /// Where it was looked for.
        path: String,
    },
    /// What stands there is no register.
    NotARegister {
        /// Where.
        path: String,
    },
    /// A newer version of the program made this register.
    NewerRegister,
    /// Another window, or another person, has it open.
    AlreadyOpen,
    /// The folder is copied to other machines while it is used.
    SynchronisedFolder {
        /// By what, such as `OneDrive`.
        by: String,
    },
    /// Something stands in the new register's folder already.
    FolderNotEmpty {
        /// Which folder.
        path: String,
    },
    /// The folder cannot be written to.
    NotWritable {
        /// Which folder.
        path: String,
    },
    /// Another long piece of work is under way.
    Busy,
    /// The disk is full. Nothing was saved.
    DiskFull,
    /// The register's file is damaged.
    Damaged,
    /// The file is too large to keep.
    FileTooLarge {
        /// The most, in megabytes.
        most_megabytes: u32,
    },
    /// The file is of a kind the register does not keep.
    FileKind,
    /// The file could not be read.
    FileUnreadable,
    /// No paper with this code was issued from this register, or none this member may see.
    PaperUnknown,
    /// The words of a document have a fault.
    WordingRefused {
        /// Which.
        fault: super::dto::wording::WordingFault,
    },
    /// A file of that name is there already, and nothing is written over.
    FileExists {
        /// Which file.
        path: String,
    },
    /// The file is no vault, or one that does not hold the keys it names.
    NotAVault,
    /// A pack or card was refused.
    PackRefused {
        /// Why.
        why: PackRefusal,
    },
    /// There is nothing to send to this reviewer: they get no application, or have no keys.
    NothingToSend,
    /// Whether its author has an interest must be recorded before their review.
    InterestFirst,
    /// Letters are recorded as issued, and none of their files could be put in its place.
    LettersNotPlaced {
        /// The file or the folder that was asked for.
        path: String,
    },
    /// The work was stopped, and nothing of it is left.
    Stopped,
    /// A character has no shape in the printed letters.
    NoGlyph {
        /// The character.
        character: String,
    },
    /// The wording of a printed document has a fault.
    Wording {
        /// Which document.
        document: String,
        /// Which line.
        line: u32,
    },
    /// The settings could not be kept: the disk is full, or the folder is read-only.
    SettingsNotSaved,
    /// A fault in the program. Nothing was saved; the incident stands in the log.
    Internal {
        /// Four characters to read out over the phone.
        incident: String,
    },
}

impl CommandError {
    /// A cause that has no words: logged here, once, under an incident that the person can read out.
    pub(crate) fn internal(cause: &dyn Error) -> Self {
        let incident = crate::system::incident();
        let mut told = cause.to_string();
        let mut next = cause.source();
        while let Some(source) = next {
            told.push_str(": ");
            told.push_str(&source.to_string());
            next = source.source();
        }
        #[expect(clippy::print_stderr, reason = "the log of a desktop program is its standard error")]
        {
            eprintln!("incident {incident}: {told}");
        }
        Self::Internal { incident }
    }
}

#[cfg(test)]
mod tests {
    use super::CommandError;

    #[test]
    fn an_error_crosses_as_its_code_and_its_facts() {
        assert_eq!(serde_json::to_value(CommandError::SettingsNotSaved).unwrap(), serde_json::json!({ "code": "settingsNotSaved" }));
        assert_eq!(
            serde_json::to_value(CommandError::Internal { incident: "4F2A".into() }).unwrap(),
            serde_json::json!({ "code": "internal", "incident": "4F2A" })
        );
    }

    #[test]
    fn an_unknown_cause_becomes_an_incident_and_says_nothing_else() {
        let error = CommandError::internal(&std::io::Error::other("a name from the register"));
        let CommandError::Internal { incident } = &error else {
            panic!("{error:?}");
        };
        assert_eq!(incident.len(), 4);
        assert!(!serde_json::to_string(&error).unwrap().contains("register"));
    }
}
