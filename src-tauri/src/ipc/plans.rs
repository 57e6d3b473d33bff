//! Commands about the plans in sequence, and budget tables.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

mod convert;

use tauri::{AppHandle, State, WebviewWindow};
use usecases::plan;

use crate::desk::Desk;
use crate::ipc::CommandResult;
use crate::ipc::dto::plan::{
    AdoptPlanInput, BudgetTable, BudgetTableInput, DraftFrom, PlanDraft, PlanList, PlanView, SavePlanDraftInput, SavePlanWordsInput,
};
use crate::ipc::value::parse_id;
use crate::system::{self, Ask};

/// What a budget is called in a file dialog.
const TABLES: &[(&str, &[&str])] = &[("Spreadsheets", &["xlsx", "csv"])];

/// Every plan, the oldest first.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plans(desk: State<'_, Desk>) -> CommandResult<PlanList> {
    desk.read(|open| Ok(PlanList { plans: plan::list(open).iter().map(convert::row).collect(), draft: plan::is_begun(open)? }))
}

/// One plan, whole; the one in force without an id.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan(desk: State<'_, Desk>, plan_id: Option<String>) -> CommandResult<PlanView> {
    let id = plan_id.map(|id| parse_id(&id)).transpose()?;
    desk.read(|open| Ok(convert::view(plan::whole(open, id)?)))
}

/// Puts right what a plan says beside its figures.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_plan_words(app: AppHandle, desk: State<'_, Desk>, input: SavePlanWordsInput) -> CommandResult<()> {
    let id = parse_id(&input.plan_id)?;
    let words = convert::new_words(input);
    desk.change(&app, |open| plan::save_words(open, id, &words))
}

/// The next plan while it is typed, if it was begun.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan_draft(desk: State<'_, Desk>) -> CommandResult<Option<PlanDraft>> {
    desk.read(|open| Ok(plan::draft(open)?.map(convert::draft)))
}

/// Begins the next plan.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start_plan_draft(app: AppHandle, desk: State<'_, Desk>, from: DraftFrom) -> CommandResult<PlanDraft> {
    desk.change(&app, |open| plan::start(open, from.into())).map(convert::draft)
}

/// Saves the next plan as typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_plan_draft(app: AppHandle, desk: State<'_, Desk>, input: SavePlanDraftInput) -> CommandResult<PlanDraft> {
    let typed = convert::typed(input.plan);
    desk.change(&app, |open| plan::save(open, input.revision, &typed)).map(convert::draft)
}

/// Throws the next plan away.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn discard_plan_draft(app: AppHandle, desk: State<'_, Desk>) -> CommandResult<()> {
    desk.change(&app, plan::discard)
}

/// Adopts the next plan by a decision.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn adopt_plan(app: AppHandle, desk: State<'_, Desk>, input: AdoptPlanInput) -> CommandResult<()> {
    let decided_on = input.decided_on.into();
    desk.change(&app, |open| plan::adopt(open, input.revision, &decided_on, &input.decided_by)).map(drop)
}

/// Asks for a spreadsheet with a budget, and reads it cell by cell.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn pick_budget_table(window: WebviewWindow, desk: State<'_, Desk>) -> CommandResult<Option<BudgetTable>> {
    let picked = system::pick_files(&window, Ask { title: "Choose the budget", kinds: TABLES, ..Ask::default() });
    let Some(path) = picked.into_iter().next() else { return Ok(None) };
    desk.read(|open| Ok(Some(convert::table(plan::read_file(open, &path)?))))
}

/// Reads a budget that was pasted from a spreadsheet.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn paste_budget_table(desk: State<'_, Desk>, text: String) -> CommandResult<BudgetTable> {
    desk.read(|open| Ok(convert::table(plan::paste(open, &text)?)))
}

/// Reads a table anew, with what each column holds.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn understand_budget_table(desk: State<'_, Desk>, input: BudgetTableInput) -> CommandResult<BudgetTable> {
    let columns = input.columns.into_iter().map(Into::into).collect();
    desk.read(|_| Ok(convert::table(plan::understand(input.name, input.rows, columns)?)))
}

/// Puts the lines of a table into the next plan, in place of its lines.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_budget_table(app: AppHandle, desk: State<'_, Desk>, input: BudgetTableInput) -> CommandResult<PlanDraft> {
    let columns: Vec<_> = input.columns.into_iter().map(Into::into).collect();
    desk.change(&app, |open| plan::put(open, &input.rows, &columns)).map(convert::draft)
}
