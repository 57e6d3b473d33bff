// Words at a meeting.
import type {
  Attendance,
  ItemInHand,
  ItemKind,
  ItemState,
  LastEntry,
  LastKind,
  MeetingKind,
  QuorumView,
  SittingItem,
  TypedOutcome,
} from "$lib/ipc";
import { count, dayDate, longDate, plainDate, pounds } from "$words/format";

export type Outcome = TypedOutcome["kind"];

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

export const words = {
  opening: "Opening the meeting...",
  kinds: {
    partnership: "Partnership meeting",
    subGroup: "Sub-group meeting",
    forum: "Forum",
  } satisfies Record<MeetingKind, string>,
  title: (kind: MeetingKind, on: string) => `${words.kinds[kind]}, ${longDate(on)}`,
  bar: "This meeting",
  notStarted: "Not started",
  startedAt: (time: string) => `Started at ${time}`,
  endedAt: (time: string) => `Ended at ${time}`,
  at: "At",
  atName: "The time",
  undo: (what: string) => `Undo: ${what}`,
  ctrlZ: "Ctrl Z",
  close: "Close the meeting",
  readOnly: "You can read this. The co-ordinator, the chair and the vice-chairs keep it.",

  // What would be undone
  last: {
    apologies: (name: string) => `apologies of ${name}`,
    arrived: (name: string) => `${name} arrived`,
    left: (name: string) => `${name} left`,
    tookChair: (name: string) => `${name} took the chair`,
    heads: () => "the number of residents",
    started: () => "the start of the meeting",
    taken: () => "an item was taken up",
    declared: (name: string) => `interest of ${name}`,
    tookPart: (name: string) => `${name} withdrew or remained`,
    resolved: () => "the decision",
    putOff: () => "an item was put off",
    noted: () => "an item was done with",
    ended: () => "the end of the meeting",
  } satisfies Record<LastKind, (name: string) => string>,
  somebody: "a member",
  undone: (what: string) => `Undone: ${what}`,

  // What is hidden
  itemsNamed: (numbers: readonly number[]) =>
    numbers.length === 1 ? `item ${String(numbers[0])}` : `items ${list(numbers.map(String))}`,
  band: {
    hidden: (numbers: readonly number[]) =>
      `${words.itemsNamed(numbers)}. ${numbers.length === 1 ? "It is" : "They are"} hidden here, so others may see this screen.`,
    shown: (numbers: readonly number[], embargo: boolean) =>
      `${embargo ? "until the group is told. " : ""}Visitors leave the room for ${words.itemsNamed(numbers)}.`,
  },
  membersOnly: "For members only.",
  show: "Show it here",
  hide: "Hide it again",
  showTitle: "Can only members see this screen?",
  showText: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? "An item on the agenda is" : "Items on the agenda are"} for members only. Check the projector first, and that visitors have left the room.`,
  keepHidden: "Keep it hidden",

  // Agenda
  left: "Agenda and attendance",
  agenda: "Agenda",
  noItems: "There is nothing on the agenda.",
  states: {
    waiting: "",
    open: "",
    decided: "decided",
    putOff: "put off",
    noted: "done",
  } satisfies Record<ItemState, string>,
  underEmbargo: "under embargo",
  itemTitle: ({ title, reference, kind, public: open }: Pick<SittingItem, "title" | "reference" | "kind" | "public">) =>
    title ??
    (reference !== null
      ? `Application ${reference}`
      : kind === "grant"
        ? "An application under embargo"
        : open
          ? "An item you may not know"
          : "An item for members only"),

  // In the room
  room: "In the room",
  tick: "Tick who is here",
  advisory: "Advisory members, no vote",
  chair: "Chair",
  apologies: "Apologies",
  leftAt: (time: string) => `Left ${time}`,
  came: (time: string) => `Came ${time}`,
  withdrew: "Withdrew",
  lto: "LTO",
  ltoWhole: "attached to the LTO, which pays the grants",
  more: (name: string) => `More about ${name}`,
  acts: {
    apologies: "Sent apologies",
    tookChair: "Takes the chair",
    left: "Left the meeting",
    arrived: "Is here",
  } satisfies Record<Attendance, string>,
  actFor: (act: Attendance, name: string) => `${name}: ${words.acts[act].toLowerCase()}`,
  outForItem: "Out of the room for this item. For the next item they are back.",
  keys: [
    ["Space", "here, or left"],
    ["A", "apologies"],
    ["C", "takes the chair"],
  ] as readonly (readonly [string, string])[],
  keysLabel: "Keys in this list",
  keyA: "A",
  keyC: "C",
  heads: "Residents in attendance",
  headsHint: "Count everybody who lives in the area.",
  headsName: "The number of residents",
  recordHeads: "Record the number",
  headsSaid: (number: number) => `${count(number, "resident is", "residents are")} here.`,
  headsNone: "Nobody has counted yet.",

  // Before the start, and between items
  before: "Before the meeting starts",
  beforeLead: "Tick who is here. Then choose who takes the chair, and start.",
  inChair: (name: string) => `${name} is in the chair.`,
  nobodyChairs: "Nobody is in the chair yet. It must be a resident member who is here.",
  start: "Start the meeting",
  cannotStart: "The meeting cannot start yet",
  between: "Choose an item",
  betweenLead: "Take up an item from the agenda. It can be taken up in any order.",
  goOn: (number: number) => `Go on to item ${String(number)}`,
  over: "This meeting is over",
  overText: "Its minutes are a draft now. You can write what was said and put it right.",
  toMinutes: "Open the minutes",
  toMeeting: "Open the meeting",

  // The item in hand
  item: (number: number) => `Item ${String(number)}`,
  itemKind: {
    general: "",
    minutes: ", minutes to approve",
    grant: ", for decision",
    commitment: ", money for a partner",
    joining: ", somebody who would join",
    removal: ", somebody who would be voted off",
  } satisfies Record<ItemKind, string>,
  asked: (pence: number | null) => (pence === null ? "The form does not say how much." : `Asked for ${pounds(pence)}.`),
  panel: (parts: readonly { reviews: number; saying: string }[]) =>
    `Reviewers: ${parts.map(({ reviews, saying }) => `${String(reviews)} ${saying}`).join(", ")}.`,
  saying: { fundInFull: "fund in full", fundPart: "fund part", askForMore: "ask for more", doNotFund: "do not fund" },
  readForm: "Read the form",
  hiddenTitle: "This item is hidden here",
  hiddenText: "Others may see this screen. You can still record who withdraws. Show the item to record a decision.",
  mayNotRead: "You may not read this application, so you cannot record what is decided on it.",
  correcting: "Somebody is still typing a correction of this form. Finish it first. Then it can be decided.",

  // Interests
  interests: "Declared interests",
  nobodyDeclared: "Nobody has declared an interest in this item.",
  declare: "Declare an interest",
  who: "Who",
  how: "Interest, and how it arises",
  during: "During this item",
  howItArises: (how: string) => (/[.!?]$/.test(how.trim()) ? how.trim() : `${how.trim()}.`),
  financial: (financial: boolean) => (financial ? "Financial." : "Not financial."),
  known: "Said at review.",
  hiddenHow: "Hidden here.",
  duringOf: (name: string) => `${name}, during this item`,
  parts: { withdrew: "Withdrew", remained: "Remained" },
  settle: "Not settled yet",
  notHere: "Not at the meeting",
  declareTitle: "Declare an interest",
  declareText: "Whoever has an interest takes no part in the item. The meeting settles whether they leave the room.",
  declareCannot: "This interest cannot be recorded",
  memberLabel: "Who declares it?",
  chooseMember: "Choose a member",
  memberMissing: "Choose who declares it",
  financialLabel: "Is it about money?",
  financialOptions: [
    { value: "no", label: "No, not financial" },
    { value: "yes", label: "Yes, financial" },
  ],
  financialMissing: "Choose if it is about money",
  howLabel: "How does it arise?",
  howHint: "Only members read it; the minutes do not say it. For example: His daughter goes to the club.",
  partLabel: "What do they do during the item?",
  partOptions: [
    { value: "withdrew", label: "They withdrew from the room" },
    { value: "remained", label: "They remained, and take no part" },
    { value: "later", label: "The meeting settles it later" },
  ],
  declareVerb: "Record the interest",
  notNow: "Not now",

  // Deciding
  decision: "Decision",
  recommendation: "Recommendation",
  outcome: "What is proposed",
  outcomes: {
    approved: "Fund in full",
    approvedInPart: "Fund part",
    deferred: "Defer",
    declined: "Decline",
  } satisfies Record<Outcome, string>,
  outcomeMissing: "Choose what was proposed",
  way: "How it was decided",
  ways: { consensus: "Consensus", vote: "Vote" },
  agree: "For",
  against: "Against",
  notVoting: "Not voting",
  fewer: (label: string) => `One fewer: ${label.toLowerCase()}`,
  oneMore: (label: string) => `One more: ${label.toLowerCase()}`,
  wholeNumber: (label: string) => `${label} must be a whole number, like 4`,
  amount: "Amount",
  pound: "£",
  purpose: "What is it for?",
  purposeHint: "It goes into the agreement.",
  missing: "What is missing?",
  missingHint: "The letter asks the group for it.",
  reason: "Reason, in the words of the meeting",
  reasonHint: "The letter gives it to the group.",
  terms: "Terms: conditions, end of funding, payments",
  record: "Record this decision",
  recordRecommendation: "Record this recommendation",
  putOff: "Put off to another meeting",
  done: "Done with this item",
  doneHint: "Nothing is decided. What you note goes into the minutes.",
  what: "What to do with this item",
  whats: { note: "Nothing to decide", decide: "Decide on a proposal" },
  proposal: "What is proposed?",
  proposalHint: "Begin with That, like: That the programme of dates be agreed.",
  approveMinutes: (on: string) => `That the minutes of the meeting on ${plainDate(on)} be approved as a true record`,
  otherSide: {
    commitment: "The partner has agreed to this",
    removal: "The member was told first that they may be voted off",
  },
  refused: "This decision cannot be recorded",
  refusedRecommendation: "This recommendation cannot be recorded",

  // What would come of it
  carried: (what: string) => (what === "" ? "Carried" : `Carried: ${what}`),
  carriedWhat: {
    approved: (amount: string) => `fund ${amount}`,
    approvedInPart: (amount: string) => `fund ${amount}`,
    deferred: () => "ask for what is missing",
    declined: () => "do not fund it",
  } satisfies Record<Outcome, (amount: string) => string>,
  recommendWhat: (what: string) => `recommend to ${what}`,
  figures: (agreed: number, of: number, needed: number) =>
    `${String(agreed)} of the ${count(of, "resident", "residents")} present agreed, ${needed === 1 ? "1 was" : `${String(needed)} were`} needed.`,
  staysFree: (pence: number) => `${pounds(pence)} stays free.`,
  lost: "Not carried",
  tied: "The votes are tied",
  tiedCasting: "Whoever chairs may give a casting vote (section 8.5).",
  tiedNoCasting: "The person in the chair has no casting vote.",
  casting: "Casting vote",
  castings: { for: "Chair votes for", against: "Chair votes against" },
  counted: (entitled: number, counted: number) =>
    `${count(entitled, "resident", "residents")} may vote. You have counted ${String(counted)}.`,
  countGoesOn: "Count the votes",

  // Not quorate
  endedBy: (name: string, at: string, withdrew: boolean) =>
    `It stopped being enough when ${name} ${withdrew ? "withdrew" : "left"} at ${at}.`,
  youCan: "What you can do",
  ways3: {
    putOff: "Put it off",
    putOffTo: (on: string | null) =>
      on === null ? "No next meeting is planned yet" : `To the meeting on ${dayDate(on)}`,
    email: "Vote by email",
    emailText: "Papers go to the residents who may vote",
    note: "Note the discussion",
    noteText: "It goes in the minutes, with no decision",
  },

  // Done with
  settled: {
    decided: "This item was decided",
    putOff: "This item was put off",
    noted: "This item is done with",
  },
  putOffTo: (on: string | null) =>
    on === null ? "It waits for a meeting." : `It goes to the meeting on ${longDate(on)}.`,
  notedText: "Nothing was decided. What was noted goes into the minutes.",
  takeAgain: "Take it up again",
  resolutions: "Decided so far",
  resolvedAt: (time: string) => `At ${time}`,

  // Discussion
  note: "Note of the discussion",
  noteHint: "What was said, for the minutes. It is kept as you type.",

  // Quorum
  right: "Quorum and minutes so far",
  canWeVote: (item: ItemInHand | null) => (item === null ? "Can we vote?" : "Can we vote on this item?"),
  enough: "Enough members are here",
  notEnough: "Not enough members are here",
  mostly: "Most of them are residents",
  notMostly: "Too few of them are residents",
  inRoom: ({ present, members, needed }: QuorumView) =>
    `${String(present)} of ${String(members)} in the room, ${String(needed)} needed.`,
  inRoomWhole: ({ present, members, needed }: QuorumView) =>
    `${String(present)} of ${String(members)} members in the room. ${needed === 1 ? "1 is" : `${String(needed)} are`} needed.`,
  residents: ({ residents, present, residentsNeeded }: QuorumView) =>
    `${count(residents, "resident", "residents")} of ${String(present)}, ${String(residentsNeeded)} needed.`,
  residentsWhole: ({ residents, present, residentsNeeded }: QuorumView) =>
    `${String(residents)} of ${String(present)} ${residents === 1 ? "is a resident" : "are residents"}. ${residentsNeeded === 1 ? "1 is" : `${String(residentsNeeded)} are`} needed.`,
  legend: { r: "Resident", v: "Advisory", w: "Withdrew", o: "Not here" },
  toCarry: ({ entitled, agreeNeeded }: QuorumView) =>
    `${count(entitled, "resident", "residents")} may vote. ${String(agreeNeeded)} must agree.`,
  nobodyToSpare: "Nobody to spare.",
  nobodyToSpareText: "If one more member leaves, you can talk but not vote.",
  forumQuorum: "No quorum is needed at a Forum. Residents vote by show of hands.",
  said: (quorum: QuorumView) =>
    quorum.met
      ? `${words.enough}. ${words.inRoom(quorum)}${quorum.nobodyToSpare ? ` ${words.nobodyToSpare} ${words.nobodyToSpareText}` : ""}`
      : `${quorum.enoughMembers ? words.notMostly : words.notEnough}. ${words.inRoom(quorum)} ${words.residents(quorum)}`,

  // Minutes so far
  minutes: "Minutes so far",
  minutesTitle: (number: number, title: string) => `${String(number)}. ${title}`,
  minutesReference: (reference: string) => `(${reference})`,
  minutesNone: "Nothing is in the minutes of this item yet.",
  minutesHidden: "The minutes of this item are hidden here.",
  minutesLater: "You can change the words when the meeting is closed.",

  // Close
  closeTitle: "Close the meeting?",
  closeCount: (decisions: number) =>
    decisions === 0
      ? "No decision on an application will be recorded."
      : `${count(decisions, "decision", "decisions")} on applications will be recorded. After that ${decisions === 1 ? "it cannot" : "they cannot"} be undone.`,
  closeRecommends: "What was resolved goes to the partnership as a recommendation.",
  closeWaiting: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? "Item" : "Items"} ${list(numbers.map(String))} ${numbers.length === 1 ? "was" : "were"} not reached. They can go to another meeting.`,
  embargo: "Keep what was decided to yourselves for a short time",
  embargoText: "Nothing of this meeting is published until then. Leave it empty if you do not need it.",
  embargoUntil: "Until when?",
  embargoHint: "For example, 3 2 2023",
  embargoReason: "Why?",
  closeVerb: "Close the meeting",
  closeAt: "When did it end?",
  closeNotYet: "Not yet",
  closeCannot: "The meeting cannot be closed yet",
  closed: "The meeting is closed",
} as const;

/** What was recorded last, after "Undo:". */
export function lastEntry({ kind, name }: LastEntry): string {
  return words.last[kind](name ?? words.somebody);
}

/** Names at the start of a sentence. */
export const fieldNames: Record<string, string | ((place: number) => string)> = {
  at: "The time",
  residents: "The number of residents",
  memberId: "Who declares it",
  how: "How it arises",
  outcome: "What is proposed",
  amount: "The amount",
  purpose: "What it is for",
  missing: "What is missing",
  reason: "The reason",
  proposal: "What is proposed",
  agree: "For",
  against: "Against",
  notVoting: "Not voting",
  endsOn: "The end of the funding",
  returnBy: "The day the agreement should be back",
  "conditions.*": (place) => `Condition ${String(place)}`,
  "instalments.*.when": (place) => `When payment ${String(place)} is made`,
  "instalments.*.amount": (place) => `Payment ${String(place)}`,
  embargoUntil: "The end of the embargo",
  embargoReason: "The reason for the embargo",
};
