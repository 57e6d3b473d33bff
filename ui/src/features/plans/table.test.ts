import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import type { BudgetTableInput } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { session as open } from "../../test/grants";
import { budgetTable, planDraft } from "../../test/plans";
import { shownAs } from "./cells";
import TableScreen from "./TableScreen.svelte";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({
    plan_draft: () => planDraft,
    pick_budget_table: () => budgetTable,
    paste_budget_table: () => ({ ...budgetTable, name: "" }),
    understand_budget_table: ({ input }) => ({ ...budgetTable, columns: (input as BudgetTableInput).columns }),
    put_budget_table: () => planDraft,
    ...handlers,
  });

beforeEach(() => {
  session.sit({ ...open });
});

test("a table is pasted, and an empty box says so", async () => {
  const { calls } = core();
  render(TableScreen);
  await userEvent.click(screen.getByRole("button", { name: "Read what I pasted" }));
  expect(screen.getByText("Paste a table first, or choose a file")).toBeTruthy();
  const pasted = screen.getByLabelText("Paste the table here");
  pasted.focus();
  await userEvent.paste("1.2\tStreet performances\t£3,750\n");
  await userEvent.click(screen.getByRole("button", { name: "Read what I pasted" }));
  expect(await screen.findByRole("heading", { name: "What you pasted" })).toBeTruthy();
  expect(calls.find(({ command }) => command === "paste_budget_table")?.args).toEqual({
    text: "1.2\tStreet performances\t£3,750\n",
  });
});

test("every cell says in words and with a shape what it was taken for", async () => {
  core();
  render(TableScreen);
  await userEvent.click(screen.getByRole("button", { name: "Choose a file" }));
  const table = within(await screen.findByRole("table", { name: "The table, cell by cell" }));
  const cell = (text: string) => table.getAllByText(text)[0]?.closest("td");
  expect(cell("£3,750")?.querySelector("svg")?.getAttribute("aria-label")).toBe("Understood");
  expect(cell("£1,2 00")?.textContent).toContain("Read as £1,200.00");
  expect(cell("twelve hundred")?.textContent).toContain("Not an amount");
  expect(cell("£2,500")?.textContent).toContain("Differs: it is £2,400.00");
  expect(cell("=SUM(C2:C4)")?.textContent).toContain("A formula, not a figure");
  expect(table.getByRole("rowheader", { name: "2 Priority" })).toBeTruthy();
  expect(screen.getByText("3 lines, £8,700.00 in all.")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toMatch(/3 cells need a look.\s+2 amounts were tidied./);
});

test("an amount is tidied when it is written otherwise than amounts are", () => {
  const mark = (text: string, pence: number) => shownAs({ text, reading: { reading: "amount", pence } }).mark;
  for (const [text, pence] of [
    ["3750", 375_000],
    ["£3,750", 375_000],
    ["1,209,500.00", 120_950_000],
    ["0", 0],
  ] as const)
    expect(mark(text, pence), text).toBe("understood");
  for (const [text, pence] of [
    ["£0,000", 0],
    ["£00.00", 0],
    ["£1,209, 500", 120_950_000],
    ["£88,000at", 8_800_000],
    ["12,50", 125_000],
  ] as const)
    expect(mark(text, pence), text).toBe("tidied");
});

test("what a column holds is chosen above it, and leaves the column that held it before", async () => {
  const { calls } = core();
  render(TableScreen);
  await userEvent.click(screen.getByRole("button", { name: "Choose a file" }));
  const seventh = await screen.findByLabelText("What column 7 holds");
  // The periods have the names they have in the plan.
  expect(within(seventh).getByRole("option", { name: "Months 1 to 6" })).toBeTruthy();
  await userEvent.selectOptions(seventh, "Code");
  await expect
    .poll(
      () =>
        (
          calls.findLast(({ command }) => command === "understand_budget_table")?.args.input as
            BudgetTableInput | undefined
        )?.columns,
    )
    .toEqual([
      { role: "ignored" },
      { role: "name" },
      { role: "period", place: 0 },
      { role: "period", place: 1 },
      { role: "total" },
      { role: "share" },
      { role: "code" },
    ]);
});

test("the lines take the place of what is typed only after a question", async () => {
  const { calls } = core();
  render(TableScreen);
  await userEvent.click(screen.getByRole("button", { name: "Choose a file" }));
  await userEvent.click(await screen.findByRole("button", { name: "Put these lines into the plan" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Put 3 lines in place of those in the plan?" }));
  expect(dialog.getByText(/The 4 lines typed so far go/)).toBeTruthy();
  expect(calls.some(({ command }) => command === "put_budget_table")).toBe(false);
  await userEvent.click(dialog.getByRole("button", { name: "Put them in" }));
  await expect.poll(() => navigation.screen).toEqual({ name: "planDraft" });
  const input = calls.find(({ command }) => command === "put_budget_table")?.args.input as BudgetTableInput;
  expect(input.rows[3]).toEqual(["1.4", "Community Chest", "£1,2 00", "twelve hundred", "£2,500", "24.24", "MB"]);
});

test("a file that is refused says why, and nothing is shown of it", async () => {
  core({
    pick_budget_table: () => {
      throw new Refusal({ code: "tableRefused", refusal: { kind: "protected" } });
    },
  });
  render(TableScreen);
  await userEvent.click(screen.getByRole("button", { name: "Choose a file" }));
  expect(await screen.findByText("This file has a password")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
});
