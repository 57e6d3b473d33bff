//! What is open on this computer and who sits at it.

pub(crate) mod settings;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use tauri::AppHandle;
use tauri_specta::Event as _;
use usecases::reviewer::Reviewer;
use usecases::{Changed, Open, RecoveryKey};

use crate::ipc::{CommandError, CommandResult, Touched};
pub(crate) use settings::Preferences;
use settings::{Kept, Settings};

/// How long nobody may be at the keyboard before what is open locks itself.
pub(crate) const LOCK_AFTER: Duration = Duration::from_mins(10);

/// The state behind every command. One lock, held for one command at a time.
#[derive(Debug)]
pub(crate) struct Desk {
    seat: Mutex<Seat>,
    /// Pages that were handed to the computer's viewer. Emptied at the start, at every lock and at the end.
    pages: PathBuf,
    /// The flag that stops what is being made, for as long as the work holds it.
    making: Mutex<Weak<AtomicBool>>,
    /// The flags that stop the reading of papers.
    reading: Mutex<Vec<Weak<AtomicBool>>>,
}

struct Seat {
    kept: Kept,
    register: Option<Unlocked>,
    /// The reviewer's desk, when no register is open: one seat holds either.
    reviewer: Option<Sitting>,
    /// The recovery key of a register that was just made, until its page is put away.
    recovery: Option<RecoveryKey>,
}

struct Unlocked {
    open: Open,
    /// When somebody last did something.
    used: Instant,
}

struct Sitting {
    reviewer: Reviewer,
    /// When somebody last did something.
    used: Instant,
}

impl Seat {
    /// When somebody last did something at what is open.
    fn used(&self) -> Option<Instant> {
        self.register.as_ref().map(|register| register.used).or(self.reviewer.as_ref().map(|sitting| sitting.used))
    }
}

impl std::fmt::Debug for Seat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seat").field("open", &self.register.is_some()).field("reviewer", &self.reviewer.is_some()).finish_non_exhaustive()
    }
}

impl Desk {
    /// Sits down: reads what this computer remembers from the program's own folder, and clears away pages that a
    /// power cut may have left.
    pub(crate) fn open(folder: &Path, pages: PathBuf) -> Self {
        let seat = Seat { kept: Kept::read(folder), register: None, reviewer: None, recovery: None };
        let desk = Self { seat: Mutex::new(seat), pages, making: Mutex::default(), reading: Mutex::default() };
        desk.clear_pages();
        desk
    }

    /// Where pages are put for the computer's viewer.
    pub(crate) fn pages(&self) -> &Path {
        &self.pages
    }

    /// Takes away the pages that were handed to the viewer: they may be under embargo.
    pub(crate) fn clear_pages(&self) {
        // A viewer may hold a page open; what is left is taken away at the next start.
        let _ = std::fs::remove_dir_all(&self.pages);
    }

    /// What this computer remembers.
    pub(crate) fn settings(&self) -> Settings {
        self.seat().kept.settings().clone()
    }

    /// Changes what this computer remembers; keeps the former state when it cannot be written.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> io::Result<()> {
        self.seat().kept.change(change)
    }

    /// Puts an unlocked register on the desk, in place of any other, and remembers where it stands.
    pub(crate) fn put(&self, open: Open, folder: PathBuf, recovery: Option<RecoveryKey>) {
        let mut seat = self.seat();
        seat.reviewer = None;
        seat.register = Some(Unlocked { open, used: now() });
        seat.recovery = recovery;
        // Not remembering where it stands costs one look for the file next time, and no more.
        let _ = seat.kept.change(|settings| settings.recent = Some(folder));
    }

    /// Sits a reviewer down at their desk. A register that is open is locked first.
    pub(crate) fn seat_reviewer(&self, reviewer: Reviewer) -> CommandResult<()> {
        self.lock()?;
        self.seat().reviewer = Some(Sitting { reviewer, used: now() });
        Ok(())
    }

    /// Locks the reviewer's desk, if one is open.
    pub(crate) fn leave_reviewer(&self) {
        self.seat().reviewer = None;
    }

    /// Begins a long piece of work; answers the flag that stops it, to be held until the work is done. One at a time:
    /// "Stop" and the lock must reach all there is.
    pub(crate) fn begin_work(&self) -> CommandResult<Arc<AtomicBool>> {
        let mut making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if making.upgrade().is_some_and(|flag| !flag.load(Ordering::Relaxed)) {
            return Err(CommandError::Busy);
        }
        let flag = Arc::new(AtomicBool::new(false));
        *making = Arc::downgrade(&flag);
        Ok(flag)
    }

    /// Begins to read a paper, whatever is made meanwhile; answers the flag by which the lock stops it.
    pub(crate) fn begin_reading(&self) -> Arc<AtomicBool> {
        let flag = Arc::new(AtomicBool::new(false));
        let mut all = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|reading| reading.strong_count() > 0);
        all.push(Arc::downgrade(&flag));
        flag
    }

    /// Stops what is being made, if there is anything.
    pub(crate) fn stop_work(&self) {
        if let Some(flag) = self.making.lock().unwrap_or_else(PoisonError::into_inner).upgrade() {
            flag.store(true, Ordering::Relaxed);
        }
    }

    fn stop_reading(&self) {
        let all = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter_map(Weak::upgrade).for_each(|reading| reading.store(true, Ordering::Relaxed));
    }

    /// Locks what is open: every key and every text leaves the memory.
    pub(crate) fn lock(&self) -> CommandResult<()> {
        // Work that goes on without the desk holds keys and texts of its own.
        self.stop_work();
        self.stop_reading();
        let mut seat = self.seat();
        seat.recovery = None;
        seat.reviewer = None;
        let register = seat.register.take();
        drop(seat);
        // Work may have begun while the seat was waited for.
        self.stop_work();
        self.stop_reading();
        self.clear_pages();
        let Some(mut unlocked) = register else { return Ok(()) };
        // A backup that fails must not keep the register from being locked; the status bar shows how old the last one is.
        let _ = usecases::register::back_up_if_changed(&mut unlocked.open);
        unlocked.open.close().map_err(CommandError::from)
    }

    /// Takes what is open off the desk when nobody has been there for too long.
    pub(crate) fn lock_if_left(&self, moment: Instant) -> bool {
        let left = self.seat().used().is_some_and(|used| moment.saturating_duration_since(used) >= LOCK_AFTER);
        if left {
            // The keys are gone whether or not the last write reached the file, and the window must say so.
            let _ = self.lock();
        }
        left
    }

    /// Somebody is at the keyboard.
    pub(crate) fn still_here(&self) {
        let mut seat = self.seat();
        if let Some(register) = &mut seat.register {
            register.used = now();
        }
        if let Some(sitting) = &mut seat.reviewer {
            sitting.used = now();
        }
    }

    /// Reads the open register.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Open) -> usecases::Result<T>) -> CommandResult<T> {
        let seat = self.seat();
        let register = seat.register.as_ref().ok_or(CommandError::Locked)?;
        work(&register.open).map_err(CommandError::from)
    }

    /// Changes the open register, and tells open screens what to read again.
    pub(crate) fn change<T>(&self, app: &AppHandle, work: impl FnOnce(&mut Open) -> usecases::Result<Changed<T>>) -> CommandResult<T> {
        let mut seat = self.seat();
        let register = seat.register.as_mut().ok_or(CommandError::Locked)?;
        let changed = work(&mut register.open).map_err(CommandError::from)?;
        register.used = now();
        drop(seat);
        if !changed.touched.is_empty() {
            let areas = changed.touched.iter().map(|area| (*area).to_owned()).collect();
            // A screen that does not hear it shows older figures until it is opened again; nothing is lost.
            let _ = Touched { areas }.emit(app);
        }
        Ok(changed.value)
    }

    /// Reads the reviewer's desk.
    pub(crate) fn reviewing<T>(&self, work: impl FnOnce(&Reviewer) -> usecases::Result<T>) -> CommandResult<T> {
        let seat = self.seat();
        let sitting = seat.reviewer.as_ref().ok_or(CommandError::Locked)?;
        work(&sitting.reviewer).map_err(CommandError::from)
    }

    /// Changes something at the reviewer's desk.
    pub(crate) fn review<T>(&self, work: impl FnOnce(&mut Reviewer) -> usecases::Result<T>) -> CommandResult<T> {
        let mut seat = self.seat();
        let sitting = seat.reviewer.as_mut().ok_or(CommandError::Locked)?;
        sitting.used = now();
        work(&mut sitting.reviewer).map_err(CommandError::from)
    }

    /// Works with the recovery key of a register that was just made.
    pub(crate) fn with_recovery<T>(&self, work: impl FnOnce(&Open, &RecoveryKey) -> usecases::Result<T>) -> CommandResult<T> {
        let seat = self.seat();
        match (&seat.register, &seat.recovery) {
            (Some(register), Some(key)) => work(&register.open, key).map_err(CommandError::from),
            _ => Err(CommandError::NotFound),
        }
    }

    /// Keeps a new recovery key in memory until its page is put away.
    pub(crate) fn show_recovery(&self, key: RecoveryKey) {
        self.seat().recovery = Some(key);
    }

    /// Drops the recovery key: its page is kept on paper now.
    pub(crate) fn put_recovery_page_away(&self) {
        self.seat().recovery = None;
    }

    fn seat(&self) -> MutexGuard<'_, Seat> {
        // A seat is replaced field by field only after the work succeeded, so a panic elsewhere leaves it whole.
        self.seat.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// This moment of the computer's running time, which no change of the clock moves.
pub(crate) fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::{Desk, LOCK_AFTER, now};
    use crate::ipc::CommandError;
    use crate::system::Computer;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use usecases::register::{self, KdfCost, Passphrase};

    #[test]
    fn a_register_that_nobody_uses_locks_itself_and_takes_its_pages_away() {
        let place = tempfile::tempdir().unwrap();
        let desk = Desk::open(place.path(), place.path().join("pages"));
        let words = Passphrase::typed("abacus abdomen abide zoom quilt");
        let made = register::create(place.path(), "Anytown Together", "Rosa Nevin", &words, KdfCost::for_tests(), Arc::new(Computer));
        let (open, recovery) = made.unwrap();
        desk.put(open, place.path().to_owned(), Some(recovery));
        std::fs::create_dir_all(desk.pages()).unwrap();
        std::fs::File::create(desk.pages().join("CC-2022-001 application.pdf")).unwrap();

        assert!(!desk.lock_if_left(now()));
        assert!(desk.read(|open| Ok(open.partnership().to_owned())).is_ok());
        assert!(desk.lock_if_left(now() + LOCK_AFTER));
        assert_eq!(desk.read(|_| Ok(())), Err(CommandError::Locked));
        assert_eq!(desk.with_recovery(|_, _| Ok(())), Err(CommandError::NotFound));
        assert!(!desk.pages().exists());
        assert!(!desk.lock_if_left(now() + LOCK_AFTER));
    }

    #[test]
    fn one_long_work_at_a_time_and_stop_and_the_lock_reach_it() {
        let place = tempfile::tempdir().unwrap();
        let desk = Desk::open(place.path(), place.path().join("pages"));
        let letters = desk.begin_work().unwrap();
        assert_eq!(desk.begin_work().unwrap_err(), CommandError::Busy);
        desk.stop_work();
        assert!(letters.load(Ordering::Relaxed));
        // What was stopped still ends, and holds up nobody.
        let packs = desk.begin_work().unwrap();
        assert!(!packs.load(Ordering::Relaxed));
        desk.lock().unwrap();
        assert!(packs.load(Ordering::Relaxed));
        let done = desk.begin_work().unwrap();
        drop(done);
        assert!(desk.begin_work().is_ok());
    }

    #[test]
    fn papers_are_read_while_something_is_made_and_the_lock_stops_both() {
        let place = tempfile::tempdir().unwrap();
        let desk = Desk::open(place.path(), place.path().join("pages"));
        let stopped = |work: &Arc<AtomicBool>| work.load(Ordering::Relaxed);
        let (letters, paper, other) = (desk.begin_work().unwrap(), desk.begin_reading(), desk.begin_reading());
        desk.stop_work();
        assert!(stopped(&letters) && !stopped(&paper), "stopping the letters leaves the paper");
        desk.lock().unwrap();
        assert!(stopped(&paper) && stopped(&other));
        assert!(!stopped(&desk.begin_reading()), "what begins later is not stopped");
    }

    #[test]
    fn a_reviewers_desk_locks_itself_like_a_register_and_one_seat_holds_either() {
        let place = tempfile::tempdir().unwrap();
        let desk = Desk::open(place.path(), place.path().join("pages"));
        let words = Passphrase::typed("abacus abdomen abide zoom quilt");
        let reviewer = usecases::reviewer::make(place.path(), "Ken Ashby", &words, KdfCost::for_tests(), Arc::new(Computer)).unwrap();
        let vault_id = reviewer.vault_id();
        desk.seat_reviewer(reviewer).unwrap();
        std::fs::create_dir_all(desk.pages()).unwrap();
        assert_eq!(desk.reviewing(|reviewer| Ok(reviewer.name())).unwrap(), "Ken Ashby");
        assert_eq!(desk.read(|_| Ok(())), Err(CommandError::Locked));

        assert!(!desk.lock_if_left(now()));
        assert!(desk.lock_if_left(now() + LOCK_AFTER));
        assert_eq!(desk.reviewing(|_| Ok(())), Err(CommandError::Locked));
        assert!(!desk.pages().exists());
        assert!(!desk.lock_if_left(now() + LOCK_AFTER));

        let made = register::create(place.path(), "Anytown Together", "Rosa Nevin", &words, KdfCost::for_tests(), Arc::new(Computer));
        desk.put(made.unwrap().0, place.path().to_owned(), None);
        desk.seat_reviewer(usecases::reviewer::unlock(place.path(), &vault_id, &words, Arc::new(Computer)).unwrap()).unwrap();
        assert_eq!(desk.read(|_| Ok(())), Err(CommandError::Locked));
        assert!(desk.review(|_| Ok(())).is_ok());
    }
}
