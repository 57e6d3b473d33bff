//! One paragraph: shaped, broken into lines, checked for characters that no font can draw.

use crate::{
    DocumentError,
    display::{Glyph, Item, Placed},
    font::Fonts,
    inline::{Inline, is_bidi_control, tie},
    style::{Align, Style},
};
use parley::{
    Alignment, AlignmentOptions, FontFamily, FontFamilyName, FontFeatures, FontWeight, Layout, Line, LineHeight, OverflowWrap,
    PositionedLayoutItem, Run, StyleProperty,
};
use std::{borrow::Cow, ops::Range, sync::Arc};

/// One line of words, or another slice of a block: never broken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) height: f32,
    pub(crate) items: Vec<Placed>,
}

/// A last line shorter than this share of the column is drawn out of the lines above it.
const STUB: f32 = 0.14;

/// A column of so many times the size of its letters holds the longest date in one line.
const DATE: f32 = 8.6;

/// Sets a paragraph in a column that starts at `x` and is `width` wide. Fixed words are set once.
pub(crate) fn set(fonts: &mut Fonts, inline: &Inline, style: Style, (x, width): (f32, f32), tag: usize) -> Result<Vec<Row>, DocumentError> {
    if let Some(rows) = fonts.fixed.get(inline, style, width) {
        return Ok(moved(rows, x, tag));
    }
    if !fonts.fixed.knows(inline) {
        return set_anew(fonts, inline, style, (x, width), tag);
    }
    let rows = set_anew(fonts, inline, style, (0., width), tag)?;
    let here = moved(&rows, x, tag);
    fonts.fixed.keep(inline, style, width, rows);
    Ok(here)
}

/// The same lines in another place, with another owner.
fn moved(rows: &[Row], x: f32, tag: usize) -> Vec<Row> {
    let mut rows = rows.to_vec();
    for placed in rows.iter_mut().flat_map(|row| &mut row.items) {
        placed.tag = tag;
        if let Item::Glyphs { x: left, .. } = &mut placed.item {
            *left += x;
        }
    }
    rows
}

fn set_anew(fonts: &mut Fonts, inline: &Inline, style: Style, (x, width): (f32, f32), tag: usize) -> Result<Vec<Row>, DocumentError> {
    let wide = width >= style.size * DATE;
    let spans: Vec<(String, bool)> = inline.0.iter().map(|span| (tie(&span.text, wide), span.bold)).collect();
    let text: String = spans.iter().map(|(text, _)| text.as_str()).collect();
    let text: Arc<str> = text.into();
    if text.is_empty() {
        return Ok(vec![Row { height: style.lead, items: Vec::new() }]);
    }
    let mut layout = shape(fonts, &text, &spans, style);
    if matches!(style.align, Align::Left | Align::Pinned) {
        break_tidily(&mut layout, width);
    } else {
        layout.break_all_lines(Some(width));
    }
    let align = match style.align {
        Align::Left => Alignment::Start,
        Align::Pinned => Alignment::Left,
        Align::Right => Alignment::Right,
        Align::Centre => Alignment::Center,
    };
    layout.align(align, AlignmentOptions::default());
    layout.lines().map(|line| row(fonts, &line, &text, style, x, tag)).collect()
}

/// One line. It is as high as the style says, and higher where the letters of a script need it.
fn row(fonts: &Fonts, line: &Line<'_, ()>, text: &Arc<str>, style: Style, x: f32, tag: usize) -> Result<Row, DocumentError> {
    let mut row = Row { height: style.lead, items: Vec::new() };
    let baseline = fonts.baseline(style.size, style.lead);
    let (mut above, mut below) = (baseline, style.lead - baseline);
    let mut last = None;
    for item in line.items() {
        let PositionedLayoutItem::GlyphRun(glyph_run) = item else {
            continue;
        };
        let run = glyph_run.run();
        // One run can come as several items; its clusters are read once.
        if last.replace(run.index()) == Some(run.index()) {
            continue;
        }
        let face = fonts.face_of(run.font().data.id()).ok_or_else(|| DocumentError::Write("shaping chose an unknown font".into()))?;
        let glyphs = glyphs(fonts, run, face, text)?;
        for glyph in &glyphs {
            let (up, down) = fonts.reach(face, glyph.id, style.size);
            (above, below) = (above.max(up + glyph.y), below.max(down - glyph.y));
        }
        if !glyphs.is_empty() {
            let item = Item::Glyphs {
                face,
                size: run.font_size(),
                colour: style.colour,
                x: x + glyph_run.offset(),
                y: 0.,
                glyphs,
                text: Arc::clone(text),
            };
            row.items.push(Placed { tag, item });
        }
    }
    // What is drawn from the right to the left is still written in the order of reading.
    row.items.sort_by_key(|placed| match &placed.item {
        Item::Glyphs { glyphs, .. } => glyphs.iter().map(|glyph| glyph.text.start).min(),
        _ => None,
    });
    row.height = above + below;
    crate::display::lower(&mut row.items, above);
    Ok(row)
}

/// The glyphs of a run from the left to the right, each with the words it draws.
fn glyphs(fonts: &Fonts, run: &Run<'_, ()>, face: usize, text: &str) -> Result<Vec<Glyph>, DocumentError> {
    let mut pen = 0.;
    let mut glyphs: Vec<Glyph> = Vec::new();
    // From right to left, the later letters of a ligature come before it.
    let mut later = None;
    for cluster in run.visual_clusters() {
        let mut range = cluster.text_range();
        if text[range.clone()].chars().all(is_bidi_control) {
            continue;
        }
        if cluster.is_ligature_continuation() {
            if run.is_rtl() {
                later.get_or_insert(range.end);
            } else if let Some(glyph) = glyphs.last_mut() {
                glyph.text.end = glyph.text.end.max(range.end);
            }
            continue;
        }
        range.end = later.take().unwrap_or(range.end);
        let count = cluster.glyphs().count();
        for (index, glyph) in cluster.glyphs().enumerate() {
            let id = u16::try_from(glyph.id).unwrap_or_default();
            if id == 0 {
                let mut missing = text[range.clone()].chars().filter(|character| !fonts.draws(face, *character));
                return Err(DocumentError::MissingGlyph { character: missing.next().unwrap_or('\u{fffd}') });
            }
            // Shaping counts downwards, the page of a file upwards.
            let text = if run.is_rtl() { share(text, &range, count - 1 - index, count) } else { range.clone() };
            glyphs.push(Glyph { id, x: pen + glyph.x, y: -glyph.y, advance: glyph.advance, text });
            pen += glyph.advance;
        }
    }
    Ok(glyphs)
}

/// What one of several glyphs of a letter draws: a character each, the last one all that is left.
fn share(text: &str, range: &Range<usize>, index: usize, count: usize) -> Range<usize> {
    let start = |index: usize| text[range.clone()].char_indices().nth(index).map_or(range.end, |(at, _)| range.start + at);
    start(index)..if index + 1 == count { range.end } else { start(index + 1) }
}

fn shape(fonts: &mut Fonts, text: &str, spans: &[(String, bool)], style: Style) -> Layout<()> {
    let family = if style.code { &fonts.code } else { &fonts.text };
    let family = FontFamilyName::Named(Cow::Borrowed(family.as_str()));
    let weight = |bold: bool| FontWeight::new(if bold { 700. } else { 400. });
    let mut builder = fonts.layout.ranged_builder(&mut fonts.context, text, 1., false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::Single(family)));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.lead)));
    builder.push_default(StyleProperty::FontWeight(weight(style.bold || style.code)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    if style.figures {
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(Cow::Borrowed("\"tnum\" 1, \"lnum\" 1"))));
    }
    let mut start = 0;
    for (span, bold) in spans {
        let end = start + span.len();
        if *bold && !style.bold {
            builder.push(StyleProperty::FontWeight(weight(true)), start..end);
        }
        start = end;
    }
    builder.build(text)
}

/// Breaks lines; when the last line would be one short word, tries a slightly narrower column.
fn break_tidily(layout: &mut Layout<()>, width: f32) {
    layout.break_all_lines(Some(width));
    let count = layout.len();
    if count < 2 {
        return;
    }
    let mut narrower = width;
    while last_width(layout) < width * STUB && narrower > width * 0.87 {
        narrower -= width * 0.015;
        layout.break_all_lines(Some(narrower));
        if layout.len() > count {
            layout.break_all_lines(Some(width));
            return;
        }
    }
    if last_width(layout) < width * STUB {
        layout.break_all_lines(Some(width));
    }
}

fn last_width(layout: &Layout<()>) -> f32 {
    layout.get(layout.len().saturating_sub(1)).map_or(f32::MAX, |line| line.metrics().advance)
}
