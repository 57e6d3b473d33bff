// Why a decision or a grant refuses something: what cannot be done, the figure, and the way on.
import type { Act, DecisionRefusal, GrantRefusal } from "$lib/ipc/bindings";
import { plainDate, pounds } from "./format";
import { refusalWords } from "./grantRefusals";

type Words<R extends { kind: string }> = { [K in R["kind"]]: (refusal: Extract<R, { kind: K }>) => string };

const decision = {
  notOpen: () => "This application is not waiting for a decision. Open it to see where it stands",
  inFuture: () => "The date of the decision must be today or earlier",
  beforeReceived: ({ receivedOn }) =>
    `The decision cannot be before the form was received, on ${plainDate(receivedOn)}`,
  noDecider: () => "Enter who decided, like the partnership meeting",
  amountNotPositive: () => "The amount must be more than nothing",
  notAsAsked: ({ askedPence }) =>
    `The group asked for ${pounds(askedPence)}. Choose approved in part for another amount`,
  moreThanAsked: ({ askedPence }) => `The group asked for ${pounds(askedPence)}. The amount cannot be more`,
  moreThanFree: ({ freePence, overPence }) =>
    `${pounds(freePence)} is free in the budget. This is ${pounds(overPence)} more. Approve less, or put the decision off`,
  noPurpose: () => "Enter what the grant is for",
  nothingMissing: () => "Enter what the group should send before it is decided",
  noReasons: () => "Enter the reasons. The group is told them",
  noTerms: () => "Enter the dates of the grant",
  endsBeforeDecision: () => "The end of the funding must be after the decision",
  returnByBeforeDecision: () => "The day to send the agreement back by must be after the decision",
  instalmentsDiffer: ({ sumPence, amountPence }) =>
    `The parts add up to ${pounds(sumPence)}, and the grant is ${pounds(amountPence)}. They must be the same`,
  emptyInstalment: () => "Each part of the payment must be more than nothing",
  notCarried: ({ agreed, of, needed }) =>
    `${String(agreed)} of ${String(of)} residents agreed, and ${String(needed)} are needed (section 8.7). So it was not decided`,
  notToTell: () => "The group cannot be told on that day. Check that a decision is recorded and not told already",
} satisfies Words<DecisionRefusal>;

export function decisionRefusal(refusal: DecisionRefusal): string {
  return (decision[refusal.kind] as (given: DecisionRefusal) => string)(refusal);
}

/** Where no form is open to show the parts of it. */
export function grantRefusal(refusal: GrantRefusal): string {
  const { text, way } = refusalWords(refusal);
  return `${text}. ${way.replace(/\.$/, "")}`;
}

/** After "You may not". */
export const acts = {
  readSealed: "read what is under embargo",
  keepRecords: "change the records",
  recordDecision: "record a decision",
  recordSignature: "record a signature",
  recordPayment: "record a payment",
  handleAccount: "see or change bank details",
  review: "review applications",
  runReviews: "run a round of reviews",
  openReviews: "open the reviews before all are in",
  ruleOnInterest: "settle who has an interest",
  keepEmbargo: "set or end an embargo",
  keepMembers: "change the members’ list",
  keepMeetings: "keep meetings and their minutes",
  keepConstitution: "change how the partnership decides",
  keepWording: "change the words of letters and forms",
} as const satisfies Record<Act, string>;
