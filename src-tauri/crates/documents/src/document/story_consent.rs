//! Consent to tell a story and to show pictures: who may say what where, and how to take it back.

use super::{empty_ticks, form, signature_labels};
use crate::{
    DocumentError,
    block::{Block, Field, SignatureBlock},
    layout::Draft,
    style::Size,
    view::StoryConsentView,
    wording::{Part, Script, plain, with},
};

pub(crate) const NAME: &str = "story_consent";

pub(crate) const PARTS: &[Part] = &[
    plain("document"),
    with("reference-line", &["reference"]),
    with("footer", &["reference"]),
    with("page", &["page", "pages"]),
    plain("title"),
    with("intro", &["group", "project", "partnership"]),
    plain("free"),
    plain("who-heading"),
    plain("who-name"),
    plain("who-phone"),
    plain("who-hint"),
    plain("adult"),
    plain("child"),
    plain("tick-empty"),
    plain("what-heading"),
    plain("what-intro"),
    plain("what"),
    plain("name-heading"),
    plain("name-intro"),
    plain("names"),
    plain("where-heading"),
    plain("where-intro"),
    plain("where"),
    plain("back-heading"),
    with("back", &["partnership"]),
    plain("back-how"),
    plain("sign-heading"),
    plain("sign-intro"),
    plain("sign-person"),
    plain("sign-person-role"),
    plain("sign-carer"),
    plain("sign-carer-role"),
    plain("signature"),
    plain("name"),
    plain("date"),
];

/// The form as blocks.
pub(crate) fn draft(view: &StoryConsentView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let partnership = ("partnership", view.partnership.as_str());
    let mut blocks = words.blocks("intro", &[("group", &view.group), ("project", &view.project), partnership])?;
    blocks.push(Block::Band(words.passages("free", &[])?.into_iter().map(|(_, free)| free).next().unwrap_or_default()));
    blocks.extend(person(words)?);
    for (heading, intro, ticks) in
        [("what-heading", "what-intro", "what"), ("name-heading", "name-intro", "names"), ("where-heading", "where-intro", "where")]
    {
        let mut kept = vec![words.heading(heading)?];
        kept.extend(words.blocks(intro, &[])?);
        kept.push(boxes(ticks, words)?);
        blocks.push(Block::Keep(kept));
    }
    let mut back = vec![words.heading("back-heading")?];
    back.extend(words.blocks("back", &[partnership])?);
    back.extend(words.blocks("back-how", &[])?);
    back.push(Block::Lines(view.contact.iter().map(|line| line.as_str().into()).collect()));
    blocks.push(Block::Keep(back));
    let signer = |party, role| Ok::<_, DocumentError>(SignatureBlock { party: words.word(party)?, role: words.word(role)?, signed: None });
    let mut kept = vec![words.heading("sign-heading")?];
    kept.extend(words.blocks("sign-intro", &[])?);
    kept.push(Block::Signatures {
        labels: signature_labels(words)?,
        blocks: vec![signer("sign-person", "sign-person-role")?, signer("sign-carer", "sign-carer-role")?],
    });
    blocks.push(Block::Keep(kept));
    let draft = form::draft(&view.letterhead, ("reference", &view.reference), words.word("title")?, words, size, blocks)?;
    Ok(Draft { author: view.partnership.clone(), ..draft })
}

/// Who the story is about, and whether somebody signs for them.
fn person(words: &Script) -> Result<Vec<Block>, DocumentError> {
    let field = |label: &str, hint: String| Ok::<_, DocumentError>(Field { label: words.word(label)?, hint, lines: 1 });
    Ok(vec![Block::Keep(vec![
        words.heading("who-heading")?,
        Block::Fields(vec![field("who-name", String::new())?, field("who-phone", words.word("who-hint")?)?]),
        empty_ticks(&[words.word("adult")?, words.word("child")?], &words.word("tick-empty")?),
    ])])
}

/// Each line of a section beside an empty box.
fn boxes(section: &str, words: &Script) -> Result<Block, DocumentError> {
    let labels: Vec<String> = words.passages(section, &[])?.into_iter().map(|(_, label)| label.text()).collect();
    Ok(empty_ticks(&labels, &words.word("tick-empty")?))
}
