//! Papers that come back as pictures: which pages of which papers they are, by the codes at their foot.
//!
//! A page with a code says `CC1:7KQXM2PD9RTA:2`: whose code it is, the code, the page. Whether there is such a paper is for the
//! caller to say.

mod find;
mod picture;

use crate::pdf::{self, PdfError, resolved};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use picture::Budget;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicBool, Ordering};

/// What every code begins with: whose it is, and the version of what follows.
const PAYLOAD: &str = "CC1:";
/// How many signs a code has.
const LENGTH: usize = 12;
/// The most pages that are looked at.
const MOST_PAGES: usize = 60;
/// The most pictures of a page that are looked at; some scanners cut a page into stripes.
const MOST_PICTURES: usize = 40;
/// How deep drawings may stand in drawings.
const DEEPEST: usize = 4;
/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanFound {
    /// How many pages the file has.
    pub pages: u32,
    /// For each code: the page of the file, the code, and the page of the paper.
    pub codes: Vec<(u32, String, u32)>,
}

/// Why a file is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// It is neither a PDF file nor a picture.
    #[error("the file is no PDF file and no picture")]
    Kind,
    /// It is too large, or its pictures are.
    #[error("the file is too large")]
    TooLarge,
    /// It is damaged or locked.
    #[error("the file cannot be read")]
    Unreadable,
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
}

impl From<PdfError> for ScanError {
    fn from(error: PdfError) -> Self {
        match error {
            PdfError::TooLarge => Self::TooLarge,
            PdfError::Locked | PdfError::Unreadable => Self::Unreadable,
        }
    }
}

/// Finds the codes on the pages of a scan or on a photograph. Stopped, it ends with the picture in hand.
pub fn codes(bytes: &[u8], stop: &AtomicBool) -> Result<ScanFound, ScanError> {
    if bytes.len() > pdf::MOST_BYTES {
        return Err(ScanError::TooLarge);
    }
    // A decoder that stops at a picture nobody thought of has met one more damaged file.
    let found = catch_unwind(|| {
        if bytes.starts_with(b"%PDF-") {
            return of_pdf(&pdf::open(bytes)?, stop);
        }
        let picture = if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            picture::jpeg(bytes, &mut Budget::new())?
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            picture::png(bytes)?
        } else {
            return Err(ScanError::Kind);
        };
        let code = find::code(picture, stop).and_then(|said| parsed(&said));
        let codes = code.map(|(code, page)| (1, code, page)).into_iter().collect();
        Ok(ScanFound { pages: 1, codes })
    });
    if stop.load(Ordering::Relaxed) {
        return Err(ScanError::Stopped);
    }
    found.unwrap_or(Err(ScanError::Unreadable))
}

/// The code and the page of what a square code says, if it is one of ours.
fn parsed(said: &str) -> Option<(String, u32)> {
    let (code, page) = said.strip_prefix(PAYLOAD)?.split_once(':')?;
    let whole = code.len() == LENGTH && code.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    let page = page.parse().ok().filter(|page| (1..=999).contains(page))?;
    whole.then(|| (code.to_owned(), page))
}

fn of_pdf(file: &Document, stop: &AtomicBool) -> Result<ScanFound, ScanError> {
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut found = ScanFound { pages: u32::try_from(pages.len()).unwrap_or(u32::MAX), codes: Vec::new() };
    // The file itself, as it was made, says its codes page by page.
    let said = pdf::keywords(file).unwrap_or_default();
    let said: Vec<&str> = said.split_whitespace().collect();
    if said.len() == pages.len() {
        let codes = (1..).zip(said).filter_map(|(page, said)| parsed(said).map(|(code, of)| (page, code, of)));
        found.codes.extend(codes);
    }
    if !found.codes.is_empty() {
        return Ok(found);
    }
    let mut budget = Budget::new();
    // What is on every page, as the head of a letter is, is searched once.
    let mut searched: HashMap<ObjectId, Option<(String, u32)>> = HashMap::new();
    for (number, page) in (1..).zip(pages.into_iter().take(MOST_PAGES)) {
        let mut codes = BTreeSet::new();
        for (id, stream) in pictures(file, page) {
            if stop.load(Ordering::Relaxed) {
                return Err(ScanError::Stopped);
            }
            let code = searched.entry(id).or_insert_with(|| {
                let picture = picture::of_pdf(file, stream, &mut budget)?;
                find::code(picture, stop).and_then(|said| parsed(&said))
            });
            codes.extend(code.clone());
        }
        found.codes.extend(codes.into_iter().map(|(code, of)| (number, code, of)));
    }
    if found.codes.is_empty() && budget.refused() { Err(ScanError::TooLarge) } else { Ok(found) }
}

/// The pictures of a page, those in drawings on it too.
fn pictures(file: &Document, page: ObjectId) -> Vec<(ObjectId, &Stream)> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut waiting: Vec<(&Dictionary, usize)> = Vec::new();
    // Resources may stand on a page or on what it hangs from.
    let mut above = Some(page);
    for _ in 0..DEEPEST * 4 {
        let Some(node) = above.take().and_then(|id| file.get_dictionary(id).ok()) else { break };
        if let Some(resources) = node.get(b"Resources").ok().and_then(|object| resolved(file, object)?.as_dict().ok()) {
            waiting.push((resources, 0));
            break;
        }
        above = node.get(b"Parent").and_then(Object::as_reference).ok();
    }
    while let Some((resources, depth)) = waiting.pop() {
        let objects = resources.get(b"XObject").ok().and_then(|object| resolved(file, object)?.as_dict().ok());
        for (_, object) in objects.into_iter().flat_map(Dictionary::iter) {
            let Object::Reference(id) = object else { continue };
            let Some(Object::Stream(stream)) = file.objects.get(id) else { continue };
            if found.len() >= MOST_PICTURES || seen.len() > MOST_PICTURES * DEEPEST || !seen.insert(*id) {
                continue;
            }
            match stream.dict.get(b"Subtype").and_then(Object::as_name) {
                Ok(b"Image") => found.push((*id, stream)),
                Ok(b"Form") if depth < DEEPEST => {
                    let inner = stream.dict.get(b"Resources").ok().and_then(|object| resolved(file, object)?.as_dict().ok());
                    waiting.extend(inner.map(|resources| (resources, depth + 1)));
                }
                _ => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
