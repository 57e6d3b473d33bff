// What a dense table is made of, and how it is sorted and copied.
import type { Snippet } from "svelte";

export type Column<Row> = {
  id: string;
  title: string;
  /** What it says: in the cell when there is no snippet, and in what is copied. */
  text: (row: Row) => string;
  /** What it is sorted by, when that is not its text; false when it cannot be sorted. */
  sort?: ((row: Row) => string | number) | false | undefined;
  /** Amounts: to the right, one width. */
  numeric?: boolean | undefined;
  /** Codes. */
  mono?: boolean | undefined;
  /** Names the row. One of the columns. */
  header?: boolean | undefined;
  cell?: Snippet<[Row]> | undefined;
  foot?: string | undefined;
};

export type Sort = { column: string; down: boolean };

const byWords = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | undefined): Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (!sort || !column || column.sort === false) return [...rows];
  const value = column.sort ?? column.text;
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [value(a), value(b)];
    return typeof x === "number" && typeof y === "number" ? x - y : byWords.compare(String(x), String(y));
  };
  return rows.toSorted((a, b) => (sort.down ? -1 : 1) * compare(a, b));
}

/** Rows as a spreadsheet pastes them: tabs between, one line each. */
export function tabSeparated<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const plain = (text: string): string => {
    const line = text.replace(/[\t\r\n]+/g, " ").trim();
    // A spreadsheet must not take somebody's words for a formula; an amount below nothing is not one.
    return /^[=+@]|^-(?!\d)/.test(line) ? `'${line}` : line;
  };
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))]
    .map((cells) => cells.map(plain).join("\t"))
    .join("\n");
}
