// The words for every reason why something cannot be recorded on a grant: what is wrong, with the figure, and the way on.
// The form says above them what cannot be done. A new kind without words does not compile.
import type { GrantRefusal, Party } from "$lib/ipc/bindings";
import { count, penceTyped, plainDate, pounds } from "./format";

export type RefusalField =
  "amount" | "accepted" | "on" | "reference" | "reason" | "name" | "method" | "costId" | "story" | "namedAs";

export type RefusalWords = {
  /** The field it belongs beside, when the form has it. */
  field?: RefusalField;
  text: string;
  /** What can be done instead. */
  way: string;
};

/** What was typed into the form, to say it back. */
export type Said = { amount?: string | undefined };
type Table = {
  [K in GrantRefusal["kind"]]: (refusal: Extract<GrantRefusal, { kind: K }>, said: Said) => RefusalWords;
};

const signers = { group: "the group", partnership: "the partnership" } as const satisfies Record<Party, string>;

function saidAmount({ amount }: Said): string {
  const pence = amount === undefined ? null : penceTyped(amount);
  return pence === null ? "This" : pounds(pence);
}

const refusals = {
  notOpen: () => ({
    text: "This grant is finished",
    way: "Nothing more can be recorded on it. You can still add a note or a call.",
  }),
  conditionNotMet: ({ text }) => ({
    text: `A condition is not met: ${text.replace(/\.$/, "")}`,
    way: "Record that it was met first. Then record the payment.",
  }),
  modulusFails: () => ({
    field: "method",
    text: "This account number cannot belong to this sort code",
    way: "A digit is wrong. Phone the group on a number you knew before, and type the details again.",
  }),
  noMatch: () => ({
    field: "method",
    text: "The bank has another name for this account",
    way: "Phone the group on a number you knew before. Then record what you found.",
  }),
  inRun: () => ({
    text: "This grant is in a run that is not paid yet",
    way: "Record the run as paid, or take the run back first.",
  }),
  erased: () => ({
    text: "The bank details were erased",
    way: "Ask the group for them again.",
  }),
  alreadyMet: () => ({
    text: "This condition was met before",
    way: "Nothing more is needed.",
  }),
  inFuture: () => ({
    field: "on",
    text: "The date is after today",
    way: "Record it on the day it happens, or later.",
  }),
  notPositive: () => ({
    field: "amount",
    text: "The amount must be more than nothing",
    way: "To take a payment back, use Returned or Void beside that payment.",
  }),
  noReason: () => ({
    field: "reason",
    text: "Enter the reason",
    way: "Say why in a few words. Whoever reads the story later will need it.",
  }),
  noName: () => ({
    field: "name",
    text: "Enter the name",
    way: "Type the name as it is printed beside the signature.",
  }),
  noReference: () => ({
    field: "reference",
    text: "Enter the reference",
    way: "Type the words that the bank statement shows, so that this can be found again.",
  }),
  beforeAward: ({ awardedOn }) => ({
    field: "on",
    text: `The date is before the grant was approved on ${plainDate(awardedOn)}`,
    way: "Check the date on the paper.",
  }),
  notIssued: () => ({
    text: "The group has not been told of the decision yet",
    way: "Tell the group first. That also ends the embargo.",
  }),
  alreadySigned: () => ({
    text: "This signature is recorded already",
    way: "Look at the list of signatures. If it is wrong, add a note that says so.",
  }),
  samePerson: () => ({
    field: "name",
    text: "The same person has signed for the other side",
    way: "Ask somebody else to sign. One person cannot sign for both.",
  }),
  exceedsGrant: ({ grantedPence, leftPence, overPence }, said) => ({
    field: "amount",
    text: `${saidAmount(said)} is ${pounds(overPence)} more than is left to pay`,
    way: `${pounds(leftPence)} is left of ${pounds(grantedPence)}. Only a new decision can raise the amount.`,
  }),
  notSigned: ({ missing }) => ({
    text: `${count(missing.length, "signature is", "signatures are")} missing: ${missing.map((party) => signers[party]).join(" and ")}`,
    way: "Get the agreement signed and record it. Then pay.",
  }),
  beforeSigned: ({ signedOn }) => ({
    field: "on",
    text: `The date is before the last signature on ${plainDate(signedOn)}`,
    way: "Check the date on the bank statement.",
  }),
  noAccount: () => ({
    text: "There is no bank account to pay into",
    way: "Ask the group for its account. Record it, and check it.",
  }),
  accountNotChecked: () => ({
    text: "The bank account has not been checked",
    way: "See a bank statement, phone the group, or ask the bank to match the name. Then record the check.",
  }),
  accountChanged: ({ changedOn }) => ({
    text: `The bank details changed on ${plainDate(changedOn)} and have not been checked again`,
    way: "Do not pay yet. Phone the group first, on the number you already had.",
  }),
  alreadyChecked: () => ({
    text: "This account is checked already",
    way: "There is nothing more to do. You can pay into it.",
  }),
  beforeRecorded: ({ recordedOn }) => ({
    field: "on",
    text: `The date is before the account was recorded on ${plainDate(recordedOn)}`,
    way: "An account is checked after it is recorded. Check the date.",
  }),
  changedNeedsPhone: () => ({
    field: "method",
    text: "An account that changed must be checked by phone",
    way: "Phone the group on the number you already had, not one that came with the new details.",
  }),
  alreadyUndone: () => ({
    text: "This payment was returned or voided already",
    way: "There is nothing more to do.",
  }),
  beforePayment: ({ paidOn }) => ({
    field: "on",
    text: `The date is before the payment on ${plainDate(paidOn)}`,
    way: "Check the date on the bank statement.",
  }),
  receiptsStand: () => ({
    text: "The group has shown receipts for this money",
    way: "Void those receipts first, with the reason. Then come back here.",
  }),
  notLater: ({ endsOn }) => ({
    field: "on",
    text: `The new end is not later than ${plainDate(endsOn)}, the end that stands`,
    way: "An end of funding can only be moved to a later day.",
  }),
  nothingPaid: () => ({
    text: "Nothing has been paid on this grant",
    way: "Feedback comes after the first payment. If the grant will not go ahead, cancel it.",
  }),
  noStory: () => ({
    field: "story",
    text: "None of the three questions has an answer",
    way: "Type at least one answer in the group’s own words.",
  }),
  noNameAgreed: () => ({
    field: "namedAs",
    text: "It does not say how they wish to be named",
    way: "Type a name they agreed to, like “a resident”, or take away the ticks.",
  }),
  noSuchCost: () => ({
    field: "costId",
    text: "That cost is not in the agreement",
    way: "Choose one of the costs that were agreed.",
  }),
  acceptedTooMuch: ({ amountPence }) => ({
    field: "accepted",
    text: `More is accepted than the receipt is for: it is for ${pounds(amountPence)}`,
    way: "Accept that much or less.",
  }),
  afterEnd: ({ endsOn }) => ({
    field: "on",
    text: `The money was spent after the end of funding on ${plainDate(endsOn)}`,
    way: "Move the end of funding first if the partnership agreed to that.",
  }),
  tooMuchBack: ({ unaccountedPence }, said) => ({
    field: "amount",
    text: `${saidAmount(said)} is more than the ${pounds(unaccountedPence)} that is not explained yet`,
    way: "Check the amount on the bank statement. Void a receipt if it should not count.",
  }),
  noFeedback: ({ dueOn }) => ({
    text: `The feedback has not come in. It was due on ${plainDate(dueOn)}`,
    way: "Ask the group for it, and record it. Then close the grant.",
  }),
  moneyToReturn: ({ unaccountedPence }) => ({
    field: "reason",
    text: `${pounds(unaccountedPence)} is neither shown by receipts nor sent back`,
    way: "Add the receipts, record the money sent back, or say why the partnership lets it go.",
  }),
  beforeFeedback: ({ feedbackOn }) => ({
    field: "on",
    text: `The date is before the feedback came in on ${plainDate(feedbackOn)}`,
    way: "Check the date.",
  }),
  alreadyPaid: ({ paidPence }) => ({
    text: `${pounds(paidPence)} has been paid on this grant`,
    way: "Record that the payment was returned first. Then cancel the grant.",
  }),
} satisfies Table;

/** What is wrong and the way on, for a refusal of the core. */
export function refusalWords(refusal: GrantRefusal, said: Said = {}): RefusalWords {
  const words = refusals[refusal.kind] as (refusal: GrantRefusal, said: Said) => RefusalWords;
  return words(refusal, said);
}
