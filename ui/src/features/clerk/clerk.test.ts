import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { reviewing } from "$features/reviewer/sitting.svelte";
import { ledgerSample } from "../../kit/clerk";
import { sitAtDesk } from "../../test/desk";

const ledger = { at: "ledger", ledgerId: "l1" } as const;
const packs = { at: "packs" } as const;
const press = async (name: RegExp | string): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const openAll = async (name: RegExp): Promise<void> => {
  await userEvent.click(await screen.findByRole("link", { name: /^All/ }));
  await userEvent.click(await screen.findByRole("row", { name }));
};

test("the desk lists the payments of a partnership beside the packs: ready, waiting and not sent", async () => {
  await sitAtDesk(packs, {}, "clerk&unsent");
  expect(await screen.findByRole("heading", { name: "Work that was sent to you" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Allenton Big Local" })).toBeTruthy();
  expect(screen.getByText(/3 ready to pay, 6 waiting/).textContent).toContain("£620.50 may be paid now");
  await reviewing.refresh();
  expect(await screen.findByText("3 things are not sent yet.")).toBeTruthy();
  await press("Open the payments of Allenton Big Local");
  expect(reviewing.place).toEqual(ledger);
});

test("a payment pack that arrives is on the desk, and opens the payments", async () => {
  await sitAtDesk(packs, {}, "clerk&packs=payments");
  await press("Open a pack");
  expect(
    await screen.findByRole("heading", { name: "The payments of Allenton Big Local are on your desk" }),
  ).toBeTruthy();
  await press("Open");
  expect(await screen.findByRole("heading", { name: "Payments" })).toBeTruthy();
});

test("the ledger shows what is ready, waiting and paid, with a state in words and the bank in one line", async () => {
  await sitAtDesk(ledger, {}, "clerk");
  const tabs = within(await screen.findByRole("navigation", { name: "Payments" }));
  expect(tabs.getAllByRole("link").map(({ textContent }) => textContent.trim())).toEqual([
    "Ready to pay3",
    "Waiting6",
    "Paid3",
    "All12",
  ]);
  expect(screen.getByText("£16,765.00 must still be in the bank for this partnership.")).toBeTruthy();
  await userEvent.click(tabs.getByRole("link", { name: /Waiting/ }));
  for (const state of ["Bank details changed", "The group has not signed", "A condition is not met", "No bank details"])
    expect(screen.getByText(state)).toBeTruthy();
});

test.each([
  ["steel", 1],
  ["CC-2022-007", 1],
  ["£240", 1],
  ["nothing like it", 0],
])("the filter finds %s by payee, reference or amount", async (typed, found) => {
  await sitAtDesk(ledger, {}, "clerk");
  await userEvent.click(await screen.findByRole("link", { name: /^All/ }));
  await userEvent.type(screen.getByLabelText("Payee, reference or amount"), typed);
  if (found === 0) expect(await screen.findByText("No grant fits that.")).toBeTruthy();
  else await waitFor(() => expect(screen.getAllByRole("row").length).toBe(found + 1));
});

test("the keyboard goes from a row to its panel and back, ticks with Space and records with Ctrl N", async () => {
  await sitAtDesk(ledger, {}, "clerk");
  const row = await screen.findByRole("row", { name: /Brightwater/ });
  row.focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(await screen.findByRole("heading", { name: "Foxglove Close Street Play" })).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("CC-2022-011"));
  expect(reviewing.place).toEqual(ledger);
  await userEvent.keyboard(" {ArrowUp} ");
  expect(await screen.findByText("2 ticked.")).toBeTruthy();
  await userEvent.keyboard(" {ArrowDown} ");
  expect(screen.queryByText(/ticked\./)).toBeNull();
  await userEvent.keyboard("{Control>}n{/Control}");
  expect(await screen.findByRole("heading", { name: "Record a payment" })).toBeTruthy();
});

test("a refused payment shows the figure and keeps what was typed; a good one goes to the core as typed", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await press(/Record payment/);
  const amount = await screen.findByLabelText("Amount in pounds");
  expect(amount).toHaveProperty("value", "225.00");
  expect(screen.getByLabelText("Bank reference")).toHaveProperty("value", "CC-2022-005 2OF2");
  await userEvent.clear(amount);
  await userEvent.type(amount, "300");
  await press("Record payment");
  const alert = await screen.findByRole("alert");
  expect(within(alert).getByText("This payment cannot be recorded")).toBeTruthy();
  expect(within(alert).getByRole("link", { name: "£300.00 is £75.00 more than is left to pay" })).toBeTruthy();
  expect(amount).toHaveProperty("value", "300");
  await userEvent.clear(amount);
  await userEvent.type(amount, "225");
  await press("Record payment");
  expect(await screen.findByText("£225.00 to Brightwater Steel Pans is recorded.")).toBeTruthy();
  expect(core.calls.findLast(({ command }) => command === "clerk_pay")?.args.input).toEqual({
    ledgerId: "l1",
    grantId: "g5",
    amount: "225",
    paidOn: { day: "17", month: "1", year: "2023" },
    reference: "CC-2022-005 2OF2",
    method: "bankTransfer",
  });
  // The co-ordinator does not know of it yet.
  expect(await screen.findByText("1 thing is not sent yet")).toBeTruthy();
});

test("a changed account says to phone first, compares, and the check is what is offered", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await openAll(/Poppyfield/);
  expect(await screen.findByRole("heading", { name: "Do not pay yet" })).toBeTruthy();
  const compared = within(screen.getByRole("table", { name: "The account before and now" }));
  expect(compared.getByRole("row", { name: "Account ending 6620 ending 9034" }).className).toContain("is-changed");
  await userEvent.click(screen.getAllByRole("button", { name: "Check the account" }).at(-1) as HTMLElement);
  expect(await screen.findByRole("radio", { name: "Group phoned" })).toHaveProperty("checked", true);
  await press("Record the check");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "clerk_check")?.args.input).toMatchObject({
      grantId: "g7",
      method: "phoned",
    }),
  );
});

test("what stands in the way is said in sentences, all of it", async () => {
  await sitAtDesk(ledger, {}, "clerk");
  await openAll(/Night Owls/);
  const note = (await screen.findByRole("heading", { name: "What stands in the way" })).closest(".cc-note");
  expect(note?.textContent).toContain("A condition is not met yet");
  expect(note?.textContent).toContain("The bank details are not checked");
  expect(screen.getByText("Show a safeguarding policy")).toBeTruthy();
  expect(screen.getByText("Not met yet")).toBeTruthy();
});

test("the numbers are hidden until asked for, and again when the window is left", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await openAll(/Brightwater/);
  expect(await screen.findByText("ending 4471")).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "clerk_account")).toBe(false);
  await press("Show the numbers");
  expect(await screen.findByText("00124471")).toBeTruthy();
  window.dispatchEvent(new Event("blur"));
  await waitFor(() => expect(screen.queryByText("00124471")).toBeNull());
});

test("what the bank said about the name is recorded with the name it showed and what was done", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await openAll(/Brightwater/);
  await press("What the bank said");
  await userEvent.click(await screen.findByRole("radio", { name: "The name nearly matches" }));
  await userEvent.type(screen.getByLabelText("The name the bank showed"), "B STEEL PANS");
  await userEvent.type(screen.getByLabelText("What did you do then?"), "Phoned the treasurer");
  await press("Record what it said");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "clerk_confirm")?.args.input).toEqual({
      ledgerId: "l1",
      grantId: "g5",
      outcome: "closeMatch",
      bankName: "B STEEL PANS",
      action: "Phoned the treasurer",
      seenOn: { day: "17", month: "1", year: "2023" },
    }),
  );
});

test("the signed agreement is opened over the page, and who signed is said beside it", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await openAll(/Brightwater/);
  expect(await screen.findByText("Sofia Brandt, Treasurer, 28 October 2022")).toBeTruthy();
  await press("Open the signed agreement");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "clerk_agreement")?.args.input).toEqual({
      ledgerId: "l1",
      grantId: "g5",
    }),
  );
});

test("a payment is undone with a reason, by the ledger's own command", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk");
  await openAll(/Thursday Stitchers/);
  await press(/Returned or wrong/);
  await userEvent.type(await screen.findByLabelText("Why?"), "Account closed");
  await press("Record it");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "clerk_undo")?.args.input).toMatchObject({
      ledgerId: "l1",
      paymentId: "pay1",
      way: "returned",
      reason: "Account closed",
    }),
  );
  expect(core.calls.some(({ command }) => command === "undo_payment")).toBe(false);
});

test("what was done is saved for the co-ordinator; leaving before that is asked once", async () => {
  const core = await sitAtDesk(ledger, {}, "clerk&unsent");
  expect(await screen.findByText("Joan does not know of 3 things that you did here.")).toBeTruthy();
  expect(screen.getByText("3 things are not sent yet")).toBeTruthy();
  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(await screen.findByRole("heading", { name: "Leave these payments now?" })).toBeTruthy();
  expect(reviewing.place).toEqual(ledger);
  await press("Stay");
  await press("Save what you did for Joan");
  expect(await screen.findByRole("heading", { name: "What you did is saved" })).toBeTruthy();
  expect(screen.getByText("3 things are in /media/stick/pack 51C8-77A0.chestpack.")).toBeTruthy();
  expect(core.calls.find(({ command }) => command === "save_clerk_receipt")?.args).toEqual({ ledgerId: "l1" });
  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(reviewing.place).toEqual(packs);
});

test("about the ledger: what the tables are and who gives them, and removing is refused while something is unsent", async () => {
  const core = await sitAtDesk({ at: "aboutLedger", ledgerId: "l1" }, {}, "clerk&unsent");
  expect(await screen.findByText(/Pay.UK and Vocalink publish them/)).toBeTruthy();
  await press("Load the tables");
  expect(await screen.findByText("1,041 rules are loaded.")).toBeTruthy();
  await press("Remove this ledger");
  expect(screen.getByText(/Something that you did is not sent yet/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Remove it" })).toBeNull();
  await press("Keep it");
  await press(/Save what you did/);
  await press("Remove this ledger");
  await press("Remove it");
  await waitFor(() => expect(reviewing.place).toEqual(packs));
  expect(core.calls.some(({ command }) => command === "remove_ledger")).toBe(true);
});

test("the list of keys is true: it names the keys of the ledger, and Esc goes up from what is open in it", async () => {
  await sitAtDesk({ at: "runs", ledgerId: "l1" }, {}, "clerk");
  await screen.findByRole("heading", { name: "Runs of payments" });
  await userEvent.keyboard("{F1}");
  expect(await screen.findByText("Tick the row for a run")).toBeTruthy();
  await press("Close");
  await userEvent.keyboard("{Escape}");
  expect(reviewing.place).toEqual(ledger);
  await userEvent.keyboard("{Escape}");
  expect(reviewing.place).toEqual(ledger);
});

test("a ledger that cannot be read says why", async () => {
  await sitAtDesk(
    ledger,
    {
      clerk_ledger: () => {
        throw new Refusal({ code: "damaged" });
      },
    },
    "clerk",
  );
  expect(await screen.findByRole("alert")).toBeTruthy();
});

test("an empty ledger says what will be here", async () => {
  await sitAtDesk(ledger, { clerk_ledger: () => ({ ...ledgerSample, grants: [] }) }, "clerk");
  expect(await screen.findByRole("heading", { name: "Nothing to pay yet" })).toBeTruthy();
});
