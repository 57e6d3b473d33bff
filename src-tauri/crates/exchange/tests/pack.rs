//! A pack made and taken in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed test should stop at once")]

mod common;

use common::Scene;
use exchange::PackKind;

#[test]
fn a_pack_comes_back_as_it_was_made() {
    let scene = Scene::new(PackKind::Response);
    let sealed = scene.sealed();
    let opened = scene.open(&sealed).unwrap();
    assert_eq!(opened.manifest.pack_id, scene.manifest.pack_id);
    assert_eq!(opened.manifest.files.len(), 2);
    assert_eq!(opened.contents.data, scene.contents.data);
    let (sha256, file) = opened.contents.files.iter().next().unwrap();
    assert_eq!((file.ending.as_str(), file.bytes.as_slice()), ("pdf", b"%PDF-1.7 invented".as_slice()));
    assert_eq!(scene.contents.files.keys().next(), Some(sha256));
    assert_eq!(opened.comment, format!("chest-pack {} response", scene.manifest.pack_id));
}
