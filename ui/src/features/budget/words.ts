// Words of the budget.
import { longDate, plainDate } from "$words/format";

export const words = {
  title: "Spendometer",
  lead: (plan: string, from: string, to: string, today: string) =>
    `${plan}, ${plainDate(from)} to ${plainDate(to)}. As it stands on ${longDate(today)}.`,
  whole: "The whole plan",
  paid: "Paid",
  committed: "Committed",
  free: "Free",
  planned: "Planned",
  line: "Line",
  yearBefore: "Year before",
  spread: "How it is spread over the plan",
  caption: "Budget by line, in pounds",
  priority: (number: number, name: string) => `Priority ${String(number)}. ${name}`,
  support: "Project support",
  none: "\u2013",
  table: "Budget by line",
  committedMeans: "Committed means approved and not yet paid.",
  freeMeans: "Free is planned, less paid, less committed. Money sent back counts as not paid.",
  profile: "The columns by period are the planned pace, not a limit. All amounts include VAT.",
} as const;
