// Words of the plans: what stands in them, and where their printed figures differ.
import type { Discrepancy, DiscrepancyKind, PlanState } from "$lib/ipc";
import { count, plainDate, pounds } from "$words/format";

type Told = Pick<Discrepancy, "printed" | "exact" | "about">;
const ofLine = (about: string | null): string => (about === null ? "" : `Line ${about}: `);
const begin = (about: string | null, sentence: string): string =>
  about === null ? sentence : ofLine(about) + sentence.charAt(0).toLowerCase() + sentence.slice(1);

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
    total: ({ printed, exact }: Told) => `The total is printed as ${printed}. The lines add up to ${exact}.`,
    cashAvailable: ({ printed, exact }: Told) =>
      `The money there is to spend is printed as ${printed}. It works out at ${exact}.`,
    monthCount: ({ printed, exact }: Told) => `The time is printed as “${printed}”. The dates make it ${exact}.`,
    periodAfterEnd: ({ printed, exact }: Told) =>
      `There is a column “${printed}”, after the plan has ended: ${exact}. It stays empty.`,
    yearSpan: ({ printed, exact, about }: Told) =>
      begin(about, `The money is printed as being for “${printed}”. It is for ${exact}.`),
    notACalendarYear: ({ printed, exact }: Told) =>
      `The time is printed as “${printed}”. It is not a calendar year: ${exact}.`,
    yearBefore: ({ printed, exact }: Told) =>
      `The year before is printed as ${printed}. The other figures of the plan give ${exact}.`,
    missingCodes: ({ printed, exact }: Told) =>
      `The list of codes is printed as “${printed}”. In full it is ${exact}. Codes are never numbered anew.`,
    share: ({ printed, exact, about }: Told) =>
      begin(
        about,
        `The share is printed as ${printed} %. The exact share, so that all add to 100.00 %, is ${exact} %.`,
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
