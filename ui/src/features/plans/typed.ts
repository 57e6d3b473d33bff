// The shape of the next plan as typed: boxes for everything, and what moves with what when a part is taken away.
import type { PlanPriority, TypedDate, TypedLine, TypedPeriod, TypedPlan } from "$lib/ipc";
import { plainDate } from "$words/format";
import { noDate } from "../grant/dates";

export const blankPriority = (): PlanPriority => ({ name: "", outcomes: [], criteria: [] });

export const blankPeriod = (): TypedPeriod => ({ name: "", startsOn: { ...noDate }, endsOn: { ...noDate } });

export const blankLine = (periods: number, priority: number | null = null): TypedLine => ({
  code: "",
  name: "",
  priority,
  leadPartner: "",
  notes: "",
  amounts: Array.from({ length: periods }, () => ""),
  yearBefore: "",
});

export const blankPlan = (): TypedPlan => ({
  name: "",
  startsOn: { ...noDate },
  endsOn: { ...noDate },
  outcomes: [],
  priorities: [],
  periods: [],
  lines: [],
  fundCode: "",
  fundName: "",
  fundPrefix: "",
  yearBeforeLabel: "",
});

/** The same plan with a box for everything: one period, one line, and an amount for each period. */
export function whole(plan: TypedPlan): TypedPlan {
  const copy = structuredClone(plan);
  if (copy.periods.length === 0) copy.periods.push(blankPeriod());
  if (copy.lines.length === 0) copy.lines.push(blankLine(copy.periods.length));
  for (const line of copy.lines) while (line.amounts.length < copy.periods.length) line.amounts.push("");
  return copy;
}

export const isEmptyLine = (line: TypedLine): boolean =>
  [line.code, line.name, line.leadPartner, line.notes, line.yearBefore, ...line.amounts].every(
    (text) => text.trim() === "",
  );

/** A period more: each line gets a box for it. */
export function addPeriod(plan: TypedPlan): void {
  plan.periods.push(blankPeriod());
  for (const line of plan.lines) line.amounts.push("");
}

/** A period less, with what was planned in it. */
export function removePeriod(plan: TypedPlan, place: number): void {
  plan.periods.splice(place, 1);
  for (const line of plan.lines) line.amounts.splice(place, 1);
}

/** Lines go by the number of their priority: those after the one that goes move up, its own belong to none. */
export function removePriority(plan: TypedPlan, place: number): void {
  plan.priorities.splice(place, 1);
  const gone = place + 1;
  for (const line of plan.lines) {
    if (line.priority === null || line.priority < gone) continue;
    line.priority = line.priority === gone ? null : line.priority - 1;
  }
}

/** False when it stands at the end already. */
export function moveLine(plan: TypedPlan, place: number, by: 1 | -1): boolean {
  const to = place + by;
  const [line] = to < 0 || to >= plan.lines.length ? [] : plan.lines.splice(place, 1);
  if (!line) return false;
  plan.lines.splice(to, 0, line);
  return true;
}

/** "1 August 2023" for a date in figures; what was typed for any other. */
export function dayTyped({ day, month, year }: TypedDate): string {
  const figures = [year, month, day].map((part) => part.trim().padStart(2, "0"));
  return figures.every((part) => /^\d+$/.test(part)) ? plainDate(figures.join("-")) : [day, month, year].join(" ");
}

/** The column of a box in the grid: the code, the name, the priority, an amount for each period, the year before. */
export function columnOf(id: string, periods: number): number {
  const [, , part = "", period = ""] = id.split(".");
  const first: Partial<Record<string, number>> = { code: 0, name: 1, priority: 2, yearBefore: 3 + periods };
  return first[part] ?? 3 + Number(period);
}

/** Cells from a spreadsheet, put in from a box on, letter by letter. The priority is chosen and not typed: it stays. */
export function fill(plan: TypedPlan, row: number, column: number, cells: readonly (readonly string[])[]): void {
  const periods = plan.periods.length;
  for (const [down, texts] of cells.entries()) {
    while (plan.lines.length <= row + down) plan.lines.push(blankLine(periods, plan.lines.at(-1)?.priority ?? null));
    const line = plan.lines[row + down];
    if (!line) continue;
    for (const [right, text] of texts.entries()) {
      const at = column + right;
      if (at === 0) line.code = text;
      else if (at === 1) line.name = text;
      else if (at >= 3 && at < 3 + periods) line.amounts[at - 3] = text;
      else if (at === 3 + periods) line.yearBefore = text;
    }
  }
}
