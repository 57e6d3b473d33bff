//! Money in the sample beside the grants: drawn down, awarded to partners and for costs, and paid.

use super::shape::{AwardShape, What};
use crate::spending::{self, TypedAward, TypedAwardPayment, TypedDrawDown, TypedPart};
use crate::{Error, Open, Result};
use chrono::NaiveDate;
use domain::award::AwardKind;
use domain::date::TypedDate;

/// Lets money move. Answers whether that was what happened.
pub(super) fn happen(open: &mut Open, on: NaiveDate, what: &What) -> Result<bool> {
    match what {
        What::DrawDown { amount, note } => {
            let typed = TypedDrawDown { amount: amount.clone(), received_on: TypedDate::from_date(on), note: note.clone() };
            spending::record_draw_down(open, &typed)?;
        }
        What::Award(shape) => {
            spending::record_award(open, &typed(shape)?)?;
        }
        What::PayAward { award, amount, reference } => {
            let id = spending::awards(open).iter().find(|line| line.row.reference == *award).map(|line| line.row.award.id);
            let id = id.ok_or(Error::NotFound)?;
            let typed = TypedAwardPayment { amount: amount.clone(), paid_on: TypedDate::from_date(on), reference: reference.clone() };
            spending::pay_award(open, id, &typed)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn typed(shape: &AwardShape) -> Result<TypedAward> {
    let part = |(due_on, amount): &(NaiveDate, String)| TypedPart { due_on: TypedDate::from_date(*due_on), amount: amount.clone() };
    Ok(TypedAward {
        code: shape.code.clone(),
        kind: AwardKind::from_code(&shape.kind).ok_or(Error::NotFound)?,
        payee_name: shape.payee.clone(),
        what_for: shape.what_for.clone(),
        amount: shape.amount.clone(),
        decided_on: TypedDate::from_date(shape.decided_on),
        decided_by: shape.decided_by.clone(),
        parts: shape.parts.iter().map(part).collect(),
    })
}
