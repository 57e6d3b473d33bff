//! Checking a typed application against the paper: what must be put right, and what is only worth asking.

use super::content::{ApplicationContent, CostLine, TypedApplication};
use crate::{Money, date::DateProblem, money::MoneyProblem};
use chrono::NaiveDate;

/// The longest answer the register takes, in characters: about forty typed pages.
pub const LONGEST_ANSWER: usize = 100_000;
/// The longest name or other single line, in characters.
pub const LONGEST_LINE: usize = 300;
/// The most cost lines on one application.
pub const MOST_COSTS: usize = 200;

/// Where on the form something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The group's name.
    GroupName,
    /// The kind of group.
    GroupKind,
    /// The one line about the project.
    Summary,
    /// A contact, counted from 0.
    Contact(usize),
    /// The address or postcode.
    Address,
    /// How it heard.
    HeardHow,
    /// Who is paid.
    Payee,
    /// The day the paper arrived.
    ReceivedOn,
    /// A question, 1 to 7.
    Question(u8),
    /// The number of an age group, counted from 0.
    PeopleOfAge(usize),
    /// The number of people in all.
    PeopleTotal,
    /// The number from the area.
    PeopleFromArea,
    /// What a cost line is for, counted from 0.
    CostWhat(usize),
    /// What a cost line costs, counted from 0.
    CostAmount(usize),
    /// The total asked for.
    Asked,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must be filled in.
    Missing,
    /// The question is neither answered nor marked as left blank on the paper.
    NotSettled,
    /// It is no amount of money.
    Money(MoneyProblem),
    /// It is no date.
    Date(DateProblem),
    /// The day is after today.
    InFuture,
    /// It is no whole number.
    NotANumber,
    /// It is longer than the register takes.
    TooLong {
        /// The most characters, or lines.
        most: usize,
    },
}

/// Something that must be put right before the application is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

/// Something worth asking the group. What the paper says wins: none of these stops the receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The costs do not add up to the amount asked for.
    CostsDiffer {
        /// What the lines add up to.
        costs: Money,
        /// What the paper asks for.
        asked: Money,
    },
    /// More people from the area than people.
    MoreFromAreaThanInAll,
    /// The age groups do not add up to the number of people.
    AgesDiffer {
        /// What the age groups add up to.
        ages: u32,
        /// What the paper says in all.
        total: u32,
    },
    /// No priority was ticked.
    NoPriority,
    /// There is no way to reach the group.
    NoWayToReach,
}

/// Reads a typed application whole: the content that may be received with notes to ask about, or every problem in the
/// order of the form.
pub fn check(typed: &TypedApplication, today: NaiveDate) -> Result<(ApplicationContent, Vec<Note>), Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut refuse = |field, problem| problems.push(FieldProblem { field, problem });

    if typed.cover.group_name.trim().is_empty() {
        refuse(Field::GroupName, Problem::Missing);
    }
    for (field, text) in single_lines(typed) {
        if text.chars().count() > LONGEST_LINE {
            refuse(field, Problem::TooLong { most: LONGEST_LINE });
        }
    }
    let received_on = match typed.received_on.date() {
        Ok(date) if date > today => {
            refuse(Field::ReceivedOn, Problem::InFuture);
            None
        }
        Ok(date) => Some(date),
        Err(problem) => {
            refuse(Field::ReceivedOn, Problem::Date(problem));
            None
        }
    };

    let mut by_age = Vec::new();
    for (index, (age, text)) in typed.people.by_age.iter().enumerate() {
        match whole_number(text) {
            Ok(Some(count)) => by_age.push((*age, count)),
            Ok(None) => {}
            Err(()) => refuse(Field::PeopleOfAge(index), Problem::NotANumber),
        }
    }
    let people = whole_number(&typed.people.total).unwrap_or_else(|()| {
        refuse(Field::PeopleTotal, Problem::NotANumber);
        None
    });
    let people_from_area = whole_number(&typed.people.from_area).unwrap_or_else(|()| {
        refuse(Field::PeopleFromArea, Problem::NotANumber);
        None
    });

    let mut costs = Vec::new();
    if typed.costs.len() > MOST_COSTS {
        refuse(Field::Question(3), Problem::TooLong { most: MOST_COSTS });
    }
    for (index, line) in typed.costs.iter().enumerate() {
        if line.what.trim().is_empty() && line.amount.trim().is_empty() {
            continue;
        }
        if line.what.trim().is_empty() {
            refuse(Field::CostWhat(index), Problem::Missing);
        }
        if line.what.chars().count() > LONGEST_LINE {
            refuse(Field::CostWhat(index), Problem::TooLong { most: LONGEST_LINE });
        }
        match Money::parse(&line.amount) {
            Ok(amount) => costs.push(CostLine { id: line.id, what: line.what.trim().to_owned(), amount }),
            Err(problem) => refuse(Field::CostAmount(index), Problem::Money(problem)),
        }
    }
    let asked = match Money::parse(&typed.asked) {
        Ok(amount) => Some(amount),
        Err(MoneyProblem::Missing) => None,
        Err(problem) => {
            refuse(Field::Asked, Problem::Money(problem));
            None
        }
    };

    for (number, answer) in (1u8..).zip(&typed.answers) {
        if answer.text.chars().count() > LONGEST_ANSWER {
            refuse(Field::Question(number), Problem::TooLong { most: LONGEST_ANSWER });
        }
        if !question_settled(typed, number) {
            refuse(Field::Question(number), Problem::NotSettled);
        }
    }

    let Some(received_on) = received_on.filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    let content = ApplicationContent {
        cover: typed.cover.clone(),
        received_on,
        priorities: typed.priorities.clone(),
        by_age,
        people,
        people_from_area,
        costs,
        asked,
        answers: typed.answers.clone(),
    };
    let notes = notes(&content);
    Ok((content, notes))
}

/// Whether a question is dealt with: ticked, typed, costed, or left blank on the paper.
pub fn question_settled(typed: &TypedApplication, number: u8) -> bool {
    let settled = usize::from(number).checked_sub(1).and_then(|index| typed.answers.get(index)).is_some_and(super::Answer::is_settled);
    let also = match number {
        1 => !typed.priorities.is_empty(),
        3 => typed.costs.iter().any(|line| !line.what.trim().is_empty() || !line.amount.trim().is_empty()),
        _ => false,
    };
    settled || also
}

/// What is worth asking the group about, when the form is as it is.
fn notes(content: &ApplicationContent) -> Vec<Note> {
    let mut notes = Vec::new();
    let costs = content.cost_total();
    if let Some(asked) = content.asked.filter(|asked| *asked != costs && !content.costs.is_empty()) {
        notes.push(Note::CostsDiffer { costs, asked });
    }
    if let (Some(total), Some(from_area)) = (content.people, content.people_from_area)
        && from_area > total
    {
        notes.push(Note::MoreFromAreaThanInAll);
    }
    let ages = content.by_age.iter().fold(0u32, |sum, (_, count)| sum.saturating_add(*count));
    if let Some(total) = content.people.filter(|total| *total != ages && !content.by_age.is_empty()) {
        notes.push(Note::AgesDiffer { ages, total });
    }
    if content.priorities.is_empty() {
        notes.push(Note::NoPriority);
    }
    let reachable = !content.cover.address.trim().is_empty()
        || content.cover.contacts.iter().any(|contact| !contact.phone.trim().is_empty() || !contact.email.trim().is_empty());
    if !reachable {
        notes.push(Note::NoWayToReach);
    }
    notes
}

fn whole_number(typed: &str) -> Result<Option<u32>, ()> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if bare.is_empty() {
        return Ok(None);
    }
    if !bare.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    bare.parse().ok().filter(|count| *count <= 1_000_000).map(Some).ok_or(())
}

fn single_lines(typed: &TypedApplication) -> Vec<(Field, &str)> {
    let cover = &typed.cover;
    let mut lines = vec![(Field::GroupName, cover.group_name.as_str()), (Field::Summary, &cover.summary)];
    for (index, contact) in cover.contacts.iter().enumerate() {
        for part in [&contact.name, &contact.position, &contact.phone, &contact.email] {
            lines.push((Field::Contact(index), part));
        }
    }
    lines.extend([
        (Field::Address, cover.address.as_str()),
        (Field::Address, &cover.postcode),
        (Field::HeardHow, &cover.heard_how),
        (Field::Payee, &cover.payee_name),
    ]);
    lines
}

#[cfg(test)]
mod tests {
    use super::super::content::{AgeGroup, Answer, TypedCostLine};
    use super::*;
    use crate::{date::TypedDate, id::CostLineId};
    use uuid::Uuid;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 1, 17).unwrap()
    }

    fn line(what: &str, amount: &str) -> TypedCostLine {
        TypedCostLine { id: CostLineId(Uuid::nil()), what: what.into(), amount: amount.into() }
    }

    fn complete() -> TypedApplication {
        let mut typed = TypedApplication::default();
        typed.cover.group_name = "Foxglove Close Street Play".into();
        typed.received_on = TypedDate { day: "13".into(), month: "1".into(), year: "2023".into() };
        for answer in &mut typed.answers {
            *answer = Answer { text: "Words".into(), left_blank: false };
        }
        typed
    }

    #[test]
    fn an_empty_form_lists_all_that_is_missing_in_the_order_of_the_form() {
        let problems = check(&TypedApplication::default(), today()).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        let mut expected = vec![Field::GroupName, Field::ReceivedOn];
        expected.extend((1..=7).map(Field::Question));
        assert_eq!(fields, expected);
    }

    #[test]
    fn left_blank_on_the_paper_is_an_answer_to_every_question() {
        let mut typed = complete();
        for answer in &mut typed.answers {
            *answer = Answer { text: String::new(), left_blank: true };
        }
        assert!(check(&typed, today()).is_ok());
    }

    #[test]
    fn costs_or_ticks_settle_their_question_without_words() {
        let mut typed = complete();
        typed.answers[0] = Answer::default();
        typed.answers[2] = Answer::default();
        assert_eq!(check(&typed, today()).unwrap_err().len(), 2);
        typed.priorities.push(crate::id::PriorityId(Uuid::nil()));
        typed.costs.push(line("Chalk", "5"));
        assert!(check(&typed, today()).is_ok());
    }

    #[test]
    fn a_form_that_does_not_add_up_is_received_as_written_with_a_note() {
        let mut typed = complete();
        typed.costs = vec![line("Signs", "85"), line("Vests", "36.00"), line(" ", "")];
        typed.asked = "£210".into();
        let (content, notes) = check(&typed, today()).unwrap();
        assert_eq!(content.costs.len(), 2);
        assert!(notes.contains(&Note::CostsDiffer { costs: Money::from_pence(12_100), asked: Money::from_pence(21_000) }));
    }

    #[test]
    fn bad_numbers_are_refused_beside_their_field() {
        let mut typed = complete();
        typed.people.by_age = vec![(AgeGroup::Under5, "4".into()), (AgeGroup::From65, "many".into())];
        typed.people.total = "-3".into();
        typed.costs = vec![line("", "5"), line("Signs", "lots")];
        typed.asked = "1.234".into();
        typed.received_on = TypedDate::from_date(today().succ_opt().unwrap());
        let problems = check(&typed, today()).unwrap_err();
        let expected = [
            (Field::ReceivedOn, Problem::InFuture),
            (Field::PeopleOfAge(1), Problem::NotANumber),
            (Field::PeopleTotal, Problem::NotANumber),
            (Field::CostWhat(0), Problem::Missing),
            (Field::CostAmount(1), Problem::Money(MoneyProblem::NotAnAmount)),
            (Field::Asked, Problem::Money(MoneyProblem::TooManyDecimals)),
        ];
        assert_eq!(problems.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_was_received_can_be_put_back_on_the_screen_and_received_again_unchanged() {
        let mut typed = complete();
        typed.costs = vec![line("Signs", "1,285")];
        typed.asked = "1285".into();
        typed.people.by_age = vec![(AgeGroup::Under5, "4".into())];
        typed.people.total = "5".into();
        let (content, _) = check(&typed, today()).unwrap();
        assert_eq!(check(&content.typed(), today()).unwrap().0, content);
    }

    #[test]
    fn numbers_that_disagree_are_worth_a_question_and_no_more() {
        let mut typed = complete();
        typed.people.by_age = vec![(AgeGroup::Under5, "4".into())];
        typed.people.total = "5".into();
        typed.people.from_area = "6".into();
        let (_, notes) = check(&typed, today()).unwrap();
        assert!(notes.contains(&Note::MoreFromAreaThanInAll));
        assert!(notes.contains(&Note::AgesDiffer { ages: 4, total: 5 }));
        assert!(notes.contains(&Note::NoPriority));
        assert!(notes.contains(&Note::NoWayToReach));
    }

    #[test]
    fn a_line_too_long_for_any_paper_is_refused() {
        let mut typed = complete();
        typed.cover.group_name = "x".repeat(LONGEST_LINE + 1);
        let problems = check(&typed, today()).unwrap_err();
        assert_eq!(problems, [FieldProblem { field: Field::GroupName, problem: Problem::TooLong { most: LONGEST_LINE } }]);
    }
}
