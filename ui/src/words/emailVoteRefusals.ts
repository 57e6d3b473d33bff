// Why a vote by email, or a ballot, would not stand: the figure, the section of the plan, and the way on.
import type { EmailVoteRefusal } from "$lib/ipc/bindings";
import { plainDate } from "./format";
import type { ProblemWords } from "./problems";

type Words = { [K in EmailVoteRefusal["kind"]]: (refusal: Extract<EmailVoteRefusal, { kind: K }>) => ProblemWords };

const words = {
  nobodyVotes: () => ({
    title: "Nobody could vote",
    body: "No resident member had a seat on that day (section 8.3). Look at the seats under Members.",
  }),
  anotherOpen: () => ({
    title: "There is a vote on this application already",
    body: "Close it or stop it first.",
  }),
  stillOpen: ({ closesOn }) => ({
    title: "This vote is not decided yet",
    body: `Ballots may come in until ${plainDate(closesOn)}. It can be closed before, once enough have agreed.`,
  }),
  tooEarly: ({ openedOn }) => ({
    title: `The ballot must be from ${plainDate(openedOn)} or later`,
    body: "The papers went out on that day.",
  }),
  tooLate: ({ closesOn }) => ({
    title: `This ballot came too late. The last day was ${plainDate(closesOn)}`,
    body: "It does not count. Close the vote with the ballots that came in time.",
  }),
  noVote: () => ({
    title: "This person has no vote",
    body: "Only those vote who were resident members when it opened (section 8.3).",
  }),
  hasInterest: () => ({
    title: "This member has an interest, and takes no part",
    body: "Section 8.12 of the plan says so. They still count among the residents.",
  }),
  closed: () => ({ title: "This vote is over", body: "Nothing was changed." }),
} satisfies Words;

export function emailVoteRefusal(refusal: EmailVoteRefusal): ProblemWords {
  return (words[refusal.kind] as (given: EmailVoteRefusal) => ProblemWords)(refusal);
}
