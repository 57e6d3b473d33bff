// Why a run of payments cannot be made, approved or paid so.
import type { RunRefusal } from "$lib/ipc/bindings";
import { pounds } from "./format";
import { payBars } from "./payBars";
import type { ProblemWords } from "./problems";

type Words = { [K in RunRefusal["kind"]]: (refusal: Extract<RunRefusal, { kind: K }>) => ProblemWords };

const words = {
  empty: () => ({
    title: "No payment is chosen",
    body: "Tick the grants that this run pays.",
  }),
  barred: ({ grantReference, bar }) => ({
    title: `${grantReference} may not be paid yet`,
    body: `${payBars[bar]}. Take it out of the run, or settle that first.`,
  }),
  moreThanLeft: ({ grantReference, leftPence }) => ({
    title: `The amount for ${grantReference} is more than is left to pay`,
    body: `${pounds(leftPence)} is left.`,
  }),
  notApproved: () => ({
    title: "A second person must approve this run first",
    body: "Ask somebody else at your organisation to sit down here and approve it.",
  }),
  ownRun: () => ({
    title: "You cannot approve your own run",
    body: "Somebody else at your organisation approves it. Nothing was changed.",
  }),
  decider: ({ grantReference }) => ({
    title: `You took part in deciding ${grantReference}`,
    body: "Somebody who did not decide the grant must do this. Nothing was changed.",
  }),
  over: () => ({
    title: "This run is finished",
    body: "It was paid, taken back or sent back. Make a new run.",
  }),
} satisfies Words;

export function runRefusal(refusal: RunRefusal): ProblemWords {
  return (words[refusal.kind] as (refusal: RunRefusal) => ProblemWords)(refusal);
}
