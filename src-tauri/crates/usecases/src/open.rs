//! The open register: the unlocked file, the member at it, the plans, and every case this member may read.

use crate::case::{Case, GrantCase, load};
use crate::spending::Known;
use crate::{Error, Result, grant, seal};
use chrono::NaiveDate;
use domain::Money;
use domain::budget::LineMoney;
use domain::id::{ApplicationId, GrantId, MemberId};
use domain::interest::{Sight, Stance};
use domain::member::{Act, Member, Role, may};
use domain::plan::{Activity, Adopted, Fund, Plan, Plans};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use store::{Changed, Event, KeyHolder, ReadTx, Register, StandingInterestRow, Which, WriteTx};
use uuid::Uuid;

/// Everybody in the members' list by id: their name and role.
type People = HashMap<Uuid, (String, Option<Role>)>;

/// An unlocked register with the member who sits at it. Dropping it locks the register and forgets every text.
pub struct Open {
    register: Register,
    member: Member,
    partnership: String,
    plans: Plans,
    spending: Known,
    sample: bool,
    people: People,
    holders: Vec<KeyHolder>,
    standing: Vec<StandingInterestRow>,
    cases: BTreeMap<ApplicationId, Case>,
    grants: HashMap<GrantId, ApplicationId>,
}

/// What a change may look at while it is made.
pub(crate) struct Desk<'o> {
    /// Who does it.
    pub(crate) member: &'o Member,
    /// Every plan.
    pub(crate) plans: &'o Plans,
    /// Money moved and awarded.
    pub(crate) spending: &'o Known,
    /// Every case.
    pub(crate) cases: &'o BTreeMap<ApplicationId, Case>,
}

impl Desk<'_> {
    /// What is free for what is decided on a day: on the line of the fund, in the plan that covers the day.
    pub(crate) fn free(&self, decided_on: NaiveDate) -> Money {
        let adopted = self.plans.of_day(decided_on);
        self.line(adopted, &adopted.fund.activity).free()
    }

    /// The money of a line of a plan.
    pub(crate) fn line(&self, adopted: &Adopted, code: &str) -> LineMoney {
        line(self, adopted, code)
    }
}

/// The money of a line of one plan, by every decision that moved or committed money on it. A grant is the plan's that covers
/// the day on which it was awarded.
fn line(desk: &Desk<'_>, adopted: &Adopted, code: &str) -> LineMoney {
    let plan = desk.spending.plan_on(adopted, NaiveDate::MAX);
    let planned = plan.activity(code).map(Activity::planned).unwrap_or_default();
    let grants = grants_of(desk.plans, adopted, desk.cases.values()).filter(|grant| grant.row.code == code);
    let awards = desk.spending.awards_of(adopted.id).filter(|row| row.award.code == code);
    LineMoney::of(planned, grants.map(|grant| grant.grant.money()).chain(awards.map(|row| row.award.money())))
}

/// The grants of one plan.
fn grants_of<'o>(plans: &'o Plans, adopted: &'o Adopted, cases: impl Iterator<Item = &'o Case>) -> impl Iterator<Item = &'o GrantCase> {
    cases.filter_map(|case| case.grant.as_ref()).filter(|grant| plans.of_day(grant.row.awarded_on).id == adopted.id)
}

impl Open {
    /// Sits down at an unlocked register. What waited for a reader who can open it is sealed anew first.
    pub fn new(mut register: Register, partnership: String) -> Result<Self> {
        settle(&mut register)?;
        let signed_in = register.signed_in();
        let (people, holders, standing, plans, spending, cases, sample) = register.read(|tx| {
            let (people, holders) = people(tx)?;
            let member = member_of(&people, signed_in)?;
            let plans = tx.plans()?.into_iter().map(|row| row.adopted).collect();
            let plans = Plans::new(plans).ok_or(Error::NotFound)?;
            let sample = tx.setting("sample")?.is_some();
            Ok::<_, Error>((people, holders, tx.standing_interests()?, plans, Known::read(tx)?, load(tx, Which::All, &member)?, sample))
        })?;
        let member = member_of(&people, signed_in)?;
        let (cases_by_id, grants) = (BTreeMap::new(), HashMap::new());
        let mut open =
            Self { register, member, partnership, plans, spending, sample, people, holders, standing, cases: cases_by_id, grants };
        for case in cases {
            open.put(case);
        }
        grant::erasure::erase_what_is_over(&mut open)?;
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

    /// Every plan, the oldest first.
    pub fn plans(&self) -> &Plans {
        &self.plans
    }

    /// Money moved and awarded in every plan.
    pub(crate) fn spending(&self) -> &Known {
        &self.spending
    }

    /// The plan in force today.
    pub fn plan(&self) -> &Plan {
        &self.plan_of(self.today()).plan
    }

    /// The fund that is open today.
    pub fn fund(&self) -> &Fund {
        &self.plan_of(self.today()).fund
    }

    /// The plan that covers a day, with its fund.
    pub fn plan_of(&self, day: NaiveDate) -> &Adopted {
        self.plans.of_day(day)
    }

    /// Reads the plans again after one was adopted.
    pub(crate) fn read_plans_again(&mut self) -> Result<()> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        let rows = self.register.read(|tx| tx.plans())?;
        self.plans = Plans::new(rows.into_iter().map(|row| row.adopted).collect()).ok_or(Error::NotFound)?;
        Ok(())
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
        self.people.get(&member_id).map_or("", |(name, _)| name.as_str())
    }

    /// A member's role.
    pub fn role_of(&self, member_id: Uuid) -> Option<Role> {
        self.people.get(&member_id).and_then(|(_, role)| *role)
    }

    /// Every member with their name, in order of name.
    pub(crate) fn people(&self) -> impl Iterator<Item = (Uuid, &str)> {
        let mut people: Vec<(Uuid, &str)> = self.people.iter().map(|(id, (name, _))| (*id, name.as_str())).collect();
        people.sort_by_key(|(id, name)| (*name, *id));
        people.into_iter()
    }

    /// The names of those who may read a case: while its embargo holds, the members who read applications and have no
    /// interest in this one; after it, everybody at the register.
    pub fn readers_of(&self, case: &Case) -> Vec<String> {
        let sealed = case.is_sealed();
        let reads = |holder: &&KeyHolder| {
            if sealed {
                Role::from_code(&holder.role).is_some_and(|role| may(role, Act::ReadSealed))
                    && case.stance(MemberId(holder.member_id)).may_hold()
            } else {
                holder.at_register
            }
        };
        self.holders.iter().filter(reads).map(|holder| holder.name.clone()).collect()
    }

    /// The names of those who may read what an embargo on a meeting item or a document is about.
    pub(crate) fn readers_of_matter(&self, in_force: bool) -> Vec<String> {
        let reads = |holder: &&KeyHolder| {
            if in_force { Role::from_code(&holder.role).is_some_and(|role| may(role, Act::ReadSealed)) } else { holder.at_register }
        };
        self.holders.iter().filter(reads).map(|holder| holder.name.clone()).collect()
    }

    /// The standing register of interests, oldest entry first.
    pub(crate) fn standing(&self) -> &[StandingInterestRow] {
        &self.standing
    }

    /// Reads the standing register again after a change of it.
    pub(crate) fn read_standing_again(&mut self) -> Result<()> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough over lifetimes")]
        let standing = self.register.read(|tx| tx.standing_interests())?;
        self.standing = standing;
        Ok(())
    }

    /// Where a member stands towards an application.
    pub fn stance(&self, member: MemberId, application: ApplicationId) -> Result<Stance> {
        Ok(self.case(application)?.stance(member))
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

    /// The money of a line of the plan in force.
    pub fn line(&self, code: &str) -> LineMoney {
        self.line_of(self.plan_of(self.today()), code)
    }

    /// The money of a line of one plan.
    pub fn line_of(&self, adopted: &Adopted, code: &str) -> LineMoney {
        self.desk().line(adopted, code)
    }

    /// The grants of one plan.
    pub fn grants_of<'o>(&'o self, adopted: &'o Adopted) -> impl Iterator<Item = &'o GrantCase> {
        grants_of(&self.plans, adopted, self.cases.values())
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
        let (people, holders) = self.register.read(people)?;
        let member = member_of(&people, self.member.id.0)?;
        let changed = member.role != self.member.role;
        (self.people, self.holders, self.member) = (people, holders, member);
        if changed {
            for case in self.register.read(|tx| load(tx, Which::All, &self.member))? {
                self.put(case);
            }
        }
        Ok(())
    }

    /// Changes something of the register that belongs to no case.
    pub(crate) fn change_register<T>(&mut self, work: impl FnOnce(&mut WriteTx<'_>) -> Result<(T, Event)>) -> Result<Changed<T>> {
        self.register.change(work)
    }

    /// What a change answers that had nothing to write.
    pub(crate) fn unchanged<T>(&self, value: T) -> Result<Changed<T>> {
        Ok(Changed { value, touched: Vec::new(), event_seq: self.register.head()?.seq })
    }

    /// Changes one case: the work and its event are saved together, and the case is read again. While its embargo holds
    /// only those who see it whole may do anything to it.
    pub(crate) fn change<T>(
        &mut self,
        id: ApplicationId,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>, &Case, &Desk<'_>) -> Result<(T, Event)>,
    ) -> Result<Changed<T>> {
        self.member.permit(act)?;
        if self.case(id)?.sight != Sight::Whole {
            return Err(Error::NotFound);
        }
        self.change_case(id, work)
    }

    /// Changes something that belongs to no one case, with every case to look at. Cases that it changes are to be read again.
    pub(crate) fn change_beside<T>(
        &mut self,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>, &Desk<'_>) -> Result<(T, Event)>,
    ) -> Result<Changed<T>> {
        self.member.permit(act)?;
        let desk = Desk { member: &self.member, plans: &self.plans, spending: &self.spending, cases: &self.cases };
        self.register.change(|tx| work(tx, &desk))
    }

    /// Changes money that was moved or awarded, and reads it again.
    pub(crate) fn change_spending<T>(
        &mut self,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>, &Desk<'_>) -> Result<(T, Event)>,
    ) -> Result<Changed<T>> {
        let changed = self.change_beside(act, work)?;
        self.spending = self.register.read(Known::read)?;
        Ok(changed)
    }

    /// What a change may look at, for what only looks.
    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk { member: &self.member, plans: &self.plans, spending: &self.spending, cases: &self.cases }
    }

    /// As [`Open::change`], for whoever the work itself lets: what a member says about their own interest.
    pub(crate) fn change_case<T>(
        &mut self,
        id: ApplicationId,
        work: impl FnOnce(&mut WriteTx<'_>, &Case, &Desk<'_>) -> Result<(T, Event)>,
    ) -> Result<Changed<T>> {
        let case = self.cases.get(&id).ok_or(Error::NotFound)?;
        let desk = Desk { member: &self.member, plans: &self.plans, spending: &self.spending, cases: &self.cases };
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
        let desk = Desk { member: &self.member, plans: &self.plans, spending: &self.spending, cases: &self.cases };
        let changed = self.register.change(|tx| work(tx, &desk))?;
        self.read_again(changed.value)?;
        Ok(changed)
    }

    /// Reads some cases again, after a change that belongs to all of them.
    pub(crate) fn read_cases_again(&mut self, applications: &[Uuid]) -> Result<()> {
        applications.iter().try_for_each(|id| self.read_again(ApplicationId(*id)))
    }

    pub(crate) fn read_again(&mut self, id: ApplicationId) -> Result<()> {
        let cases = self.register.read(|tx| load(tx, Which::One(id.0), &self.member))?;
        for case in cases {
            self.put(case);
        }
        Ok(())
    }
}

/// Everybody in the members' list by id, and those who have keys now.
fn people(tx: &ReadTx<'_>) -> Result<(People, Vec<KeyHolder>)> {
    let people = tx.members()?.into_iter().map(|person| (person.member_id, (person.name, Role::from_code(&person.role))));
    Ok((people.collect(), tx.key_holders()?))
}

fn member_of(people: &People, id: Uuid) -> Result<Member> {
    let (name, role) = people.get(&id).ok_or(Error::NotFound)?;
    Ok(Member { id: MemberId(id), name: name.clone(), role: role.ok_or(Error::NotFound)? })
}

/// Seals anew what waits for the member who sits down, if anything does.
fn settle(register: &mut Register) -> Result<()> {
    if register.is_looked_at_only() || !register.read(seal::is_due)? {
        return Ok(());
    }
    register.change(|tx| {
        let subjects = seal::settle(tx)?;
        Ok::<_, Error>((
            (),
            Event { kind: "sealedAnew", subject: None, payload: json!({ "subjects": subjects }), touched: &[], signed: false },
        ))
    })?;
    Ok(())
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Open").field("cases", &self.cases.len()).finish_non_exhaustive()
    }
}
