//! A decision on paper, held to the rules of the meeting that made it: the members and the choices of its day.

use crate::constitution;
use crate::membership::{RollSeat, roll};
use crate::text::DecisionFigures;
use crate::{Error, FieldFault, Open, Result};
use chrono::NaiveDate;
use domain::constitution::Constitution;
use domain::decision::{FigureProblem, Figures, Members, NewDecision, PaperRefusal, hold};
use store::ReadTx;

/// What a form for a decision of some day begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The resident members who had a seat.
    pub residents: u32,
    /// The advisory members who had one.
    pub advisory: u32,
    /// The choices that held.
    pub choices: Constitution,
}

/// Who had a seat on a day, and which choices held.
pub fn day(open: &Open, on: NaiveDate) -> Result<Day> {
    open.register().read(|tx| {
        let listed = listed(&roll(tx, on)?);
        Ok(Day { residents: listed.residents, advisory: listed.advisory, choices: constitution::on(tx, on)? })
    })
}

fn listed(seats: &[RollSeat]) -> Members {
    let number = |resident| u32::try_from(seats.iter().filter(|seat| seat.resident == resident).count()).unwrap_or(u32::MAX);
    Members { residents: number(true), advisory: number(false) }
}

/// Passes a decision that would have stood, and says what stands behind it.
pub(super) fn behind(tx: &ReadTx<'_>, new: &NewDecision, figures: &Figures) -> Result<DecisionFigures> {
    let listed = listed(&roll(tx, new.decided_on)?);
    let choices = constitution::on(tx, new.decided_on)?;
    let (floor, count) = hold(new, figures, &choices, Some(listed)).map_err(refused)?;
    Ok(DecisionFigures::of_meeting(&floor, &figures.way, &count))
}

fn refused(refusal: PaperRefusal) -> Error {
    let (field, fault) = match refusal {
        PaperRefusal::Figure(FigureProblem::Members { least }) => ("members", FieldFault::AtLeast { least }),
        PaperRefusal::Figure(FigureProblem::Present { most }) => ("present", FieldFault::AtMost { most }),
        PaperRefusal::Figure(FigureProblem::Residents { most }) => ("residents", FieldFault::AtMost { most }),
        PaperRefusal::Figure(FigureProblem::TakingNoPart { most }) => ("takingNoPart", FieldFault::AtMost { most }),
        PaperRefusal::Meeting(refusal) => return Error::Meeting(refusal),
        PaperRefusal::NotCarried(count) => return Error::NotCarried(count),
        PaperRefusal::EmailVote => return Error::WrongState,
    };
    Error::Fields(vec![(field.to_owned(), fault)])
}
