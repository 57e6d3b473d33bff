//! A round may be changed until something of it went out; what went out and came back is never changed.

use crate::common::{Place, event};
use crate::{Head, Medium, NewPackIn, NewReview, NewRound, NewSending, Register, StoreError, Which, WriteTx};
use domain::review::Criterion;
use uuid::Uuid;

/// A round with one application and one reviewer, who sits at the register.
fn begun() -> (Place, Register, Uuid, Uuid) {
    let (place, mut register) = Place::new();
    let me = place.member_id;
    let ids = register
        .change(|tx| {
            let (application_id, blob_id, round_id) = (tx.new_id(), tx.new_id(), tx.new_id());
            tx.put_blob(blob_id, b"sealed")?;
            tx.insert_application(application_id, blob_id)?;
            tx.insert_round(round_id, &new(&[application_id], &[(me, Medium::Pack)]))?;
            Ok::<_, StoreError>(((round_id, application_id), event("a round")))
        })
        .unwrap()
        .value;
    (place, register, ids.0, ids.1)
}

fn new<'a>(applications: &'a [Uuid], reviewers: &'a [(Uuid, Medium)]) -> NewRound<'a> {
    NewRound { name: "January 2023", return_by: "2023-01-20".parse().unwrap(), criteria: &[], applications, reviewers }
}

fn change(register: &mut Register, work: impl FnOnce(&mut WriteTx<'_>) -> Result<(), StoreError>) -> Result<(), StoreError> {
    register.change(|tx| work(tx).map(|()| ((), event("a change")))).map(|_| ())
}

fn send(tx: &mut WriteTx<'_>, round_id: Uuid, application_id: Uuid, member_id: Uuid) -> Result<Uuid, StoreError> {
    let sending_id = tx.new_id();
    let pack = Some(("pack 3F2A-91C0.chestpack", Head { seq: 3, hash: [7; 32] }));
    let items = [(application_id, 1)];
    tx.insert_sending(&NewSending { sending_id, round_id, member_id, medium: Medium::Pack, pack, items: &items })?;
    Ok(sending_id)
}

#[test]
fn a_round_is_changed_until_it_goes_out_and_never_after() {
    let (place, mut register, round_id, application_id) = begun();
    let criteria = [Criterion { name: "Need".into(), most: 5 }];
    let (applications, reviewers) = ([application_id], [(place.member_id, Medium::LargePaper)]);
    let changed = NewRound { name: "Spring", criteria: &criteria, ..new(&applications, &reviewers) };
    change(&mut register, |tx| tx.change_round(round_id, &changed)).unwrap();
    let row = register.read(|tx| tx.rounds(Which::One(round_id))).unwrap().remove(0);
    assert_eq!((row.name.as_str(), row.criteria.as_slice(), row.opened), ("Spring", criteria.as_slice(), None));
    assert_eq!(register.read(|tx| tx.round_reviewers(Which::All)).unwrap()[0].medium, Medium::LargePaper);
    assert!(register.read(|tx| tx.under_review(Which::All)).unwrap().is_empty());

    change(&mut register, |tx| send(tx, round_id, application_id, place.member_id).map(drop)).unwrap();
    assert_eq!(register.read(|tx| tx.under_review(Which::One(application_id))).unwrap(), [application_id]);
    let refused = change(&mut register, |tx| tx.change_round(round_id, &changed)).unwrap_err();
    assert!(format!("{refused:?}").contains("cannot be changed"), "{refused:?}");
    for sql in [
        "DELETE FROM round_application",
        "DELETE FROM round_reviewer",
        "DELETE FROM round",
        "UPDATE round SET name = 'x'",
        "UPDATE sending SET file_name = 'x'",
        "INSERT OR REPLACE INTO round SELECT round_id, 'x', return_by, criteria, started_at, started_by FROM round",
        "INSERT INTO round_reviewer SELECT round_id, 9, member_id, medium FROM round_reviewer",
    ] {
        let error = register.writer().execute_batch(sql).expect_err(sql).to_string();
        assert!(error.contains("a fact cannot be changed"), "{sql}: {error}");
    }
}

#[test]
fn what_went_out_and_came_back_is_read_as_it_was_written() {
    let (place, mut register, round_id, application_id) = begun();
    let me = place.member_id;
    let (blob_id, review_id, revised_id, pack_id) = (Uuid::now_v7(), Uuid::from_u128(9), Uuid::from_u128(3), Uuid::now_v7());
    let made_at = "2023-01-19T20:00:00Z".parse().unwrap();
    change(&mut register, |tx| {
        let sending_id = send(tx, round_id, application_id, me)?;
        tx.put_blob(blob_id, b"sealed")?;
        tx.insert_pack_in(&NewPackIn {
            pack_id,
            manifest_sha256: [5; 32],
            round_id,
            member_id: me,
            in_reply_to: sending_id,
            made_at,
            opened_at: made_at,
            history_differs: true,
        })?;
        tx.insert_review(&NewReview {
            review_id,
            round_id,
            application_id,
            version: 1,
            member_id: me,
            signed: true,
            made_at,
            blob_id,
            pack_id: Some(pack_id),
            late: true,
            revises: &[revised_id],
        })?;
        tx.insert_leaving_out(round_id, application_id, me, Some(blob_id))?;
        tx.insert_leaving_out(round_id, application_id, me, None)?;
        tx.insert_late_ruling(review_id, true, blob_id)?;
        tx.insert_round_opening(round_id, None)
    })
    .unwrap();

    let all = Which::One(round_id);
    let sending = register.read(|tx| tx.sendings(all)).unwrap().remove(0);
    assert_eq!(sending.pack, Some(("pack 3F2A-91C0.chestpack".to_owned(), Head { seq: 3, hash: [7; 32] })));
    assert_eq!(sending.items, [(application_id, 1)]);
    let pack = register.read(|tx| tx.packs_in(all)).unwrap().remove(0);
    assert_eq!((pack.pack_id, pack.in_reply_to, pack.made_at, pack.history_differs), (pack_id, sending.sending_id, made_at, true));
    let review = register.read(|tx| tx.reviews(all)).unwrap().remove(0);
    assert_eq!(
        (review.revises.as_slice(), review.pack_id, review.typed_by, review.late),
        ([revised_id].as_slice(), Some(pack_id), None, true)
    );
    assert!(review.ruling.is_some_and(|ruling| ruling.accepted && ruling.by == me));
    let left_out: Vec<bool> = register.read(|tx| tx.leavings_out(all)).unwrap().iter().map(|row| row.reason.is_some()).collect();
    assert_eq!(left_out, [true, false]);
    assert_eq!(register.read(|tx| tx.rounds(all)).unwrap()[0].opened.as_ref().map(|opening| opening.by), Some(me));
    assert_eq!(register.read(|tx| tx.round_of_review(review_id)).unwrap(), Some(round_id));
    assert_eq!(register.read(|tx| tx.round_of_pack_in(pack_id)).unwrap(), Some(round_id));
    assert_eq!(register.read(|tx| tx.round_of_pack_in(review_id)).unwrap(), None);
    for table in ["leaving_out", "sending", "sending_item", "pack_in", "review", "review_revision", "late_ruling", "round_opening"] {
        let error = register.writer().execute_batch(&format!("DELETE FROM {table}")).expect_err(table).to_string();
        assert!(error.contains("a fact cannot be changed"), "{table}: {error}");
        let column = match table {
            "sending" | "sending_item" => "sending_id",
            "pack_in" => "pack_id",
            "review" | "review_revision" | "late_ruling" => "review_id",
            _ => "round_id",
        };
        let error = register.writer().execute_batch(&format!("UPDATE {table} SET {column} = {column}")).expect_err(table).to_string();
        assert!(error.contains("a fact cannot be changed"), "{table}: {error}");
    }
}

#[test]
fn the_same_pack_and_the_same_review_are_kept_once() {
    let (place, mut register, round_id, application_id) = begun();
    let me = place.member_id;
    let blob_id = Uuid::now_v7();
    let review = NewReview {
        review_id: Uuid::from_u128(9),
        round_id,
        application_id,
        version: 1,
        member_id: me,
        signed: false,
        made_at: "2023-01-19T20:00:00Z".parse().unwrap(),
        blob_id,
        pack_id: None,
        late: false,
        revises: &[],
    };
    change(&mut register, |tx| {
        tx.put_blob(blob_id, b"sealed")?;
        tx.insert_review(&review)
    })
    .unwrap();
    let row = register.read(|tx| tx.reviews(Which::One(round_id))).unwrap().remove(0);
    assert_eq!((row.typed_by, row.signed), (Some(me), false));
    assert!(change(&mut register, |tx| tx.insert_review(&review)).is_err());
}
