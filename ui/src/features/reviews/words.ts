// Words of the rounds of review: the list, a new round, who gets what, and how far everybody is.
import type { InterestMatch, Medium, Progress, RoundStage, Share } from "$lib/ipc";
import { count, dayDate, plainDate, pounds } from "$words/format";

/** "three" in a sentence; figures from eleven on. */
const small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
export const inWords = (number: number): string => small[number] ?? String(number);

export const words = {
  title: "Reviews",
  lead: "Applications go out to a few people, who read them at home and say what they think.",
  newRound: "New round",
  ctrlN: "Ctrl N",
  bringIn: "Bring a response in",
  emptyTitle: "No reviews yet",
  emptyText:
    "Choose the applications and who reviews them. Each reviewer gets a sealed pack on a stick or by email, or a printed booklet. Nobody can read a review until all of them are in.",
  emptyNot: "The co-ordinator starts a round when there are applications to read.",
  rounds: "Rounds of review",
  columns: {
    name: "Round",
    stage: "Where it stands",
    returnBy: "Back by",
    applications: "Applications",
    reviewers: "Reviewers",
    back: "All back",
  },
  stages: {
    preparing: "Being prepared",
    out: "Out with reviewers",
    opened: "Reviews are open",
  } satisfies Record<RoundStage, string>,
  backOf: (back: number, of: number) => `${String(back)} of ${String(of)}`,
  opening: "Opening...",
  copied: (rows: number) => `${String(rows)} rows copied`,
  close: "Close",
  notRead: "Under embargo",
  lock: "Under embargo",

  // A new round
  newTitle: "New round of reviews",
  changeTitle: "Change this round",
  newLead: "You can change all of this until the first pack or booklet goes out.",
  name: "Name of the round",
  nameHint: "The reviewers see it on their pack",
  nameOf: (iso: string) =>
    `Applications of ${new Date(`${iso.slice(0, 10)}T12:00:00`).toLocaleDateString("en-GB", { month: "long", year: "numeric" })}`,
  returnBy: "When should reviews be back?",
  returnByHint: "A few days before the meeting, so that there is time to read them",
  applications: "Which applications?",
  noApplications: "No application waits to be reviewed. Receive one first.",
  asked: (pence: number | null) => (pence === null ? "The form does not say how much" : `${pounds(pence)} asked for`),
  inRound: (name: string) => `In “${name}” already`,
  cannotSend: (references: readonly string[]) =>
    `You may not read ${references.join(", ")}, so you cannot send ${references.length === 1 ? "it" : "them"} out.`,
  ticked: (number: number) =>
    number === 0 ? "No application is ticked." : `${count(number, "application is", "applications are")} ticked.`,
  tickAll: "Tick all",
  reviewers: "Who reviews them?",
  reviewersHint: "Everybody ticked gets every application, unless they have an interest in it.",
  how: (name: string) => `How does ${name} get it?`,
  media: {
    pack: "Sealed pack",
    paper: "Printed booklet",
    largePaper: "Large print",
  } satisfies Record<Medium, string>,
  paperOnly: "No keys yet, so on paper only.",
  cardHint: "For a sealed pack, they make a member card on their own computer. Take it in under Members.",
  toMembers: "Members",
  criteria: "Score on criteria",
  criteriaText:
    "The plan asks for no scores, so there are none unless you add them here. Reviewers see them beside their other answers.",
  criterion: (number: number) => `Criterion ${String(number)}`,
  most: (number: number) => `Highest score of criterion ${String(number)}`,
  mostShort: "Highest score",
  addCriterion: "Add a criterion",
  removeCriterion: (number: number) => `Remove criterion ${String(number)}`,
  start: "Start the round",
  keepChanges: "Keep these changes",
  leave: "Leave",
  noneTicked: "Tick at least one application",
  noReviewer: "Tick at least one reviewer",
  names: {
    name: "The name of the round",
    returnBy: "The date the reviews should be back",
    applicationIds: "The list of applications",
    reviewers: "The list of reviewers",
    "reviewers.*.medium": "How a reviewer gets it",
    criteria: "The list of criteria",
    "criteria.*.name": "The name of a criterion",
    "criteria.*.most": "The highest score",
  },
  cannotStart: "This round cannot be kept",

  // One round
  band: "until each group is told the decision. Do not talk about these groups or their applications.",
  returnMeta: (iso: string, today: string | undefined) => {
    const days = today === undefined ? 0 : Math.round((Date.parse(iso) - Date.parse(today)) / 86_400_000);
    const when = dayDate(iso);
    if (days < 0) return `Back by ${when}. That was ${count(-days, "day", "days")} ago`;
    if (days === 0) return `Back by today, ${when}`;
    return `Back by ${when}, in ${count(days, "day", "days")}`;
  },
  change: "Change the round",
  packs: "Make the packs",
  seeReviews: "Read the reviews",
  report: "Print the panel report",
  board: "How far everybody is",
  boardBack: (back: number, of: number) =>
    back === of
      ? `Everything is back from all ${inWords(of)}.`
      : `Everything is back from ${inWords(back)} of ${inWords(of)}.`,
  copy: (number: number) => `copy ${String(number)}`,
  notSent: "Not out yet",
  sent: (iso: string) => `Out since ${plainDate(iso)}`,
  openedOn: (iso: string) => `opened ${plainDate(iso)}`,
  backOn: (iso: string) => `last came back ${plainDate(iso)}`,
  getsCount: (number: number) => (number === 0 ? "Gets nothing" : words.holds(number)),
  backCount: (answered: number, expected: number) =>
    expected === 0 ? "Gets nothing" : `${String(answered)} of ${String(expected)} back`,
  missing: "Missing:",
  outOfDate: "An application was corrected after this went out",
  outOfDateWhat: "Send a new pack. What they wrote stays.",
  outOfDatePaper: "Give them a new booklet.",
  booklet: "Booklet",
  replySheet: "Reply sheet",
  bookletOf: (name: string) => `Booklet for ${name}`,
  replySheetOf: (name: string) => `Reply sheet for ${name}`,
  handedOut: "I handed it out",
  handedOutOf: (name: string) => `I handed it out to ${name}`,
  handedOutDone: (name: string) => `${name} has the booklet`,
  typeReply: "Type in a reply",
  typeReplyOf: (name: string) => `Type in a reply from ${name}`,
  whichReply: (name: string) => `Which reply of ${name} do you have?`,
  whichReplyText: "One sheet is about one application.",
  mine: "Yours to review",
  mineText: "You can write these here. Nobody reads them until all are in.",
  write: "Write your review",
  changeMine: "Change your review",

  who: "Who gets what",
  whoText: "Press an answer to leave somebody out or to let them in.",
  application: "Application",
  cellOf: (name: string, reference: string) => `${name}, ${reference}`,
  shares: {
    gets: "Gets it",
    conflicted: "Has an interest",
    doubtful: "Not sure of an interest",
    leftOut: "Left out",
    notReadable: "You may not send it",
    over: "No longer asked",
  } satisfies Record<Share, string>,
  shareWhy: {
    gets: "It goes into their pack or booklet.",
    conflicted: "They said that they have an interest, so it does not go to them.",
    doubtful: "They are not sure whether they have an interest. It does not go to them until the chair has settled it.",
    leftOut: "You left them out of this one.",
    notReadable: "You may not read this application yourself, so you cannot send it. Ask somebody who may.",
    over: "The group took it back, or it is decided. Nobody is asked about it any more.",
  } satisfies Record<Share, string>,
  progress: {
    none: "",
    missing: "Nothing back yet",
    in: "Review is in",
    inOlder: "In, from before the correction",
    rival: "Two that do not agree",
    late: "Came late",
    interest: "Said they have an interest",
  } satisfies Record<Progress, string>,
  rivalWhat: "Two different reviews came from the same person. They choose one by sending it once more.",
  matchTitle: "Look at these before you send anything",
  match: ({ how, body, since }: InterestMatch) => `“${how}, ${body}” since ${plainDate(since)}. Ask before you send.`,
  matchLine: (name: string, about: string) => `${name} and ${about}`,
  leaveOut: "Leave them out",
  letIn: "Let them in again",
  reason: "Why?",
  reasonHint: "Like “She is the treasurer’s sister”. It stays in the register.",
  because: (reason: string) => `The reason: ${reason}`,
  leftOutDone: (name: string) => `${name} does not get it`,
  letInDone: (name: string) => `${name} gets it`,
  leaveNames: { reason: "The reason" },
  cannotLeave: "This cannot be changed now",

  // Packs
  packsTitle: "Make the packs",
  packsText: "Each reviewer’s file opens for them alone. Choose a folder or a stick to put them on.",
  packsWho: "Whose packs?",
  packsAgain: "Has one already",
  packsNew: "An application was corrected since",
  packsNothing: (names: readonly string[]) =>
    `${names.join(", ")} ${names.length === 1 ? "gets" : "get"} nothing in this round.`,
  packsNone: "Tick at least one reviewer",
  packsGo: (number: number) => `Choose where, and make ${count(number, "pack", "packs")}`,
  notYet: "Not yet",
  making: (number: number) => `Making ${count(number, "pack", "packs")}`,
  choosing: "Choose the folder in the window that opened.",
  packsMade: (number: number) => `${count(number, "pack is", "packs are")} made`,
  packsIn: (folder: string) => `They are in ${folder}`,
  packsFor: "Whose",
  packsFile: "File",
  packsHolds: "Holds",
  holds: (number: number) => count(number, "application", "applications"),
  packsNext: [
    "Give each person their own file: on a stick, or by email. The name of the file says nothing about what is in it.",
    "They open it with Community Chest on their own computer, with their passphrase.",
    "They send a response file back. Bring it in here.",
  ],
  putAway: "Put this list away",

  // Late reviews, and opening early
  late: "Came after the reviews were opened",
  lateLine: (name: string, reference: string) => `${name} on ${reference}`,
  lateOn: (iso: string) => `It came on ${plainDate(iso)}. The chair says whether it counts.`,
  settle: "Settle it",
  settleTitle: (name: string, reference: string) => `Does ${name}’s review of ${reference} count?`,
  settleText: "The other reviews were open when it came.",
  accept: "Yes, it counts",
  decline: "No, leave it out",
  settleVerb: "Record this",
  settled: "Recorded",
  settleNames: { accepted: "Your answer", reason: "The reason" },
  settleCannot: "This cannot be recorded",
  choose: "Choose whether it counts",

  openNow: "Open the reviews now",
  openTitle: "Open the reviews before all are in?",
  openText:
    "Everybody on the panel can read them from then on. A review that comes later counts only if you say so. This cannot be undone.",
  openReason: "Why now?",
  openReasonHint: "Like “Ken is in hospital, and the meeting is tomorrow”",
  openNot: "Do not open them",
  openDone: "The reviews are open",
  openNames: { reason: "The reason" },
  openCannot: "The reviews cannot be opened",
  waitingFor: (of: number) =>
    of === 1
      ? "Nobody can read the review until it is in."
      : `Nobody can read a review until all ${inWords(of)} are in.`,
  openedEarly: (by: string, reason: string) => `${by} opened the reviews before all were in: ${reason}`,
  openedSince: (iso: string) => `Open since ${plainDate(iso)}.`,
} as const;
