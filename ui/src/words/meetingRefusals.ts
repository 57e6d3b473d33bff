// Why something cannot be recorded at a meeting: the figure, the section of the plan, and the way on.
import type { MeetingRefusal } from "$lib/ipc/bindings";
import { plainDate, pounds } from "./format";
import type { ProblemWords } from "./problems";
import { decisionRefusal } from "./refusals";

type Words = { [K in MeetingRefusal["kind"]]: (refusal: Extract<MeetingRefusal, { kind: K }>) => ProblemWords };

const people = (number: number): string => (number === 1 ? "1 person" : `${String(number)} people`);

const words = {
  notStarted: () => ({
    title: "The meeting has not started",
    body: "Tick who is here, choose who chairs, and start the meeting.",
  }),
  alreadyStarted: () => ({ title: "The meeting has started", body: "Go on with the agenda." }),
  alreadyEnded: () => ({
    title: "The meeting is over",
    body: "What was recorded stands. A mistake is put right at the next meeting.",
  }),
  beforeTheLast: ({ last }) => ({
    field: "at",
    title: `The time must be ${last} or later`,
    body: "That is when the last thing was recorded. Undo it first if it is wrong.",
  }),
  noSeat: () => ({
    title: "This person was not a member on that day",
    body: "Look at their term under Members. Only members are counted.",
  }),
  alreadyHere: () => ({ title: "They are in the room already", body: "Nothing was changed." }),
  notHere: () => ({ title: "They are not in the room", body: "Tick that they are here first." }),
  chairNotResident: () => ({
    title: "Only a resident member may chair a meeting",
    body: "Section 8.5 of the plan says so. Ask a resident who is here to take the chair.",
  }),
  nobodyChairs: () => ({
    title: "Nobody is in the chair",
    body: "Any resident member who is here may take it (section 8.5).",
  }),
  chairHasInterest: () => ({
    title: "The person in the chair has an interest in this item",
    body: "They take no part (section 8.12). Ask another resident to chair this item.",
  }),
  noSuchItem: () => ({ title: "That item is not on this agenda", body: "Go back to the agenda and choose another." }),
  notInHand: () => ({
    title: "Another item is in hand",
    body: "Open this item first, so that it is clear who took part.",
  }),
  alreadyDecided: () => ({
    title: "This item was decided",
    body: "Undo the decision first, if it was the last thing recorded.",
  }),
  noInterest: () => ({ title: "They declared no interest in this item", body: "Declare the interest first." }),
  mustWithdraw: () => ({
    title: "Whoever has an interest must leave the room",
    body: "Your constitution follows section 8.12. It can be changed under How we decide.",
  }),
  notSettled: ({ name }) => ({
    title: `Settle first whether ${name} withdraws or remains`,
    body: "The meeting decides it (Appendix 1 of the plan). Either way they take no part.",
  }),
  tooFewMembers: ({ present, members, needed }) => ({
    title: "You can talk about this, but not decide it",
    body: `${String(present)} of ${String(members)} members are in the room for this item. A decision needs ${String(needed)} (section 8.6).`,
  }),
  tooFewResidents: ({ residents, present, needed }) => ({
    title: "You can talk about this, but not decide it",
    body: `${String(residents)} of the ${String(present)} members in the room are residents. A decision needs ${String(needed)} (section 8.6).`,
  }),
  countDiffers: ({ counted, entitled }) => ({
    field: "agree",
    title: `You counted ${people(counted)}, but ${people(entitled)} may vote`,
    body: "For, against and not voting must add up to the residents in the room who have no interest (section 8.7).",
  }),
  notATie: () => ({
    field: "casting",
    title: "There is a casting vote only when the votes are tied",
    body: "Section 8.5 of the plan says so. Take the casting vote away.",
  }),
  noCastingVote: () => ({
    field: "casting",
    title: "The person in the chair has no casting vote",
    body: "Your constitution gives it only to the elected Chair. It can be changed under How we decide.",
  }),
  tooFewEntitled: ({ entitled, residents, needed }) => ({
    title: "Too few residents take part in this item",
    body: `${String(entitled)} of the ${String(residents)} residents here have no interest. A decision needs ${String(needed)} to agree (section 8.7).`,
  }),
  noConsent: () => ({
    field: "otherSide",
    title: "The partner must agree first",
    body: "Money for a partner needs their consent (section 8.7). Put the item off until you have it.",
  }),
  notToldFirst: () => ({
    field: "otherSide",
    title: "The member must be told first",
    body: "They can be voted off only when they were told it may happen (section 8.11). Put the item off until they were.",
  }),
  forThePartnership: () => ({
    title: "This meeting cannot decide this",
    body: "It is for the partnership (section 8). Put it on the agenda of its next meeting.",
  }),
  overSubGroupLimit: ({ upToPence }) => ({
    field: "amount",
    title: `The sub-group may grant ${pounds(upToPence)} at most`,
    body: "Grant less, or put it on the agenda of the partnership’s next meeting.",
  }),
  notYetItsDay: () => ({
    title: "This meeting is not today",
    body: "It can be held on its day. Change its date if it was brought forward.",
  }),
  nothingToUndo: () => ({ title: "There is nothing to undo", body: "Nothing was changed." }),
  minutesClosed: () => ({
    title: "These minutes were approved, and are closed",
    body: "A mistake in them is put right in the minutes of the next meeting.",
  }),
  itemNotClosed: ({ number }) => ({
    title: `Item ${String(number)} is not finished`,
    body: "Decide it, put it off, or note that it was talked about.",
  }),
  unsound: ({ number, refusal }) => ({
    title: `The decision on item ${String(number)} would not stand`,
    body: `${decisionRefusal(refusal)}. The meeting was not closed. Undo back to that item, and decide it again.`,
  }),
  underEmbargo: ({ until }) => ({
    title: "This meeting is under embargo",
    body: `Nothing of it is published until ${plainDate(until)} is over.`,
  }),
} satisfies Words;

export function meetingRefusal(refusal: MeetingRefusal): ProblemWords {
  return (words[refusal.kind] as (given: MeetingRefusal) => ProblemWords)(refusal);
}
