//! The printed papers of the clerk's desk: the list of a run's payments, and what each payee is told.

use super::words::Labels;
use super::{Printed, dated, printed};
use crate::Result;
use crate::clerk::{PaperData, PaperRow};
use documents::view::{Fact, PaymentLineView, PaymentListView, RemittanceAdviceView, RemittanceView};
use documents::{Paper, Size, Wording};
use domain::date::written;
use domain::payment::run::RunState;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClerkPaper {
    /// The list of payments, to be approved and filed.
    PaymentList,
    /// What each payee is told, a page each.
    RemittanceAdvice,
}

/// Makes a paper. Accounts stand on it by their last four digits alone.
pub fn clerk_paper(data: &PaperData, paper: ClerkPaper, size: Size) -> Result<Printed> {
    let labels = Labels::bundled()?;
    let wording = Wording::bundled()?;
    let (paper, name) = match paper {
        ClerkPaper::PaymentList => (Paper::PaymentList(list(&labels, data)), &labels.payment_list_name),
        ClerkPaper::RemittanceAdvice => (Paper::RemittanceAdvice(advice(&labels, data)), &labels.advice_name),
    };
    Ok(printed(documents::print(&paper, &wording, size)?, &dated(name, data.pay_on)))
}

fn fact(label: &str, value: String) -> Fact {
    Fact { label: label.to_owned(), value }
}

fn account(labels: &Labels, row: &PaperRow) -> String {
    row.last_four.as_ref().map_or_else(|| labels.by_cheque.clone(), |last| labels.account_ending.replace("{last}", last))
}

fn list(labels: &Labels, data: &PaperData) -> PaymentListView {
    let signed = |(name, on): &(String, chrono::NaiveDate)| (name.clone(), written(*on));
    let mut facts = vec![fact(&labels.payments_counted, data.rows.len().to_string())];
    if data.state == Some(RunState::Paid) {
        facts.push(fact(&labels.paid_on, written(data.pay_on)));
    }
    PaymentListView {
        lto: data.lto.clone(),
        partnership: data.partnership.clone(),
        pay_on: written(data.pay_on),
        facts,
        payments: data
            .rows
            .iter()
            .map(|row| PaymentLineView {
                grant: row.grant_reference.clone(),
                payee: row.payee.clone(),
                account: account(labels, row),
                reference: row.reference.clone(),
                amount: row.amount.to_string(),
            })
            .collect(),
        total: data.total.to_string(),
        waits: data.two_people && data.state == Some(RunState::Waiting),
        made: Some(signed(&data.made)),
        approved: data.approved.as_ref().map(signed),
    }
}

fn advice(labels: &Labels, data: &PaperData) -> RemittanceAdviceView {
    let payment = |row: &PaperRow| {
        let mut facts = vec![fact(&labels.advice_grant, row.grant_reference.clone()), fact(&labels.summary, row.purpose.clone())];
        if let Some((part, of)) = row.part {
            let words = labels.part_of.replace("{part}", &part.to_string()).replace("{of}", &of.to_string());
            facts.push(fact(&labels.advice_part, words));
        }
        facts.push(fact(&labels.advice_account, account(labels, row)));
        facts.push(fact(&labels.advice_reference, row.reference.clone()));
        RemittanceView {
            payee: row.payee.clone(),
            group: row.group.clone(),
            amount: row.amount.to_string(),
            paid_on: written(row.paid_on.unwrap_or(data.pay_on)),
            paid: row.paid_on.is_some(),
            facts,
        }
    };
    RemittanceAdviceView {
        lto: data.lto.clone(),
        partnership: data.partnership.clone(),
        day: written(data.today),
        payments: data.rows.iter().map(payment).collect(),
    }
}
