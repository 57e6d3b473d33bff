//! The one list of commands and events, and their TypeScript bindings.

mod applications;
mod clerk;
mod complaints;
mod constitution;
mod decisions;
mod documents;
mod door;
pub(crate) mod dto;
mod embargoes;
mod error;
mod error_from;
mod feedback;
mod find;
mod grants;
mod home;
mod interests;
mod meetings;
mod members;
mod membership;
mod minutes;
mod papers;
mod payment_packs;
mod payments;
mod plans;
mod preferences;
mod registers;
mod reviewer;
mod reviews;
mod sittings;
mod spending;
pub(crate) mod value;
mod votes;
mod wordings;

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

/// The register locked itself, since nobody was at the keyboard.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LockedItself {
    /// After how many minutes.
    pub(crate) minutes: u32,
}

/// How far a long piece of work has come.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WorkDone {
    /// Steps done.
    pub(crate) done: u32,
    /// Steps in all.
    pub(crate) of: u32,
}

/// Every command and event. One line here is what makes a command exist.
#[expect(clippy::too_many_lines, reason = "it is one list")]
pub(crate) fn builder() -> Builder<Wry> {
    Builder::new()
        .commands(collect_commands![
            door::door,
            preferences::preferences,
            preferences::save_preferences,
            registers::suggest_passphrase,
            registers::suggest_folder,
            registers::pick_folder,
            registers::pick_register,
            registers::inspect_register,
            registers::create_register,
            registers::create_sample,
            registers::unlock,
            registers::recover,
            registers::lock_register,
            registers::still_here,
            registers::put_recovery_page_away,
            registers::session,
            registers::back_up,
            applications::list_applications,
            applications::start_application,
            applications::application,
            applications::application_version,
            applications::save_typing,
            applications::receive_application,
            applications::start_correction,
            applications::abandon_correction,
            applications::receive_correction,
            applications::withdraw_application,
            applications::add_attachments,
            applications::attachment,
            applications::remove_attachment,
            applications::add_note,
            decisions::decision_day,
            decisions::record_decision,
            decisions::issue_decision,
            home::home,
            find::find,
            grants::list_grants,
            grants::grant,
            grants::record_signature,
            grants::extend_grant,
            grants::cancel_grant,
            grants::close_grant,
            payments::record_account,
            payments::check_account,
            payments::reveal_account,
            payments::record_payment,
            payments::undo_payment,
            plans::plans,
            plans::plan,
            plans::save_plan_words,
            plans::plan_draft,
            plans::start_plan_draft,
            plans::save_plan_draft,
            plans::discard_plan_draft,
            plans::adopt_plan,
            plans::pick_budget_table,
            plans::paste_budget_table,
            plans::understand_budget_table,
            plans::put_budget_table,
            spending::spendometer,
            spending::virements,
            spending::record_virement,
            spending::awards,
            spending::record_award,
            spending::pay_award,
            spending::undo_award_payment,
            spending::end_award,
            spending::bank_position,
            spending::record_draw_down,
            spending::void_draw_down,
            spending::save_spend_table,
            payment_packs::payment_pack_plan,
            payment_packs::save_payment_pack,
            payment_packs::pick_payment_receipt,
            payment_packs::take_in_payment_receipt,
            payment_packs::confirm_payee,
            payment_packs::meet_condition,
            payment_packs::payment_settings,
            payment_packs::save_payment_settings,
            payment_packs::load_modulus_tables,
            clerk::clerk_ledger,
            clerk::clerk_grant,
            clerk::clerk_account,
            clerk::clerk_agreement,
            clerk::clerk_pay,
            clerk::clerk_undo,
            clerk::clerk_check,
            clerk::clerk_confirm,
            clerk::make_run,
            clerk::approve_run,
            clerk::drop_run,
            clerk::pay_run,
            clerk::bank::bank_file_layouts,
            clerk::bank::preview_bank_file,
            clerk::bank::save_bank_file,
            clerk::bank::pick_statement,
            clerk::bank::read_statement,
            clerk::bank::read_ofx_statement,
            clerk::bank::confirm_matches,
            clerk::bank::load_clerk_tables,
            clerk::save_clerk_receipt,
            clerk::clerk_paper,
            clerk::open_clerk_paper,
            clerk::save_clerk_paper,
            clerk::remove_ledger,
            feedback::save_feedback,
            feedback::record_feedback,
            feedback::record_receipt,
            feedback::void_receipt,
            feedback::record_sent_back,
            documents::document,
            documents::open_document,
            documents::save_document,
            papers::check_paper,
            papers::papers_of,
            papers::issued_paper,
            papers::look_at_paper,
            papers::take_form,
            papers::file_scan,
            papers::mail,
            papers::make_mail,
            wordings::wordings,
            wordings::wording,
            wordings::try_wording,
            wordings::keep_wording,
            wordings::save_wording,
            members::members,
            members::add_member,
            members::change_member,
            members::record_leaving,
            members::give_vault,
            members::pick_card,
            members::confirm_card,
            members::my_keys,
            members::save_my_card,
            members::save_my_vault,
            members::change_my_passphrase,
            members::new_recovery_page,
            membership::membership,
            membership::membership_person,
            membership::give_seat,
            membership::end_seat,
            membership::appoint_officer,
            membership::end_office,
            membership::record_election,
            membership::record_joining,
            membership::vote_on_joining,
            membership::record_member_paper,
            membership::void_member_paper,
            membership::record_tie,
            membership::end_tie,
            interests::interest_gate,
            interests::answer_interest,
            interests::rule_on_interest,
            interests::declared_interests,
            interests::interest_register,
            interests::add_standing_interest,
            interests::end_standing_interest,
            embargoes::embargoes,
            embargoes::set_embargo,
            embargoes::end_embargo,
            embargoes::record_embargo_told,
            reviews::rounds,
            reviews::round_choices,
            reviews::start_round,
            reviews::change_round,
            reviews::round,
            reviews::leave_out,
            reviews::send_packs,
            reviews::stop_work,
            reviews::record_paper_sent,
            reviews::pick_response,
            reviews::bring_in_response,
            reviews::note_refused_pack,
            reviews::save_receipt,
            reviews::open_reviews,
            reviews::settle_late_review,
            reviews::panel,
            reviews::review_desk,
            reviews::record_review,
            reviews::record_paper_interest,
            meetings::meetings,
            meetings::meeting,
            meetings::plan_meeting,
            meetings::change_meeting,
            meetings::call_off_meeting,
            meetings::add_item,
            meetings::change_item,
            meetings::move_item,
            meetings::remove_item,
            meetings::add_paper,
            meetings::open_paper,
            meetings::remove_paper,
            meetings::record_notice,
            sittings::sitting,
            sittings::record_attendance,
            sittings::record_heads,
            sittings::start_meeting,
            sittings::take_item,
            sittings::declare_at_meeting,
            sittings::record_part,
            sittings::weigh_resolution,
            sittings::resolve,
            sittings::note_item,
            sittings::undo_entry,
            sittings::close_meeting,
            minutes::minutes,
            minutes::save_minutes,
            constitution::constitution,
            constitution::change_constitution,
            constitution::contact_details,
            constitution::save_contact_details,
            votes::email_votes,
            votes::email_vote,
            votes::start_email_vote,
            votes::record_ballot,
            votes::close_email_vote,
            complaints::complaints,
            complaints::add_complaint,
            complaints::record_complaint_step,
            reviewer::reviewer_people,
            reviewer::make_reviewer,
            reviewer::bring_vault,
            reviewer::unlock_reviewer,
            reviewer::reviewer_desk,
            reviewer::save_reviewer_card,
            reviewer::change_reviewer_passphrase,
            reviewer::pick_pack,
            reviewer::trust_sender,
            reviewer::reviewer_pack,
            reviewer::reviewer_gate,
            reviewer::reviewer_answer,
            reviewer::reviewer_application,
            reviewer::reviewer_file,
            reviewer::save_judgement,
            reviewer::seal_review,
            reviewer::reopen_review,
            reviewer::save_response,
            reviewer::remove_pack,
            reviewer::lock_reviewer,
        ])
        .events(collect_events![Touched, LockedItself, WorkDone])
        .error_handling(ErrorHandlingMode::Result)
        // One shape a type, both ways: what may be absent crosses as `null`.
        .disable_serde_phases()
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
