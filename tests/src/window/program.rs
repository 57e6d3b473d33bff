//! `WebKitWebDriver` and the app it starts, each journey with a home of its own.

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::display::Display;

/// `WebKitWebDriver` on a free port. The app is its child and takes the same surroundings.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
    display: Display,
}

impl Driver {
    /// Starts it with `home` as the home folder and with `surroundings` as further variables.
    pub(super) fn start(home: &Path, log: &Path, surroundings: &[(String, String)]) -> Result<Self, String> {
        let display = Display::open()?;
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).map_err(|error| format!("no free port: {error}"))?.port();
        let said = File::create(log).map_err(|error| format!("no log: {error}"))?;
        let same = said.try_clone().map_err(|error| format!("no log: {error}"))?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_DATA_HOME", home.join(".local/share"))
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("XDG_RUNTIME_DIR", home.join(".run"))
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_THEME", "Adwaita")
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "Europe/London")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs(surroundings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(said)
            .stderr(same);
        let process = command
            .spawn()
            .map_err(|error| format!("WebKitWebDriver did not start ({error}). It is in the Debian package webkit2gtk-driver."))?;
        Ok(Self { process, port, display })
    }

    /// Where it listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The display it draws on.
    pub(super) fn display(&self) -> &str {
        self.display.name()
    }

    /// The processes of the app this driver started, newest last.
    pub(super) fn programs(&self) -> Vec<u32> {
        children(self.process.id())
    }

    /// Ends the app at once, as a power cut would.
    pub(super) fn kill_programs(&self) {
        for program in self.programs() {
            let _ = Command::new("kill").args(["-9", &program.to_string()]).status();
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill_programs();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The running children of a process; a dead one that was not yet collected does not count.
fn children(parent: u32) -> Vec<u32> {
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    let mut found: Vec<u32> = processes
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|process: &u32| {
            let Ok(state) = std::fs::read_to_string(format!("/proc/{process}/stat")) else {
                return false;
            };
            // After the name in brackets: the state, then the parent.
            let mut fields = state.rsplit(") ").next().unwrap_or_default().split(' ');
            let running = fields.next() != Some("Z");
            running && fields.next() == Some(parent.to_string().as_str())
        })
        .collect();
    found.sort_unstable();
    found
}
