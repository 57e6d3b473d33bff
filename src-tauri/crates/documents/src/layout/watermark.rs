//! Whose copy it is, large and faint across every page.

use super::{Compositor, Draft, PAPER};
use crate::{
    DocumentError,
    display::{ARTIFACT, Item, Placed, WATER, lower},
    style::{Align, Style},
};

/// From the lower left to the upper right corner of the paper. More than 45, so that programs which copy text see that
/// it runs another way and keep it apart from the words of the page.
const DEGREES: f32 = 54.;
/// How long a line may be.
const LENGTH: f32 = 700.;
/// The largest letters, and those below which lines are no longer saved.
const LARGEST: f32 = 60.;
const SMALLEST: f32 = 24.;
/// The most lines.
const LINES: usize = 2;

impl Compositor<'_> {
    /// The marks of the watermark, none of them to be read aloud.
    pub(super) fn watermark(&mut self, draft: &Draft) -> Result<Vec<Placed>, DocumentError> {
        let Some(words) = &draft.watermark else {
            return Ok(Vec::new());
        };
        let centre = (PAPER.0 / 2., PAPER.1 / 2.);
        let mut size = LARGEST;
        let mut rows = Vec::new();
        while rows.is_empty() || (rows.len() > LINES && size > SMALLEST) {
            let style = Style::new(size, size * 1.2).bold().colour(WATER).align(Align::Centre);
            rows = self.set(&words.into(), style, (centre.0 - LENGTH / 2., LENGTH), ARTIFACT)?;
            size *= 0.92;
        }
        let mut whole = super::stack(rows);
        lower(&mut whole.items, centre.1 - whole.height / 2.);
        let turned = |placed: Placed| Placed::artifact(Item::Turned { degrees: DEGREES, about: centre, item: Box::new(placed.item) });
        Ok(whole.items.into_iter().map(turned).collect())
    }
}
