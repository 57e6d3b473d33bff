//! What the record says of one item, as the minutes say it: interests in the plan's own three points, the quorum, votes,
//! what was resolved. Nobody edits these sentences; a mistake is struck out of the record.

use super::words::{MinutesWords, fill, long_date, said};
use crate::meeting::Item;
use crate::sitting::{Event, Grant, Proposal, Replayed, Resolution, What, entry_of};
use domain::Money;
use domain::decision::Outcome;
use domain::id::{ItemId, MemberId};
use domain::meeting::{Casting, ItemKind, ItemState, MeetingKind, Part, Presence, Quorum, Record, Verdict, Way};
use domain::time;
use std::collections::BTreeSet;
use store::EntryKind;

/// One sentence or more of the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// What happened.
    Said(String),
    /// What came of a proposal, after its lead: `Agreed`, `to fund £295.00 of the £385.00 asked for.`
    Resolved {
        /// `Agreed` or `Not carried`.
        lead: String,
        /// The words after the lead.
        words: String,
        /// The whole sentence, as it stands without a lead.
        whole: String,
    },
}

impl Sentence {
    /// The whole sentence.
    pub fn whole(&self) -> &str {
        match self {
            Self::Said(words) | Self::Resolved { whole: words, .. } => words,
        }
    }
}

/// What the record says of an item, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// Who declared an interest, and whether they withdrew or remained.
    pub interests: Vec<Sentence>,
    /// What happened then.
    pub story: Vec<Sentence>,
}

impl Statement {
    /// Every sentence.
    pub fn all(&self) -> impl Iterator<Item = &Sentence> {
        self.interests.iter().chain(&self.story)
    }
}

/// What the record says of an item; nothing of one that is sealed to this reader. `asked` is what its application asks for.
pub(crate) fn statement(replayed: &Replayed, item: ItemId, asked: Option<Money>, words: &MinutesWords) -> Statement {
    if replayed.is_closed(item) {
        return Statement::default();
    }
    let mut teller = Teller { replayed, item, asked, words, told: Vec::new() };
    teller.interests();
    let interests = std::mem::take(&mut teller.told);
    teller.story();
    Statement { interests, story: teller.told }
}

/// What was put to the meeting on an item, in one sentence: what was agreed, or what was proposed and not carried.
pub(super) fn put(replayed: &Replayed, item: &Item, asked: Option<Money>, put: (&Resolution, bool), words: &MinutesWords) -> String {
    let (resolution, carried) = put;
    let teller = Teller { replayed, item: item.id, asked, words, told: Vec::new() };
    let (proposal, _) = teller.proposal(resolution);
    let sentence = match (carried, joins_on(&proposal)) {
        (true, true) => &words.agreed,
        (true, false) => &words.agreed_plain,
        (false, true) => &words.proposed,
        (false, false) => &words.proposed_plain,
    };
    fill(sentence, &[("words", &proposal)])
}

/// Takes an event into a record. It stood when it was recorded; what is sealed to this reader is passed over.
pub(super) fn step(record: &mut Record, event: &Event) {
    if let Some(entry) = entry_of(event) {
        let _ = record.take(event.at, &entry);
    }
}

struct Teller<'r> {
    replayed: &'r Replayed,
    item: ItemId,
    asked: Option<Money>,
    words: &'r MinutesWords,
    told: Vec<Sentence>,
}

impl Teller<'_> {
    fn say(&mut self, sentence: &str, fields: &[(&str, &str)]) {
        self.told.push(Sentence::Said(fill(sentence, fields)));
    }

    /// Appendix 1: who declared a financial or non-financial interest; the item, under whose heading this stands; and whether
    /// they withdrew or remained. Only of members who were at the meeting for it.
    fn interests(&mut self) {
        let words = self.words;
        let there = self.there();
        let declared = self.replayed.record.item(self.item).map(|record| record.interests.clone()).unwrap_or_default();
        for one in declared.into_iter().filter(|one| there.contains(&one.member)) {
            let interest = match self.kind_of_interest(one.member) {
                Some(true) => &words.financial,
                Some(false) => &words.non_financial,
                None => &words.some_interest,
            };
            let sentence = match one.part {
                Some(Part::Withdrew) => &words.interest_withdrew,
                Some(Part::Remained) => &words.interest_remained,
                None => &words.interest_unsettled,
            };
            self.say(sentence, &[("name", self.replayed.name(one.member)), ("interest", interest)]);
        }
    }

    /// Whether an interest is financial, as it was declared last; none when that is not known.
    fn kind_of_interest(&self, holder: MemberId) -> Option<bool> {
        let declared = self.replayed.events_of(self.item).filter_map(|event| match &event.what {
            What::Declared { member, financial, .. } if *member == holder => Some(*financial),
            _ => None,
        });
        declared.last().flatten()
    }

    /// Who was at the meeting while the item was in hand.
    fn there(&self) -> BTreeSet<MemberId> {
        let mut record = self.replayed.afresh();
        let mut there = BTreeSet::new();
        for event in &self.replayed.events {
            step(&mut record, event);
            if event.in_hand == Some(self.item) {
                let here = |member: &MemberId| matches!(record.presence(*member), Presence::Here { .. });
                there.extend(self.replayed.roll.iter().map(|seat| seat.member).filter(here));
            }
        }
        there
    }

    /// What happened while the item was in hand, in order.
    fn story(&mut self) {
        let mut record = self.replayed.afresh();
        let mut last_step = None;
        for (place, event) in self.replayed.events.iter().enumerate() {
            step(&mut record, event);
            let is_open = record.item(self.item).is_some_and(|item| item.state == ItemState::Open);
            if event.in_hand == Some(self.item) && is_open {
                self.room(event, &record);
            }
            if event.item != Some(self.item) {
                continue;
            }
            // What was put off, and taken up again after all, is not put off.
            let later = self.replayed.events.iter().skip(place.saturating_add(1));
            let again = later.into_iter().any(|next| next.item == Some(self.item) && matches!(next.what, What::Taken { .. }));
            match &event.what {
                What::Resolved(resolution) => self.resolved(event, resolution, &record),
                What::PutOff if !again => self.say(&self.words.put_off, &[]),
                What::Noted if !again => self.say(&self.words.noted, &[]),
                _ => {}
            }
            if matches!(event.what, What::Taken { .. } | What::Resolved(_) | What::PutOff | What::Noted) {
                last_step = Some(event.what.kind());
            }
        }
        if self.replayed.record.ended_at().is_some() {
            match last_step {
                None => self.say(&self.words.not_reached, &[]),
                Some(EntryKind::Taken) => self.say(&self.words.nothing_decided, &[]),
                Some(_) => {}
            }
        }
    }

    /// What changed in the room while the item was open: who chairs, and the quorum.
    fn room(&mut self, event: &Event, record: &Record) {
        let words = self.words;
        let name = event.what.member().map_or("", |member| self.replayed.name(member));
        let at = time::written(event.at);
        let fields = [("name", name), ("time", at.as_str())];
        if matches!(event.what, What::TookChair(_)) {
            self.say(&words.item_chair, &fields);
        }
        if self.replayed.meeting.row.kind == MeetingKind::Forum {
            return;
        }
        let votes = self.replayed.events_of(self.item).any(|event| matches!(event.what, What::Resolved(_)));
        if event.item == Some(self.item) && matches!(event.what, What::Taken { .. }) {
            self.not_quorate(&record.floor(Some(self.item)).quorum, votes);
            return;
        }
        let sentence = match (event.quorum_changed_to, &event.what, votes) {
            (None, ..) => return,
            (Some(true), What::Arrived(_), _) => &words.came_quorum,
            (Some(true), ..) => &words.quorum_again,
            (Some(false), What::Left(_), false) => &words.left_quorum,
            (Some(false), What::Left(_), true) => &words.left_quorum_for_a_while,
            (Some(false), What::Declared { .. } | What::TookPart { .. }, false) => &words.withdrew_quorum,
            (Some(false), What::Declared { .. } | What::TookPart { .. }, true) => &words.withdrew_quorum_for_a_while,
            (Some(false), _, false) => &words.lost_quorum,
            (Some(false), _, true) => &words.lost_quorum_for_a_while,
        };
        self.say(sentence, &fields);
    }

    fn not_quorate(&mut self, quorum: &Quorum, votes: bool) {
        let words = self.words;
        let number = |number: u32| number.to_string();
        let [present, members, needed] = [quorum.present, quorum.members, quorum.needed()].map(number);
        let [residents, residents_needed] = [quorum.residents, quorum.residents_needed()].map(number);
        if !quorum.enough_members() {
            let sentence = if votes { &words.too_few_members_at_first } else { &words.too_few_members };
            self.say(sentence, &[("present", &present), ("members", &members), ("needed", &needed)]);
        } else if !quorum.mostly_residents() {
            let sentence = if votes { &words.too_few_residents_at_first } else { &words.too_few_residents };
            self.say(sentence, &[("present", &present), ("residents", &residents), ("needed", &residents_needed)]);
        }
    }

    fn resolved(&mut self, event: &Event, resolution: &Resolution, record: &Record) {
        let words = self.words;
        let Some(verdict) = event.verdict else { return };
        let (proposal, after) = self.proposal(resolution);
        if !verdict.is_carried() {
            let plain = if joins_on(&proposal) { &words.proposed } else { &words.proposed_plain };
            self.say(plain, &[("words", &proposal)]);
        }
        match &resolution.way {
            Way::Consensus => self.say(&words.consensus, &[]),
            Way::Vote(tally) => {
                let [agree, against, not_voting] = [tally.agree, tally.against, tally.not_voting].map(|votes| votes.to_string());
                let mut vote = fill(&words.vote, &[("agree", &agree), ("against", &against), ("not_voting", &not_voting)]);
                let casting = tally.casting.map(|casting| match casting {
                    Casting::For => &words.casting_for,
                    Casting::Against => &words.casting_against,
                });
                if let Some(sentence) = casting {
                    let chair = record.chair().map_or("", |chair| self.replayed.name(chair));
                    vote.push(' ');
                    vote.push_str(&fill(sentence, &[("name", chair)]));
                }
                self.told.push(Sentence::Said(vote));
            }
        }
        match verdict {
            Verdict::Lost(count) => {
                let [agreed, of, needed] = [count.agreed, count.of, count.needed].map(|count| count.to_string());
                let whole = fill(&words.not_carried, &[("agreed", &agreed), ("of", &of), ("needed", &needed)]);
                let (_, figures) = whole.split_once(": ").unwrap_or(("", &whole));
                self.told.push(Sentence::Resolved { lead: words.lead_not_carried.clone(), words: figures.to_owned(), whole });
            }
            Verdict::Carried(_) => {
                if resolution.other_side {
                    match self.replayed.meeting.item(self.item).map(crate::meeting::Item::kind) {
                        Some(ItemKind::Commitment) => self.say(&words.consent, &[]),
                        Some(ItemKind::Removal) => self.say(&words.told_first, &[]),
                        _ => {}
                    }
                }
                let plain = if joins_on(&proposal) { &words.agreed } else { &words.agreed_plain };
                let whole = fill(plain, &[("words", &proposal)]);
                self.told.push(Sentence::Resolved { lead: words.lead_agreed.clone(), words: proposal, whole });
                self.told.extend(after.into_iter().map(Sentence::Said));
            }
        }
    }

    /// What was proposed, as it goes on after "It was agreed"; and the sentences after it.
    fn proposal(&self, resolution: &Resolution) -> (String, Vec<String>) {
        match &resolution.proposal {
            Proposal::Grant(grant) => self.grant(grant),
            Proposal::Other(typed) => {
                let line = said(typed);
                // `That the programme be agreed` goes on after "It was agreed".
                let line = line.strip_prefix("That ").map_or(line.clone(), |rest| format!("that {rest}"));
                (line, Vec::new())
            }
        }
    }

    fn grant(&self, grant: &Grant) -> (String, Vec<String>) {
        let words = self.words;
        let recommends = !self.replayed.record.decides_grants();
        let or = |decides, recommended| if recommends { recommended } else { decides };
        let mut after = Vec::new();
        let mut also = |sentence: &str, typed: &str| {
            let typed = said(typed);
            if !typed.is_empty() {
                after.push(fill(sentence, &[("words", &typed)]));
            }
        };
        let proposal = match &grant.outcome {
            Outcome::Approved { amount } | Outcome::ApprovedInPart { amount, .. } => {
                let sentence = match self.asked {
                    Some(asked) if asked == *amount => or(&words.fund, &words.recommend_fund),
                    Some(_) => or(&words.fund_part, &words.recommend_fund_part),
                    None => or(&words.fund_plain, &words.recommend_fund_plain),
                };
                let asked = self.asked.unwrap_or_default().to_string();
                fill(sentence, &[("amount", &amount.to_string()), ("asked", &asked)])
            }
            Outcome::Deferred { missing } => {
                also(&words.missing, missing);
                or(&words.defer, &words.recommend_defer).clone()
            }
            Outcome::Declined { reasons } => {
                also(&words.reasons, reasons);
                or(&words.decline, &words.recommend_decline).clone()
            }
        };
        if let Outcome::ApprovedInPart { purpose, .. } = &grant.outcome {
            also(&words.purpose, purpose);
        }
        let conditions: Vec<String> = grant.conditions.iter().map(|condition| said(condition)).filter(|line| !line.is_empty()).collect();
        also(if conditions.len() == 1 { &words.condition } else { &words.conditions }, &conditions.join(" "));
        also(&words.reason, &grant.reason);
        if let Some(terms) = &grant.terms {
            if !terms.instalments.is_empty() {
                let part = |part: &domain::decision::Instalment| {
                    fill(&words.part, &[("amount", &part.amount.to_string()), ("when", part.when.trim().trim_end_matches('.'))])
                };
                let parts: Vec<String> = terms.instalments.iter().map(part).collect();
                after.push(fill(&words.parts, &[("words", &parts.join("; "))]));
            }
            after.push(fill(&words.ends_on, &[("date", &long_date(terms.ends_on))]));
        }
        (proposal, after)
    }
}

/// Whether a proposal goes on in the sentence: `to fund …`, `that the programme …`.
fn joins_on(proposal: &str) -> bool {
    proposal.starts_with("to ") || proposal.starts_with("that ")
}
