//! A second writer of the same pages, by krilla, which refuses to write what breaks its checks of PDF/UA-1.
//!
//! The tests ask it whether our tags would pass; the benchmark sets it beside our own writer. Nothing that people run holds it.

use super::structure::{Child, Structure};
use crate::{
    DocumentError,
    display::{ARTIFACT, Colour, Corner, DisplayList, FOOTER, Item, Placed, Tag},
    font::Fonts,
};
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, Configuration, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{Path, PathBuilder, Point, Rect},
    metadata::{Metadata, TextDirection},
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, Placement, TableHeaderScope, Tag as Element, TagGroup,
        TagKind, TagTree,
    },
    text::{Font, GlyphId, KrillaGlyph},
};
use std::num::NonZeroU16;

/// Fonts and settings that serve for many documents.
#[derive(Debug)]
pub(crate) struct SecondWriter {
    fonts: Vec<Font>,
    configuration: Configuration,
}

impl SecondWriter {
    pub(crate) fn new(fonts: &Fonts) -> Result<Self, DocumentError> {
        let read = |data: &'static [u8]| Font::new(data.into(), 0);
        let read: Option<Vec<Font>> = fonts.faces.iter().map(|face| read(face.data)).collect();
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        Ok(Self {
            fonts: read.ok_or_else(|| DocumentError::Write("the second writer cannot read a font".into()))?,
            configuration: configuration.map_err(|error| DocumentError::Write(format!("{error:?}")))?,
        })
    }

    /// The file, or what is wrong with it.
    pub(crate) fn write(&self, list: &DisplayList) -> Result<Vec<u8>, DocumentError> {
        let mut file = Document::new_with(SerializeSettings { configuration: self.configuration, ..SerializeSettings::default() });
        let mut structure = Structure::new(list);
        let mut marks = vec![Vec::new(); list.pages.len()];
        for (index, (items, marks)) in list.pages.iter().zip(&mut marks).enumerate() {
            let size = PageSettings::from_wh(list.width, list.height);
            let mut page = file.start_page_with(size.ok_or_else(|| DocumentError::Write("the paper has no size".into()))?);
            let mut surface = page.surface();
            for owned in items.chunk_by(|one, next| one.tag == next.tag) {
                self.section(&mut surface, list, owned, (&mut structure, index, marks));
            }
            surface.finish();
            page.finish();
        }
        let words = Words::of(list);
        file.set_tag_tree(TagTree::from(nodes(list, &structure, &marks, &words, 0)).with_lang(Some("en-GB".into())));
        let mut outline = Outline::new();
        for family in list.bookmarks.chunk_by(|_, next| next.below) {
            let mut nodes = family.iter().map(|bookmark| {
                OutlineNode::new(bookmark.title.clone(), XyzDestination::new(bookmark.page, Point::from_xy(0., bookmark.y)))
            });
            let Some(mut top) = nodes.next() else { continue };
            nodes.for_each(|below| top.push_child(below));
            outline.push_child(top);
        }
        file.set_outline(outline);
        file.set_metadata(
            Metadata::new()
                .title(list.title.clone())
                .authors(vec![list.author.clone()])
                .description(list.subject.clone())
                .text_direction(TextDirection::LeftToRight)
                .language("en-GB".into()),
        );
        file.finish().map_err(|error| DocumentError::Write(format!("{error:?}")))
    }

    /// What one tag owns on a page.
    fn section(
        &self,
        surface: &mut Surface<'_>,
        list: &DisplayList,
        owned: &[Placed],
        (structure, page, marks): (&mut Structure, usize, &mut Vec<Identifier>),
    ) {
        let Some(tag) = owned.first().map(|placed| placed.tag) else { return };
        match tag {
            ARTIFACT => drop(surface.start_tagged(ContentTag::Artifact(Artifact::default()))),
            FOOTER => drop(surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)))),
            tag => {
                structure.mark(list, tag, page);
                marks.push(surface.start_tagged(ContentTag::Other));
            }
        }
        for placed in owned {
            self.draw(surface, &placed.item);
        }
        surface.end_tagged();
    }

    fn draw(&self, surface: &mut Surface<'_>, item: &Item) {
        match item {
            Item::Field { .. } => {}
            Item::Glyphs { face, size, colour, x, y, glyphs, text } => {
                let Some(font) = self.fonts.get(*face) else { return };
                let mut pen = 0.;
                let glyphs: Vec<KrillaGlyph> = glyphs
                    .iter()
                    .map(|glyph| {
                        let (step, advance) = (glyph.x - pen, glyph.advance / size);
                        pen += glyph.advance;
                        KrillaGlyph::new(GlyphId::new(glyph.id.into()), advance, step / size, glyph.y / size, 0., glyph.text.clone(), None)
                    })
                    .collect();
                surface.set_fill(Some(fill(*colour)));
                surface.set_stroke(None);
                surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, font.clone(), text, *size, false);
            }
            Item::Rectangle { x, y, width, height, fill: inside, stroke: edge } => {
                surface.set_fill(inside.map(fill));
                surface.set_stroke(edge.map(|(colour, width)| stroke(colour, width)));
                let mut path = PathBuilder::new();
                if let Some(rectangle) = Rect::from_xywh(*x, *y, *width, *height) {
                    path.push_rect(rectangle);
                }
                draw(surface, path.finish());
            }
            Item::Line { from, to, colour, width } => {
                surface.set_fill(None);
                surface.set_stroke(Some(stroke(*colour, *width)));
                let mut path = PathBuilder::new();
                path.move_to(from.0, from.1);
                path.line_to(to.0, to.1);
                draw(surface, path.finish());
            }
            Item::Shape { rings, fill: inside } => {
                surface.set_fill(Some(fill(*inside)));
                surface.set_stroke(None);
                let mut path = PathBuilder::new();
                for ring in rings {
                    trace(&mut path, ring);
                }
                draw(surface, path.finish());
            }
        }
    }
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn fill([red, green, blue]: Colour) -> Fill {
    Fill {
        paint: krilla::color::rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::NonZero,
    }
}

fn stroke([red, green, blue]: Colour, width: f32) -> Stroke {
    Stroke { paint: krilla::color::rgb::Color::new(red, green, blue).into(), width, ..Stroke::default() }
}

/// A closed ring. Two corners that pull stand between the ends of a curve.
fn trace(path: &mut PathBuilder, ring: &[Corner]) {
    let Some(first) = ring.first() else { return };
    path.move_to(first.x, first.y);
    let mut rest = ring.get(1..).unwrap_or_default();
    while let Some((corner, after)) = rest.split_first() {
        match after {
            [second, after @ ..] if corner.pulls => {
                let (end, after) = after.split_first().map_or((first, after), |(end, after)| (end, after));
                path.cubic_to(corner.x, corner.y, second.x, second.y, end.x, end.y);
                rest = after;
            }
            _ => {
                path.line_to(corner.x, corner.y);
                rest = after;
            }
        }
    }
    path.close();
}

/// The words of each tag.
struct Words(Vec<Option<String>>);

impl Words {
    fn of(list: &DisplayList) -> Self {
        let mut words = vec![None; list.tags.len()];
        for placed in list.pages.iter().flatten() {
            if let (Item::Glyphs { text, .. }, Some(words)) = (&placed.item, words.get_mut(placed.tag)) {
                words.get_or_insert_with(|| text.to_string());
            }
        }
        Self(words)
    }
}

/// What hangs under a tag, in the order of reading.
fn nodes(list: &DisplayList, structure: &Structure, marks: &[Vec<Identifier>], words: &Words, tag: usize) -> Vec<Node> {
    let children = structure.children(tag).iter().filter_map(|child| match child {
        Child::Tag(below) => {
            let kind = kind(list.tags.get(*below)?, words.0.get(*below)?.as_ref());
            Some(Node::Group(TagGroup::with_children(kind, nodes(list, structure, marks, words, *below))))
        }
        // Its fields are not written by the second writer.
        Child::Object(..) => None,
        Child::Content(page, number) => Some(Node::Leaf(*marks.get(*page)?.get(usize::try_from(*number).ok()?)?)),
    });
    children.collect()
}

/// The same tag in the words of the second writer. One it does not know becomes a `NonStruct`, which its checks pass over.
fn kind(tag: &Tag, words: Option<&String>) -> TagKind {
    let value = tag.attribute.map(|[_, _, value]| value);
    let heading = |level: u16| TagKind::from(Element::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), words.cloned()));
    match tag.role {
        "P" => Element::P.into(),
        "H1" => heading(1),
        "H2" => heading(2),
        "H3" => heading(3),
        "Part" => Element::Part.into(),
        "Sect" => Element::Section.into(),
        "Table" => Element::Table.into(),
        "TR" => Element::TR.into(),
        "TD" => Element::TD.into(),
        "TH" => Element::TH(if value == Some("Row") { TableHeaderScope::Row } else { TableHeaderScope::Column }).into(),
        "L" => Element::L(if value == Some("Decimal") { ListNumbering::Decimal } else { ListNumbering::None }).into(),
        "LI" => Element::LI.into(),
        "Lbl" => Element::Lbl.into(),
        "LBody" => Element::LBody.into(),
        "Figure" => Element::Figure(tag.alternative.clone()).with_placement(value.map(|_| Placement::Inline)).into(),
        _ => Element::NonStruct.into(),
    }
}
