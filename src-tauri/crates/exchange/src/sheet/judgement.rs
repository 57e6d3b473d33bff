//! A judgement on its way: as it is written in a file, and back into one that the rules accept.

use domain::Money;
use domain::application::check::LONGEST_ANSWER;
use domain::review::{Criterion, HelpsPlan, Judgement, Recommendation};
use serde::{Deserialize, Serialize};

/// The most questions and scores a judgement may have.
const MOST: usize = 500;

/// A judgement as it is written in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JudgementSheet {
    /// The code of whether it helps to meet the plan.
    #[serde(default)]
    pub helps_plan: Option<String>,
    /// What is good about it.
    #[serde(default)]
    pub good: String,
    /// What worries the reviewer.
    #[serde(default)]
    pub worries: String,
    /// Comments on single questions, each with the question's number.
    #[serde(default)]
    pub comments: Vec<(u8, String)>,
    /// Questions to ask the group.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Scores in the order of the round's criteria.
    #[serde(default)]
    pub scores: Vec<Option<u8>>,
    /// The code of the recommendation.
    pub recommendation: String,
    /// How much of it, in pence, for a part.
    #[serde(default)]
    pub amount_pence: Option<i64>,
}

/// Why a judgement from a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SheetError {
    /// A code that this program does not know.
    #[error("unknown code")]
    UnknownCode,
    /// A text longer than the register takes, or too many of them.
    #[error("too long")]
    TooLong,
    /// A comment on a question that there is not, on one question twice, or without words; or a question of no or several lines.
    #[error("bad line")]
    BadLine,
    /// A part without an amount, an amount without a part, nothing or less, or not less than what is asked.
    #[error("bad amount")]
    BadAmount,
    /// A score that is not of this round, or too high.
    #[error("bad score")]
    BadScore,
}

impl From<&Judgement> for JudgementSheet {
    fn from(judgement: &Judgement) -> Self {
        Self {
            helps_plan: judgement.helps_plan.map(|helps| helps.code().to_owned()),
            good: judgement.good.clone(),
            worries: judgement.worries.clone(),
            comments: judgement.comments.clone(),
            questions: judgement.questions.clone(),
            scores: judgement.scores.clone(),
            recommendation: judgement.recommendation.code().to_owned(),
            amount_pence: match judgement.recommendation {
                Recommendation::FundPart { amount } => Some(amount.pence()),
                Recommendation::FundInFull | Recommendation::AskForMore | Recommendation::DoNotFund => None,
            },
        }
    }
}

impl TryFrom<&JudgementSheet> for Judgement {
    type Error = SheetError;

    /// What can be said without knowing the round and the application; [`JudgementSheet::fits`] says the rest.
    fn try_from(sheet: &JudgementSheet) -> Result<Self, SheetError> {
        let helps_plan = match &sheet.helps_plan {
            None => None,
            Some(code) => Some(HelpsPlan::from_code(code).ok_or(SheetError::UnknownCode)?),
        };
        if sheet.questions.len() > MOST || sheet.scores.len() > MOST {
            return Err(SheetError::TooLong);
        }
        let mut before = 0;
        for (number, text) in &sheet.comments {
            if *number <= before || *number > 7 || text.trim().is_empty() {
                return Err(SheetError::BadLine);
            }
            before = *number;
        }
        if sheet.questions.iter().any(|line| line.trim().is_empty() || line.lines().count() != 1) {
            return Err(SheetError::BadLine);
        }
        let asked: usize = sheet.questions.iter().map(|line| line.chars().count().saturating_add(1)).sum();
        let texts = [&sheet.good, &sheet.worries].into_iter().chain(sheet.comments.iter().map(|(_, text)| text));
        if asked > LONGEST_ANSWER || texts.into_iter().any(|text| text.chars().count() > LONGEST_ANSWER) {
            return Err(SheetError::TooLong);
        }
        let recommendation = match (sheet.recommendation.as_str(), sheet.amount_pence) {
            ("fund-part", Some(pence)) if pence > 0 => Recommendation::FundPart { amount: Money::from_pence(pence) },
            ("fund-part", _) | ("fund-in-full" | "ask-for-more" | "do-not-fund", Some(_)) => return Err(SheetError::BadAmount),
            ("fund-in-full", None) => Recommendation::FundInFull,
            ("ask-for-more", None) => Recommendation::AskForMore,
            ("do-not-fund", None) => Recommendation::DoNotFund,
            _ => return Err(SheetError::UnknownCode),
        };
        Ok(Self {
            helps_plan,
            good: sheet.good.trim().to_owned(),
            worries: sheet.worries.trim().to_owned(),
            comments: sheet.comments.iter().map(|(number, text)| (*number, text.trim().to_owned())).collect(),
            questions: sheet.questions.iter().map(|line| line.trim().to_owned()).collect(),
            scores: sheet.scores.clone(),
            recommendation,
        })
    }
}

impl JudgementSheet {
    /// The judgement, if the rules accept it for an application that asks this much, in a round with these criteria.
    pub fn fits(&self, asked: Money, criteria: &[Criterion]) -> Result<Judgement, SheetError> {
        let judgement = Judgement::try_from(self)?;
        if let Recommendation::FundPart { amount } = judgement.recommendation
            && asked.is_positive()
            && amount >= asked
        {
            return Err(SheetError::BadAmount);
        }
        let fits = |(score, criterion): (&Option<u8>, &Criterion)| score.is_none_or(|score| score <= criterion.most);
        if judgement.scores.len() != criteria.len() || !judgement.scores.iter().zip(criteria).all(fits) {
            return Err(SheetError::BadScore);
        }
        Ok(judgement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> JudgementSheet {
        JudgementSheet {
            helps_plan: Some("partly".into()),
            good: "Neighbours cook together.".into(),
            worries: String::new(),
            comments: vec![(3, "Room hire is half of it.".into()), (5, "Who has the keys?".into())],
            questions: vec!["Is the room free?".into()],
            scores: vec![Some(4), None],
            recommendation: "fund-part".into(),
            amount_pence: Some(29_500),
        }
    }

    fn criteria() -> [Criterion; 2] {
        [Criterion { name: "Need".into(), most: 5 }, Criterion { name: "Value".into(), most: 5 }]
    }

    #[test]
    fn a_judgement_comes_back_as_it_was() {
        let judgement = sheet().fits(Money::from_pence(38_500), &criteria()).unwrap();
        assert_eq!(JudgementSheet::from(&judgement), sheet());
        let text = serde_json::to_string(&sheet()).unwrap();
        assert_eq!(serde_json::from_str::<JudgementSheet>(&text).unwrap(), sheet());
        let least: JudgementSheet = serde_json::from_str(r#"{"recommendation":"ask-for-more","colour":"green"}"#).unwrap();
        assert_eq!(Judgement::try_from(&least).unwrap().recommendation, Recommendation::AskForMore);
    }

    #[test]
    fn a_hostile_judgement_is_refused() {
        type Change = fn(&mut JudgementSheet);
        let changes: [(Change, SheetError); 16] = [
            (|s| s.helps_plan = Some("absolutely".into()), SheetError::UnknownCode),
            (|s| s.recommendation = "fund-twice".into(), SheetError::UnknownCode),
            (|s| s.amount_pence = Some(0), SheetError::BadAmount),
            (|s| s.amount_pence = Some(-1), SheetError::BadAmount),
            (|s| s.amount_pence = Some(i64::MIN), SheetError::BadAmount),
            (|s| s.amount_pence = None, SheetError::BadAmount),
            (|s| s.amount_pence = Some(38_500), SheetError::BadAmount),
            (|s| s.recommendation = "fund-in-full".into(), SheetError::BadAmount),
            (|s| s.good = "x".repeat(LONGEST_ANSWER + 1), SheetError::TooLong),
            (|s| s.questions = vec!["x".into(); MOST + 1], SheetError::TooLong),
            (|s| s.comments[0].0 = 0, SheetError::BadLine),
            (|s| s.comments[1].0 = 8, SheetError::BadLine),
            (|s| s.comments[1].0 = 3, SheetError::BadLine),
            (|s| s.questions[0] = "One?\nTwo?".into(), SheetError::BadLine),
            (|s| s.scores[0] = Some(6), SheetError::BadScore),
            (|s| s.scores.truncate(1), SheetError::BadScore),
        ];
        for (at, (change, why)) in changes.into_iter().enumerate() {
            let mut hostile = sheet();
            change(&mut hostile);
            assert_eq!(hostile.fits(Money::from_pence(38_500), &criteria()), Err(why), "change {at}");
        }
    }
}
