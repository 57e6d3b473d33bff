//! The sample is an ordinary register: it proves itself, is backed up, and is got into again with a printed key.

use domain::application::ApplicationState;
use domain::member::Role;
use testkit::{Stage, TestRegister};
use usecases::register::{self, KdfCost, Passphrase, RegisterKeySource};

#[test]
fn a_register_with_every_stage_survives_backup_loss_and_recovery() {
    let (test, _) = TestRegister::new().with_member("Marcia Lowe", Role::Chair);
    let mut test = test;
    let ids: Vec<_> = Stage::ALL.iter().map(|stage| (test.add(&format!("Group at {stage:?}"), *stage), *stage)).collect();
    let set = register::back_up(&mut test.open).unwrap().value;
    let free = test.open.line("1.4").free();

    // The computer is lost. What is left is the set on a stick and the page in the envelope.
    let restored = test.place().join("restored");
    std::fs::rename(&set.folder, &restored).unwrap();
    let proved = register::verify(&restored, &RegisterKeySource::Recovery(&test.recovery), test.clock.as_ref()).unwrap();
    assert_eq!(u64::try_from(proved.journal.events).unwrap(), set.events);
    let new = Passphrase::typed("quilt zoom abide abdomen abacus");
    let world = || std::sync::Arc::clone(&test.clock) as std::sync::Arc<dyn register::Surroundings>;
    let (open, _) = register::recover(&restored, &test.recovery.printed(), test.co_ordinator, &new, KdfCost::for_tests(), world()).unwrap();
    open.close().unwrap();

    let open = register::open(&restored, test.co_ordinator, &new, world()).unwrap();
    assert_eq!(open.line("1.4").free(), free);
    for (id, stage) in &ids {
        let case = open.case(*id).unwrap();
        assert!(case.is_readable(), "{stage:?}");
        assert_eq!(case.group_name(), Some(format!("Group at {stage:?}").as_str()));
        let expected = match stage {
            Stage::Draft => ApplicationState::Draft,
            Stage::Received => ApplicationState::Received,
            _ => ApplicationState::Approved,
        };
        assert_eq!(case.state(), expected);
    }
    open.close().unwrap();
    // The other member's passphrase is as it was, and what was sealed to her still opens: at the gate, where she was not asked yet.
    let chair = register::inspect(&restored).unwrap().people.into_iter().find(|person| person.name == "Marcia Lowe").unwrap();
    let open = register::open(&restored, chair.member_id, &TestRegister::passphrase(), world()).unwrap();
    assert!(ids.iter().all(|(id, _)| open.case(*id).unwrap().summary().is_some()));
}
