//! The papers about money: the spendometer, the spend report, the payment list and remittance advice.

use super::{
    SIZES,
    file::{text, words},
    laid_out, long_name, money_sheets as sheets,
};
use crate::{
    Size, Wording,
    display::{DisplayList, Item},
    document,
    tests::printing::{
        payment_list as print_list, remittance_advice as print_advice, spend_report as print_report, spendometer as print_spendometer,
    },
    view::{SpendReportView, SpendometerView},
};

pub(super) fn spendometer(view: &SpendometerView, size: Size) -> DisplayList {
    let wording = Wording::bundled().unwrap();
    laid_out(document::spendometer::draft(view, wording.script(document::spendometer::NAME).unwrap(), size, 3))
}

#[test]
fn the_spendometer_is_one_page_however_many_groups_were_funded() {
    for named in [0, 1, 9, 60] {
        let document = print_spendometer(&sheets::spendometer(named), &words(), Size::Standard).unwrap();
        assert_eq!(document.pages, 1, "{named} grants");
        let said = text(&document);
        for figure in
            ["£57,342.70", "£20,055.00", "£10,602.30", "£88,000.00", "The plan expected £63,337 by now", "1,207.40", "Page 1 of 1"]
        {
            assert!(said.contains(figure), "{figure} is missing: {said}");
        }
        assert_eq!(said.contains("Groups we have given money to"), named > 0);
        assert_eq!(said.contains("more."), named > 6, "{said}");
    }
}

#[test]
fn in_large_print_no_page_is_begun_for_the_end_of_the_names() {
    let pages = |named| print_spendometer(&sheets::spendometer(named), &words(), Size::Large).unwrap();
    let figures = pages(0).pages;
    for named in [1, 9, 60] {
        let document = pages(named);
        assert_eq!(document.pages, figures, "{named} grants");
        let said = text(&document);
        assert!(said.contains("Groups we have given money to"), "{said}");
        let told = said.split_whitespace().filter(|word| word.contains("£450.00")).count();
        assert_eq!(
            said.split_whitespace().collect::<Vec<_>>().join(" ").contains(&format!("And {} more.", named - told)),
            told < named,
            "{said}"
        );
    }
}

#[test]
fn every_group_is_counted_whether_or_not_there_is_room_for_its_name() {
    let said = text(&print_spendometer(&sheets::spendometer(60), &words(), Size::Standard).unwrap());
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = flat.matches("£450.00").count();
    assert!(named > 0, "{flat}");
    assert!(flat.contains(&format!("And {} more.", 60 - named)), "{named}: {flat}");
}

#[test]
fn a_bar_is_told_by_its_pattern_and_by_words() {
    let list = spendometer(&sheets::spendometer(3), Size::Standard);
    let spoken: Vec<&str> = list.tags.iter().filter_map(|tag| tag.alternative.as_deref()).collect();
    assert_eq!(spoken, ["A bar of £88,000.00: £57,342.70 paid, £20,055.00 committed, £10,602.30 free."]);
    // The chest of the masthead is made of shapes of one ring.
    let hatched = list.pages.iter().flatten().filter(|placed| matches!(&placed.item, Item::Shape { rings, .. } if rings.len() > 1));
    // The large bar, its key, the whole plan, and the ten lines with something committed.
    assert_eq!(hatched.count(), 1 + 1 + 1 + 10);
}

#[test]
fn a_line_with_a_long_name_still_has_its_figures_beside_it() {
    let mut view = sheets::spendometer(0);
    view.groups[0].lines[0].name = long_name();
    let document = print_spendometer(&view, &words(), Size::Standard).unwrap();
    assert!(text(&document).contains("5,625.00"));
}

#[test]
fn the_spend_report_has_its_figures_and_room_for_both_to_sign() {
    for size in SIZES {
        let said = text(&print_report(&sheets::spend_report(), &words(), size).unwrap());
        for expected in [
            "Spend report, 1 October 2022 to 31 March 2023",
            "17 January 2023",
            "19,486.30",
            "£3,975.00",
            "Money moved between lines",
            "Journal",
        ] {
            assert!(said.contains(expected), "{expected} is missing in {size:?}: {said}");
        }
        assert_eq!(said.matches("Signature").count(), 2, "{said}");
    }
    let finished = SpendReportView { unfinished: false, moved: Vec::new(), draw_downs: Vec::new(), ..sheets::spend_report() };
    let said = text(&print_report(&finished, &words(), Size::Standard).unwrap());
    assert!(!said.contains("not over"), "{said}");
    assert!(said.contains("No money was moved") && said.contains("No money was recorded as drawn down"), "{said}");
}

#[test]
fn a_payment_list_that_waits_says_do_not_pay() {
    for size in SIZES {
        let waiting = text(&print_list(&sheets::payment_list(true), &words(), size).unwrap());
        assert!(waiting.contains("Do not pay yet"), "{waiting}");
        let approved = text(&print_list(&sheets::payment_list(false), &words(), size).unwrap());
        assert!(!approved.contains("Do not pay yet"), "{approved}");
        for expected in ["Ruth Oyelaran", "Anita Joyce", "£525.00", "ending 4471"] {
            assert!(approved.contains(expected), "{expected} is missing in {size:?}: {approved}");
        }
    }
}

#[test]
fn each_payee_has_a_page_that_names_no_other() {
    for size in SIZES {
        let document = print_advice(&sheets::remittance_advice(), &words(), size).unwrap();
        assert_eq!(document.pages, 2);
        let said = text(&document);
        let (first, second) = said.split_once("Page 1 of 2").unwrap();
        assert!(first.contains("Brightwater Steel Pans") && !first.contains("Second Spin"), "{said}");
        assert!(second.contains("Second Spin") && !second.contains("Brightwater"), "{said}");
        assert!(first.contains("Example Trust paid") && second.contains("Example Trust will pay"), "{said}");
    }
}
