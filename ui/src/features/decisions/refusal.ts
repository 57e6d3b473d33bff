// A refused decision: why, and the field that can change it.
import type { FieldError } from "$lib/components/types";
import type { DecisionRefusal, MeetingRefusal, Problem } from "$lib/ipc";
import { decisionRefusal } from "$words/refusals";

/** Where to go on, for each refusal; none where no field of the form helps. */
export const refusalFields = {
  notOpen: undefined,
  inFuture: "decidedOn",
  beforeReceived: "decidedOn",
  noDecider: "decidedBy",
  amountNotPositive: "amount",
  notAsAsked: "outcome",
  moreThanAsked: "amount",
  moreThanFree: "amount",
  noPurpose: "purpose",
  nothingMissing: "missing",
  noReasons: "reasons",
  noTerms: "endsOn",
  endsBeforeDecision: "endsOn",
  returnByBeforeDecision: "returnBy",
  instalmentsDiffer: "instalments",
  emptyInstalment: "instalments",
  notCarried: "agree",
  notToTell: "toldOn",
} as const satisfies Record<DecisionRefusal["kind"], string | undefined>;

export function refusalError(refusal: DecisionRefusal): FieldError {
  return { field: refusalFields[refusal.kind], text: decisionRefusal(refusal) };
}

/** Where to go on when it would not have stood at the meeting. */
const meetingFields: Partial<Record<MeetingRefusal["kind"], string>> = {
  tooFewMembers: "present",
  tooFewResidents: "residents",
  countDiffers: "agree",
  notATie: "casting",
  noCastingVote: "casting",
  tooFewEntitled: "takingNoPart",
  forThePartnership: "body",
  overSubGroupLimit: "amount",
};

export function meetingError({ title, body }: Problem, refusal: MeetingRefusal): FieldError {
  return { field: meetingFields[refusal.kind], text: `${title}. ${body.replace(/\.$/, "")}` };
}
