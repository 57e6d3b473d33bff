//! The seven questions of the application form, word for word (§7).

/// One question, as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// 1 to 7.
    pub number: u8,
    /// The question, word for word.
    pub text: &'static str,
    /// The help printed under it, if any.
    pub help: Option<&'static str>,
    /// A short name for lists of tasks; never printed on the form.
    pub short: &'static str,
}

/// The seven questions, in order (§7). The typing is the plan's own, hyphens and "Big local" included.
pub const QUESTIONS: [Question; 7] = [
    Question {
        number: 1,
        text: "Which of the Allenton Big Local priorities does your application respond to? Please tick those areas that apply from the list below",
        help: None,
        short: "Which priorities",
    },
    Question {
        number: 2,
        text: "What is your project and who will it benefit? Please include age groups and how many you expect to be from the Big local area.",
        help: None,
        short: "The project and who will benefit",
    },
    Question {
        number: 3,
        text: "What do you need money for and how much do you need from Allenton Big Local? - please include a breakdown.",
        help: None,
        short: "What the money is for",
    },
    Question {
        number: 4,
        text: "What benefits will this money bring to the Allenton Big Local area? - How will your project help us meet the priorities in the Big Local Plan?",
        help: None,
        short: "Benefits to the area",
    },
    Question {
        number: 5,
        text: "How will we know you have made a difference? Whatever approach you choose, we would expect to hear from those who have benefited.",
        help: Some(
            "This can be feedback through an email, photographs, a short presentation, at an event, a short report, or a video clip. Please let us know how you plan to tell us how the grant has made a difference. This information will be used to promote Allenton Big Local and the Community Funding opportunities. We will also need you to complete our Grant Feedback form within one month of the end of funding.",
        ),
        short: "How we will know it made a difference",
    },
    Question {
        number: 6,
        text: "How will you keep track of the money? Who will hold the money and how will expenditure be approved and kept track of? If you are successful, we will ask you to sign an agreement with us that you will use the money as agreed in this application. We expect you to keep receipts as these will need to be submitted at the end of the funding.",
        help: None,
        short: "Keeping track of the money",
    },
    Question { number: 7, text: "Anything else you would like to add?", help: None, short: "Anything else" },
];
