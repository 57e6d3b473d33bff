// Words of the membership desk: seats, offices, the rules of the plan, and what is due.
import type {
  DbsLevel,
  MemberPaperKind,
  MembershipFinding,
  MembershipRule,
  Office,
  OfficeBy,
  SeatBy,
  SeatEnd,
  SeatKind,
  TieKind,
} from "$lib/ipc";
import { count, plainDate } from "$words/format";

type RuleWords = { title: string; section: string; text: (finding: MembershipFinding) => string; way: string };
const n = String;
const people = (number: number) => count(number, "member", "members");

/** Each rule: what it asks, what was found, and what to do when it is not kept. */
export const rules = {
  fewest: {
    title: "At least 8 members",
    section: "8.3",
    text: ({ found }) => `There are ${people(found)}.`,
    way: "Residents can join in mid-year, or stand at the next annual meeting.",
  },
  most: {
    title: "At most 20 members",
    section: "8.3",
    text: ({ found }) => `There are ${people(found)}.`,
    way: "Nobody can join until somebody stands down.",
  },
  residents: {
    title: "At least 51% of the members are residents, and most who vote",
    section: "8.3",
    text: ({ found, needed }) =>
      `${count(found, "member is a resident", "members are residents")}. ${n(needed)} must be.`,
    way: "Ask residents to join before another advisory member is appointed.",
  },
  terms: {
    title: "No term is longer than three years",
    section: "8.3",
    text: ({ found }) =>
      found === 0
        ? "No term has run out."
        : `${count(found, "term is", "terms are")} over. They have no seat until they are elected again.`,
    way: "Record an election, or that they stood down.",
  },
  stoodDown: {
    title: "At least three resident members stand down each year",
    section: "8.3",
    text: ({ found, needed }) =>
      needed === 0
        ? "This is the first year, so nobody has to yet."
        : `${count(found, "resident member", "resident members")} stood down in the year before this day.`,
    way: "Look below at who has served longest.",
  },
  chair: {
    title: "One Chair, who is a resident",
    section: "8.5",
    text: ({ found }) => (found === 0 ? "Nobody is Chair." : found === 1 ? "There is one." : `There are ${n(found)}.`),
    way: "Appoint the Chair at the next meeting.",
  },
  viceChairs: {
    title: "Two Vice-chairs, who are residents",
    section: "8.5",
    text: ({ found }) => (found === 0 ? "There is none." : found === 1 ? "There is one." : `There are ${n(found)}.`),
    way: "Appoint the Vice-chairs at the next meeting.",
  },
  chairIndependent: {
    title: "The Chair is independent of the LTO",
    section: "8.5",
    text: ({ found }) => (found === 0 ? "No tie is on record." : "The Chair is attached to the LTO."),
    way: "Appoint a Chair who is not.",
  },
  viceChairIndependent: {
    title: "One Vice-chair is independent of the LTO",
    section: "8.5",
    text: ({ found, needed }) =>
      needed === 0
        ? "There is no Vice-chair."
        : found === 0
          ? "No Vice-chair is."
          : `${count(found, "Vice-chair is", "Vice-chairs are")}.`,
    way: "Appoint a Vice-chair who is not attached to it.",
  },
  nobodyPaid: {
    title: "Nobody with an office has a paid post",
    section: "8.5",
    text: ({ found }) => (found === 0 ? "Nobody has." : `${count(found, "officer has", "officers have")} one.`),
    way: "They give up the post or the office.",
  },
  agreement: {
    title: "Every member signed the Member Agreement",
    section: "8.11 and Appendix 1",
    text: ({ found, needed }) => `${n(found)} of ${n(needed)} did.`,
    way: "Ask for their signature, and record it here.",
  },
  dbs: {
    title: "Every member filled in the DBS questionnaire",
    section: "Appendix 1",
    text: ({ found, needed }) => `${n(found)} of ${n(needed)} did. DBS is the Disclosure and Barring Service.`,
    way: "Ask them to fill it in, and record that it was seen.",
  },
  identity: {
    title: "Every member gave proof of identity",
    section: "Appendix 1",
    text: ({ found, needed }) => `${n(found)} of ${n(needed)} did.`,
    way: "Ask to see it. Keep no copy.",
  },
  induction: {
    title: "Every member took part in induction",
    section: "Appendix 1",
    text: ({ found, needed }) => `${n(found)} of ${n(needed)} did.`,
    way: "Invite them to the next one.",
  },
} satisfies Record<MembershipRule, RuleWords>;

export const seats = { resident: "Resident", advisory: "Advisory" } satisfies Record<SeatKind, string>;
export const offices = { chair: "Chair", viceChair: "Vice-chair" } satisfies Record<Office, string>;
export const papers = {
  agreement: "Member Agreement",
  dbs: "DBS questionnaire",
  identity: "Proof of identity",
  induction: "Induction",
  training: "Training",
  exitInterview: "Exit interview",
} satisfies Record<MemberPaperKind, string>;
export const levels = {
  questionnaire: "The questionnaire only",
  basic: "A basic certificate",
  standard: "A standard certificate",
  enhanced: "An enhanced certificate",
} satisfies Record<DbsLevel, string>;
export const seatBy = {
  listed: "from the members’ list",
  agm: "elected at an annual meeting",
  midYear: "voted in between annual meetings",
  appointed: "appointed to advise",
} satisfies Record<SeatBy, string>;
export const officeBy = {
  listed: "from the members’ list",
  onlyNominee: "the only nominee",
  ballot: "by written ballot",
} satisfies Record<OfficeBy, string>;
export const seatEnds = {
  stoodDown: "Stood down",
  resigned: "Resigned in writing",
  removed: "Voted off for not coming",
  moved: "Moved away",
  other: "Something else",
  mistake: "The seat was entered by mistake",
} satisfies Record<SeatEnd, string>;
export const ties = { lto: "Attached to the LTO", paidPost: "Has a paid post" } satisfies Record<TieKind, string>;

export const words = {
  tabs: "Members",
  list: "Members",
  desk: "Seats and offices",
  title: "Seats and offices",
  lead: "Who is a member of the partnership, and which rules of the plan hold.",
  opening: "Opening...",
  asOf: "As of",
  asOfHint: "Any day, past or to come",
  look: "Look",
  shown: (iso: string) => `As of ${plainDate(iso)}`,
  appoint: "Appoint an officer",
  election: "Record an election",
  joining: "Somebody would join",

  rulesTitle: "The rules of the plan",
  lto: "The LTO is the Local Trusted Organisation, which holds the money.",
  kept: (kept: number, of: number) => (kept === of ? `All ${n(of)} rules hold.` : `${n(kept)} of ${n(of)} rules hold.`),
  holds: "Holds",
  holdsNot: "Does not hold",
  section: (section: string) => (section.startsWith("Appendix") ? section : `section ${section}`),
  who: (names: readonly string[]) => `Who: ${names.join(", ")}`,

  dueTitle: "What is due",
  nothingDue: "Nothing is due on this day.",
  open: "Open",
  due: {
    termOver: (name: string, iso: string) => ({
      title: `The term of ${name} is over`,
      text: `Its last day was ${plainDate(iso)}. Record an election, or that they stood down (section 8.3).`,
    }),
    termEnds: (name: string, iso: string) => ({
      title: `The term of ${name} ends soon`,
      text: `Its last day is ${plainDate(iso)}. They can stand again (section 8.3).`,
    }),
    election: (name: string, office: string, iso: string) => ({
      title: `Appoint the ${office} again`,
      text: `${name} was appointed on ${plainDate(iso)}. Officers are appointed every year, soon after the annual meeting (section 8.5).`,
    }),
    officeWithoutSeat: (name: string, office: string) => ({
      title: `${name} has no resident seat, and is still written down as ${office}`,
      text: "Only a resident member holds an office (section 8.5). End it, or give them their seat.",
    }),
    exitInterview: (name: string, iso: string) => ({
      title: `Hold the exit interview with ${name}`,
      text: `They resigned on ${plainDate(iso)} (Appendix 1).`,
    }),
    roleWithoutOffice: (name: string, role: string) => ({
      title: `${name} works at the register as ${role}, but does not hold that office`,
      text: "Appoint them, or change their role in the members’ list.",
    }),
  },

  rotaTitle: "Who stands down next",
  rotaText:
    "At least three resident members stand down each year (section 8.3). These have served longest. They can all stand again.",
  rotaNone: "There is no resident member on this day.",
  must: (iso: string) => `Must: the term ends on ${plainDate(iso)}`,
  suggested: (iso: string) => `Suggested: a member since ${plainDate(iso)}`,

  membersTitle: "Members",
  membersNone: "Nobody has a seat on this day.",
  emptyTitle: "Nobody has a seat yet",
  emptyText: "Add the members to the members’ list. Each gets the seat that goes with their role.",
  emptyAdd: "Go to the members’ list",
  columns: {
    name: "Name",
    seat: "Seat",
    office: "Office",
    term: "Term",
    attended: "Meetings",
    missing: "Still missing",
  },
  officeSince: (office: string, iso: string | null) => (iso === null ? office : `${office} since ${plainDate(iso)}`),
  termOf: (start: string, end: string | null) =>
    end === null ? `Since ${plainDate(start)}` : `${plainDate(start)} to ${plainDate(end)}`,
  attended: (present: number, apologies: number, absent: number) =>
    [
      `Came to ${n(present)} of ${n(present + apologies + absent)}`,
      apologies > 0 ? count(apologies, "apology", "apologies") : "",
      absent > 0 ? `${n(absent)} unheard of` : "",
    ]
      .filter(Boolean)
      .join(", "),
  attendedNone: "No meeting yet",
  nothingMissing: "Nothing",
  copied: (rows: number) => `${count(rows, "row", "rows")} copied. You can paste them into a spreadsheet.`,
  othersTitle: "On the members’ list, without a seat",
  role: "Role",
  without: "Without a seat since",
  never: "Never had one",

  joiningsTitle: "Joining between annual meetings",
  joiningName: "Somebody who would join",
  joiningText: (met: string, names: readonly string[], eligible: boolean) =>
    `Met by ${names.join(" and ")} on ${plainDate(met)}. ${eligible ? "Found eligible." : "Found not eligible."}`,
  joiningVote: (on: string, agreed: number, residents: number, joined: boolean) =>
    `${joined ? "Joined" : "Did not join"} on ${plainDate(on)}: ${n(agreed)} of ${n(residents)} residents agreed.`,
  joiningWaits: "The resident members have not voted yet.",
  vote: "Record the vote",
  electionsTitle: "Elections at annual meetings",
  electionColumns: { on: "Day", who: "Candidate", hands: "Hands", outcome: "Outcome" },
  hands: (hands: number, residents: number) => `${n(hands)} of ${n(residents)}`,
  elected: "Elected",
  notElected: "Not elected",

  // One person
  panel: "A member",
  close: "Close",
  esc: "Esc",
  noSeat: "No seat on this day",
  seatsTitle: "Seats",
  seatLine: (seat: string, how: string) => `${seat}, ${how}`,
  endLine: (why: string, iso: string) => `${why}, ${plainDate(iso)}`,
  told: (iso: string) => `They were told on ${plainDate(iso)}.`,
  roomVote: (agreed: number, residents: number) => `${n(agreed)} of ${n(residents)} residents agreed.`,
  reasons: (text: string) => `In their own words: ${text}`,
  officesTitle: "Offices",
  officeLine: (office: string, how: string) => `${office}, ${how}`,
  until: (start: string, end: string | null) =>
    end === null ? `Since ${plainDate(start)}` : `${plainDate(start)} until ${plainDate(end)}`,
  ballot: (votes: readonly { name: string; votes: number }[]) =>
    votes.map(({ name, votes: counted }) => `${name} ${n(counted)}`).join(", "),
  tiesTitle: "Ties and paid posts",
  papersTitle: "Papers",
  papersNone: "No paper is on record.",
  seenBy: (name: string) => `Seen by ${name}.`,
  certificate: (iso: string) => `Certificate of ${plainDate(iso)}.`,
  voidPaper: "Entered by mistake",
  voided: "Taken off the record",
  endTie: "This has ended",
  giveSeat: "Give a seat",
  endSeat: "End the seat",
  endOffice: "End the office",
  addPaper: "Record a paper",
  printAgreement: "Print the member agreement",
  addTie: "Record a tie or paid post",

  // Forms
  not: "Not yet",
  choose: "Choose somebody",
  recorded: "Recorded",
  cannot: "This cannot be recorded",
  names: {
    asOf: "The day",
    on: "The day",
    beginsOn: "The first day",
    endsOn: "The last day",
    words: "The words",
    toldOn: "The day they were told",
    residents: "The residents who were there",
    advisers: "The advisory members who were there",
    agreed: "Those who agreed",
    hands: "The hands",
    nominees: "The nominees",
    inPlaceOf: "Whose place it is",
    heldOn: "The day of the meeting",
    candidate: "The name",
    nominatedOn: "The day the nomination came",
    name: "The name",
    metOn: "The day they were met",
    metBy: "The first resident member",
    andBy: "The second resident member",
    votedOn: "The day of the vote",
    level: "What was seen",
    certificateOn: "The date on the certificate",
    seenBy: "Who saw it",
    what: "What it is",
    since: "The day it began",
  },
  today: "Today, or an earlier day",
  seatTitle: (name: string) => `Give ${name} a seat`,
  seatText: "Use this for advisory members, and for residents elected before this register kept elections.",
  seatKind: "Which seat?",
  seatHints: {
    resident: "Votes. Elected by residents (section 8.3)",
    advisory: "Advises, and does not vote. Appointed by the resident members (section 8.5)",
  },
  beginsOn: "From which day?",
  endsOn: "Until which day?",
  endsOnHint: "Leave it empty for three years. An advisory member needs no end.",
  endsOnThree: "Leave it empty for three years, which is the most (section 8.3)",
  seatVerb: "Give this seat",
  endTitle: (name: string) => `End the seat of ${name}`,
  endText: "They stay on the members’ list until you record there that they left. An office ends with the seat.",
  why: "Why does it end?",
  endOn: "From which day have they no seat?",
  reason: "Their reasons",
  reasonHint: "Only those who keep the members can read this.",
  resignHint: "As they wrote them to the Chair (Appendix 1). Only those who keep the members can read this.",
  removeText:
    "A member can be voted off only after they were told that it may happen, by a meeting with enough members (sections 8.6 and 8.11).",
  toldOn: "When were they told?",
  whichVote: "Which vote?",
  voteOf: (iso: string, agreed: number, residents: number) =>
    `At the meeting of ${plainDate(iso)}: ${n(agreed)} of ${n(residents)} residents agreed`,
  voteOnPaper: "Another, from paper minutes",
  residents: "Resident members there",
  advisers: "Advisory members there",
  agreed: "Residents who agreed",
  endVerb: "End this seat",
  officeTitle: "Appoint an officer",
  officeText:
    "Anybody can nominate a resident member who agrees to it. With more than one nominee there is a written ballot (section 8.5).",
  office: "Which office?",
  appointOn: "From which day?",
  inPlaceOf: "In whose place?",
  placeFree: "A place that is free",
  nominee: (at: number) => (at === 0 ? "Nominee" : `Nominee ${n(at + 1)}`),
  consents: (at: number) => (at === 0 ? "They agree to be nominated" : `Nominee ${n(at + 1)} agrees to be nominated`),
  votesOf: (at: number) => `Votes for nominee ${n(at + 1)}`,
  addNominee: "Another nominee",
  takeNominee: (at: number) => `Take nominee ${n(at + 1)} away`,
  countedBy: "The co-ordinator counts the votes and announces the result.",
  officeVerb: "Appoint them",
  appointed: "Appointed. Their role at the register has changed with it.",
  endOfficeTitle: (office: string, name: string) => `End the office of ${name} as ${office}`,
  endOfficeText: "They keep their seat. Their role at the register changes to resident member.",
  endOfficeVerb: "End this office",
  electTitle: "Record an election",
  electText:
    "At the annual meeting, two-thirds of the residents there elect by show of hands (section 8.3). Record each candidate on their own.",
  heldOn: "When was the meeting?",
  candidate: "Who stood?",
  newPerson: "Somebody who is not on the list",
  candidateName: "Their name",
  nominatedOn: "When did their written nomination come?",
  nominatedHint: "At least seven days before. Leave it empty for a resident member who stands again.",
  electResidents: "Residents there",
  electHands: "Hands for them",
  electVerb: "Record this vote",
  electedDone: "Elected. They have a seat from that day.",
  notElectedDone: "Not elected. Two-thirds did not agree.",
  joinTitle: "Somebody would join",
  joinText:
    "Between annual meetings, two resident members meet them first and find out if they can join (section 8.3).",
  joinWho: "Who would join?",
  metOn: "When were they met?",
  metBy: "By whom?",
  andBy: "And by whom?",
  eligible: "They can join: they live in the area",
  notes: "What did the two note?",
  joinVerb: "Record that they were met",
  voteTitle: (name: string) => `The vote on ${name}`,
  voteText:
    "Two-thirds of the resident members there must agree, and enough members must be there (sections 8.3 and 8.6).",
  votedOn: "When did they vote?",
  joinedDone: "They have joined, and are on the members’ list.",
  notJoinedDone: "They have not joined. Two-thirds did not agree.",
  paperTitle: (name: string) => `A paper of ${name}`,
  paperText: "Never write down the number of a certificate, and keep no copy.",
  paperKind: "Which paper?",
  paperOn: {
    agreement: "When did they sign it?",
    dbs: "When was it seen?",
    identity: "When was it seen?",
    induction: "When did they take part?",
    training: "When did they take part?",
    exitInterview: "When were they heard?",
  } satisfies Record<MemberPaperKind, string>,
  level: "What was seen?",
  certificateOn: "The date on the certificate",
  certificateHint: "Leave it empty for the questionnaire",
  whoSaw: "Who saw it?",
  training: "What was it about?",
  interview: "What did they say?",
  paperVerb: "Record this paper",
  tieTitle: (name: string) => `A tie or paid post of ${name}`,
  tieText: "The Chair and one Vice-chair must be independent of the LTO, and no officer has a paid post (section 8.5).",
  tieKind: "Which of the two?",
  what: "What is it?",
  whatHint: "Like “Trustee” or “Youth worker”",
  since: "Since when?",
  tieVerb: "Record this",
  tieEndTitle: "This has ended",
  tieEndOn: "From which day?",
  tieEndVerb: "Record that it ended",
} as const;
