import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { tableRefusal } from "$words/tableRefusals";
import { reconciliation } from "../../kit/statements";
import { sitAtDesk } from "../../test/desk";

const statement = { at: "statement", ledgerId: "l1" } as const;
const press = async (name: RegExp | string): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const tab = async (name: RegExp): Promise<void> => userEvent.click(await screen.findByRole("link", { name }));

test("the columns are guessed above the first rows; what is put right goes to the core, and is kept by name", async () => {
  const core = await sitAtDesk(statement, {}, "clerk");
  await press("Choose a statement");
  expect(await screen.findByLabelText("Column 1 is")).toHaveProperty("value", "date");
  expect(screen.getByLabelText("Column 4 is")).toHaveProperty("value", "moneyOut");
  expect(screen.getByText("FP BRIGHTWATER STEEL CC-2022-005")).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText("Column 2 is"), "Reference");
  await userEvent.selectOptions(screen.getByLabelText("How are the dates written?"), "Year first: 2022-03-27");
  await userEvent.click(screen.getByRole("checkbox", { name: "Keep these choices for next time" }));
  await press("Compare with the payments");
  expect(screen.getByRole("link", { name: "Give the choices a name, to find them again" })).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "read_statement")).toBe(false);
  await userEvent.type(screen.getByLabelText("What is this account called here?"), "Our account");
  await press("Compare with the payments");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "read_statement")?.args.input).toEqual({
      ledgerId: "l1",
      path: "/home/anita/Downloads/statement.csv",
      profile: {
        name: "Our account",
        columns: ["date", "reference", "words", "moneyOut", "moneyIn", "balance"],
        dates: "yearMonthDay",
        headings: 1,
      },
      keep: true,
    }),
  );
});

test("choices that were kept are one choice away", async () => {
  await sitAtDesk(statement, {}, "clerk");
  await press("Choose a statement");
  await userEvent.selectOptions(await screen.findByLabelText("Choices that you kept"), "Our NatWest account");
  expect(screen.getByLabelText("Column 4 is")).toHaveProperty("value", "signed");
  expect(screen.getByLabelText("Rows above the first line")).toHaveProperty("value", "3");
});

test("an OFX file needs no columns told", async () => {
  const core = await sitAtDesk(statement, {}, "clerk&ofx");
  await press("Choose a statement");
  expect(await screen.findByText(/This kind of file says itself what is what/)).toBeTruthy();
  expect(screen.queryByLabelText("Column 1 is")).toBeNull();
  await press("Compare with the payments");
  expect(await screen.findByRole("heading", { name: "The statement and your payments" })).toBeTruthy();
  expect(core.calls.find(({ command }) => command === "read_ofx_statement")?.args).toEqual({
    ledgerId: "l1",
    path: "/home/anita/Downloads/statement.ofx",
  });
});

test.each([
  { kind: "formula" as const, row: 3, column: 2 },
  { kind: "encoding" as const },
  { kind: "lineTooLong" as const, row: 1 },
])("a file refused as $kind says which row and that nothing was changed", async (refusal) => {
  const core = await sitAtDesk(
    statement,
    { pick_statement: () => ({ state: "refused", fileName: "odd.csv", refusal }) },
    "clerk",
  );
  await press("Choose a statement");
  const { title, body } = tableRefusal(refusal);
  expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
  expect(screen.getByText(body).textContent).toContain("Nothing was changed.");
  expect(screen.getByText("odd.csv")).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "confirm_matches")).toBe(false);
});

test("a statement refused while it is read keeps the choices", async () => {
  await sitAtDesk(
    statement,
    { read_statement: () => ({ state: "refused", refusal: { kind: "mixedDates", row: 9, text: "03/27/2022" } }) },
    "clerk",
  );
  await press("Choose a statement");
  await userEvent.selectOptions(await screen.findByLabelText("Column 2 is"), "Reference");
  await press("Compare with the payments");
  expect(await screen.findByRole("heading", { name: /Row 9: “03\/27\/2022” is written in another way/ })).toBeTruthy();
  expect(screen.getByLabelText("Column 2 is")).toHaveProperty("value", "reference");
});

test("long reading shows how far it is and can be stopped, and stopping is no fault", async () => {
  let stop: (() => void) | undefined;
  const core = await sitAtDesk(
    statement,
    {
      read_statement: () =>
        new Promise((_, refuse) => {
          stop = () => refuse(new Refusal({ code: "stopped" }));
        }),
      stop_work: () => {
        stop?.();
        return null;
      },
    },
    "clerk",
  );
  await press("Choose a statement");
  await press("Compare with the payments");
  await screen.findByText("Reading the file...");
  await core.workDone(4_000, 10_000);
  expect(await screen.findByText("4,000 of 10,000 lines. You can go on working.")).toBeTruthy();
  await press("Stop");
  expect(await screen.findByLabelText("Column 1 is")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("only what the reference proves is ticked; nothing changes before Confirm, and then only what is ticked", async () => {
  const core = await sitAtDesk(statement, {}, "clerk");
  await press("Choose a statement");
  await press("Compare with the payments");
  const sure = await screen.findByRole("checkbox", { name: "The payment of CC-2022-005" });
  expect(sure).toHaveProperty("checked", true);
  const unsure = screen.getByRole("checkbox", { name: "The payment of CC-2022-002" });
  expect(unsure).toHaveProperty("checked", false);
  expect(screen.getByText("Amount only: look at the words")).toBeTruthy();
  // Confirmed before: nothing to tick.
  expect(screen.queryByRole("checkbox", { name: "The payment of CC-2022-003" })).toBeNull();
  await userEvent.click(unsure);
  await tab(/^Not sure/);
  await userEvent.click(await screen.findByRole("radio", { name: "FP TODDLERS" }));
  expect(core.calls.some(({ command }) => command === "confirm_matches")).toBe(false);
  await press("Confirm 3 matches");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "confirm_matches")?.args.input).toEqual({
      ledgerId: "l1",
      matches: [
        { paymentId: "pay1", back: false, line: 12 },
        { paymentId: "pay2", back: false, line: 13 },
        { paymentId: "pay4", back: false, line: 22 },
      ],
    }),
  );
  expect(await screen.findByText("3 matches are confirmed.")).toBeTruthy();
});

test("with nothing ticked, Confirm says so and sends nothing", async () => {
  const core = await sitAtDesk(statement, {}, "clerk");
  await press("Choose a statement");
  await press("Compare with the payments");
  await userEvent.click(await screen.findByRole("checkbox", { name: "The payment of CC-2022-005" }));
  await press("Confirm 0 matches");
  expect(await screen.findByText("Tick what fits first. Then confirm it.")).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "confirm_matches")).toBe(false);
});

test("each kind of line has its own plain explanation", async () => {
  await sitAtDesk(statement, {}, "clerk");
  await press("Choose a statement");
  await press("Compare with the payments");
  await tab(/^Not on the statement/);
  expect(await screen.findByText(/no line fits. Ask the bank/)).toBeTruthy();
  expect(screen.getByRole("row", { name: /Riverside Walking Group.*185.50/ })).toBeTruthy();
  await tab(/^Other lines/);
  expect(await screen.findByText(/They fit no payment. That is usual/)).toBeTruthy();
  expect(screen.getByText("BACS LOCAL TRUST DRAWDOWN")).toBeTruthy();
});

test("a payment that came back is recorded from its line, with the day of the line, and the statement is compared again", async () => {
  const core = await sitAtDesk(statement, {}, "clerk");
  await press("Choose a statement");
  await press("Compare with the payments");
  await tab(/^Came back/);
  await press("Record that it came back: CC-2022-011");
  const panel = within(await screen.findByRole("complementary", { name: "A payment that came back" }));
  expect(panel.getByLabelText("Day")).toHaveProperty("value", "13");
  await userEvent.type(panel.getByLabelText("Why?"), "Account closed");
  await userEvent.click(panel.getByRole("button", { name: "Record it" }));
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "clerk_undo")?.args.input).toEqual({
      ledgerId: "l1",
      paymentId: "pay6",
      way: "returned",
      on: { day: "13", month: "1", year: "2023" },
      reason: "Account closed",
    }),
  );
  await waitFor(() => expect(core.calls.filter(({ command }) => command === "read_statement")).toHaveLength(2));
});

test("a statement where everything fits says so under each tab", async () => {
  const none = { matched: [], doubtful: [], missing: [], cameBack: [], unknown: 0, unknownLines: [] };
  await sitAtDesk(
    statement,
    { read_statement: () => ({ state: "read", reconciliation: { ...reconciliation, ...none } }) },
    "clerk",
  );
  await press("Choose a statement");
  await press("Compare with the payments");
  expect(await screen.findByText(/No line fits a payment for sure/)).toBeTruthy();
  await tab(/^Not on the statement/);
  expect(await screen.findByText(/Every payment of this time is on the statement/)).toBeTruthy();
});
