//! The choices in a register: who may change them, from when, and what stays.

use super::{TypedChoices, change, on, view};
use crate::interest::tests::place::{Place, day, on as typed_on};
use crate::{Error, FieldFault};
use domain::Money;
use domain::constitution::{CastingVote, Constitution, SubGroupPower, Threshold, Withdrawal};

fn typed() -> TypedChoices {
    TypedChoices {
        advisory_counts: false,
        remained_counts: false,
        withdrawal: Withdrawal::Always,
        casting: CastingVote::ChairOnly,
        email_threshold: Threshold::TwoThirdsOfResidents,
        email_days: " 10 ".into(),
        sub_group_decides: true,
        up_to: "£250".into(),
        from: typed_on("2023-01-10"),
        reason: "Agreed on 10 January.".into(),
    }
}

#[test]
fn choices_hold_from_their_day_and_every_set_stays() {
    let mut place = Place::new();
    let (joan, marcia) = (place.joan, place.marcia);
    let open = place.sit(marcia);
    assert_eq!(view(open).unwrap().now, Constitution::default());
    change(open, &typed()).unwrap();
    let entry = open.register().read(|tx| tx.entries(None, 1)).unwrap().remove(0);
    assert!(entry.signed && entry.kind == "constitutionChanged" && format!("{entry:?}").contains("Agreed on 10 January."));
    change(open, &TypedChoices { email_days: "20".into(), from: typed_on("2023-02-01"), ..typed() }).unwrap();

    let view = view(place.sit(joan)).unwrap();
    let chosen = Constitution {
        advisory_counts: false,
        remained_counts: false,
        withdrawal: Withdrawal::Always,
        casting: CastingVote::ChairOnly,
        email_threshold: Threshold::TwoThirdsOfResidents,
        email_days: 10,
        sub_group: SubGroupPower::Decides { up_to: Money::from_pence(25_000) },
    };
    assert_eq!((view.now, view.may_change), (chosen, true));
    let history: Vec<_> = view.history.iter().map(|set| (set.from, set.choices.email_days, set.recorded_by)).collect();
    assert_eq!(history, [(day("2023-02-01"), 20, marcia.0), (day("2023-01-10"), 10, marcia.0)]);
    let mut held = |text| place.open().register().read(|tx| on(tx, day(text))).unwrap();
    assert_eq!(held("2023-01-09"), Constitution::default());
    assert_eq!(held("2023-01-31"), chosen);
    assert_eq!(held("2023-02-01").email_days, 20);
}

#[test]
fn only_the_co_ordinator_and_the_chair_change_them_and_each_field_is_told() {
    let mut place = Place::new();
    let (joan, grace, ines) = (place.joan, place.grace, place.ines);
    for member in [grace, ines] {
        let open = place.sit(member);
        assert!(!view(open).unwrap().may_change);
        assert!(matches!(change(open, &typed()), Err(Error::NotPermitted(_))));
    }
    let open = place.sit(joan);
    let mut fields = |typed: &TypedChoices| match change(open, typed) {
        Err(Error::Fields(fields)) => fields,
        other => panic!("{other:?}"),
    };
    let empty = TypedChoices { email_days: "x".into(), up_to: String::new(), reason: " ".into(), ..typed() };
    let named: Vec<String> = fields(&empty).into_iter().map(|(field, _)| field).collect();
    assert_eq!(named, ["emailDays", "upTo", "reason"]);
    let days = TypedChoices { email_days: "0".into(), ..typed() };
    assert_eq!(fields(&days), [("emailDays".to_owned(), FieldFault::Days { most: 60 })]);
    let nothing = TypedChoices { up_to: "0".into(), ..typed() };
    assert_eq!(fields(&nothing), [("upTo".to_owned(), FieldFault::NothingOfIt)]);
    assert_eq!(view(open).unwrap().history, []);
}
