//! Responses brought in: a preview that changes nothing, the whole of it in one change, and a signed receipt.

use super::TOUCHED;
use super::examine::{Examined, Stop, examine};
use super::facts::Facts;
use super::kept;
use super::refusal::Refusal;
use crate::{Changed, Error, Open, Result, interest};
use chrono::{DateTime, NaiveDate, Utc};
use domain::id::{ApplicationId, ReviewId, RoundId};
use domain::interest::Answer;
use domain::member::Act;
use domain::review::Standing;
use exchange::sheet::{RECEIPT, ReceiptSheet};
use exchange::{Contents, Manifest, PackKind, Party, neutral_name};
use serde_json::json;
use store::{Event, NewPackIn, NewReview, WriteTx};
use uuid::Uuid;

/// The most bytes that any pack may have. A larger file need not even be read.
pub const MOST_BYTES: u64 = exchange::pack::LARGEST_PACK;

/// What a response says about one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A first review.
    New,
    /// A review that takes the place of an earlier one.
    Revised,
    /// Written before the application was corrected.
    Older,
    /// Does not follow from the one that is in.
    Rival,
    /// Came after the reviews were opened.
    Late,
    /// Its author has an interest: kept and never counted.
    Conflicted,
    /// It is in already.
    Same,
    /// They declare an interest.
    Interest,
    /// They are not sure whether they have one.
    Unsure,
    /// They have no interest.
    NoInterest,
}

/// One line of what a response brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The application.
    pub application_id: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// What it says.
    pub what: What,
}

/// What a response would bring, or did bring. Never a word of a judgement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Why it was refused; then little else is known of it.
    pub refused: Option<Refusal>,
    /// Whose it is.
    pub from: Option<String>,
    /// The round.
    pub round: Option<(RoundId, String)>,
    /// When they made it.
    pub made_at: Option<DateTime<Utc>>,
    /// When they first opened theirs.
    pub opened_at: Option<DateTime<Utc>>,
    /// The day the same pack was brought in already.
    pub already_on: Option<NaiveDate>,
    /// The day on which they saw a history that is not this register's.
    pub history_differs: Option<NaiveDate>,
    /// What it brings.
    pub lines: Vec<Line>,
    /// References of theirs that are not answered yet. Never a deletion.
    pub missing: Vec<String>,
    /// Whether it makes the last review come in, which opens them all.
    pub opens_all: bool,
}

/// A receipt, and the neutral name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Such as `pack 3F2A-91C0.chestpack`.
    pub file_name: String,
    /// The pack.
    pub bytes: Vec<u8>,
}

/// Says what a response would bring. Nothing is changed.
pub fn inspect(open: &Open, bytes: &[u8]) -> Result<Found> {
    open.member().permit(Act::RunReviews)?;
    match examined(open, bytes) {
        Ok(examined) => Ok(found(open, &examined)),
        Err(Stop::Refused { why, history_differs }) => Ok(Found { refused: Some(why), history_differs, ..Found::default() }),
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn examined(open: &Open, bytes: &[u8]) -> Result<Examined, Stop> {
    open.register().read(|tx| examine(open, tx, bytes))
}

/// Brings a response in, all of it in one change. The same pack again changes nothing. When it was the last that was waited
/// for, the reviews of the round are opened in the same change.
pub fn bring_in(open: &mut Open, bytes: &[u8]) -> Result<Changed<Found>> {
    open.member().permit(Act::RunReviews)?;
    let examined = match examined(open, bytes) {
        Ok(examined) => examined,
        Err(Stop::Refused { why, .. }) => return Err(Error::Refused(why)),
        Err(Stop::Failed(error)) => return Err(error),
    };
    let found = found(open, &examined);
    if examined.already_on.is_some() {
        return Ok(Changed { value: found, touched: Vec::new(), event_seq: open.register().head()?.seq });
    }
    let changed = open.change_register(|tx| Ok((found, take_in(tx, &examined)?)))?;
    open.read_cases_again(&examined.before.applications)?;
    Ok(changed)
}

fn take_in(tx: &mut WriteTx<'_>, examined: &Examined) -> Result<Event> {
    let manifest = &examined.opened.manifest;
    let round_id = examined.before.round.round_id;
    tx.insert_pack_in(&NewPackIn {
        pack_id: manifest.pack_id,
        manifest_sha256: examined.opened.sha256,
        round_id,
        member_id: examined.member,
        in_reply_to: examined.reply_to,
        made_at: manifest.created,
        opened_at: examined.opened_at,
        history_differs: examined.history_differs.is_some(),
    })?;
    // Answers first: what comes after them is sealed without whoever has an interest now.
    interest::bring_in(tx, &examined.answers)?;
    for new in &examined.reviews {
        let row = &new.row;
        let review = NewReview {
            review_id: row.review_id,
            round_id,
            application_id: row.application_id,
            version: row.version,
            member_id: row.member_id,
            signed: true,
            made_at: row.made_at,
            blob_id: row.blob_id,
            pack_id: row.pack_id,
            late: row.late,
            revises: &row.revises,
        };
        kept::keep(tx, &new.fact, &review)?;
    }
    let opened = open_if_all_in(tx, RoundId(round_id))?;
    let reviews: Vec<Uuid> = examined.reviews.iter().map(|new| new.row.review_id).collect();
    let payload = json!({
        "pack": manifest.pack_id, "member": examined.member, "in_reply_to": examined.reply_to, "reviews": reviews,
        "answers": examined.answers.len(), "history_differs": examined.history_differs.is_some(), "opened": opened,
    });
    Ok(Event { kind: "responseBroughtIn", subject: Some(round_id), payload, touched: TOUCHED, signed: true })
}

/// Opens the reviews of a round when nothing more is waited for. Answers whether it did.
pub(super) fn open_if_all_in(tx: &mut WriteTx<'_>, round: RoundId) -> Result<bool> {
    let facts = Facts::read(tx, round)?;
    let opens = facts.round.opened.is_none() && facts.all_in(&facts.standings());
    if opens {
        tx.insert_round_opening(round.0, None)?;
    }
    Ok(opens)
}

/// Notes in the journal that a pack was refused, by the hash of its file. The file stays where it is.
pub fn note_refused(open: &mut Open, bytes: &[u8]) -> Result<Changed<()>> {
    let found = inspect(open, bytes)?;
    let why = found.refused.ok_or(Error::WrongState)?;
    let payload = json!({ "sha256": kept::sha256(bytes), "why": why.code(), "history_differs": found.history_differs.is_some() });
    open.change_register(|_| Ok(((), Event { kind: "packRefused", subject: None, payload, touched: &[], signed: false })))
}

/// Makes a signed receipt for a response that was brought in, sealed to whoever sent it.
pub fn receipt(open: &Open, bytes: &[u8]) -> Result<Receipt> {
    open.member().permit(Act::RunReviews)?;
    let examined = match examined(open, bytes) {
        Ok(examined) => examined,
        Err(Stop::Refused { why, .. }) => return Err(Error::Refused(why)),
        Err(Stop::Failed(error)) => return Err(error),
    };
    let pack_id = examined.opened.manifest.pack_id;
    let taken_in = examined.before.packs_in.iter().find(|row| row.pack_id == pack_id).ok_or(Error::WrongState)?;
    open.register().read(|tx| {
        let them = examined.opened.manifest.from.clone();
        let recipient = them.recipient.parse()?;
        let me = Party::new(open.member().id.0, &open.member().name, &tx.keyring().recipient(), tx.keyring().verifying_key());
        let (id, register_id) = (tx.surroundings().new_id(), open.register().register_id());
        let mut manifest = Manifest::new(PackKind::Receipt, id, register_id, open.partnership(), tx.now(), me, vec![them]);
        manifest.round = Some(taken_in.round_id);
        manifest.in_reply_to = Some(pack_id);
        let head = tx.head()?;
        manifest.journal = Some(exchange::JournalHead { size: head.seq, head: head.hex() });
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let what = vec![("reviews".to_owned(), count(examined.known.len())), ("answers".to_owned(), count(examined.said.len()))];
        let mut contents = Contents::default();
        contents.put_sheet(RECEIPT, &ReceiptSheet { for_pack: pack_id, taken_in_at: taken_in.brought_in_at, what })?;
        let bytes = exchange::seal(manifest, &contents, tx.keyring(), &[recipient])?;
        Ok(Receipt { file_name: neutral_name(id), bytes })
    })
}

fn found(open: &Open, examined: &Examined) -> Found {
    let reference = |id: Uuid| open.case(ApplicationId(id)).ok().and_then(crate::Case::reference).unwrap_or_default();
    let round = &examined.before.round;
    let manifest = &examined.opened.manifest;
    Found {
        refused: None,
        from: Some(open.name_of(examined.member).to_owned()),
        round: Some((RoundId(round.round_id), round.name.clone())),
        made_at: Some(manifest.created),
        opened_at: Some(examined.opened_at),
        already_on: examined.already_on,
        history_differs: examined.history_differs,
        lines: lines(examined)
            .into_iter()
            .map(|(id, what)| Line { application_id: ApplicationId(id), reference: reference(id), what })
            .collect(),
        missing: examined.missing().into_iter().map(reference).collect(),
        opens_all: examined.opens_all(),
    }
}

/// Each application once, in the order of the round: what the newest of it says.
fn lines(examined: &Examined) -> Vec<(Uuid, What)> {
    let standings = examined.standings();
    let mut lines = Vec::new();
    for id in &examined.before.applications {
        let new: Vec<_> = examined.reviews.iter().filter(|new| new.row.application_id == *id).collect();
        let answers = || examined.said.iter().filter(|(application, _)| application == id).map(|(_, answer)| *answer);
        // Of several reviews of one application, those whose place another takes go without saying.
        let mut whats: Vec<What> = new
            .iter()
            .filter_map(|new| match standings.get(&ReviewId(new.row.review_id))? {
                Standing::Counted if examined.before.reviews_of(examined.member, *id).next().is_none() => Some(What::New),
                Standing::Counted => Some(What::Revised),
                Standing::CountedOlder => Some(What::Older),
                Standing::Rival => Some(What::Rival),
                Standing::Late | Standing::Declined => Some(What::Late),
                Standing::Conflicted => Some(What::Conflicted),
                Standing::Revised => None,
            })
            .collect();
        whats.dedup();
        if let Some(answer) = answers().find(|answer| matches!(answer, Answer::Interest | Answer::Unsure)) {
            let what = if answer == Answer::Interest { What::Interest } else { What::Unsure };
            lines.push((*id, what));
        }
        if whats.is_empty() && (!new.is_empty() || examined.known.iter().any(|(application, _)| application == id)) {
            whats.push(What::Same);
        }
        if whats.is_empty() && answers().all(|answer| answer == Answer::NoInterest) && answers().next().is_some() {
            whats.push(What::NoInterest);
        }
        lines.extend(whats.into_iter().map(|what| (*id, what)));
    }
    lines
}
