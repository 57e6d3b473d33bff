// How a cell of a budget table is shown: a mark with its shape, and words where there is something to say.
import type { IconName } from "$lib/components/icons";
import type { BudgetTable, ColumnRole, TableCell } from "$lib/ipc";
import { words } from "./tableWords";

export type Mark = "understood" | "tidied" | "differs" | "wrong" | "out" | "empty";
export type Shown = { mark: Mark; said: string };

export const icons: Readonly<Record<Exclude<Mark, "empty">, IconName>> = {
  understood: "check",
  tidied: "pencil",
  differs: "triangle-alert",
  wrong: "circle-x",
  out: "minus",
};

/** An amount as people write it when nothing needs tidying: 3750, £3,750 or 3,750.00. */
const plainAmount = /^£?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{2})?$/;

export function shownAs({ text, reading }: TableCell): Shown {
  switch (reading.reading) {
    case "words":
      return { mark: "understood", said: "" };
    case "amount":
      return plainAmount.test(text.trim())
        ? { mark: "understood", said: "" }
        : { mark: "tidied", said: words.readAs(reading.pence) };
    case "agrees":
      return { mark: "understood", said: words.agrees };
    case "differs":
      return { mark: "differs", said: words.differs(reading.exact) };
    case "notUnderstood":
      return { mark: "wrong", said: words.faults[reading.fault] ?? words.notUnderstood };
    case "formula":
      return { mark: "wrong", said: words.formula };
    case "ignored":
      return { mark: text.trim() === "" ? "empty" : "out", said: "" };
    case "empty":
      return { mark: "empty", said: "" };
  }
}

export const tidied = ({ rows }: BudgetTable): number =>
  rows.flatMap(({ cells }) => cells).filter((cell) => shownAs(cell).mark === "tidied").length;

/** A role as the value of a choice. */
export const roleKey = (role: ColumnRole): string =>
  role.role === "period" ? `period.${String(role.place)}` : role.role;

export function roleOf(key: string): ColumnRole {
  if (key.startsWith("period.")) return { role: "period", place: Number(key.slice(7)) };
  return { role: key } as ColumnRole;
}

/** The columns with one of them changed: what only one column can hold leaves the other. */
export function changed(columns: readonly ColumnRole[], at: number, key: string): ColumnRole[] {
  return columns.map((role, place) => {
    if (place === at) return roleOf(key);
    return key !== "ignored" && roleKey(role) === key ? { role: "ignored" } : role;
  });
}
