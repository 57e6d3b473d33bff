// Words of the desk for work that was sent: the reviewer's packs, and the clerk's payments.
import type { HelpsPlan, LeftOutWhy, Recommendation, ReviewState } from "$lib/ipc";
import { clockTime, count, dayDate, longDate, plainDate, pounds } from "$words/format";

// A name is short in a sentence; "the co-ordinator" stays whole.
const first = (name: string): string => (name.startsWith("the ") ? name : (name.trim().split(/\s+/)[0] ?? name));

export const words = {
  program: "Community Chest",
  skip: "Skip to main content",
  reviewer: "Your own desk",
  desk: "Your desk",
  textSize: "Text size",
  help: "Help",
  looks: "Text size and colours",
  close: "Close",
  you: ": card, passphrase, lock",
  lock: "Lock your desk",
  ctrlL: "Ctrl L",
  ctrl: "Ctrl",
  enter: "Enter",
  card: "My card and fingerprint",
  changePassphrase: "Change my passphrase",
  locksAfter: (minutes: number) => `Desk unlocked. Locks after ${count(minutes, "minute", "minutes")} without use`,
  kept: "Kept on this computer",
  draftSaved: (at: string) => `Your draft was saved at ${clockTime(at)}, on this computer only`,
  notSaved: (title: string) => (title.startsWith("Not saved") ? title : `Not saved. ${title}`),
  takeBack: (name: string, day: string) => `Take it back to ${first(name)} by ${dayDate(day)}`,
  putAway: "Put it away for now",
  toPacks: "Your desk",
  toPack: "Back to the pack",
  loading: "Opening...",
  tryAgain: "Try again",
  keysTitle: "Keys",
  keysText: "Everything can be done without the mouse.",
  keys: [
    ["Ctrl Enter", "The main button"],
    ["F6, Shift F6", "Next and previous part of the window"],
    ["Alt Left", "Back"],
    ["Ctrl + - 0", "Text larger, smaller, usual"],
    ["Esc", "Close what is on top"],
    ["Ctrl L", "Lock your desk"],
    ["F1", "This list"],
  ] as readonly (readonly [string, string])[],
  ledgerKeys: [
    ["Up, Down", "The row before or after"],
    ["Enter", "Open the row"],
    ["Space", "Tick the row for a run"],
    ["Ctrl N", "Record a payment, or make a run"],
    ["Ctrl C", "Copy the table for a spreadsheet"],
    ["Ctrl P", "Open a paper to print"],
    ["Esc", "Close what is on top, or go back to the payments"],
  ] as readonly (readonly [string, string])[],
  held: (unsent: number) => `${count(unsent, "thing is", "things are")} not sent yet`,

  // The list of packs
  packs: "Work that was sent to you",
  roundPacks: "Packs to read",
  packsLead: (name: string, packs: number) =>
    packs === 0 ? `Hello ${first(name)}.` : `Hello ${first(name)}. This is what you were given to do.`,
  openPack: "Open a pack",
  opening: "Opening the pack...",
  noPacks: "No pack is here yet",
  noPacksText:
    "The co-ordinator gives you a pack on a stick or in a message. Its name is like “pack 3F2A-91C0.chestpack”. Press “Open a pack” and choose it.",
  from: (name: string, partnership: string) => `From ${name}, ${partnership}`,
  madeOn: (day: string) => `made ${plainDate(day)}`,
  returnBy: (day: string) => `Back by ${dayDate(day)}.`,
  late: (days: number) => `${count(days, "day", "days")} late.`,
  dueToday: "Due back today.",
  answered: (done: number, of: number) => `${String(done)} of ${String(of)} answered`,
  unsent: "Changed since you last saved your response",
  responded: (at: string) => `Response saved ${plainDate(at)}, ${clockTime(at)}`,
  receivedBy: (name: string, at: string) => `${first(name)} brought your response in on ${plainDate(at)}`,
  damaged: (packs: number) =>
    packs === 1
      ? "A pack on this computer is damaged and cannot be opened"
      : `${String(packs)} packs on this computer are damaged and cannot be opened`,
  damagedText:
    "The other packs are safe. Ask the co-ordinator for the damaged one again, or open it again from the stick.",
  open: "Open",
  openRound: (round: string) => `Open ${round}`,
  nextTitle: "What happens next",
  arrivedTitle: (round: string) => `${round} is on your desk`,
  arrived: "It is checked, and safe on this computer. You can take the stick out.",
  ledgerArrived: (partnership: string) => `The payments of ${partnership} are on your desk`,
  aPartnership: "a partnership",
  ledgerAlready: "These payments were on your desk already. Nothing changed.",
  ledgerNew: "The pack is checked, and safe on this computer. You can take the stick out.",
  already: "This pack was on your desk already. Nothing changed.",
  replaces: "It takes the place of an older pack of the same round. What you wrote is still here.",

  // Somebody not known yet
  unknownTitle: "Check who this pack is from",
  unknownSays: (name: string, partnership: string) => `This pack says it is from ${name} of ${partnership}.`,
  unknownDo: (name: string) =>
    `You have had nothing from them before, so check that it is true. Phone ${first(name)} on a number that you know. Ask them to read their fingerprint out, and type it here.`,
  unknownWhere: "They find it under Members, at their own name.",
  fingerprintHeard: "The fingerprint they read out",
  fingerprintHint: "Letters and figures in groups of four. Spaces and capital letters make no difference.",
  fingerprintMissing: "Enter the fingerprint that they read out",
  fingerprintWrong: "That is not the fingerprint of whoever made this pack",
  fingerprintWrongWay:
    "Ask them to read it once more, slowly. If it is still different, do not open the pack. Nothing of it was kept.",
  trust: "It is them. Open the pack",
  doNotOpen: "Do not open it",

  // The card
  cardTitle: "Your card and fingerprint",
  cardText:
    "Your card tells the co-ordinator how to seal packs so that only you can open them. There is nothing secret on it.",
  fingerprint: "Your fingerprint",
  fingerprintText: "Read it out over the phone, group by group.",
  saveCard: "Save my card",
  cardSaved: (path: string) => `Your card is in ${path}.`,
  cardSteps: [
    "Save your card on a stick, or send it in an email.",
    "Give it to the co-ordinator.",
    "Phone them, and read your fingerprint out. They check that it is the same.",
    "They give you a pack. Open it at your desk.",
  ],
  toDesk: "Go to my desk",

  // A new passphrase
  passphraseTitle: "Change your passphrase",
  oldPassphrase: "Your passphrase now",
  oldMissing: "Enter your passphrase as it is now",
  oldWrong: "That is not your passphrase",
  newPassphrase: "Your new passphrase",
  passphraseHint: "Five words, made for you by chance. Write them on paper before you go on.",
  change: "Change it",
  keep: "Keep the old one",
  changing: "Changing your passphrase. This takes a moment, on purpose.",
  changed: "Your passphrase is changed.",

  // A pack
  packMeta: (name: string, partnership: string, made: string) =>
    `From ${name}, ${partnership}. Made ${plainDate(made)}.`,
  alsoReading: (names: readonly string[]) => `Also reading: ${names.join(", ")}.`,
  applications: "Applications",
  goOn: (group: string) => `Go on with ${group}`,
  beginWith: (group: string) => `Begin with ${group}`,
  saveResponse: "Save my response",
  saveAgain: "Save it again",
  saving: "Saving your response...",
  responseTitle: "Your response",
  responseMissing: (references: readonly string[]) =>
    references.length === 1
      ? `${references[0] ?? ""} is not answered yet. You can save now, and save again when it is.`
      : `${references.join(", ")} are not answered yet. You can save now, and save again when they are.`,
  responseReady: "All of it is answered. Save your response, and take or send it back.",
  responseNothing: "Nothing is answered yet. When something is, you save your response here.",
  responseStands: "What you saved is up to date.",
  responseChanged: "You changed something since you saved. Save it again, and send the new file.",
  savedMissing: (references: readonly string[]) =>
    references.length === 1
      ? `${references[0] ?? ""} is not in it yet. Save it again when it is answered.`
      : `${references.join(", ")} are not in it yet. Save it again when they are answered.`,
  savedTitle: "Your response is saved",
  savedPath: (path: string) => `It is in ${path}.`,
  savedCounts: (reviews: number, interests: number) =>
    interests === 0
      ? `It holds ${count(reviews, "review", "reviews")}.`
      : `It holds ${count(reviews, "review", "reviews")} and ${count(interests, "interest", "interests")} that you declared.`,
  savedTake: (name: string, day: string) => `Take it or send it to ${first(name)} by ${longDate(day)}.`,
  savedSafe: "It is sealed. Only the register can open it, so a stick or an email is safe.",
  savedRevise: "You can still change your reviews. Then save it again, and send the new file.",
  leftOut: "Not in your pack",
  leftOutWhy: {
    conflicted: "You have an interest in it",
    doubtful: "You are not sure about an interest, and the chair has not settled it",
    chosen: "The co-ordinator left it out for you",
  } satisfies Record<LeftOutWhy, string>,
  removePack: "Take this pack off my desk",
  removeTitle: "Take this pack off your desk?",
  removeText:
    "Its applications and all that you wrote beside them go from this computer. A response that you saved stays where it is. This cannot be undone.",
  removeUnsent: "Something you wrote is not in a saved response.",
  removeNow: "Take it off",
  keepPack: "Keep it",
  asked: (pence: number) => `asks for ${pounds(pence)}`,
  matches: "Your entry in the register of interests looks like this group",
  states: {
    notStarted: "Not begun",
    interest: "You take no part",
    toWrite: "To write",
    writing: "Draft",
    sealed: "Sealed",
    sent: "In your response",
    rival: "Choose what stands",
  } satisfies Record<ReviewState, string>,
  unknownGroup: "An application that you take no part in",
  step: "Step 1 of 2. You read the application after this.",
  toldBack: "Back to the pack",
  toldYes: (name: string) =>
    `You have an interest, so you take no part in this one. Its text is gone from this computer. It goes in your response: when ${first(name)} has it, the chair is told, and someone else reviews this one.`,
  toldUnsure: (name: string) =>
    `You are not sure, so you do not read this one yet. Its text is gone from this computer. It goes in your response: when ${first(name)} has it, the chair is told, and says if you may read it.`,
  theCoOrdinator: "the co-ordinator",

  // Embargo
  embargo:
    "until the decision letter is sent. Do not talk about this group or its application outside the review group.",
  whyTitle: "Why, and who knows",
  why: "The group hears the decision first, in a letter. Until then nobody else should know that they asked.",
  who: "These people have it to read:",
  whoCo: (name: string) => `${name}, who sent the pack`,
  whoYou: "You",

  // Reading
  application: "The application",
  received: (day: string) => `Received ${plainDate(day)}`,
  askedFor: "asked for",
  leftBlank: "Left blank on the paper",
  notAnswered: "Not answered",
  noPriority: "No priority is ticked",
  costs: "What it costs",
  what: "What",
  cost: "Cost",
  total: "Total asked for",
  agree: "The costs and the total agree.",
  differ: (costs: number, asked: number) => `The costs add up to ${pounds(costs)}. The form asks for ${pounds(asked)}.`,
  people: "People",
  aged: (age: string) => `Aged ${age}`,
  inAll: "In all",
  fromArea: "From the area",
  aboutGroup: "About the group",
  oneLine: "In one line",
  papers: "Papers and photos",
  openFile: (name: string) => `Open ${name}`,
  openingFile: "Opening the paper...",
  cannotShow: "This kind of file cannot be shown here.",
  history: "The group and the partnership so far",
  noHistory: "Nothing is on record with this group before now.",
  haveInterest: "I have an interest after all",

  // Notes beside a question
  note: "Your note",
  addNote: "Add a note",
  addNoteTo: (number: number) => `Add a note to question ${String(number)}`,
  changeNote: "Change",
  changeNoteTo: (number: number) => `Change your note to question ${String(number)}`,
  noteTo: (number: number) => `Your note to question ${String(number)}`,
  noteDone: "Done",

  // The judgement
  judgement: "Your judgement",
  draft: "Draft",
  sealed: "Sealed",
  /** Whether they have written anything cannot be known here. */
  closed: "Closed to you",
  writing: "Writing",
  youLabel: "You",
  nobodyReads: (all: number) =>
    all === 1 ? "Nobody can read it before it is in." : `Nobody can read a review until all ${number(all)} are in.`,
  helps: "Does it help to meet the plan?",
  helpsAnswers: {
    yes: "Yes",
    partly: "Partly",
    no: "No",
    cannotTell: "I cannot tell",
  } satisfies Record<HelpsPlan, string>,
  good: "What is good about it?",
  worries: "What worries you, or is missing?",
  questions: "Questions to ask the group",
  questionsHint: "One on each line",
  scores: "Scores",
  score: (name: string, most: number) => `${name}, 0 to ${String(most)}`,
  recommendation: "What should the meeting do?",
  recommendations: {
    fundInFull: "Fund it in full",
    fundPart: "Fund part of it",
    askForMore: "Ask for more",
    doNotFund: "Do not fund it",
  } satisfies Record<Recommendation, string>,
  howMuch: (asked: number) => (asked > 0 ? `How much of the ${pounds(asked)}?` : "How much?"),
  seal: "Seal my review",
  sealing: "Sealing...",
  reopenUntil: (day: string) => `You can reopen it until ${dayDate(day)}`,
  reopenLate: (day: string) => `It was due back on ${dayDate(day)}. Seal it, and save your response soon.`,
  cannotSeal: "Your review cannot be sealed yet",
  sealedTitle: "Your review is sealed",
  sealedText: "It goes into your response. You can change it until then, and after.",
  sentText: "It is in the response that you saved. If you change it, save your response again.",
  changeReview: "Change my review",
  goOnNext: "Go on with the next",
  allAnswered: "All of the pack is answered.",
  notSaid: "Nothing written",
  partOf: (amount: string) => `Fund part of it: £${amount}`,
  rivalTitle: "Two reviews of yours came in",
  rivalText: "They do not follow one from the other. Choose what stands, then seal it.",
  rivalName: (number: number) => `Review ${String(number)}`,
  useThis: "Use this one",
  usedThis: "This one is in the form below",
  useRival: (number: number) => `Use review ${String(number)}`,
  openSaved: "Open what was saved",

  // Faults
  recommendationMissing: "Choose what the meeting should do",
  amountMissing: (asked: number) =>
    asked > 0 ? `Enter how much of the ${pounds(asked)} the meeting should give` : "Enter how much it should give",
  amountNothing: "A part must be more than nothing. To give nothing, choose “Do not fund it”",
  amountNotAPart: (asked: number) =>
    `A part must be less than the ${pounds(asked)} asked for. To give all of it, choose “Fund it in full”`,
  amountName: "How much of it",
  scoreWrong: (name: string, most: number) => `The score for ${name} must be a whole number from 0 to ${String(most)}`,
  tooLong: (name: string, most: number) => `${name} must be ${most.toLocaleString("en-GB")} letters or fewer`,
} as const;

function number(value: number): string {
  return (
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][value] ?? String(value)
  );
}
