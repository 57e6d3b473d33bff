//! The real window, driven by WebDriver as a person would: by role, name, label, text and keys.
//!
//! Nothing here sleeps for a fixed time: every step waits until what it needs is there, and says what it saw when it
//! never came. A journey that fails leaves its picture, log and home folder in `target/e2e-failures`.

#![expect(
    clippy::panic,
    reason = "a step that fails should stop the journey at once"
)]

mod album;
mod axe;
pub mod display;
mod keys;
mod program;

use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use album::Album;
use program::Driver;

/// How long a step waits for what it needs.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it looks. WebDriver answers a look in about five milliseconds.
const GLANCE: Duration = Duration::from_millis(25);
const PAGE: &str = include_str!("window/page.js");
const PAINTED: &str = "const done = arguments[arguments.length - 1]; \
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";

/// One program in one window, with a home folder of its own.
#[derive(Debug)]
pub struct Window {
    runtime: Runtime,
    client: RefCell<Option<Client>>,
    driver: Driver,
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
        let surroundings = [
            ("CHEST_E2E_TODAY", today.to_owned()),
            (
                "CHEST_E2E_PICKS",
                folder.join("picks.txt").display().to_string(),
            ),
            ("CHEST_E2E_OUT", folder.join("out").display().to_string()),
        ]
        .map(|(name, value)| (name.to_owned(), value));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let runtime = match runtime {
            Ok(runtime) => runtime,
            Err(error) => panic!("no runtime: {error}"),
        };
        let driver = match Driver::start(&home, &folder.join("log.txt"), &surroundings) {
            Ok(driver) => driver,
            Err(error) => panic!("{error}"),
        };
        let window = Self {
            runtime,
            client: RefCell::new(None),
            driver,
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

    /// The documents the program opened or printed, in the order of their names.
    pub fn documents(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.folder.join("out")) else {
            return Vec::new();
        };
        let mut documents: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        documents.sort();
        documents
    }

    /// Prepares the answer to the next file dialog: these paths, or none for a person who changes their mind.
    #[track_caller]
    pub fn will_pick(&self, paths: &[&Path]) {
        let file = self.folder.join("picks.txt");
        let mut answers = fs::read_to_string(&file).unwrap_or_default();
        let answer: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        answers.push_str(&answer.join("\t"));
        answers.push('\n');
        if let Err(error) = fs::write(&file, answers) {
            panic!("the answer to a file dialog could not be prepared: {error}");
        }
    }

    /// Waits for something with this role and accessible name. A name that ends in `…` fits what begins with it.
    #[track_caller]
    pub fn see(&self, role: &str, name: &str) {
        self.element(
            "byRole(arguments[0], arguments[1])[0]",
            &[role, name],
            &format!("{role} \"{name}\""),
        );
    }

    /// Waits for this text, anywhere on the page.
    #[track_caller]
    pub fn see_text(&self, text: &str) {
        self.element(
            "byText(arguments[0])[0]",
            &[text],
            &format!("the text \"{text}\""),
        );
    }

    /// Waits until nothing with this role and name is left.
    #[track_caller]
    pub fn see_no(&self, role: &str, name: &str) {
        self.until(&format!("no {role} \"{name}\""), || {
            (self.ask("byRole(arguments[0], arguments[1]).length", &[role, name])? == json!(0))
                .then_some(())
        });
    }

    /// Waits until this text is nowhere on the page.
    #[track_caller]
    pub fn see_no_text(&self, text: &str) {
        self.until(&format!("no text \"{text}\""), || {
            (self.ask("byText(arguments[0]).length", &[text])? == json!(0)).then_some(())
        });
    }

    /// The visible text of the first thing with this role and name.
    #[track_caller]
    pub fn text_of(&self, role: &str, name: &str) -> String {
        let what = format!("{role} \"{name}\"");
        self.until(&what, || {
            let text = self.ask(
                "(() => { const e = byRole(arguments[0], arguments[1])[0]; return e ? squeeze(read(e)) : null; })()",
                &[role, name],
            )?;
            text.as_str().map(str::to_owned)
        })
    }

    /// The value of the field with this label.
    #[track_caller]
    pub fn value_of(&self, label: &str) -> String {
        self.until(&format!("a field labelled \"{label}\""), || {
            let value = self.ask("byLabel(arguments[0])[0]?.value ?? null", &[label])?;
            value.as_str().map(str::to_owned)
        })
    }

    /// Waits until the field with this label holds this value.
    #[track_caller]
    pub fn see_value(&self, label: &str, value: &str) {
        self.until(&format!("\"{value}\" in the field \"{label}\""), || {
            (self.ask("byLabel(arguments[0])[0]?.value ?? null", &[label])? == json!(value))
                .then_some(())
        });
    }

    /// Clicks with the mouse. A journey for the keyboard uses `activate` instead.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        let what = format!("{role} \"{name}\"");
        let element = self.element(
            "byRole(arguments[0], arguments[1])[0]",
            &[role, name],
            &what,
        );
        if let Err(error) = self.wait(element.click()) {
            panic!("{what} could not be clicked: {error}");
        }
    }

    /// Presses keys together, such as `Ctrl+K`, `Shift+Tab` or `Enter`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys = match keys::combination(keys) {
            Ok(keys) => keys,
            Err(error) => panic!("{error}"),
        };
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        self.act(down.chain(up));
    }

    /// Types into whatever has the focus. A line break is Enter.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        self.act(text.chars().flat_map(|letter| {
            let value = if letter == '\n' { '\u{e007}' } else { letter };
            [KeyAction::Down { value }, KeyAction::Up { value }]
        }));
    }

    /// The role and name of what has the focus.
    pub fn focused(&self) -> Option<(String, String)> {
        let focused = self.ask("focused()", &[])?;
        Some((
            focused["role"].as_str()?.to_owned(),
            focused["name"].as_str()?.to_owned(),
        ))
    }

    /// Waits until the focus is on something with this role and name.
    #[track_caller]
    pub fn see_focus(&self, role: &str, name: &str) {
        self.until(&format!("the focus on {role} \"{name}\""), || {
            self.has_focus(role, name).then_some(())
        });
    }

    /// Presses Tab until the focus is on something with this role and name.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        self.see(role, name);
        let mut passed = Vec::new();
        for _ in 0..150 {
            if self.has_focus(role, name) {
                return;
            }
            self.press("Tab");
            passed.push(self.focused().map_or("nothing".to_owned(), |(role, name)| {
                format!("{role} \"{name}\"")
            }));
        }
        panic!(
            "Tab never reached {role} \"{name}\". It passed:\n  {}",
            passed.join("\n  ")
        );
    }

    /// Tab to it and press Enter: a button or a link by keyboard.
    #[track_caller]
    pub fn activate(&self, role: &str, name: &str) {
        self.tab_to(role, name);
        self.press("Enter");
    }

    /// Tab to the field with this label and type, replacing what stood there.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        let what = format!("a field labelled \"{label}\"");
        self.element("byLabel(arguments[0])[0]", &[label], &what);
        for _ in 0..150 {
            if self.ask(
                "byLabel(arguments[0])[0] === document.activeElement",
                &[label],
            ) == Some(json!(true))
            {
                self.press("Ctrl+A");
                self.press("Delete");
                self.type_keys(text);
                return;
            }
            self.press("Tab");
        }
        panic!("Tab never reached {what}");
    }

    /// Picks one of a group of radio buttons, or ticks a check box, by keyboard.
    #[track_caller]
    pub fn choose(&self, label: &str) {
        let what = format!("a choice \"{label}\"");
        self.element("byLabel(arguments[0])[0]", &[label], &what);
        // Tab stops once at a group of radio buttons; the arrows go round inside it.
        const STEP: &str = "(() => { const wanted = byLabel(arguments[0])[0], at = document.activeElement; \
            if (wanted.checked) return 'done'; if (at === wanted) return 'space'; \
            return wanted.type === 'radio' && at.type === 'radio' && at.name === wanted.name ? 'arrow' : 'tab'; })()";
        for _ in 0..150 {
            match self.ask(STEP, &[label]).as_ref().and_then(Value::as_str) {
                Some("done") => return,
                Some("space") => self.press("Space"),
                Some("arrow") => self.press("Down"),
                _ => self.press("Tab"),
            }
        }
        panic!("the keyboard never reached {what}");
    }

    /// Picks an option of a drop-down list by keyboard.
    #[track_caller]
    pub fn pick(&self, label: &str, option: &str) {
        let what = format!("a list \"{label}\" with \"{option}\"");
        const OPTION: &str = "[...(byLabel(arguments[0])[0]?.options ?? [])].find((o) => fits(squeeze(o.label), arguments[1]))";
        self.element(OPTION, &[label, option], &what);
        let step = format!(
            "(() => {{ const list = byLabel(arguments[0])[0], wanted = {OPTION}; \
             if (document.activeElement !== list) return 'Tab'; \
             return wanted.index === list.selectedIndex ? 'done' : wanted.index > list.selectedIndex ? 'Down' : 'Up'; }})()"
        );
        for _ in 0..250 {
            match self
                .ask(&step, &[label, option])
                .as_ref()
                .and_then(Value::as_str)
            {
                Some("done") => return,
                Some(key) => self.press(key),
                None => {}
            }
        }
        panic!("the keyboard never reached {what}");
    }

    /// Runs a script of the page's own, for what no key or name can say, such as the size of the text.
    #[track_caller]
    pub fn script(&self, body: &str) -> Value {
        match self.execute(body, Vec::new()) {
            Ok(value) => value,
            Err(error) => panic!("the script did not run: {error}\n{body}"),
        }
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
        let album = self.album.borrow_mut().take()?;
        match album.finish(&self.documents()) {
            Ok(page) => Some(page),
            Err(error) => panic!("the album could not be written: {error}"),
        }
    }

    /// Files below the home folder that hold this text, in UTF-8 or UTF-16.
    pub fn files_with(&self, text: &str) -> Vec<PathBuf> {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut found = Vec::new();
        let mut folders = vec![self.home()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(path),
                    Ok(kind) if kind.is_file() => {
                        let bytes = fs::read(&path).unwrap_or_default();
                        if holds(&bytes, text.as_bytes()) || holds(&bytes, &wide) {
                            found.push(path);
                        }
                    }
                    _ => {}
                }
            }
        }
        found
    }

    /// Closes the program as its own close button does, and opens it again in the same home.
    #[track_caller]
    pub fn restart(&self) {
        // The answer never comes: the page ends with the window.
        let _ = self.execute(
            "window.__TAURI_INTERNALS__.invoke('plugin:window|close', { label: 'main' }); return null;",
            Vec::new(),
        );
        self.until("the program to end", || {
            self.driver.programs().is_empty().then_some(())
        });
        self.start(&app());
    }

    /// Ends the program at once, as a power cut would, and opens it again in the same home.
    #[track_caller]
    pub fn kill(&self) {
        self.driver.kill_programs();
        self.until("the program to end", || {
            self.driver.programs().is_empty().then_some(())
        });
        self.start(&app());
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
            let connected = self.wait(
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(capabilities.clone())
                    .connect(&self.driver.address()),
            );
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
    fn act(&self, keys: impl Iterator<Item = KeyAction>) {
        let actions = keys.fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        let client = self.client();
        if let Err(error) = self.wait(client.perform_actions(actions)) {
            panic!("the keys could not be pressed: {error}");
        }
    }

    fn has_focus(&self, role: &str, name: &str) -> bool {
        self.ask(
            "byRole(arguments[0], arguments[1]).includes(document.activeElement)",
            &[role, name],
        ) == Some(json!(true))
    }

    #[track_caller]
    fn element(&self, search: &str, arguments: &[&str], what: &str) -> Element {
        self.until(what, || {
            let found = self.ask(&format!("{search} ?? null"), arguments)?;
            let id = found.as_object()?.values().next()?.as_str()?.to_owned();
            Some(Element::from_element_id(
                self.client(),
                ElementRef::from(id),
            ))
        })
    }

    /// What an expression over `page.js` gives; nothing while the page cannot answer.
    fn ask(&self, expression: &str, arguments: &[&str]) -> Option<Value> {
        let arguments = arguments.iter().map(|argument| json!(argument)).collect();
        self.execute(&format!("{PAGE}\nreturn {expression};"), arguments)
            .ok()
    }

    fn execute(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let client = self.client();
        self.wait(client.execute(body, arguments))
            .map_err(|error| error.to_string())
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
        // Letters are blank until their font has come, and a change shows a frame after it was made.
        let client = self.client();
        let painted = client.execute_async(PAINTED, Vec::new());
        self.wait(painted).map_err(|error| error.to_string())?;
        let client = self.client();
        let picture = self
            .wait(client.screenshot())
            .map_err(|error| error.to_string())?;
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
            match tokio::time::timeout(Duration::from_secs(120), work).await {
                Ok(done) => done,
                Err(_) => panic!("WebKitWebDriver gave no answer for two minutes"),
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
            let _ = self
                .runtime
                .block_on(async { tokio::time::timeout(PATIENCE, client.close()).await });
        }
        self.driver.kill_programs();
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
    match std::env::var("CHEST_APP") {
        Ok(app) => app,
        Err(_) => {
            panic!("no app to drive: run `cargo xtask e2e`, which builds it and sets CHEST_APP")
        }
    }
}

/// The build folder of the workspace.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target"),
        PathBuf::from,
    )
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
