//! Invented money: the spendometer, the spend report, a run of payments and what the payees are told.

use super::invented::{fact, sender};
use crate::view::{
    BarView, NamedGrantView, PaymentLineView, PaymentListView, RemittanceAdviceView, RemittanceView, ReportLineView, SpendGroupView,
    SpendLineView, SpendReportView, SpendometerView, SumsView,
};

const LTO: &str = "Example Trust";
const PARTNERSHIP: &str = "Allenton Big Local";

fn sums(planned: &str, paid: &str, committed: &str, free: &str, bar: (u32, u32)) -> SumsView {
    SumsView {
        planned: planned.into(),
        paid: paid.into(),
        committed: committed.into(),
        free: free.into(),
        bar: Some(BarView { paid: bar.0, committed: bar.1 }),
    }
}

fn line(code: &str, name: &str, sums: SumsView) -> SpendLineView {
    SpendLineView { code: code.into(), name: name.into(), sums }
}

pub(crate) fn spendometer(named: usize) -> SpendometerView {
    let none = "–";
    SpendometerView {
        sender: sender(),
        plan: "Final plan, April 2022 to July 2023".into(),
        day: "17 January 2023".into(),
        total: sums("£88,000.00", "£57,342.70", "£20,055.00", "£10,602.30", (652, 228)),
        total_row: sums("88,000.00", "57,342.70", "20,055.00", "10,602.30", (652, 228)),
        expected: Some((720, "£63,337".into())),
        scale: ["£0", "£22,000", "£44,000", "£66,000", "£88,000"].map(String::from).into(),
        returned: Some("£12.60".into()),
        projected: Some("£79,671".into()),
        ends_on: "31 July 2023".into(),
        groups: vec![
            SpendGroupView {
                heading: "Priority 1. Strengthening the community".into(),
                lines: vec![
                    line("1.2", "Street performances, activities, groups", sums("7,500.00", "5,625.00", "1,875.00", none, (750, 250))),
                    line("1.3", "Community celebration events", sums("4,000.00", "2,960.00", "700.00", "340.00", (740, 175))),
                    line("1.4", "Community Chest", sums("2,500.00", "1,207.40", "765.00", "527.60", (483, 306))),
                ],
            },
            SpendGroupView {
                heading: "Priority 2. Improving life skills".into(),
                lines: vec![
                    line("2.1", "Families and children 0–7", sums("15,000.00", "11,250.00", "3,750.00", none, (750, 250))),
                    line("2.3", "Youth 8–12 and 13–18", sums("10,000.00", "7,500.00", "2,500.00", none, (750, 250))),
                    line("2.4", "Youth (mentoring)", sums("25,000.00", "18,750.00", "6,250.00", none, (750, 250))),
                ],
            },
            SpendGroupView {
                heading: "Priority 3. Creating opportunities for training and employment".into(),
                lines: vec![line("3.1", "Reduce barriers", sums("6,500.00", "4,875.00", "1,625.00", none, (750, 250)))],
            },
            SpendGroupView {
                heading: "Project support".into(),
                lines: vec![
                    line("4.1", "Project co-ordination", sums("1,000.00", "450.00", "150.00", "400.00", (450, 150))),
                    line("4.2", "Communications", sums("7,000.00", "4,312.50", "1,240.00", "1,447.50", (616, 177))),
                    line("4.3", "Partnership costs", sums("1,000.00", "412.80", none, "587.20", (412, 0))),
                    line("4.4", "Legacy, contingency, closing", sums("8,500.00", none, "1,200.00", "7,300.00", (0, 141))),
                ],
            },
        ],
        grants: (0..named)
            .map(|number| NamedGrantView {
                group: ["Brightwater Steel Pans", "The Thursday Stitchers", "Second Spin Bike Workshop"][number % 3].into(),
                purpose: ["steel pans for a youth band", "wool and a room", "bike stands and tools"][number % 3].into(),
                amount: "£450.00".into(),
            })
            .collect(),
    }
}

fn report_line(name: &str, figures: [&str; 5]) -> ReportLineView {
    let [planned, in_period, to_date, committed, left] = figures.map(String::from);
    ReportLineView { name: name.into(), planned, in_period, to_date, committed, left }
}

pub(crate) fn spend_report() -> SpendReportView {
    SpendReportView {
        sender: sender(),
        lto: LTO.into(),
        plan: "Final plan, April 2022 to July 2023".into(),
        period: "1 October 2022 to 31 March 2023".into(),
        day: "17 January 2023".into(),
        unfinished: true,
        groups: vec![
            (
                "Priority 1. Strengthening the community".into(),
                vec![
                    report_line("1.2 Street performances, activities, groups", ["7,500.00", "1,875.00", "5,625.00", "1,875.00", "0.00"]),
                    report_line("1.4 Community Chest", ["2,500.00", "212.40", "1,207.40", "765.00", "527.60"]),
                ],
            ),
            (
                "Priority 2. Improving life skills".into(),
                vec![report_line("2.4 Youth (mentoring)", ["25,000.00", "6,250.00", "18,750.00", "6,250.00", "0.00"])],
            ),
        ],
        total: report_line("", ["88,000.00", "19,486.30", "57,342.70", "20,055.00", "10,602.30"]),
        share: "5%".into(),
        money: vec![
            fact("Drawn down so far", "£79,500.00"),
            fact("Spent so far", "£57,342.70"),
            fact("Still in the bank", "£22,157.30"),
            fact("The LTO’s 5% on top", "£3,975.00"),
        ],
        draw_downs: vec![("4 April 2022".into(), "£39,750.00".into()), ("3 October 2022".into(), "£39,750.00".into())],
        moved: vec!["£200.00 from 4.2 to 1.4, by the meeting of 15 December 2022: more groups applied than we planned for.".into()],
        journal: "3f2a 91bc 04de 77a1".into(),
    }
}

pub(crate) fn payment_list(waits: bool) -> PaymentListView {
    let payment = |grant: &str, payee: &str, account: &str, amount: &str| PaymentLineView {
        grant: grant.into(),
        payee: payee.into(),
        account: account.into(),
        reference: grant.into(),
        amount: amount.into(),
    };
    PaymentListView {
        lto: LTO.into(),
        partnership: PARTNERSHIP.into(),
        pay_on: "20 January 2023".into(),
        facts: vec![fact("Put together", "17 January 2023, by Anita Joyce"), fact("Payments", "2")],
        payments: vec![
            payment("CC-2022-005", "Brightwater Steel Pans", "ending 4471", "£225.00"),
            payment("CC-2022-006", "Second Spin Bike Workshop Community Interest Company", "ending 0038", "£300.00"),
        ],
        total: "£525.00".into(),
        waits,
        made: Some(("Anita Joyce".into(), "17 January 2023".into())),
        approved: (!waits).then(|| ("Ruth Oyelaran".into(), "18 January 2023".into())),
    }
}

pub(crate) fn remittance_advice() -> RemittanceAdviceView {
    let payment = |payee: &str, group: &str, paid| RemittanceView {
        payee: payee.into(),
        group: group.into(),
        amount: "£225.00".into(),
        paid_on: "20 January 2023".into(),
        paid,
        facts: vec![
            fact("Grant", "CC-2022-005"),
            fact("What it is for", "Steel pans for a youth band"),
            fact("Part", "2 of 2"),
            fact("Account", "ending 4471"),
            fact("On your statement", "CC-2022-005"),
        ],
    };
    RemittanceAdviceView {
        lto: LTO.into(),
        partnership: PARTNERSHIP.into(),
        day: "20 January 2023".into(),
        payments: vec![
            payment("Brightwater Steel Pans", "Brightwater Steel Pans", true),
            payment("Example Community Association", "Second Spin Bike Workshop", false),
        ],
    }
}
