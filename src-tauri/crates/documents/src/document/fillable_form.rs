//! The application form to fill in on a computer: the questions of the paper form, and a field for every box.
//!
//! The names of the fields are how an application is begun from a form that comes back (`usecases::paper`).

use super::{blank_form::column, empty_ticks, page_of};
use crate::{
    DocumentError,
    block::{Block, Field, Table},
    display::{FieldKind, FormField},
    inline::paragraphs,
    layout::Draft,
    style::{Align, Scale, Size},
    view::{BlankFormView, QuestionView},
    wording::Script,
};

/// The most lines that a box shows at once; more can be typed.
const LINES: u16 = 9;
/// Rows in the table for costs.
const COSTS: usize = 12;

/// The form as blocks.
pub(crate) fn draft(view: &BlankFormView, words: &Script, size: Size) -> Result<Draft, DocumentError> {
    let form = Form { view, words };
    let version = [("version", view.version.as_str())];
    let title = words.word("title")?;
    let mut blocks = vec![
        Block::Letterhead { left: view.letterhead.clone(), right: vec![words.word("document")?, words.line("version-line", &version)?] },
        Block::Title(title.clone()),
    ];
    blocks.extend(words.blocks("intro", &[("area", &view.area)])?);
    blocks.extend(words.blocks("fill-intro", &[])?);
    blocks.extend(match &view.return_by {
        Some(day) => words.blocks("return-by", &[("return_by", day)])?,
        None => words.blocks("return-any", &[])?,
    });
    blocks.extend(words.blocks("help", &[])?);
    blocks.push(Block::Lines(view.contact.iter().map(|line| line.as_str().into()).collect()));
    blocks.extend(form.cover()?);
    blocks.push(words.heading("questions-heading")?);
    for (index, question) in view.questions.iter().enumerate() {
        blocks.extend(form.question(question, index + 1)?);
    }
    let mut last = vec![words.heading("fill-sign-heading")?];
    last.extend(words.blocks("fill-sign", &[])?);
    blocks.push(Block::Keep(last));
    let mut next = vec![words.heading("next-heading")?];
    next.extend(words.blocks("next", &[])?);
    blocks.push(Block::Keep(next));
    let footer = words.line("footer", &version)?;
    Ok(Draft {
        author: view.letterhead.clone(),
        subject: footer.clone(),
        scale: Scale::form(size),
        footer,
        page_of: page_of(words)?,
        band: None,
        watermark: None,
        blocks,
        title,
    })
}

struct Form<'a> {
    view: &'a BlankFormView,
    words: &'a Script,
}

impl Form<'_> {
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
    fn ticks(&self, name: &str, labels: &[String]) -> Result<Block, DocumentError> {
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
            Block::Keep(vec![Block::Subheading(words.word("group-kind")?.into()), self.ticks("kind", &self.view.kinds)?]),
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
                self.ticks("heard", &self.view.heard)?,
                self.boxes("", &[("heard_else", "fill-heard-else", "", 1)])?,
            ]),
        ])
    }

    fn question(&self, question: &QuestionView, number: usize) -> Result<Vec<Block>, DocumentError> {
        let digits = number.to_string();
        let text = self.words.line("question", &[("number", &digits), ("text", &question.text)])?;
        let mut blocks = vec![Block::Subheading(text.as_str().into())];
        blocks.extend(paragraphs(&question.hint).map(|hint| Block::Hint(hint.into())));
        if !question.ticks.is_empty() {
            blocks.push(self.ticks("priority", &question.ticks)?);
        }
        if !question.ages.is_empty() {
            blocks.push(Block::Hint(self.words.word("ages-intro")?.into()));
            blocks.push(self.ages(&question.ages)?);
        }
        if question.costs {
            blocks.push(self.costs()?);
        }
        if question.lines > 0 {
            if question.costs || !question.ages.is_empty() {
                blocks.push(Block::Gap(1.));
            }
            let field = FormField { name: format!("answer_{number}"), label: text, kind: FieldKind::Text };
            blocks.push(Block::Fillable { block: Box::new(Block::Writing(question.lines.min(LINES))), fields: vec![field] });
        }
        Ok(blocks)
    }

    fn ages(&self, ages: &[String]) -> Result<Block, DocumentError> {
        let (age, people) = (self.words.word("age")?, self.words.word("people")?);
        let all = [("people_total", self.words.word("age-total")?), ("people_from_area", self.words.word("from-area")?)];
        let named = (1..).zip(ages).map(|(number, label)| (format!("age_{number}"), format!("{people}, {label}")));
        let totals = all.iter().map(|(name, label)| ((*name).to_owned(), format!("{people}, {label}")));
        let fields = named.chain(totals).map(|(name, label)| FormField { name, label, kind: FieldKind::Line }).collect();
        let row = |label: &String| vec![label.clone(), String::new()];
        let table = Table {
            columns: vec![column(0.64, Align::Left), column(0.36, Align::Left)],
            head: vec![age, people.clone()],
            rows: ages.iter().map(row).collect(),
            totals: all.iter().map(|(_, label)| row(label)).collect(),
            ruled: true,
            ..Table::default()
        };
        Ok(Block::Fillable { block: Box::new(Block::Table(table)), fields })
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
        let table = Table {
            columns: vec![column(0.75, Align::Left), column(0.25, Align::Left)],
            head: vec![what, amount],
            rows: (0..COSTS).map(|_| vec![String::new(), String::new()]).collect(),
            totals: vec![vec![asked, String::new()]],
            ruled: true,
            ..Table::default()
        };
        Ok(Block::Fillable { block: Box::new(Block::Table(table)), fields })
    }
}
