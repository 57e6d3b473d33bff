//! `CommandError`: the only error that crosses to the UI. Codes and facts, never sentences.

use std::error::Error;

use serde::Serialize;
use specta::Type;

/// What a command answers.
pub(crate) type CommandResult<T> = Result<T, CommandError>;

/// Why a command refused. Each code has its words in `ui/src/words/problems.ts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum CommandError {
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
