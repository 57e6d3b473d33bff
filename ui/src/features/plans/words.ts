// Words of the plans: what stands in them, and where their printed figures differ.
import type { Discrepancy, DiscrepancyKind, PlanState } from "$lib/ipc";
import { count, plainDate, pounds } from "$words/format";

type Told = Pick<Discrepancy, "printed" | "exact" | "about">;

/** "4" is "4 months". */
const months = (exact: string): string => (/^\d+$/.test(exact) ? count(Number(exact), "month", "months") : exact);
/** Dates of the core in words: "2022-04-01/2023-03-31" is "1 April 2022 to 31 March 2023". */
const days = (exact: string): string =>
  exact.replace(/(\d)\/(?=\d{4}-)/, "$1 to ").replace(/\d{4}-\d{2}-\d{2}/g, (iso) => plainDate(iso));
/** What it is about goes before the sentence. */
const about = (what: string | null, sentence: string): string =>
  what === null ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${what}: ${sentence}`;
const line = (code: string | null): string | null => (code === null ? null : `Line ${code}`);

export const words = {
  title: "The plan",
  waiting: "Opening the plan...",
  missing: "This plan cannot be shown",
  dates: (from: string, to: string) => `${plainDate(from)} to ${plainDate(to)}.`,
  states: {
    past: "It is finished.",
    current: "It is in force.",
    coming: "It is adopted, and has not begun.",
  } satisfies Record<PlanState, string>,
  adopted: (on: string, by: string) => `Adopted on ${plainDate(on)} by ${by}.`,
  which: "Which plan",
  inList: {
    past: (name: string) => `${name} (finished)`,
    current: (name: string) => `${name} (in force)`,
    coming: (name: string) => `${name} (to come)`,
  } satisfies Record<PlanState, (name: string) => string>,
  show: "Show",
  begin: "Write the next plan",
  carryOn: "Go on with the next plan",
  change: "Change the words",

  outcomes: "What the whole plan is for",
  priority: (number: number, name: string) => `Priority ${String(number)}. ${name}`,
  hopes: "Outcomes",
  criteria: "We will know we have made a difference when …",
  noHopes: "None are written down.",
  support: "Project support",

  activities: "Activities and money",
  caption: "The plan’s activities, in pounds",
  line: "Activity",
  lead: (partner: string) => `Led by ${partner}.`,
  total: "Total",
  share: "Share",
  percent: (share: string) => `${share} %`,
  whole: "The whole plan",
  hundred: "100.00 %",
  balance: "Expected balance",
  balanceHint: "What is still to come after that period",
  fund: "Open to applications",
  moved: (pence: number) => `${pounds(pence)} when it was adopted. Money was moved since.`,
  none: "\u2013",
  yearBefore: "Year before",
  shares: "Shares are rounded so that they add to exactly 100.00 %. All amounts include VAT.",

  differences: "Where the plan’s printed figures differ",
  differencesText: "The program always uses the exact figures. Nothing here needs doing. It explains the paper.",
  noDifferences: "The printed figures and the exact ones agree.",
  place: "Printed in",
  says: "What differs",
  by: "By",
  /** One plain sentence for each kind. */
  differs: {
    total: (told: Told) =>
      told.about === null
        ? `The total is printed as ${told.printed}. The lines add up to ${told.exact}.`
        : about(told.about, `it is printed as ${told.printed}. Exactly it is ${told.exact}.`),
    cashAvailable: ({ printed, exact }: Told) =>
      `The money there is to spend is printed as ${printed}. It works out at ${exact}.`,
    monthCount: (told: Told) =>
      about(told.about, `the time is printed as “${told.printed}”. The dates make it ${months(told.exact)}.`),
    periodAfterEnd: ({ printed, exact }: Told) =>
      `There is a column “${printed}”. The plan ends before that, on ${days(exact)}. It stays empty.`,
    yearSpan: (told: Told) =>
      about(line(told.about), `the money is printed as being for “${told.printed}”. It is for ${months(told.exact)}.`),
    notACalendarYear: ({ printed, exact }: Told) =>
      `The time is printed as “${printed}”. It is ${days(exact)}, which is no calendar year.`,
    yearBefore: ({ printed, exact }: Told) =>
      `The year before is printed as ${printed}. The other figures of the plan give ${exact}.`,
    missingCodes: ({ printed, exact }: Told) =>
      `The codes are printed as “${printed}”. All of them are ${exact}. Codes are never numbered anew.`,
    share: (told: Told) =>
      about(
        line(told.about),
        `the share is printed as ${told.printed} %. Exactly, so that all add to 100.00 %, it is ${told.exact} %.`,
      ),
  } satisfies Record<DiscrepancyKind, (told: Told) => string>,

  changeTitle: "Change the words of the plan",
  changeText: "The names and the money stay as they were adopted. Only words beside them can be put right here.",
  onePerLine: "One on each line",
  hopesOf: (number: number) => `Outcomes of priority ${String(number)}`,
  criteriaOf: (number: number) => `We will know that priority ${String(number)} made a difference when …`,
  linesTitle: "Beside each activity",
  leadPartner: "Lead partner",
  notes: "Notes",
  leadOf: (code: string) => `Lead partner of ${code}`,
  notesOf: (code: string) => `Notes on ${code}`,
  save: "Save the words",
  cancel: "Do not change them",
  saved: "The words of the plan are saved.",
  cannot: "The words cannot be saved",
  lines: (number: number) => count(number, "line", "lines"),
} as const;
