//! The fields of a form that is filled in on a computer: an `AcroForm` without scripts, whose fields any viewer can show.

mod letters;

use super::{failed, text};
use crate::{
    DocumentError,
    display::{DisplayList, FieldKind, FormField, Item},
    font::Fonts,
};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

/// The name of the font that fields are written in.
const FONT: &str = "Src";
/// A field of many lines (PDF 32000-1, table 228, bit 13).
const MULTILINE: i64 = 1 << 12;
/// A field is printed with its page (table 165, bit 3).
const PRINTED: i64 = 1 << 2;
/// The state of a box that is ticked.
const TICKED: &str = "Yes";
const EMPTY: &str = "Off";

/// Adds the fields of all pages, in the order of reading, and gives their objects.
pub(super) fn attach(file: &mut lopdf::Document, list: &DisplayList, fonts: &Fonts) -> Result<Vec<ObjectId>, DocumentError> {
    if !list.pages.iter().flatten().any(|placed| matches!(placed.item, Item::Field { .. })) {
        return Ok(Vec::new());
    }
    let font = letters::font(file, fonts)?;
    let resources = dictionary! { "Font" => dictionary! { FONT => font } };
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut fields = Vec::new();
    for (page, placed) in pages.iter().zip(&list.pages) {
        let mut on_page = Vec::new();
        for placed in placed {
            let Item::Field { x, y, width, height, size, field } = &placed.item else { continue };
            let rectangle = [*x, list.height - y - height, x + width, list.height - y];
            let mut widget = common(field, rectangle, *page);
            match field.kind {
                FieldKind::Tick => tick(file, &mut widget, *width),
                FieldKind::Line | FieldKind::Text => {
                    writing(file, &mut widget, field.kind, (*width, *height), &format!("/{FONT} {size} Tf 0 g"), &resources);
                }
            }
            on_page.push(Object::Reference(file.add_object(widget)));
        }
        if !on_page.is_empty() {
            fields.extend(on_page.iter().filter_map(|field| field.as_reference().ok()));
            file.get_dictionary_mut(*page).map_err(|error| failed(&error))?.set("Annots", on_page);
        }
    }
    let form = dictionary! {
        "Fields" => fields.iter().copied().map(Object::Reference).collect::<Vec<_>>(),
        "DR" => resources,
        "DA" => Object::string_literal(format!("/{FONT} 0 Tf 0 g")),
    };
    file.catalog_mut().map_err(|error| failed(&error))?.set("AcroForm", form);
    Ok(fields)
}

fn common(field: &FormField, rectangle: [f32; 4], page: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "T" => Object::string_literal(field.name.as_str()),
        "TU" => text(&field.label),
        "Rect" => rectangle.iter().copied().map(Object::Real).collect::<Vec<_>>(),
        "F" => PRINTED,
        "P" => page,
    }
}

fn writing(
    file: &mut lopdf::Document,
    widget: &mut Dictionary,
    kind: FieldKind,
    (width, height): (f32, f32),
    look: &str,
    resources: &Dictionary,
) {
    // An empty field has an appearance too, or some viewers show nothing to click into.
    let appearance = drawing(file, (width, height), b"/Tx BMC EMC".to_vec(), resources.clone());
    widget.set("FT", "Tx");
    widget.set("DA", Object::string_literal(look));
    widget.set("AP", dictionary! { "N" => appearance });
    if kind == FieldKind::Text {
        widget.set("Ff", MULTILINE);
    }
}

fn tick(file: &mut lopdf::Document, widget: &mut Dictionary, side: f32) {
    let at = |share: f32| (share * side * 100.).round() / 100.;
    let stroke =
        format!("q 0 G 1 J 1 j {} w {} {} m {} {} l {} {} l S Q", at(0.14), at(0.2), at(0.5), at(0.42), at(0.24), at(0.82), at(0.78));
    let ticked = drawing(file, (side, side), stroke.into_bytes(), Dictionary::new());
    let empty = drawing(file, (side, side), b"q Q".to_vec(), Dictionary::new());
    widget.set("FT", "Btn");
    widget.set("V", EMPTY);
    widget.set("AS", EMPTY);
    widget.set("AP", dictionary! { "N" => dictionary! { TICKED => ticked, EMPTY => empty } });
}

fn drawing(file: &mut lopdf::Document, (width, height): (f32, f32), content: Vec<u8>, resources: Dictionary) -> ObjectId {
    let bounds = vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)];
    let head = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds, "Resources" => resources };
    file.add_object(Stream::new(head, content))
}
