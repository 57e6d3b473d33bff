//! What comes back from the register: a receipt of a response is still what it was.

use super::scene::{GARDEN, REGISTER, Scene, pay};
use crate::Error;

#[test]
fn nothing_is_sent_when_there_is_nothing_to_send() {
    let mut scene = Scene::with(Scene::sheet);
    assert!(matches!(scene.ann.clerk_receipt(REGISTER, scene.place.path()), Err(Error::NothingToSend)));
    scene.ann.clerk_pay(REGISTER, GARDEN, &pay("500", 12)).unwrap();
    let nowhere = scene.place.path().join("nowhere");
    assert!(matches!(scene.ann.clerk_receipt(REGISTER, &nowhere), Err(Error::Pack(_))));
    assert_eq!((scene.ledger().unsent, scene.ledger().sent_at), (1, None), "what could not be saved was not sent");
    let (opened, _) = scene.receipt();
    assert!(scene.ledger().sent_at.is_some());
    let name = exchange::neutral_name(opened.manifest.pack_id);
    assert!(name.starts_with("pack "), "{name}");
}
