//! A virtual display of our own, so that a journey never takes the keyboard of the person at this computer.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A virtual display, or the real one when `CHEST_E2E_SHOW` is set.
#[derive(Debug)]
pub struct Display {
    name: String,
    server: Option<Child>,
}

impl Display {
    /// Starts Xvfb on the first free number.
    pub fn open() -> Result<Self, String> {
        if let (Some(_), Ok(name)) = (std::env::var_os("CHEST_E2E_SHOW"), std::env::var("DISPLAY")) {
            return Ok(Self { name, server: None });
        }
        let mut server = Command::new("Xvfb")
            // Without the last one the display starts anew when a program leaves it, and the next may knock in just that moment.
            .args(["-displayfd", "1", "-screen", "0", "1280x860x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb did not start ({error}). It is in the Debian package xvfb."))?;
        let mut number = String::new();
        if let Some(out) = server.stdout.take() {
            // It writes its number when it is ready for windows.
            BufReader::new(out).read_line(&mut number).map_err(|error| format!("Xvfb did not say its number: {error}"))?;
        }
        let number = number.trim();
        if number.is_empty() {
            return Err("Xvfb ended before it was ready".to_owned());
        }
        Ok(Self { name: format!(":{number}"), server: Some(server) })
    }

    /// The name that programs take as `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
