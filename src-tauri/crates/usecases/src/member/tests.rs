//! Members and their keys: who is let in, who is let go, and what they can read before and after.

use super::*;
use crate::{Passphrase, RecoveryKey, application, register};
use domain::date::TypedDate;
use domain::id::ApplicationId;
use keys::{KdfCost, Keyring};
use std::path::PathBuf;
use std::sync::Arc;
use store::{StoreError, Surroundings, SystemSurroundings, journal};
use tempfile::TempDir;

const GROUP: &str = "Merrybank Growers";

struct Place {
    home: TempDir,
    folder: PathBuf,
    joan: MemberId,
    recovery: RecoveryKey,
}

fn words() -> Passphrase {
    Passphrase::typed("abacus abdomen abide zoom quilt")
}

fn other_words() -> Passphrase {
    Passphrase::typed("zebra yogurt wombat velvet umpire")
}

fn world() -> Arc<dyn Surroundings> {
    Arc::new(SystemSurroundings)
}

/// A register with Joan Pelham, co-ordinator, at it, and one application on her desk.
fn made() -> (Place, Open, ApplicationId) {
    let home = tempfile::tempdir().unwrap();
    let made = register::create(home.path(), "Allenton Big Local", "Joan Pelham", &words(), KdfCost::for_tests(), world());
    let (mut open, recovery) = made.unwrap();
    let id = application::start(&mut open).unwrap().value;
    let mut typing = open.case(id).unwrap().on_screen().unwrap();
    GROUP.clone_into(&mut typing.cover.group_name);
    application::save_typing(&mut open, id, 0, &typing).unwrap();
    let place = Place { home, folder: open.register().folder().to_owned(), joan: open.member().id, recovery };
    (place, open, id)
}

impl Place {
    fn open(&self, who: MemberId, words: &Passphrase) -> Result<Open> {
        register::open(&self.folder, who.0, words, world())
    }
}

fn typed(name: &str, role: Role) -> TypedMember {
    TypedMember {
        name: name.to_owned(),
        role,
        residency: Some(Residency::Lives),
        started_on: TypedDate::from_date("2022-04-01".parse().unwrap()),
        term_ends_on: TypedDate::default(),
    }
}

fn added(open: &mut Open, name: &str, role: Role) -> MemberId {
    add(open, &typed(name, role)).unwrap().value.id
}

/// A member with a passphrase for the register.
fn at_register(open: &mut Open, name: &str, role: Role) -> MemberId {
    let id = added(open, name, role);
    give_vault(open, id, &other_words(), KdfCost::for_tests()).unwrap();
    id
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> MemberError {
    match result.unwrap_err() {
        Error::Member(refused) => refused,
        other => panic!("{other:?}"),
    }
}

fn listed(open: &Open, id: MemberId) -> MemberLine {
    list(open).unwrap().into_iter().find(|line| line.id == id).unwrap()
}

/// Who may read an application.
fn readers(open: &Open, id: ApplicationId) -> Vec<String> {
    open.readers_of(open.case(id).unwrap())
}

/// The group's name, where this member can open the application: in the gate, unless they typed it in.
fn opened(open: &Open, id: ApplicationId) -> Option<&str> {
    let case = open.case(id).unwrap();
    case.group_name().or_else(|| case.gate.as_ref().map(|gate| gate.group_name.as_str()))
}

fn today(open: &Open) -> TypedDate {
    TypedDate::from_date(open.today())
}

fn last_event(open: &Open) -> journal::Entry {
    open.register().read(|tx| tx.entries(None, 1)).unwrap().remove(0)
}

#[test]
fn a_member_is_added_with_a_term_of_three_years_at_most() {
    let (_place, mut open, _) = made();
    let mut ken = typed("Ken Ashby", Role::Resident);
    ken.term_ends_on = TypedDate::from_date("2025-04-02".parse().unwrap());
    let head = open.register().head().unwrap();
    let Err(Error::Fields(faults)) = add(&mut open, &ken) else { panic!("a term of more than three years") };
    assert_eq!(faults, [("termEndsOn".to_owned(), crate::FieldFault::TermTooLong { most: 3 })]);
    let Err(Error::Fields(faults)) = add(&mut open, &TypedMember { name: "  ".into(), ..ken.clone() }) else { panic!("no name") };
    assert_eq!(faults.len(), 2);
    assert_eq!(open.register().head().unwrap(), head);

    ken.term_ends_on = TypedDate::from_date("2025-03-31".parse().unwrap());
    let first = add(&mut open, &ken).unwrap();
    assert_eq!(first.touched, ["members"]);
    let line = listed(&open, first.value.id);
    assert_eq!((line.name.as_str(), line.role, line.residency), ("Ken Ashby", Role::Resident, Some(Residency::Lives)));
    assert_eq!(line.term_ends_on, "2025-03-31".parse().ok());
    assert_eq!((line.at_register, line.card_confirmed(), line.fingerprint), (false, false, None));
    assert_eq!(open.name_of(first.value.id.0), "Ken Ashby");
    assert!(!first.value.same_name);
    assert!(add(&mut open, &TypedMember { name: "ken ashby".into(), ..ken }).unwrap().value.same_name);
}

#[test]
fn only_those_who_keep_members_change_them() {
    let (place, mut open, _) = made();
    let grace = at_register(&mut open, "Grace Adeyemi", Role::ViceChair);
    let ken = added(&mut open, "Ken Ashby", Role::Resident);
    open.close().unwrap();
    let mut open = place.open(grace, &other_words()).unwrap();
    let head = open.register().head().unwrap();
    let card = my_card(&open).unwrap();
    let when = today(&open);
    let cost = KdfCost::for_tests();
    let refused = [
        add(&mut open, &typed("X", Role::Resident)).map(|_| ()),
        change(&mut open, ken, &typed("X", Role::Resident)).map(|_| ()),
        leave(&mut open, ken, &when, "").map(|_| ()),
        give_vault(&mut open, ken, &words(), cost).map(|_| ()),
        confirm_card(&mut open, ken, &card, "").map(|_| ()),
        new_recovery_page(&mut open).map(|_| ()),
    ];
    for result in refused {
        assert!(matches!(result, Err(Error::NotPermitted(_))), "{result:?}");
    }
    assert_eq!(open.register().head().unwrap(), head);
    // What concerns nobody but oneself is everybody's.
    change_my_passphrase(&mut open, &other_words(), &words(), cost).unwrap();
    open.close().unwrap();
    assert!(matches!(place.open(grace, &other_words()), Err(Error::Store(StoreError::WrongPassphrase))));
    place.open(grace, &words()).unwrap();
}

#[test]
fn a_member_with_a_passphrase_reads_what_the_role_may_and_no_more() {
    let (place, mut open, id) = made();
    let marcia = at_register(&mut open, "Marcia Lowe", Role::Chair);
    let anita = at_register(&mut open, "Anita Joyce", Role::LtoClerk);
    assert_eq!(readers(&open, id), ["Joan Pelham", "Marcia Lowe"]);
    assert!(listed(&open, marcia).reads_sealed && !listed(&open, anita).reads_sealed);
    assert_eq!(opened(&open, id), Some(GROUP));
    open.close().unwrap();
    let open = place.open(marcia, &other_words()).unwrap();
    assert_eq!(opened(&open, id), Some(GROUP));
    open.close().unwrap();
    let open = place.open(anita, &other_words()).unwrap();
    assert_eq!(opened(&open, id), None);
}

#[test]
fn a_new_role_is_journalled_with_the_old_one_and_changes_who_may_read() {
    let (place, mut open, id) = made();
    let marcia = at_register(&mut open, "Marcia Lowe", Role::Chair);
    change(&mut open, marcia, &typed("Marcia Lowe", Role::LtoClerk)).unwrap();
    let event = last_event(&open);
    assert!(event.signed && event.kind == "memberChanged");
    let journal::Payload::Kept(told) = event.payload else { panic!("kept") };
    assert_eq!((&told["from"]["role"], &told["to"]["role"]), (&"chair".into(), &"lto-clerk".into()));
    assert_eq!(readers(&open, id), ["Joan Pelham"]);
    open.close().unwrap();
    let open = place.open(marcia, &other_words()).unwrap();
    assert_eq!((open.member().role, opened(&open, id)), (Role::LtoClerk, None));
    open.close().unwrap();
    // And back again.
    let mut open = place.open(place.joan, &words()).unwrap();
    change(&mut open, marcia, &typed("Marcia Lowe-Finch", Role::Chair)).unwrap();
    open.close().unwrap();
    let open = place.open(marcia, &other_words()).unwrap();
    assert_eq!((open.member().name.as_str(), opened(&open, id)), ("Marcia Lowe-Finch", Some(GROUP)));
}

#[test]
fn somebody_who_leaves_keeps_no_key_and_their_name_stays_in_the_list() {
    let (place, mut open, id) = made();
    let marcia = at_register(&mut open, "Marcia Lowe", Role::Chair);
    let when = today(&open);
    let later = TypedDate::from_date(open.today().succ_opt().unwrap());
    assert!(matches!(leave(&mut open, marcia, &later, "x"), Err(Error::Fields(_))));
    leave(&mut open, marcia, &when, "moved to Derby").unwrap();
    assert!(last_event(&open).signed);
    let line = listed(&open, marcia);
    assert_eq!((line.left_on, line.left_reason.as_deref()), (Some(open.today()), Some("moved to Derby")));
    assert_eq!((line.at_register, line.reads_sealed, line.fingerprint), (false, false, None));
    assert_eq!(list(&open).unwrap().last().unwrap().id, marcia);
    assert_eq!((readers(&open, id), open.name_of(marcia.0)), (vec!["Joan Pelham".to_owned()], "Marcia Lowe"));
    assert_eq!(opened(&open, id), Some(GROUP));
    for refused in [
        refusal(leave(&mut open, marcia, &when, "")),
        refusal(change(&mut open, marcia, &typed("Marcia Lowe", Role::Chair))),
        refusal(give_vault(&mut open, marcia, &other_words(), KdfCost::for_tests())),
    ] {
        assert_eq!(refused, MemberError::HasLeft);
    }
    open.close().unwrap();
    assert!(place.open(marcia, &other_words()).is_err());
    let open = place.open(place.joan, &words()).unwrap();
    assert_eq!(opened(&open, id), Some(GROUP));
    open.register().read(journal::verify).unwrap();
}

#[test]
fn the_last_who_may_keep_members_cannot_leave_or_lose_the_role() {
    let (place, mut open, _) = made();
    // A chair who has no passphrase here is no help.
    let marcia = added(&mut open, "Marcia Lowe", Role::Chair);
    let when = today(&open);
    let joan = place.joan;
    assert_eq!(refusal(leave(&mut open, joan, &when, "")), MemberError::LastKeeper);
    assert_eq!(refusal(change(&mut open, joan, &typed("Joan Pelham", Role::Resident))), MemberError::LastKeeper);
    give_vault(&mut open, marcia, &other_words(), KdfCost::for_tests()).unwrap();
    change(&mut open, joan, &typed("Joan Pelham", Role::Resident)).unwrap();
    assert_eq!(open.member().role, Role::Resident);
    assert!(open.cases().all(|case| case.group_name().is_none()), "what was sealed leaves the memory with the role");
    open.close().unwrap();
    let mut open = place.open(marcia, &other_words()).unwrap();
    leave(&mut open, joan, &when, "").unwrap();
    open.close().unwrap();
    assert!(place.open(joan, &words()).is_err());
    place.open(marcia, &other_words()).unwrap();
}

#[test]
fn a_lost_passphrase_is_mended_by_another_and_ones_own_needs_the_old_one() {
    let (place, mut open, id) = made();
    let marcia = at_register(&mut open, "Marcia Lowe", Role::Chair);
    let before = listed(&open, marcia).fingerprint;
    let joan = place.joan;
    assert_eq!(refusal(give_vault(&mut open, joan, &other_words(), KdfCost::for_tests())), MemberError::OneSelf);
    let new = Passphrase::typed("quilt zoom abide abdomen abacus");
    give_vault(&mut open, marcia, &new, KdfCost::for_tests()).unwrap();
    assert_ne!(listed(&open, marcia).fingerprint, before);
    let short = Passphrase::typed("one two");
    for result in [
        give_vault(&mut open, marcia, &short, KdfCost::for_tests()),
        change_my_passphrase(&mut open, &words(), &short, KdfCost::for_tests()),
    ] {
        let Err(Error::Fields(faults)) = result else { panic!("a short passphrase") };
        assert_eq!(faults[0].1, crate::FieldFault::TooShort { least: 12 });
    }
    let wrong = change_my_passphrase(&mut open, &new, &other_words(), KdfCost::for_tests());
    assert!(matches!(wrong, Err(Error::Store(StoreError::WrongPassphrase))));
    open.close().unwrap();
    assert!(matches!(place.open(marcia, &other_words()), Err(Error::Store(StoreError::WrongPassphrase))));
    let open = place.open(marcia, &new).unwrap();
    assert_eq!(opened(&open, id), Some(GROUP));
}

#[test]
fn a_card_is_taken_in_when_its_fingerprint_was_read_out_and_not_otherwise() {
    let (_place, mut open, id) = made();
    let ines = added(&mut open, "Ines Marlow", Role::Reviewer);
    let keyring = Keyring::generate().unwrap();
    let now = open.register().surroundings().now();
    let card = exchange::card::make("I. Marlow", &keyring, now).unwrap();
    let print = keyring.fingerprint().to_string();
    let head = open.register().head().unwrap();
    let slip = format!("{}{}", &print[..18], if print.ends_with('7') { '8' } else { '7' });
    assert_eq!(refusal(confirm_card(&mut open, ines, &card, &slip)), MemberError::FingerprintDiffers);
    assert!(matches!(refusal(confirm_card(&mut open, ines, b"{}", &print)), MemberError::Card(_)));
    assert_eq!(open.register().head().unwrap(), head);

    confirm_card(&mut open, ines, &card, &print.to_lowercase().replace('-', " ").replace('0', "o")).unwrap();
    assert!(last_event(&open).signed);
    let line = listed(&open, ines);
    assert!(line.card_confirmed() && !line.at_register && line.reads_sealed);
    assert_eq!(line.fingerprint, Some(print.clone()));
    assert_eq!(readers(&open, id), ["Joan Pelham", "Ines Marlow"], "it is sealed to the keys of whoever reviews");

    // Nobody else has these keys, and the same card again says so.
    let other = added(&mut open, "Theo Brandt", Role::Reviewer);
    assert_eq!(refusal(confirm_card(&mut open, other, &card, &print)), MemberError::KeysOfAnother { name: "Ines Marlow".into() });
    assert_eq!(refusal(confirm_card(&mut open, ines, &card, &print)), MemberError::TakenInAlready);
    // A passphrase lost at home: a new card takes the old one's place, and the old one does not come back.
    let newer = Keyring::generate().unwrap();
    let new_card = exchange::card::make("I. Marlow", &newer, now).unwrap();
    confirm_card(&mut open, ines, &new_card, newer.fingerprint().as_str()).unwrap();
    assert_eq!(listed(&open, ines).fingerprint, Some(newer.fingerprint().to_string()));
    assert_eq!(refusal(confirm_card(&mut open, ines, &card, &print)), MemberError::EndedKeys);
    // Somebody with a passphrase here is known from here.
    let marcia = at_register(&mut open, "Marcia Lowe", Role::Chair);
    let hers = Keyring::generate().unwrap();
    let her_card = exchange::card::make("Marcia", &hers, now).unwrap();
    assert_eq!(refusal(confirm_card(&mut open, marcia, &her_card, hers.fingerprint().as_str())), MemberError::WorksAtRegister);
}

#[test]
fn ones_own_card_and_vault_can_be_carried_away() {
    let (place, mut open, _) = made();
    let card = inspect_card(&my_card(&open).unwrap()).unwrap();
    let mine = my_keys(&open).unwrap();
    assert_eq!((card.name.as_str(), card.fingerprint.as_str()), ("Joan Pelham", mine.fingerprint.as_str()));
    let file = save_my_vault(&open, place.home.path()).unwrap();
    assert_eq!(file, place.home.path().join("Joan Pelham.vault"));
    let vault = keys::Vault::from_json(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(vault.open(&words()).unwrap().recipient(), card.recipient);
    assert!(matches!(save_my_vault(&open, place.home.path()), Err(Error::Store(StoreError::AlreadyThere { .. }))));
    let ines = added(&mut open, "Ines Marlow", Role::Reviewer);
    let bytes = my_card(&open).unwrap();
    let refused = refusal(confirm_card(&mut open, ines, &bytes, &mine.fingerprint));
    assert_eq!(refused, MemberError::KeysOfAnother { name: "Joan Pelham".into() });
}

#[test]
fn a_new_recovery_page_opens_everything_and_the_old_one_nothing() {
    let (place, mut open, id) = made();
    let renewed = new_recovery_page(&mut open).unwrap().value;
    let kind = last_event(&open).kind;
    assert_eq!(kind, "recoveryKeyRenewed");
    assert_eq!(opened(&open, id), Some(GROUP));
    open.close().unwrap();
    let recover = |key: &str| register::recover(&place.folder, key, place.joan.0, &other_words(), KdfCost::for_tests(), world());
    assert!(matches!(recover(&place.recovery.printed()), Err(Error::WrongRecoveryKey)));
    place.open(place.joan, &words()).unwrap().close().unwrap();
    let (open, _) = recover(&renewed.printed()).unwrap();
    assert_eq!(opened(&open, id), Some(GROUP));
}

#[test]
fn what_the_one_who_changes_keys_cannot_open_is_sealed_anew_by_the_next_who_can() {
    let (place, mut open, id) = made();
    let marcia = at_register(&mut open, "Marcia Lowe", Role::Chair);
    // It is sealed to Joan alone, so Marcia cannot seal it to anybody.
    open.change_register(|tx| {
        let blob_id = tx.applications(store::Which::All)?.remove(0).typing.unwrap();
        let only_joan = [tx.keyring().recipient(), tx.recovery_recipient()?];
        let mut list = only_joan.each_ref().map(ToString::to_string);
        list.sort();
        tx.put_sealing(id.0, "application", Some(&list.join("\n")))?;
        let bytes = tx.sealed_bytes(blob_id)?.unwrap();
        tx.reseal_blob(blob_id, &keys::seal(&bytes, &only_joan)?)?;
        let event = store::Event { kind: "test", subject: None, payload: serde_json::json!({}), touched: &[], signed: false };
        Ok(((), event))
    })
    .unwrap();
    open.close().unwrap();
    let mut open = place.open(marcia, &other_words()).unwrap();
    let grace = at_register(&mut open, "Grace Adeyemi", Role::ViceChair);
    let sealed_for = |open: &Open| open.register().read(|tx| tx.sealing(id.0, "application")).unwrap().unwrap().recipients.unwrap();
    assert_eq!(sealed_for(&open).lines().count(), 2);
    open.close().unwrap();
    let open = place.open(grace, &other_words()).unwrap();
    assert_eq!(opened(&open, id), None);
    open.close().unwrap();

    let open = place.open(place.joan, &words()).unwrap();
    assert_eq!(sealed_for(&open).lines().count(), 4);
    assert_eq!(last_event(&open).kind, "sealedAnew");
    open.close().unwrap();
    let open = place.open(grace, &other_words()).unwrap();
    assert_eq!(opened(&open, id), Some(GROUP));
}
