//! Measuring: every command's work on a large register, beside the floor of one empty change and one empty read.

use domain::Money;
use domain::application::ApplicationState;
use domain::date::TypedDate;
use domain::decision::{Body, Figures, NewDecision, Outcome, Terms};
use domain::id::ApplicationId;
use domain::payment::Method;
use domain::signature::Party;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use testkit::{Paper, TestRegister, bulk};
use usecases::application::{self, ApplicationFilter, ApplicationSort, AttachmentKind, NewFile};
use usecases::document::{DocumentKind, Size, make};
use usecases::grant::{self, GrantFilter, GrantSort, GrantTab, NewAccount, NewSignature, TypedFeedback, TypedPayment, TypedReceipt};
use usecases::register::{self, KdfCost, SystemSurroundings};
use usecases::{Error, Open, Result, decision, find, home};

/// How often each thing is done.
const ROUNDS: usize = 200;

/// Makes the register, measures, and prints a table.
pub(crate) fn run(applications: usize) -> std::result::Result<(), String> {
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;
    // Made in memory where the system has such a folder, and then carried to the disk on which it is measured.
    let nursery = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).map_err(|error| error.to_string())?;
    let made_in = nursery.path().join("bench");
    let folder = place.path().join("bench");
    let began = Instant::now();
    let made = bulk::register(&made_in, applications, KdfCost::standard(), Arc::new(SystemSurroundings), |number| {
        if number > 0 && number % 1_000 == 0 {
            eprintln!("{number} applications after {:.0} seconds", began.elapsed().as_secs_f64());
        }
    });
    println!("{applications} applications made in {:.1} s, each change in a commit of its own.", began.elapsed().as_secs_f64());
    let member = made.open.member().id.0;
    made.open.close().map_err(|error| error.to_string())?;
    carry(&made_in, &folder).map_err(|error| error.to_string())?;
    let size = std::fs::metadata(folder.join("register.chest")).map_or(0, |file| file.len());
    println!("The register file has {} MB.", size / 1_000_000);
    let began = Instant::now();
    let passphrase = TestRegister::passphrase();
    let mut open = register::open(&folder, member, &passphrase, Arc::new(SystemSurroundings)).map_err(|error| error.to_string())?;
    println!("Unlocking and reading all of it took {:.2} s.", began.elapsed().as_secs_f64());
    println!("\n| work | p50 ms | p99 ms | most ms |\n|---|--:|--:|--:|");
    measure(&mut open).map_err(|error| error.to_string())
}

fn carry(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            carry(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
            std::fs::File::open(&target)?.sync_all()?;
        }
    }
    Ok(())
}

/// Times one kind of work. What comes first fills the caches and does not count.
fn timed<T>(name: &str, mut work: impl FnMut(usize) -> Result<T>) -> Result<()> {
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS.saturating_add(3) {
        let began = Instant::now();
        let answer = work(round)?;
        let took = began.elapsed();
        drop(answer);
        if round >= 3 {
            times.push(took);
        }
    }
    row(name, &mut times);
    Ok(())
}

fn row(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |hundredths: usize| {
        let place = times.len().saturating_mul(hundredths).div_ceil(100).saturating_sub(1);
        times.get(place).map_or(0.0, Duration::as_secs_f64) * 1_000.0
    };
    println!("| {name} | {:.2} | {:.2} | {:.2} |", at(50), at(99), at(100));
}

fn measure(open: &mut Open) -> Result<()> {
    floor(open)?;
    reads(open)?;
    changes(open)
}

fn floor(open: &mut Open) -> Result<()> {
    timed("floor: one empty read", |_| Ok(open.register().head()?))?;
    // Each note on a draft of its own: a case is read again after every change, with all its notes.
    let drafts: Vec<ApplicationId> = open.cases().filter(|case| case.state() == ApplicationState::Draft).map(usecases::Case::id).collect();
    let on = TypedDate::from_date(open.today());
    timed("floor: one short note", |round| {
        let draft = drafts.get(round % drafts.len().max(1)).copied().ok_or(Error::NotFound)?;
        application::add_note(open, draft, true, &on, "Called.")
    })
}

fn reads(open: &Open) -> Result<()> {
    let page = |sort, descending, text: &str, offset, states: &[ApplicationState]| {
        let filter = ApplicationFilter { text: text.into(), states: states.to_vec(), stage: None, sort, descending, offset, limit: 50 };
        Ok(application::list(open, &filter).rows.len())
    };
    timed("list applications, first page", |_| page(ApplicationSort::Reference, true, "", 0, &[]))?;
    timed("list applications, page 100", |_| page(ApplicationSort::Reference, true, "", 5_000, &[]))?;
    timed("list applications by group", |_| page(ApplicationSort::Group, false, "", 0, &[]))?;
    timed("list applications by amount", |_| page(ApplicationSort::Asked, true, "", 0, &[]))?;
    timed("list applications with words and a state", |_| {
        page(ApplicationSort::Received, false, "merrybank lunch", 0, &[ApplicationState::Received])
    })?;
    let grants = |tab, sort, text: &str| {
        Ok(grant::list(open, &GrantFilter { tab, text: text.into(), sort, descending: true, offset: 0, limit: 50 }).rows.len())
    };
    timed("list grants", |_| grants(GrantTab::All, GrantSort::Awarded, ""))?;
    timed("list grants ready to pay, by what is left", |_| grants(GrantTab::ReadyToPay, GrantSort::Left, ""))?;
    timed("list grants with words", |_| grants(GrantTab::All, GrantSort::Group, "brightwater pans"))?;
    for typed in ["m", "merrybank", "merrybank growers", "CC-2", "somebody new", "nothing has these words"] {
        timed(&format!("find “{typed}”"), |_| Ok(find::find(open, typed)))?;
    }
    timed("home", |_| Ok(home::home(open).tasks.len()))?;
    timed("budget", |_| Ok(usecases::budget::budget(open).lines.len()))?;
    let ids: Vec<ApplicationId> = open.cases().map(usecases::Case::id).collect();
    let some = |round: usize| ids.get(round.wrapping_mul(7_919) % ids.len().max(1)).copied().ok_or(Error::NotFound);
    timed("open a case with its notes", |round| {
        let case = open.case(some(round)?)?;
        Ok((case.clone(), application::notes(open, case), application::feedback_owed(open, case)))
    })?;
    timed("the story of a case", |round| Ok(grant::story(open, open.case(some(round)?)?)))?;
    let grant_id = open.cases().find_map(usecases::Case::grant_id).ok_or(Error::NotFound)?;
    timed("print an agreement", |_| make(open, DocumentKind::Agreement(grant_id), Size::Standard))?;
    timed("print the blank form", |_| make(open, DocumentKind::BlankForm, Size::Standard))
}

fn changes(open: &mut Open) -> Result<()> {
    let on = TypedDate::from_date(open.today());
    let today = open.today();
    let paper = Paper::of("Measured Group", "120.00");
    let mut ids = Vec::new();
    timed("begin an application", |_| {
        ids.push(application::start(open)?.value);
        Ok(())
    })?;
    let typed = paper.typed(open);
    let of = |round: usize| ids.get(round).copied().ok_or(Error::NotFound);
    timed("save what is typed", |round| application::save_typing(open, of(round)?, 0, &typed))?;
    let scan = NewFile { name: "form.pdf".into(), bytes: [b"%PDF-".as_slice(), &vec![7_u8; 300_000]].concat() };
    timed("keep a scan of 300 kB", |round| application::attach(open, of(round)?, AttachmentKind::Scan, std::slice::from_ref(&scan)))?;
    timed("receive", |round| application::receive(open, of(round)?))?;
    let new = NewDecision {
        outcome: Outcome::Approved { amount: Money::from_pence(12_000) },
        decided_on: today,
        body: Body::Partnership,
        decided_by: "Partnership meeting".into(),
        conditions: Vec::new(),
        terms: Some(Terms { ends_on: today, return_by: None, instalments: Vec::new() }),
    };
    let figures =
        Figures { members: 13, present: 9, residents: 7, taking_no_part: 0, way: domain::meeting::Way::Consensus, chair_chaired: true };
    timed("decide", |round| decision::record(open, of(round)?, &new, &figures))?;
    timed("tell the group, which ends the embargo", |round| decision::issue(open, of(round)?, today, "By letter"))?;
    let grant_of = |open: &Open, round: usize| open.case(of(round)?)?.grant_id().ok_or(Error::NotFound);
    for (party, name) in [(Party::Group, "Pat Lindley"), (Party::Partnership, "Marcia Lowe")] {
        let new = NewSignature { party, name: name.into(), position: String::new(), signed_on: on.clone(), scan: None };
        timed("record a signature", |round| grant::record_signature(open, grant_of(open, round)?, &new))?;
    }
    let account = NewAccount { account_name: "Measured".into(), sort_code: "099999".into(), account_number: "00123456".into() };
    timed("record an account", |round| grant::record_account(open, grant_of(open, round)?, &account))?;
    let method = domain::payee::CheckMethod::StatementSeen;
    timed("check an account", |round| grant::check_account(open, grant_of(open, round)?, method, &on))?;
    timed("pay", |round| {
        let reference = open.case(of(round)?)?.reference().unwrap_or_default();
        let payment = TypedPayment { amount: "120".into(), paid_on: on.clone(), reference, method: Method::BankTransfer };
        grant::record_payment(open, grant_of(open, round)?, &payment)
    })?;
    let form = TypedFeedback { received_on: on.clone(), how_much: "Twelve people came.".into(), ..TypedFeedback::default() };
    timed("record feedback", |round| grant::record_feedback(open, grant_of(open, round)?, &form))?;
    timed("record a receipt", |round| {
        let cost_line = open.case(of(round)?)?.grant.as_ref().and_then(|grant| grant.grant.costs.first()).ok_or(Error::NotFound)?.id;
        let receipt = TypedReceipt {
            cost_line,
            amount: "120".into(),
            accepted: "120".into(),
            spent_on: on.clone(),
            what: "All of it".into(),
            scan: None,
        };
        grant::record_receipt(open, grant_of(open, round)?, &receipt)
    })?;
    timed("close", |round| grant::close(open, grant_of(open, round)?, &on, ""))?;
    let began = Instant::now();
    let place = tempfile::tempdir().map_err(|_| Error::FileUnreadable)?;
    register::back_up_to(open, place.path())?;
    println!("\nA backup of all of it, read back and proved, took {:.1} s.", began.elapsed().as_secs_f64());
    Ok(())
}
