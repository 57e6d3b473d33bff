//! The sample partnership: Allenton's final plan with invented groups and members at every stage of a grant's life.
//!
//! Nothing is put into its tables by hand. Its story is told through the same use cases that a person works with, on a
//! clock that is set to each day in turn, so that every event of its journal is one that could have happened.

mod clock;
mod group;
mod interests;
mod meeting;
mod money;
pub mod papers;
mod reviewing;
mod shape;
mod telling;
mod voting;

use crate::register::day::{SAMPLE, SampleSetting};
use crate::{Error, Open, Result, membership, plan, register};
use clock::PastClock;
use domain::member::Role;
use keys::{KdfCost, Passphrase};
use serde_json::json;
use shape::{GroupShape, MemberShape, StoryShape};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use store::{Event, MemberFacts, NewRegister, NewVault, Register, Surroundings};
use telling::Teller;
use uuid::Uuid;

const STORY: &str = include_str!("../../../../assets/sample/story.json");
const GROUPS: &str = include_str!("../../../../assets/sample/groups.json");

/// The day before the plan began, when the sample's register was made.
const MADE_ON: &str = "2022-03-31";

/// The passphrase of everybody in the sample. It is no secret: all of it is invented.
pub fn passphrase() -> Result<Passphrase> {
    Ok(Passphrase::typed(&story()?.passphrase))
}

/// Makes the sample partnership in a folder of its own inside `folder`, and sits its co-ordinator down at it.
pub fn create(folder: &Path, cost: KdfCost, surroundings: Arc<dyn Surroundings>) -> Result<(Open, Passphrase)> {
    let story = story()?;
    let passphrase = Passphrase::typed(&story.passphrase);
    let file = plan::final_plan(surroundings.as_ref())?;
    let target = folder.join(register::folder_name(&format!("{} sample", file.partnership)));
    let clock = Arc::new(PastClock::over(Arc::clone(&surroundings), MADE_ON.parse().unwrap_or_default()));
    let co_ordinator = story.members.iter().find(|member| member.role == Role::Coordinator.code()).ok_or(Error::NotFound)?;
    let new = NewRegister {
        folder: &target,
        partnership: &file.partnership,
        member_name: &co_ordinator.name,
        member_role: &co_ordinator.role,
        passphrase: &passphrase,
        cost,
    };
    let created = Register::create(&new, Arc::clone(&clock) as Arc<dyn Surroundings>)?;
    let me = created.member_id;
    let told = tell(created.register, &story, &file, cost, &clock);
    if told.is_err() {
        // Half a story would only puzzle people.
        let _ = std::fs::remove_dir_all(&target);
    }
    told?;
    Ok((register::open(&target, me, &passphrase, surroundings)?, passphrase))
}

fn story() -> Result<StoryShape> {
    Ok(serde_json::from_str(STORY)?)
}

/// Puts in the plan and the members, and lets the story happen.
fn tell(mut register: Register, story: &StoryShape, file: &plan::PlanFile, cost: KdfCost, clock: &Arc<PastClock>) -> Result<()> {
    let passphrase = Passphrase::typed(&story.passphrase);
    plan::put_in(&mut register, file)?;
    let setting = serde_json::to_value(SampleSetting { today: story.today })?;
    register.change(|tx| {
        tx.put_setting(SAMPLE, &setting)?;
        Ok::<_, Error>(((), Event { kind: "sampleMarked", subject: None, payload: setting.clone(), touched: &[], signed: false }))
    })?;
    let me = register.signed_in();
    let (mut clerk, mut chair) = (me, me);
    for member in story.members.iter().filter(|member| member.role != Role::Coordinator.code()) {
        let id = add(&mut register, member, &passphrase, cost)?;
        if member.role == Role::LtoClerk.code() {
            clerk = id;
        } else if member.role == Role::Chair.code() {
            chair = id;
        }
    }
    let groups: Vec<GroupShape> = serde_json::from_str(GROUPS)?;
    let groups: HashMap<&str, &GroupShape> = groups.iter().map(|group| (group.key.as_str(), group)).collect();
    let mut open = Open::new(register, file.partnership.clone())?;
    interests::tell_standing(&mut open, &story.standing)?;
    let mut teller = Teller::new(open, groups, clock, passphrase, [me, clerk, chair]);
    for step in &story.steps {
        teller.tell(step)?;
    }
    teller.end()
}

/// Adds a member: with a vault when they work at the register.
fn add(register: &mut Register, member: &MemberShape, passphrase: &Passphrase, cost: KdfCost) -> Result<Uuid> {
    let member_id = register.surroundings().new_id();
    let (name, role, residency) = (member.name.as_str(), member.role.as_str(), member.residency.as_deref());
    register.change(|tx| {
        let started_on = member.from.unwrap_or_else(|| tx.today());
        let facts = MemberFacts { name, role, residency, started_on, term_ends_on: member.until };
        tx.add_member(member_id, &facts)?;
        membership::seat_as_listed(tx, member_id.into(), &facts)?;
        let payload = json!({ "name": name, "role": role, "residency": residency, "startedOn": started_on, "termEndsOn": member.until });
        Ok::<_, Error>(((), Event { kind: "memberAdded", subject: Some(member_id), payload, touched: &["members"], signed: false }))
    })?;
    if member.works_here {
        register.add_vault(&NewVault { member_id, name, role, passphrase, cost })?;
    }
    Ok(member_id)
}

#[cfg(test)]
mod tests;
