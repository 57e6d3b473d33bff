import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { GrantView } from "$lib/ipc";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import { session } from "$shell/session.svelte";
import { grantList, grantView, poppyfield, session as open, views } from "../../test/grants";
import PaymentPanel from "./PaymentPanel.svelte";
import PaymentsScreen from "./PaymentsScreen.svelte";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({
    list_grants: () => grantList("all"),
    grant: ({ grantId }) => views[String(grantId)],
    reveal_account: () => ({ accountName: "Brightwater Steel Pans", sortCode: "309430", accountNumber: "00124471" }),
    ...handlers,
  });

function panel(grant: GrantView, handlers: Record<string, Handler> = {}) {
  const asked = core({ grant: () => grant, ...handlers });
  let closed = 0;
  render(PaymentPanel, { id: grant.id, onclose: () => closed++ });
  return { asked, closed: () => closed };
}

beforeEach(() => {
  session.sit({ ...open });
});

test("the keyboard goes from a row to its panel, and back to the row", async () => {
  core();
  render(PaymentsScreen);
  const row = await screen.findByRole("row", { name: /Poppyfield Lunch Club/ });
  row.focus();
  await userEvent.keyboard("{ArrowUp}{Enter}");
  const heading = await screen.findByRole("heading", { name: "Brightwater Steel Pans" });
  await expect.poll(() => document.activeElement).toBe(heading);
  expect(screen.getByRole("row", { name: /Brightwater/ }).getAttribute("aria-selected")).toBe("true");

  await userEvent.click(screen.getByRole("button", { name: /Close/ }));
  expect(screen.queryByRole("heading", { name: "Brightwater Steel Pans" })).toBeNull();
  await expect.poll(() => document.activeElement?.textContent).toContain("CC-2022-005");
});

test("the order and the filter are asked of the core", async () => {
  const asked = core();
  render(PaymentsScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Left to pay" }));
  await userEvent.type(screen.getByLabelText("Group, reference or amount"), "pans");
  const last = () => asked.calls.filter(({ command }) => command === "list_grants").at(-1)?.args.input;
  await expect.poll(last).toMatchObject({ sort: "left", descending: false, text: "pans" });
});

test("a refused payment shows the figure and keeps what was typed", async () => {
  const { asked } = panel(grantView(), {
    record_payment: () => {
      throw new Refusal({
        code: "grantRefused",
        refusal: { kind: "exceedsGrant", grantedPence: 45_000, leftPence: 22_500, overPence: 7_500 },
      });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: /Record payment/ }));
  const amount = await screen.findByLabelText("Amount in pounds");
  // The next agreed part, today and the grant's reference stand there already.
  expect(amount).toHaveProperty("value", "225.00");
  expect(screen.getByLabelText("Bank reference")).toHaveProperty("value", "CC-2022-005");
  expect(screen.getByLabelText("Day")).toHaveProperty("value", "17");
  await userEvent.clear(amount);
  await userEvent.type(amount, "300");
  await userEvent.click(screen.getByRole("button", { name: "Record payment" }));

  const alert = await screen.findByRole("alert");
  expect(within(alert).getByText("This payment cannot be recorded")).toBeTruthy();
  const link = within(alert).getByRole("link", { name: "£300.00 is £75.00 more than is left to pay" });
  expect(screen.getByText(/Only a new decision can raise the amount/)).toBeTruthy();
  expect(screen.getByLabelText("Amount in pounds")).toHaveProperty("value", "300");
  await userEvent.click(link);
  expect(document.activeElement).toBe(screen.getByLabelText("Amount in pounds"));
  expect(asked.calls.find(({ command }) => command === "record_payment")?.args.input).toEqual({
    grantId: "g5",
    amount: "300",
    paidOn: { day: "17", month: "1", year: "2023" },
    reference: "CC-2022-005",
    method: "bankTransfer",
  });
});

test("what must be put right stands beside its field", async () => {
  panel(grantView(), {
    record_payment: () => {
      throw new Refusal({ code: "fields", problems: [{ field: "paidOn", fault: "noMonth", most: null }] });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: /Record payment/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Record payment" }));
  expect(await screen.findAllByText(/The date it left the account must include a month/)).toHaveLength(2);
});

test("the numbers of the account are hidden until asked for, and again when the window is left", async () => {
  const { asked } = panel(grantView());
  expect(await screen.findByText("ending 4471")).toBeTruthy();
  expect(asked.calls.some(({ command }) => command === "reveal_account")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Show the numbers" }));
  expect(await screen.findByText("00124471")).toBeTruthy();
  window.dispatchEvent(new Event("blur"));
  await expect.poll(() => screen.queryByText("00124471")).toBeNull();
});

test("a member who may not handle accounts is not offered the numbers", async () => {
  session.sit({ ...open, may: ["readSealed"] });
  panel(grantView());
  expect(await screen.findByText("ending 4471")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show the numbers" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Record payment/ })).toBeNull();
});

test("a changed account says to phone first, and phoning is the way that is offered", async () => {
  panel(poppyfield);
  expect(await screen.findByRole("heading", { name: "Do not pay yet" })).toBeTruthy();
  expect(screen.getByText(/changed on 12 January 2023.*Phone the group first/)).toBeTruthy();
  const compared = within(screen.getByRole("table", { name: "The account before and now" }));
  expect(compared.getByRole("row", { name: "Account ending 6620 ending 9034" }).className).toContain("is-changed");
  expect(compared.getByRole("row", { name: "Recorded 4 November 2022 12 January 2023" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Check the account" }));
  expect(await screen.findByRole("radio", { name: "Group phoned" })).toHaveProperty("checked", true);
});

test("a payment is returned or voided with a reason, and never removed", async () => {
  const { asked } = panel(grantView(), { undo_payment: () => null });
  await userEvent.click(await screen.findByRole("button", { name: /Returned or wrong/ }));
  await userEvent.click(await screen.findByRole("radio", { name: "It was recorded by mistake" }));
  await userEvent.type(screen.getByLabelText("Why?"), "Typed twice");
  await userEvent.click(screen.getByRole("button", { name: "Record it" }));
  await expect
    .poll(() => asked.calls.find(({ command }) => command === "undo_payment")?.args.input)
    .toMatchObject({ paymentId: "pay1", way: "voided", reason: "Typed twice" });
  expect(screen.queryByRole("button", { name: /delete|remove/i })).toBeNull();
});
