//! Seats that come with the members' list.

use super::*;

fn names(open: &Open, on: &str) -> Vec<(String, bool, Option<Office>)> {
    let seats = open.register().read(|tx| roll(tx, day(on))).unwrap();
    seats.into_iter().map(|seat| (seat.name, seat.resident, seat.office)).collect()
}

#[test]
fn whoever_is_put_on_the_members_list_has_the_seat_and_office_of_their_role() {
    // §8.3, §8.5.
    let (_home, mut open) = made();
    for (name, role, residency) in [
        ("Ada Brook", Role::Chair, Residency::Lives),
        ("Ben Cole", Role::ViceChair, Residency::Lives),
        ("Cy Dunn", Role::Resident, Residency::Lives),
        ("Di Evans", Role::Reviewer, Residency::Lives),
        ("Ed Frost", Role::Reviewer, Residency::Works),
        ("Flo Gray", Role::Advisory, Residency::Represents),
        ("Gil Hale", Role::LtoClerk, Residency::Lives),
        ("Hal Ives", Role::ReadOnly, Residency::Lives),
    ] {
        added(&mut open, name, role, residency);
    }
    let everybody = [
        ("Ada Brook".to_owned(), true, Some(Office::Chair)),
        ("Ben Cole".to_owned(), true, Some(Office::ViceChair)),
        ("Cy Dunn".to_owned(), true, None),
        ("Di Evans".to_owned(), true, None),
        ("Ed Frost".to_owned(), false, None),
        ("Flo Gray".to_owned(), false, None),
    ];
    assert_eq!(names(&open, "2022-03-31"), []);
    assert_eq!(names(&open, "2022-04-01"), everybody);
    assert_eq!(names(&open, "2025-04-01"), everybody);
    // After three years only those who advise, and never had a term, still have a seat.
    assert_eq!(names(&open, "2025-04-02"), everybody[4..]);
}

#[test]
fn whoever_leaves_leaves_the_seat_and_the_office_too() {
    let (_home, mut open) = made();
    let ada = added(&mut open, "Ada Brook", Role::Chair, Residency::Lives);
    added(&mut open, "Cy Dunn", Role::Resident, Residency::Lives);
    member::leave(&mut open, ada, &TypedDate::from_date(day("2023-01-18")), "Moved to Derby").unwrap();
    assert_eq!(names(&open, "2023-01-17").len(), 2);
    assert_eq!(names(&open, "2023-01-18"), [("Cy Dunn".to_owned(), true, None)]);
    let offices = person(&open, ada).unwrap().offices;
    assert_eq!(offices[0].0.ended_on, Some(day("2023-01-18")));
}
