import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { GrantView, ModulusOutcome, PayeeAccount } from "$lib/ipc";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import { session } from "$shell/session.svelte";
import { grantView, session as open } from "../../test/grants";
import { inTheWay } from "./inTheWay";
import PaymentPanel from "./PaymentPanel.svelte";

const account = (part: Partial<PayeeAccount>): PayeeAccount => ({
  id: "acc1",
  lastFour: "4471",
  recordedOn: "2022-10-28",
  changed: false,
  former: null,
  check: { method: "phoned", checkedOn: "2022-11-01", by: "Anita Joyce" },
  modulus: "passes",
  confirmation: null,
  erasedOn: null,
  ...part,
});
const unmet = [{ text: "Show the insurance.", metOn: null, note: "" }];

function panel(grant: GrantView, handlers: Record<string, Handler> = {}) {
  const asked = fakeCore({ grant: () => grant, ...handlers });
  render(PaymentPanel, { id: grant.id, onclose: () => undefined });
  return asked;
}
const button = (name: string | RegExp) => screen.findByRole("button", { name });

beforeEach(() => {
  session.sit({ ...open });
});

test("a condition that is not met is in the way, and is recorded as met with how one knows", async () => {
  const { calls } = panel(grantView({ conditions: unmet, owed: [] }), { meet_condition: () => null });
  expect(await screen.findByText("A condition is not met.")).toBeTruthy();
  await userEvent.click(await button("Met: Show the insurance."));
  await userEvent.type(await screen.findByLabelText("How do you know?"), "Saw the certificate");
  await userEvent.click(await button("Record it"));
  await expect
    .poll(() => calls.find(({ command }) => command === "meet_condition")?.args.input)
    .toEqual({
      grantId: "g5",
      place: 0,
      metOn: { day: "17", month: "1", year: "2023" },
      note: "Saw the certificate",
    });
});

test("a payment before a condition is met is refused with the way on", async () => {
  panel(grantView({ conditions: unmet }), {
    record_payment: () => {
      throw new Refusal({
        code: "grantRefused",
        refusal: { kind: "conditionNotMet", text: "Show the insurance." },
      });
    },
  });
  await userEvent.click(await button(/^Record payment/));
  await userEvent.click(await button("Record payment"));
  expect(await screen.findByText("A condition is not met: Show the insurance")).toBeTruthy();
  expect(screen.getByText("Record that it was met first. Then record the payment.")).toBeTruthy();
});

test("numbers that cannot belong together say so loudly; everything else about them is quiet", async () => {
  const loud = { fails: true, badNumbers: true, passes: false, noRule: false, noTables: false };
  for (const [modulus, alarm] of Object.entries(loud) as [ModulusOutcome, boolean][]) {
    const asked = panel(grantView({ id: modulus, account: account({ modulus }) }));
    expect(asked).toBeTruthy();
    await screen.findByText("Numbers");
    expect(screen.queryByRole("heading", { name: "Do not pay into this account" }) !== null, modulus).toBe(alarm);
    document.body.replaceChildren();
  }
});

test("what the numbers say of themselves is only for those who handle accounts", async () => {
  session.sit({ ...open, may: ["readSealed"] });
  panel(grantView({ account: account({ modulus: "fails" }) }));
  await screen.findByText("ending 4471");
  expect(screen.queryByText("Numbers")).toBeNull();
});

test("a close match asks for the bank’s name and what was done; a match asks for neither", async () => {
  const { calls } = panel(grantView({ account: account({}) }), { confirm_payee: () => null });
  await userEvent.click(await button("Bank’s name check"));
  expect(await screen.findByRole("radio", { name: "The name matches" })).toHaveProperty("checked", true);
  expect(screen.queryByLabelText("The name the bank showed")).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "A close match" }));
  await userEvent.type(screen.getByLabelText("The name the bank showed"), "BRIGHTWATER PANS");
  await userEvent.type(screen.getByLabelText("What did you do about it?"), "Phoned Del Rankin");
  await userEvent.click(await button("Record it"));
  await expect
    .poll(() => calls.find(({ command }) => command === "confirm_payee")?.args.input)
    .toEqual({
      grantId: "g5",
      outcome: "closeMatch",
      bankName: "BRIGHTWATER PANS",
      action: "Phoned Del Rankin",
      seenOn: { day: "17", month: "1", year: "2023" },
    });
});

test("what was typed for another answer does not go with a match", async () => {
  const { calls } = panel(grantView({ account: account({}) }), { confirm_payee: () => null });
  await userEvent.click(await button("Bank’s name check"));
  await userEvent.click(await screen.findByRole("radio", { name: "The name does not match" }));
  await userEvent.type(screen.getByLabelText("The name the bank showed"), "SOMEBODY ELSE");
  await userEvent.click(screen.getByRole("radio", { name: "The name matches" }));
  await userEvent.click(await button("Record it"));
  await expect
    .poll(() => calls.find(({ command }) => command === "confirm_payee")?.args.input)
    .toMatchObject({ outcome: "match", bankName: "", action: "" });
});

test("what the bank said stands beside the account, with who saw it and what was done", async () => {
  panel(
    grantView({
      account: account({
        confirmation: {
          outcome: "closeMatch",
          bankName: "BRIGHTWATER PANS",
          action: "Phoned Del Rankin.",
          seenOn: "2022-11-02",
          seenBy: "Anita Joyce",
        },
      }),
    }),
  );
  expect(await screen.findByText("A close match. Seen on 2 November 2022 by Anita Joyce")).toBeTruthy();
  expect(screen.getByText(/The bank shows “BRIGHTWATER PANS”.\s+Phoned Del Rankin./)).toBeTruthy();
});

test("erased numbers say so: nothing is left to show, and the last four stay", async () => {
  panel(grantView({ account: account({ erasedOn: "2023-01-02" }) }));
  expect(await screen.findByText(/The numbers were erased on 2 January 2023/)).toBeTruthy();
  expect(screen.getByText("ending 4471")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show the numbers" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Bank’s name check" })).toBeNull();
});

test("a payment shows who approved it and when the bank statement showed it, and its return", async () => {
  const [payment] = grantView().payments;
  if (!payment) throw new Error("the sample has a payment");
  panel(
    grantView({
      payments: [
        {
          ...payment,
          approvedBy: "Tom Ashdown",
          seenOn: "2022-11-05",
          returnSeenOn: "2022-11-09",
          undone: { way: "returned", on: "2022-11-08", reason: "Account closed" },
        },
      ],
    }),
  );
  const made = within((await screen.findByText("£225.00", { selector: "b" })).closest("li") as HTMLElement);
  expect(made.getByText(/recorded by Anita Joyce,\s+approved by Tom Ashdown/)).toBeTruthy();
  expect(made.getByText("Seen on the bank statement on 5 November 2022")).toBeTruthy();
  expect(made.getByText("The return was seen on the bank statement on 9 November 2022")).toBeTruthy();
});

test("everything in the way is said at once", () => {
  expect(inTheWay(grantView({ conditions: unmet, account: account({ modulus: "fails" }), owed: [] }))).toBe(
    "A condition is not met. The account number is wrong.",
  );
  expect(inTheWay(grantView())).toBe("Every check is done.");
});
