//! Forms that were filled in on a computer: what stands in their boxes.
//!
//! Nothing of a file is run, and nothing but the values of its fields is read. Which box is which is for the caller to say.

use crate::pdf::{self, PdfError, resolved};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// What the program's own form has among its keywords, so that one with nothing left to read is known all the same.
pub const MARK: &str = "CCF1";
/// The most fields of a form, parts of fields counted too.
const MOST_FIELDS: usize = 4_000;
/// How deep fields may stand in fields.
const DEEPEST: usize = 12;
/// The most bytes that all values together may have.
const MOST_TEXT: usize = 4 * 1024 * 1024;

/// A form that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// Name, label and content of every box, in the order of the form. None where all was turned into plain pages.
    pub boxes: Vec<(String, String, FilledBox)>,
}

/// What stands in a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilledBox {
    /// Words.
    Text(String),
    /// A tick, or none.
    Tick(bool),
}

/// Why a file is not read as a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// It is too large, unpacks to too much, or has too many fields.
    #[error("the file is too large")]
    TooLarge,
    /// It needs a password.
    #[error("the file is locked")]
    Locked,
    /// It is no PDF file, or a damaged one.
    #[error("the file cannot be read")]
    Unreadable,
    /// It has no boxes and never had any.
    #[error("the file is no form")]
    NoForm,
}

impl From<PdfError> for FormError {
    fn from(error: PdfError) -> Self {
        match error {
            PdfError::TooLarge => Self::TooLarge,
            PdfError::Locked => Self::Locked,
            PdfError::Unreadable => Self::Unreadable,
        }
    }
}

/// Reads what stands in the boxes of a form.
pub fn read(pdf: &[u8]) -> Result<FilledForm, FormError> {
    let file = pdf::open(pdf)?;
    let mut walk = Walk { file: &file, seen: HashSet::new(), count: 0, text: 0, boxes: Vec::new() };
    let catalog = file.catalog().map_err(|_| FormError::Unreadable)?;
    let form = catalog.get(b"AcroForm").ok().and_then(|form| resolved(&file, form)?.as_dict().ok());
    let fields = form.and_then(|form| resolved(&file, form.get(b"Fields").ok()?)?.as_array().ok());
    for field in fields.into_iter().flatten() {
        walk.field(field, &Inherited::default(), 0)?;
    }
    let ours = || pdf::keywords(&file).is_some_and(|words| words.split_whitespace().any(|word| word == MARK));
    if walk.boxes.is_empty() && !ours() {
        return Err(FormError::NoForm);
    }
    Ok(FilledForm { boxes: walk.boxes })
}

/// What a field has from those it stands in.
#[derive(Clone, Default)]
struct Inherited<'a> {
    name: String,
    kind: Option<&'a [u8]>,
    value: Option<&'a Object>,
    label: Option<String>,
}

struct Walk<'a> {
    file: &'a Document,
    seen: HashSet<ObjectId>,
    count: usize,
    text: usize,
    boxes: Vec<(String, String, FilledBox)>,
}

impl<'a> Walk<'a> {
    fn field(&mut self, object: &'a Object, above: &Inherited<'a>, depth: usize) -> Result<(), FormError> {
        self.count += 1;
        if self.count > MOST_FIELDS || depth > DEEPEST {
            return Err(FormError::TooLarge);
        }
        // A field that stands in itself is read once.
        if let Object::Reference(id) = object
            && !self.seen.insert(*id)
        {
            return Ok(());
        }
        let Some(field) = resolved(self.file, object).and_then(|object| object.as_dict().ok()) else { return Ok(()) };
        let get = |key: &[u8]| field.get(key).ok().and_then(|object| resolved(self.file, object));
        let part = get(b"T").and_then(|name| Some(pdf::text(name.as_str().ok()?)));
        let name = match (&part, above.name.as_str()) {
            (Some(part), "") => part.clone(),
            (Some(part), above) => format!("{above}.{part}"),
            (None, above) => above.to_owned(),
        };
        self.count_text(name.len())?;
        let here = Inherited {
            name,
            kind: get(b"FT").and_then(|kind| kind.as_name().ok()).or(above.kind),
            value: get(b"V").or(above.value),
            label: get(b"TU").and_then(|label| Some(pdf::text(label.as_str().ok()?))).or_else(|| above.label.clone()),
        };
        let kids: Vec<&'a Object> = get(b"Kids").and_then(|kids| kids.as_array().ok()).into_iter().flatten().collect();
        let named = |kid: &&Object| resolved(self.file, kid).and_then(|kid| kid.as_dict().ok()).is_some_and(|kid| kid.has(b"T"));
        if kids.iter().any(named) {
            for kid in kids {
                self.field(kid, &here, depth + 1)?;
            }
            return Ok(());
        }
        self.content(field, &here, &kids)
    }

    /// What stands in a field without fields of its own. `kids` are the places where it is shown.
    fn content(&mut self, field: &'a Dictionary, about: &Inherited<'a>, kids: &[&'a Object]) -> Result<(), FormError> {
        let content = match about.kind {
            Some(b"Btn") => {
                // Some programs say only in the picture of the box that it is ticked.
                let shown = kids.iter().filter_map(|kid| resolved(self.file, kid)?.as_dict().ok()).chain([field]);
                let states = shown.filter_map(|shown| shown.get(b"AS").ok()).chain(about.value);
                FilledBox::Tick(states.into_iter().any(is_ticked))
            }
            Some(b"Tx" | b"Ch") => {
                let words = about.value.and_then(|value| self.words(value)).unwrap_or_default();
                FilledBox::Text(tidy(&words))
            }
            _ => return Ok(()),
        };
        if let FilledBox::Text(words) = &content {
            self.count_text(words.len())?;
        }
        let label = about.label.clone().unwrap_or_else(|| about.name.clone());
        self.count_text(label.len())?;
        self.boxes.push((about.name.clone(), label, content));
        Ok(())
    }

    fn words(&self, value: &Object) -> Option<String> {
        match value {
            Object::String(bytes, _) => Some(pdf::text(bytes)),
            Object::Stream(stream) => Some(pdf::text(&stream.decompressed_content_with_limit(MOST_TEXT).ok()?)),
            Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
            // Of a list from which several were chosen.
            Object::Array(chosen) => {
                let mut words = String::new();
                for one in chosen.iter().take(MOST_FIELDS).filter_map(|one| resolved(self.file, one)?.as_str().ok()) {
                    // Each may be the same long text.
                    if words.len() > MOST_TEXT {
                        break;
                    }
                    words.push_str(if words.is_empty() { "" } else { "\n" });
                    words.push_str(&pdf::text(one));
                }
                Some(words)
            }
            _ => None,
        }
    }

    fn count_text(&mut self, more: usize) -> Result<(), FormError> {
        self.text = self.text.saturating_add(more);
        if self.text > MOST_TEXT { Err(FormError::TooLarge) } else { Ok(()) }
    }
}

fn is_ticked(state: &Object) -> bool {
    match state {
        Object::Name(state) | Object::String(state, _) => !state.is_empty() && state != b"Off",
        _ => false,
    }
}

/// Line ends as they are typed here, and none of the marks that tell programs the language.
fn tidy(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut tidy = String::with_capacity(words.len());
    let mut escaped = false;
    for letter in words.chars() {
        match letter {
            '\u{1b}' => escaped = !escaped,
            _ if escaped => {}
            '\u{feff}' => {}
            other => tidy.push(other),
        }
    }
    // A mark that is never closed hides nothing.
    if escaped { words.replace('\u{1b}', "") } else { tidy }
}

#[cfg(test)]
mod tests;
