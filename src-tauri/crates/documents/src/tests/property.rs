//! Whatever blocks a document is made of, and whatever people wrote: what must hold for every page.

use super::{
    SIZES, laid_out, long_answer, long_name,
    page::{assert_inside, role},
};
use crate::{
    Size,
    block::{Block, Column, Contents, ContentsLine, Field, Gauge, Pattern, Share, SignatureBlock, SignatureLabels, Table, Tick},
    display::{DisplayList, FOOTER, Item, Placed},
    inline::Inline,
    layout::Draft,
    style::{Align, Scale},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::collections::BTreeMap;

/// How many documents, each in both sizes.
const CASES: u32 = 60;

/// A block to be built: which kind, with which words, and how many of its parts.
#[derive(Clone, Debug)]
struct Plan {
    kind: usize,
    words: Vec<String>,
    count: usize,
}

/// What stands in names, labels and headings.
fn short() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[A-Z][a-z]{1,9}( [a-z]{1,9}){0,5}",
        1 => Just(String::new()),
        1 => Just(long_name()),
        1 => Just("عائشہ صدیقی، ہمسایہ باغبانی گروپ 24 Bike Kitchen".to_owned()),
        1 => Just("ਹਰਪ੍ਰੀਤ ਕੌਰ ਸਿੱਧੂ, রুবিনা খাতুন।".to_owned()),
        1 => Just("陈美玲，邻里单车小组 Żółć".repeat(4)),
    ]
}

/// What people write in answers.
fn answer() -> impl Strategy<Value = String> {
    prop_oneof![
        30 => short(),
        20 => "([a-z]{1,12} ){8,60}[a-z]{1,12}\\.",
        2 => Just("ہم ہر ہفتے 24 بچوں کے ساتھ سائیکلیں ٹھیک کرتے ہیں۔ ".repeat(20)),
        2 => Just("邻里单车小组每星期六上午教大家修理自行车。".repeat(12)),
        1 => Just(long_answer()),
    ]
}

fn plan() -> impl Strategy<Value = Plan> {
    let words = (prop::collection::vec(short(), 5), prop::collection::vec(answer(), 2));
    (0..KINDS, words, 1usize..6).prop_map(|(kind, (short, answers), count)| Plan { kind, words: [short, answers].concat(), count })
}

const KINDS: usize = 28;

impl Plan {
    fn short(&self, index: usize) -> String {
        self.words[index % 5].clone()
    }

    fn answer(&self, index: usize) -> String {
        self.words[5 + index % 2].clone()
    }

    fn many<T>(&self, part: impl Fn(usize) -> T) -> Vec<T> {
        (0..self.count).map(part).collect()
    }

    /// The block, with the words that belong below a heading.
    fn blocks(&self) -> Vec<Block> {
        let below = || Block::Paragraph("Words below a heading.".into());
        match self.kind {
            0 => vec![Block::Letterhead { left: self.short(0), right: self.many(|index| self.short(index)) }],
            1 => vec![Block::Masthead { name: self.short(0), contact: self.many(|index| self.short(index)) }],
            2 => vec![Block::Address { to: self.many(|index| self.short(index).into()), right: vec![self.short(4).into()] }],
            3 => vec![Block::Title(self.heading(0)), below()],
            4 => vec![Block::FreshPage, Block::Chapter { heading: self.heading(0), right: self.many(|index| self.short(index)) }, below()],
            5 => vec![Block::Heading(self.heading(0)), below()],
            6 => vec![Block::Numbered {
                number: "7".into(),
                heading: self.heading(0),
                blocks: vec![below(), Block::Resolved(self.answer(0).into())],
            }],
            7 => vec![Block::Subheading(self.heading(0).into()), below()],
            8 | 9 => vec![Block::Paragraph(Inline::default().bold(self.short(0)).plain(self.answer(0)))],
            10 => vec![Block::Hint(self.short(0).into()), below()],
            11 => vec![Block::Lines(self.many(|index| self.short(index).into()))],
            12 => vec![Block::Clauses(self.many(|index| (format!("{}.", index + 1), self.answer(index).into())))],
            13 => vec![Block::Bullets(self.many(|index| self.answer(index).into()))],
            14 => vec![Block::Facts(self.many(|index| (self.short(index), vec![self.answer(index)])))],
            15 => vec![Block::Table(self.table(self.count))],
            16 => vec![Block::Paragraph("What it costs.".into()), Block::Table(self.table(60))],
            17 => vec![Block::Gauge(self.gauge())],
            18 => vec![Block::Ticks(self.many(|index| self.tick(index)))],
            19 => vec![Block::TickRows { ticks: self.many(|index| self.tick(index)), beside: 3 }],
            20 => vec![Block::Subheading("Your answer".into()), Block::Writing((self.count * self.count * 2) as u16)],
            21 => vec![Block::Fields(self.many(|index| Field { label: self.short(index), hint: self.short(index + 1), lines: 2 }))],
            22 => vec![Block::Paragraph("The last words before it is signed.".into()), self.signatures()],
            23 => vec![Block::Band(self.short(0).into()), Block::Framed(self.many(|index| self.short(index).into()))],
            24 => vec![Block::Contents(self.contents()), Block::Gap(2.)],
            25 => vec![Block::Section(self.short(0)), Block::Heading(self.heading(1)), below()],
            26 => vec![Block::NewPart, Block::Paragraph(self.answer(0).into())],
            _ => vec![Block::Keep(vec![Block::Subheading(self.heading(0).into()), Block::Paragraph(self.answer(0).into())])],
        }
    }

    /// A heading is never left empty.
    fn heading(&self, index: usize) -> String {
        format!("Part {}", self.short(index))
    }

    fn table(&self, rows: usize) -> Table {
        let columns = vec![Column { share: 0.6, align: Align::Left }, Column { share: 0.4, align: Align::Right }];
        let row = |index: usize| vec![if index == 0 { self.answer(0) } else { self.short(index) }, format!("£{index},000.00")];
        Table {
            columns,
            head: vec!["What".into(), "Amount".into()],
            rows: (0..rows).map(row).collect(),
            totals: vec![vec!["Total".into(), "£60.00".into()]],
            ruled: self.count == 2,
            named_rows: self.count == 3,
            bars: Vec::new(),
        }
    }

    fn gauge(&self) -> Gauge {
        Gauge {
            share: Share { solid: 0.4, hatched: 0.3 },
            key: vec![
                (Some(Pattern::Solid), "Paid".into(), "£400.00".into()),
                (Some(Pattern::Hatched), "Promised".into(), "£300.00".into()),
                (Some(Pattern::White), "Free".into(), "£300.00".into()),
            ],
            mark: Some((0.5, "Expected by now".into())),
            scale: vec!["£0".into(), "£500".into(), "£1,000".into()],
            spoken: self.short(0),
        }
    }

    fn tick(&self, index: usize) -> Tick {
        Tick { label: self.short(index), ticked: index == 1, spoken: "Not ticked".into(), open: index == 2 }
    }

    fn signatures(&self) -> Block {
        let signed = |index: usize| (index == 1).then(|| ["Signed on screen".into(), self.short(2), "3 June 2022".into()]);
        let block = |index| SignatureBlock { party: self.short(index), role: self.short(index + 1), signed: signed(index) };
        let labels = SignatureLabels { signature: "Signature".into(), name: "Name".into(), date: "Date".into() };
        Block::Signatures { labels, blocks: self.many(block) }
    }

    fn contents(&self) -> Contents {
        Contents {
            columns: vec![Column { share: 0.8, align: Align::Left }, Column { share: 0.2, align: Align::Right }],
            head: vec!["Part".into(), "Page".into()],
            lines: self.many(|index| ContentsLine { cells: vec![self.short(index)], heading: self.heading(index) }),
        }
    }
}

fn draft(plans: &[Plan], size: Size) -> Draft {
    let scale = if plans.len().is_multiple_of(2) { Scale::letter(size) } else { Scale::form(size) };
    Draft {
        title: "Anything at all".into(),
        author: "The partnership".into(),
        subject: "A test".into(),
        scale,
        footer: plans[0].short(0),
        page_of: "Page {page} of {pages}".into(),
        band: plans.len().is_multiple_of(3).then(|| format!("Members only {}", plans[0].short(1))),
        watermark: plans.len().is_multiple_of(4).then(|| plans[0].short(2)),
        blocks: plans.iter().flat_map(Plan::blocks).collect(),
    }
}

fn is_read(placed: &Placed) -> bool {
    placed.tag < FOOTER
}

fn foot(page: &[Placed]) -> f32 {
    let level = |placed: &Placed| match &placed.item {
        Item::Line { from, to, .. } if placed.tag == FOOTER && from.1 == to.1 => Some(from.1),
        _ => None,
    };
    page.iter().filter_map(level).fold(0., f32::max)
}

/// Pages have content, above their foot.
fn assert_filled(name: &str, list: &DisplayList) {
    for (number, page) in list.pages.iter().enumerate() {
        let foot = foot(page);
        let lowest = page.iter().filter(|placed| is_read(placed)).map(|placed| placed.item.bounds().3).fold(0., f32::max);
        assert!(lowest <= foot, "{name}, page {}: words at {lowest} below the foot at {foot}", number + 1);
        let shape = |placed: &&Placed| matches!(placed.item, Item::Shape { .. });
        let content = page.iter().filter(|placed| !shape(placed) && placed.item.bounds().3 < foot - 1.);
        assert!(content.count() > 0, "{name}: page {} of {} is empty", number + 1, list.pages.len());
    }
}

/// A heading has something below it.
fn assert_headings(name: &str, list: &DisplayList) {
    for (number, page) in list.pages.iter().enumerate() {
        let foot = foot(page);
        let lowest = page.iter().filter(|placed| is_read(placed) && matches!(placed.item, Item::Glyphs { .. }));
        let lowest = lowest.max_by(|one, two| one.item.bounds().3.total_cmp(&two.item.bounds().3));
        let Some(heading) = lowest.filter(|placed| role(list, placed).starts_with('H')) else { continue };
        let below = heading.item.bounds().3;
        let boxes = page.iter().filter(|placed| placed.item.bounds().1 > below && placed.item.bounds().3 < foot - 1.);
        assert!(boxes.count() > 2, "{name}: page {} ends with a heading", number + 1);
    }
}

/// The pages on which something of a tag stands, with everything below it.
fn pages_of(list: &DisplayList) -> BTreeMap<usize, Vec<usize>> {
    let mut pages: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, page) in list.pages.iter().enumerate() {
        for placed in page.iter().filter(|placed| is_read(placed)) {
            let mut tag = placed.tag;
            while let Some(found) = list.tags.get(tag) {
                let known = pages.entry(tag).or_default();
                if known.last() != Some(&number) {
                    known.push(number);
                }
                tag = found.parent;
            }
        }
    }
    pages
}

/// The number of a clause stands beside its words, no list begins or ends with one item alone on a page, and a signature is not
/// parted, nor the first one from the words before it.
fn assert_company(name: &str, list: &DisplayList) {
    let pages = pages_of(list);
    for (tag, found) in list.tags.iter().enumerate().filter(|(tag, _)| pages.contains_key(tag)) {
        if found.role == "Lbl" {
            let body = (tag + 1..list.tags.len()).find(|next| list.tags[*next].role == "LBody" && list.tags[*next].parent == found.parent);
            if let Some(words) = body.and_then(|body| pages.get(&body)) {
                assert_eq!(words.first(), pages[&tag].first(), "{name}: a number or a box stands alone");
            }
        }
        if matches!(found.attribute, Some(["List", _, "Disc" | "Decimal"])) {
            let items: Vec<&Vec<usize>> =
                (tag..list.tags.len()).filter(|item| list.tags[*item].parent == tag).filter_map(|item| pages.get(&item)).collect();
            if let [first, .., last] = items.as_slice() {
                assert_eq!(first.last(), items[1].first(), "{name}: a list begins alone");
                assert_eq!(items[items.len() - 2].last(), last.first(), "{name}: a list ends alone");
            }
        }
        if found.role == "Sect" {
            assert_eq!(pages[&tag].len(), 1, "{name}: a signature is parted");
            let before = tag.checked_sub(1).filter(|before| list.tags[*before].role == "P" && list.tags[*before].parent == 0);
            if let Some(words) = before.and_then(|before| pages.get(&before)) {
                assert_eq!(words.last(), pages[&tag].first(), "{name}: a signature stands alone");
            }
        }
    }
}

/// Tags were given block by block. Read from page to page they come in the same order.
fn assert_order(name: &str, list: &DisplayList) {
    let mut latest = 0;
    let mut seen = vec![false; list.tags.len()];
    for placed in list.pages.iter().flatten().filter(|placed| is_read(placed)) {
        if !std::mem::replace(&mut seen[placed.tag], true) {
            assert!(placed.tag > latest, "{name}: {} is read after {latest}", placed.tag);
            latest = placed.tag;
        }
    }
}

/// What must hold for the pages of every document.
pub(super) fn assert_pages(name: &str, list: &DisplayList) {
    assert_inside(name, list);
    assert_filled(name, list);
    assert_headings(name, list);
    assert_company(name, list);
    assert_order(name, list);
}

#[test]
fn no_document_of_any_blocks_breaks_a_page() {
    let config = Config { cases: CASES, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let documents = prop::collection::vec(plan(), 1..9);
    runner
        .run(&documents, |plans| {
            for size in SIZES {
                assert_pages("a document", &laid_out(Ok(draft(&plans, size))));
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_kind_of_block_was_tried() {
    let mut tried = [false; KINDS];
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for _ in 0..CASES {
        let plans = prop::collection::vec(plan(), 1..9).new_tree(&mut runner).unwrap().current();
        for plan in &plans {
            tried[plan.kind] = true;
        }
    }
    assert!(tried.iter().all(|tried| *tried), "{tried:?}");
}
