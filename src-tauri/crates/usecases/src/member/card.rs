//! Member cards: one's own, to be sent, and those of members who work elsewhere, taken in after a telephone call.

use super::{MemberError, TOUCHED, rows, staying};
use crate::{Changed, Open, Result, seal};
use domain::id::MemberId;
use domain::member::Act;
use exchange::card::{self, MemberCard};
use serde_json::json;
use store::Event;

/// The card of the member who is signed in, as a file.
pub fn my_card(open: &Open) -> Result<Vec<u8>> {
    let register = open.register();
    Ok(card::make(&open.member().name, register.keyring(), register.surroundings().now()).map_err(MemberError::from)?)
}

/// Reads a card and proves it. Nothing is taken in.
pub fn inspect_card(bytes: &[u8]) -> Result<MemberCard> {
    Ok(card::read(bytes).map_err(MemberError::from)?)
}

/// Takes a card in for a member, after its owner read the fingerprint out. Keys that they had on an older card end.
pub fn confirm_card(open: &mut Open, id: MemberId, bytes: &[u8], read_out: &str) -> Result<Changed<()>> {
    open.member().permit(Act::KeepMembers)?;
    let card = inspect_card(bytes)?;
    if !card.fingerprint.is_read_as(read_out) {
        return Err(MemberError::FingerprintDiffers.into());
    }
    let rows = rows(open)?;
    let row = staying(&rows, id)?;
    let owner = open.register().read(|tx| tx.key_owner(&card.recipient, &card.verifying_key))?;
    if let Some(owner) = owner {
        return Err(match (owner.member_id == id.0, owner.current) {
            (true, true) => MemberError::TakenInAlready,
            (true, false) => MemberError::EndedKeys,
            (false, _) => MemberError::KeysOfAnother { name: open.name_of(owner.member_id).to_owned() },
        }
        .into());
    }
    if row.key.as_ref().is_some_and(|key| key.at_register) {
        return Err(MemberError::WorksAtRegister.into());
    }
    let former = row.key.as_ref().map(|key| key.fingerprint.clone());
    let changed = open.change_register(|tx| {
        tx.record_member_key(id.0, &card.recipient, &card.verifying_key, card.fingerprint.as_str(), false)?;
        seal::settle(tx)?;
        let payload = json!({
            "recipient": card.recipient.to_string(),
            "verifyingKey": card.verifying_key.to_string(),
            "fingerprint": card.fingerprint.as_str(),
            "madeAt": card.made_at,
            "inPlaceOf": former,
        });
        Ok(((), Event { kind: "cardConfirmed", subject: Some(id.0), payload, touched: TOUCHED, signed: true }))
    })?;
    open.read_people_again()?;
    Ok(changed)
}
