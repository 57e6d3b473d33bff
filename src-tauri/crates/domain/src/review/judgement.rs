//! One reviewer's judgement: as typed, and as it is sealed once every part of it can be read.

use crate::Money;
use crate::application::check::LONGEST_ANSWER;
use crate::money::MoneyProblem;

/// Whether the project helps to meet the plan's priorities (§4.3, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpsPlan {
    /// It does.
    Yes,
    /// In part.
    Partly,
    /// It does not.
    No,
    /// The application does not let one tell.
    CannotTell,
}

impl HelpsPlan {
    /// Every answer.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::CannotTell];

    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::CannotTell => "cannot-tell",
        }
    }

    /// The answer of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|helps| helps.code() == code)
    }
}

/// What the reviewer thinks the meeting should do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recommendation {
    /// Grant what is asked.
    FundInFull,
    /// Grant this much of it.
    FundPart {
        /// Less than what is asked.
        amount: Money,
    },
    /// Ask the group for more first.
    AskForMore,
    /// Do not grant it.
    DoNotFund,
}

impl Recommendation {
    /// The word in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::FundInFull => "fund-in-full",
            Self::FundPart { .. } => "fund-part",
            Self::AskForMore => "ask-for-more",
            Self::DoNotFund => "do-not-fund",
        }
    }

    /// The amount that the meeting would grant, of what is asked. None where no amount can be named yet.
    pub fn amount(self, asked: Money) -> Option<Money> {
        match self {
            Self::FundInFull => Some(asked),
            Self::FundPart { amount } => Some(amount),
            Self::AskForMore => None,
            Self::DoNotFund => Some(Money::ZERO),
        }
    }
}

/// Something the fund scores, of its own choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What is scored.
    pub name: String,
    /// The highest score; the lowest is 0.
    pub most: u8,
}

/// A judgement as it stands on the reviewer's screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedJudgement {
    /// Whether it helps to meet the plan.
    pub helps_plan: Option<HelpsPlan>,
    /// What is good about it.
    pub good: String,
    /// What worries the reviewer, or is missing.
    pub worries: String,
    /// Comments on single questions, in the order of questions 1 to 7.
    pub comments: [String; 7],
    /// Questions to ask the group, one a line.
    pub questions: String,
    /// Scores as typed, in the order of the round's criteria.
    pub scores: Vec<String>,
    /// The code of a recommendation; empty while none is chosen.
    pub recommendation: String,
    /// How much of it, as typed, for a part.
    pub amount: String,
}

/// A judgement that can be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether it helps to meet the plan; none when it was left.
    pub helps_plan: Option<HelpsPlan>,
    /// What is good about it.
    pub good: String,
    /// What worries the reviewer, or is missing.
    pub worries: String,
    /// Comments on single questions, each with the question's number.
    pub comments: Vec<(u8, String)>,
    /// Questions to ask the group.
    pub questions: Vec<String>,
    /// Scores in the order of the round's criteria; none where one was left.
    pub scores: Vec<Option<u8>>,
    /// What the meeting should do.
    pub recommendation: Recommendation,
}

/// What is wrong with one field of a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JudgementProblem {
    /// It must be chosen.
    Missing,
    /// It is no amount.
    Money(MoneyProblem),
    /// A part must be more than nothing.
    NothingOfIt,
    /// A part must be less than what is asked.
    NotAPart {
        /// What is asked.
        asked: Money,
    },
    /// A score is a whole number from 0 to the criterion's highest.
    Score {
        /// The highest.
        most: u8,
    },
    /// It is longer than the register takes.
    TooLong {
        /// The most characters.
        most: usize,
    },
}

/// Reads a judgement whole: every problem by its field's name (`recommendation`, `amount`, `good`, `worries`,
/// `questions`, `comments.3`, `scores.0`), or the judgement.
pub fn check_judgement(typed: &TypedJudgement, asked: Money, criteria: &[Criterion]) -> Result<Judgement, Vec<(String, JudgementProblem)>> {
    let mut problems = Vec::new();
    let mut long = |field: String, text: &str| {
        if text.chars().count() > LONGEST_ANSWER {
            problems.push((field, JudgementProblem::TooLong { most: LONGEST_ANSWER }));
        }
        text.trim().to_owned()
    };
    let good = long("good".to_owned(), &typed.good);
    let worries = long("worries".to_owned(), &typed.worries);
    let mut comments = Vec::new();
    for (number, text) in (1_u8..).zip(&typed.comments) {
        let text = long(format!("comments.{number}"), text);
        if !text.is_empty() {
            comments.push((number, text));
        }
    }
    let questions = long("questions".to_owned(), &typed.questions);
    let questions = questions.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let mut scores = Vec::new();
    for (place, criterion) in criteria.iter().enumerate() {
        let text = typed.scores.get(place).map_or("", |text| text.trim());
        match text.parse::<u8>() {
            _ if text.is_empty() => scores.push(None),
            Ok(score) if score <= criterion.most => scores.push(Some(score)),
            _ => problems.push((format!("scores.{place}"), JudgementProblem::Score { most: criterion.most })),
        }
    }
    let recommendation = match typed.recommendation.as_str() {
        "fund-in-full" => Ok(Recommendation::FundInFull),
        "fund-part" => part(&typed.amount, asked),
        "ask-for-more" => Ok(Recommendation::AskForMore),
        "do-not-fund" => Ok(Recommendation::DoNotFund),
        _ => Err(("recommendation", JudgementProblem::Missing)),
    };
    match recommendation {
        Ok(recommendation) if problems.is_empty() => {
            Ok(Judgement { helps_plan: typed.helps_plan, good, worries, comments, questions, scores, recommendation })
        }
        Ok(_) => Err(problems),
        Err((field, problem)) => {
            problems.push((field.to_owned(), problem));
            Err(problems)
        }
    }
}

fn part(typed: &str, asked: Money) -> Result<Recommendation, (&'static str, JudgementProblem)> {
    let amount = Money::parse(typed).map_err(|problem| ("amount", JudgementProblem::Money(problem)))?;
    if !amount.is_positive() {
        return Err(("amount", JudgementProblem::NothingOfIt));
    }
    // An application that names no sum can be given any part.
    if asked.is_positive() && amount >= asked {
        return Err(("amount", JudgementProblem::NotAPart { asked }));
    }
    Ok(Recommendation::FundPart { amount })
}

impl Judgement {
    /// The judgement as it is typed, to be revised.
    pub fn typed(&self) -> TypedJudgement {
        let mut comments: [String; 7] = Default::default();
        for (number, text) in &self.comments {
            if let Some(place) = comments.get_mut(usize::from(number.saturating_sub(1))) {
                place.clone_from(text);
            }
        }
        TypedJudgement {
            helps_plan: self.helps_plan,
            good: self.good.clone(),
            worries: self.worries.clone(),
            comments,
            questions: self.questions.join("\n"),
            scores: self.scores.iter().map(|score| score.map(|score| score.to_string()).unwrap_or_default()).collect(),
            recommendation: self.recommendation.code().to_owned(),
            amount: match self.recommendation {
                Recommendation::FundPart { amount } => amount.to_string().replace('£', ""),
                Recommendation::FundInFull | Recommendation::AskForMore | Recommendation::DoNotFund => String::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(recommendation: &str, amount: &str) -> TypedJudgement {
        TypedJudgement { recommendation: recommendation.into(), amount: amount.into(), ..TypedJudgement::default() }
    }

    #[test]
    fn a_recommendation_names_an_amount_only_for_a_part() {
        let asked = Money::from_pence(38_500);
        for (code, amount, expected) in [
            ("", "", Err(("recommendation", JudgementProblem::Missing))),
            ("fund-in-full", "", Ok(Recommendation::FundInFull)),
            ("fund-part", "295", Ok(Recommendation::FundPart { amount: Money::from_pence(29_500) })),
            ("fund-part", "", Err(("amount", JudgementProblem::Money(MoneyProblem::Missing)))),
            ("fund-part", "0", Err(("amount", JudgementProblem::NothingOfIt))),
            ("fund-part", "385", Err(("amount", JudgementProblem::NotAPart { asked }))),
            ("ask-for-more", "x", Ok(Recommendation::AskForMore)),
            ("do-not-fund", "", Ok(Recommendation::DoNotFund)),
        ] {
            let found = check_judgement(&typed(code, amount), asked, &[]);
            match expected {
                Ok(recommendation) => assert_eq!(found.unwrap().recommendation, recommendation),
                Err((field, problem)) => assert_eq!(found.unwrap_err(), vec![(field.to_owned(), problem)], "{code} {amount}"),
            }
        }
    }

    #[test]
    fn every_problem_is_told_at_once_and_a_good_judgement_reads_back() {
        let criteria = [Criterion { name: "Need".into(), most: 5 }, Criterion { name: "Value".into(), most: 5 }];
        let mut judgement = typed("fund-part", "x");
        judgement.scores = vec!["6".into(), String::new()];
        judgement.good = "x".repeat(LONGEST_ANSWER + 1);
        let problems = check_judgement(&judgement, Money::from_pence(100), &criteria).unwrap_err();
        assert_eq!(problems.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["good", "scores.0", "amount"]);

        let mut judgement = typed("fund-part", "0.50");
        judgement.comments[2] = " Room hire is half of it. ".into();
        judgement.questions = "Is the room free?\n\n Who has the keys? ".into();
        judgement.scores = vec!["4".into(), String::new()];
        let read = check_judgement(&judgement, Money::from_pence(100), &criteria).unwrap();
        assert_eq!(read.comments, vec![(3, "Room hire is half of it.".to_owned())]);
        assert_eq!(read.questions, ["Is the room free?", "Who has the keys?"]);
        assert_eq!(read.scores, [Some(4), None]);
        assert_eq!(check_judgement(&read.typed(), Money::from_pence(100), &criteria).unwrap(), read);
    }
}
