// A refused decision: why, and the field that can change it.
import type { FieldError } from "$lib/components/types";
import type { DecisionRefusal } from "$lib/ipc";
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
