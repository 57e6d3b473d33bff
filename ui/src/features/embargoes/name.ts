// What an embargo is called, and until when it holds, as far as this member may know.
import type { EmbargoRow } from "$lib/ipc";
import { words } from "./words";

export function nameOf(row: EmbargoRow): string {
  return row.title ?? row.reference ?? words.subjects[row.subject];
}

export function untilOf(row: EmbargoRow): string {
  if (row.untilDate !== null) return words.date(row.untilDate);
  if (row.untilEvent !== null && row.untilEvent !== "") return row.untilEvent;
  return row.subject === "application" ? words.untilTold : "";
}
