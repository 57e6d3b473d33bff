// Words of the panel's view, of a response that is brought in, and of a reply that is typed in.
import type {
  Agreement,
  HelpsPlan,
  PackRefusal,
  Progress,
  Recommendation,
  ResponseWhat,
  ReviewStanding,
} from "$lib/ipc";
import { clockTime, count, plainDate, pounds } from "$words/format";
import { inWords } from "./words";

const first = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const recommendations = {
  fundInFull: "Fund it in full",
  fundPart: "Fund part of it",
  askForMore: "Ask for more",
  doNotFund: "Do not fund it",
} satisfies Record<Recommendation, string>;

export const helps = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  cannotTell: "Cannot tell",
} satisfies Record<HelpsPlan, string>;

export const words = {
  opening: "Opening...",
  band: "until the group is told the decision. Do not talk about this group or its application.",
  asked: "asked for",
  readIt: "Read the application",
  previous: (name: string) => `Previous: ${name}`,
  next: (name: string) => `Next: ${name}`,
  place: (at: number, of: number) => `${String(at)} of ${String(of)}`,
  print: "Print the panel report",

  // Before they are open
  sealedTitle: (of: number) =>
    of === 1 ? "Sealed until the review is in" : `Sealed until all ${inWords(of)} reviews are in`,
  sealedText: (of: number) =>
    of === 1
      ? "Nobody can read the review until it is in."
      : `Nobody can read a review until all ${inWords(of)} are in. Then they all open together.`,
  envelopes: {
    none: "Takes no part",
    missing: "Not in yet",
    in: "Sealed",
    inOlder: "Sealed, from before the correction",
    rival: "Two that do not agree",
    late: "Came late",
    interest: "Takes no part",
  } satisfies Record<Progress, string>,

  // At a glance
  glance: "At a glance",
  agreement: (agreement: Agreement, reviews: number, leading: string) => {
    switch (agreement) {
      case "all":
        return reviews === 2 ? `Both say: ${leading}` : `All ${inWords(reviews)} say: ${leading}`;
      case "most":
        return `Most say: ${leading}`;
      case "divided":
        return "They do not agree";
      case "tooFew":
        return reviews === 0 ? "No review counts" : "One review only";
    }
  },
  allWouldFund: (reviews: number) =>
    reviews === 2 ? "Both would fund it, at least in part" : `All ${inWords(reviews)} would fund it, at least in part`,
  saying: {
    fundInFull: "fund it in full",
    fundPart: "fund part of it",
    askForMore: "ask for more",
    doNotFund: "do not fund it",
  },
  counts: (number: number, recommendation: Recommendation) => `${String(number)} ${words.saying[recommendation]}`,
  spread: "How much they would give",
  spreadNone: "Nobody names an amount.",
  spreadSame: (pence: number) => `Everybody who names an amount says ${pounds(pence)}.`,
  lowest: "Lowest",
  middle: "Middle",
  highest: "Highest",
  ofAsked: (pence: number) => `${pounds(pence)} asked for`,
  spreadSentence: (low: number, middle: number, high: number, asked: number) =>
    `Lowest ${pounds(low)}, middle ${pounds(middle)}, highest ${pounds(high)}, of ${pounds(asked)} asked for.`,

  // Each review
  reviews: "What they say",
  would: (recommendation: Recommendation, pence: number | null) =>
    recommendation === "fundPart" && pence !== null ? `Fund ${pounds(pence)} of it` : recommendations[recommendation],
  helpsPlan: "Does it help to meet the plan?",
  good: "What is good about it",
  worries: "Worries, or what is missing",
  comments: "On single questions",
  onQuestion: (number: number) => `Question ${String(number)}`,
  scores: "Scores",
  scoreOf: (score: number | null, most: number) =>
    score === null ? "Left out" : `${String(score)} of ${String(most)}`,
  nothing: "Nothing written",
  madeOn: (iso: string, version: number) =>
    version > 1
      ? `${plainDate(iso)}, changed ${version === 2 ? "once" : `${inWords(version - 1)} times`}`
      : plainDate(iso),
  typedBy: (name: string) => `Typed in from paper by ${name}`,
  standing: {
    counted: "",
    countedOlder: "From before the application was corrected",
    revised: "Replaced by a later one of theirs",
    rival: "Two of theirs do not agree, so neither counts yet",
    late: "Came late. It waits for the chair",
    declined: "Came late, and the chair left it out",
    conflicted: "Its author has an interest, so it never counts",
  } satisfies Record<ReviewStanding, string>,
  letIn: (reason: string) => `Came late, and the chair let it in: ${reason}`,
  leftOut: (reason: string) => `The chair’s reason: ${reason}`,
  noReviews: "No review counts. Talk about it at the meeting without one.",

  questions: "Questions to ask the group",
  questionBy: (text: string, by: string) => `${text} (${by})`,
  copyQuestions: "Copy the questions",
  copied: (number: number) =>
    `${count(number, "question", "questions")} copied. Mind the embargo where you paste them.`,
  cannotCopy: "They could not be copied. Select them and press Ctrl C.",
  noQuestions: "Nobody asks anything.",
  tookNoPart: "Took no part",
  tookNoPartText: "They have an interest, so they did not read or judge it.",
  setAside: "Set aside",
  setAsideText: "These are kept in the register and do not count.",

  // A response
  responseTitle: "A response came back",
  fromWhom: (name: string) => `From ${name}`,
  round: "Round",
  file: "File",
  made: "Made",
  opened: "They first opened it",
  at: (instant: string) => `${plainDate(instant)}, ${clockTime(instant)}`,
  brings: "What it brings",
  bringsNone: "Nothing new.",
  what: {
    new: "A review",
    revised: "A review that takes the place of an earlier one",
    older: "A review from before the application was corrected. It counts, and says so",
    rival: "A review that does not follow from the one that is in. They must choose one",
    late: "A review that came after the others were opened. The chair says whether it counts",
    conflicted: "A review by somebody with an interest. It is kept, and never counts",
    same: "The review that is in already",
    interest: "They say that they have an interest. It goes from their next pack",
    unsure: "They are not sure whether they have an interest. The chair settles it",
    noInterest: "They say that they have no interest",
  } satisfies Record<ResponseWhat, string>,
  nothingKept: "Nothing is kept until you bring it in. What the reviews say is not shown here, not even to you.",
  missing: (references: readonly string[]) => `Still missing: ${references.join(", ")}. What is in already stays.`,
  opensAll: "This is the last one. All reviews of the round open when you bring it in.",
  already: (iso: string) => `This same file was brought in on ${plainDate(iso)}.`,
  alreadyText: "Bringing it in again changes nothing.",
  historyTitle: "Their pack shows a history that this register does not have",
  history: (iso: string) =>
    `What they saw on ${plainDate(iso)} is not in this register. Somebody may have put an older copy of the register back. Ask who looks after it before you go on.`,
  bringIn: "Bring it in",
  notYet: "Not yet",
  broughtTitle: "It is brought in",
  brought: (name: string | null) => (name === null ? "What it held is kept." : `What ${first(name)} sent is kept.`),
  broughtOpens: "That was the last one. The reviews are open now.",
  receipt: "Save a receipt for them",
  receiptText: "A small signed file that tells them what came in. Give it to them if they want proof.",
  receiptSaved: (path: string) => `The receipt is in ${path}`,
  toRound: "See the round",
  another: "Bring in another",
  /** Where the words for a reviewer's desk do not fit a register. */
  refusedHere: {
    notForMe:
      "Nothing in it was read or kept. It may be a pack that is meant for a reviewer. Ask whoever brought it for their response.",
    forwarded: "Nothing was kept. Phone whoever brought it, and ask them for a response of their own.",
    unknownSender:
      "Nothing was kept. Take in the card of whoever made it first, under Members. Then bring the response in again.",
    expired: "Nothing was kept. Ask them to save their response again, from the newest pack.",
    notAnAnswer: "Nothing was kept. Phone whoever it says it is from, and ask them to save their response again.",
  } as Partial<Record<PackRefusal, string>>,
  note: "Note this in the journal",
  noteText: "The file stays where it is. The note says that it came and why it was refused.",
  noted: "It is noted in the journal",
  refusedFile: (name: string) => `The file is ${name}.`,
  chooseAnother: "Choose another file",

  // Typing in a reply
  mineTitle: "Your review",
  replyTitle: (name: string) => `${name}’s reply`,
  mineLead: "It is signed with your key. Nobody reads it until all are in.",
  replyLead: "Type what is on the reply sheet. It is kept as typed by you, for them, and nobody signs it.",
  back: "Back to the round",
  revises: "A review of theirs is in already. What you type takes its place.",
  revisesMine: "Your review is in already. Seal it again to change it.",
  says: "What does the reply sheet say?",
  saysReview: "They have no interest, and this is their review",
  saysInterest: "They have an interest",
  saysUnsure: "They are not sure whether they have an interest",
  on: "The date on the sheet",
  onHint: "If there is none, the day it came",
  keepReply: "Keep this reply",
  keepInterest: "Keep this",
  seal: "Seal my review",
  keptReply: "The reply is kept",
  keptMine: "Your review is sealed",
  keptInterest: "The interest is kept",
  cannotKeep: "This cannot be kept yet",
  leave: "Leave",
  chooseReach: "Choose if it is their own or through somebody close to them",
  whoseKind: "What kind?",
  kinds: {
    financial: "Money, for them or their family",
    personal: "A relative or a friend",
    loyalty: "Loyalty to a group or organisation",
  },
  reach: "Is it their own, or through somebody close to them?",
  reaches: { direct: "Their own", indirect: "Through somebody close to them" },
  how: "How does it arise?",
  howHint: "As it stands on the sheet",
  comment: (number: number) => `Comment on question ${String(number)}`,
  moreComments: "Comments on single questions",
  names: {
    on: "The date on the sheet",
    helpsPlan: "Whether it helps to meet the plan",
    good: "What is good about it",
    worries: "What worries them",
    questions: "The list of questions",
    recommendation: "What the meeting should do",
    amount: "How much of it",
    "comments.*": "A comment",
    "scores.*": "A score",
    kinds: "The kind of interest",
    reach: "Whose it is",
    how: "How it arises",
  },
  fields: {
    helps: "Does it help to meet the plan?",
    good: "What is good about it?",
    worries: "What worries you, or is missing?",
    worriesTheirs: "What worries them, or is missing?",
    questions: "Questions to ask the group",
    questionsHint: "One on each line",
    scores: "Scores",
    score: (name: string, most: number) => `${name}, 0 to ${String(most)}`,
    recommendation: "What should the meeting do?",
    howMuch: (pence: number) => `How much of the ${pounds(pence)}?`,
  },
  upper,
} as const;
