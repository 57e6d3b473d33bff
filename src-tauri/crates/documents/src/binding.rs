//! Many papers in one file, each as it would be alone: its own footer, its own page numbers, its headings below its bookmark.

use crate::{
    Document, DocumentError, Paper, Size, Wording,
    display::{ARTIFACT, Bookmark, DisplayList, Placed, Tag},
    paper, write,
};

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
    let mut parts = Vec::with_capacity(papers.len());
    for (index, paper) in papers.iter().enumerate() {
        parts.push(paper::lay_out(paper, wording, size)?);
        if !each(index + 1) {
            return Err(DocumentError::Stopped);
        }
    }
    write(joined(title, parts)?)
}

/// The pages of all parts as one list.
fn joined(title: &str, parts: Vec<DisplayList>) -> Result<DisplayList, DocumentError> {
    let first = parts.first().ok_or(DocumentError::NoPaper)?;
    let mut whole = DisplayList {
        title: title.to_owned(),
        author: first.author.clone(),
        subject: title.to_owned(),
        #[cfg(test)]
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
    let moved = |number: usize| if number == ARTIFACT { ARTIFACT } else { number + tag };
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
