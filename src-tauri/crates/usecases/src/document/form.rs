//! The blank application form and the recovery page for the printer.

use super::Desk;
use super::words::long_date;
use documents::view::{BlankFormView, QuestionView, RecoveryPageView};
use domain::application::QUESTIONS;
use keys::RecoveryKey;

/// Lines to write on below each of the seven questions.
const LINES: [u16; 7] = [0, 12, 0, 12, 10, 10, 8];
/// The form with this plan's priorities.
pub(super) fn blank(desk: &Desk<'_>) -> BlankFormView {
    let (labels, plan) = (&desk.labels, desk.open.plan());
    BlankFormView {
        letterhead: desk.open.partnership().to_owned(),
        area: labels.area.replace("{partnership}", desk.open.partnership()),
        version: labels.version.replace("{month}", &plan.starts_on.format("%B %Y").to_string()),
        return_by: None,
        contact: desk.where_to(),
        kinds: labels.kinds.clone(),
        heard: labels.heard_choices.clone(),
        questions: QUESTIONS
            .iter()
            .zip(LINES)
            .map(|(question, lines)| QuestionView {
                text: question.text.to_owned(),
                hint: question.help.unwrap_or_default().to_owned(),
                ticks: if question.number == 1 {
                    plan.priorities.iter().map(|priority| priority.name.clone()).collect()
                } else {
                    Vec::new()
                },
                costs: question.number == 3,
                ages: if question.number == 2 { labels.ages.clone() } else { Vec::new() },
                lines,
            })
            .collect(),
    }
}

/// The page with the key, parted so that it is easy to read and to type.
pub(super) fn recovery(desk: &Desk<'_>, recovery: &RecoveryKey) -> RecoveryPageView {
    let letters: Vec<char> = recovery.printed().chars().collect();
    let key = letters.chunks(4).map(|part| part.iter().collect()).collect();
    RecoveryPageView {
        partnership: desk.body(),
        register: desk.labels.register.replace("{partnership}", desk.open.partnership()),
        made_on: long_date(desk.open.today()),
        key,
    }
}
