//! Words that stand the same in every paper are set once on each thread, and drawn again wherever they come.
//!
//! Only the wording that comes with the program is kept, passage by passage, where it has no field to fill in. Nothing that
//! anybody typed, and no name, sum or key, stays behind in memory when its paper is printed. What is kept is just what setting
//! the words again would give, so no byte of a paper depends on what was printed before.

use crate::{Wording, inline::Inline, paragraph::Row, style::Style};
use std::collections::HashMap;

/// So many passages in some style and width are kept on a thread. All papers in both sizes need fewer.
const MOST: usize = 4000;

/// Passages of the wording, each in the styles and widths it was set in so far.
#[derive(Debug, Default)]
pub(crate) struct Fixed {
    passages: HashMap<String, Vec<Setting>>,
    kept: usize,
}

#[derive(Debug)]
struct Setting {
    words: Inline,
    style: Style,
    width: f32,
    rows: Vec<Row>,
}

impl Fixed {
    /// The passages of the bundled wording, none of them set yet.
    pub(crate) fn new() -> Self {
        let bundled = Wording::bundled();
        let passages = bundled.iter().flat_map(Wording::fixed).map(|words| (words, Vec::new()));
        Self { passages: passages.collect(), kept: 0 }
    }

    /// Whether these words may be kept.
    pub(crate) fn knows(&self, words: &Inline) -> bool {
        self.passages.contains_key(&words.text())
    }

    /// The lines as they were set before, in a column that starts at nought, owned by no tag.
    pub(crate) fn get(&self, words: &Inline, style: Style, width: f32) -> Option<&[Row]> {
        let settings = self.passages.get(&words.text())?;
        let setting = settings.iter().find(|setting| setting.width == width && setting.style == style && setting.words == *words);
        setting.map(|setting| setting.rows.as_slice())
    }

    /// Keeps lines for the next time, as long as there is room.
    pub(crate) fn keep(&mut self, words: &Inline, style: Style, width: f32, rows: Vec<Row>) {
        let settings = self.passages.get_mut(&words.text()).filter(|_| self.kept < MOST);
        if let Some(settings) = settings {
            settings.push(Setting { words: words.clone(), style, width, rows });
            self.kept += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Paper, Size, display::Item, example, font, print};

    /// Every text that is kept on this thread.
    fn kept() -> Vec<String> {
        font::with_fonts(|fonts| {
            let rows = fonts.fixed.passages.values().flatten().flat_map(|setting| &setting.rows);
            let items = rows.flat_map(|row| &row.items).map(|placed| &placed.item);
            Ok(items.filter_map(|item| if let Item::Glyphs { text, .. } = item { Some(text.to_string()) } else { None }).collect())
        })
        .unwrap()
    }

    #[test]
    fn nothing_but_the_wording_stays_in_memory() {
        let wording = Wording::bundled().unwrap();
        for size in [Size::Standard, Size::Large] {
            for (_, paper) in example::papers() {
                print(&paper, &wording, size).unwrap();
            }
        }
        let kept = kept();
        assert!(kept.len() > 500, "{}", kept.len());
        let fixed: Vec<String> = wording.fixed().map(|words| crate::inline::tie(&words, true)).collect();
        for words in &kept {
            assert!(fixed.contains(words), "{words}");
        }
        let all = kept.concat();
        for told in ["Second Spin Bike Workshop", "£300.00", "CC-006", "Marcia Lowe", "The Willow Trust"] {
            assert!(!all.contains(told), "{told}");
        }
        font::with_fonts(|fonts| {
            assert!(fonts.fixed.kept < MOST / 2, "{}", fonts.fixed.kept);
            Ok(())
        })
        .unwrap();
    }

    #[test]
    fn words_of_a_partnership_are_not_kept() {
        let wording = Wording::bundled().unwrap();
        let text = wording_of_our_own();
        let wording = wording.with("agreement", &text).unwrap();
        print(&Paper::Agreement(example::invented::agreement()), &wording, Size::Standard).unwrap();
        assert!(!kept().iter().any(|words| words.contains("words of our own")));
    }

    fn wording_of_our_own() -> String {
        include_str!("../../../../assets/wording/agreement.txt").replace("The grant in short", "The grant in words of our own")
    }

    #[test]
    fn what_was_printed_before_changes_no_byte() {
        let wording = Wording::bundled().unwrap();
        let papers = example::papers();
        let mut first: Vec<_> = papers.iter().map(|(_, paper)| print(paper, &wording, Size::Standard).unwrap().bytes).collect();
        // On another thread nothing was printed before, and the papers come the other way round.
        let papers_again = papers.clone();
        let words = wording.clone();
        let second = std::thread::spawn(move || {
            let backwards = papers_again.iter().rev();
            backwards.map(|(_, paper)| print(paper, &words, Size::Standard).unwrap().bytes).collect::<Vec<_>>()
        });
        first.reverse();
        assert!(first == second.join().unwrap());
    }
}
