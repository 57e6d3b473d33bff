//! The application form to fill in on a computer: the questions of the paper form, and a field for every box.
//!
//! The names of the fields are how an application is begun from a form that comes back (`usecases::paper`).

use super::{
    empty_ticks,
    form::{self, row, table},
};
use crate::{
    DocumentError,
    block::{Block, Field},
    display::{FieldKind, FormField},
    layout::Draft,
    style::Size,
    view::BlankFormView,
    wording::Script,
};

/// The most lines that a box shows at once; more can be typed.
const LINES: u16 = 9;
/// Rows in the table for costs.
const COSTS: usize = 12;

/// The form as blocks.
pub(crate) fn draft(view: &BlankFormView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let screen = Screen { view, words };
    let mut blocks = form::opening(view, words, Some("fill-intro"))?;
    blocks.extend(screen.cover()?);
    blocks.extend(form::questions(&view.questions, words, &screen)?);
    for (heading, section) in [("fill-sign-heading", "fill-sign"), ("next-heading", "next")] {
        let mut last = vec![words.heading(heading)?];
        last.extend(words.blocks(section, &[])?);
        blocks.push(Block::Keep(last));
    }
    form::draft(&view.letterhead, ("version", &view.version), words.word("title")?, words, size, blocks)
}

/// A form for a computer: a field for every place to write.
struct Screen<'a> {
    view: &'a BlankFormView,
    words: &'a Script,
}

impl Screen<'_> {
    /// Boxes beside their labels: the name of the field, the section of its label and of its hint, and its lines.
    fn boxes(&self, about: &str, boxes: &[(&str, &str, &str, u16)]) -> Result<Block, DocumentError> {
        let (mut shown, mut fields) = (Vec::new(), Vec::new());
        for (name, label, hint, lines) in boxes {
            let label = self.words.word(label)?;
            let hint = if hint.is_empty() { String::new() } else { self.words.word(hint)? };
            let spoken = [about, &label, &hint].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
            let kind = if *lines > 1 { FieldKind::Text } else { FieldKind::Line };
            fields.push(FormField { name: (*name).to_owned(), label: spoken, kind });
            shown.push(Field { label, hint, lines: *lines });
        }
        Ok(Block::Fillable { block: Box::new(Block::Fields(shown)), fields })
    }

    /// Boxes to tick, counted from 1. What a field is called is how the form is read: by the words beside the box.
    fn boxes_to_tick(&self, name: &str, labels: &[String]) -> Result<Block, DocumentError> {
        let fields = (1..).zip(labels).map(|(number, label)| FormField {
            name: format!("{name}_{number}"),
            label: label.clone(),
            kind: FieldKind::Tick,
        });
        let fields = fields.collect();
        Ok(Block::Fillable { block: Box::new(empty_ticks(labels, &self.words.word("tick-empty")?)), fields })
    }

    fn contact(&self, number: usize, about: &str) -> Result<Block, DocumentError> {
        let name = |part: &str| format!("contact_{number}_{part}");
        let (who, role, phone, email) = (name("name"), name("position"), name("phone"), name("email"));
        let about = self.words.word(about)?;
        self.boxes(
            &about,
            &[
                (&who, "contact-name", "", 1),
                (&role, "contact-role", "", 1),
                (&phone, "contact-phone", "", 1),
                (&email, "contact-email", "", 1),
            ],
        )
    }

    fn cover(&self) -> Result<Vec<Block>, DocumentError> {
        let words = self.words;
        Ok(vec![
            words.heading("group-heading")?,
            self.boxes(
                "",
                &[
                    ("group_name", "group-name", "group-name-hint", 1),
                    ("address", "group-address", "", 3),
                    ("postcode", "fill-postcode", "", 1),
                    ("summary", "fill-summary", "fill-summary-hint", 1),
                ],
            )?,
            Block::Keep(vec![Block::Subheading(words.word("group-kind")?.into()), self.boxes_to_tick("kind", &self.view.kinds)?]),
            words.heading("contacts-heading")?,
            Block::Subheading(words.word("contact-first")?.into()),
            self.contact(1, "contact-first")?,
            Block::Subheading(words.word("contact-second")?.into()),
            Block::Hint(words.word("contact-second-hint")?.into()),
            self.contact(2, "contact-second")?,
            words.heading("payee-heading")?,
            Block::Hint(words.word("payee-intro")?.into()),
            self.boxes("", &[("payee_name", "payee-name", "", 1)])?,
            Block::Keep(vec![
                words.heading("heard-heading")?,
                self.boxes_to_tick("heard", &self.view.heard)?,
                self.boxes("", &[("heard_else", "fill-heard-else", "", 1)])?,
            ]),
        ])
    }
}

impl form::Medium for Screen<'_> {
    fn ticks(&self, labels: &[String]) -> Result<Block, DocumentError> {
        self.boxes_to_tick("priority", labels)
    }

    fn ages(&self, ages: &[String]) -> Result<Block, DocumentError> {
        let (age, people) = (self.words.word("age")?, self.words.word("people")?);
        let all = [("people_total", self.words.word("age-total")?), ("people_from_area", self.words.word("from-area")?)];
        let named = (1..).zip(ages).map(|(number, label)| (format!("age_{number}"), label));
        let fields = named.chain(all.iter().map(|(name, label)| ((*name).to_owned(), label)));
        let fields = fields.map(|(name, label)| FormField { name, label: format!("{people}, {label}"), kind: FieldKind::Line }).collect();
        let rows = ages.iter().map(|label| row(label, 2)).collect();
        let totals = all.iter().map(|(_, label)| row(label, 2)).collect();
        Ok(Block::Fillable { block: Box::new(Block::Table(table(&[0.64, 0.36], vec![age, people], rows, totals))), fields })
    }

    fn costs(&self) -> Result<Block, DocumentError> {
        let (what, amount, asked) = (self.words.word("cost-item")?, self.words.word("cost-amount")?, self.words.word("cost-asked")?);
        let mut fields = Vec::new();
        for number in 1..=COSTS {
            let line = |label: &str| self.words.line("fill-cost-line", &[("label", label), ("number", &number.to_string())]);
            fields.push(FormField { name: format!("cost_{number}_what"), label: line(&what)?, kind: FieldKind::Line });
            fields.push(FormField { name: format!("cost_{number}_amount"), label: line(&amount)?, kind: FieldKind::Line });
        }
        fields.push(FormField { name: "asked".to_owned(), label: asked.clone(), kind: FieldKind::Line });
        let table = table(&[0.75, 0.25], vec![what, amount], vec![row("", 2); COSTS], vec![row(&asked, 2)]);
        Ok(Block::Fillable { block: Box::new(Block::Table(table)), fields })
    }

    fn answer(&self, number: usize, question: &str, lines: u16) -> Block {
        let field = FormField { name: format!("answer_{number}"), label: question.to_owned(), kind: FieldKind::Text };
        Block::Fillable { block: Box::new(Block::Writing(lines.min(LINES))), fields: vec![field] }
    }
}
