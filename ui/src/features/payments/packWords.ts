// Words of what goes to the LTO's clerk, and of what comes back.
import type { CheckMethod, PackRefusal, PayeeOutcome, PaymentMethod, Undoing } from "$lib/ipc";
import { clockTime, count, plainDate, pounds } from "$words/format";

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

export const words = {
  title: "Send payments to the LTO",
  back: "Payments",
  waiting: "Opening...",
  lead: (lto: string) => `${lto || "The LTO"} pays the groups from its own bank account.`,
  what: "What goes",
  ready: "Ready to pay",
  wait: "Waiting for something",
  notTold: "Not told yet",
  readyText: (pence: number) => `${pounds(pence)} to pay. Every check is done.`,
  waitText: "They go too, with what is still missing. The clerk cannot pay them yet.",
  notToldText: "They do not go: the group has not been told of the decision.",
  grants: (number: number) => count(number, "grant", "grants"),
  sealed: "Bank details in the pack are sealed. Only the people you tick can open them.",
  two: "A second person at the LTO must approve each payment.",
  one: "One person at the LTO pays. A second one is a setting.",
  settings: "Settings of payments",
  who: "Who gets it",
  whoHint: "Each opens it with their own passphrase.",
  whoNone: "Tick at least one person",
  noKeys: (names: readonly string[]) =>
    `${list(names)} cannot be sent a pack yet: no keys. First they make a card, and you confirm it under Members.`,
  nobodyTitle: "Nobody at the LTO can be sent anything yet",
  nobodyText: "Add the LTO’s clerk as a member. They make keys at home and give you their card.",
  members: "Members",
  make: "Make the pack",
  made: "The pack is made",
  madeIn: "It is saved as",
  next: [
    "Give the file to the clerk on a stick, or send it. It is sealed.",
    "The clerk opens it with Community Chest, and pays.",
    "They send a receipt back. Bring it in here.",
  ],
  nothing: "No grant is ready or waiting. There is nothing to send.",
  history: "What went out and came back",
  packs: "Packs",
  receipts: "Receipts",
  noPacks: "No pack was made yet.",
  noReceipts: "No receipt was brought in yet.",
  packFor: (instant: string, people: readonly string[]) =>
    `${plainDate(instant)}, ${clockTime(instant)}, for ${list(people)}`,
  receiptFrom: (instant: string, people: readonly string[]) =>
    `${plainDate(instant)}, ${clockTime(instant)}, from ${list(people)}`,
  bringIn: "Bring in what the LTO paid",

  receiptTitle: "What the LTO paid",
  from: (who: string, instant: string) => `From ${who}, made on ${plainDate(instant)}, ${clockTime(instant)}.`,
  summary: (fresh: number, pence: number) =>
    pence > 0
      ? `${count(fresh, "new record", "new records")}. ${pounds(pence)} was paid.`
      : `${count(fresh, "new record", "new records")}.`,
  table: "What the receipt brings",
  grant: "Grant",
  happened: "What happened",
  by: "By",
  state: "In the register",
  unknownGrant: "Not in this register",
  paid: (pence: number, on: string, how: string) => `${pounds(pence)} paid on ${plainDate(on)}, ${how}`,
  how: { bankTransfer: "by bank transfer", cheque: "by cheque" } satisfies Record<PaymentMethod, string>,
  reference: (text: string) => `Reference ${text}`,
  approved: (who: string) => `Approved by ${who}`,
  undone: {
    returned: (pence: number, on: string) => `${pounds(pence)} came back on ${plainDate(on)}`,
    voided: (pence: number, on: string) => `${pounds(pence)} was recorded by mistake: voided on ${plainDate(on)}`,
  } satisfies Record<Undoing, (pence: number, on: string) => string>,
  checked: {
    statementSeen: (on: string) => `Account checked on ${plainDate(on)}: bank statement seen`,
    phoned: (on: string) => `Account checked on ${plainDate(on)}: group phoned`,
    nameMatched: (on: string) => `Account checked on ${plainDate(on)}: name matched by the bank`,
  } satisfies Record<CheckMethod, (on: string) => string>,
  confirmed: {
    match: "The bank says the name matches",
    closeMatch: "The bank shows a close match",
    noMatch: "The bank says the name does not match",
    unavailable: "The bank could not check the name",
  } satisfies Record<PayeeOutcome, string>,
  bankShows: (name: string) => `It shows “${name}”`,
  seenOut: (pence: number, on: string) => `${pounds(pence)} seen on the bank statement on ${plainDate(on)}`,
  seenBack: (pence: number, on: string) => `${pounds(pence)} back, seen on the bank statement on ${plainDate(on)}`,
  states: {
    new: "New",
    held: "Here already",
    formerAccount: "New. Look at this",
    refused: "Cannot stand",
    unknown: "Not known here",
  },
  former: "It went to the account that stood before. The bank details changed after the pack was made.",
  formerTitle: "A payment went to an account that has changed since",
  formerText: "It really happened, so it is taken in. Phone the group to see that the money arrived.",
  refusedTitle: "This receipt cannot be taken in",
  refusedText:
    "A receipt is taken in whole or not at all. Nothing was changed. Phone the clerk about the line marked below.",
  nothingNew: "Everything in this receipt is here already",
  nothingNewText: "It was brought in before. There is nothing to take in.",
  nothingKept: "Nothing is kept until you take it in.",
  takeIn: "Take it in",
  notYet: "Do not take it in yet",
  another: "Choose another receipt",
  takenIn: (number: number) => `${count(number, "record is", "records are")} taken in`,
  takenInText: "The payments and their grants are up to date.",
  toPayments: "See the payments",
  file: (name: string) => `File: ${name}`,
  refusedHere: {
    wrongKind: "Nothing was changed. Choose the receipt that the clerk’s desk saved after paying.",
    unknownSender: "Nothing was changed. Only a clerk with keys, whose card you confirmed, can send a receipt.",
    notAnAnswer: "Nothing was changed. This receipt answers no pack that was sent from here.",
  } satisfies Partial<Record<PackRefusal, string>> as Partial<Record<PackRefusal, string>>,
} as const;
