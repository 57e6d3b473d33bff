//! Names and answers in the scripts of the neighbourhood: shaped, placed, printed and read back.

use super::{
    SIZES,
    file::{run, words},
    invented, laid_out,
    printing::{agreement, decision_letter, payment_list},
};
use crate::{
    Document, DocumentError, Size,
    block::Block,
    display::{DisplayList, Glyph, Item},
    example::money,
    font::{self, Fonts},
    inline::{Inline, is_bidi_control, isolated},
    layout::Draft,
    style::Scale,
    view::CostLine,
};
use skrifa::{FontRef, MetadataProvider};

/// Invented people and groups, with the face that draws their letters.
const NAMES: [(&str, &str); 8] = [
    ("Żaneta Wąsińska-Łętowska, Koło „Źdźbło”", "SourceSans3"),
    ("ਹਰਪ੍ਰੀਤ ਕੌਰ ਸਿੱਧੂ, ਮਿੱਤਰ ਸਾਈਕਲ ਮੰਡਲੀ", "NotoSansGurmukhi"),
    ("عائشہ صدیقی، ہمسایہ باغبانی گروپ", "Vazirmatn"),
    ("陈美玲，邻里单车小组", "NotoSansSC"),
    ("黃志強，鄰里單車小組", "NotoSansSC"),
    ("রুবিনা খাতুন। প্রতিবেশী সাইকেল দল", "HindSiliguri"),
    ("कृष्णा शर्मा। पड़ोसी साइकिल समूह", "NotoSansDevanagari"),
    ("ક્રિષ્ના પટેલ, પડોશી સાયકલ જૂથ", "NotoSansGujarati"),
];

const URDU: &str = "ہم ہر ہفتے 24 بچوں کے ساتھ Bike Kitchen میں سائیکلیں ٹھیک کرتے ہیں۔ ہمیں اوزاروں کے لیے £300.00 چاہئیں، اور یہ رقم تین مہینوں میں خرچ ہوگی۔";

/// What a reader finds in the file, in the order in which it was written, without the space between words:
/// poppler starts a new line at each word that stands to the left of the last one.
fn copied(document: &Document) -> String {
    joined(&run("pdftotext", &["-raw"], document))
}

fn joined(words: &str) -> String {
    words.chars().filter(|character| !character.is_whitespace() && !is_bidi_control(*character)).collect()
}

fn page_of(blocks: Vec<Block>) -> DisplayList {
    laid_out(Ok(Draft {
        title: "Names".into(),
        author: String::new(),
        subject: String::new(),
        scale: Scale::letter(Size::Standard),
        footer: String::new(),
        page_of: "{page}".into(),
        band: None,
        watermark: None,
        blocks,
    }))
}

fn paragraph(words: impl Into<Inline>) -> DisplayList {
    page_of(vec![Block::Paragraph(words.into())])
}

/// Face, left edge, baseline and glyphs of everything that is read.
fn runs(list: &DisplayList) -> Vec<(usize, f32, f32, &[Glyph], &str)> {
    let items = list.pages.iter().flatten().filter(|placed| list.tags.get(placed.tag).is_some());
    items
        .filter_map(|placed| match &placed.item {
            Item::Glyphs { face, x, y, glyphs, text, .. } => Some((*face, *x, *y, glyphs.as_slice(), &**text)),
            _ => None,
        })
        .collect()
}

fn with_fonts<T>(work: impl FnOnce(&mut Fonts) -> T) -> T {
    font::with_fonts(|fonts| Ok(work(fonts))).unwrap()
}

/// Where the glyph for these words begins.
fn place(list: &DisplayList, said: &str) -> f32 {
    let found = runs(list).into_iter().find_map(|(_, x, _, glyphs, text)| {
        let at = text.find(said)?;
        glyphs.iter().find(|glyph| glyph.text.start == at).map(|glyph| x + glyph.x)
    });
    found.unwrap_or_else(|| panic!("{said} is not drawn"))
}

#[test]
fn names_in_every_script_read_back_from_agreements_letters_and_tables() {
    for size in SIZES {
        let mut view = invented::agreement();
        view.group = NAMES[2].0.into();
        view.costs = NAMES.iter().map(|(name, _)| CostLine { what: (*name).into(), amount: "£12.50".into() }).collect();
        view.project = NAMES.map(|(name, _)| format!("We are {name} and we spend £300.00 on 14 May.")).join("\n");
        view.anything_else = URDU.into();
        let agreement = agreement(&view, &words(), size).unwrap();
        run("qpdf", &["--check"], &agreement);
        let said = copied(&agreement);
        for (name, _) in NAMES {
            assert!(said.contains(&joined(&format!("{name}£12.50"))), "{name} in the table: {said}");
            assert!(said.contains(&joined(&format!("We are {name} and we spend £300.00 on 14 May."))), "{name}: {said}");
        }
        assert!(said.contains(&joined(URDU)), "{said}");
        assert!(said.contains(&joined(&format!("This is an agreement between {} (“you”) and", NAMES[2].0))), "{said}");
    }
    for (name, _) in NAMES {
        let mut view = invented::letter(invented::offer());
        view.recipient = vec![name.into(), "1 Mill Road".into()];
        view.greeting = format!("Dear {name}");
        view.group = name.into();
        let said = copied(&decision_letter(&view, &words(), Size::Standard).unwrap());
        assert!(said.contains(&joined(&format!("{name}1 Mill Road"))) || said.contains(&joined(name)), "{said}");
        assert!(said.contains(&joined(&format!("Dear {name}"))), "{said}");
    }
    let mut view = money::payment_list(false);
    for (line, (name, _)) in view.payments.iter_mut().zip(NAMES) {
        line.payee = name.into();
    }
    let said = copied(&payment_list(&view, &words(), Size::Standard).unwrap());
    for (_, (name, _)) in view.payments.iter().zip(NAMES) {
        assert!(said.contains(&joined(name)), "{name}: {said}");
    }
}

#[test]
fn words_that_run_to_the_right_keep_their_spaces() {
    let mut view = invented::agreement();
    view.project = NAMES.map(|(name, _)| name).join("\n");
    let said = super::file::text(&agreement(&view, &words(), Size::Standard).unwrap());
    for (name, _) in NAMES.iter().filter(|(_, face)| *face != "Vazirmatn") {
        assert!(said.contains(name), "{name}: {said}");
    }
    // A run of words from right to left is turned round whole.
    assert!(said.contains("ہمسایہ باغبانی گروپ"), "{said}");
}

#[test]
fn each_script_is_drawn_by_its_own_face_in_both_weights() {
    for (name, face) in NAMES {
        let whole = Inline::default().plain(name).bold(format!(" {name}"));
        let list = paragraph(whole);
        let found = runs(&list);
        for (index, _, _, glyphs, text) in &found {
            let drawn = with_fonts(|fonts| fonts.faces[*index].name);
            for glyph in *glyphs {
                // The full stop of Bengali and Hindi belongs to the letters around it.
                let said = text[glyph.text.clone()].chars().next().unwrap_or(' ');
                assert!(!said.is_alphabetic() && said != '।' || drawn.starts_with(face), "{drawn} draws {said} of {name}");
            }
        }
        assert!(found.iter().any(|(index, ..)| with_fonts(|fonts| fonts.faces[*index].name.starts_with(face))));
        let bold = found.iter().any(|(index, ..)| with_fonts(|fonts| fonts.faces[*index].name == format!("{face}-Bold")));
        assert_eq!(bold, face != "NotoSansSC", "{face}");
    }
}

#[test]
fn a_vowel_sign_of_punjabi_stands_to_the_left_of_its_letter() {
    // Typed after the letter, drawn before it.
    let list = paragraph("ਸਿ");
    let (face, _, _, glyphs, _) = runs(&list)[0];
    let sign = with_fonts(|fonts| FontRef::new(fonts.faces[face].data).unwrap().charmap().map('\u{a3f}').unwrap().to_u32());
    assert_eq!(glyphs.len(), 2);
    assert_eq!(u32::from(glyphs[0].id), sign);
    assert!(glyphs[0].x < glyphs[1].x);
}

#[test]
fn letters_of_a_conjunct_are_drawn_as_one() {
    // The r of pra hangs below its letter; drawn one by one there would be a sign between them.
    for (typed, apart) in [("প্র", 3), ("ਪ੍ਰ", 3), ("ष्ण", 3), ("ક્ર", 3)] {
        let list = paragraph(typed);
        let drawn: usize = runs(&list).iter().map(|(_, _, _, glyphs, _)| glyphs.iter().filter(|glyph| glyph.advance > 0.).count()).sum();
        assert!(drawn < apart, "{typed} is {drawn} glyphs wide");
    }
}

#[test]
fn arabic_letters_join_and_run_from_right_to_left() {
    let list = paragraph("ببب");
    let (_, _, _, glyphs, _) = runs(&list)[0];
    let ids: Vec<u16> = glyphs.iter().map(|glyph| glyph.id).collect();
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2], "first, middle and last letters look different: {ids:?}");
    assert!(glyphs.windows(2).all(|pair| pair[0].text.start > pair[1].text.start && pair[0].x < pair[1].x));
    // One glyph draws both letters, and says both.
    let list = paragraph("لا لالہ");
    let said: String =
        runs(&list).iter().flat_map(|(_, _, _, glyphs, text)| glyphs.iter().rev().map(|glyph| &text[glyph.text.clone()])).collect();
    assert_eq!(said, "لا لالہ");
}

#[test]
fn an_answer_in_urdu_begins_at_the_right_and_its_amounts_keep_their_sign_before_them() {
    let list = paragraph(URDU);
    let scale = Scale::letter(Size::Standard);
    let right = list.width - scale.margin;
    let mut edges: Vec<(f32, f32)> = Vec::new();
    for (_, x, y, glyphs, text) in runs(&list) {
        let end = glyphs.iter().filter(|glyph| !text[glyph.text.clone()].trim().is_empty()).map(|glyph| x + glyph.x + glyph.advance);
        let end = end.fold(0., f32::max);
        match edges.iter_mut().find(|(level, _)| (level - y).abs() < 1.) {
            Some((_, edge)) => *edge = edge.max(end),
            None => edges.push((y, end)),
        }
    }
    assert!(edges.len() > 1);
    assert!(edges.iter().all(|(_, edge)| (edge - right).abs() < 1.), "{edges:?} and {right}");
    assert!(place(&list, "ہم") > place(&list, "24") && place(&list, "24") > place(&list, "بچوں"));
    assert!(place(&list, "Bike") < place(&list, "Kitchen"));
    assert!(place(&list, "£") < place(&list, "300.00") && place(&list, "300.00") < place(&list, "لیے"));
    // An address begins at the left, as the window of an envelope wants it.
    let lines = page_of(vec![Block::Lines(vec!["عائشہ صدیقی".into()])]);
    let x = runs(&lines).iter().map(|(_, x, ..)| *x).fold(f32::MAX, f32::min);
    assert!((x - scale.margin).abs() < 1., "{x}");
}

#[test]
fn a_name_in_urdu_does_not_turn_the_sentence_round_it() {
    let name = "عائشہ صدیقی";
    let apart = paragraph(format!("We pay {} £300.00 on 14 May.", isolated(name)));
    assert!(place(&apart, "pay") < place(&apart, "صدیقی") && place(&apart, "صدیقی") < place(&apart, "عائشہ"));
    assert!(place(&apart, "عائشہ") < place(&apart, "£") && place(&apart, "£") < place(&apart, "300.00"));
    assert!(place(&apart, "300.00") < place(&apart, "on") && place(&apart, "on") < place(&apart, "May"));
    // A sentence that begins with the name is still an English one.
    let first = paragraph(format!("{} (24 bikes) asked.", isolated(name)));
    assert!(place(&first, "عائشہ") < place(&first, "(24") && place(&first, "(24") < place(&first, "bikes"));
    assert!(place(&first, "bikes") < place(&first, "asked"));
    // Nobody turns an amount round by typing what cannot be seen.
    let forced = paragraph("We pay \u{202e}£300.00\u{202c} on 14 May.");
    assert!(place(&forced, "3") < place(&forced, ".00"));
}

#[test]
fn lines_of_a_tall_script_do_not_touch() {
    for words in ["र्कैं ट्ठी ड्ढू क्ष्णॄ ", "ਪ੍ਰੀਂ ਸ੍ਵੈਂ ਸ਼ੂੰ ", "کھُّجِّی اَلِّغٰ ", "鬱龍書 "]
    {
        for scale in [Scale::letter(Size::Standard), Scale::letter(Size::Large)] {
            let rows = font::with_fonts(|fonts| {
                let rows = crate::paragraph::set(fonts, &words.repeat(30).into(), scale.body, (60., 400.), 1)?;
                for row in &rows {
                    for placed in &row.items {
                        let Item::Glyphs { face, size, y, glyphs, .. } = &placed.item else { continue };
                        for glyph in glyphs {
                            let (up, down) = fonts.reach(*face, glyph.id, *size);
                            assert!(up + glyph.y <= y + 0.01 && down - glyph.y <= row.height - y + 0.01, "{words}");
                        }
                    }
                }
                Ok(rows.len())
            });
            assert!(rows.unwrap() > 2);
        }
    }
}

#[test]
fn the_sign_that_is_missing_is_named_and_not_the_letter_before_it() {
    let print = |words: &str| {
        let mut view = invented::agreement();
        view.project = words.into();
        agreement(&view, &super::file::words(), Size::Standard).unwrap_err()
    };
    assert_eq!(print("e\u{1ab0}"), DocumentError::MissingGlyph { character: '\u{1ab0}' });
    assert_eq!(print("陈\u{2a6d6}"), DocumentError::MissingGlyph { character: '\u{2a6d6}' });
}

#[test]
fn an_english_agreement_carries_no_face_of_another_script() {
    let fonts = run("pdffonts", &[], &agreement(&invented::agreement(), &words(), Size::Standard).unwrap());
    assert_eq!(fonts.lines().count(), 4, "{fonts}");
    assert!(fonts.contains("SourceSans3-Regular") && fonts.contains("SourceSans3-Bold"));
}
