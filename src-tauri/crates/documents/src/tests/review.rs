//! The papers of a confidential review: booklet, reply sheet, panel report.

mod watermark;

use super::{
    SIZES,
    file::{run, squeezed, text, words},
    laid_out, long_answer, long_name, panel, sixty_costs,
};
use crate::{
    Document, DocumentError, Size, Wording,
    display::{DisplayList, Item},
    document,
    layout::Draft,
    tests::printing::{panel_report, reply_sheet as print_reply_sheet, reviewers_booklet},
    view::{
        AdviceView, BookletView, CommentView, CriterionView, GroupQuestionView, NoteView, PanelApplication, PanelEntry, PanelReportView,
        ReplySheetView, ReviewView,
    },
};
use std::sync::LazyLock;

fn booklet_draft(view: &BookletView, size: Size) -> Result<Draft, DocumentError> {
    let wording = Wording::bundled().unwrap();
    document::booklet::draft(view, wording.script(document::booklet::NAME).unwrap(), size)
}

fn report_draft(view: &PanelReportView, size: Size) -> Result<Draft, DocumentError> {
    let wording = Wording::bundled().unwrap();
    document::panel_report::draft(view, wording.script(document::panel_report::NAME).unwrap(), size)
}

pub(super) fn booklet(view: &BookletView, size: Size) -> DisplayList {
    laid_out(booklet_draft(view, size))
}

pub(super) fn report(view: &PanelReportView, size: Size) -> DisplayList {
    laid_out(report_draft(view, size))
}

pub(super) fn reply_sheet(view: &ReplySheetView, size: Size) -> DisplayList {
    let wording = Wording::bundled().unwrap();
    laid_out(document::reply_sheet::draft(view, wording.script(document::reply_sheet::NAME).unwrap(), size))
}

/// Very long names, very long and empty answers, many costs, many groups.
fn extreme_booklet() -> BookletView {
    let mut view = panel::booklet();
    view.letterhead = long_name();
    view.partnership = long_name();
    view.copy.reader = long_name();
    view.return_to = vec![long_name()];
    view.phone = long_name();
    view.left_out = vec![long_name()];
    let mut first = view.applications[0].clone();
    first.group = long_name();
    first.reference = long_name();
    first.summary = long_name();
    first.people = (0..20).map(|_| long_name()).collect();
    first.history = vec![long_name(), long_answer()];
    first.files = vec![long_name(); 20];
    first.answers[1].answer = long_answer();
    first.answers[3].answer = long_name();
    first.answers[2].costs = sixty_costs();
    let mut empty = view.applications[1].clone();
    empty.people.clear();
    empty.summary = String::new();
    empty.received = String::new();
    for answer in &mut empty.answers {
        answer.answer = " \n".into();
        answer.costs.clear();
        answer.ages.clear();
        answer.ticks.clear();
    }
    let many = (20..26).map(|number| {
        let mut other = empty.clone();
        other.reference = format!("CC-0{number}");
        other
    });
    view.applications = vec![first, empty.clone()];
    view.applications.extend(many);
    view
}

fn extreme_review(said: &str, name: String) -> ReviewView {
    ReviewView {
        reviewer: name,
        advice: AdviceView::InPart { amount: "£1,250.00".into() },
        helps: None,
        good: said.into(),
        worries: String::new(),
        comments: (1..=7)
            .map(|number: u8| CommentView { question: number.to_string(), comment: said.chars().take(800).collect() })
            .collect(),
        scores: Vec::new(),
    }
}

fn panel_application() -> PanelApplication {
    match panel::report().applications.remove(1) {
        PanelEntry::Open(application) => *application,
        PanelEntry::Withheld { .. } => panic!("the second application is open"),
    }
}

fn extreme_report() -> PanelReportView {
    let reviews = |count: usize, said: &str| (0..count).map(|_| extreme_review(said, long_name())).collect();
    let open = |reviews| {
        let questions = (0..30).map(|_| GroupQuestionView { question: long_name(), reviewer: long_name() }).collect();
        let notes = vec![
            NoteView::NotIn { names: vec![long_name(); 6] },
            NoteView::LateDeclined { name: long_name(), by: long_name(), because: long_answer() },
        ];
        let application = PanelApplication { group: long_name(), reference: long_name(), reviews, questions, notes, ..panel_application() };
        PanelEntry::Open(Box::new(application))
    };
    let nearly_long = "Neighbours learn together. ".repeat(20);
    PanelReportView {
        letterhead: long_name(),
        partnership: long_name(),
        reader: long_name(),
        journal: long_name(),
        applications: vec![
            open(reviews(3, &nearly_long)),
            open(reviews(3, &long_answer())),
            open(reviews(7, "")),
            open(Vec::new()),
            PanelEntry::Withheld { reference: long_name() },
        ],
        ..panel::report()
    }
}

fn extreme_reply_sheet() -> ReplySheetView {
    let mut view = panel::reply_sheet();
    view.copy.reader = long_name();
    view.return_to = long_name();
    for application in &mut view.applications {
        application.group = long_name();
    }
    view.criteria = (0..14).map(|_| CriterionView { name: long_name(), most: "10".into() }).collect();
    view
}

type Named = Vec<(&'static str, DisplayList)>;

fn made(size: Size) -> Named {
    vec![
        ("extreme booklet", booklet(&extreme_booklet(), size)),
        ("extreme panel report", report(&extreme_report(), size)),
        ("extreme reply sheet", reply_sheet(&extreme_reply_sheet(), size)),
    ]
}

/// Views nobody should make, and somebody will. They are long, so they are laid out once for all tests.
pub(super) fn extremes(size: Size) -> &'static Named {
    static STANDARD: LazyLock<Named> = LazyLock::new(|| made(Size::Standard));
    static LARGE: LazyLock<Named> = LazyLock::new(|| made(Size::Large));
    match size {
        Size::Standard => &STANDARD,
        Size::Large => &LARGE,
    }
}

/// Asserts that the words stand in this order, each after the one before.
fn assert_in_order(said: &str, expected: &[&str]) {
    let mut rest = said;
    for words in expected {
        let Some((_, after)) = rest.split_once(words) else {
            panic!("“{words}” is missing or comes too early in: {rest}");
        };
        rest = after;
    }
}

/// What a program copies from the pages, in the order of the file.
fn copied(document: &Document) -> String {
    squeezed(&run("pdftotext", &["-raw"], document))
}

#[test]
fn the_booklet_reads_in_order_from_the_cover_to_the_last_file() {
    let view = panel::booklet();
    for size in SIZES {
        let said = copied(&reviewers_booklet(&view, &words(), size).unwrap());
        let cover = [
            "Allenton Big Local",
            "Booklet for reviewers",
            "Applications to read, January 2023",
            "Allenton Big Local Partnership Group",
            "Copy 3 of 5",
            "For Ken Ashby only",
            "Friday 20 January 2023",
            "Joan Pelham, co-ordinator",
            "Under embargo until the decision letters are sent.",
            "Do not copy these pages. Bring them back.",
            "CC-007 Kingfisher Kitchen Table",
            "CC-008 Night Owls Homework Club",
            "CC-009: you told us that you have an interest in this one.",
            "Before you read",
            "What is an interest?",
            "for the group or against it",
            "A shared meal each month, cooked by neighbours who live alone.",
            "Ade Okafor, cook; Lin Marsh, treasurer",
            "Bea Fox, organiser; Tom Reed, treasurer",
            "Phone Joan Pelham on 01632 960 123 before you read on.",
        ];
        assert_in_order(&said, &cover);
        let (_, applications) = said.split_once("before you read on.").unwrap();
        let questions: Vec<&str> = view.applications[0].answers.iter().map(|answer| answer.question.as_str()).collect();
        let first: Vec<&str> = ["CC-007, Kingfisher Kitchen Table", "£460.00", "Tuesday 3 January 2023"]
            .into_iter()
            .chain(questions.iter().copied())
            .chain(["Left blank on the paper", "None that we know of.", "No files."])
            .collect();
        assert_in_order(applications, &first);
        let second = [
            "CC-008, Night Owls Homework Club",
            "Strengthening the community",
            "Room hire, 12 weeks at £15.00 £180.00",
            "Folders, pens and paper £50.00",
            "Total cost £385.00",
            "Asked of us £385.00",
            "The school will tell us how the children get on.",
            "CC-002, £150.00, May 2022.",
            "Library price list.pdf",
            "Letter from the school.jpg",
        ];
        assert_in_order(applications, &second);
    }
}

#[test]
fn every_page_of_the_booklet_names_copy_reader_and_page() {
    for size in SIZES {
        let document = reviewers_booklet(&panel::booklet(), &words(), size).unwrap();
        for page in 1..=document.pages {
            let number = page.to_string();
            let said = squeezed(&run("pdftotext", &["-f", &number, "-l", &number], &document));
            assert!(said.contains("Copy 3 for Ken Ashby. Under embargo."), "{page}: {said}");
            assert!(said.contains(&format!("Page {page} of {}", document.pages)), "{said}");
        }
    }
}

#[test]
fn the_list_of_contents_names_the_page_on_which_each_application_starts() {
    for size in SIZES {
        let mut view = panel::booklet();
        view.applications[0].answers[1].answer = long_answer();
        let document = reviewers_booklet(&view, &words(), size).unwrap();
        let said = text(&document);
        for application in &view.applications {
            let (_, rest) = said.split_once(&format!("{} {} ", application.reference, application.group)).unwrap();
            let page = rest.split_whitespace().next().unwrap();
            let there = squeezed(&run("pdftotext", &["-f", page, "-l", page], &document));
            let heading = format!("{}, {}", application.reference, application.group);
            assert!(there.starts_with(&heading), "page {page} starts with {there}");
        }
    }
}

#[test]
fn the_people_of_every_group_stand_before_the_first_application() {
    let list = booklet(&panel::booklet(), Size::Standard);
    let page_of = |wanted: &str| {
        let says = |item: &Item| matches!(item, Item::Glyphs { text, .. } if text.contains(wanted));
        list.pages.iter().position(|page| page.iter().any(|placed| says(&placed.item)))
    };
    let first = page_of("Received: Tuesday").unwrap();
    for names in ["Ade Okafor", "Bea Fox", "If you have an interest: the slip"] {
        assert!(page_of(names).unwrap() < first, "{names}");
    }
}

#[test]
fn a_reply_sheet_asks_everything_once_for_each_application_in_the_order_of_reading() {
    let expected = [
        "CC-007, Kingfisher Kitchen Table",
        "Copy 3, Ken Ashby",
        "£460.00",
        "I have an interest in this one",
        "Yes",
        "No",
        "I am not sure",
        "how it comes about",
        "Does it help to meet the plan?",
        "Partly",
        "I cannot tell",
        "What is good about it?",
        "What worries you, or is missing?",
        "Questions to ask the group",
        "What should the meeting do?",
        "Fund it in full",
        "Fund part of it: £",
        "Ask for more",
        "Do not fund it",
        "Name",
        "Date",
        "Signature",
        "Give this sheet back to Joan Pelham, The Community Hub by Friday 20 January 2023.",
        "CC-008, Night Owls Homework Club",
    ];
    for size in SIZES {
        let said = copied(&print_reply_sheet(&panel::reply_sheet(), &words(), size).unwrap());
        assert_in_order(&said, &expected);
        assert!(!said.contains("Scores"), "{said}");
        assert_eq!(said.matches("What should the meeting do?").count(), 2);
        let tree = run("pdfinfo", &["-struct"], &print_reply_sheet(&panel::reply_sheet(), &words(), size).unwrap());
        let levels: Vec<&str> = tree.lines().map(str::trim).filter(|line| line.starts_with('H')).collect();
        assert!(levels.first().is_some_and(|level| level.starts_with("H1")), "{levels:?}");
        assert!(levels.iter().all(|level| level.starts_with("H1") || level.starts_with("H2")), "{levels:?}");
        let scored = copied(&print_reply_sheet(&panel::scored_reply_sheet(), &words(), size).unwrap());
        assert_in_order(&scored, &["Questions to ask the group", "Value for money 0 to 5", "What should the meeting do?"]);
    }
}

#[test]
fn an_application_without_scores_needs_one_page_of_reply() {
    let view = panel::reply_sheet();
    let document = print_reply_sheet(&view, &words(), Size::Standard).unwrap();
    assert_eq!(usize::from(document.pages), view.applications.len());
    for (page, application) in view.applications.iter().enumerate() {
        let number = (page + 1).to_string();
        let said = squeezed(&run("pdftotext", &["-f", &number, "-l", &number], &document));
        assert!(said.contains(&format!("Under embargo. {}", application.reference)), "{said}");
        assert!(said.contains("Signature"), "{said}");
    }
}

#[test]
fn the_panel_report_reads_row_by_row_and_keeps_out_what_the_reader_may_not_see() {
    let document = panel_report(&panel::report(), &words(), Size::Standard).unwrap();
    let said = copied(&document);
    let expected = [
        "Panel report",
        "Friday 20 January 2023",
        "What the reviewers say, January 2023",
        "For Marcia Lowe only",
        "Under embargo until the decision letters are sent.",
        "CC-008",
        "£385.00 2 in full, 1 in part £295.00",
        "CC-009: you have an interest in this one. It is not part of your copy.",
        "CC-007, Kingfisher Kitchen Table",
        "1 in full, 1 in part, 1 ask for more, 1 do not fund",
        "£0.00, £340.00, £460.00",
        "They are divided",
        "Ken Ashby",
        "Fund it in full: £460.00",
        "Grace Adeyemi",
        "Fund part of it: £340.00",
        "On question 3 A new hot cupboard costs less than this.",
        "Value for money 2 of 5",
        "It was accepted by Marcia Lowe because his post was held up by the strike.",
        "Not in: Tess Odell.",
        "CC-008, Night Owls Homework Club",
        "Most agree",
        "Ken Ashby Grace Adeyemi Marcia Lowe",
        "Fund part of it: £295.00 Fund it in full: £385.00 Fund it in full: £385.00",
        "Helps the plan Yes Yes Partly",
        "On question 2",
        "On question 3",
        "On question 5",
        "Who holds the keys when Bea is away? (Grace Adeyemi)",
        "typed in from paper by Joan Pelham. It is not signed.",
        "Ken Ashby reviewed this before the application was corrected.",
        "Dev Patterson declared an interest and took no part.",
    ];
    assert_in_order(&said, &expected);
    assert_eq!(said.matches("CC-009").count(), 1);
    assert_eq!(said.matches("Journal 4f2a 91c0 77de 03b8").count(), usize::from(document.pages));
    let tree = squeezed(&run("pdfinfo", &["-struct-text"], &document));
    for part in
        ["H1 (block) \"What the reviewers say", "H2 (block) \"CC-008, Night Owls", "TH: /Scope /Row \"What is good", "H3 (block) \"Notes"]
    {
        assert!(tree.contains(part), "{part}: {tree}");
    }
}

#[test]
fn reviews_that_do_not_fit_beside_each_other_stand_one_after_another() {
    for (size, count, said, beside) in [
        (Size::Standard, 3, String::from("Short."), true),
        (Size::Standard, 4, String::from("Short."), false),
        (Size::Standard, 2, long_answer(), false),
        (Size::Large, 2, String::from("Short."), false),
    ] {
        let reviews = (0..count).map(|number| extreme_review(&said, format!("Reviewer {number}"))).collect();
        let application = PanelApplication { reviews, ..panel_application() };
        let view = PanelReportView { applications: vec![PanelEntry::Open(Box::new(application))], ..panel::report() };
        let document = panel_report(&view, &words(), size).unwrap();
        assert_eq!(text(&document).contains("Reviewer 0 Reviewer 1"), beside, "{size:?} {count}");
    }
}

#[test]
fn long_papers_of_a_review_are_whole_files() {
    let documents = [
        reviewers_booklet(&extreme_booklet(), &words(), Size::Large).unwrap(),
        panel_report(&extreme_report(), &words(), Size::Standard).unwrap(),
        print_reply_sheet(&extreme_reply_sheet(), &words(), Size::Standard).unwrap(),
    ];
    for document in &documents {
        run("qpdf", &["--check"], document);
    }
    let [booklet, report, _] = documents;
    assert!(booklet.pages > 40, "{}", booklet.pages);
    assert!(report.pages > 30, "{}", report.pages);
    let said = text(&booklet);
    assert!(said.contains("The application names no people.") && said.contains("Left blank on the paper"));
    assert!(said.contains("£60,000.00"));
}

#[test]
fn a_round_with_no_applications_is_still_a_paper() {
    for size in SIZES {
        let view = BookletView { applications: Vec::new(), left_out: Vec::new(), ..panel::booklet() };
        assert!(reviewers_booklet(&view, &words(), size).unwrap().pages >= 2);
        let view = ReplySheetView { applications: Vec::new(), ..panel::reply_sheet() };
        assert_eq!(print_reply_sheet(&view, &words(), size).unwrap().pages, 1);
        let view = PanelReportView { applications: Vec::new(), ..panel::report() };
        run("qpdf", &["--check"], &panel_report(&view, &words(), size).unwrap());
    }
}
