//! An invented round of reviews: invented groups, applications and reviewers.

use super::invented::{LETTERHEAD, PARTNERSHIP, PRIORITIES, QUESTIONS, line, words};
use crate::view::{
    AccordView, AdviceCount, AdviceView, AgeLine, AnswerView, BookletApplication, BookletView, CommentView, CopyView, CostLine,
    CriterionView, Fact, GroupQuestionView, HelpsView, NoteView, PanelApplication, PanelEntry, PanelReportView, ReplyApplication,
    ReplySheetView, ReviewView, TickView,
};

const ROUND: &str = "January 2023";
const UNTIL: &str = "the decision letters are sent";
const NIGHT_OWLS: &str = "Night Owls Homework Club";
const KINGFISHER: &str = "Kingfisher Kitchen Table";

fn copy() -> CopyView {
    CopyView { number: "3".into(), of: "5".into(), reader: "Ken Ashby".into() }
}

fn answers(ticked: &[usize], given: [&str; 7], costs: &[CostLine], ages: &[AgeLine]) -> Vec<AnswerView> {
    QUESTIONS
        .iter()
        .zip(given)
        .enumerate()
        .map(|(index, ((question, _), answer))| AnswerView {
            question: (*question).into(),
            ticks: if index == 0 {
                PRIORITIES
                    .iter()
                    .enumerate()
                    .map(|(index, label)| TickView { label: (*label).into(), ticked: ticked.contains(&index) })
                    .collect()
            } else {
                Vec::new()
            },
            answer: answer.into(),
            costs: if index == 2 { costs.to_vec() } else { Vec::new() },
            ages: if index == 1 { ages.to_vec() } else { Vec::new() },
        })
        .collect()
}

fn night_owls() -> BookletApplication {
    let age = |age: &str, people: &str| AgeLine { age: age.into(), people: people.into(), from_area: String::new() };
    BookletApplication {
        reference: "CC-008".into(),
        group: NIGHT_OWLS.into(),
        summary: "A homework club after school in the library.".into(),
        people: words(&["Bea Fox, organiser", "Tom Reed, treasurer"]),
        received: "Thursday 5 January 2023, on paper".into(),
        asked: "£385.00".into(),
        answers: answers(
            &[0, 1],
            [
                "",
                "A homework club every Tuesday after school in the library meeting room, for children aged 8 to 12. Two retired teachers and four sixth formers help with reading and maths.\nWe expect 18 children each week. About 15 of the 18 live in the Big Local area.",
                "",
                "Some children have no quiet place or computer at home. They catch up, and parents tell us there is less shouting about homework. The sixth formers get experience for college.",
                "The school will tell us how the children get on. The children will write a wall newspaper in July, and you can have a copy of it.",
                "Tom keeps a cash book and the receipts. Bea and Tom both sign for each payment. We go through the book together each month.",
                "",
            ],
            &[
                line("Room hire, 12 weeks at £15.00", "£180.00"),
                line("Maths and reading packs", "£95.00"),
                line("Fruit and toast", "£60.00"),
                line("Folders, pens and paper", "£50.00"),
            ],
            &[age("5 to 10", "11"), age("11 to 17", "7")],
        ),
        total: "£385.00".into(),
        all_ages: Some(AgeLine { age: String::new(), people: "18".into(), from_area: "15".into() }),
        history: words(&["CC-002, £150.00, May 2022. Feedback came in time, and all receipts were there."]),
        files: words(&["Library price list.pdf", "Letter from the school.jpg"]),
    }
}

fn kingfisher() -> BookletApplication {
    BookletApplication {
        reference: "CC-007".into(),
        group: KINGFISHER.into(),
        summary: "A shared meal each month, cooked by neighbours who live alone.".into(),
        people: words(&["Ade Okafor, cook", "Lin Marsh, treasurer"]),
        received: "Tuesday 3 January 2023, on paper".into(),
        asked: "£460.00".into(),
        answers: answers(
            &[0],
            [
                "",
                "Once a month we cook and eat together in the church hall. We want to reach people over 65 who live alone. We expect 30 people and nearly all of them are from the area.",
                "The hall is free. We need pans and a hot cupboard that stay with us.",
                "People meet their neighbours. Last winter three people told us it was the only meal they did not eat alone that month.",
                "",
                "Lin holds the money. The church treasurer checks the book.",
                "",
            ],
            &[
                line("Hot cupboard, second hand", "£220.00"),
                line("Pans and serving spoons", "£120.00"),
                line("Food for four meals", "£120.00"),
            ],
            &[],
        ),
        total: "£460.00".into(),
        all_ages: None,
        history: Vec::new(),
        files: Vec::new(),
    }
}

pub(crate) fn booklet() -> BookletView {
    BookletView {
        letterhead: LETTERHEAD.into(),
        partnership: PARTNERSHIP.into(),
        round: ROUND.into(),
        copy: copy(),
        return_by: "Friday 20 January 2023".into(),
        return_to: words(&["Joan Pelham, co-ordinator", "The Community Hub, 1 Example Street, Allenton"]),
        phone: "Joan Pelham on 01632 960 123".into(),
        until: UNTIL.into(),
        applications: vec![kingfisher(), night_owls()],
        left_out: words(&["CC-009"]),
    }
}

pub(crate) fn reply_sheet() -> ReplySheetView {
    let about = |application: BookletApplication| ReplyApplication {
        reference: application.reference,
        group: application.group,
        asked: application.asked,
    };
    ReplySheetView {
        letterhead: LETTERHEAD.into(),
        round: ROUND.into(),
        copy: copy(),
        return_by: "Friday 20 January 2023".into(),
        return_to: "Joan Pelham, The Community Hub".into(),
        applications: vec![about(kingfisher()), about(night_owls())],
        criteria: Vec::new(),
    }
}

/// The same sheets for a fund that scores.
pub(crate) fn scored_reply_sheet() -> ReplySheetView {
    let criterion = |name: &str| CriterionView { name: name.into(), most: "5".into() };
    ReplySheetView { criteria: vec![criterion("Need in the area"), criterion("Value for money")], ..reply_sheet() }
}

fn review(reviewer: &str, advice: AdviceView, helps: HelpsView, [good, worries]: [&str; 2], comments: &[(&str, &str)]) -> ReviewView {
    let comment = |(question, comment): &(&str, &str)| CommentView { question: (*question).into(), comment: (*comment).into() };
    ReviewView {
        reviewer: reviewer.into(),
        advice,
        helps: Some(helps),
        good: good.into(),
        worries: worries.into(),
        comments: comments.iter().map(comment).collect(),
        scores: Vec::new(),
    }
}

fn asked_by(question: &str, reviewer: &str) -> GroupQuestionView {
    GroupQuestionView { question: question.into(), reviewer: reviewer.into() }
}

fn night_owls_panel() -> PanelApplication {
    let in_part = AdviceView::InPart { amount: "£295.00".into() };
    let in_full = || AdviceView::InFull { amount: "£385.00".into() };
    PanelApplication {
        reference: "CC-008".into(),
        group: NIGHT_OWLS.into(),
        asked: "£385.00".into(),
        advice: AdviceCount { in_full: 2, in_part: 1, ..AdviceCount::default() },
        spread: Some(["£295.00".into(), "£385.00".into(), "£385.00".into()]),
        accord: AccordView::Most,
        reviews: vec![
            review(
                "Ken Ashby",
                in_part,
                HelpsView::Yes,
                ["Real volunteers, and it is for children on our estate.", "Room hire is nearly half the money."],
                &[("3", "The library lends rooms to children’s groups for £7.50, I believe.")],
            ),
            review(
                "Grace Adeyemi",
                in_full(),
                HelpsView::Yes,
                ["The sixth formers gain as much as the children. The group kept every promise last time.", ""],
                &[("2", "15 of 18 from the area is a good share."), ("5", "I would like to see the wall newspaper.")],
            ),
            review(
                "Marcia Lowe",
                in_full(),
                HelpsView::Partly,
                ["A quiet place for children who have none.", "What happens in the holidays? The plan says all year."],
                &[],
            ),
        ],
        questions: vec![
            asked_by("Is the room free for under 16s? Ask the library.", "Ken Ashby"),
            asked_by("Who holds the keys when Bea is away?", "Grace Adeyemi"),
            asked_by("Will you run it in the summer holidays?", "Marcia Lowe"),
        ],
        notes: vec![
            NoteView::Typed { name: "Marcia Lowe".into(), by: "Joan Pelham".into() },
            NoteView::Older { name: "Ken Ashby".into() },
            NoteView::Interest { name: "Dev Patterson".into() },
        ],
    }
}

fn kingfisher_panel() -> PanelApplication {
    let scored = |mut review: ReviewView, need: &str, value: &str| {
        let score = |label: &str, value: &str| Fact { label: label.into(), value: value.into() };
        review.scores = vec![score("Need in the area", need), score("Value for money", value)];
        review
    };
    let in_part = AdviceView::InPart { amount: "£340.00".into() };
    let some = "Neighbours cook for neighbours. It reaches people we do not reach.";
    PanelApplication {
        reference: "CC-007".into(),
        group: KINGFISHER.into(),
        asked: "£460.00".into(),
        advice: AdviceCount { in_full: 1, in_part: 1, ask_for_more: 1, do_not_fund: 1 },
        spread: Some(["£0.00".into(), "£340.00".into(), "£460.00".into()]),
        accord: AccordView::Divided,
        reviews: vec![
            scored(
                review("Ken Ashby", AdviceView::InFull { amount: "£460.00".into() }, HelpsView::Yes, [some, ""], &[]),
                "5 of 5",
                "4 of 5",
            ),
            scored(
                review(
                    "Grace Adeyemi",
                    in_part,
                    HelpsView::Partly,
                    ["", "The food could come from the food bank."],
                    &[("3", "A new hot cupboard costs less than this.")],
                ),
                "4 of 5",
                "2 of 5",
            ),
            scored(review("Marcia Lowe", AdviceView::AskForMore, HelpsView::CannotTell, ["", "Question 5 was left blank."], &[]), "", ""),
            scored(
                review("Dev Patterson", AdviceView::DoNotFund, HelpsView::No, ["", "The church has a kitchen fund of its own."], &[]),
                "2 of 5",
                "1 of 5",
            ),
        ],
        questions: vec![asked_by("How will we know it made a difference?", "Marcia Lowe")],
        notes: vec![
            NoteView::LateAccepted {
                name: "Dev Patterson".into(),
                by: "Marcia Lowe".into(),
                because: "his post was held up by the strike".into(),
            },
            NoteView::NotIn { names: words(&["Tess Odell"]) },
        ],
    }
}

pub(crate) fn report() -> PanelReportView {
    PanelReportView {
        letterhead: LETTERHEAD.into(),
        partnership: PARTNERSHIP.into(),
        round: ROUND.into(),
        date: "Friday 20 January 2023".into(),
        reader: "Marcia Lowe".into(),
        until: UNTIL.into(),
        journal: "4f2a 91c0 77de 03b8".into(),
        applications: vec![
            PanelEntry::Open(Box::new(kingfisher_panel())),
            PanelEntry::Open(Box::new(night_owls_panel())),
            PanelEntry::Withheld { reference: "CC-009".into() },
        ],
    }
}
