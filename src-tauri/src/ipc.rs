//! The one list of commands and events, and their TypeScript bindings.

mod door;
#[allow(dead_code, reason = "the commands that use these are being written")]
pub(crate) mod dto;
mod error;
mod preferences;
#[expect(dead_code, unused_imports, unused_macros, reason = "money and ids cross with the first register commands")]
pub(crate) mod value;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Typescript;
use tauri::Wry;
use tauri_specta::{Builder, ErrorHandlingMode, Event, collect_commands, collect_events};

pub(crate) use error::{CommandError, CommandResult};

use crate::StartError;

/// Some records changed: open screens about these areas read again.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Touched {
    /// The words the use cases give their areas, such as `application` or `payment`.
    pub(crate) areas: Vec<String>,
}

/// Every command and event. One line here is what makes a command exist.
pub(crate) fn builder() -> Builder<Wry> {
    Builder::new()
        .commands(collect_commands![door::door, preferences::preferences, preferences::save_preferences,])
        .events(collect_events![Touched])
        .error_handling(ErrorHandlingMode::Result)
        // One shape a type, both ways: what may be absent crosses as `null`.
        .disable_serde_phases()
        // TEMPORARY-TYPES
        .typ::<dto::session::RegisterFound>()
        .typ::<dto::session::CreateRegisterInput>()
        .typ::<dto::session::SampleOpened>()
        .typ::<dto::session::UnlockInput>()
        .typ::<dto::session::RecoverInput>()
        .typ::<dto::session::MemberRow>()
        .typ::<dto::session::BackedUp>()
        .typ::<dto::application::ListApplicationsInput>()
        .typ::<dto::application::ApplicationList>()
        .typ::<dto::application::ApplicationView>()
        .typ::<dto::application::SaveTypingInput>()
        .typ::<dto::application::TypingSaved>()
        .typ::<dto::application::ReceiveCorrectionInput>()
        .typ::<dto::application::WithdrawApplicationInput>()
        .typ::<dto::application::ApplicationReceived>()
        .typ::<dto::application::AddAttachmentsInput>()
        .typ::<dto::application::AttachmentContent>()
        .typ::<dto::application::AddNoteInput>()
        .typ::<dto::application::RemoveAttachmentInput>()
        .typ::<dto::decision::RecordDecisionInput>()
        .typ::<dto::decision::DecisionRecorded>()
        .typ::<dto::decision::IssueDecisionInput>()
        .typ::<dto::grant::ListGrantsInput>()
        .typ::<dto::grant::GrantList>()
        .typ::<dto::grant::GrantView>()
        .typ::<dto::grant::RecordSignatureInput>()
        .typ::<dto::grant::RecordAccountInput>()
        .typ::<dto::grant::AccountDetails>()
        .typ::<dto::grant::CheckAccountInput>()
        .typ::<dto::grant::RecordPaymentInput>()
        .typ::<dto::grant::UndoPaymentInput>()
        .typ::<dto::grant::ExtendGrantInput>()
        .typ::<dto::grant::CancelGrantInput>()
        .typ::<dto::grant::FeedbackInput>()
        .typ::<dto::grant::RecordReceiptInput>()
        .typ::<dto::grant::VoidReceiptInput>()
        .typ::<dto::grant::RecordSentBackInput>()
        .typ::<dto::grant::CloseGrantInput>()
        .typ::<dto::home::Home>()
        .typ::<dto::home::Found>()
        .typ::<dto::home::Budget>()
        .typ::<dto::document::DocumentInput>()
        .typ::<dto::document::DocumentPages>()
}

/// The bindings as they should stand in `ui/src/lib/ipc/bindings.ts`.
pub(crate) fn bindings() -> Result<String, StartError> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("bindings.ts");
    builder().export(Typescript::default().header("// Written by `cargo xtask bindings` from src-tauri/src/ipc. Do not edit.\n"), &file)?;
    Ok(std::fs::read_to_string(file)?)
}

#[cfg(test)]
mod tests {
    use super::bindings;

    #[test]
    fn the_bindings_in_the_ui_are_fresh() {
        let kept = include_str!("../../ui/src/lib/ipc/bindings.ts");
        assert_eq!(kept, bindings().unwrap(), "run `cargo xtask bindings` and keep what it writes");
    }

    #[test]
    fn the_window_may_ask_only_for_events_its_title_and_its_end() {
        let capability: serde_json::Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
        assert_eq!(
            capability["permissions"],
            serde_json::json!([
                "core:event:allow-listen",
                "core:event:allow-unlisten",
                "core:window:allow-set-title",
                "core:window:allow-close"
            ])
        );
        assert_eq!(capability["windows"], serde_json::json!(["main"]));
        assert!(capability.get("remote").is_none(), "no page from elsewhere may ask for anything");
    }

    #[test]
    fn pages_may_load_nothing_from_elsewhere() {
        let settings: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        let policy = settings["app"]["security"]["csp"].as_object().unwrap();
        assert_eq!(policy["default-src"], "'none'");
        for (directive, sources) in policy {
            for source in sources.as_str().unwrap().split(' ') {
                assert!(
                    ["'none'", "'self'", "blob:", "data:", "ipc:", "http://ipc.localhost"].contains(&source),
                    "{directive} lets {source} in"
                );
            }
        }
    }
}
