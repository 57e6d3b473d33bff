//! Packs out: each reviewer gets just their applications, nothing half-written stays, and nothing is written over.

use crate::scene::{MARKER, Scene};
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use testkit::review::files_in;
use usecases::application::{self, AttachmentKind, NewFile};
use usecases::review::{self, export};
use usecases::{Error, review::Medium};

fn scan(words: &str) -> NewFile {
    NewFile { name: "form.pdf".into(), bytes: format!("%PDF-1.7 {words}").into_bytes() }
}

#[test]
fn a_pack_holds_just_the_applications_of_its_reviewer_under_a_name_that_says_nothing() {
    let mut scene = Scene::new();
    let (one, two, round) = (scene.one, scene.two, scene.round);
    application::attach(&mut scene.test.open, one, AttachmentKind::Scan, &[scan("a scan for everybody")]).unwrap();
    application::attach(&mut scene.test.open, two, AttachmentKind::Scan, &[scan(MARKER)]).unwrap();
    review::leave_out(&mut scene.test.open, round, scene.ken.member, two, Some("He knows them")).unwrap();
    let sent = scene.test.send(round, &[&scene.ken, &scene.grace]);
    assert_eq!(sent.packs.iter().map(|pack| pack.applications).collect::<Vec<_>>(), [1, 2]);
    let names: Vec<String> = sent.packs.iter().map(|pack| pack.file_name.clone()).collect();
    for name in &names {
        assert!(name.starts_with("pack ") && name.ends_with(".chestpack") && name.len() == "pack 3F2A-91C0.chestpack".len(), "{name}");
    }
    let mut expected = names.clone();
    expected.sort();
    assert_eq!(files_in(&sent.folder), expected);

    let key = scene.test.open.register().keyring().verifying_key().clone();
    let now = scene.test.open.register().surroundings().now();
    let read = |name: &str| std::fs::read(sent.folder.join(name)).unwrap();
    let (to_ken, to_grace) = (scene.ken.open(&read(&names[0]), &key, now).unwrap(), scene.grace.open(&read(&names[1]), &key, now).unwrap());
    let holds = |pack: &testkit::review::ReviewPack, marker: &str| {
        let contents = &pack.opened.contents;
        let data = contents.data.values().map(|bytes| bytes.to_vec());
        let files = contents.files.values().map(|file| file.bytes.to_vec());
        data.chain(files)
            .chain([serde_json::to_vec(&pack.opened.manifest).unwrap()])
            .any(|bytes| String::from_utf8_lossy(&bytes).contains(marker))
    };
    assert!(!holds(&to_ken, MARKER) && holds(&to_grace, MARKER));
    assert!(!holds(&to_ken, &two.0.to_string()), "not even its id");
    assert!(holds(&to_ken, "a scan for everybody"));
    assert!(scene.grace.open(&read(&names[0]), &key, now).is_err(), "nobody opens another's pack");

    let manifest = &to_ken.opened.manifest;
    assert_eq!(manifest.applications.len(), 1);
    assert_eq!(manifest.expires.unwrap().to_rfc3339(), "2022-07-19T00:00:00+00:00");
    let head = manifest.journal.clone().unwrap();
    assert_eq!(head.head.len(), 64);
    assert!(head.size < scene.test.open.register().head().unwrap().seq);
    assert_eq!(to_ken.round.panel, ["Grace Okoro"]);
    assert_eq!(to_ken.sheet(one).files[0].name, "form.pdf");
}

#[test]
fn the_board_knows_what_went_out_and_when_it_is_out_of_date() {
    let mut scene = Scene::new();
    let sent = scene.test.send(scene.round, &[&scene.ken]);
    let reader = scene.board().readers[0].clone();
    assert_eq!((reader.sent_on, reader.pack_name), (Some(scene.test.open.today()), Some(sent.packs[0].file_name.clone())));
    assert_eq!((reader.answered, reader.expected, reader.out_of_date), (0, 2, false));
    application::start_correction(&mut scene.test.open, scene.one).unwrap();
    application::receive_correction(&mut scene.test.open, scene.one, "The hall costs less").unwrap();
    assert!(scene.board().readers[0].out_of_date);
}

#[test]
fn work_that_is_stopped_leaves_nothing() {
    let mut scene = Scene::new();
    let folder = scene.test.outbox();
    let head = scene.test.open.register().head().unwrap();
    let members = [scene.ken.member, scene.grace.member];
    for after in 0..4 {
        let job = export::prepare(&scene.test.open, scene.round, &members).unwrap();
        let (stop, steps) = (AtomicBool::new(after == 0), Cell::new(0));
        let each = |done: usize, of: usize| {
            assert_eq!(of, 4);
            steps.set(done);
            stop.store(done >= after, Ordering::Relaxed);
        };
        let stopped = job.run(&folder, &each, &stop).err();
        assert!(matches!(stopped, Some(Error::Stopped)), "{stopped:?}");
        assert_eq!(files_in(&folder), Vec::<String>::new(), "stopped after {after}");
    }
    assert_eq!(scene.test.open.register().head().unwrap(), head);
    let unused =
        export::prepare(&scene.test.open, scene.round, &members).unwrap().run(&folder, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    drop(unused);
    assert_eq!(files_in(&folder), Vec::<String>::new());
    scene.test.send(scene.round, &[&scene.ken]);
}

#[test]
fn a_folder_that_is_not_there_leaves_the_register_as_it_was() {
    let scene = Scene::new();
    let head = scene.test.open.register().head().unwrap();
    let job = export::prepare(&scene.test.open, scene.round, &[scene.ken.member]).unwrap();
    let refused = job.run(&scene.test.outbox().join("gone"), &|_, _| {}, &AtomicBool::new(false)).err();
    assert!(matches!(refused, Some(Error::Pack(exchange::PackError::NotWritable { .. }))), "{refused:?}");
    assert_eq!(scene.test.open.register().head().unwrap(), head);
}

#[test]
fn what_changed_while_the_packs_were_made_is_not_sent() {
    let mut scene = Scene::new();
    let folder = scene.test.outbox();
    let job = export::prepare(&scene.test.open, scene.round, &[scene.ken.member]).unwrap();
    let staged = job.run(&folder, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    application::start_correction(&mut scene.test.open, scene.one).unwrap();
    application::receive_correction(&mut scene.test.open, scene.one, "The hall costs less").unwrap();
    assert!(export::record(&mut scene.test.open, staged).is_err());
    assert_eq!(files_in(&folder), Vec::<String>::new());
    assert_eq!(scene.board().readers[0].sent_on, None);
}

#[test]
fn a_reviewer_on_paper_and_one_who_gets_nothing_have_no_pack() {
    let mut scene = Scene::with(Medium::Paper);
    let refused = export::prepare(&scene.test.open, scene.round, &[scene.grace.member]).err();
    assert!(matches!(refused, Some(Error::NothingToSend)), "{refused:?}");
    for id in [scene.one, scene.two] {
        review::leave_out(&mut scene.test.open, scene.round, scene.ken.member, id, Some("He knows them")).unwrap();
    }
    let refused = export::prepare(&scene.test.open, scene.round, &[scene.ken.member]).err();
    assert!(matches!(refused, Some(Error::NothingToSend)), "{refused:?}");
}

#[test]
fn earlier_grants_of_the_group_travel_as_its_history() {
    let mut scene = Scene::new();
    let earlier = scene.test.add("Merrybank  growers", testkit::Stage::Paid);
    let reference = scene.test.open.case(earlier).unwrap().reference().unwrap();
    let pack = scene.sends_ken();
    let lines: Vec<&str> = pack.sheet(scene.one).history.iter().map(|line| line.words.as_str()).collect();
    assert_eq!(lines, [format!("{reference}, £100.00, May 2022. The money is being spent.")]);
    assert!(pack.sheet(scene.two).history.is_empty());
}
