//! A partnership that can meet: thirteen members with seats, nine residents and four advisers, and four applications that wait.

use crate::{Paper, Stage, TestRegister};
use chrono::NaiveDate;
use domain::date::TypedDate;
use domain::id::{ApplicationId, MemberId};
use domain::member::{Residency, Role};
use keys::KdfCost;
use usecases::interest::{self, TypedAnswer};
use usecases::member::{self, TypedMember};

/// Each member: name, role, and what ties them to the area.
pub const MEMBERS: [(&str, Role, Residency); 13] = [
    ("Marcia Lowe", Role::Chair, Residency::Lives),
    ("Grace Adeyemi", Role::ViceChair, Residency::Lives),
    ("Terry Moult", Role::ViceChair, Residency::Lives),
    ("Ken Ashby", Role::Reviewer, Residency::Lives),
    ("Doreen Pike", Role::Resident, Residency::Lives),
    ("Bilal Hussain", Role::Resident, Residency::Lives),
    ("Sunita Rao", Role::Resident, Residency::Lives),
    ("Olive Hartley", Role::Resident, Residency::Lives),
    ("Piotr Zielinski", Role::Resident, Residency::Lives),
    ("Carol Finch", Role::Advisory, Residency::Works),
    ("Hannah Trent", Role::Advisory, Residency::Represents),
    ("Imran Sheikh", Role::Advisory, Residency::RunsBusiness),
    ("Neil Corby", Role::Advisory, Residency::Works),
];

/// Each application: the group, the amount, and words that stand in its text alone.
pub const APPLICATIONS: [(&str, &str, &str); 4] = [
    ("Larkspur Lane Choir", "240.00", "Thirty singers of every age share one songbook."),
    ("Bramble Court Bakers", "300.00", "A shared oven brings the courtyard together."),
    ("Quill and Kettle Club", "180.00", "Letters are written over tea for those who cannot write."),
    ("Tinkers Green Menders", "150.00", "Broken toasters learn to toast again."),
];

/// How Ken Ashby's interest in the first application arises.
pub const KENS_TIE: &str = "I sing second bass there";

/// The partnership.
pub struct Partnership {
    /// Its register, open for the co-ordinator, Joan Pelham, who has no seat.
    pub test: TestRegister,
    /// The members, in the order of [`MEMBERS`]. The chair and Ken Ashby have a passphrase too.
    pub members: Vec<MemberId>,
    /// The applications, in the order of [`APPLICATIONS`].
    pub applications: Vec<ApplicationId>,
}

impl Partnership {
    /// The partnership on a day. All members began a year before.
    pub fn on(day: NaiveDate) -> Self {
        let mut test = TestRegister::on(day);
        let began = TypedDate::from_date(day.checked_sub_months(chrono::Months::new(12)).unwrap());
        let members: Vec<MemberId> = MEMBERS
            .iter()
            .map(|(name, role, residency)| {
                let typed = TypedMember {
                    name: (*name).into(),
                    role: *role,
                    residency: Some(*residency),
                    started_on: began.clone(),
                    term_ends_on: TypedDate::default(),
                };
                member::add(&mut test.open, &typed).unwrap().value.id
            })
            .collect();
        for at in [0, 3] {
            member::give_vault(&mut test.open, members[at], &TestRegister::passphrase(), KdfCost::for_tests()).unwrap();
        }
        let applications: Vec<ApplicationId> = APPLICATIONS
            .iter()
            .map(|(group, asked, words)| {
                let paper = Paper { words: (*words).into(), ..Paper::of(group, asked) };
                paper.brought_to(&mut test.open, Stage::Received)
            })
            .collect();
        let co_ordinator = test.co_ordinator;
        let mut test = test.signed_in(members[3].0);
        interest::answer(&mut test.open, applications[0], &TypedAnswer::declared(KENS_TIE)).unwrap();
        Self { test: test.signed_in(co_ordinator), members, applications }
    }

    /// A member by their name.
    pub fn member(&self, name: &str) -> MemberId {
        self.members[MEMBERS.iter().position(|(known, ..)| *known == name).unwrap()]
    }
}
