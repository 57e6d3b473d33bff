//! One paragraph: shaped, broken into lines, checked for characters that no font can draw.

use crate::{
    DocumentError,
    display::{Glyph, Item, Placed},
    font::Fonts,
    inline::{Inline, tie},
    style::{Align, Style},
};
use parley::{
    Alignment, AlignmentOptions, FontFamily, FontFamilyName, FontFeatures, FontWeight, Layout, LineHeight, OverflowWrap,
    PositionedLayoutItem, StyleProperty,
};
use std::{borrow::Cow, sync::Arc};

/// One line of words, or another slice of a block: never broken.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) height: f32,
    pub(crate) items: Vec<Placed>,
}

/// A last line shorter than this share of the column is drawn out of the lines above it.
const STUB: f32 = 0.14;

/// Sets a paragraph in a column that starts at `x` and is `width` wide.
pub(crate) fn set(fonts: &mut Fonts, inline: &Inline, style: Style, (x, width): (f32, f32), tag: usize) -> Result<Vec<Row>, DocumentError> {
    let spans: Vec<(String, bool)> = inline.0.iter().map(|span| (tie(&span.text), span.bold)).collect();
    let text: String = spans.iter().map(|(text, _)| text.as_str()).collect();
    let text: Arc<str> = text.into();
    if text.is_empty() {
        return Ok(vec![Row { height: style.lead, items: Vec::new() }]);
    }
    let mut layout = shape(fonts, &text, &spans, style);
    if style.align == Align::Left {
        break_tidily(&mut layout, width);
    } else {
        layout.break_all_lines(Some(width));
    }
    let align = match style.align {
        Align::Left => Alignment::Start,
        Align::Right => Alignment::End,
        Align::Centre => Alignment::Center,
    };
    layout.align(align, AlignmentOptions::default());
    let mut rows = Vec::with_capacity(layout.len());
    for line in layout.lines() {
        let metrics = *line.metrics();
        let mut row = Row { height: metrics.line_height, items: Vec::new() };
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
            let mut pen = 0.;
            let mut glyphs: Vec<Glyph> = Vec::new();
            for cluster in run.visual_clusters() {
                let range = cluster.text_range();
                if cluster.is_ligature_continuation() {
                    if let Some(glyph) = glyphs.last_mut() {
                        glyph.text.end = glyph.text.end.max(range.end);
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    let id = u16::try_from(glyph.id).unwrap_or_default();
                    if id == 0 {
                        let character = text[range.clone()].chars().next().unwrap_or('\u{fffd}');
                        return Err(DocumentError::MissingGlyph { character });
                    }
                    glyphs.push(Glyph { id, x: pen + glyph.x, y: glyph.y, advance: glyph.advance, text: range.clone() });
                    pen += glyph.advance;
                }
            }
            if !glyphs.is_empty() {
                row.items.push(Placed {
                    tag,
                    item: Item::Glyphs {
                        face,
                        size: run.font_size(),
                        colour: style.colour,
                        x: x + glyph_run.offset(),
                        y: metrics.baseline - metrics.block_min_coord,
                        glyphs,
                        text: Arc::clone(&text),
                    },
                });
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

fn shape(fonts: &mut Fonts, text: &str, spans: &[(String, bool)], style: Style) -> Layout<()> {
    let families = if style.code { &fonts.code } else { &fonts.text };
    let families: Vec<FontFamilyName<'_>> = families.iter().map(|name| FontFamilyName::Named(Cow::Borrowed(name.as_str()))).collect();
    let weight = |bold: bool| FontWeight::new(if bold { 700. } else { 400. });
    let mut builder = fonts.layout.ranged_builder(&mut fonts.context, text, 1., false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&families))));
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
