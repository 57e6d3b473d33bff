// Why a seat or an office cannot be given or taken away: the figure, the section of the plan, and the way on.
import type { MembershipRefusal } from "$lib/ipc/bindings";
import { plainDate } from "./format";
import type { ProblemWords } from "./problems";

type Words = { [K in MembershipRefusal["kind"]]: (refusal: Extract<MembershipRefusal, { kind: K }>) => ProblemWords };

const number = String;

const words = {
  hasASeat: () => ({
    title: "They have a seat on that day",
    body: "End that seat first, or choose a later day. Nothing was changed.",
  }),
  noSeat: () => ({ title: "They have no seat that could end", body: "Nothing was changed." }),
  full: ({ most }) => ({
    title: `There are ${number(most)} members already`,
    body: "Section 8.3 of the plan allows no more. Somebody must stand down first.",
  }),
  moreHands: ({ hands, residents }) => ({
    title: `${number(hands)} agreed, but only ${number(residents)} residents were there`,
    body: "Check the count. Nothing was changed.",
  }),
  morePresent: ({ present, members }) => ({
    title: `You counted ${number(present)}, but only ${number(members)} had a seat on that day`,
    body: "Check the count, and who had a seat then. Nothing was changed.",
  }),
  nobodyThere: () => ({
    field: "residents",
    title: "At least one resident must be there",
    body: "Residents elect by show of hands (section 8.3).",
  }),
  nominatedLate: ({ latest }) => ({
    field: "nominatedOn",
    title: `The written nomination must come by ${plainDate(latest)}`,
    body: "Section 8.3 of the plan asks for seven days. They can stand next year, or join in mid-year.",
  }),
  metByOne: () => ({
    field: "andBy",
    title: "Two different residents must meet them",
    body: "Section 8.3 of the plan says so. Choose another for the second.",
  }),
  metByOther: () => ({
    field: "metBy",
    title: "Both must have been resident members on that day",
    body: "Two resident members meet whoever would join (section 8.3).",
  }),
  notEligible: () => ({
    title: "They were not found eligible",
    body: "Nobody votes on them (section 8.3). If that has changed, two residents can meet them again.",
  }),
  tooEarly: () => ({
    title: "The vote cannot come before they were met or told",
    body: "Check both days. Whoever may be voted off must be told on an earlier day (section 8.11).",
  }),
  notTold: () => ({
    field: "toldOn",
    title: "They must be told first",
    body: "A member can be voted off only when they were told that it may happen (section 8.11).",
  }),
  notCarried: ({ agreed, needed }) => ({
    field: "agreed",
    title: `${number(agreed)} agreed, and ${number(needed)} must`,
    body: "More than half of the residents there must agree (section 8.7). They keep their seat.",
  }),
  notAResident: () => ({
    title: "Only a resident member can hold an office",
    body: "Section 8.5 of the plan says so. Choose somebody with a resident seat on that day.",
  }),
  noConsent: () => ({
    title: "Everybody who is nominated must agree to it",
    body: "Section 8.5 of the plan says so. Ask them, then tick the box.",
  }),
  hasPaidPost: () => ({
    title: "Somebody with a paid post cannot hold an office",
    body: "Section 8.5 of the plan says so. If the post has ended, record that first.",
  }),
  attached: () => ({
    title: "They are attached to the LTO",
    body: "The Chair and one Vice-chair must be independent of it (section 8.5). If the tie has ended, record that first.",
  }),
  noPlace: () => ({
    field: "inPlaceOf",
    title: "There are two Vice-chairs already",
    body: "Choose whose place it is, or end one of the offices first (section 8.5).",
  }),
  oneNominee: () => ({ title: "A ballot is for two or more nominees", body: "Take one name, or add another." }),
  twice: () => ({ title: "The same person was nominated twice", body: "Take one of the two lines away." }),
  tooManyVotes: ({ cast, eligible }) => ({
    title: `There are ${number(cast)} votes, but only ${number(eligible)} may vote`,
    body: "Each resident member has one vote. Count the papers again.",
  }),
  noVotes: () => ({ title: "Nobody has a vote yet", body: "Enter what was counted for each of them." }),
  tied: ({ between }) => ({
    title: `${number(between)} nominees have the most votes`,
    body: "The plan says nothing of a tie here. Vote again by written ballot between these alone, then enter that count.",
  }),
} satisfies Words;

export function membershipRefusal(refusal: MembershipRefusal): ProblemWords {
  return (words[refusal.kind] as (given: MembershipRefusal) => ProblemWords)(refusal);
}
