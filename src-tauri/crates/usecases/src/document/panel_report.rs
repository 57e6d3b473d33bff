//! What the panel said of a round, for the printer: for whoever prints it, without what they may not read.

use super::Desk;
use super::words::long_date;
use crate::review::panel::{Panel, PanelReview};
use crate::review::{PanelPage, Progress, panel_pages};
use crate::{Error, Result};
use documents::view::{
    AccordView, AdviceCount, AdviceView, CommentView, Fact, GroupQuestionView, HelpsView, NoteView, PanelApplication, PanelEntry,
    PanelReportView, ReviewView,
};
use domain::id::RoundId;
use domain::review::{Agreement, Criterion, HelpsPlan, Recommendation, Standing};

/// The report of a round whose reviews are open.
pub(super) fn view(desk: &Desk<'_>, round: RoundId) -> Result<PanelReportView> {
    let open = desk.open;
    let pages = panel_pages(open, round)?;
    let applications = pages.applications.into_iter().map(|page| match page {
        PanelPage::Seen(panel) => application(desk, &panel).map(|one| PanelEntry::Open(Box::new(one))).ok_or(Error::NotFound),
        PanelPage::Withheld { reference } => Ok(PanelEntry::Withheld { reference }),
    });
    let head = open.register().head()?.hex();
    let short: Vec<&str> = [0, 4, 8, 12].iter().filter_map(|from| head.get(*from..from + 4)).collect();
    Ok(PanelReportView {
        letterhead: open.partnership().to_owned(),
        partnership: desk.body(),
        round: pages.round_name,
        date: long_date(open.today()),
        reader: open.member().name.clone(),
        until: desk.labels.until.clone(),
        journal: short.join(" "),
        applications: applications.collect::<Result<_>>()?,
    })
}

fn application(desk: &Desk<'_>, panel: &Panel) -> Option<PanelApplication> {
    let together = panel.together.as_ref()?;
    Some(PanelApplication {
        reference: panel.reference.clone(),
        group: panel.group_name.clone(),
        asked: panel.asked.to_string(),
        advice: AdviceCount {
            in_full: together.in_full,
            in_part: together.in_part,
            ask_for_more: together.ask_for_more,
            do_not_fund: together.do_not_fund,
        },
        spread: together.spread.map(|spread| spread.map(|amount| amount.to_string())),
        accord: match together.agreement {
            Agreement::TooFew => AccordView::TooFew,
            Agreement::All => AccordView::All,
            Agreement::Most => AccordView::Most,
            Agreement::Divided => AccordView::Divided,
        },
        reviews: panel.reviews.iter().map(|one| review(desk, panel, one)).collect(),
        questions: panel
            .questions
            .iter()
            .map(|(question, by)| GroupQuestionView { question: question.clone(), reviewer: by.clone() })
            .collect(),
        notes: notes(panel),
    })
}

fn review(desk: &Desk<'_>, panel: &Panel, one: &PanelReview) -> ReviewView {
    let judgement = &one.judgement;
    let amount = one.amount.unwrap_or_default().to_string();
    ReviewView {
        reviewer: one.name.clone(),
        advice: match judgement.recommendation {
            Recommendation::FundInFull => AdviceView::InFull { amount },
            Recommendation::FundPart { .. } => AdviceView::InPart { amount },
            Recommendation::AskForMore => AdviceView::AskForMore,
            Recommendation::DoNotFund => AdviceView::DoNotFund,
        },
        helps: judgement.helps_plan.map(|helps| match helps {
            HelpsPlan::Yes => HelpsView::Yes,
            HelpsPlan::Partly => HelpsView::Partly,
            HelpsPlan::No => HelpsView::No,
            HelpsPlan::CannotTell => HelpsView::CannotTell,
        }),
        good: judgement.good.clone(),
        worries: judgement.worries.clone(),
        comments: judgement
            .comments
            .iter()
            .map(|(question, text)| CommentView { question: question.to_string(), comment: text.clone() })
            .collect(),
        scores: panel
            .criteria
            .iter()
            .zip(judgement.scores.iter().chain(std::iter::repeat(&None)))
            .map(|(criterion, score)| Fact { label: criterion.name.clone(), value: score_line(desk, criterion, *score) })
            .collect(),
    }
}

fn score_line(desk: &Desk<'_>, criterion: &Criterion, score: Option<u8>) -> String {
    score.map_or_else(String::new, |score| {
        desk.labels.score.replace("{score}", &score.to_string()).replace("{most}", &criterion.most.to_string())
    })
}

/// What else is to know: who took no part, what was late, typed in, older, or is missing.
fn notes(panel: &Panel) -> Vec<NoteView> {
    let mut notes: Vec<NoteView> = panel.took_no_part.iter().map(|name| NoteView::Interest { name: name.clone() }).collect();
    notes.extend(panel.unsure.iter().map(|name| NoteView::Unsure { name: name.clone() }));
    for one in &panel.reviews {
        if one.standing == Standing::CountedOlder {
            notes.push(NoteView::Older { name: one.name.clone() });
        }
        if let Some(by) = &one.typed_by {
            notes.push(NoteView::Typed { name: one.name.clone(), by: by.clone() });
        }
    }
    for one in panel.reviews.iter().chain(&panel.set_aside) {
        let name = one.name.clone();
        match (&one.ruling, one.standing) {
            (Some((accepted, by, because)), _) => {
                let because = because.as_deref().unwrap_or_default().trim_end_matches('.').to_owned();
                let by = by.clone();
                notes.push(if *accepted {
                    NoteView::LateAccepted { name, by, because }
                } else {
                    NoteView::LateDeclined { name, by, because }
                });
            }
            (None, Standing::Late) => notes.push(NoteView::LateWaiting { name }),
            (None, _) => {}
        }
    }
    let waits = |progress: Progress| matches!(progress, Progress::Missing | Progress::None | Progress::Rival);
    let names: Vec<String> = panel.envelopes.iter().filter(|one| waits(one.progress)).map(|one| one.name.clone()).collect();
    if !names.is_empty() {
        notes.push(NoteView::NotIn { names });
    }
    notes
}
