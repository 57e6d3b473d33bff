// Words of the spendometer.
import type { SpendTable, TableFormat } from "$lib/ipc";
import { monthYear, plainDate, pounds, wholePounds } from "$words/format";
import { isMonthEnd } from "./days";

/** "April 2022 to July 2023" when it is whole months, with the days when it is not. */
function span(from: string, to: string): string {
  const whole = from.endsWith("-01") && isMonthEnd(to);
  return whole ? `${monthYear(from)} to ${monthYear(to)}` : `${plainDate(from)} to ${plainDate(to)}`;
}

export const words = {
  title: "Spendometer",
  lead: (plan: string, from: string, to: string, asOf: string, now: boolean) =>
    `${plan}, ${span(from, to)}. As it ${now ? "stands" : "stood"} on ${plainDate(asOf)}.`,
  whole: "Whole plan",
  paid: "Paid",
  committed: "Committed",
  free: "Free",
  planned: "Planned",
  returned: "Came back",
  line: "Line",
  spread: "Paid and committed, by half-year",
  caption: "Budget by line and half-year, in pounds",
  priority: (number: number, name: string) => `Priority ${String(number)}. ${name}`,
  ofPriority: (number: number | null) =>
    number === null ? "All project support" : `All of priority ${String(number)}`,
  support: "Project support",
  none: "\u2013",
  of: "of",
  more: "more than planned",
  cameBack: (pence: string) => `${pence} came back`,

  by: (day: string, now: boolean) => (now ? "today" : plainDate(day)),
  expected: (pence: number, by: string) => `The plan expected about ${wholePounds(pence)} by ${by}`,
  bar: (planned: number, shares: string, expected: string) => `Of ${pounds(planned)} planned: ${shares}. ${expected}.`,
  projected: (whole: number, planned: number, ends: string) =>
    `If it goes on like this, about ${wholePounds(whole)} of the ${wholePounds(planned)} will be paid by ${plainDate(ends)}.`,
  wouldBeLeft: (left: number) => `About ${wholePounds(left)} would be left.`,
  wouldBeOver: (over: number) => `That is about ${wholePounds(-over)} more than planned.`,
  noPace: "The plan expected nothing by then, so nothing can be said about the end yet.",
  planOver: (paid: number, planned: number, ends: string) =>
    `The plan ended on ${plainDate(ends)}. ${pounds(paid)} of the ${pounds(planned)} was paid.`,
  cameBackWhole: (pence: number) => `${pounds(pence)} came back. It counts as not paid.`,

  committedTerm: "Committed",
  committedMeans: "means approved and not yet paid.",
  freeTerm: "Free",
  freeMeans: "is planned, less paid, less committed. Money sent back counts as not paid.",
  pace: "Half-years are the planned pace, not a limit: a gold mark shows where more than planned is used. All amounts include VAT.",
  copyHint: "To copy the table for a spreadsheet, click on it and press Ctrl C.",

  choices: "Which plan, and as of which day",
  plan: "Plan",
  asOf: "As it stands on",
  today: (day: string) => `Today, ${plainDate(day)}`,
  otherDay: "Another day",
  day: "Which day?",
  dayHint: "Like 31 12 2022",
  dayName: "The day",
  show: "Show that day",
  viewer: "Who is looking",
  us: "For us",
  public: "As the public sees it",
  publicTitle: "This is what everybody may see",
  publicText: "A group that has not been told yet is left out, and so is its money.",
  grants: "Grants that may be named",
  grantsNone: "No group has been told about a grant yet.",
  group: "Group",
  purpose: "What for",
  amount: "Amount",
  awardedOn: "Decided",

  wall: "Print for the wall",
  report: "Spend report",
  save: "Save as spreadsheet",
  saveTitle: "What do you want to save?",
  table: "Table",
  tables: {
    spendometer: "The spendometer, by line and half-year",
    public: "The same, as the public may see it",
    movements: "Every movement of money, the oldest first",
    spendReport: "The six-month spend report",
  } satisfies Record<SpendTable, string>,
  tableHints: {
    spendometer: "It may show money of groups that were not told yet",
    public: "Groups that were not told yet are left out",
    movements: "It may name groups that were not told yet",
    spendReport: "For Local Trust, with the LTO’s part on top",
  } satisfies Record<SpendTable, string>,
  format: "Kind of file",
  formats: { xlsx: "Excel or LibreOffice (XLSX)", csv: "Plain table (CSV)" } satisfies Record<TableFormat, string>,
  saveVerb: "Save the table",
  notNow: "Do not save it",
  saved: (path: string) => `Saved in ${path}`,
  saveCannot: "This table cannot be saved",
  waiting: "Adding up...",
} as const;
