import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { PlanRefusal, Spendometer } from "$lib/ipc";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import { session } from "$shell/session.svelte";
import { toast } from "$shell/toast.svelte";
import { bank, budgetCore, spendCell, spendometer } from "../../kit/budget";
import { session as open } from "../../kit/sample";
import AwardsScreen from "./AwardsScreen.svelte";
import BankScreen from "./BankScreen.svelte";
import VirementsScreen from "./VirementsScreen.svelte";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({ ...budgetCore(new URLSearchParams()), ...handlers });
const refusing = (refusal: PlanRefusal) => () => {
  throw new Refusal({ code: "planRefused", refusal });
};
type Core = ReturnType<typeof fakeCore>;
const sent = (from: Core, command: string): unknown[] =>
  from.calls.filter((call) => call.command === command).map(({ args }) => args.input);

beforeEach(() => {
  session.sit({ ...open });
});

test("money that was moved is listed with its places, its reason and who decided", async () => {
  core();
  render(VirementsScreen);
  const row = await screen.findByRole("row", { name: /15 December 2022/ });
  expect(row.textContent).toContain("1.3 Community celebration events, Oct to Mar 2023");
  expect(row.textContent).toContain("1.4 Community Chest, Oct to Mar 2023");
  expect(row.textContent).toContain("500.00");
  expect(row.textContent).toContain("more groups asked the Chest. Decided by: Partnership meeting.");
  expect(screen.getByRole("row", { name: /20 October 2022 Outside the plan/ })).toBeTruthy();
});

test("with nothing moved, the page says what will be here", async () => {
  core({ virements: () => [] });
  render(VirementsScreen);
  expect(await screen.findByRole("heading", { name: "No money was moved" })).toBeTruthy();
});

async function fillMove(): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name: "Move money" }));
  await userEvent.selectOptions(
    await screen.findByLabelText("Which line gives the money?"),
    "1.3 Community celebration events",
  );
  await userEvent.selectOptions(screen.getByLabelText("From which half-year?"), "Oct to Mar 2023");
  await userEvent.selectOptions(screen.getByLabelText("Which line gets it?"), "1.4 Community Chest");
  await userEvent.selectOptions(screen.getByLabelText("For which half-year?"), "Apr to Jul 2023");
  await userEvent.type(screen.getByLabelText("Amount in pounds"), "500");
  await userEvent.type(screen.getByLabelText("Who decided it?"), "Partnership meeting");
  await userEvent.type(screen.getByLabelText("Why?"), "More groups asked");
  await userEvent.click(screen.getByRole("button", { name: "Move the money" }));
}

test("moving money shows what stands there, asks once more, and then shows the lines before and now", async () => {
  let now: Spendometer = spendometer;
  const from = core({
    spendometer: () => now,
    record_virement: () => {
      now = {
        ...spendometer,
        lines: spendometer.lines.map((line) =>
          line.code === "1.4"
            ? {
                ...line,
                money: { ...line.money, freePence: 102_760 },
                periods: line.periods.map((cell, at) => (at === 2 ? spendCell([50_000, 0, 0]) : cell)),
              }
            : line,
        ),
      };
      return null;
    },
  });
  render(VirementsScreen);
  await fillMove();
  expect(screen.getByText(/£2,000\.00 is planned then, and £2,180\.00 of it is used\./)).toBeTruthy();
  expect(sent(from, "record_virement")).toEqual([]);
  const dialog = within(screen.getByRole("dialog", { name: "Move £500.00?" }));
  expect(dialog.getByText("It comes from 1.3 Community celebration events, Oct to Mar 2023.")).toBeTruthy();
  expect(dialog.getByText("It goes to 1.4 Community Chest, Apr to Jul 2023.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Move the money" }));

  const heading = await screen.findByRole("heading", { name: "The money was moved" });
  await expect.poll(() => document.activeElement).toBe(heading);
  expect(sent(from, "record_virement")).toEqual([
    {
      from: { code: "1.3", period: 1 },
      to: { code: "1.4", period: 2 },
      amount: "500",
      decidedOn: { day: "17", month: "1", year: "2023" },
      decidedBy: "Partnership meeting",
      reason: "More groups asked",
    },
  ]);
  const compared = within(screen.getByRole("table", { name: "These are the lines before and now." }));
  expect(compared.getByRole("row", { name: "1.4 Community Chest, Apr to Jul 2023 £0.00 £500.00" })).toBeTruthy();
  expect(compared.getByRole("row", { name: "1.4: free £527.60 £1,027.60" })).toBeTruthy();
  expect(compared.getByRole("row", { name: "The whole plan £88,000.00 £88,000.00" })).toBeTruthy();
});

test("a refused move stands beside its amount with the figure, and keeps what was typed", async () => {
  core({ record_virement: refusing({ kind: "cellTooSmall", code: "1.3", hasPence: 20_000, overPence: 30_000 }) });
  render(VirementsScreen);
  await fillMove();
  const dialog = within(screen.getByRole("dialog", { name: "Move £500.00?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Move the money" }));
  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText("This money cannot be moved")).toBeTruthy();
  await userEvent.click(alert.getByRole("link", { name: "This is £300.00 more than line 1.3 has in that period" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Amount in pounds"));
  expect(screen.getByText(/The period has £200\.00\./)).toBeTruthy();
  expect(screen.getByLabelText("Amount in pounds")).toHaveProperty("value", "500");
});

test("a move to the same place, and one on a day outside the plan, stand beside their fields", async () => {
  let refusal: PlanRefusal = { kind: "sameCell" };
  core({ record_virement: () => refusing(refusal)() });
  render(VirementsScreen);
  await fillMove();
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Move the money" }));
  await userEvent.click(await screen.findByRole("link", { name: "The money would stay where it is" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Which line gets it?"));

  refusal = { kind: "outsideThePlan", startsOn: "2022-04-01", endsOn: "2023-07-31" };
  await userEvent.click(screen.getByRole("button", { name: "Move the money" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Move the money" }));
  await userEvent.click(await screen.findByRole("link", { name: /from 1 April 2022 to 31 July 2023/ }));
  expect(document.activeElement).toBe(screen.getByLabelText("Day"));
});

test("somebody who chose no line is asked for it, and money may come from outside or be given up", async () => {
  const from = core();
  render(VirementsScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Move money" }));
  await userEvent.click(await screen.findByRole("button", { name: "Move the money" }));
  expect(screen.getByRole("link", { name: "Choose which line gives the money" })).toBeTruthy();
  expect(sent(from, "record_virement")).toEqual([]);
  await userEvent.selectOptions(
    screen.getByLabelText("Which line gives the money?"),
    "New money from outside the plan",
  );
  await userEvent.selectOptions(screen.getByLabelText("Which line gets it?"), "Given up: it leaves the plan");
  expect(screen.queryByLabelText("From which half-year?")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Move the money" }));
  // Nothing more is typed: the core says what is missing.
  await expect.poll(() => sent(from, "record_virement")).toMatchObject([{ from: null, to: null, amount: "" }]);
});

test("who may not decide is not offered to move money or to award it", async () => {
  session.sit({ ...open, may: ["readSealed"] });
  core();
  render(VirementsScreen);
  await screen.findByRole("row", { name: /15 December 2022/ });
  expect(screen.queryByRole("button", { name: "Move money" })).toBeNull();
  render(AwardsScreen);
  await screen.findByRole("row", { name: /Enthusiasm Trust/ });
  expect(screen.queryByRole("button", { name: "Record an award" })).toBeNull();
});

test("who records payments and does not decide may pay an award, and not end it", async () => {
  session.sit({ ...open, may: ["recordPayment"] });
  core();
  const { unmount } = render(AwardsScreen, { id: "aw1" });
  expect(await screen.findByRole("button", { name: "Record payment" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "End this award" })).toBeNull();
  unmount();
  session.sit({ ...open, may: ["recordDecision"] });
  render(AwardsScreen, { id: "aw1" });
  expect(await screen.findByRole("button", { name: "End this award" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Record payment" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Returned or wrong/ })).toBeNull();
});

test("awards stand with their line, and what is paid and left", async () => {
  core();
  render(AwardsScreen);
  const row = await screen.findByRole<HTMLTableRowElement>("row", { name: /Enthusiasm Trust/ });
  expect([...row.cells].map(({ textContent }) => textContent)).toEqual([
    "2.4 Youth (mentoring)",
    "SLA-2.4",
    "Enthusiasm Trust",
    "25,000.00",
    "18,750.00",
    "6,250.00",
    "Being paid",
  ]);
  expect(screen.getByRole("row", { name: /Allenton Community Centre.*Ended/ })).toBeTruthy();
});

test("the keyboard opens an award and comes back to its row", async () => {
  core();
  render(AwardsScreen);
  const row = await screen.findByRole("row", { name: /Sorrel Walk Arts/ });
  row.focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  const heading = await screen.findByRole("heading", { name: "Enthusiasm Trust" });
  await expect.poll(() => document.activeElement).toBe(heading);
  expect(screen.getByText("31 January 2023")).toBeTruthy();
  expect(screen.getByText("Voided on 3 August 2022: Typed twice")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /Close/ }));
  await expect.poll(() => document.activeElement?.textContent).toContain("SLA-2.4");
});

test("a payment beyond what is left is refused with the figure, and one before the decision beside its date", async () => {
  let refusal: PlanRefusal = { kind: "exceedsAward", leftPence: 625_000, overPence: 75_000 };
  const from = core({ pay_award: () => refusing(refusal)() });
  render(AwardsScreen, { id: "aw1" });
  await userEvent.click(await screen.findByRole("button", { name: "Record payment" }));
  await userEvent.type(await screen.findByLabelText("Amount in pounds"), "7,000");
  await userEvent.click(screen.getByRole("button", { name: "Record payment" }));
  const link = await screen.findByRole("link", { name: "This is £750.00 more than is left of the award" });
  await userEvent.click(link);
  expect(document.activeElement).toBe(screen.getByLabelText("Amount in pounds"));
  refusal = { kind: "beforeDecision", decidedOn: "2022-03-17" };
  await userEvent.click(screen.getByRole("button", { name: "Record payment" }));
  await userEvent.click(await screen.findByRole("link", { name: "The date must be 17 March 2022 or later" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Day"));
  expect(sent(from, "pay_award")[0]).toEqual({
    awardId: "aw1",
    amount: "7,000",
    paidOn: { day: "17", month: "1", year: "2023" },
    reference: "SLA-2.4",
  });
});

test("a payment of an award is taken back with a reason, and an award is ended with one", async () => {
  const from = core();
  render(AwardsScreen, { id: "aw1" });
  await userEvent.click(await screen.findByRole("button", { name: "Returned or wrong: £6,250.00 of 2 August 2022" }));
  await userEvent.type(await screen.findByLabelText("Why?"), "The bank sent it back");
  await userEvent.click(screen.getByRole("button", { name: "Record it" }));
  await expect
    .poll(() => sent(from, "undo_award_payment"))
    .toMatchObject([{ paymentId: "ap1", way: "returned", reason: "The bank sent it back" }]);

  await userEvent.click(await screen.findByRole("button", { name: "End this award" }));
  const dialog = within(screen.getByRole("dialog", { name: "End the award to Enthusiasm Trust?" }));
  expect(dialog.getByText(/£6,250\.00 was never paid\. It is free again on its line\./)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText("Why?"), "The work stopped");
  await userEvent.click(dialog.getByRole("button", { name: "End the award" }));
  await expect.poll(() => sent(from, "end_award")).toMatchObject([{ awardId: "aw1", reason: "The work stopped" }]);
});

test("an award is recorded with its parts, and what is wrong stands beside each", async () => {
  let refuse = true;
  const from = core({
    record_award: () => {
      if (!refuse) return "aw9";
      throw new Refusal({
        code: "fields",
        problems: [
          { field: "payeeName", fault: "missing", most: null },
          { field: "parts.0.amount", fault: "noAmount", most: null },
        ],
      });
    },
  });
  render(AwardsScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Record an award" }));
  await userEvent.click(await screen.findByRole("radio", { name: "A cost" }));
  await userEvent.selectOptions(await screen.findByLabelText("From which line?"), "4.2 Communications");
  expect(screen.getByText("£1,447.50 of this line is free.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Amount in pounds"), "600");
  await userEvent.click(screen.getByRole("button", { name: "Add a payment" }));
  await expect.poll(() => document.activeElement?.id).toBe("parts.0.dueOn-day");
  await userEvent.click(screen.getByRole("button", { name: "Record the award" }));
  expect(await screen.findByRole("link", { name: "Who is paid is missing" })).toBeTruthy();
  await userEvent.click(screen.getByRole("link", { name: "Payment 1 must be an amount in pounds, like 54 or 54.00" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Payment 1: amount in pounds"));

  refuse = false;
  await userEvent.click(screen.getByRole("button", { name: "Take payment 1 away" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add a payment" }));
  await userEvent.type(screen.getByLabelText("Who is paid?"), "Harvey Road Print");
  await userEvent.click(screen.getByRole("button", { name: "Record the award" }));
  await expect.poll(() => toast.shown?.text).toBe("The award is recorded, and committed on its line.");
  expect(sent(from, "record_award").at(-1)).toMatchObject({
    code: "4.2",
    kind: "cost",
    payeeName: "Harvey Road Print",
    amount: "600",
    parts: [],
  });
});

test("an award of more than is free says by how much, beside its amount", async () => {
  core({ record_award: refusing({ kind: "notEnoughFree", code: "4.2", freePence: 144_750, overPence: 5_250 }) });
  render(AwardsScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Record an award" }));
  await userEvent.click(await screen.findByRole("button", { name: "Record the award" }));
  expect(await screen.findByRole("link", { name: "This is £52.50 more than line 4.2 has free" })).toBeTruthy();
  expect(screen.getByText(/Move money to the line first/)).toBeTruthy();
});

test("what must be in the bank stands step by step, in plain words", async () => {
  core();
  render(BankScreen);
  expect(
    await screen.findByRole("heading", { name: "£8,657.30 must still be in the bank for this partnership" }),
  ).toBeTruthy();
  const steps = screen.getAllByRole("definition").map(({ textContent }) => textContent);
  expect(steps).toEqual([
    "£66,000.00",
    "\u2212£57,407.70",
    "£65.00",
    "£8,657.30",
    "\u2212£20,055.00",
    "\u2212£11,397.70",
    "£22,000.00",
    "£3,300.00",
  ]);
  expect(screen.getByText("Short")).toBeTruthy();
  expect(screen.getByText("The LTO’s 5 % on top")).toBeTruthy();
  expect(screen.getByText("Struck out: The amount was typed twice.")).toBeTruthy();
});

test("what is not committed is spare, and what the LTO paid ahead is said", async () => {
  core({ bank_position: () => ({ ...bank, inBankPence: -50_000, sparePence: 10_000 }) });
  render(BankScreen);
  expect(await screen.findByText("Spare")).toBeTruthy();
  expect(screen.getByText("Enthusiasm Trust has paid £500.00 of its own money ahead.")).toBeTruthy();
});

test("a draw-down is recorded as it is typed, and one by mistake is struck out with a reason", async () => {
  const from = core();
  render(BankScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Record a draw-down" }));
  await userEvent.type(screen.getByLabelText("Amount in pounds"), "8,500");
  await userEvent.type(screen.getByLabelText("Note (optional)"), "Closing down");
  await userEvent.click(screen.getByRole("button", { name: "Record it" }));
  await expect.poll(() => toast.shown?.text).toBe("£8,500.00 drawn down is recorded.");
  expect(sent(from, "record_draw_down")).toEqual([
    { amount: "8,500", receivedOn: { day: "17", month: "1", year: "2023" }, note: "Closing down" },
  ]);

  await userEvent.click(screen.getByRole("button", { name: "Strike out £39,750.00 of 12 April 2022" }));
  await userEvent.type(screen.getByLabelText("Why?"), "Wrong plan");
  await userEvent.click(screen.getByRole("button", { name: "Strike it out" }));
  await expect.poll(() => sent(from, "void_draw_down")).toEqual([{ id: "d1", reason: "Wrong plan" }]);
  // What is struck out already cannot be struck out again.
  expect(screen.getAllByRole("button", { name: /^Strike out/ })).toHaveLength(2);
});

test("a draw-down without a date is asked for beside its boxes", async () => {
  core({
    record_draw_down: () => {
      throw new Refusal({ code: "fields", problems: [{ field: "receivedOn", fault: "inFuture", most: null }] });
    },
  });
  render(BankScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Record a draw-down" }));
  await userEvent.click(screen.getByRole("button", { name: "Record it" }));
  expect(await screen.findAllByText(/The date must be today or earlier/)).toHaveLength(2);
});
