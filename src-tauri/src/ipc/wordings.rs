//! Commands about the words of printed documents.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use tauri::{AppHandle, State};
use usecases::Open;
use usecases::wording::{self, Version};

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::documents::pages;
use crate::ipc::dto::wording::{
    KeepWordingInput, LongSentence, SaveWordingInput, TryWordingInput, WordingDraft, WordingFault, WordingLine, WordingPage, WordingPart,
    WordingProblem, WordingTried, WordingVersion,
};
use crate::ipc::value::count;

/// Every document whose words can be changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wordings(desk: State<'_, Desk>) -> CommandResult<Vec<WordingLine>> {
    desk.read(|open| Ok(wording::list(open)?.into_iter().map(|line| listed(open, &line)).collect()))
}

/// The words of a document, as they are in force or as they were in a version.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wording(desk: State<'_, Desk>, document: String, version: Option<u32>) -> CommandResult<WordingPage> {
    desk.read(|open| {
        let page = wording::page(open, &document, version)?;
        Ok(WordingPage {
            document: page.document.to_owned(),
            text: page.text,
            original: page.original.to_owned(),
            version: page.version,
            parts: page.parts.iter().map(WordingPart::from).collect(),
            versions: page.versions.iter().map(|version| shown(open, version)).collect(),
            draft: page.draft.map(WordingDraft::from),
        })
    })
}

/// Reads words and prints an invented example with them. Nothing is kept.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn try_wording(desk: State<'_, Desk>, input: TryWordingInput) -> CommandResult<WordingTried> {
    // Whoever is at no register has no words to change.
    desk.read(|_| wording::try_out(&input.document, &input.text, input.size.into())).map(|tried| WordingTried {
        fault: tried.fault.map(WordingFault::from),
        long: tried.long.iter().map(|long| LongSentence { line: count(long.line), words: count(long.words) }).collect(),
        pages: tried.printed.map(pages),
    })
}

/// Keeps what somebody types until they save it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_wording(app: AppHandle, desk: State<'_, Desk>, input: KeepWordingInput) -> CommandResult<()> {
    desk.change(&app, |open| wording::keep(open, &input.document, &input.text, input.version))
}

/// Keeps words as the next version.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_wording(app: AppHandle, desk: State<'_, Desk>, input: SaveWordingInput) -> CommandResult<()> {
    desk.change(&app, |open| wording::save(open, &input.document, input.text.as_deref(), input.version))
}

fn listed(open: &Open, line: &wording::Line) -> WordingLine {
    WordingLine {
        document: line.document.to_owned(),
        version: line.latest.as_ref().map_or(0, |latest| latest.version),
        ours: line.ours,
        unfit: line.unfit,
        typed: line.typed,
        changed_on: line.latest.as_ref().map(|latest| latest.made_on.to_string()),
        changed_by: line.latest.as_ref().map(|latest| open.name_of(latest.made_by).to_owned()),
    }
}

fn shown(open: &Open, version: &Version) -> WordingVersion {
    WordingVersion {
        version: version.version,
        made_on: version.made_on.to_string(),
        made_by: open.name_of(version.made_by).to_owned(),
        restored: version.restored,
    }
}

impl From<&wording::WordingPart> for WordingPart {
    fn from(part: &wording::WordingPart) -> Self {
        let names = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
        Self { section: part.name.to_owned(), must: names(part.must), may: names(part.may) }
    }
}

impl From<wording::Draft> for WordingDraft {
    fn from(draft: wording::Draft) -> Self {
        Self { text: draft.text, version: draft.version, kept_on: draft.kept_on.to_string() }
    }
}

impl From<wording::WordingFault> for WordingFault {
    fn from(fault: wording::WordingFault) -> Self {
        use wording::WordingProblem as Core;
        let (problem, name) = match fault.problem {
            Core::UnknownField(name) => (WordingProblem::UnknownField, name),
            Core::MissingField(name) => (WordingProblem::MissingField, name),
            Core::LoneBracket => (WordingProblem::LoneBracket, String::new()),
            Core::LoneStar => (WordingProblem::LoneStar, String::new()),
            // Which document it is was asked for by name: of one that there is none, nothing is looked at.
            Core::UnknownDocument => (WordingProblem::UnknownSection, String::new()),
            Core::UnknownSection(name) => (WordingProblem::UnknownSection, name),
            Core::MissingSection(name) => (WordingProblem::MissingSection, name),
            Core::RepeatedSection(name) => (WordingProblem::RepeatedSection, name),
            Core::EmptySection(name) => (WordingProblem::EmptySection, name),
            Core::OutsideSection => (WordingProblem::OutsideSection, String::new()),
            Core::CannotPrint(character) => (WordingProblem::CannotPrint, character.to_string()),
        };
        Self { line: count(fault.line), problem, name }
    }
}
