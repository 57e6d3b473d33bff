//! Between the use cases of review and the window's records.

use domain::review::{self as rules, Recommendation as Advice};
use usecases::interest::TypedAnswer;
use usecases::review::bring_in::Found;
use usecases::review::export;
use usecases::review::panel::{Panel, PanelReview};
use usecases::review::paper::{ReviewDesk, TypedReview};
use usecases::review::round::{self, Choices, Reader, ReaderItem, RoundSummary, TypedRound};

use crate::ipc::CommandResult;
use crate::ipc::dto::interest::{AnswerInterestInput, InterestMatch};
use crate::ipc::dto::review as dto;
use crate::ipc::value::{count, parse_id};

/// A round as it was typed.
pub(super) fn typed_round(input: dto::RoundInput) -> CommandResult<TypedRound> {
    Ok(TypedRound {
        name: input.name,
        return_by: input.return_by.into(),
        applications: input.application_ids.iter().map(|id| parse_id(id)).collect::<CommandResult<_>>()?,
        reviewers: input.reviewers.iter().map(|one| Ok((parse_id(&one.member_id)?, one.medium.into()))).collect::<CommandResult<_>>()?,
        criteria: input.criteria.into_iter().map(|one| rules::Criterion { name: one.name, most: one.most }).collect(),
    })
}

pub(super) fn row(row: RoundSummary) -> dto::RoundRow {
    dto::RoundRow {
        id: row.id.to_string(),
        name: row.name,
        started_on: row.started_on,
        return_by: row.return_by,
        stage: match row.stage {
            round::Stage::Preparing => dto::RoundStage::Preparing,
            round::Stage::Out => dto::RoundStage::Out,
            round::Stage::Opened => dto::RoundStage::Opened,
        },
        applications: count(row.applications),
        reviewers: count(row.reviewers),
        back: count(row.back),
        opened_on: row.opened_on,
    }
}

fn application(one: round::RoundApplication) -> dto::RoundApplication {
    dto::RoundApplication {
        id: one.id.to_string(),
        reference: one.reference,
        group_name: one.group_name,
        asked_pence: one.asked.map(Into::into),
        received_on: one.received_on,
        in_round: one.in_round,
    }
}

fn criteria(criteria: Vec<rules::Criterion>) -> Vec<dto::Criterion> {
    criteria.into_iter().map(|one| dto::Criterion { name: one.name, most: one.most }).collect()
}

pub(super) fn choices(choices: Choices) -> dto::RoundChoices {
    dto::RoundChoices {
        applications: choices.applications.into_iter().map(application).collect(),
        people: choices
            .people
            .into_iter()
            .map(|person| dto::RoundPerson {
                member_id: person.member_id.to_string(),
                name: person.name,
                role: person.role.into(),
                has_keys: person.has_keys,
            })
            .collect(),
        criteria: criteria(choices.criteria),
    }
}

pub(super) fn round(found: round::Round) -> dto::Round {
    dto::Round {
        row: row(found.row),
        criteria: criteria(found.criteria),
        applications: found.applications.into_iter().map(application).collect(),
        readers: found.readers.into_iter().map(reader).collect(),
        late: found
            .late
            .into_iter()
            .map(|late| dto::LateReview {
                review_id: late.review_id.to_string(),
                application_id: late.application_id.to_string(),
                reference: late.reference,
                name: late.name,
                came_on: late.came_on,
            })
            .collect(),
        opened_by: found.opened_by,
        opened_reason: found.opened_reason,
        may_open: found.may_open,
        may_run: found.may_run,
        mine: found.mine.iter().map(ToString::to_string).collect(),
    }
}

fn reader(reader: Reader) -> dto::RoundReader {
    dto::RoundReader {
        member_id: reader.member_id.to_string(),
        name: reader.name,
        role: reader.role.into(),
        medium: reader.medium.into(),
        has_keys: reader.has_keys,
        copy: reader.copy,
        items: reader.items.into_iter().map(item).collect(),
        sent_on: reader.sent_on,
        pack_name: reader.pack_name,
        opened_on: reader.opened_on,
        back_on: reader.back_on,
        answered: count(reader.answered),
        expected: count(reader.expected),
        out_of_date: reader.out_of_date,
    }
}

fn item(item: ReaderItem) -> dto::ReaderItem {
    dto::ReaderItem {
        application_id: item.application_id.to_string(),
        share: item.share.into(),
        reason: item.reason,
        matches: item.matches.into_iter().map(|found| InterestMatch { body: found.body, how: found.how, since: found.since }).collect(),
        progress: item.progress.into(),
    }
}

pub(super) fn packs_sent(sent: export::PacksSent) -> dto::PacksSent {
    dto::PacksSent {
        folder: sent.folder.display().to_string(),
        packs: sent
            .packs
            .into_iter()
            .map(|pack| dto::PackSent {
                member_id: pack.member_id.to_string(),
                name: pack.name,
                file_name: pack.file_name,
                applications: count(pack.applications),
            })
            .collect(),
    }
}

pub(super) fn found(path: &std::path::Path, found: Found) -> dto::ResponseFound {
    let (round_id, round_name) = found.round.map(|(id, name)| (id.to_string(), name)).unzip();
    dto::ResponseFound {
        path: path.display().to_string(),
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        refused: found.refused.map(Into::into),
        from: found.from,
        round_id,
        round_name,
        made_at: found.made_at.map(|at| at.to_rfc3339()),
        opened_at: found.opened_at.map(|at| at.to_rfc3339()),
        already_on: found.already_on,
        history_differs: found.history_differs,
        lines: found
            .lines
            .into_iter()
            .map(|line| dto::ResponseLine {
                application_id: line.application_id.to_string(),
                reference: line.reference,
                what: line.what.into(),
            })
            .collect(),
        missing: found.missing,
        opens_all: found.opens_all,
    }
}

pub(super) fn panel(found: Panel) -> dto::Panel {
    dto::Panel {
        round_id: found.round.to_string(),
        round_name: found.round_name,
        application_id: found.application_id.to_string(),
        reference: found.reference,
        group_name: found.group_name,
        one_line: found.one_line,
        asked_pence: found.asked.into(),
        opened: found.opened,
        envelopes: found
            .envelopes
            .into_iter()
            .map(|envelope| dto::Envelope { name: envelope.name, progress: envelope.progress.into() })
            .collect(),
        reviews: found.reviews.into_iter().map(review).collect(),
        set_aside: found.set_aside.into_iter().map(review).collect(),
        together: found.together.map(together),
        questions: found.questions.into_iter().map(|(text, by)| dto::PanelQuestion { text, by }).collect(),
        criteria: criteria(found.criteria),
        took_no_part: found.took_no_part.into_iter().chain(found.unsure).collect(),
        others: found.others.into_iter().map(application).collect(),
    }
}

fn together(found: rules::Together) -> dto::Together {
    let [lowest_pence, middle_pence, highest_pence] = match found.spread {
        Some(spread) => spread.map(|amount| Some(amount.into())),
        None => [None, None, None],
    };
    dto::Together {
        reviews: count(found.reviews),
        in_full: count(found.in_full),
        in_part: count(found.in_part),
        ask_for_more: count(found.ask_for_more),
        do_not_fund: count(found.do_not_fund),
        agreement: found.agreement.into(),
        lowest_pence,
        middle_pence,
        highest_pence,
    }
}

fn review(review: PanelReview) -> dto::PanelReview {
    let judgement = review.judgement;
    dto::PanelReview {
        review_id: review.review_id.to_string(),
        member_id: review.member_id.to_string(),
        name: review.name,
        standing: review.standing.into(),
        typed_by: review.typed_by,
        made_on: review.made_on,
        version: review.version,
        helps_plan: judgement.helps_plan.map(Into::into),
        good: judgement.good,
        worries: judgement.worries,
        comments: judgement.comments.into_iter().map(|(question, text)| dto::QuestionComment { question, text }).collect(),
        questions: judgement.questions,
        scores: judgement.scores,
        recommendation: judgement.recommendation.into(),
        amount_pence: review.amount.map(Into::into),
        late_reason: review.ruling.and_then(|(_, _, reason)| reason),
    }
}

pub(super) fn desk(desk: ReviewDesk) -> dto::ReviewDesk {
    dto::ReviewDesk {
        round_id: desk.round.to_string(),
        member_id: desk.member_id.to_string(),
        name: desk.name,
        application_id: desk.application_id.to_string(),
        reference: desk.reference,
        group_name: desk.group_name,
        asked_pence: desk.asked.into(),
        criteria: criteria(desk.criteria),
        judgement: desk.judgement.into(),
        revises: desk.revises,
        mine: desk.mine,
    }
}

pub(super) fn typed_review(input: dto::RecordReviewInput) -> CommandResult<TypedReview> {
    Ok(TypedReview {
        round: parse_id(&input.round_id)?,
        member: parse_id(&input.member_id)?,
        application: parse_id(&input.application_id)?,
        on: input.on.into(),
        judgement: input.judgement.into(),
    })
}

/// What stands on a paper reply about an interest.
pub(super) fn typed_answer(input: AnswerInterestInput) -> TypedAnswer {
    TypedAnswer {
        answer: input.answer.into(),
        kinds: input.kinds.into_iter().map(Into::into).collect(),
        reach: input.reach.map(Into::into),
        how: input.how,
    }
}

impl From<Advice> for dto::Recommendation {
    fn from(advice: Advice) -> Self {
        match advice {
            Advice::FundInFull => Self::FundInFull,
            Advice::FundPart { .. } => Self::FundPart,
            Advice::AskForMore => Self::AskForMore,
            Advice::DoNotFund => Self::DoNotFund,
        }
    }
}

/// The code of each recommendation, as the rules read it.
const ADVICE: [(dto::Recommendation, &str); 4] = [
    (dto::Recommendation::FundInFull, "fund-in-full"),
    (dto::Recommendation::FundPart, "fund-part"),
    (dto::Recommendation::AskForMore, "ask-for-more"),
    (dto::Recommendation::DoNotFund, "do-not-fund"),
];

impl From<dto::TypedJudgement> for rules::TypedJudgement {
    fn from(typed: dto::TypedJudgement) -> Self {
        let mut comments: [String; 7] = Default::default();
        for (comment, text) in comments.iter_mut().zip(typed.comments) {
            *comment = text;
        }
        let code = ADVICE.iter().find(|(advice, _)| typed.recommendation == Some(*advice)).map_or("", |(_, code)| code);
        Self {
            helps_plan: typed.helps_plan.map(Into::into),
            good: typed.good,
            worries: typed.worries,
            comments,
            questions: typed.questions,
            scores: typed.scores,
            recommendation: code.to_owned(),
            amount: typed.amount,
        }
    }
}

impl From<rules::TypedJudgement> for dto::TypedJudgement {
    fn from(typed: rules::TypedJudgement) -> Self {
        Self {
            helps_plan: typed.helps_plan.map(Into::into),
            good: typed.good,
            worries: typed.worries,
            comments: typed.comments.into(),
            questions: typed.questions,
            scores: typed.scores,
            recommendation: ADVICE.iter().find(|(_, code)| typed.recommendation == *code).map(|(advice, _)| *advice),
            amount: typed.amount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ADVICE, dto, rules};

    #[test]
    fn a_judgement_crosses_to_the_core_and_back_as_it_was_typed() {
        for (advice, code) in ADVICE {
            let typed = dto::TypedJudgement {
                helps_plan: Some(dto::HelpsPlan::Partly),
                good: "Neighbours cook".into(),
                comments: (1..=7).map(|number| format!("comment {number}")).collect(),
                scores: vec!["4".into(), String::new()],
                recommendation: Some(advice),
                amount: "60".into(),
                ..dto::TypedJudgement::default()
            };
            let core = rules::TypedJudgement::from(typed.clone());
            assert_eq!((core.recommendation.as_str(), core.comments[6].as_str()), (code, "comment 7"));
            assert_eq!(dto::TypedJudgement::from(core), typed);
        }
    }
}
