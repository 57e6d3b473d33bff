import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore, type Handler } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { grantList, session as open } from "../../test/grants";
import { packPlan, receipt, refusedReceipt } from "../../test/payments";
import PackScreen from "./PackScreen.svelte";
import PaymentsScreen from "./PaymentsScreen.svelte";
import ReceiptScreen from "./ReceiptScreen.svelte";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({ payment_pack_plan: () => packPlan, list_grants: () => grantList("all"), ...handlers });
const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole("button", { name }));

beforeEach(() => {
  session.sit({ ...open });
});

test("it says what goes and to whom before a pack is made, and where it was saved", async () => {
  const { calls } = core({ save_payment_pack: () => "/home/joan/Packs/payments.chestpack" });
  render(PackScreen);
  expect(await screen.findByText("£875.00 to pay. Every check is done.")).toBeTruthy();
  expect(screen.getByText(/They do not go: the group has not been told/)).toBeTruthy();
  expect(screen.getByText(/Priya Shaw cannot be sent a pack yet: no keys/)).toBeTruthy();
  await userEvent.click(screen.getByRole("checkbox", { name: "Tom Ashdown" }));
  await press("Make the pack");
  expect(await screen.findByText("/home/joan/Packs/payments.chestpack")).toBeTruthy();
  expect(calls.find(({ command }) => command === "save_payment_pack")?.args).toEqual({ clerks: ["c1"] });
  expect(screen.getByText("10 January 2023, 9:12am, for Anita Joyce and Tom Ashdown")).toBeTruthy();
});

test("a pack for nobody is not made", async () => {
  const { calls } = core();
  render(PackScreen);
  for (const name of ["Anita Joyce", "Tom Ashdown"])
    await userEvent.click(await screen.findByRole("checkbox", { name }));
  await press("Make the pack");
  expect(screen.getByText("Tick at least one person")).toBeTruthy();
  expect(calls.some(({ command }) => command === "save_payment_pack")).toBe(false);
});

test("where the folder was not chosen nothing is said to be made", async () => {
  core({ save_payment_pack: () => null });
  render(PackScreen);
  await press("Make the pack");
  expect(screen.queryByText("The pack is made")).toBeNull();
});

test("without a clerk it says how somebody at the LTO comes to be one", async () => {
  core({ payment_pack_plan: () => ({ ...packPlan, clerks: [] }) });
  render(PackScreen);
  expect(await screen.findByText("Nobody at the LTO can be sent anything yet")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Make the pack" })).toBeNull();
});

test("the list of payments leads to both, and only for those who handle accounts", async () => {
  core({ pick_payment_receipt: () => receipt });
  const { unmount } = render(PaymentsScreen);
  await userEvent.click(await screen.findByRole("link", { name: "Send payments to the LTO" }));
  expect(navigation.screen).toEqual({ name: "paymentPack" });
  await press("Bring in what the LTO paid");
  await expect.poll(() => navigation.screen).toEqual({ name: "paymentReceipt", found: receipt });
  unmount();
  session.sit({ ...open, may: ["readSealed"] });
  render(PaymentsScreen);
  await screen.findByRole("heading", { name: "Payments" });
  expect(screen.queryByRole("button", { name: "Bring in what the LTO paid" })).toBeNull();
});

test("each fact of a receipt is shown before it is taken in, and then it says how many were", async () => {
  const { calls } = core({ take_in_payment_receipt: () => 4 });
  render(ReceiptScreen, { found: receipt });
  expect(screen.getByText("4 new records. £465.00 was paid.")).toBeTruthy();
  const table = within(screen.getByRole("table", { name: "What the receipt brings" }));
  const row = (name: RegExp) => table.getByRole("row", { name });
  expect(
    row(/Brightwater.*£225.00 paid on 13 January 2023, by bank transfer.*Approved by Tom Ashdown.*New$/),
  ).toBeTruthy();
  // It was paid to the account that stood before: it happened, and somebody should look.
  expect(row(/Poppyfield.*£240.00 paid.*Look at this.*It went to the account that stood before/)).toBeTruthy();
  expect(screen.getByText("A payment went to an account that has changed since")).toBeTruthy();
  expect(row(/Poppyfield.*The bank shows a close match.*It shows “POPPYFIELD LUNCH”/)).toBeTruthy();
  expect(row(/Thursday Stitchers.*£207.40 came back on 16 January 2023.*The account was closed/)).toBeTruthy();
  expect(row(/Merrybank.*£400.00 seen on the bank statement on 13 August 2022.*Here already/)).toBeTruthy();
  await press("Take it in");
  expect(await screen.findByRole("heading", { name: "4 records are taken in" })).toBeTruthy();
  expect(calls.find(({ command }) => command === "take_in_payment_receipt")?.args).toEqual({
    path: "/media/stick/receipt.chestpack",
  });
  expect(screen.queryByRole("button", { name: "Take it in" })).toBeNull();
});

test("one fact that cannot stand refuses the whole receipt, with its figure", async () => {
  core();
  render(ReceiptScreen, { found: refusedReceipt });
  const alert = await screen.findByRole("alert");
  expect(within(alert).getByText("This receipt cannot be taken in")).toBeTruthy();
  expect(screen.getByText(/£225.00 is £225.00 more than is left to pay/)).toBeTruthy();
  expect(screen.getByRole("row", { name: /Not in this register.*Not known here/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Take it in" })).toBeNull();
});

test("a receipt that was brought in before has nothing to take in", () => {
  core();
  render(ReceiptScreen, { found: { ...receipt, facts: [], new: 0, paidPence: 0, mayTakeIn: false } as typeof receipt });
  expect(screen.getByText("Everything in this receipt is here already")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Take it in" })).toBeNull();
});

test("a file that is no receipt says why, and nothing was changed", () => {
  core();
  render(ReceiptScreen, { found: { state: "refused", fileName: "notes.txt", why: "unknownSender" } });
  expect(screen.getByRole("heading", { level: 1, name: "We do not know who signed this pack" })).toBeTruthy();
  expect(screen.getByText(/Only a clerk with keys, whose card you confirmed/)).toBeTruthy();
  expect(screen.getByText("File: notes.txt")).toBeTruthy();
});
