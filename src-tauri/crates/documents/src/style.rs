//! Sizes of type and space for standard and large print.

use crate::display::{Colour, INK};

/// How large the letters are. Large print is set again for its size, never only enlarged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// 14 point for letters and agreements, 12 point for forms.
    Standard,
    /// 18 point for everything.
    Large,
}

/// Where words stand in their column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Where reading starts: on the right for words that run from right to left.
    Left,
    /// On the left, whatever the script: the lines of an address.
    Pinned,
    Right,
    Centre,
}

/// How one paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) lead: f32,
    pub(crate) colour: Colour,
    pub(crate) bold: bool,
    pub(crate) align: Align,
    /// Figures of one width, for columns of money.
    pub(crate) figures: bool,
    /// Letters of one width, for the recovery key.
    pub(crate) code: bool,
}

impl Style {
    pub(crate) fn new(size: f32, lead: f32) -> Self {
        Self { size, lead, colour: INK, bold: false, align: Align::Left, figures: false, code: false }
    }

    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(crate) fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub(crate) fn figures(self) -> Self {
        Self { figures: true, ..self }
    }

    pub(crate) fn code(self) -> Self {
        Self { code: true, ..self }
    }
}

/// The sizes that belong together in one document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    pub(crate) body: Style,
    pub(crate) small: Style,
    pub(crate) title: Style,
    pub(crate) heading: Style,
    pub(crate) subheading: Style,
    pub(crate) margin: f32,
    /// The distance between two lines to write on.
    pub(crate) ruling: f32,
    /// One step of space: everything between blocks is a multiple of it.
    pub(crate) step: f32,
    /// Whether two blocks of narrow text fit side by side.
    pub(crate) two_columns: bool,
    /// Room on top of every page for a line that is set later: the page of a bound file.
    pub(crate) head: f32,
}

impl Scale {
    /// Letters and agreements: 14 point.
    pub(crate) fn letter(size: Size) -> Self {
        match size {
            Size::Standard => Self {
                body: Style::new(14., 18.6),
                small: Style::new(12., 16.),
                title: Style::new(23., 28.).bold(),
                heading: Style::new(16.5, 21.).bold(),
                subheading: Style::new(14., 18.6).bold(),
                margin: 60.,
                ruling: 26.,
                step: 6.5,
                two_columns: true,
                head: 0.,
            },
            Size::Large => Self::large(),
        }
    }

    /// Forms: 12 point.
    pub(crate) fn form(size: Size) -> Self {
        match size {
            Size::Standard => Self {
                body: Style::new(12., 16.),
                small: Style::new(11., 14.5),
                title: Style::new(21., 26.).bold(),
                heading: Style::new(15., 19.).bold(),
                subheading: Style::new(12., 16.).bold(),
                margin: 58.,
                ruling: 25.,
                step: 6.,
                two_columns: true,
                head: 0.,
            },
            Size::Large => Self::large(),
        }
    }

    /// Reports with wide tables: 12 point, and more of the paper.
    pub(crate) fn report(size: Size) -> Self {
        match size {
            Size::Standard => Self { margin: 44., ..Self::form(size) },
            Size::Large => Self::large(),
        }
    }

    /// What is read from some steps away: 16 point, with a large title.
    pub(crate) fn poster(size: Size) -> Self {
        let (body, lead, small) = if size == Size::Large { (18., 24., 16.) } else { (16., 21.5, 14.2) };
        Self {
            body: Style::new(body, lead),
            small: Style::new(small, small * 1.34),
            title: Style::new(34., 39.).bold(),
            heading: Style::new(body * 1.2, lead * 1.2).bold(),
            subheading: Style::new(body, lead).bold(),
            margin: 56.,
            ruling: 34.,
            step: 7.,
            two_columns: true,
            head: 0.,
        }
    }

    fn large() -> Self {
        Self {
            body: Style::new(18., 25.),
            small: Style::new(16., 22.),
            title: Style::new(27., 34.).bold(),
            heading: Style::new(21., 28.).bold(),
            subheading: Style::new(18., 25.).bold(),
            margin: 54.,
            ruling: 34.,
            step: 9.,
            two_columns: false,
            head: 0.,
        }
    }
}
