// Why a decision or a grant refuses something: what cannot be done, the figure, and the way on.
import type { Act, DecisionRefusal, GrantRefusal, Party } from "$lib/ipc/bindings";
import { plainDate, pounds } from "./format";

type Words<R extends { kind: string }> = { [K in R["kind"]]: (refusal: Extract<R, { kind: K }>) => string };

const parties: Record<Party, string> = { group: "the group", partnership: "the partnership" };

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
  notToTell: () => "The group cannot be told on that day. Check that a decision is recorded and not told already",
} satisfies Words<DecisionRefusal>;

const grant = {
  notOpen: () => "This grant is closed or cancelled. Nothing more can be recorded on it",
  inFuture: () => "The date must be today or earlier",
  notPositive: () => "The amount must be more than nothing",
  noReason: () => "Enter the reason",
  noName: () => "Enter the name",
  noReference: () => "Enter the reference on the bank statement",
  beforeAward: ({ awardedOn }) => `The date must be on or after the decision, ${plainDate(awardedOn)}`,
  notIssued: () => "The group has not been told of the decision yet. Tell it first",
  alreadySigned: () => "This signature is recorded already",
  samePerson: () => "One person cannot sign for both. Somebody else must sign",
  exceedsGrant: ({ leftPence, overPence }) =>
    `That is ${pounds(overPence)} more than is left to pay. ${pounds(leftPence)} is left. Only a new decision can raise it`,
  notSigned: ({ missing }) =>
    `Do not pay yet. The agreement is not signed by ${missing.map((one) => parties[one]).join(" and ")}`,
  beforeSigned: ({ signedOn }) => `The date must be on or after the last signature, ${plainDate(signedOn)}`,
  noAccount: () => "Do not pay yet. The bank details are not recorded",
  accountNotChecked: () => "Do not pay yet. The bank details have not been checked",
  accountChanged: ({ changedOn }) =>
    `Do not pay yet. The bank details changed on ${plainDate(changedOn)}. Phone the group first`,
  alreadyChecked: () => "These bank details are checked already",
  beforeRecorded: ({ recordedOn }) =>
    `The check must be on or after the details were recorded, ${plainDate(recordedOn)}`,
  changedNeedsPhone: () => "Bank details that changed must be checked by phone. Use a number you had before",
  alreadyUndone: () => "This payment is undone already",
  beforePayment: ({ paidOn }) => `The date must be on or after the payment, ${plainDate(paidOn)}`,
  receiptsStand: () => "There are receipts for this money. Strike those out first",
  notLater: ({ endsOn }) => `The funding ends on ${plainDate(endsOn)} already. Enter a later day`,
  nothingPaid: () => "Nothing has been paid on this grant yet",
  noStory: () => "Enter an answer to at least one of the three questions",
  noNameAgreed: () => "Enter the name that may be published, or do not publish it",
  noSuchCost: () => "That cost is not in the agreement. Choose another",
  acceptedTooMuch: ({ amountPence }) => `The receipt is for ${pounds(amountPence)}. You cannot accept more than that`,
  afterEnd: ({ endsOn }) => `The funding ended on ${plainDate(endsOn)}. The date must be on or before that`,
  tooMuchBack: ({ unaccountedPence }) => `Only ${pounds(unaccountedPence)} is without receipts. No more can come back`,
  noFeedback: ({ dueOn }) => `The feedback is not in yet. It was due on ${plainDate(dueOn)}`,
  moneyToReturn: ({ unaccountedPence }) =>
    `${pounds(unaccountedPence)} is without receipts. Ask for it back, or say why it is let go`,
  beforeFeedback: ({ feedbackOn }) => `The date must be on or after the feedback, ${plainDate(feedbackOn)}`,
  alreadyPaid: ({ paidPence }) => `${pounds(paidPence)} has been paid. A grant cannot be cancelled after that`,
} satisfies Words<GrantRefusal>;

export function decisionRefusal(refusal: DecisionRefusal): string {
  return (decision[refusal.kind] as (given: DecisionRefusal) => string)(refusal);
}

export function grantRefusal(refusal: GrantRefusal): string {
  return (grant[refusal.kind] as (given: GrantRefusal) => string)(refusal);
}

/** After "You may not". */
export const acts = {
  readSealed: "read what is under embargo",
  keepRecords: "change the records",
  recordDecision: "record a decision",
  recordSignature: "record a signature",
  recordPayment: "record a payment",
  handleAccount: "see or change bank details",
} as const satisfies Record<Act, string>;
