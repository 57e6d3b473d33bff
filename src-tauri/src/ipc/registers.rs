//! Commands about the register as a whole: made, opened, locked, recovered, backed up; and who is at it.

#![expect(clippy::needless_pass_by_value, reason = "Tauri hands over what a command asks for")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::application::{AgeGroup, QUESTIONS};
use domain::member::{Act, Role, may};
use tauri::{AppHandle, Manager, State, WebviewWindow};
use usecases::register::{self, KdfCost, Passphrase};
use usecases::{Error, FieldFault, Open};
use uuid::Uuid;

use crate::desk::{Desk, LOCK_AFTER};
use crate::ipc::dto::session::{
    BackedUp, CreateRegisterInput, Person, Priority, Question, RecoverInput, RegisterFound, SampleOpened, Session, UnlockInput,
};
use crate::ipc::value::{count, parse_id};
use crate::ipc::{CommandError, CommandResult};
use crate::system::{self, Ask, Computer};

/// Five words for a new passphrase.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
pub(crate) fn suggest_passphrase() -> CommandResult<String> {
    Ok(register::draw_passphrase(&Computer).words().to_owned())
}

/// The folder in which a new register's own folder is made, unless another is chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn suggest_folder(app: AppHandle) -> CommandResult<String> {
    let folder = app.path().document_dir().or_else(|_| app.path().home_dir()).map_err(|cause| CommandError::internal(&cause))?;
    Ok(folder.join("Community Chest").display().to_string())
}

/// Asks for a folder; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
pub(crate) fn pick_folder(window: WebviewWindow) -> CommandResult<Option<String>> {
    let picked = system::pick_folder(&window, Ask { title: "Choose the folder for the register", ..Ask::default() });
    Ok(picked.map(|path| path.display().to_string()))
}

/// Asks for the folder of a register; nothing when the dialog was put away.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
pub(crate) fn pick_register(window: WebviewWindow) -> CommandResult<Option<String>> {
    let picked = system::pick_folder(&window, Ask { title: "Choose the register’s folder", ..Ask::default() });
    Ok(picked.map(|path| path.display().to_string()))
}

/// Who can unlock a register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn inspect_register(path: String) -> CommandResult<RegisterFound> {
    let found = register::inspect(Path::new(&path))?;
    let people = found
        .people
        .iter()
        .filter_map(|person| Some(Person { member_id: person.member_id.to_string(), name: person.name.clone(), role: role(&person.role)? }))
        .collect();
    Ok(RegisterFound { path: found.folder.display().to_string(), partnership: found.partnership, people })
}

/// Makes a register and sits its co-ordinator down at it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_register(desk: State<'_, Desk>, input: CreateRegisterInput) -> CommandResult<Session> {
    let mut faults = Vec::new();
    for (field, text) in [("partnership", &input.partnership), ("memberName", &input.member_name), ("folder", &input.folder)] {
        if text.trim().is_empty() {
            faults.push((field.to_owned(), FieldFault::Missing));
        } else if field != "folder" && text.chars().count() > LONGEST_NAME {
            faults.push((field.to_owned(), FieldFault::TooLong { most: LONGEST_NAME }));
        }
    }
    if !faults.is_empty() {
        return Err(Error::Fields(faults).into());
    }
    let passphrase = Passphrase::typed(&input.passphrase);
    let folder = PathBuf::from(&input.folder);
    let (open, recovery) =
        register::create(&folder, &input.partnership, &input.member_name, &passphrase, KdfCost::standard(), Arc::new(Computer))?;
    let session = session_of(&open)?;
    let stands_in = open.register().folder().to_owned();
    desk.put(open, stands_in, Some(recovery));
    Ok(session)
}

/// The longest name of a partnership or person, in characters.
const LONGEST_NAME: usize = 120;

/// Makes the sample partnership afresh in a folder of the program's own, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_sample(app: AppHandle, desk: State<'_, Desk>) -> CommandResult<SampleOpened> {
    desk.lock()?;
    let folder = app.path().app_local_data_dir().map_err(|cause| CommandError::internal(&cause))?.join("sample");
    // Everything in it is invented, and everybody who asks for the sample gets a fresh one.
    match std::fs::remove_dir_all(&folder) {
        Ok(()) => {}
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {}
        Err(_) => return Err(CommandError::NotWritable { path: folder.display().to_string() }),
    }
    let (open, passphrase) = usecases::sample::create(&folder, KdfCost::standard(), Arc::new(Computer))?;
    let session = session_of(&open)?;
    let stands_in = open.register().folder().to_owned();
    desk.put(open, stands_in, None);
    Ok(SampleOpened { session, passphrase: passphrase.words().to_owned() })
}

/// Opens a register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock(desk: State<'_, Desk>, input: UnlockInput) -> CommandResult<Session> {
    let member_id: Uuid = parse_id(&input.member_id)?;
    let passphrase = Passphrase::typed(&input.passphrase);
    sit_down(&desk, register::open(Path::new(&input.path), member_id, &passphrase, Arc::new(Computer))?)
}

/// Gets in again with the printed recovery key, and sets a new passphrase.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn recover(desk: State<'_, Desk>, input: RecoverInput) -> CommandResult<Session> {
    let member_id: Uuid = parse_id(&input.member_id)?;
    let passphrase = Passphrase::typed(&input.passphrase);
    let path = Path::new(&input.path);
    let (open, renewed) = register::recover(path, &input.recovery_key, member_id, &passphrase, KdfCost::standard(), Arc::new(Computer))?;
    let session = session_of(&open)?;
    let folder = open.register().folder().to_owned();
    // The paper that was used has ended: the page of the new key waits to be printed, as after making a register.
    desk.put(open, folder, Some(renewed));
    Ok(session)
}

fn sit_down(desk: &Desk, open: Open) -> CommandResult<Session> {
    let session = session_of(&open)?;
    let folder = open.register().folder().to_owned();
    desk.put(open, folder, None);
    Ok(session)
}

/// Locks the register.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock_register(desk: State<'_, Desk>) -> CommandResult<()> {
    desk.lock()
}

/// Somebody is at the keyboard, which puts off the lock.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
pub(crate) fn still_here(desk: State<'_, Desk>) -> CommandResult<()> {
    desk.still_here();
    Ok(())
}

/// The recovery page is kept on paper: its key leaves the memory.
#[tauri::command(async)]
#[specta::specta]
#[expect(clippy::unnecessary_wraps, reason = "every command answers in the same way")]
pub(crate) fn put_recovery_page_away(desk: State<'_, Desk>) -> CommandResult<()> {
    desk.put_recovery_page_away();
    Ok(())
}

/// Who sits at the register, and what every screen needs to know of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn session(desk: State<'_, Desk>) -> CommandResult<Session> {
    desk.read(session_of)
}

/// Makes a backup beside the register, and proves it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up(app: AppHandle, desk: State<'_, Desk>) -> CommandResult<BackedUp> {
    let made = desk.change(&app, register::back_up)?;
    Ok(BackedUp {
        folder: made.folder.display().to_string(),
        at: made.at.to_rfc3339(),
        events: u32::try_from(made.events).unwrap_or(u32::MAX),
    })
}

fn role(code: &str) -> Option<crate::ipc::dto::session::Role> {
    Role::from_code(code).map(Into::into)
}

fn session_of(open: &Open) -> usecases::Result<Session> {
    let member = open.member();
    Ok(Session {
        partnership: open.partnership().to_owned(),
        sample: open.is_sample(),
        member: Person { member_id: member.id.to_string(), name: member.name.clone(), role: member.role.into() },
        may: Act::ALL.into_iter().filter(|act| may(member.role, *act)).map(Into::into).collect(),
        today: open.today(),
        lock_after_minutes: count(usize::try_from(LOCK_AFTER.as_secs() / 60).unwrap_or(usize::MAX)),
        folder: open.register().folder().display().to_string(),
        last_backup: register::last_backup(open)?.map(|at| at.to_rfc3339()),
        plan_name: open.plan().name.clone(),
        plan_starts_on: open.plan().starts_on,
        plan_ends_on: open.plan().ends_on,
        fund_code: open.fund().activity.clone(),
        fund_name: open.fund().name.clone(),
        priorities: open
            .plan()
            .priorities
            .iter()
            .map(|priority| Priority { id: priority.id.to_string(), number: priority.number, name: priority.name.clone() })
            .collect(),
        questions: QUESTIONS
            .iter()
            .map(|question| Question {
                number: question.number,
                text: question.text.to_owned(),
                help: question.help.map(str::to_owned),
                short: question.short.to_owned(),
            })
            .collect(),
        age_groups: AgeGroup::ALL.iter().map(|age| age.code().to_owned()).collect(),
    })
}
