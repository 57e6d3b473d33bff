import { fireEvent, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import Table from "./Table.svelte";
import { tabSeparated, type Column } from "./table";

type Row = { reference: string; payee: string; left: number };
const rows: Row[] = [
  { reference: "CC-005", payee: "Brightwater Steel Pans", left: 22500 },
  { reference: "CC-007", payee: "Poppyfield Lunch Club", left: 4000 },
  { reference: "CC-006", payee: "Second Spin", left: 100000 },
];
const columns: Column<Row>[] = [
  { id: "reference", title: "Ref", text: (row) => row.reference },
  { id: "payee", title: "Payee", text: (row) => row.payee, header: true },
  { id: "left", title: "Left", text: (row) => String(row.left / 100), sort: (row) => row.left, numeric: true },
];
const onopen = vi.fn();
const shown = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent.trim());
const focused = () =>
  within(document.activeElement as HTMLElement)
    .getByRole("rowheader")
    .textContent.trim();

beforeEach(() => {
  onopen.mockClear();
  render(Table, { caption: "Payments", rows, columns, key: (row: Row) => row.reference, onopen } as never);
});

test("arrow keys move along the rows and stop at the ends", async () => {
  const bodyRows = screen.getAllByRole("row").slice(1);
  bodyRows[0]?.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe("Poppyfield Lunch Club");
  await userEvent.keyboard("{End}{ArrowDown}");
  expect(focused()).toBe("Second Spin");
  await userEvent.keyboard("{Home}");
  expect(focused()).toBe("Brightwater Steel Pans");
});

test("only one row is on the way of the Tab key", async () => {
  const stops = () => screen.getAllByRole("row").filter((row) => row.tabIndex === 0);
  expect(stops()).toHaveLength(1);
  screen.getAllByRole("row")[1]?.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(stops()).toEqual([document.activeElement]);
});

test("Enter opens the row", async () => {
  screen.getAllByRole("row")[1]?.focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onopen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
});

test("a press on a heading sorts by amount, not by letters, and again the other way", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Left" }));
  expect(shown()).toEqual(["Poppyfield Lunch Club", "Brightwater Steel Pans", "Second Spin"]);
  expect(screen.getByRole("columnheader", { name: /Left/ }).getAttribute("aria-sort")).toBe("ascending");
  await userEvent.click(screen.getByRole("button", { name: /Left/ }));
  expect(shown()).toEqual(["Second Spin", "Brightwater Steel Pans", "Poppyfield Lunch Club"]);
});

test("copying gives what is shown, in its order, for a spreadsheet", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Ref" }));
  const setData = vi.fn();
  const event = Object.assign(new Event("copy", { bubbles: true, cancelable: true }), { clipboardData: { setData } });
  await fireEvent(screen.getByRole("region"), event);
  expect(setData).toHaveBeenCalledExactlyOnceWith(
    "text/plain",
    "Ref\tPayee\tLeft\nCC-005\tBrightwater Steel Pans\t225\nCC-006\tSecond Spin\t1000\nCC-007\tPoppyfield Lunch Club\t40",
  );
});

test("words that a spreadsheet would take for a formula are copied as words", () => {
  const row = { reference: "=1+1", payee: "two\nlines", left: -1260 };
  expect(tabSeparated([row], columns)).toBe("Ref\tPayee\tLeft\n'=1+1\ttwo lines\t-12.6");
});
