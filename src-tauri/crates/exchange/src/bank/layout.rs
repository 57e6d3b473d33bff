//! The layouts of payment files, as data: which column holds what (§4).
//!
//! Banks change their layouts and have several. Each of these says in its name how sure it is: one that follows a
//! published guide has its name, the others are like that bank's and are to be held against its own guide.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Nothing,
    /// Always these letters.
    Always(&'static str),
    /// `123456`
    SortCode,
    /// `12-34-56`
    DashedSortCode,
    /// `12345678`
    Account,
    /// `12345612345678`
    SortCodeAndAccount,
    Name,
    Reference,
    /// `1250.00`
    Amount,
    /// `27/03/2022`
    DayMonthYear,
    /// `27032022`
    EightDigits,
    /// `2022-03-27`
    YearMonthDay,
    OwnSortCode,
    OwnAccount,
    OwnSortCodeAndAccount,
    OwnName,
}

/// A layout of payment files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// A short word for it.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What the file's name ends in.
    pub ending: &'static str,
    pub(super) headings: Option<&'static [&'static str]>,
    pub(super) columns: &'static [Holds],
}

impl Layout {
    /// The layout of this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        LAYOUTS.iter().find(|layout| layout.id == id)
    }

    /// Whether it needs the payer's own account.
    pub fn needs_own_account(&self) -> bool {
        use Holds::{OwnAccount, OwnName, OwnSortCode, OwnSortCodeAndAccount};
        self.columns.iter().any(|holds| matches!(holds, OwnSortCode | OwnAccount | OwnSortCodeAndAccount | OwnName))
    }
}

/// Every layout, the plainest last.
pub fn layouts() -> &'static [Layout] {
    LAYOUTS
}

const N: Holds = Holds::Nothing;

const LAYOUTS: &[Layout] = &[
    Layout {
        id: "paygate",
        name: "Paygate CSV",
        ending: "csv",
        headings: None,
        columns: &[
            Holds::SortCode,
            Holds::Account,
            Holds::Name,
            Holds::Amount,
            // A credit, as the payment scheme of the banks numbers it.
            Holds::Always("99"),
            Holds::OwnSortCode,
            Holds::OwnAccount,
            Holds::OwnName,
            Holds::Reference,
            Holds::DayMonthYear,
        ],
    },
    Layout {
        id: "coutts",
        name: "Coutts, columns A to AN",
        ending: "csv",
        headings: None,
        // A to AN: D the kind of record, M the own account, Q the amount, S the day, Y, AE, AG and AK the payee.
        columns: &[
            N,
            N,
            N,
            Holds::Always("01"),
            N,
            N,
            N,
            N,
            N,
            N,
            N,
            N,
            Holds::OwnSortCodeAndAccount,
            N,
            N,
            N,
            Holds::Amount,
            N,
            Holds::EightDigits,
            N,
            N,
            N,
            N,
            N,
            Holds::SortCode,
            N,
            N,
            N,
            N,
            N,
            Holds::Account,
            N,
            Holds::Name,
            N,
            N,
            N,
            Holds::Reference,
            N,
            N,
            N,
        ],
    },
    Layout {
        id: "bankline-like",
        name: "Like Bankline: own account first, no headings",
        ending: "csv",
        headings: None,
        columns: &[
            Holds::OwnSortCodeAndAccount,
            Holds::SortCode,
            Holds::Account,
            Holds::Name,
            Holds::Reference,
            Holds::Amount,
            Holds::DayMonthYear,
        ],
    },
    Layout {
        id: "natwest-like",
        name: "Like NatWest: headings, sort code with dashes",
        ending: "csv",
        headings: Some(&["Payee Name", "Sort Code", "Account Number", "Amount", "Reference", "Payment Date"]),
        columns: &[Holds::Name, Holds::DashedSortCode, Holds::Account, Holds::Amount, Holds::Reference, Holds::DayMonthYear],
    },
    Layout {
        id: "lloyds-like",
        name: "Like Lloyds: headings, sort code and account in one",
        ending: "csv",
        headings: Some(&["Debit Account", "Beneficiary Account", "Beneficiary Name", "Amount", "Beneficiary Reference", "Date"]),
        columns: &[
            Holds::OwnSortCodeAndAccount,
            Holds::SortCodeAndAccount,
            Holds::Name,
            Holds::Amount,
            Holds::Reference,
            Holds::EightDigits,
        ],
    },
    Layout {
        id: "plain",
        name: "Plain columns with headings, for a bank's own sheet",
        ending: "csv",
        headings: Some(&["Name", "Sort code", "Account number", "Amount", "Reference", "Pay on"]),
        columns: &[Holds::Name, Holds::SortCode, Holds::Account, Holds::Amount, Holds::Reference, Holds::YearMonthDay],
    },
];
