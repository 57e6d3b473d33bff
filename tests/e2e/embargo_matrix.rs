//! The embargo matrix in the real window: every command, as members who may not read, about everything they may not read.
//! No answer and no error holds a word of it, and no file of the home does when the window is closed.

mod commands;

use std::fs;
use std::path::{Path, PathBuf};

use commands::{How, Named, command_names, table};
use domain::interest::{Sight, Stance};
use domain::member::Role;
use journeys::window::Window;
use serde_json::{Value, json};
use testkit::TestRegister;
use testkit::matrix::{BEGINNINGS, Marked, Matrix, Person};

use crate::home::{copy_folder, furnish};

/// How many calls go to the page at once.
const AT_ONCE: usize = 150;

/// Calls each command, and answers what was said: whether it was an answer, and in which call which word was met.
const CALLS: &str = "
    const [calls, words, done] = arguments;
    (async () => {
        const said = [];
        for (const [name, args] of calls) {
            let answered = true, text;
            try { text = JSON.stringify(await window.__TAURI_INTERNALS__.invoke(name, args)) ?? ''; }
            catch (error) { answered = false; text = JSON.stringify(error) ?? String(error); }
            const small = text.toLowerCase();
            said.push({ name, answered, met: words.filter((word) => small.includes(word)), begins: text.slice(0, 200) });
        }
        return said;
    })().then(done, (error) => done(String(error)));
";

/// The register of the matrix, moved into a home.
struct Moved {
    /// As it was made: each member sits down at a fresh copy, so that nobody pays for what others added before them.
    stage: TestRegister,
    register: PathBuf,
    people: Vec<Person>,
    applications: Vec<Marked>,
    matter: String,
    named: Named,
}

impl Moved {
    /// Makes the register, closes it, and moves it into a home whose program remembers it.
    fn into(home: &Path) -> Self {
        let matrix = Matrix::new();
        let from = matrix.test.folder().to_owned();
        let named = Named {
            register: home.join("The register"),
            rounds: matrix.rounds.clone(),
            meetings: matrix.meetings.clone(),
            items: matrix.items.clone(),
            members: matrix.people.iter().map(|person| person.id).collect(),
            reviewers: [Role::Chair, Role::ViceChair, Role::Reviewer].map(|role| matrix.person(role).id).to_vec(),
            grants: matrix
                .applications
                .iter()
                .map(|marked| (marked.id, matrix.test.open.case(marked.id).expect("a case").grant_id()))
                .collect(),
        };
        let Matrix { test, people, applications, matter, .. } = matrix;
        test.open.register().empty_log().expect("an empty log");
        let register = furnish(home, &from);
        Self { stage: test, register, people, applications, matter, named }
    }

    /// Puts the register back as it was made.
    fn put_back(&self) {
        fs::remove_dir_all(&self.register).expect("a register to take away");
        copy_folder(self.stage.folder(), &self.register);
    }

    /// The words that a member may not meet: in what is called about these applications, and at the gate.
    fn words(&self, person: &Person, at_gate: bool) -> Vec<String> {
        let mut words = Vec::new();
        for marked in &self.applications {
            let sight = marked.sight(person);
            if sight != Sight::Whole {
                words.push(marked.inner.to_lowercase());
            }
            if sight == Sight::Reference || (sight == Sight::Summary && !at_gate) {
                words.push(marked.cover.to_lowercase());
            }
        }
        if !domain::member::may(person.role, domain::member::Act::ReadSealed) {
            words.push(self.matter.to_lowercase());
        }
        words
    }
}

/// Runs calls from the page, and answers what was said to each.
fn call(window: &Window, calls: &[(&'static str, Value)], words: &[String]) -> Vec<Value> {
    let mut said = Vec::new();
    for some in calls.chunks(AT_ONCE) {
        let some: Vec<Value> = some.iter().map(|(name, args)| json!([name, args])).collect();
        let answer = window.script_async(CALLS, vec![json!(some), json!(words)]);
        assert!(answer.is_array(), "the calls failed: {answer}");
        said.extend(answer.as_array().into_iter().flatten().cloned());
    }
    said
}

/// No answer held a word, and every call reached its command.
#[track_caller]
fn assert_silent(person: &Person, said: &[Value]) {
    for one in said {
        let begins = one["begins"].as_str().unwrap_or_default();
        assert!(!begins.contains("invalid args") && !begins.starts_with("\"Command "), "{:?}: {one}", person.role);
        assert_eq!(one["met"], json!([]), "{:?} met a word: {one}", person.role);
    }
}

#[test]
fn no_command_says_a_word_of_what_is_sealed_and_no_file_keeps_one() {
    let mut moved = None;
    let window = Window::open_in("no_command_says_a_word_of_what_is_sealed_and_no_file_keeps_one", "2022-05-03", |home| {
        moved = Some(Moved::into(home));
    });
    let moved = moved.expect("a register");
    window.see("heading", "Unlock the register");
    for role in Role::ALL {
        moved.put_back();
        sit_down(&window, &moved, role);
        assert_no_file_keeps_one(&window);
    }
    a_screen_shows_nothing_either(&window, &moved);
    window.close();
    assert!(window.home().join(".local/share").exists() || window.home().join(".cache").exists(), "the web view has a profile");
    assert_no_file_keeps_one(&window);
    assert_eq!(window.documents(), Vec::<PathBuf>::new(), "nothing was handed to the viewer");
}

#[track_caller]
fn assert_no_file_keeps_one(window: &Window) {
    // What was told may be read by everybody; in the register it is encrypted all the same.
    let log = fs::read_to_string(window.beside_home("log.txt")).unwrap_or_default().to_lowercase();
    for beginning in BEGINNINGS {
        for word in [beginning, &beginning.to_lowercase()] {
            assert_eq!(window.files_with(word), Vec::<PathBuf>::new(), "{word}");
            assert!(!log.contains(word), "{word} in the log");
        }
    }
}

/// Signs a member in and runs every command about everything that they may not read.
fn sit_down(window: &Window, moved: &Moved, role: Role) {
    let person = moved.people.iter().find(|person| person.role == role).expect("a member of every role");
    let unlock = json!({ "input": {
        "path": moved.register, "memberId": person.id, "passphrase": TestRegister::passphrase().words(),
    } });
    let opened = call(window, &[("unlock", unlock)], &moved.words(person, false));
    assert_eq!(opened[0]["answered"], json!(true), "{role:?}: {}", opened[0]);
    assert_silent(person, &opened);

    let sealed: Vec<&Marked> = moved.applications.iter().filter(|marked| marked.sight(person) != Sight::Whole).collect();
    let (mut gate, mut others, mut last) = (Vec::new(), Vec::new(), Vec::new());
    for (name, how) in table() {
        let calls: Vec<(&'static str, Value)> = match &how {
            How::Once(args) | How::AtTheEnd(args) => vec![(name, args.clone())],
            How::Gate(args) | How::About(args) => {
                sealed.iter().flat_map(|marked| args(&moved.named, marked)).map(|args| (name, args)).collect()
            }
            // Whoever has not answered yet may say that they have none, and then reads.
            How::Answering(args) => {
                let held = sealed.iter().filter(|marked| !marked.is_held_by(person.id) || marked.sight(person) == Sight::Reference);
                held.flat_map(|marked| args(&moved.named, marked)).map(|args| (name, args)).collect()
            }
            How::Both(once, args) => {
                let about = sealed.iter().flat_map(|marked| args(&moved.named, marked));
                once(&moved.named).into_iter().chain(about).map(|args| (name, args)).collect()
            }
            How::Never(_) => Vec::new(),
        };
        match how {
            How::Gate(_) => gate.extend(calls),
            How::AtTheEnd(_) => last.extend(calls),
            _ => others.extend(calls),
        }
    }
    assert!(others.len() > 80, "{role:?}: only {} calls", others.len());
    assert_silent(person, &call(window, &gate, &moved.words(person, true)));
    assert_silent(person, &call(window, &others, &moved.words(person, false)));
    what_may_be_met_is_met(window, moved, person);
    let said = call(window, &last, &moved.words(person, false));
    assert_silent(person, &said);
}

/// The test would see a word: what was told is found by everybody, and the summary stands at the gate.
fn what_may_be_met_is_met(window: &Window, moved: &Moved, person: &Person) {
    let told = moved.applications.last().expect("an application that was told");
    let cover = told.cover.to_lowercase();
    let said = call(window, &[("find", json!({ "text": told.cover }))], std::slice::from_ref(&cover));
    assert_eq!(said[0]["met"], json!([cover]), "{:?}: {}", person.role, said[0]);
    if let Some(asked) = moved.applications.iter().find(|marked| marked.sight(person) == Sight::Summary) {
        let cover = asked.cover.to_lowercase();
        let said = call(window, &[("interest_gate", json!({ "applicationId": asked.id.0 }))], std::slice::from_ref(&cover));
        assert_eq!(said[0]["met"], json!([cover]), "{:?}: {}", person.role, said[0]);
    }
}

/// The chair, who has an interest in some and has not answered about others, goes through every place by keyboard.
fn a_screen_shows_nothing_either(window: &Window, moved: &Moved) {
    let chair = moved.people.iter().find(|person| person.role == Role::Chair).expect("a chair");
    assert!(moved.applications.iter().any(|marked| marked.stance(chair.id) == Stance::Conflicted));
    window.restart();
    window.see("heading", "Unlock the register");
    window.choose(&format!("{}…", chair.name));
    window.fill("Marcia’s passphrase", TestRegister::passphrase().words());
    window.press("Enter");
    window.see("heading", "Good…");
    let words = moved.words(chair, false);
    for place in window.places() {
        window.go_to(&place);
        window.see_settled();
        let page = window.script("return document.documentElement.innerHTML.toLowerCase();");
        let page = page.as_str().unwrap_or_default();
        for word in &words {
            assert!(!page.contains(word), "{word} in {place}");
        }
    }
}

#[test]
fn every_command_stands_in_the_table() {
    let mut listed: Vec<String> = table().iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut made = command_names();
    for (name, how) in table() {
        assert!(!matches!(how, How::Never(why) if why.len() < 10), "{name} is never called, and nothing says why");
    }
    listed.sort();
    made.sort();
    assert!(made.len() > 100, "{made:?}");
    assert_eq!(listed, made, "a command without its row in the table, or a row without its command");
}
