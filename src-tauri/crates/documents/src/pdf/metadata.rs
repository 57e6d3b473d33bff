//! What the file says about itself: title, author, language, bookmarks.

use super::text;
use crate::{
    code::payload,
    display::{Bookmark, DisplayList, Item},
    inline::untied,
};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

/// The program named in every file.
const PRODUCER: &str = "Community Chest";
/// What a form that is filled in on a computer has among its keywords.
const FORM: &str = "CCF1";

/// Adds information, XMP and bookmarks. There is no date: the words on the page carry the dates that count.
pub(super) fn describe(file: &mut lopdf::Document, list: &DisplayList) -> Result<(), lopdf::Error> {
    let old = file.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(old) = old {
        file.objects.remove(&old);
    }
    let mut information = dictionary! {
        "Title" => text(&list.title),
        "Author" => text(&list.author),
        "Subject" => text(&list.subject),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
    };
    let keywords = keywords(list);
    if !keywords.is_empty() {
        information.set("Keywords", Object::string_literal(keywords));
    }
    let information = file.add_object(information);
    file.trailer.set("Info", information);
    let packet = xmp(list).into_bytes();
    let metadata = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet).with_compression(false);
    let metadata = file.add_object(metadata);
    let outline = bookmarks(file, list);
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", metadata);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    Ok(())
}

/// What programs find the file by: what the QR code of each page says, with a hyphen for a page without a code. A form that
/// is filled in on a computer says that it is one, also when nothing is left of its fields.
fn keywords(list: &DisplayList) -> String {
    let fillable = list.pages.iter().flatten().any(|placed| matches!(placed.item, Item::Field { .. }));
    if fillable {
        return FORM.to_owned();
    }
    let said: Vec<String> = list.codes.iter().map(|code| code.as_ref().map_or("-".into(), |(code, page)| payload(code, *page))).collect();
    said.join(" ")
}

/// The outline: bookmarks, and below each those that belong to it, closed where there are any.
fn bookmarks(file: &mut lopdf::Document, list: &DisplayList) -> Option<ObjectId> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = file.new_object_id();
    let mut tops = Vec::new();
    for family in list.bookmarks.chunk_by(|_, next| next.below) {
        let (top, below) = family.split_first()?;
        let mut children = Vec::new();
        for child in below {
            children.push((file.new_object_id(), bookmark(list, &pages, child)?));
        }
        let (id, mut entry) = (file.new_object_id(), bookmark(list, &pages, top)?);
        if let Some((first, end, count)) = chain(file, id, children) {
            entry.extend(&dictionary! { "First" => first, "Last" => end, "Count" => -count });
        }
        tops.push((id, entry));
    }
    let (first, end, count) = chain(file, root, tops)?;
    file.objects.insert(root, dictionary! { "Type" => "Outlines", "First" => first, "Last" => end, "Count" => count }.into());
    Some(root)
}

/// A bookmark with its place, not yet beside others.
fn bookmark(list: &DisplayList, pages: &[ObjectId], bookmark: &Bookmark) -> Option<Dictionary> {
    let page = *pages.get(bookmark.page)?;
    let place = vec![Object::Reference(page), "XYZ".into(), Object::Null, Object::Real(list.height - bookmark.y + 8.), Object::Null];
    Some(dictionary! { "Title" => text(&bookmark.title), "Dest" => place })
}

/// Hangs bookmarks beside each other below one parent; gives the first, the last and their number.
fn chain(file: &mut lopdf::Document, parent: ObjectId, entries: Vec<(ObjectId, Dictionary)>) -> Option<(ObjectId, ObjectId, i64)> {
    let ids: Vec<ObjectId> = entries.iter().map(|(id, _)| *id).collect();
    for (index, (id, mut entry)) in entries.into_iter().enumerate() {
        entry.set("Parent", parent);
        if let Some(before) = index.checked_sub(1).and_then(|index| ids.get(index)) {
            entry.set("Prev", *before);
        }
        if let Some(after) = ids.get(index + 1) {
            entry.set("Next", *after);
        }
        file.objects.insert(id, entry.into());
    }
    Some((*ids.first()?, *ids.last()?, i64::try_from(ids.len()).ok()?))
}

fn xmp(list: &DisplayList) -> String {
    let title = escaped(&list.title);
    let author = escaped(&list.author);
    let subject = escaped(&list.subject);
    let keywords = keywords(list);
    let keywords = if keywords.is_empty() { keywords } else { format!("<pdf:Keywords>{keywords}</pdf:Keywords>") };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt>\
         </dc:description>\
         <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>{keywords}\
         <pdfuaid:part>1</pdfuaid:part>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// XML cannot hold markup signs or control characters.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for character in untied(words).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            control if control.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}
