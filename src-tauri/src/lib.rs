//! Builds the desktop app: state, commands and the one window. No rules live here.

mod desk;
mod ipc;
pub mod system;

use std::time::Duration;

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};
use tauri_specta::Event as _;

use desk::Desk;

/// Opens the window and stays until it is closed.
pub fn run() -> Result<(), StartError> {
    // A file dialog or a long piece of work holds one thread of the runtime, so there are more threads than
    // processors: the other commands go on answering on the smallest machine.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(8).thread_name("command").enable_time().build()?;
    tauri::async_runtime::set(runtime.handle().clone());

    let commands = ipc::builder();
    let handler = commands.invoke_handler();
    #[cfg(feature = "bench")]
    let handler = first_screen::report(handler);
    tauri::Builder::default()
        .invoke_handler(handler)
        .setup(move |app| {
            commands.mount_events(app);
            app.manage(Desk::open(&app.path().app_config_dir()?, app.path().app_cache_dir()?.join("pages")));
            open_window(app)?;
            watch(app.handle().clone());
            Ok(())
        })
        .build(context())?
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                // What was typed is in the register already; this closes it tidily and backs it up.
                let _ = app.state::<Desk>().lock();
            }
        });
    Ok(())
}

/// The settings, the capabilities and the built screens, as they were when the program was built.
#[expect(clippy::exit, reason = "Tauri's own macro ends the program when its parts cannot be read")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// What the UI may call, as TypeScript.
pub fn bindings() -> Result<String, StartError> {
    ipc::bindings()
}

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The web view or the window could not be made.
    #[error(transparent)]
    Window(#[from] tauri::Error),
    /// The threads of the commands could not be started, or a file could not be used.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// A command, argument or error cannot be stated in TypeScript.
    #[error(transparent)]
    Bindings(#[from] specta_typescript::Error),
}

fn open_window(app: &App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Community Chest")
        .inner_size(1280.0, 860.0)
        .min_inner_size(800.0, 600.0)
        // The page's own text size setting is the only one; the web view's zoom would fight it.
        .zoom_hotkeys_enabled(false)
        // Nothing but our own pages ever loads, and nothing opens a second window.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny);
    // The web view keeps its profile in memory. WebKitGTK cannot be both private and driven by tests, so the build
    // for tests has a profile on disk, and a journey reads it to prove that no page text lands there.
    let window = window.incognito(cfg!(not(feature = "e2e")));
    #[cfg(feature = "bench")]
    let window = window.initialization_script(first_screen::WATCH);
    window.build()?;
    Ok(())
}

/// Locks the register when nobody has been at the keyboard for too long.
fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut ticks = tokio::time::interval(Duration::from_secs(5));
        loop {
            ticks.tick().await;
            if app.state::<Desk>().lock_if_left(desk::now()) {
                let minutes = u32::try_from(desk::LOCK_AFTER.as_secs() / 60).unwrap_or(u32::MAX);
                // The window asks for the session before it shows anything, so a lost event betrays nothing.
                let _ = ipc::LockedItself { minutes }.emit(&app);
            }
        }
    });
}

#[cfg(feature = "bench")]
mod first_screen {
    //! Says on standard output when the first screen can be used, once it has been painted.

    use tauri::Wry;
    use tauri::ipc::Invoke;

    /// Waits for a heading on the page, then for two frames: the second starts after the first was painted.
    pub(super) const WATCH: &str = include_str!("../examples/first_screen.js");

    pub(super) fn report(
        commands: impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static,
    ) -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
        move |invoke| {
            if invoke.message.command() == "first_screen" {
                #[expect(clippy::print_stdout, reason = "the measuring program reads it")]
                {
                    println!("first screen");
                }
                invoke.resolver.resolve(());
                return true;
            }
            commands(invoke)
        }
    }
}
