import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeCore, Refusal, type FakeCore, type Handler } from "$lib/ipc/fake";
import type { PlanDraft, SavePlanDraftInput } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { toast } from "$shell/toast.svelte";
import { forgetAll } from "$shell/unsaved";
import { session as open } from "../../test/grants";
import { planDraft } from "../../test/plans";
import DraftScreen from "./DraftScreen.svelte";
import { stepOf } from "./grid";
import { addPeriod, fill, moveLine, removePeriod, removePriority, whole } from "./typed";

const core = (handlers: Record<string, Handler> = {}, draft: PlanDraft = planDraft): FakeCore =>
  fakeCore({
    plan_draft: () => structuredClone(draft),
    save_plan_draft: ({ input }) => {
      const { revision, plan } = input as SavePlanDraftInput;
      return { ...draft, revision: revision + 1, plan };
    },
    ...handlers,
  });
const saves = ({ calls }: FakeCore): SavePlanDraftInput[] =>
  calls.filter(({ command }) => command === "save_plan_draft").map(({ args }) => args.input as SavePlanDraftInput);
const box = (label: string): HTMLInputElement => screen.getByLabelText(label);

beforeEach(() => {
  session.sit({ ...open });
});
afterEach(() => {
  forgetAll();
  toast.close();
});

test("without a next plan it is begun from the plan in force, or from nothing", async () => {
  const { calls } = core({ plan_draft: () => null, start_plan_draft: () => planDraft });
  render(DraftScreen);
  expect(await screen.findByRole("button", { name: "Begin with an empty page" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Begin from the plan in force" }));
  expect(await screen.findByLabelText("Name of the plan")).toHaveProperty("value", "Legacy plan");
  expect(calls.find(({ command }) => command === "start_plan_draft")?.args).toEqual({ from: "planInForce" });
});

test("typed text is kept as it is, and saved while typing with the revision that was read", async () => {
  const asked = core();
  render(DraftScreen);
  const amount = await screen.findByLabelText("Line 1, Months 1 to 6");
  await userEvent.clear(amount);
  await userEvent.type(amount, "£1,209, 500at");
  await expect.poll(() => saves(asked).at(-1)?.plan.lines[0]?.amounts).toEqual(["£1,209, 500at", "2,000"]);
  expect(saves(asked)[0]?.revision).toBe(3);
});

test("sums and shares are the core’s; where an amount cannot be read there is no sum", async () => {
  core();
  render(DraftScreen);
  const table = within(await screen.findByRole("table", { name: "The lines of the plan, in pounds" }));
  const rows = table.getAllByRole("row");
  expect(rows[1]?.textContent).toContain("4,000.00");
  expect(rows[3]?.textContent).toContain("?");
  expect(rows.at(-1)?.textContent).toMatch(/9,750\.00.*\?/);
});

test("the keys go through the grid as in a small spreadsheet, and Enter at the end adds a line", async () => {
  core();
  render(DraftScreen);
  await screen.findByLabelText("Name of line 2");
  box("Name of line 2").focus();
  await userEvent.keyboard("{ArrowUp}");
  expect(document.activeElement).toBe(box("Name of line 1"));
  await userEvent.keyboard("{Enter}{Enter}");
  expect(document.activeElement).toBe(box("Name of line 3"));
  // The whole text is marked: an arrow goes to the next box.
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(box("Line 3, Months 1 to 6"));
  await userEvent.keyboard("{Tab}");
  expect(document.activeElement).toBe(box("Line 3, Months 7 to 12"));
  box("Code of line 4").focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.activeElement).toBe(box("Code of line 5"));
  await userEvent.keyboard("4.4");
  expect(box("Code of line 5").value).toBe("4.4");
});

test("cells from a spreadsheet are put in from the box on, as they are, and Undo takes them back", async () => {
  const asked = core();
  render(DraftScreen);
  await screen.findByLabelText("Line 4, Months 1 to 6");
  box("Line 4, Months 1 to 6").focus();
  await userEvent.paste("£1,2 00\t900\r\n300\tnone\r\n");
  await expect
    .poll(() =>
      saves(asked)
        .at(-1)
        ?.plan.lines.slice(3)
        .map(({ amounts }) => amounts),
    )
    .toEqual([
      ["£1,2 00", "900"],
      ["300", "none"],
    ]);
  await toast.undo();
  await expect
    .poll(() =>
      saves(asked)
        .at(-1)
        ?.plan.lines.map(({ amounts }) => amounts[0]),
    )
    .toEqual(["2,000", "1250", "6,000", "500"]);
  // One word goes into its box like anything typed.
  box("Name of line 1").focus();
  await userEvent.clear(box("Name of line 1"));
  await userEvent.paste("Play days");
  expect(box("Name of line 1").value).toBe("Play days");
});

test("what is pasted goes past the priority, and not past the last column", () => {
  const plan = whole(planDraft.plan);
  fill(plan, 0, 0, [["9.1", "New", "ignored", "1", "2", "3", "too far"]]);
  expect(plan.lines[0]).toMatchObject({ code: "9.1", name: "New", priority: 1, amounts: ["1", "2"], yearBefore: "3" });
});

test("a line is moved with its words and taken away, and comes back with Undo", async () => {
  const asked = core();
  render(DraftScreen);
  await screen.findByLabelText("Code of line 2");
  box("Code of line 2").focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await expect.poll(() => document.activeElement).toBe(box("Code of line 1"));
  expect(box("Code of line 1").value).toBe("1.4");
  await userEvent.click(screen.getByRole("button", { name: "Remove line 1" }));
  expect(box("Code of line 1").value).toBe("1.2");
  await toast.undo();
  await expect
    .poll(() =>
      saves(asked)
        .at(-1)
        ?.plan.lines.map(({ code }) => code),
    )
    .toEqual(["1.4", "1.2", "2.4", "4.1"]);
});

test("trying to adopt says what must be put right, beside the cell and in a list that leads there", async () => {
  core();
  render(DraftScreen);
  expect(await screen.findByText("1 thing to put right before it can be adopted.")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Adopt this plan" }));
  const text = "The amount of 2.4 in Months 7 to 12 must be an amount in pounds, like 54 or 54.00";
  const alert = await screen.findByRole("alert");
  expect(screen.getAllByText(new RegExp(text))).toHaveLength(2);
  expect(box("Line 3, Months 7 to 12").getAttribute("aria-invalid")).toBe("true");
  await userEvent.click(within(alert).getByRole("link", { name: text }));
  expect(document.activeElement).toBe(box("Line 3, Months 7 to 12"));
});

test("what is wrong with a line of a box is said at its box, and hidden words come out", async () => {
  core(
    {},
    {
      ...planDraft,
      problems: [
        { field: "priorities.1.criteria.0", fault: "tooLong", most: 200 },
        { field: "lines.1.notes", fault: "tooLong", most: 200 },
      ],
    },
  );
  render(DraftScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Adopt this plan" }));
  const alert = within(await screen.findByRole("alert"));
  await userEvent.click(alert.getByRole("link", { name: /^One of the signs of priority 2/ }));
  expect(document.activeElement?.id).toBe("priorities.1.criteria");
  await userEvent.click(alert.getByRole("link", { name: /^What is noted on 1.4/ }));
  expect(document.activeElement?.id).toBe("lines.1.notes");
});

test("a plan is adopted with who decided it and when, and a refusal stays in the form", async () => {
  let refused = true;
  const ready: PlanDraft = { ...planDraft, problems: [], totalPence: 2_050_000 };
  const { calls } = core(
    {
      adopt_plan: () => {
        if (!refused) return null;
        throw new Refusal({ code: "planRefused", refusal: { kind: "beginsTooEarly", after: "2022-04-01" } });
      },
    },
    ready,
  );
  render(DraftScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Adopt this plan" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Adopt “Legacy plan”?" }));
  expect(dialog.getByText(/It holds from 1 August 2023, with £20,500.00/)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText("Who decided it?"), "The partnership meeting");
  await userEvent.click(dialog.getByRole("button", { name: "Adopt this plan" }));
  expect(await dialog.findByText("The plan must begin after 1 April 2022")).toBeTruthy();
  expect(dialog.getByLabelText("Who decided it?")).toHaveProperty("value", "The partnership meeting");
  refused = false;
  await userEvent.click(dialog.getByRole("button", { name: "Adopt this plan" }));
  await expect.poll(() => navigation.screen).toEqual({ name: "plan" });
  expect(calls.findLast(({ command }) => command === "adopt_plan")?.args.input).toEqual({
    revision: 3,
    decidedOn: { day: "17", month: "1", year: "2023" },
    decidedBy: "The partnership meeting",
  });
});

test("it is thrown away only after a question, and then nothing more is saved", async () => {
  const asked = core({ discard_plan_draft: () => null });
  render(DraftScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Throw it away" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Throw the next plan away?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Keep it" }));
  expect(asked.calls.some(({ command }) => command === "discard_plan_draft")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Throw it away" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Throw it away" }));
  await expect.poll(() => navigation.screen).toEqual({ name: "plan" });
  expect(saves(asked)).toHaveLength(0);
});

test("another window’s plan is never overwritten", async () => {
  core({
    save_plan_draft: () => {
      throw new Refusal({ code: "changedElsewhere" });
    },
  });
  render(DraftScreen);
  await userEvent.type(await screen.findByLabelText("Name of the plan"), " two");
  expect(await screen.findByRole("button", { name: "Open what was saved" })).toBeTruthy();
  expect(box("Name of the plan").value).toBe("Legacy plan two");
});

test("what goes with a period or a priority goes with it", () => {
  const plan = whole(planDraft.plan);
  removePeriod(plan, 0);
  expect(plan.lines[1]?.amounts).toEqual(["1250"]);
  addPeriod(plan);
  expect(plan.lines[1]?.amounts).toEqual(["1250", ""]);
  removePriority(plan, 0);
  // Lines of the first belong to none now; those of the second have its place.
  expect(plan.lines.map(({ priority }) => priority)).toEqual([null, null, 1, null]);
  expect(moveLine(plan, 0, -1)).toBe(false);
});

test("a list of choices keeps its arrows up and down, and marked text its arrows with Shift", () => {
  const stroke = (key: string, part = {}) => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...part,
  });
  expect(stepOf(stroke("ArrowDown"), undefined, false)).toBeUndefined();
  expect(stepOf(stroke("ArrowRight"), undefined, false)).toEqual({ rows: 0, columns: 1 });
  expect(stepOf(stroke("ArrowRight"), { atStart: true, atEnd: false }, false)).toBeUndefined();
  expect(stepOf(stroke("ArrowRight", { shiftKey: true }), { atStart: true, atEnd: true }, false)).toBeUndefined();
  expect(stepOf(stroke("Enter", { ctrlKey: true }), { atStart: true, atEnd: true }, true)).toBeUndefined();
});
