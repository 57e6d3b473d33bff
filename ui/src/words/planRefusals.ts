// Why the plan or its money cannot be changed so: the figure, and the way on.
import type { PlanRefusal } from "$lib/ipc/bindings";
import { plainDate, pounds } from "./format";
import type { ProblemWords } from "./problems";

type Words = { [K in PlanRefusal["kind"]]: (refusal: Extract<PlanRefusal, { kind: K }>) => ProblemWords };

const words = {
  notEnoughFree: ({ code, freePence, overPence }) => ({
    field: "amount",
    title: `This is ${pounds(overPence)} more than line ${code} has free`,
    body: `${pounds(freePence)} is free. Move money to the line first, or choose a smaller amount.`,
  }),
  cellTooSmall: ({ code, hasPence, overPence }) => ({
    field: "amount",
    title: `This is ${pounds(overPence)} more than line ${code} has in that period`,
    body: `The period has ${pounds(hasPence)}. Choose a smaller amount, or another period.`,
  }),
  sameCell: () => ({
    field: "to",
    title: "The money would stay where it is",
    body: "Choose another line or another period to move it to.",
  }),
  noSuchLine: ({ code }) => ({
    field: "code",
    title: `The plan has no line ${code}`,
    body: "Choose a line of the plan.",
  }),
  awardEnded: () => ({
    title: "This award is finished",
    body: "Nothing more can be paid on it. Record a new award.",
  }),
  exceedsAward: ({ leftPence, overPence }) => ({
    field: "amount",
    title: `This is ${pounds(overPence)} more than is left of the award`,
    body: `${pounds(leftPence)} is left to pay.`,
  }),
  beforeDecision: ({ decidedOn }) => ({
    field: "on",
    title: `The date must be ${plainDate(decidedOn)} or later`,
    body: "It was decided on that day.",
  }),
  partsDiffer: ({ partsPence, amountPence }) => ({
    field: "parts",
    title: `The parts add up to ${pounds(partsPence)}, not ${pounds(amountPence)}`,
    body: "Change the parts, or the amount of the award.",
  }),
  beginsTooEarly: ({ after }) => ({
    field: "startsOn",
    title: `The plan must begin after ${plainDate(after)}`,
    body: "The plan before it began on that day, or gave a grant.",
  }),
  outsideThePlan: ({ startsOn, endsOn }) => ({
    field: "on",
    title: `The date must be from ${plainDate(startsOn)} to ${plainDate(endsOn)}`,
    body: "Those are the dates of the plan.",
  }),
} satisfies Words;

export function planRefusal(refusal: PlanRefusal): ProblemWords {
  return (words[refusal.kind] as (refusal: PlanRefusal) => ProblemWords)(refusal);
}
