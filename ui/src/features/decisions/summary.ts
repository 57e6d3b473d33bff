// One decision in words.
import type { DecisionFigures, DecisionView } from "$lib/ipc";
import { words } from "./words";

export function decided(outcome: DecisionView["outcome"]): { title: string; text: string | undefined } {
  switch (outcome.kind) {
    case "approved":
      return { title: words.approved(outcome.amountPence), text: undefined };
    case "approvedInPart":
      return { title: words.inPart(outcome.amountPence), text: outcome.purpose };
    case "deferred":
      return { title: words.deferred, text: outcome.missing };
    case "declined":
      return { title: words.declined, text: outcome.reasons };
  }
}

/** Who stood behind it. */
export function behind(figures: DecisionFigures): string {
  if (figures.kind === "email") {
    const { residents, agreed, against, abstained, needed } = figures;
    return words.byEmailFigures(residents, agreed, against, abstained, needed);
  }
  const { members, present, residents, agreed, needed, vote } = figures;
  const how =
    vote === null ? words.consensus(agreed, needed) : words.voted(vote.agree, vote.against, vote.notVoting, needed);
  const casting = vote?.casting ? [words.castingVote[vote.casting]] : [];
  return [words.atMeeting(members, present, residents), how, ...casting].join(" ");
}
