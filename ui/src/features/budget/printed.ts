// The papers of the spendometer: one sheet for the wall, and the report for Local Trust.
import type { Spendometer } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { words } from "./words";

const titles = { spendometer: words.wall, spendReport: words.report } as const;

/** Its subject is the day, when it is not today: the plan that covers the day is the one that is printed. */
export function printed(kind: keyof typeof titles, spend: Spendometer, now: boolean): Screen {
  const day = spend.asOf > spend.endsOn ? spend.endsOn : spend.asOf;
  return {
    name: "document",
    kind,
    subject: now && day === spend.asOf ? null : day,
    title: titles[kind],
    back: words.title,
  };
}
