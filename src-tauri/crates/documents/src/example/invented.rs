//! An invented partnership, invented groups and invented people.

use crate::view::{
    AgeLine, AgreementView, AnswerView, ApplicationView, BlankFormView, CostLine, DecidedBy, DecisionLetterView, Fact, FeedbackFormView,
    OfferView, Outcome, QuestionView, RecoveryPageView, SenderView, SignatureView, SignedView, TickView, VersionLine,
};

pub(crate) const LETTERHEAD: &str = "Allenton Big Local";
pub(crate) const PARTNERSHIP: &str = "Allenton Big Local Partnership Group";
const GROUP: &str = "Second Spin Bike Workshop";

/// The seven questions of the plan, word for word, each with its help.
pub(crate) const QUESTIONS: [(&str, &str); 7] = [
    (
        "Which of the Allenton Big Local priorities does your application respond to?",
        "Please tick those areas that apply from the list below",
    ),
    ("What is your project and who will it benefit? Please include age groups and how many you expect to be from the Big local area.", ""),
    ("What do you need money for and how much do you need from Allenton Big Local? - please include a breakdown.", ""),
    (
        "What benefits will this money bring to the Allenton Big Local area? - How will your project help us meet the priorities in the Big Local Plan?",
        "",
    ),
    (
        "How will we know you have made a difference? Whatever approach you choose, we would expect to hear from those who have benefited.",
        "This can be feedback through an email, photographs, a short presentation, at an event, a short report, or a video clip. Please let us know how you plan to tell us how the grant has made a difference. This information will be used to promote Allenton Big Local and the Community Funding opportunities. We will also need you to complete our Grant Feedback form within one month of the end of funding.",
    ),
    (
        "How will you keep track of the money? Who will hold the money and how will expenditure be approved and kept track of? If you are successful, we will ask you to sign an agreement with us that you will use the money as agreed in this application. We expect you to keep receipts as these will need to be submitted at the end of the funding.",
        "",
    ),
    ("Anything else you would like to add?", ""),
];

pub(crate) const PRIORITIES: [&str; 3] =
    ["Strengthening the community", "Improving life skills", "Creating opportunities for training and employment"];

const PROJECT: &str = "Six Saturday mornings where people of all ages learn to mend a bike. Two of our members are trained mechanics. They show people how to change a tube, set the brakes and oil a chain.\nWe expect 40 people. About 30 of them live in the Big Local area. Half of them are between 8 and 18.";
const BENEFITS: &str = "People can get to work, school and the shops without paying for a bus. Young people learn a skill that helps them find a job. Neighbours meet and get to know each other.";
const DIFFERENCE: &str = "We will take photographs each week and ask three people to say what they learned. We will bring a short video clip to the Christmas event.";
const MONEY: &str =
    "Our treasurer holds the money in the bank account of the group. Two people sign for each payment. We keep the receipts in a folder.";

pub(crate) fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&word| word.to_owned()).collect()
}

pub(crate) fn line(what: &str, amount: &str) -> CostLine {
    CostLine { what: what.into(), amount: amount.into() }
}

pub(crate) fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

pub(crate) fn costs() -> Vec<CostLine> {
    vec![
        line("Tools and two work stands", "£184.00"),
        line("Tubes, brake blocks and cables", "£86.00"),
        line("Printing 200 leaflets", "£30.00"),
    ]
}

pub(crate) fn agreement() -> AgreementView {
    let open = |party: &str, role: &str| SignatureView { party: party.into(), role: role.into(), signed: None };
    AgreementView {
        letterhead: LETTERHEAD.into(),
        partnership: PARTNERSHIP.into(),
        lto: "The Willow Trust".into(),
        group: GROUP.into(),
        reference: "CC-006".into(),
        amount: "£300.00".into(),
        purpose: "Six Saturday mornings where people of all ages learn to mend a bike.".into(),
        received: "24 November 2022".into(),
        priorities: words(&PRIORITIES[..2]),
        project: PROJECT.into(),
        money_for: "We need tools that stay with the group.".into(),
        benefits: BENEFITS.into(),
        difference: DIFFERENCE.into(),
        money_kept: MONEY.into(),
        anything_else: String::new(),
        costs: costs(),
        total: "£300.00".into(),
        conditions: words(&["Show us your insurance before the first Saturday."]),
        instalments: vec![
            line("First payment, when all have signed", "£200.00"),
            line("Second payment, after the third Saturday", "£100.00"),
        ],
        end_of_funding: "Wednesday 31 May 2023".into(),
        feedback_due: "Friday 30 June 2023".into(),
        return_by: "Thursday 9 February 2023".into(),
        signatures: vec![
            SignatureView {
                party: format!("For the {PARTNERSHIP}"),
                role: "Chair".into(),
                signed: Some(SignedView { how: "Signed on paper".into(), name: "Marcia Lowe".into(), date: "20 December 2022".into() }),
            },
            open(&format!("For {GROUP}"), "First signatory"),
            open(&format!("For {GROUP}"), "Second signatory, somebody else"),
            open("For The Willow Trust", "LTO, signs last"),
        ],
    }
}

pub(crate) fn contact() -> Vec<String> {
    words(&["The Community Hub, 1 Example Street, Allenton", "Phone 01632 960 123, hub@example.org"])
}

fn ages() -> Vec<String> {
    words(&["Under 5", "5 to 11", "12 to 18", "19 to 64", "65 and over"])
}

pub(crate) fn blank_form() -> BlankFormView {
    let lines = [0, 12, 0, 12, 10, 10, 8];
    BlankFormView {
        letterhead: LETTERHEAD.into(),
        area: "Allenton Big Local area".into(),
        version: "Version 1, April 2022".into(),
        return_by: Some("Friday 25 November 2022".into()),
        contact: contact(),
        kinds: words(&[
            "A group with a constitution",
            "A group with no constitution yet",
            "A registered charity",
            "A community interest company",
            "A school, church or other body",
        ]),
        heard: words(&["Newsletter", "A friend or neighbour", "Facebook or website", "At an event", "Somewhere else"]),
        questions: QUESTIONS
            .iter()
            .zip(lines)
            .enumerate()
            .map(|(index, ((text, hint), lines))| QuestionView {
                text: (*text).into(),
                hint: (*hint).into(),
                ticks: if index == 0 { words(&PRIORITIES) } else { Vec::new() },
                costs: index == 2,
                ages: if index == 1 { ages() } else { Vec::new() },
                lines,
            })
            .collect(),
    }
}

pub(crate) fn application() -> ApplicationView {
    let age = |age: &str, people: &str, from_area: &str| AgeLine { age: age.into(), people: people.into(), from_area: from_area.into() };
    let given = ["", PROJECT, "", BENEFITS, DIFFERENCE, MONEY, ""];
    let answers = QUESTIONS
        .iter()
        .zip(given)
        .enumerate()
        .map(|(index, ((question, _), answer))| AnswerView {
            question: (*question).into(),
            ticks: if index == 0 {
                PRIORITIES.iter().enumerate().map(|(index, label)| TickView { label: (*label).into(), ticked: index < 2 }).collect()
            } else {
                Vec::new()
            },
            answer: if index == 2 { "We need tools that stay with the group.".into() } else { answer.into() },
            costs: if index == 2 { costs() } else { Vec::new() },
            ages: if index == 1 {
                vec![age("5 to 11", "8", "6"), age("12 to 18", "12", "10"), age("19 to 64", "15", "11"), age("65 and over", "5", "3")]
            } else {
                Vec::new()
            },
        })
        .collect();
    ApplicationView {
        letterhead: LETTERHEAD.into(),
        reference: "CC-006".into(),
        group: GROUP.into(),
        cover: vec![
            fact("Name of the group", GROUP),
            fact("Kind of group", "A group with a constitution"),
            fact("First contact", "Del Rankin, chair\n01632 960 321\ndel@example.org"),
            fact("Second contact", "Priya Sands, treasurer\n01632 960 654"),
            fact("Address", "12 Example Road, Allenton"),
            fact("Name on the bank account", GROUP),
            fact("How you heard of us", ""),
            fact("Received", "Thursday 24 November 2022, on paper"),
        ],
        answers,
        total: "£300.00".into(),
        asked: "£300.00".into(),
        all_ages: Some(age("", "40", "30")),
        versions: vec![
            VersionLine { number: "1".into(), when: "24 November 2022".into(), what: "As it came on paper".into() },
            VersionLine { number: "2".into(), when: "1 December 2022".into(), what: "The group made the leaflets cheaper".into() },
        ],
        embargo: Some("Embargo until Friday 20 January 2023. Do not share this.".into()),
    }
}

pub(crate) fn feedback() -> FeedbackFormView {
    FeedbackFormView {
        letterhead: LETTERHEAD.into(),
        reference: "CC-006".into(),
        group: GROUP.into(),
        amount: "£300.00".into(),
        purpose: "Six Saturday mornings where people of all ages learn to mend a bike.".into(),
        difference: DIFFERENCE.into(),
        costs: costs(),
        total: "£300.00".into(),
        end_of_funding: "Wednesday 31 May 2023".into(),
        due: "Friday 30 June 2023".into(),
        contact: contact(),
    }
}

pub(crate) fn recovery() -> RecoveryPageView {
    RecoveryPageView {
        partnership: PARTNERSHIP.into(),
        register: "Allenton Community Chest".into(),
        made_on: "Monday 4 April 2022".into(),
        key: words(&["7K2M", "QX9D", "0RTB", "V4NH", "W8PC", "3JYF", "5GZ6", "E1SA", "KD7Q", "M2XV", "9B0T", "HNR4", "C8WP"]),
    }
}

pub(crate) fn sender() -> SenderView {
    SenderView {
        name: LETTERHEAD.into(),
        lines: words(&["The Community Hub", "1 Example Street, Allenton", "Phone 01632 960 123", "hub@example.org"]),
        phone: "01632 960 123".into(),
        email: "hub@example.org".into(),
    }
}

pub(crate) fn letter(outcome: Outcome) -> DecisionLetterView {
    DecisionLetterView {
        sender: sender(),
        date: "20 December 2022".into(),
        decided: DecidedBy::Meeting("15 December 2022".into()),
        recipient: words(&["Del Rankin", GROUP, "12 Example Road", "Allenton"]),
        greeting: "Dear Del".into(),
        group: GROUP.into(),
        reference: "CC-006".into(),
        project: "six Saturday mornings of bike mending".into(),
        outcome,
        signed_by: "Joan Pelham".into(),
        role: format!("Co-ordinator, for the {PARTNERSHIP}"),
    }
}

fn terms(amount: &str) -> OfferView {
    OfferView {
        amount: amount.into(),
        conditions: words(&["Show us your insurance before the first Saturday."]),
        return_by: Some("Thursday 9 February 2023".into()),
        end_of_funding: "Wednesday 31 May 2023".into(),
        feedback_due: "Friday 30 June 2023".into(),
    }
}

pub(crate) fn offer() -> Outcome {
    Outcome::Offer(terms("£300.00"))
}

pub(crate) fn part_offer() -> Outcome {
    Outcome::PartOffer {
        asked: "£300.00".into(),
        reasons: words(&["Another group can lend you one work stand. That saves £74.00.", "We can print the leaflets for you."]),
        offer: terms("£196.00"),
    }
}

pub(crate) fn deferred() -> Outcome {
    Outcome::Deferred {
        missing: words(&["How many of the 40 people live in the Big Local area.", "A price for the two work stands."]),
        by: Some("Friday 6 January 2023".into()),
        next_meeting: Some("Thursday 26 January 2023".into()),
    }
}

pub(crate) fn declined() -> Outcome {
    Outcome::Declined {
        reasons: words(&[
            "The money would pay for something you have already bought.",
            "The plan says that we cannot pay for this after it has happened.",
        ]),
    }
}
