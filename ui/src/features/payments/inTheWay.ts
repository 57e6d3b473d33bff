// What stands between a grant and its payment, in the words of the clerk. The core says what is owed.
import type { Duty, GrantView } from "$lib/ipc";
import { words } from "./words";

export function inTheWay({ leftPence, closedOn, cancelledOn, owed, conditions, account }: GrantView): string {
  if (closedOn !== null || cancelledOn !== null) return words.finished;
  if (leftPence === 0) return words.nothingLeft;
  const known: Partial<Record<Duty, string>> = words.inTheWay;
  const said = owed.flatMap(({ duty }) => known[duty] ?? []);
  if (conditions.some(({ metOn }) => metOn === null)) said.push(words.conditionOpen);
  if (account?.modulus === "fails") said.push(words.numbersWrong);
  if (said.length > 0) return said.join(" ");
  return owed.some(({ duty }) => duty === "pay") ? words.everyCheck : "";
}
