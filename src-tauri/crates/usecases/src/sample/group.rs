//! A group's paper form, typed in.

use super::shape::GroupShape;
use crate::Open;
use domain::application::{AgeGroup, Answer, Contact, CoverSheet, GroupKind, TypedApplication, TypedCostLine, TypedPeople};
use domain::date::TypedDate;

impl GroupShape {
    /// The form as it stands on the screen once it is typed in, in full or as far as the paper is read.
    pub(super) fn typed(&self, open: &Open) -> TypedApplication {
        let surroundings = open.register().surroundings();
        let ticked = open.plan().priorities.iter().filter(|priority| self.priorities.contains(&priority.number));
        TypedApplication {
            cover: CoverSheet {
                group_name: self.name.clone(),
                group_kind: GroupKind::from_code(&self.kind),
                summary: self.summary.clone(),
                contacts: self
                    .contacts
                    .iter()
                    .map(|contact| Contact {
                        name: contact.name.clone(),
                        position: contact.position.clone(),
                        phone: contact.phone.clone(),
                        email: contact.email.clone(),
                    })
                    .collect(),
                address: self.address.clone(),
                postcode: self.postcode.clone(),
                heard_how: self.heard_how.clone(),
                payee_name: self.payee_name.clone(),
            },
            received_on: TypedDate::from_date(self.received_on),
            priorities: ticked.map(|priority| priority.id).collect(),
            people: TypedPeople {
                by_age: self.by_age.iter().filter_map(|(age, count)| Some((AgeGroup::from_code(age)?, count.clone()))).collect(),
                total: self.people.clone(),
                from_area: self.people_from_area.clone(),
            },
            costs: self
                .costs
                .iter()
                .map(|cost| TypedCostLine { id: surroundings.new_id().into(), what: cost.what.clone(), amount: cost.amount.clone() })
                .collect(),
            asked: self.asked.clone(),
            answers: self.answers.clone().map(|answer| Answer { left_blank: answer.is_none(), text: answer.unwrap_or_default() }),
        }
    }
}
