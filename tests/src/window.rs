//! The real window, driven by `WebDriver` as a person would: by role, name, label, text and keys.
//!
//! Nothing here sleeps for a fixed time: every step waits until what it needs is there, and says what it saw when it
//! never came. A journey that fails leaves its picture, log and home folder in `target/e2e-failures`.

#![expect(clippy::panic, clippy::missing_panics_doc, reason = "every step says what it waits for, and stops the journey without it")]

mod album;
mod axe;
pub mod display;
mod drag;
mod keyboard;
mod keys;
mod program;
mod sight;

use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use album::Album;
use program::Driver;

/// How long a step waits for what it needs.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it looks. `WebDriver` answers a look in about five milliseconds.
const GLANCE: Duration = Duration::from_millis(25);
const PAGE: &str = include_str!("window/page.js");
const PAINTED: &str = "const done = arguments[arguments.length - 1]; \
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";

/// One program in one window, with a home folder of its own.
#[derive(Debug)]
pub struct Window {
    runtime: Runtime,
    client: RefCell<Option<Client>>,
    driver: RefCell<Driver>,
    journey: String,
    folder: PathBuf,
    album: RefCell<Option<Album>>,
}

impl Window {
    /// Opens the program that `CHEST_APP` names, on `today` (`2023-01-20`), in a fresh home.
    ///
    /// `journey` is the test's name: it names the folder that is kept when the journey fails.
    #[track_caller]
    pub fn open(journey: &str, today: &str) -> Self {
        Self::open_in(journey, today, |_| ())
    }

    /// As `open`, in a home folder where something was put first.
    #[track_caller]
    pub fn open_in(journey: &str, today: &str, furnish: impl FnOnce(&Path)) -> Self {
        let app = app();
        let folder = target().join("e2e").join(journey);
        let _ = fs::remove_dir_all(&folder);
        let _ = fs::remove_dir_all(failures().join(journey));
        let home = folder.join("home");
        let made = fs::create_dir_all(home.join(".run")).and_then(|()| private(&home.join(".run")));
        if let Err(error) = made {
            panic!("the home of the journey {journey} could not be made: {error}");
        }
        furnish(&home);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = match runtime {
            Ok(runtime) => runtime,
            Err(error) => panic!("no runtime: {error}"),
        };
        let driver = drive(&folder, today);
        let window = Self {
            runtime,
            client: RefCell::new(None),
            driver: RefCell::new(driver),
            journey: journey.to_owned(),
            folder,
            album: RefCell::new(None),
        };
        window.start(&app);
        window
    }

    /// The home folder of this journey.
    pub fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    /// Where a file with this name stands, in this journey's folder and outside its home.
    pub fn beside_home(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The documents the program opened or printed, in the order of their names.
    pub fn documents(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.folder.join("out")) else {
            return Vec::new();
        };
        let mut documents: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        documents.sort();
        documents
    }

    /// Prepares the answer to the next file dialog: these paths, or none for a person who changes their mind.
    #[track_caller]
    pub fn will_pick(&self, paths: &[&Path]) {
        let file = self.folder.join("picks.txt");
        let mut answers = fs::read_to_string(&file).unwrap_or_default();
        let answer: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        answers.push_str(&answer.join("\t"));
        answers.push('\n');
        if let Err(error) = fs::write(&file, answers) {
            panic!("the answer to a file dialog could not be prepared: {error}");
        }
    }

    /// Runs a script of the page's own, for what no key or name can say, such as the size of the text.
    #[track_caller]
    pub fn script(&self, body: &str) -> Value {
        match self.execute(body, Vec::new()) {
            Ok(value) => value,
            Err(error) => panic!("the script did not run: {error}\n{body}"),
        }
    }

    /// Runs a script of the page's own that calls its last argument with what it found.
    #[track_caller]
    pub fn script_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let client = self.client();
        match self.wait(client.execute_async(body, arguments)) {
            Ok(value) => value,
            Err(error) => panic!("the script did not run: {error}\n{body}"),
        }
    }

    /// Makes the window this large, in pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let client = self.client();
        if let Err(error) = self.wait(client.set_window_size(width, height)) {
            panic!("the window could not be made {width} by {height}: {error}");
        }
        let size = json!([width, height]);
        self.until(&format!("a window of {width} by {height}"), || (self.ask("[innerWidth, innerHeight]", &[])? == size).then_some(()));
    }

    /// Puts a file into this journey's folder, for a file dialog to pick.
    #[track_caller]
    pub fn put_file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.beside_home(name);
        if let Err(error) = fs::write(&path, bytes) {
            panic!("{name} could not be written: {error}");
        }
        path
    }

    /// Saves a picture of the window and returns its path.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let path = self.folder.join(format!("{name}.png"));
        if let Err(error) = self.picture(&path) {
            panic!("no picture: {error}");
        }
        path
    }

    /// From now on `step` keeps a numbered picture in this folder.
    pub fn keep_album(&self, folder: &Path, title: &str) {
        *self.album.borrow_mut() = Some(Album::new(folder, title));
    }

    /// Goes on with the album of another journey, its documents included.
    #[track_caller]
    pub fn take_over_album(&self, other: &Self) {
        let mut album = other.album.borrow_mut().take();
        if let Some(album) = album.as_mut()
            && let Err(error) = album.add_documents(&other.documents())
        {
            panic!("the documents could not be kept: {error}");
        }
        *self.album.borrow_mut() = album;
    }

    /// One step of the journey is done: a picture with this line beneath it goes into the album, if there is one.
    #[track_caller]
    pub fn step(&self, caption: &str) {
        let mut album = self.album.borrow_mut();
        let Some(album) = album.as_mut() else {
            return;
        };
        if let Err(error) = album.add(caption, |path| self.picture(path)) {
            panic!("the picture \"{caption}\" could not be kept: {error}");
        }
    }

    /// Writes the album's page, with every document the program opened beside the pictures.
    #[track_caller]
    pub fn finish_album(&self) -> Option<PathBuf> {
        let mut album = self.album.borrow_mut().take()?;
        match album.add_documents(&self.documents()).and_then(|()| album.finish()) {
            Ok(page) => Some(page),
            Err(error) => panic!("the album could not be written: {error}"),
        }
    }

    /// Closes the program as its own close button does, and opens it again in the same home.
    #[track_caller]
    pub fn restart(&self) {
        self.close();
        self.start(&app());
    }

    /// As `restart`, on another day.
    #[track_caller]
    pub fn restart_on(&self, today: &str) {
        self.close();
        if let Some(old) = self.client.take() {
            let _ = self.wait(old.close());
        }
        *self.driver.borrow_mut() = drive(&self.folder, today);
        self.start(&app());
    }

    /// Closes the program as its own close button does.
    #[track_caller]
    pub fn close(&self) {
        // The answer never comes: the page ends with the window.
        let _ = self.execute("window.__TAURI_INTERNALS__.invoke('plugin:window|close', { label: 'main' }); return null;", Vec::new());
        self.until("the program to end", || self.programs().is_empty().then_some(()));
    }

    /// Ends the program at once, as a power cut would, and opens it again in the same home.
    #[track_caller]
    pub fn kill(&self) {
        self.driver.borrow().kill_programs();
        self.until("the program to end", || self.programs().is_empty().then_some(()));
        self.start(&app());
    }

    fn display(&self) -> String {
        self.driver.borrow().display().to_owned()
    }

    fn programs(&self) -> Vec<u32> {
        self.driver.borrow().programs()
    }

    #[track_caller]
    fn start(&self, app: &str) {
        if let Some(old) = self.client.take() {
            // The session died with the program; this only tells the driver so.
            let _ = self.wait(old.close());
        }
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": app, "args": [] } });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let mut refused = String::new();
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let connected = self
                .wait(ClientBuilder::new(HttpConnector::new()).capabilities(capabilities.clone()).connect(&self.driver.borrow().address()));
            match connected {
                Ok(client) => {
                    *self.client.borrow_mut() = Some(client);
                    return;
                }
                Err(error) => refused = error.to_string(),
            }
            self.wait(async { tokio::time::sleep(GLANCE).await });
        }
        let log = fs::read_to_string(self.folder.join("log.txt")).unwrap_or_default();
        panic!("{app} did not open: {refused}\n{log}");
    }

    #[track_caller]
    fn element(&self, search: &str, arguments: &[&str], what: &str) -> Element {
        self.until(what, || {
            let found = self.ask(&format!("{search} ?? null"), arguments)?;
            let id = found.as_object()?.values().next()?.as_str()?.to_owned();
            Some(Element::from_element_id(self.client(), ElementRef::from(id)))
        })
    }

    /// What an expression over `page.js` gives; nothing while the page cannot answer.
    fn ask(&self, expression: &str, arguments: &[&str]) -> Option<Value> {
        let arguments = arguments.iter().map(|argument| json!(argument)).collect();
        self.execute(&format!("{PAGE}\nreturn {expression};"), arguments).ok()
    }

    fn execute(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let client = self.client();
        self.wait(client.execute(body, arguments)).map_err(|error| error.to_string())
    }

    #[track_caller]
    fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            if began.elapsed() > PATIENCE {
                let named = self.ask("named()", &[]);
                let named = named.as_ref().and_then(Value::as_str).unwrap_or("nothing");
                panic!("waited in vain for {what}. On the page:\n  {named}");
            }
            self.wait(async { tokio::time::sleep(GLANCE).await });
        }
    }

    fn picture(&self, path: &Path) -> Result<(), String> {
        // A page of a document is drawn bit by bit.
        let began = Instant::now();
        while self.ask("document.querySelector('[aria-busy=true]') !== null", &[]) == Some(json!(true)) && began.elapsed() < PATIENCE {
            self.wait(async { tokio::time::sleep(GLANCE).await });
        }
        // Letters are blank until their font has come, and a change shows a frame after it was made.
        let client = self.client();
        let painted = client.execute_async(PAINTED, Vec::new());
        self.wait(painted).map_err(|error| error.to_string())?;
        let client = self.client();
        let picture = self.wait(client.screenshot()).map_err(|error| error.to_string())?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        fs::write(path, picture).map_err(|error| error.to_string())
    }

    #[track_caller]
    fn client(&self) -> Client {
        match self.client.borrow().as_ref() {
            Some(client) => client.clone(),
            None => panic!("the window is closed"),
        }
    }

    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        // Anything that waits on WebDriver for two minutes has lost it.
        self.runtime.block_on(async {
            match tokio::time::timeout(Duration::from_mins(2), work).await {
                Ok(done) => done,
                Err(late) => panic!("WebKitWebDriver gave no answer for two minutes: {late}"),
            }
        })
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let failed = std::thread::panicking();
        if failed && self.client.borrow().is_some() {
            let _ = self.picture(&self.folder.join("at-the-failure.png"));
        }
        if let Some(client) = self.client.take() {
            let _ = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, client.close()).await });
        }
        self.driver.borrow().kill_programs();
        if failed {
            let _ = fs::create_dir_all(failures());
            let _ = fs::rename(&self.folder, failures().join(&self.journey));
        } else {
            let _ = fs::remove_dir_all(self.home());
        }
    }
}

/// The app to drive.
#[track_caller]
fn app() -> String {
    let Ok(app) = std::env::var("CHEST_APP") else {
        panic!("no app to drive: run `cargo xtask e2e`, which builds it and sets CHEST_APP");
    };
    app
}

/// `WebKitWebDriver` for the journey in this folder, on this day.
#[track_caller]
fn drive(folder: &Path, today: &str) -> Driver {
    let surroundings = [
        ("CHEST_E2E_TODAY", today.to_owned()),
        ("CHEST_E2E_PICKS", folder.join("picks.txt").display().to_string()),
        ("CHEST_E2E_OUT", folder.join("out").display().to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value));
    match Driver::start(&folder.join("home"), &folder.join("log.txt"), &surroundings) {
        Ok(driver) => driver,
        Err(error) => panic!("{error}"),
    }
}

/// The build folder of the workspace.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target"), PathBuf::from)
}

/// Where a failed journey leaves what it saw.
fn failures() -> PathBuf {
    target().join("e2e-failures")
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// The runtime folder must be its owner's alone, or the toolkit refuses it.
fn private(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}
