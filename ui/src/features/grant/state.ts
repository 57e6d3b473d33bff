// Where a grant stands, in two words and a shape.
import type { IconName } from "$lib/components/icons";
import type { Kind } from "$lib/components/types";
import type { Duty, GrantRow } from "$lib/ipc";
import { words } from "./words";

export type StateWords = { kind: Kind | "plain"; icon: IconName; text: string };

const calm: Partial<Record<Duty, IconName>> = { close: "circle-check", pay: "circle-check" };

/** For the clerk who pays: what was paid is done, whatever else is owed. */
export function paymentStateOf(row: GrantRow, brief: boolean): StateWords {
  if (row.leftPence === 0) return { kind: "plain", icon: "check", text: words.paid };
  const state = stateOf(row);
  if (!brief || !row.next) return state;
  if (row.next.duty === "checkChangedAccount") return { ...state, text: words.bankDetails };
  if (row.next.duty === "checkAccount") return { ...state, text: words.checkBank };
  return row.next.daysLate === null ? state : { ...state, text: words.daysLate(row.next.daysLate) };
}

export function stateOf({ next, state, leftPence }: GrantRow): StateWords {
  if (!next) {
    const settled = state === "beingPaid" && leftPence === 0;
    return {
      kind: "plain",
      icon: state === "cancelled" ? "circle-x" : "check",
      text: settled ? words.paid : words.states[state],
    };
  }
  const text = words.short[next.duty];
  if (next.duty === "checkChangedAccount") return { kind: "danger", icon: "octagon-alert", text };
  if (next.daysLate !== null) return { kind: "warn", icon: "clock", text: `${text}, ${words.daysLate(next.daysLate)}` };
  if (next.duty === "pay") return { kind: "ok", icon: "circle-check", text };
  return { kind: "plain", icon: calm[next.duty] ?? "hourglass", text };
}
