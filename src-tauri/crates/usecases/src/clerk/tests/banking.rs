//! Payment files out, statements in, and the tables of the modulus check.

use super::scene::{CHOIR, GARDEN, NUMBERS, REGISTER, Scene, pay, run, typed_day};
use crate::clerk::{Confirmed, NamedProfile, Picked, Reconciled, RunRefusal, TypedOwnAccount, read_statement_file};
use crate::{Error, FieldFault};
use domain::bank::{Column, DateForm, StatementProfile};
use domain::id::PaymentId;
use domain::payment::{PayBar, Undoing};
use exchange::sheet::{SeenFact, UndoingFact};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const OWN: (&str, &str) = ("089995", "70990009");

fn own() -> TypedOwnAccount {
    TypedOwnAccount { name: "Riverside Trust".into(), sort_code: "08-99-95".into(), account: "7099 0009".into() }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_payment_file_is_shown_masked_and_written_whole_once_the_run_is_approved() {
    let mut scene = Scene::with(Scene::two);
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500"), (CHOIR, "200")])).unwrap();
    let id = scene.ledger().runs[0].id;
    let preview = scene.ann.preview_bank_file(REGISTER, id).unwrap();
    assert_eq!((preview.rows[0].account.as_str(), preview.total.pence()), ("••••0001", 70_000));
    assert_eq!((preview.rows[0].payee.as_str(), preview.rows[0].name_in_file.as_str()), ("Holder 0", "HOLDER 0"));
    let early = scene.ann.bank_file(REGISTER, id, "paygate", &own());
    assert!(matches!(early, Err(Error::Run(RunRefusal::NotApproved))));
    scene.bob.approve_run(REGISTER, id).unwrap();
    let (needs, plain): (Vec<_>, Vec<_>) = crate::clerk::bank_file_layouts().partition(|(_, _, own)| *own);
    let file = scene.ann.bank_file(REGISTER, id, plain[0].0, &TypedOwnAccount::default()).unwrap();
    for number in [NUMBERS[0].1, NUMBERS[1].1] {
        assert!(text(&file.bytes).contains(number));
        assert!(!file.file_name.contains(number) && !format!("{file:?} {preview:?}").contains(number));
    }
    let layout = needs[0].0;
    let nobody = scene.ann.bank_file(REGISTER, id, layout, &TypedOwnAccount::default());
    assert!(matches!(nobody, Err(Error::Fields(faults)) if faults.len() == 3));
    let wrong = TypedOwnAccount { sort_code: "08".into(), ..own() };
    let wrong = scene.ann.bank_file(REGISTER, id, layout, &wrong);
    assert!(matches!(wrong, Err(Error::Fields(faults)) if matches!(faults[0].1, FieldFault::Account(_)) && faults[0].0 == "ownSortCode"));
    scene.ann.bank_file(REGISTER, id, layout, &own()).unwrap();
    let mut scene = scene.again();
    let again = scene.ann.bank_file(REGISTER, id, layout, &TypedOwnAccount::default()).unwrap();
    assert!(text(&again.bytes).contains(OWN.1), "the LTO's own account is remembered");
    assert!(matches!(scene.ann.bank_file(REGISTER, id, "nothing", &own()), Err(Error::NotFound)));
}

/// A scene with two payments made, and a statement of them in a file.
fn with_statement(lines: &str) -> (Scene, PathBuf) {
    let mut scene = Scene::with(Scene::sheet);
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 10)).unwrap();
    scene.ann.clerk_pay(REGISTER, CHOIR, &pay("200", 10)).unwrap();
    let path = scene.place.path().join("statement.csv");
    #[expect(clippy::disallowed_methods, reason = "a bank writes its file as it likes")]
    std::fs::write(&path, format!("Date,Description,Money out,Money in\n{lines}")).unwrap();
    (scene, path)
}

fn profile() -> NamedProfile {
    let columns = vec![Column::Date, Column::Words, Column::MoneyOut, Column::MoneyIn];
    NamedProfile { name: "Our account".into(), profile: StatementProfile { columns, dates: DateForm::DayMonthYear, headings: 1 } }
}

fn read(scene: &mut Scene, path: &Path, keep: bool) -> Arc<Reconciled> {
    let file = read_statement_file(path).unwrap();
    scene.ann.keep_statement(REGISTER, path, file).unwrap();
    let job = scene.ann.statement_job(REGISTER, path).unwrap();
    let done = Arc::new(job.read(Some(&profile().profile), &mut |_, _| true).unwrap().unwrap());
    scene.ann.keep_reading(REGISTER, path, Arc::clone(&done), keep.then(profile).as_ref()).unwrap();
    done
}

fn payment(scene: &Scene, grant: domain::id::GrantId) -> PaymentId {
    scene.whole(grant).payments[0].id
}

const LINES: &str = "10/01/2023,CC GRANT garden,500.00,\n11/01/2023,CC GRANT choir,200.00,\n12/01/2023,Returned CC GRANT,,200.00\n";

#[test]
fn a_statement_changes_nothing_until_somebody_confirms_it() {
    let (mut scene, path) = with_statement(LINES);
    let done = read(&mut scene, &path, false);
    assert_eq!((done.lines.len(), done.result.matched.len()), (3, 2));
    assert_eq!(scene.ledger().unsent, 2);
    let (garden, choir) = (payment(&scene, GARDEN), payment(&scene, CHOIR));
    let seen = |payment, back, row| Confirmed { payment, back, row };
    let wrong = scene.ann.confirm_matches(REGISTER, &[seen(garden, false, 2), seen(choir, false, 2)]);
    assert!(matches!(wrong, Err(Error::WrongState)), "a line of another amount");
    assert!(matches!(scene.ann.confirm_matches(REGISTER, &[seen(garden, false, 9)]), Err(Error::NotFound)));
    assert_eq!(scene.ledger().unsent, 2, "all of it or none");
    scene.ann.confirm_matches(REGISTER, &[seen(garden, false, 2), seen(choir, false, 3), seen(choir, true, 4)]).unwrap();
    let back = scene.whole(CHOIR).payments.remove(0);
    assert_eq!(back.undone.map(|(way, on, _)| (way, on.to_string())), Some((Undoing::Returned, "2023-01-12".to_owned())));
    assert_eq!((back.seen_on.unwrap().to_string(), back.return_seen_on.unwrap().to_string()), ("2023-01-11".into(), "2023-01-12".into()));
    assert_eq!(scene.listed(CHOIR).left.pence(), 30_000);
    let before = scene.ledger().unsent;
    scene.ann.confirm_matches(REGISTER, &[seen(garden, false, 2), seen(choir, true, 4)]).unwrap();
    assert_eq!(scene.ledger().unsent, before, "said twice, it is said once");
    let (_, paid) = scene.receipt();
    let undone: Vec<UndoingFact> = paid.facts.iter().filter_map(|(_, fact)| fact.read().ok()).collect();
    let seen: Vec<SeenFact> = paid.facts.iter().filter_map(|(_, fact)| fact.read().ok()).collect();
    assert_eq!((undone.len(), seen.len(), undone[0].reason.as_str()), (1, 3, "Returned CC GRANT"));
}

#[test]
fn only_the_picked_file_is_read_and_it_is_forgotten_with_the_desk() {
    let (mut scene, path) = with_statement(LINES);
    read(&mut scene, &path, true);
    let elsewhere = scene.place.path().join("vaults");
    assert!(matches!(scene.ann.statement_job(REGISTER, &elsewhere), Err(Error::NotFound)));
    let stopped = scene.ann.statement_job(REGISTER, &path).unwrap().read(Some(&profile().profile), &mut |_, _| false);
    assert!(matches!(stopped, Err(Error::Stopped)));
    let mut scene = scene.again();
    assert!(matches!(scene.ann.statement_job(REGISTER, &path), Err(Error::NotFound)));
    let garden = payment(&scene, GARDEN);
    let nothing = scene.ann.confirm_matches(REGISTER, &[Confirmed { payment: garden, back: false, row: 2 }]);
    assert!(matches!(nothing, Err(Error::NotFound)));
    let file = read_statement_file(&path).unwrap();
    let Picked::Table { guess, profiles, rows, count } = scene.ann.keep_statement(REGISTER, &path, file).unwrap() else { panic!() };
    assert_eq!((guess, profiles.len(), rows.len(), count), (profile(), 1, 4, 4), "the kept profile that fits is proposed");
}

#[test]
fn a_statement_that_cannot_be_read_is_refused_whole_with_its_row() {
    let (mut scene, path) = with_statement("10/01/2023,fine,1.00,\nyesterday,CC GRANT,500.00,\n11/01/2023,fine,2.00,\n");
    let file = read_statement_file(&path).unwrap();
    scene.ann.keep_statement(REGISTER, &path, file).unwrap();
    let refused = scene.ann.statement_job(REGISTER, &path).unwrap().read(Some(&profile().profile), &mut |_, _| true).unwrap();
    assert_eq!(refused.unwrap_err(), crate::TableError::NotADate { row: 3, text: "yesterday".into() });
    assert!(scene.ann.confirm_matches(REGISTER, &[]).is_err());
}

#[test]
fn numbers_that_cannot_belong_together_bar_a_payment_once_the_tables_are_here() {
    let mut scene = Scene::with(Scene::sheet);
    assert!(matches!(scene.ann.load_clerk_tables(REGISTER, "nothing", ""), Err(Error::ModulusTable(_))));
    assert_eq!(scene.ledger().tables_loaded_on, None);
    // A rule of our own making: the last digit of the account alone, by ten.
    let row = "089990 089990 MOD10    0    0    0    0    0    0    0    0    0    0    0    0    0    1\n";
    assert_eq!(scene.ann.load_clerk_tables(REGISTER, row, "").unwrap(), 1);
    let scene = scene.again();
    assert_eq!(scene.listed(GARDEN).bars, [PayBar::ModulusFails]);
    assert_eq!(scene.listed(CHOIR).bars, [], "no rule is presumed right");
    assert!(scene.ledger().tables_loaded_on.is_some());
}

#[test]
fn a_paper_names_an_account_by_its_last_four_digits() {
    let mut scene = Scene::with(Scene::two);
    scene.ann.make_run(REGISTER, &run(&[(GARDEN, "500"), (CHOIR, "200")])).unwrap();
    let id = scene.ledger().runs[0].id;
    let waits = scene.ann.clerk_paper(REGISTER, crate::clerk::PaperOf::Run(id)).unwrap();
    assert_eq!((waits.approved, waits.rows[0].paid_on, waits.total.pence()), (None, None, 70_000));
    scene.bob.approve_run(REGISTER, id).unwrap();
    scene.ann.pay_run(REGISTER, id, &typed_day(12)).unwrap();
    let paper = scene.ann.clerk_paper(REGISTER, crate::clerk::PaperOf::Run(id)).unwrap();
    assert_eq!(paper.approved.unwrap().0, "Bob Carey");
    assert_eq!((paper.rows[0].last_four.as_deref(), paper.rows[0].paid_on.unwrap().to_string()), (Some("0001"), "2023-01-12".into()));
    let one = scene.ann.clerk_paper(REGISTER, crate::clerk::PaperOf::Payment(payment(&scene, GARDEN))).unwrap();
    assert_eq!((one.rows.len(), one.rows[0].grant_reference.as_str(), one.total.pence()), (1, "CC-2023-001", 50_000));
}
