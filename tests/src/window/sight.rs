//! What a person sees in the window: roles, names, texts, values, the focus.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Window, holds};

impl Window {
    /// Waits for something with this role and accessible name. A name that ends in `…` fits what begins with it.
    #[track_caller]
    pub fn see(&self, role: &str, name: &str) {
        self.element("byRole(arguments[0], arguments[1])[0]", &[role, name], &format!("{role} \"{name}\""));
    }

    /// Waits for this text, anywhere on the page.
    #[track_caller]
    pub fn see_text(&self, text: &str) {
        self.element("byText(arguments[0])[0]", &[text], &format!("the text \"{text}\""));
    }

    /// Waits until nothing with this role and name is left.
    #[track_caller]
    pub fn see_no(&self, role: &str, name: &str) {
        self.until(&format!("no {role} \"{name}\""), || {
            (self.ask("byRole(arguments[0], arguments[1]).length", &[role, name])? == json!(0)).then_some(())
        });
    }

    /// Waits until this text is nowhere on the page.
    #[track_caller]
    pub fn see_no_text(&self, text: &str) {
        self.until(&format!("no text \"{text}\""), || (self.ask("byText(arguments[0]).length", &[text])? == json!(0)).then_some(()));
    }

    /// The visible text of the first thing with this role and name.
    #[track_caller]
    pub fn text_of(&self, role: &str, name: &str) -> String {
        let what = format!("{role} \"{name}\"");
        self.until(&what, || {
            let text = self
                .ask("(() => { const e = byRole(arguments[0], arguments[1])[0]; return e ? squeeze(read(e)) : null; })()", &[role, name])?;
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
            (self.ask("byLabel(arguments[0])[0]?.value ?? null", &[label])? == json!(value)).then_some(())
        });
    }

    /// The value of the field with this label, once there is one.
    #[track_caller]
    pub fn value_when_there(&self, label: &str) -> String {
        self.until(&format!("something in the field \"{label}\""), || {
            let value = self.ask("byLabel(arguments[0])[0]?.value || null", &[label])?;
            value.as_str().map(str::to_owned)
        })
    }

    /// Waits until the list of what is wrong has this text and has taken the focus.
    #[track_caller]
    pub fn see_errors(&self, text: &str) {
        self.until(&format!("the focus on a list of errors with \"{text}\""), || {
            let found = self.ask(
                "document.activeElement?.matches('[data-errors]') && squeeze(read(document.activeElement)).includes(arguments[0])",
                &[text],
            )?;
            (found == json!(true)).then_some(())
        });
    }

    /// Waits until the program has opened or printed this many documents, and gives the newest.
    #[track_caller]
    pub fn see_document(&self, number: usize) -> PathBuf {
        self.until(&format!("document number {number}"), || {
            let newest = self.documents().into_iter().max_by_key(|path| fs::metadata(path).and_then(|file| file.modified()).ok());
            newest.filter(|_| self.documents().len() == number)
        })
    }

    /// Waits until the view has what it asked the core for: a title, and nothing that is still opening.
    #[track_caller]
    pub fn see_settled(&self) {
        self.until("the view to have come", || {
            let settled = self.ask(
                "byRole('heading', null).some((h) => h.tagName === 'H1') && byText('Opening').length === 0 \
                 && document.querySelector('[aria-busy=true]') === null",
                &[],
            )?;
            (settled == json!(true)).then_some(())
        });
    }

    /// Waits until this file is there.
    #[track_caller]
    pub fn see_file(&self, path: &Path) {
        self.until(&path.display().to_string(), || path.is_file().then_some(()));
    }

    /// The role and name of what has the focus.
    pub fn focused(&self) -> Option<(String, String)> {
        let focused = self.ask("focused()", &[])?;
        Some((focused["role"].as_str()?.to_owned(), focused["name"].as_str()?.to_owned()))
    }

    /// Waits until the focus is on something with this role and name.
    #[track_caller]
    pub fn see_focus(&self, role: &str, name: &str) {
        self.until(&format!("the focus on {role} \"{name}\""), || self.has_focus(role, name).then_some(()));
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

    pub(super) fn has_focus(&self, role: &str, name: &str) -> bool {
        self.ask("byRole(arguments[0], arguments[1]).includes(document.activeElement)", &[role, name]) == Some(json!(true))
    }
}
