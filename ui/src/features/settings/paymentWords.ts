// Words of the settings of payments.
import { count, plainDate } from "$words/format";

export const words = {
  title: "Payments",
  lead: "The LTO is the organisation that holds the money and pays the groups.",
  lto: "Name of the LTO",
  two: "A second person at the LTO must approve each payment",
  twoHint: "Who makes it, who approves it, and who decided the grant are then three people",
  erase: "Days before bank numbers are erased",
  eraseHint: "Counted from the day a grant is finished. The last four figures are kept.",
  share: "The LTO’s own share, in per cent",
  shareHint: "On top of each draw-down, like 5 or 2.5",
  save: "Save the settings of payments",
  saved: "The settings of payments are saved.",
  form: {
    cannot: "These settings cannot be saved",
    names: {
      lto: "The name of the LTO",
      eraseAfterDays: "The number of days",
      ltoShare: "The LTO’s share",
    },
  },
  tables: "Check of account numbers",
  tablesText:
    "Banks publish two tables that show if a sort code and an account number can belong together. The LTO may have them.",
  loaded: (on: string) => `The tables were loaded on ${plainDate(on)}.`,
  notLoaded: "The tables are not loaded. Everything else works without them.",
  load: "Load the two tables",
  loadAgain: "Load newer tables",
  tablesDone: (rules: number) => `The tables are loaded: ${count(rules, "rule", "rules")}.`,
  said: {
    lto: (name: string) => `The LTO is ${name}.`,
    noLto: "The LTO has no name here yet.",
    two: "A second person must approve each payment.",
    one: "One person pays.",
    erase: (days: number) => `Bank numbers are erased ${count(days, "day", "days")} after a grant is finished.`,
    share: (share: string) => `The LTO’s share is ${share} %.`,
  },
} as const;

/** 500 is "5", 250 is "2.5". */
export function shareText(hundredths: number): string {
  return String(hundredths / 100);
}
