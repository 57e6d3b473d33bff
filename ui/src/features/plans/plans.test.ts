import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore, type Handler } from "$lib/ipc/fake";
import type { DiscrepancyKind } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { session as open } from "../../test/grants";
import { planList, planView } from "../../test/plans";
import PlanScreen from "./PlanScreen.svelte";
import { words } from "./words";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({ plans: () => planList, plan: () => planView, ...handlers });

beforeEach(() => {
  session.sit({ ...open });
});

test("the plan in force is shown whole, with money by period, shares and the year before", async () => {
  const { calls } = core();
  render(PlanScreen);
  expect(await screen.findByRole("heading", { name: "Final plan", level: 1 })).toBeTruthy();
  expect(calls.find(({ command }) => command === "plan")?.args).toEqual({ planId: null });
  const table = within(screen.getByRole("table", { name: "The plan’s activities, in pounds" }));
  expect(table.getByRole("columnheader", { name: "2020-21" })).toBeTruthy();
  expect(
    table.getByRole("row", { name: /1.3 ?Community celebration events 2,000.00 2,000.00 – 4,000.00 4.54 % 8,000.00/ }),
  ).toBeTruthy();
  expect(
    table.getByRole("row", { name: "The whole plan 39,750.00 39,750.00 8,500.00 88,000.00 100.00 % 145,200.00" }),
  ).toBeTruthy();
  expect(table.getByRole("row", { name: /^Expected balance.* 48,250.00 8,500.00 0.00/ })).toBeTruthy();
  expect(table.getByText("Led by Marigold Arts.")).toBeTruthy();
  expect(table.getByText("£24,000.00 when it was adopted. Money was moved since.")).toBeTruthy();
  const second = screen.getByRole("heading", { name: "Priority 2. Improving life skills", level: 2 }).parentElement;
  if (!second) throw new Error("a heading stands in its part");
  expect(within(second).getByText("We will know we have made a difference when …")).toBeTruthy();
  expect(within(second).getByText("Families say what changed for them.")).toBeTruthy();
});

test("each place where the printed figures differ has a plain sentence with both figures", async () => {
  core();
  render(PlanScreen);
  const table = within(await screen.findByRole("table", { name: "Where the plan’s printed figures differ" }));
  expect(
    table.getByRole("row", {
      name: "§1.2 The total is printed as £87,000. The lines add up to £88,000.00. £1,000.00",
    }),
  ).toBeTruthy();
  // An amount over or under is a size: the sentence says which way.
  expect(table.getByRole("row", { name: /§3.5 .*£87,700.62. £299.38$/ })).toBeTruthy();
  expect(table.getByRole("row", { name: /Year 10.*“three months”. The dates make it 4 months/ })).toBeTruthy();
  expect(table.getByRole("row", { name: /The plan ends before that, on 31 July 2023/ })).toBeTruthy();
  const spans = words.differs.notACalendarYear({ printed: "one", exact: "2022-04-01/2023-03-31", about: null });
  expect(spans).toContain("It is 1 April 2022 to 31 March 2023, which is no calendar year.");
  const kinds: DiscrepancyKind[] = [
    "total",
    "cashAvailable",
    "monthCount",
    "periodAfterEnd",
    "yearSpan",
    "notACalendarYear",
    "yearBefore",
    "missingCodes",
    "share",
  ];
  for (const kind of kinds) {
    const said = words.differs[kind]({ printed: "PRINTED", exact: "EXACT", about: "2.4" });
    expect(said).toMatch(/PRINTED.*EXACT/);
    for (const sentence of said.split(/\. /)) expect(sentence.split(" ").length).toBeLessThan(20);
  }
});

test("another plan of the list is chosen, and only the plan in force can have its words changed", async () => {
  core({ plan: ({ planId }) => ({ ...planView, id: String(planId), name: "Second plan", state: "past" }) });
  render(PlanScreen, { id: "plan1" });
  expect(await screen.findByRole("heading", { name: "Second plan" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Change the words" })).toBeNull();
  await userEvent.selectOptions(await screen.findByLabelText("Which plan"), "Final plan (in force)");
  expect(navigation.screen).toEqual({ name: "plan", id: "plan2" });
});

test("the words beside the figures are changed, one on each line, and the figures are not in the form", async () => {
  const { calls } = core({ save_plan_words: () => null });
  render(PlanScreen);
  await userEvent.click(await screen.findByRole("button", { name: "Change the words" }));
  const hopes = screen.getByLabelText("Outcomes of priority 3");
  await userEvent.type(hopes, "{End}{Enter}{Enter}Young people find a first job.");
  await userEvent.type(screen.getAllByLabelText("Lead partner")[2] as HTMLElement, "The partnership");
  await userEvent.click(screen.getByRole("button", { name: "Save the words" }));
  await expect
    .poll(() => calls.find(({ command }) => command === "save_plan_words")?.args.input)
    .toMatchObject({
      planId: "plan2",
      priorities: [
        {},
        {},
        { outcomes: ["Residents find work or training that fits them.", "Young people find a first job."] },
      ],
      lines: expect.arrayContaining([
        { code: "1.4", leadPartner: "The partnership", notes: "Open to applications all year." },
      ]) as unknown,
    });
  expect(await screen.findByRole("heading", { name: "Final plan", level: 1 })).toBeTruthy();
});

test("somebody who does not keep the records reads the plan and changes nothing", async () => {
  session.sit({ ...open, may: ["readSealed"] });
  core();
  render(PlanScreen);
  await screen.findByRole("heading", { name: "Final plan" });
  expect(screen.queryByRole("button", { name: "Change the words" })).toBeNull();
  expect(screen.queryByRole("link", { name: /next plan/ })).toBeNull();
});
