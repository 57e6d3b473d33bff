//! Many papers in one file, each as it would be alone: its own footer, its own page numbers, its headings below its bookmark.

use crate::{
    Document, DocumentError, Paper, Size, Wording,
    code::{self, Mark},
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

/// The papers one after another in one file of this title. A paper that cannot be printed in these words is printed in those
/// that come with the program, as it would be alone; the others keep theirs.
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
                parts.push(in_words(wording, |wording| paper::lay_out(paper, wording, size))?);
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

/// What is made in these words or, where they do not do, in those that come with the program.
fn in_words<T>(wording: &Wording, make: impl Fn(&Wording) -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    make(wording).or_else(|_| make(&Wording::bundled()?))
}

/// The first pages of a grant file and the papers behind them. Each page says on top which page of the file it is, for whoever
/// holds it printed, and at its foot the code of the file: what is bound here is a copy, and only the paper that was sent
/// carries a code of its own.
fn grant_file(
    file: &GrantFileView,
    behind: &[Paper],
    wording: &Wording,
    size: Size,
    each: &mut dyn FnMut(usize) -> bool,
) -> Result<Vec<DisplayList>, DocumentError> {
    let name = document::grant_file::NAME;
    let words = wording.script(name)?;
    let part = |draft: Draft| -> Result<(DisplayList, Scale), DocumentError> {
        let draft = headed(draft);
        Ok((layout::lay_out_with(&draft, Mark::of(name))?, draft.scale))
    };
    let front = |starts: &[usize]| part(document::grant_file::draft(file, words, size, starts)?);
    // How many pages come first is known before what stands in the column of pages.
    let mut next = front(&vec![0; behind.len()])?.0.pages.len() + 1;
    go_on(each, 1)?;
    let mut starts = Vec::with_capacity(behind.len());
    let mut parts = Vec::with_capacity(behind.len() + 1);
    for (index, paper) in behind.iter().enumerate() {
        let (list, scale) = in_words(wording, |wording| part(paper.draft(wording.script(paper.name())?, size)?))?;
        starts.push(next);
        next += list.pages.len();
        parts.push((list, scale));
        go_on(each, index + 2)?;
    }
    parts.insert(0, front(&starts)?);
    let pages = (next - 1).to_string();
    let mut first = 1;
    for (list, scale) in &mut parts {
        layout::number_pages(list, first, *scale, |page| words.line("file-page", &[("page", &page.to_string()), ("pages", &pages)]))?;
        first += list.pages.len();
    }
    let mut lists: Vec<_> = parts.iter_mut().map(|(list, scale)| (list, *scale)).collect();
    code::mark_all(&mut lists, name, size)?;
    Ok(parts.into_iter().map(|(list, _)| list).collect())
}

/// A draft with room on top for the page of the file. Only what has a band or a narrow margin needs more room: a letter of
/// standard size has the pages it had when it was sent.
fn headed(mut draft: Draft) -> Draft {
    if draft.band.is_some() || draft.scale.margin < ROOMY {
        draft.scale.head = HEAD;
    }
    draft
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
