//! The letters banks take in names and references: eighteen of A–Z, 0–9, space and `. - / &` (§4).

/// How many letters banks take.
pub const MOST_BANK_LETTERS: usize = 18;

/// Words as a bank takes them: accents folded, small letters made large, other signs made spaces, cut to
/// [`MOST_BANK_LETTERS`], no space at an end and never two together. It never begins with a sign.
pub fn bank_letters(words: &str) -> String {
    let mut kept = String::new();
    for letter in words.chars() {
        push(&mut kept, letter);
    }
    let start = kept.trim_start_matches([' ', '.', '-', '/', '&']);
    let cut: String = start.chars().take(MOST_BANK_LETTERS).collect();
    cut.trim_end().to_owned()
}

fn push(kept: &mut String, letter: char) {
    // An apostrophe falls out, so that O'Hare stays one word.
    if matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '`') || ('\u{300}'..='\u{36f}').contains(&letter) {
        return;
    }
    if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '/' | '&') {
        kept.push(letter.to_ascii_uppercase());
    } else if matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}') {
        kept.push('-');
    } else if let Some(folded) = folded(letter) {
        kept.push_str(folded);
    } else if !kept.ends_with(' ') {
        kept.push(' ');
    }
}

/// A letter with an accent, without it. The letters of European names, large and small.
fn folded(letter: char) -> Option<&'static str> {
    Some(match letter {
        'À'..='Å' | 'à'..='å' | 'Ā' | 'ā' | 'Ă' | 'ă' | 'Ą' | 'ą' | 'Ǎ' | 'ǎ' => "A",
        'Æ' | 'æ' => "AE",
        'Ç' | 'ç' | 'Ć' | 'ć' | 'Ĉ' | 'ĉ' | 'Ċ' | 'ċ' | 'Č' | 'č' => "C",
        'Ď' | 'ď' | 'Đ' | 'đ' | 'Ð' | 'ð' => "D",
        'È'..='Ë' | 'è'..='ë' | 'Ē' | 'ē' | 'Ĕ' | 'ĕ' | 'Ė' | 'ė' | 'Ę' | 'ę' | 'Ě' | 'ě' => "E",
        'Ĝ' | 'ĝ' | 'Ğ' | 'ğ' | 'Ġ' | 'ġ' | 'Ģ' | 'ģ' => "G",
        'Ĥ' | 'ĥ' | 'Ħ' | 'ħ' => "H",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ī' | 'ī' | 'Ĭ' | 'ĭ' | 'Į' | 'į' | 'İ' | 'ı' => "I",
        'Ĵ' | 'ĵ' => "J",
        'Ķ' | 'ķ' => "K",
        'Ĺ' | 'ĺ' | 'Ļ' | 'ļ' | 'Ľ' | 'ľ' | 'Ł' | 'ł' => "L",
        'Ñ' | 'ñ' | 'Ń' | 'ń' | 'Ņ' | 'ņ' | 'Ň' | 'ň' => "N",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō' | 'ō' | 'Ŏ' | 'ŏ' | 'Ő' | 'ő' => "O",
        'Œ' | 'œ' => "OE",
        'Ŕ' | 'ŕ' | 'Ŗ' | 'ŗ' | 'Ř' | 'ř' => "R",
        'Ś' | 'ś' | 'Ŝ' | 'ŝ' | 'Ş' | 'ş' | 'Š' | 'š' | 'Ș' | 'ș' => "S",
        'ß' => "SS",
        'Ţ' | 'ţ' | 'Ť' | 'ť' | 'Ŧ' | 'ŧ' | 'Ț' | 'ț' => "T",
        'Þ' | 'þ' => "TH",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ū' | 'ū' | 'Ŭ' | 'ŭ' | 'Ů' | 'ů' | 'Ű' | 'ű' | 'Ų' | 'ų' => "U",
        'Ŵ' | 'ŵ' | 'Ẁ' | 'ẁ' | 'Ẃ' | 'ẃ' | 'Ẅ' | 'ẅ' => "W",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ' | 'ŷ' | 'Ÿ' | 'Ỳ' | 'ỳ' => "Y",
        'Ź' | 'ź' | 'Ż' | 'ż' | 'Ž' | 'ž' => "Z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_and_references_are_written_as_banks_take_them() {
        for (words, written) in [
            ("Allenton Boxing Club", "ALLENTON BOXING CL"),
            ("Café Crème & Co.", "CAFE CREME & CO."),
            ("CC-2022-007", "CC-2022-007"),
            ("O'Hare’s  Łódź Straße", "OHARES LODZ STRASS"),
            ("=SUM(A1)", "SUM A1"),
            ("-5 + 3", "5 3"),
            ("@@", ""),
            ("", ""),
            ("Ünïted—Group", "UNITED-GROUP"),
            ("e\u{301}te\u{301}", "ETE"),
            ("日本 club", "CLUB"),
        ] {
            assert_eq!(bank_letters(words), written, "{words:?}");
        }
    }

    proptest! {
        #[test]
        fn only_letters_banks_take_come_out_and_writing_twice_changes_nothing(words in any::<String>()) {
            let written = bank_letters(&words);
            prop_assert!(written.len() <= MOST_BANK_LETTERS);
            prop_assert!(written.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || " .-/&".contains(letter)));
            prop_assert!(!written.starts_with(|first: char| !first.is_ascii_alphanumeric()));
            prop_assert_eq!(bank_letters(&written), written);
        }
    }
}
