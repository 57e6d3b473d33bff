import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { reviewing } from "$features/reviewer/sitting.svelte";
import { ledgerSample, waitingRun } from "../../kit/clerk";
import { sitAtDesk } from "../../test/desk";

const ledger = { at: "ledger", ledgerId: "l1" } as const;
const run = { at: "run", ledgerId: "l1", runId: "r2" } as const;
const press = async (name: RegExp | string): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

test("ticked grants make a run with a day and references, and the run says what comes next", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Tick CC-2022-005" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Tick CC-2022-011" }));
  await press(/Make a run of 2/);
  expect(await screen.findByText("2 payments on one day.")).toBeTruthy();
  expect(screen.getByLabelText("Bank reference for CC-2022-005")).toHaveProperty("value", "CC-2022-005 2OF2");
  const amount = screen.getByLabelText("Amount for CC-2022-011, in pounds");
  await userEvent.clear(amount);
  await userEvent.type(amount, "200");
  await press("Make the run");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "make_run")?.args.input).toEqual({
      ledgerId: "l1",
      payOn: { day: "17", month: "1", year: "2023" },
      rows: [
        { grantId: "g5", amount: "225.00", reference: "CC-2022-005 2OF2" },
        { grantId: "g11", amount: "200", reference: "CC-2022-011" },
      ],
    }),
  );
  expect(await screen.findByRole("heading", { name: "Run of 2 payments" })).toBeTruthy();
  expect(screen.getByText("May be paid")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Record it as paid" })).toBeTruthy();
});

test("a refused run names the payment, leads to its box and keeps what was typed", async () => {
  await sitAtDesk(
    ledger,
    {
      make_run: () => {
        throw new Refusal({
          code: "runRefused",
          refusal: { kind: "moreThanLeft", grantReference: "CC-2022-011", leftPence: 21_000 },
        });
      },
    },
    "clerk",
  );
  await press("Tick all that are ready");
  await press(/Make a run of 3/);
  const amount = await screen.findByLabelText("Amount for CC-2022-011, in pounds");
  await userEvent.clear(amount);
  await userEvent.type(amount, "900");
  await press("Make the run");
  const alert = within(await screen.findByRole("alert"));
  await userEvent.click(alert.getByRole("link", { name: "The amount for CC-2022-011 is more than is left to pay" }));
  expect(document.activeElement).toBe(amount);
  expect(amount).toHaveProperty("value", "900");
  // Going back to the list and coming again keeps it too.
  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await press(/Make a run of 3/);
  expect(await screen.findByLabelText("Amount for CC-2022-011, in pounds")).toHaveProperty("value", "900");
});

test("fields of a run that must be put right stand beside their boxes, by the number of the payment", async () => {
  await sitAtDesk(
    ledger,
    {
      make_run: () => {
        throw new Refusal({
          code: "fields",
          problems: [
            { field: "rows.1.reference", fault: "missing", most: null },
            { field: "payOn", fault: "noMonth", most: null },
          ],
        });
      },
    },
    "clerk",
  );
  await press("Tick all that are ready");
  await press(/Make a run of 3/);
  await press("Make the run");
  expect(await screen.findAllByText(/The bank reference of payment 2 is missing/)).toHaveLength(2);
  expect(screen.getAllByText(/The pay day must include a month/)).toHaveLength(2);
});

test("with two people nothing is paid alone: the maker is told who sits down next", async () => {
  await sitAtDesk(ledger, {}, "clerk&two");
  expect(await screen.findByRole("button", { name: /Make a run/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Record payment/ })).toBeNull();
  await press("Tick all that are ready");
  await press(/Make a run of 3/);
  expect(await screen.findByText(/lock your desk. Dev Rana then unlocks their own desk on this computer/)).toBeTruthy();
  await press("Make the run, to be approved");
  expect(await screen.findByRole("heading", { name: "A second person must approve it" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Approve the run" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Record it as paid" })).toBeNull();
});

test("the second person sees each payment and the sum, and approves after one question", async () => {
  const core = await sitAtDesk(run, {}, "clerk&two");
  expect(await screen.findByText(/Dev Rana made this run/)).toBeTruthy();
  const rows = within(screen.getByRole("table", { name: "Payments of this run" }));
  expect(rows.getByRole("row", { name: /Foxglove.*ending 2208.*210.00/ })).toBeTruthy();
  expect(rows.getByText("£395.50")).toBeTruthy();
  await press("Approve the run");
  expect(await screen.findByRole("heading", { name: "Approve £395.50 in 2 payments?" })).toBeTruthy();
  await press("Approve it");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "approve_run")?.args.input).toEqual({
      ledgerId: "l1",
      runId: "r2",
      approved: true,
      reason: "",
    }),
  );
  await press("Record it as paid");
  await press("Record as paid");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "pay_run")?.args.input).toEqual({
      ledgerId: "l1",
      runId: "r2",
      paidOn: { day: "20", month: "1", year: "2023" },
    }),
  );
  expect(await screen.findByText("Send each payee their remittance advice.")).toBeTruthy();
});

test("a run is sent back with a reason, which stays in the dialog when it is refused", async () => {
  let asks = 0;
  await sitAtDesk(
    run,
    {
      approve_run: () => {
        asks += 1;
        throw asks === 1
          ? new Refusal({ code: "fields", problems: [{ field: "reason", fault: "missing", most: null }] })
          : new Refusal({ code: "runRefused", refusal: { kind: "ownRun" } });
      },
    },
    "clerk&two",
  );
  await press("Send it back");
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Send it back" }));
  expect(await dialog.findAllByText(/The reason is missing/)).toHaveLength(2);
  await userEvent.type(dialog.getByLabelText("Why?"), "The second amount is wrong");
  await userEvent.click(dialog.getByRole("button", { name: "Send it back" }));
  expect(await dialog.findByText("You cannot approve your own run")).toBeTruthy();
  expect(dialog.getByLabelText("Why?")).toHaveProperty("value", "The second amount is wrong");
});

test("what has come in the way of a run since is shown at its payment", async () => {
  const [first, ...rest] = waitingRun.rows;
  if (!first) throw new Error("the sample has rows");
  const barred = { ...waitingRun, rows: [{ ...first, bars: ["accountChanged" as const] }, ...rest] };
  await sitAtDesk(run, { clerk_ledger: () => ({ ...ledgerSample, runs: [barred] }) }, "clerk");
  expect(await screen.findByRole("heading", { name: "Something has come in the way" })).toBeTruthy();
  expect(screen.getByText("Bank details changed")).toBeTruthy();
});

test("the list of runs says who made each and how far it has come, and Enter opens one", async () => {
  await sitAtDesk({ at: "runs", ledgerId: "l1" }, {}, "clerk&two");
  const row = await screen.findByRole("row", { name: /20 January 2023.*Dev Rana.*Waits for a second person/ });
  row.focus();
  await userEvent.keyboard("{Enter}");
  expect(reviewing.place).toEqual(run);
});

test("a bank file shows names and references as they will be cut before it can be saved", async () => {
  const core = await sitAtDesk({ at: "bankFile", ledgerId: "l1", runId: "r2" }, {}, "clerk&two");
  await screen.findByRole("radio", { name: "Paygate CSV" });
  expect(screen.queryByRole("button", { name: "Save the bank file" })).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "BACS Standard 18" }));
  await userEvent.type(await screen.findByLabelText("Sort code"), "30-94-30");
  await press("Show what will be in it");
  expect(await screen.findByText("FOXGLOVE CLOSE STR")).toBeTruthy();
  expect(screen.getByText(/2 names or references are shorter or changed/)).toBeTruthy();
  await press("Save the bank file");
  expect(await screen.findByText(/delete it once the bank has it/)).toBeTruthy();
  expect(core.calls.find(({ command }) => command === "save_bank_file")?.args.input).toMatchObject({
    layout: "standard18",
    ownSortCode: "30-94-30",
  });
  // Another layout is another file: it must be looked at first.
  await userEvent.click(screen.getByRole("radio", { name: "Paygate CSV" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Save the bank file" })).toBeNull());
});

test("a paper is opened with Ctrl P and saved, in the size that was chosen", async () => {
  const core = await sitAtDesk({ at: "paper", ledgerId: "l1", runId: "r2", paper: "paymentList" }, {}, "clerk&two");
  expect(await screen.findByRole("heading", { name: "Payment list" })).toBeTruthy();
  await userEvent.click(await screen.findByRole("radio", { name: "Large print, 18 point" }));
  await userEvent.keyboard("{Control>}p{/Control}");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "open_clerk_paper")?.args.input).toEqual({
      ledgerId: "l1",
      paper: "paymentList",
      runId: "r2",
      paymentId: null,
      size: "large",
    }),
  );
  await press("Save as PDF");
  expect(await screen.findByText("Saved in /home/anita/Documents/payment-list.pdf")).toBeTruthy();
});
