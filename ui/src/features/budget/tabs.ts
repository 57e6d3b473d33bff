// The views of the money, side by side: each is a tab.
import type { Screen } from "$shell/screen";

export const label = "The money";
export const tabs = [
  { id: "budget", title: "Spendometer" },
  { id: "plan", title: "The plan" },
  { id: "virements", title: "Money moved" },
  { id: "awards", title: "Partners and costs" },
  { id: "bank", title: "Money in the bank" },
] as const satisfies readonly { id: Screen["name"]; title: string }[];

export type BudgetTab = (typeof tabs)[number]["id"];
