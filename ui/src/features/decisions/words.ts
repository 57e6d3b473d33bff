// Words of decisions: the list, recording one, and telling the group.
import type { Body } from "$lib/ipc";
import { count, longDate, plainDate, pounds } from "$words/format";

export type OutcomeKind = "approved" | "approvedInPart" | "deferred" | "declined";

export const words = {
  // List
  title: "Decisions",
  lead: "What waits for a decision, what is decided and not yet told, and what is told.",
  listLabel: "Decisions by what is to be done",
  tabs: { waiting: "Waiting for a decision", untold: "Decided, not told", told: "Told" },
  caption: "Decisions",
  columns: {
    reference: "Reference",
    group: "Group",
    received: "Received",
    asked: "Asked for",
    granted: "Granted",
    state: "Decision",
  },
  states: {
    draft: "Being typed in",
    received: "Not decided yet",
    underReview: "Under review",
    deferred: "Deferred",
    approved: "Approved",
    approvedInPart: "Approved in part",
    declined: "Declined",
    withdrawn: "Withdrawn",
  },
  notRead: "Under embargo",
  shown: (total: number, asked: number) =>
    `${count(total, "application", "applications")}. ${pounds(asked)} asked for.`,
  empty: {
    waiting: "Nothing waits for a decision. A form that is received comes here.",
    untold: "Every group that was decided on has been told.",
    told: "No group has been told a decision yet.",
  },
  copied: (rows: number) => `${String(rows)} rows copied`,

  // Deciding
  decideTitle: "Record the decision",
  decideLead: (group: string) => `${group}. The partnership decides; this keeps what it decided.`,
  outcome: "What was decided?",
  outcomes: {
    approved: "Approved, as asked",
    approvedInPart: "Approved in part",
    deferred: "Deferred",
    declined: "Declined",
  } satisfies Record<OutcomeKind, string>,
  outcomeHints: {
    approved: "The whole amount on the form",
    approvedInPart: "Less money, or for a part of it",
    deferred: "Something is missing. It can be decided later",
    declined: "No, with reasons the group is told",
  } satisfies Record<OutcomeKind, string>,
  outcomeMissing: "Choose what was decided",
  amount: "How much is granted?",
  purpose: "What is it for?",
  purposeHint: "It goes into the agreement, like “The signs and the vests”.",
  missing: "What is missing?",
  missingHint: "The letter asks the group for it.",
  reasons: "What are the reasons?",
  reasonsHint: "Fair reasons, from the plan. The letter gives them to the group.",
  decidedOn: "When was it decided?",
  dateHint: "For example, 13 1 2023",
  body: "Who decided?",
  bodies: {
    partnership: "A partnership meeting",
    subGroup: "The Community Chest sub-group",
    emailVote: "A vote by email",
  } satisfies Record<Body, string>,
  bodyMissing: "Choose who decided",
  decidedBy: "The names, or the meeting",
  decidedByHint: "As the minutes have it, like “Partnership meeting, 9 members present”.",
  conditions: "Conditions",
  conditionsHint: "Each goes into the agreement. Leave this empty if there are none.",
  condition: (number: number) => `Condition ${String(number)}`,
  addCondition: "Add a condition",
  removeCondition: (number: number) => `Remove condition ${String(number)}`,
  endsOn: "When does the funding end?",
  endsHint: "The last day the money may be spent. Feedback is due one month later.",
  returnBy: "When should the signed agreement be back?",
  returnHint: "Leave it empty if no day was set.",
  instalments: "Payments",
  instalmentsHint: "Leave this empty to pay it all at once. The parts must add up to the grant.",
  when: "When",
  pounds: "Amount in pounds",
  instalmentWhen: (number: number) => `Payment ${String(number)}, when`,
  instalmentAmount: (number: number) => `Payment ${String(number)}, pounds`,
  addInstalment: "Add a payment",
  removeInstalment: (number: number) => `Remove payment ${String(number)}`,
  remove: "Remove",
  record: "Record this decision",
  refused: "This decision cannot be recorded",
  tellRefused: "This cannot be recorded",
  confirmTitle: "Record this decision?",
  notYet: "Do not record it yet",
  confirm: (kind: OutcomeKind, amount: string, group: string) =>
    ({
      approved: `${group} is granted what it asked for.`,
      approvedInPart: `${group} is granted ${amount === "" ? "a part" : `£${amount}`}.`,
      deferred: `${group} is asked for what is missing. It can be decided later.`,
      declined: `${group} is not granted anything.`,
    })[kind],
  confirmWhy: "A decision cannot be taken back. It stays under embargo until the group has been told.",
  side: "What to decide on",
  asked: "Asked for",
  notSaid: "The paper does not say",
  waiting: "Others waiting",
  freeIn: (name: string, code: string) => `Free in ${name} (${code})`,
  waitingNone: "No other group",
  waitingFor: (number: number, amount: number) => `${count(number, "group", "groups")}, ${pounds(amount)}`,
  costs: "The costs on the form",
  readForm: "Read the whole form",
  recorded: "Decision recorded",

  // Telling
  tellTitle: "Tell the group",
  tellLead: (group: string) => `${group} is the first to hear. Send the letter, or tell them, then record it here.`,
  tellEmbargo: "The embargo ends when you record that the group was told. After that, everybody may know.",
  toldOn: "When was the group told?",
  how: "How?",
  ways: ["By letter", "By email", "By phone", "In person"],
  howMissing: "Choose how the group was told",
  printLetter: "Open the letter to print",
  tell: "Record that the group was told",
  tellConfirm: "Has the group been told?",
  tellConfirmText: (group: string) =>
    `This ends the embargo on ${group}. Everybody who uses the register may then read it.`,
  tellNow: "End the embargo",
  tellNotYet: "Not told yet",
  told: "The group was told. The embargo has ended.",
  loading: "Opening the application...",

  // One decision
  approved: (amount: number) => `Approved, ${pounds(amount)}`,
  inPart: (amount: number) => `Approved in part, ${pounds(amount)}`,
  deferred: "Deferred",
  declined: "Declined",
  by: (date: string, body: Body, by: string) => {
    const bodies = { partnership: "Partnership", subGroup: "Sub-group", emailVote: "Email vote" } as const;
    return `${longDate(date)}. ${bodies[body]}: ${by}`;
  },
  recordedBy: (name: string) => `Recorded by ${name}.`,
  toldLine: (date: string, how: string | null) =>
    `The group was told on ${plainDate(date)}${how === null ? "" : `, ${how.toLowerCase()}`}.`,
  notTold: "The group has not been told yet.",
} as const;

/** Names at the start of a sentence. */
export const fieldNames: Record<string, string | ((place: number) => string)> = {
  outcome: "What was decided",
  amount: "The amount granted",
  purpose: "What it is for",
  missing: "What is missing",
  reasons: "The reasons",
  decidedOn: "The date of the decision",
  decidedBy: "Who decided",
  endsOn: "The end of the funding",
  returnBy: "The day the agreement should be back",
  "conditions.*": (place) => `Condition ${String(place)}`,
  "instalments.*.when": (place) => `When payment ${String(place)} is made`,
  "instalments.*.amount": (place) => `Payment ${String(place)}`,
  toldOn: "The day the group was told",
  how: "How the group was told",
};
