//! What was copied out of a spreadsheet, parted into cells.

/// Parts pasted text into rows and cells: by tabs, as spreadsheets copy, or by commas where no tab stands in it. A cell in
/// double quotes may hold either, and ends of lines; a quote in it is doubled. Empty rows at the end are left out.
pub fn cells_of(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = if text.contains('\t') { '\t' } else { ',' };
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == separator && !quoted => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    while rows.last().is_some_and(|row| row.iter().all(|cell| cell.trim().is_empty())) {
        rows.pop();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_copied_is_parted_by_tabs_or_by_commas() {
        let cases: [(&str, &[&[&str]]); 7] = [
            ("1.2\tStreet, park\t£3,750\r\n1.3\t\t£2,000\r\n", &[&["1.2", "Street, park", "£3,750"], &["1.3", "", "£2,000"]]),
            ("1.2,\"Street, park\",\"3,750\"\n", &[&["1.2", "Street, park", "3,750"]]),
            ("a\t\"two\nlines\"\tb", &[&["a", "two\nlines", "b"]]),
            ("a,\"say \"\"hello\"\"\",b", &[&["a", "say \"hello\"", "b"]]),
            ("12\" pipe\t3", &[&["12\" pipe", "3"]]),
            ("\u{feff}a\tb\n\n \t\n", &[&["a", "b"]]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(cells_of(text), expected.iter().map(|row| row.to_vec()).collect::<Vec<_>>(), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_parted_without_a_fault_and_loses_no_letter(text in "[a-c\t\n ]{0,60}") {
            let back: String = cells_of(&text).concat().concat();
            let kept = |text: &str| text.chars().filter(|c| c.is_ascii_lowercase()).collect::<String>();
            proptest::prop_assert_eq!(kept(&back), kept(&text));
        }
    }
}
