//! The quorum: a majority of the members present, and the majority of these residents (§8.6).

/// The fewest that are more than half of a number.
pub fn majority(of: u32) -> u32 {
    (of / 2).saturating_add(1)
}

/// The fewest that are two-thirds of a number (§8.3).
pub fn two_thirds(of: u32) -> u32 {
    of.saturating_sub(of / 3)
}

/// Who is counted for one item, at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quorum {
    /// The members there are.
    pub members: u32,
    /// Those of them who are present for the item.
    pub present: u32,
    /// Those of the present who are residents.
    pub residents: u32,
}

impl Quorum {
    /// How many members must be present.
    pub fn needed(&self) -> u32 {
        majority(self.members)
    }

    /// How many of those present must be residents.
    pub fn residents_needed(&self) -> u32 {
        majority(self.present)
    }

    /// Whether a majority of the members is present.
    pub fn enough_members(&self) -> bool {
        self.present >= self.needed()
    }

    /// Whether the majority of those present are residents.
    pub fn mostly_residents(&self) -> bool {
        self.residents >= self.residents_needed()
    }

    /// Whether a vote may be taken.
    pub fn is_met(&self) -> bool {
        self.enough_members() && self.mostly_residents()
    }

    /// Whether it would no longer be met if one more resident, or one more advisory member, left.
    pub fn has_nobody_to_spare(&self) -> bool {
        let without_a_resident = Self { present: self.present.saturating_sub(1), residents: self.residents.saturating_sub(1), ..*self };
        let without_an_adviser = Self { present: self.present.saturating_sub(1), ..*self };
        self.is_met()
            && ((self.residents > 0 && !without_a_resident.is_met()) || (self.present > self.residents && !without_an_adviser.is_met()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_majority_of_the_members_and_a_majority_of_residents_among_them_make_a_quorum() {
        // §8.6, the vectors of the handbook: members, present, residents among exactly that many.
        for (members, present, residents) in [(8, 5, 3), (9, 5, 3), (10, 6, 4), (12, 7, 4), (15, 8, 5), (20, 11, 6)] {
            let quorum = Quorum { members, present, residents };
            assert_eq!((quorum.needed(), quorum.residents_needed()), (present, residents), "{members} members");
            assert!(quorum.is_met(), "{members} members");
            assert!(!Quorum { present: present - 1, residents: present - 1, members }.is_met(), "one fewer of {members}");
            assert!(!Quorum { residents: residents - 1, ..quorum }.is_met(), "one resident fewer of {members}");
            assert!(quorum.has_nobody_to_spare(), "{members} members");
        }
    }

    #[test]
    fn half_is_not_a_majority() {
        for (members, present, residents, met) in
            [(13, 7, 5, true), (13, 6, 4, false), (13, 7, 3, false), (13, 8, 4, false), (13, 8, 5, true), (0, 0, 0, false), (1, 1, 1, true)]
        {
            assert_eq!(Quorum { members, present, residents }.is_met(), met, "{present} of {members}, {residents} residents");
        }
    }

    #[test]
    fn nobody_is_to_spare_when_the_next_to_leave_ends_it() {
        for (members, present, residents, none) in [
            (13, 7, 5, true),
            (13, 8, 8, false),
            // Eight with five residents: without one resident, four of seven are still the majority.
            (13, 8, 5, false),
            // Nine with five residents: without one of them, four of eight are none.
            (13, 9, 5, true),
            (13, 6, 4, false),
        ] {
            assert_eq!(Quorum { members, present, residents }.has_nobody_to_spare(), none, "{present} of {members}, {residents}");
        }
    }

    #[test]
    fn two_thirds_are_rounded_up() {
        // §8.3, the vectors of the handbook.
        for (of, needed) in [(5, 4), (6, 4), (7, 5), (8, 6), (9, 6), (10, 7), (11, 8), (12, 8), (1, 1), (0, 0)] {
            assert_eq!(two_thirds(of), needed, "of {of}");
        }
    }
}
