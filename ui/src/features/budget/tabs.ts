// The views of the money, side by side: each is a tab.
import type { Screen } from "$shell/screen";

export const label = "The money";
export const tabs = [
  { id: "budget", title: "Spendometer" },
  { id: "plan", title: "The plan" },
] as const satisfies readonly { id: Screen["name"]; title: string }[];

export type BudgetTab = (typeof tabs)[number]["id"];
