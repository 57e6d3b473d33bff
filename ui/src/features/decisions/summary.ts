// One decision in words.
import type { DecisionView } from "$lib/ipc";
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
