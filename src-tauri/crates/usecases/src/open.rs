//! The open register: the unlocked file, the member at it, the plan, and every case this member may read.

use crate::case::{Case, load};
use crate::{Error, Result, seal};
use chrono::NaiveDate;
use domain::budget::LineMoney;
use domain::id::{ApplicationId, GrantId, MemberId};
use domain::member::{Act, Member, Role};
use domain::plan::{Fund, Plan};
use std::collections::{BTreeMap, HashMap};
use store::{Changed, Event, Register, Which, WriteTx};
use uuid::Uuid;

/// An unlocked register with the member who sits at it. Dropping it locks the register and forgets every text.
pub struct Open {
    register: Register,
    member: Member,
    partnership: String,
    plan: Plan,
    fund: Fund,
    sample: bool,
    people: HashMap<Uuid, String>,
    readers: Vec<String>,
    cases: BTreeMap<ApplicationId, Case>,
    grants: HashMap<GrantId, ApplicationId>,
}

/// What a change may look at while it is made.
pub(crate) struct Desk<'o> {
    /// Who does it.
    pub(crate) member: &'o Member,
    /// The plan.
    pub(crate) plan: &'o Plan,
    /// The fund.
    pub(crate) fund: &'o Fund,
    /// Every case.
    pub(crate) cases: &'o BTreeMap<ApplicationId, Case>,
}

impl Desk<'_> {
    /// The money of a line of the plan.
    pub(crate) fn line(&self, code: &str) -> LineMoney {
        line(self.plan, self.cases, code)
    }
}

fn line(plan: &Plan, cases: &BTreeMap<ApplicationId, Case>, code: &str) -> LineMoney {
    let planned = plan.activities.iter().find(|activity| activity.code == code).map(domain::plan::Activity::planned).unwrap_or_default();
    let grants = cases.values().filter_map(|case| case.grant.as_ref()).filter(|grant| grant.row.code == code);
    LineMoney::of(planned, grants.map(|grant| grant.grant.money()))
}

impl Open {
    /// Sits down at an unlocked register.
    pub fn new(register: Register, partnership: String) -> Result<Self> {
        let signed_in = register.signed_in();
        let (member, plan, people, readers, cases, sample) = register.read(|tx| {
            let people = tx.members()?;
            let me = people.iter().find(|person| person.member_id == signed_in).ok_or(Error::NotFound)?;
            let role = Role::from_code(&me.role).ok_or(Error::NotFound)?;
            let member = Member { id: MemberId(signed_in), name: me.name.clone(), role };
            let plan = tx.plan()?.ok_or(Error::NotFound)?;
            let sample = tx.setting("sample")?.is_some();
            let readers = seal::reader_names(tx)?;
            Ok::<_, Error>((member, plan, people, readers, load(tx, Which::All)?, sample))
        })?;
        let (plan, fund) = plan;
        let mut open = Self {
            register,
            member,
            partnership,
            plan,
            fund,
            sample,
            people: people.into_iter().map(|person| (person.member_id, person.name)).collect(),
            readers,
            cases: BTreeMap::new(),
            grants: HashMap::new(),
        };
        for case in cases {
            open.put(case);
        }
        Ok(open)
    }

    fn put(&mut self, case: Case) {
        if let Some(grant_id) = case.grant_id() {
            self.grants.insert(grant_id, case.id());
        }
        self.cases.insert(case.id(), case);
    }

    /// The member at the register.
    pub fn member(&self) -> &Member {
        &self.member
    }

    /// The partnership's name.
    pub fn partnership(&self) -> &str {
        &self.partnership
    }

    /// Whether it is the invented sample.
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The fund that is open.
    pub fn fund(&self) -> &Fund {
        &self.fund
    }

    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.register.surroundings().today()
    }

    /// The register itself.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// A member's name.
    pub fn name_of(&self, member_id: Uuid) -> &str {
        self.people.get(&member_id).map_or("", String::as_str)
    }

    /// Every member with their name, in order of name.
    pub(crate) fn people(&self) -> impl Iterator<Item = (Uuid, &str)> {
        let mut people: Vec<(Uuid, &str)> = self.people.iter().map(|(id, name)| (*id, name.as_str())).collect();
        people.sort_by_key(|(id, name)| (*name, *id));
        people.into_iter()
    }

    /// The names of those at this register who may read what is under embargo.
    pub fn readers(&self) -> &[String] {
        &self.readers
    }

    /// Every case, in the order they were begun.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.cases.values()
    }

    /// One case.
    pub fn case(&self, id: ApplicationId) -> Result<&Case> {
        self.cases.get(&id).ok_or(Error::NotFound)
    }

    /// The case of a grant.
    pub fn case_of_grant(&self, id: GrantId) -> Result<&Case> {
        self.grants.get(&id).ok_or(Error::NotFound).and_then(|id| self.case(*id))
    }

    /// The money of a line of the plan.
    pub fn line(&self, code: &str) -> LineMoney {
        line(&self.plan, &self.cases, code)
    }

    /// Locks the register, and says whether everything reached the file.
    pub fn close(self) -> Result<()> {
        Ok(self.register.close()?)
    }

    /// The register itself, for a change of who holds its keys. Read the people again after it.
    pub(crate) fn register_mut(&mut self) -> &mut Register {
        &mut self.register
    }

    /// Reads again who the members are and who may read what, after a change of members or of keys. If one's own role
    /// changed, every case is read again too.
    pub(crate) fn read_people_again(&mut self) -> Result<()> {
        let me = self.member.id;
        let (people, readers) = self.register.read(|tx| Ok::<_, Error>((tx.members()?, seal::reader_names(tx)?)))?;
        self.readers = readers;
        let mine = people.iter().find(|person| person.member_id == me.0).ok_or(Error::NotFound)?;
        let role = Role::from_code(&mine.role).ok_or(Error::NotFound)?;
        let changed = role != self.member.role;
        self.member = Member { id: me, name: mine.name.clone(), role };
        self.people = people.into_iter().map(|person| (person.member_id, person.name)).collect();
        if changed {
            for case in self.register.read(|tx| load(tx, Which::All))? {
                self.put(case);
            }
        }
        Ok(())
    }

    /// Changes something of the register that belongs to no case.
    pub(crate) fn change_register<T>(&mut self, work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event)>) -> Result<Changed<T>> {
        self.register.change(work)
    }

    /// Changes one case: the work and its event are saved together, and the case is read again.
    pub(crate) fn change<T>(
        &mut self,
        id: ApplicationId,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>, &Case, &Desk<'_>) -> Result<(T, Event)>,
    ) -> Result<Changed<T>> {
        self.member.permit(act)?;
        let case = self.cases.get(&id).ok_or(Error::NotFound)?;
        let desk = Desk { member: &self.member, plan: &self.plan, fund: &self.fund, cases: &self.cases };
        let changed = self.register.change(|tx| work(tx, case, &desk))?;
        self.read_again(id)?;
        Ok(changed)
    }

    /// Changes the case of a grant.
    pub(crate) fn change_grant<T>(
        &mut self,
        id: GrantId,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>, &Case, &Desk<'_>) -> Result<(T, Event)>,
    ) -> Result<Changed<T>> {
        let application = *self.grants.get(&id).ok_or(Error::NotFound)?;
        self.change(application, act, work)
    }

    /// Adds a case.
    pub(crate) fn add(
        &mut self,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>, &Desk<'_>) -> Result<(ApplicationId, Event)>,
    ) -> Result<Changed<ApplicationId>> {
        self.member.permit(act)?;
        let desk = Desk { member: &self.member, plan: &self.plan, fund: &self.fund, cases: &self.cases };
        let changed = self.register.change(|tx| work(tx, &desk))?;
        self.read_again(changed.value)?;
        Ok(changed)
    }

    fn read_again(&mut self, id: ApplicationId) -> Result<()> {
        let cases = self.register.read(|tx| load(tx, Which::One(id.0)))?;
        for case in cases {
            self.put(case);
        }
        Ok(())
    }
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Open").field("cases", &self.cases.len()).finish_non_exhaustive()
    }
}
