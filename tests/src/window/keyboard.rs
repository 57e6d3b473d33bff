//! What a person does in the window: keys, typing, choosing; and the mouse.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

use super::{Window, keys};

/// What the next key is on the way to a choice. Tab stops once at a group of radio buttons; the arrows move in it, and
/// do not go round.
const STEP: &str = "(() => { const wanted = byLabel(arguments[0])[0], at = document.activeElement; \
    if (wanted.checked) return 'done'; if (at === wanted) return 'Space'; \
    if (wanted.type !== 'radio' || at.type !== 'radio' || at.name !== wanted.name) return 'Tab'; \
    return at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING ? 'Down' : 'Up'; })()";

/// The option with this name, of the list with this label.
const OPTION: &str = "[...(byLabel(arguments[0])[0]?.options ?? [])].find((o) => fits(squeeze(o.label), arguments[1]))";

/// The row with this text.
const ROW: &str =
    "byRole('row', null).find((row) => row.tabIndex >= -1 && row.closest('tbody') && squeeze(read(row)).includes(arguments[0]))";

impl Window {
    /// Clicks with the mouse. A journey for the keyboard uses `activate` instead.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        let what = format!("{role} \"{name}\"");
        let element = self.element("byRole(arguments[0], arguments[1])[0]", &[role, name], &what);
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
            passed.push(self.focused().map_or("nothing".to_owned(), |(role, name)| format!("{role} \"{name}\"")));
        }
        panic!("Tab never reached {role} \"{name}\". It passed:\n  {}", passed.join("\n  "));
    }

    /// Tab to a list and go down its rows to the one that has this text in it.
    #[track_caller]
    pub fn tab_to_row(&self, text: &str) {
        let what = format!("a row with \"{text}\"");
        self.element(ROW, &[text], &what);
        let step = format!(
            "(() => {{ const wanted = {ROW}, at = document.activeElement; if (at === wanted) return 'done'; \
             if (at?.tagName !== 'TR' || at.parentElement !== wanted?.parentElement) return 'Tab'; \
             return at.rowIndex < wanted.rowIndex ? 'Down' : 'Up'; }})()"
        );
        for _ in 0..150 {
            match self.ask(&step, &[text]).as_ref().and_then(Value::as_str) {
                Some("done") => return,
                Some(key) => self.press(key),
                None => {}
            }
        }
        panic!("the keyboard never reached {what}");
    }

    /// The places of the left list, from the top.
    pub fn places(&self) -> Vec<String> {
        let titles = self.ask("[...document.querySelectorAll('#nav li a > span')].map((title) => squeeze(title.textContent))", &[]);
        titles.as_ref().and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Goes to a place of the left list: by its number, or along the list when it has none.
    #[track_caller]
    pub fn go_to(&self, place: &str) {
        let at = self.until(&format!("the place \"{place}\""), || self.places().iter().position(|title| title == place));
        let number = at.saturating_add(1);
        if number <= 9 {
            self.press(&format!("Ctrl+{number}"));
            return;
        }
        // The link may say how many wait there, after its title.
        let link = format!("{place}…");
        if self.ask("byRole('link', arguments[0]).length", &[&link]) == Some(json!(0)) {
            self.activate("button", "Menu");
        }
        self.activate("link", &link);
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
            if self.ask("byLabel(arguments[0])[0] === document.activeElement", &[label]) == Some(json!(true)) {
                self.press("Ctrl+A");
                self.press("Delete");
                self.type_keys(text);
                return;
            }
            self.press("Tab");
        }
        panic!("Tab never reached {what}");
    }

    /// Tab to the three boxes of a date and type into each. A legend that ends in `…` fits what begins with it.
    #[track_caller]
    pub fn fill_date(&self, legend: &str, day: &str, month: &str, year: &str) {
        let what = format!("a date \"{legend}\"");
        self.element("byRole('group', arguments[0])[0]", &[legend], &what);
        for _ in 0..150 {
            if self.ask("byRole('group', arguments[0])[0]?.querySelector('input') === document.activeElement", &[legend])
                == Some(json!(true))
            {
                for (index, part) in [day, month, year].into_iter().enumerate() {
                    if index > 0 {
                        self.press("Tab");
                    }
                    self.press("Ctrl+A");
                    self.press("Delete");
                    self.type_keys(part);
                }
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
        for _ in 0..150 {
            match self.ask(STEP, &[label]).as_ref().and_then(Value::as_str) {
                Some("done") => return,
                Some(key) => self.press(key),
                None => {}
            }
        }
        panic!("the keyboard never reached {what}");
    }

    /// Picks an option of a drop-down list by keyboard.
    #[track_caller]
    pub fn pick(&self, label: &str, option: &str) {
        let what = format!("a list \"{label}\" with \"{option}\"");
        self.element(OPTION, &[label, option], &what);
        let step = format!(
            "(() => {{ const list = byLabel(arguments[0])[0], wanted = {OPTION}; \
             if (document.activeElement !== list) return 'Tab'; \
             return wanted.index === list.selectedIndex ? 'done' : wanted.index > list.selectedIndex ? 'Down' : 'Up'; }})()"
        );
        for _ in 0..250 {
            match self.ask(&step, &[label, option]).as_ref().and_then(Value::as_str) {
                Some("done") => return,
                Some(key) => self.press(key),
                None => {}
            }
        }
        panic!("the keyboard never reached {what}");
    }

    #[track_caller]
    fn act(&self, keys: impl Iterator<Item = KeyAction>) {
        let actions = keys.fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        let client = self.client();
        if let Err(error) = self.wait(client.perform_actions(actions)) {
            panic!("the keys could not be pressed: {error}");
        }
    }
}
