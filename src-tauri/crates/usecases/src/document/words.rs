//! Labels of the printed pages, from `assets/labels.json`, and amounts and dates as they are printed.

use crate::grant::StoryKind;
use crate::{Case, Result};
use chrono::NaiveDate;
use domain::application::{AgeGroup, GroupKind};
use domain::date::written;
use domain::member::Role;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

const LABELS: &str = include_str!("../../../../../assets/labels.json");

/// The labels that a document does not have itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labels {
    pub(super) body: String,
    pub(super) area: String,
    pub(super) register: String,
    pub(super) version: String,
    pub(super) draft: String,
    pub(super) not_typed: String,
    pub(super) embargo: String,
    pub(super) group_name: String,
    pub(super) group_kind: String,
    pub(super) summary: String,
    pub(super) first_contact: String,
    pub(super) second_contact: String,
    pub(super) more_contact: String,
    pub(super) address: String,
    pub(super) payee: String,
    pub(super) heard: String,
    pub(super) received: String,
    pub(super) on_paper: String,
    pub(super) typed_by: String,
    constituted: String,
    informal: String,
    registered: String,
    person: String,
    not_said: String,
    pub(super) first_version: String,
    pub(super) for_party: String,
    pub(super) signed_on_paper: String,
    pub(super) position: String,
    pub(super) chair_or_vice: String,
    pub(super) one_payment: String,
    pub(super) no_return_by: String,
    pub(super) from_elsewhere: String,
    pub(super) not_listed: String,
    pub(super) part_purpose: String,
    pub(super) greeting: String,
    pub(super) greeting_unnamed: String,
    pub(super) project_named: String,
    pub(super) project_unnamed: String,
    pub(super) lto_unnamed: String,
    pub(super) signing: String,
    pub(super) phone_line: String,
    pub(super) from_to: String,
    pub(super) meeting_partnership: String,
    pub(super) meeting_sub_group: String,
    pub(super) meeting_forum: String,
    pub(super) in_short_partnership: String,
    pub(super) in_short_sub_group: String,
    pub(super) in_short_forum: String,
    pub(super) group_and_reference: String,
    pub(super) item_not_yours: String,
    pub(super) agenda_name: String,
    pub(super) public_agenda_name: String,
    pub(super) notice_name: String,
    pub(super) minutes_name: String,
    pub(super) public_minutes_name: String,
    pub(super) decision_sheet_name: String,
    pub(super) spendometer_name: String,
    pub(super) spend_report_name: String,
    pub(super) priority: String,
    pub(super) project_support: String,
    pub(super) drawn_down: String,
    pub(super) spent: String,
    pub(super) in_bank: String,
    pub(super) came_back: String,
    pub(super) share_on_top: String,
    pub(super) moved: String,
    pub(super) outside: String,
    pub(super) payment_list_name: String,
    pub(super) advice_name: String,
    pub(super) by_cheque: String,
    pub(super) account_ending: String,
    pub(super) payments_counted: String,
    pub(super) paid_on: String,
    pub(super) advice_grant: String,
    pub(super) advice_part: String,
    pub(super) part_of: String,
    pub(super) advice_account: String,
    pub(super) advice_reference: String,
    pub(super) members_counted: String,
    pub(super) members_value: String,
    pub(super) members_needed: String,
    pub(super) needed_value: String,
    pub(super) in_the_chair: String,
    pub(super) by_consensus: String,
    pub(super) by_vote: String,
    pub(super) casting_for: String,
    pub(super) casting_against: String,
    pub(super) present_for_it: String,
    pub(super) agreed_to_it: String,
    pub(super) blank_form_name: String,
    pub(super) fillable_form_name: String,
    pub(super) application_name: String,
    pub(super) letter_name: String,
    pub(super) agreement_name: String,
    pub(super) feedback_name: String,
    pub(super) recovery_name: String,
    pub(super) booklet_name: String,
    pub(super) reply_sheet_name: String,
    pub(super) panel_report_name: String,
    pub(super) change_ends: String,
    pub(super) change_feedback: String,
    pub(super) closing_paid: String,
    pub(super) closing_receipts: String,
    pub(super) closing_sent_back: String,
    pub(super) closing_let_go: String,
    pub(super) file_application: String,
    pub(super) file_letter: String,
    pub(super) file_agreement: String,
    pub(super) file_change: String,
    pub(super) file_closing: String,
    pub(super) file_made: String,
    pub(super) file_asked: String,
    pub(super) file_state: String,
    pub(super) file_granted: String,
    pub(super) file_ends: String,
    pub(super) file_feedback_due: String,
    pub(super) file_paid: String,
    pub(super) file_shown: String,
    pub(super) file_sent_back: String,
    pub(super) file_how_much: String,
    pub(super) file_how_well: String,
    pub(super) file_difference: String,
    pub(super) file_heard: String,
    pub(super) file_people: String,
    pub(super) file_closed: String,
    pub(super) file_cancelled: String,
    pub(super) file_came_back: String,
    pub(super) file_returned: String,
    pub(super) file_voided: String,
    pub(super) change_letter_name: String,
    pub(super) reminder_name: String,
    pub(super) receipt_sheet_name: String,
    pub(super) story_consent_name: String,
    pub(super) closing_letter_name: String,
    pub(super) member_agreement_name: String,
    pub(super) grant_file_name: String,
    pub(super) mail_letters: String,
    pub(super) mail_agreements: String,
    pub(super) mail_reminders: String,
    pub(super) until: String,
    pub(super) person_and_part: String,
    pub(super) score: String,
    draft_name: String,
    pub(super) kinds: Vec<String>,
    pub(super) heard_choices: Vec<String>,
    pub(super) ages: Vec<String>,
    roles: BTreeMap<String, String>,
    pub(super) states: BTreeMap<String, String>,
    pub(super) story: HashMap<StoryKind, String>,
}

impl Labels {
    pub(super) fn bundled() -> Result<Self> {
        Ok(serde_json::from_str(LABELS)?)
    }

    /// `CC-2022-003 agreement`
    pub(super) fn file(&self, case: &Case, kind: &str) -> String {
        format!("{} {kind}", case.reference().unwrap_or_else(|| self.draft_name.clone()))
    }

    pub(super) fn kind(&self, kind: GroupKind) -> &str {
        match kind {
            GroupKind::Constituted => &self.constituted,
            GroupKind::Informal => &self.informal,
            GroupKind::Registered => &self.registered,
            GroupKind::Person => &self.person,
            GroupKind::NotSaid => &self.not_said,
        }
    }

    pub(super) fn age(&self, age: AgeGroup) -> &str {
        let place = AgeGroup::ALL.into_iter().position(|other| other == age);
        place.and_then(|place| self.ages.get(place)).map_or(age.code(), String::as_str)
    }

    pub(super) fn role(&self, role: Role) -> &str {
        self.roles.get(role.code()).map_or("", String::as_str)
    }
}

/// The words beside the boxes of the form, for whoever reads it when it comes back.
pub(crate) struct FormLabels(Labels);

impl FormLabels {
    pub(crate) fn bundled() -> Result<Self> {
        Labels::bundled().map(Self)
    }

    /// The kind of group beside whose box these words stand.
    pub(crate) fn kind(&self, label: &str) -> Option<GroupKind> {
        self.0.kinds.iter().zip(GroupKind::ALL).find(|(words, _)| words.as_str() == label).map(|(_, kind)| kind)
    }
}

/// `Friday 20 January 2023`
pub(super) fn long_date(date: NaiveDate) -> String {
    format!("{} {}", date.format("%A"), written(date))
}

/// Lines with something in them.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
