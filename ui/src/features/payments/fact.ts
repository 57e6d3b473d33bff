// What one fact of a receipt says, in one sentence and a few words under it.
import type { PaymentFactKind } from "$lib/ipc";
import { words } from "./packWords";

export type FactWords = { text: string; under: string[] };

export function factWords(fact: PaymentFactKind): FactWords {
  switch (fact.what) {
    case "paid":
      return {
        text: words.paid(fact.amountPence, fact.paidOn, words.how[fact.method]),
        under: [
          words.reference(fact.reference),
          ...(fact.approvedBy === null ? [] : [words.approved(fact.approvedBy)]),
        ],
      };
    case "undone":
      return { text: words.undone[fact.way](fact.amountPence, fact.on), under: [fact.reason] };
    case "accountChecked":
      return { text: words.checked[fact.method](fact.checkedOn), under: [] };
    case "payeeConfirmed":
      return {
        text: words.confirmed[fact.outcome],
        under: fact.bankName === "" ? [] : [words.bankShows(fact.bankName)],
      };
    case "seen":
      return { text: (fact.back ? words.seenBack : words.seenOut)(fact.amountPence, fact.seenOn), under: [] };
  }
}
