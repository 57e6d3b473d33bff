//! The task list of an application being typed in: which parts are done.

use super::{check::question_settled, content::TypedApplication};

/// A part of the typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskPart {
    /// The group and who to contact.
    Group,
    /// When the paper came, how they heard, and who is paid.
    DatesAndPayee,
    /// A question, 1 to 7.
    Question(u8),
    /// Keep a copy of the paper. Worth doing, never needed.
    Scan,
}

/// One line of the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// The part.
    pub part: TaskPart,
    /// Whether it is done.
    pub done: bool,
}

/// The task list, in order.
pub fn tasks(typed: &TypedApplication, scans: usize) -> Vec<Task> {
    let cover = &typed.cover;
    let group =
        !cover.group_name.trim().is_empty() && cover.group_kind.is_some() && cover.contacts.iter().any(|c| !c.name.trim().is_empty());
    let mut tasks =
        vec![Task { part: TaskPart::Group, done: group }, Task { part: TaskPart::DatesAndPayee, done: typed.received_on.date().is_ok() }];
    tasks.extend((1..=7).map(|number| Task { part: TaskPart::Question(number), done: question_settled(typed, number) }));
    tasks.push(Task { part: TaskPart::Scan, done: scans > 0 });
    tasks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_done_on_an_empty_form_and_each_part_counts_alone() {
        let mut typed = TypedApplication::default();
        assert!(tasks(&typed, 0).iter().all(|task| !task.done));
        assert_eq!(tasks(&typed, 0).len(), 10);
        typed.answers[6].left_blank = true;
        let done: Vec<_> = tasks(&typed, 1).into_iter().filter(|task| task.done).map(|task| task.part).collect();
        assert_eq!(done, [TaskPart::Question(7), TaskPart::Scan]);
    }
}
