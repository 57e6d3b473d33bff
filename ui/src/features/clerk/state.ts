// Where a grant stands at the clerk's desk, in a few words and a shape.
import type { Kind } from "$lib/components/types";
import type { IconName } from "$lib/components/icons";
import type { LedgerGrant, PayBar, RunState } from "$lib/ipc";
import { payBars } from "$words/payBars";
import { words } from "./words";

export type Look = { kind: Kind | "plain"; icon: IconName; text: string };

/** What may be a fraud or a slip: it must be seen. */
const alarming: readonly PayBar[] = ["accountChanged", "modulusFails", "noMatch"];

export function lookOf({ tab, bars }: Pick<LedgerGrant, "tab" | "bars">, brief = false): Look {
  if (tab === "paid") return { kind: "plain", icon: "check", text: words.paidState };
  const [bar] = bars;
  if (bar === undefined) return { kind: "ok", icon: "circle-check", text: words.readyState };
  const text = brief ? words.brief[bar] : payBars[bar];
  if (alarming.includes(bar)) return { kind: "danger", icon: "octagon-alert", text };
  if (bar === "finished") return { kind: "plain", icon: "archive", text };
  return { kind: "plain", icon: bar === "inRun" ? "list" : "hourglass", text };
}

export const runLooks: Record<RunState, { kind: Kind | "plain"; icon: IconName }> = {
  waiting: { kind: "info", icon: "hourglass" },
  approved: { kind: "ok", icon: "circle-check" },
  sentBack: { kind: "warn", icon: "undo-2" },
  paid: { kind: "plain", icon: "check" },
  dropped: { kind: "plain", icon: "circle-x" },
};
