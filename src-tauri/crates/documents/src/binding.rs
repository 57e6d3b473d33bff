//! Many papers in one file, each as it would be alone: its own footer, its own page numbers, its headings below its bookmark.

use crate::{
    Document, DocumentError, Paper, Size, Wording,
    display::{ARTIFACT, Bookmark, DisplayList, FOOTER, Placed, Tag},
    document,
    layout::{self, Draft},
    paper,
    style::Scale,
    view::GrantFileView,
    write,
};

/// A margin from which on the page of the file finds its place on top of a page. That of large print is too narrow.
const ROOMY: f32 = 56.;
/// Room for it where there is none.
const HEAD: f32 = 12.;

/// The papers one after another in one file of this title.
///
/// A grant file at the front says on which page of the file each paper behind it begins. After each paper `each` is told how
/// many are done; where it answers no, the work stops with [`DocumentError::Stopped`] and there is no file.
pub fn bind(
    title: &str,
    papers: &[Paper],
    wording: &Wording,
    size: Size,
    each: &mut dyn FnMut(usize) -> bool,
) -> Result<Document, DocumentError> {
    let parts = match papers {
        [Paper::GrantFile(file), behind @ ..] => grant_file(file, behind, wording, size, each)?,
        papers => {
            let mut parts = Vec::with_capacity(papers.len());
            for (index, paper) in papers.iter().enumerate() {
                parts.push(paper::lay_out(paper, wording, size)?);
                go_on(each, index + 1)?;
            }
            parts
        }
    };
    write(joined(title, parts)?)
}

fn go_on(each: &mut dyn FnMut(usize) -> bool, done: usize) -> Result<(), DocumentError> {
    if each(done) { Ok(()) } else { Err(DocumentError::Stopped) }
}

/// The first pages of a grant file and the papers behind them. Each page says on top which page of the file it is, for whoever
/// holds it printed.
fn grant_file(
    file: &GrantFileView,
    behind: &[Paper],
    wording: &Wording,
    size: Size,
    each: &mut dyn FnMut(usize) -> bool,
) -> Result<Vec<DisplayList>, DocumentError> {
    let words = wording.script(document::grant_file::NAME)?;
    let front = |starts: &[usize]| -> Result<(DisplayList, Scale), DocumentError> {
        let (draft, scale) = headed(document::grant_file::draft(file, words, size, starts)?);
        Ok((paper::marked(&draft, document::grant_file::NAME, size)?, scale))
    };
    // How many pages come first is known before what stands in the column of pages.
    let mut next = front(&vec![0; behind.len()])?.0.pages.len() + 1;
    go_on(each, 1)?;
    let mut starts = Vec::with_capacity(behind.len());
    let mut parts = Vec::with_capacity(behind.len() + 1);
    for (index, paper) in behind.iter().enumerate() {
        // What is bound here is a copy: only the paper that was sent carries its code.
        let (draft, scale) = headed(paper.draft(wording.script(paper.name())?, size)?);
        let part = layout::lay_out(&draft)?;
        starts.push(next);
        next += part.pages.len();
        parts.push((part, scale));
        go_on(each, index + 2)?;
    }
    parts.insert(0, front(&starts)?);
    let pages = (next - 1).to_string();
    let mut first = 1;
    let mut numbered = Vec::with_capacity(parts.len());
    for (mut part, scale) in parts {
        layout::number_pages(&mut part, first, scale, |page| words.line("file-page", &[("page", &page.to_string()), ("pages", &pages)]))?;
        first += part.pages.len();
        numbered.push(part);
    }
    Ok(numbered)
}

/// A draft with room on top for the page of the file, and its sizes. Only what has a band or a narrow margin needs more room; a
/// letter has the pages it had when it was sent.
fn headed(mut draft: Draft) -> (Draft, Scale) {
    if draft.band.is_some() || draft.scale.margin < ROOMY {
        draft.scale.head = HEAD;
    }
    let scale = draft.scale;
    (draft, scale)
}

/// The pages of all parts as one list.
pub(crate) fn joined(title: &str, parts: Vec<DisplayList>) -> Result<DisplayList, DocumentError> {
    let first = parts.first().ok_or(DocumentError::NoPaper)?;
    let mut whole = DisplayList {
        title: title.to_owned(),
        author: first.author.clone(),
        subject: title.to_owned(),
        #[cfg(any(test, feature = "bench"))]
        width: first.width,
        height: first.height,
        pages: Vec::new(),
        tags: vec![Tag { role: "Document", parent: ARTIFACT, ..Tag::default() }],
        bookmarks: Vec::new(),
        foot: None,
        codes: Vec::new(),
    };
    for part in parts {
        append(&mut whole, part);
    }
    Ok(whole)
}

/// The pages of a part behind those that are there, its tags below a tag of its own.
fn append(whole: &mut DisplayList, part: DisplayList) {
    let (page, tag) = (whole.pages.len(), whole.tags.len());
    let moved = |number: usize| if number >= FOOTER { number } else { number + tag };
    whole.tags.extend(part.tags.into_iter().map(|own| match own.parent {
        ARTIFACT => Tag { role: "Part", parent: 0, ..own },
        parent => Tag { parent: moved(parent), ..own },
    }));
    whole.pages.extend(
        part.pages.into_iter().map(|placed| placed.into_iter().map(|Placed { tag, item }| Placed { tag: moved(tag), item }).collect()),
    );
    whole.codes.resize(page, None);
    whole.codes.extend(part.codes);
    // The title of the paper is its bookmark; where it is also its first heading, it is not said twice.
    let headings = part.bookmarks.into_iter().filter(|bookmark| bookmark.title != part.title);
    whole.bookmarks.push(Bookmark { title: part.title.clone(), below: false, page, y: 0. });
    whole.bookmarks.extend(headings.map(|own| Bookmark { page: own.page + page, below: true, ..own }));
}
