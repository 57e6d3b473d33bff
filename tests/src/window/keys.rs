//! Names of keys, as people write them, to what `WebDriver` sends.

use fantoccini::key::Key;

/// The characters `WebDriver` sends for a combination such as `Ctrl+K` or `Shift+Tab`, modifiers first.
pub(super) fn combination(keys: &str) -> Result<Vec<char>, String> {
    // "Ctrl++" is Ctrl and plus.
    let (modifiers, last) = match keys.strip_suffix("++") {
        Some(rest) => (rest, "+"),
        None => keys.rsplit_once('+').filter(|(_, last)| !last.is_empty()).unwrap_or(("", keys)),
    };
    modifiers.split('+').filter(|name| !name.is_empty()).chain([last]).map(key).collect()
}

fn key(name: &str) -> Result<char, String> {
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" | "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F1" => Key::F1,
        "F6" => Key::F6,
        "Space" => return Ok(' '),
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter.to_ascii_lowercase()),
                _ => Err(format!("there is no key called {name}")),
            };
        }
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::combination;

    #[test]
    fn keys_are_written_as_people_write_them() {
        let combination = |keys| combination(keys).ok();
        assert_eq!(combination("Ctrl+K"), Some(vec!['\u{e009}', 'k']));
        assert_eq!(combination("Shift+Tab"), Some(vec!['\u{e008}', '\u{e004}']));
        assert_eq!(combination("Ctrl++"), Some(vec!['\u{e009}', '+']));
        assert_eq!(combination("Ctrl+Shift+Z"), Some(vec!['\u{e009}', '\u{e008}', 'z']));
        assert_eq!(combination("Ctrl+Hyper"), None);
    }
}
