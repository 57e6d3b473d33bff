import { fireEvent, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { SpendometerInput } from "$lib/ipc";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { toast } from "$shell/toast.svelte";
import { budgetCore, spendCell, spendometer, withReturned } from "../../kit/budget";
import { session as open } from "../../kit/sample";
import { planList } from "../../test/plans";
import BudgetScreen from "./BudgetScreen.svelte";
import { monthEnds, readDay } from "./days";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({ ...budgetCore(new URLSearchParams()), plans: () => planList, ...handlers });
const asked = (from: ReturnType<typeof fakeCore>): SpendometerInput[] =>
  from.calls.filter(({ command }) => command === "spendometer").map(({ args }) => args.input as SpendometerInput);

beforeEach(() => {
  session.sit({ ...open });
});

test("the whole plan stands in words and figures, and the bar says the same to a screen reader", async () => {
  core();
  render(BudgetScreen);
  expect(await screen.findByText("Final plan, April 2022 to July 2023. As it stands on 17 January 2023.")).toBeTruthy();
  const whole = within(screen.getByRole("region", { name: "Whole plan" }));
  for (const figure of ["£57,342.70", "£20,055.00", "£10,602.30", "£88,000.00"])
    expect(whole.getByText(figure)).toBeTruthy();
  expect(whole.getByText("The plan expected about £62,900 by today")).toBeTruthy();
  expect(
    whole.getByRole("img", {
      name: "Of £88,000.00 planned: 65% paid, 23% committed, 12% free. The plan expected about £62,900 by today.",
    }),
  ).toBeTruthy();
  expect(
    whole.getByText(
      "If it goes on like this, about £80,224 of the £88,000 will be paid by 31 July 2023. About £7,776 would be left.",
    ),
  ).toBeTruthy();
});

test("the table is exact by line, by priority and in all, and says in words where more than planned is used", async () => {
  core();
  render(BudgetScreen);
  const table = within(await screen.findByRole("table", { name: /Budget by line/ }));
  const row = (name: RegExp) => {
    const cells = [...table.getByRole<HTMLTableRowElement>("row", { name }).cells];
    return cells.map(({ textContent }) => textContent.replace(/\s+/g, " ").trim()).join(" ");
  };
  expect(row(/^1\.4/)).toBe("1.4Community Chest 2,500.00 1,207.40 765.00 527.60 995 of 1,250 977 of 1,250 ");
  expect(row(/^1\.3/)).toContain("2,180 of 2,000, more than planned");
  expect(row(/^1\.2/)).toContain("\u2013");
  expect(row(/^All of priority 2/)).toContain("50,000.00 37,500.00 12,500.00");
  expect(row(/^Whole plan/)).toContain("88,000.00 57,342.70 20,055.00 10,602.30 37,856 of 39,750 38,342 of 39,750");
  expect(table.queryByRole("row", { name: /^All of priority 3/ })).toBeNull();
  expect(table.getAllByText(", more than planned")).toHaveLength(1);
});

test("money that came back is shown in all and on its line", async () => {
  core({ spendometer: () => withReturned });
  render(BudgetScreen);
  expect(await screen.findByText("£65.00 came back. It counts as not paid.")).toBeTruthy();
  expect(screen.getByRole("row", { name: /^1\.4/ }).textContent).toContain("65.00 came back");
});

test("a plan that is over, one that runs ahead, and one that expected nothing are each said plainly", async () => {
  const now = core({
    spendometer: () => ({ ...spendometer, projectedPence: 9_140_000, projectedLeftPence: -340_000 }),
  });
  render(BudgetScreen);
  expect(await screen.findByText(/That is about £3,400 more than planned\./)).toBeTruthy();
  expect(now.calls.length).toBeGreaterThan(0);
  core({ spendometer: () => ({ ...spendometer, expectedPence: 0, projectedPence: null, projectedLeftPence: null }) });
  render(BudgetScreen);
  expect(await screen.findByText(/so nothing can be said about the end yet/)).toBeTruthy();
  core({ spendometer: () => ({ ...spendometer, asOf: "2023-07-31" }) });
  render(BudgetScreen);
  expect(
    await screen.findByText("The plan ended on 31 July 2023. £57,342.70 of the £88,000.00 was paid."),
  ).toBeTruthy();
});

test("it can be seen as of the end of any month, and as of any past day however the day is typed", async () => {
  const from = core();
  render(BudgetScreen);
  await userEvent.selectOptions(await screen.findByLabelText("As it stands on"), "31 December 2022");
  expect(await screen.findByText(/As it stood on 31 December 2022\./)).toBeTruthy();
  expect(screen.getByText("The plan expected about £62,900 by 31 December 2022")).toBeTruthy();

  await userEvent.selectOptions(screen.getByLabelText("As it stands on"), "Another day");
  await userEvent.type(screen.getByLabelText("Day"), "5");
  await userEvent.type(screen.getByLabelText("Month"), "Nov");
  await userEvent.type(screen.getByLabelText("Year"), "22{Enter}");
  expect(await screen.findByText(/As it stood on 5 November 2022\./)).toBeTruthy();
  expect(asked(from).map(({ asOf }) => asOf)).toEqual([null, "2022-12-31", "2022-11-05"]);
});

test("a day that is no day, or has not come yet, is refused beside its boxes", async () => {
  const from = core();
  render(BudgetScreen);
  await userEvent.selectOptions(await screen.findByLabelText("As it stands on"), "Another day");
  await userEvent.type(screen.getByLabelText("Day"), "31{Enter}");
  expect(screen.getByText(/The day must include a month/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Month"), "2");
  await userEvent.type(screen.getByLabelText("Year"), "2023{Enter}");
  expect(screen.getByText(/The day must be a real date/)).toBeTruthy();
  await userEvent.clear(screen.getByLabelText("Day"));
  await userEvent.type(screen.getByLabelText("Day"), "1{Enter}");
  expect(screen.getByText(/The day must be today or earlier/)).toBeTruthy();
  expect(asked(from)).toHaveLength(1);
});

test("there is a choice of plan only when there is more than one", async () => {
  const from = core();
  const shown = render(BudgetScreen);
  await userEvent.selectOptions(await screen.findByLabelText("Plan"), "Second plan");
  expect(await screen.findByText(/Second plan, April 2019 to March 2022/)).toBeTruthy();
  expect(asked(from).at(-1)).toEqual({ planId: "plan1", asOf: null, public: false });
  shown.unmount();
  core({ plans: () => ({ ...planList, plans: planList.plans.slice(1) }) });
  render(BudgetScreen);
  expect(await screen.findByLabelText("As it stands on")).toBeTruthy();
  expect(screen.queryByLabelText("Plan")).toBeNull();
});

test("as the public sees it, the groups that were told are named and nothing else", async () => {
  const from = core();
  render(BudgetScreen);
  expect(await screen.findByText("£20,055.00")).toBeTruthy();
  expect(screen.queryByText("Grants that may be named")).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "As the public sees it" }));
  expect(await screen.findByText("£19,830.00")).toBeTruthy();
  expect(asked(from).at(-1)).toMatchObject({ public: true });
  const grants = within(screen.getByRole("table", { name: "Grants that may be named" }));
  expect(grants.getByRole("row", { name: /Merrybank Growers.*Raised beds and tools.*300\.00/ })).toBeTruthy();
});

test("the table is copied exactly, with plain figures that a spreadsheet takes for numbers", async () => {
  core({ spendometer: () => withReturned });
  render(BudgetScreen);
  const frame = await screen.findByRole("region", { name: /Budget by line/ });
  // The keyboard reaches it: it scrolls, and it is copied from there.
  expect(frame.tabIndex).toBe(0);
  let copied = "";
  const event = new Event("copy", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { setData: (_: string, text: string) => (copied = text) } });
  await fireEvent(frame, event);
  const [head, ...rows] = copied.split("\n").map((line) => line.split("\t"));
  expect(head?.slice(0, 7)).toEqual([
    "Line",
    "Planned",
    "Paid",
    "Committed",
    "Free",
    "Came back",
    "Apr to Sep 2022: Planned",
  ]);
  expect(rows).toHaveLength(12);
  expect(rows[2]?.slice(0, 9)).toEqual([
    "1.4 Community Chest",
    "2500.00",
    "1207.40",
    "765.00",
    "527.60",
    "65.00",
    "1250.00",
    "995.00",
    "0.00",
  ]);
  expect(rows.at(-1)?.slice(0, 3)).toEqual(["Whole plan", "88000.00", "57342.70"]);
  expect(toast.shown?.text).toContain("12 rows copied");
});

test("a table is saved as a spreadsheet of the plan and the day that are shown", async () => {
  const from = core();
  render(BudgetScreen);
  await userEvent.selectOptions(await screen.findByLabelText("As it stands on"), "31 December 2022");
  await screen.findByText(/As it stood on 31 December/);
  await userEvent.click(screen.getByRole("button", { name: "Save as spreadsheet" }));
  await userEvent.click(screen.getByRole("radio", { name: "Every movement of money, the oldest first" }));
  await userEvent.click(screen.getByRole("radio", { name: "Plain table (CSV)" }));
  await userEvent.click(screen.getByRole("button", { name: "Save the table" }));
  await expect.poll(() => toast.shown?.text).toBe("Saved in /home/joan/Documents/spendometer-2023-01-17.xlsx");
  const saved = from.calls.filter(({ command }) => command === "save_spend_table");
  expect(saved.map(({ args }) => args.input)).toEqual([
    { table: "movements", format: "csv", planId: "plan2", asOf: "2022-12-31" },
  ]);
  expect(screen.queryByRole("button", { name: "Save the table" })).toBeNull();
});

test("a table that cannot be saved says so, and the choice stays", async () => {
  core({
    save_spend_table: () => {
      throw new Refusal({ code: "notPermitted", act: "keepRecords" });
    },
  });
  render(BudgetScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Save as spreadsheet" }));
  await userEvent.click(screen.getByRole("button", { name: "Save the table" }));
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Save the table" })).toBeTruthy();
});

test("the papers are printed as of the day that is shown", async () => {
  core();
  render(BudgetScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Print for the wall" }));
  expect(navigation.screen).toMatchObject({ name: "document", kind: "spendometer", subject: null });
  await userEvent.selectOptions(screen.getByLabelText("As it stands on"), "31 December 2022");
  await screen.findByText(/As it stood on 31 December/);
  await userEvent.click(screen.getByRole("button", { name: "Spend report" }));
  expect(navigation.screen).toMatchObject({ name: "document", kind: "spendReport", subject: "2022-12-31" });
});

test("a spendometer that cannot be read says why", async () => {
  core({
    spendometer: () => {
      throw new Refusal({ code: "notFound" });
    },
  });
  render(BudgetScreen);
  expect(await screen.findByText("That record is not there")).toBeTruthy();
});

test("with more than planned, the bar is what is used and the mark is the plan", async () => {
  const cell = spendCell([200_000, 148_000, 70_000]);
  expect(cell).toMatchObject({ usedPence: 218_000, over: true });
  core();
  const { container } = render(BudgetScreen);
  await screen.findByRole("table", { name: /Budget by line/ });
  const marks = container.querySelectorAll<HTMLElement>(".cc-half .cc-mark");
  expect(marks).toHaveLength(1);
  expect(Number(marks[0]?.style.getPropertyValue("--at"))).toBeCloseTo(91.74, 1);
});

test("the ends of months are those that are over, the newest first", () => {
  expect(monthEnds("2022-11-01", "2023-03-01")).toEqual(["2023-02-28", "2023-01-31", "2022-12-31", "2022-11-30"]);
  expect(monthEnds("2023-03-01", "2023-03-31")).toEqual([]);
  expect(monthEnds("2024-02-01", "2024-03-01")).toEqual(["2024-02-29"]);
});

test("a day is read with a month as a word or a figure, and a year of two or four figures", () => {
  const read = (day: string, month: string, year: string) => readDay({ day, month, year });
  expect(read(" 5", "nov ", "22")).toEqual({ day: "2022-11-05" });
  expect(read("29", "February", "2024")).toEqual({ day: "2024-02-29" });
  expect(read("29", "2", "2023")).toEqual({ fault: "notARealDate" });
  expect(read("1", "13", "2023")).toEqual({ fault: "notARealDate" });
  expect(read("1", "zap", "2023")).toEqual({ fault: "notARealDate" });
  expect(read("1", "1", "023")).toEqual({ fault: "yearOfFourDigits" });
  expect(read("", "", "")).toEqual({ fault: "noDate" });
  expect(read("", "1", "2023")).toEqual({ fault: "noDay" });
  expect(read("1", "1", "")).toEqual({ fault: "noYear" });
});
