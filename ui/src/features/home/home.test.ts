import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { Chore } from "$lib/ipc";
import { fakeCore } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { home, session as open } from "../../test/grants";
import { lineGroups } from "../budget/lines";
import { countsOf } from "./counting.svelte";
import HomeScreen from "./HomeScreen.svelte";
import { words } from "./words";

beforeEach(() => {
  session.sit({ ...open });
});

test("what is late comes first, each with one button that leads there", async () => {
  fakeCore({ home: () => home });
  render(HomeScreen);
  expect(await screen.findByText("Six things need you. Two are late.")).toBeTruthy();
  const groups = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent.trim());
  expect(groups.slice(0, 3)).toEqual(["This is the sample partnership", "Late 2", "To do now 4"]);
  await userEvent.click(screen.getByRole("button", { name: "Pay: Pay Brightwater Steel Pans £225.00" }));
  expect(navigation.screen).toEqual({ name: "payments", id: "g5" });
});

test("a matter under embargo has a lock, and no name for who may not know", async () => {
  const secret = home.tasks.filter(({ sealed }) => sealed).map((task) => ({ ...task, groupName: null }));
  fakeCore({ home: () => ({ ...home, tasks: secret }) });
  render(HomeScreen);
  const title = await screen.findByRole("heading", { name: /Decide about an application under embargo/ });
  expect(within(title).getByRole("img", { name: "Under embargo" })).toBeTruthy();
});

test("a change elsewhere is seen at once", async () => {
  let tasks = home.tasks;
  const core = fakeCore({ home: () => ({ ...home, tasks }) });
  render(HomeScreen);
  await screen.findByText("Six things need you. Two are late.");
  tasks = [];
  await core.touch("payment");
  expect(await screen.findByText("Nothing needs you now.")).toBeTruthy();
});

test("the small spendometer leads to the whole one", async () => {
  fakeCore({ home: () => home });
  render(HomeScreen);
  await userEvent.click(await screen.findByRole("link", { name: "Open budget" }));
  expect(navigation.screen).toEqual({ name: "budget" });
});

test("the sentence counts in words, and greets by the hour", () => {
  expect(words.lead(1, 1)).toBe("One thing needs you, and it is late.");
  expect(words.lead(12, 0)).toBe("12 things need you. None is late.");
  expect(words.hello(9, "Joan Pelham")).toBe("Good morning, Joan");
  expect(words.hello(12, "Joan Pelham")).toBe("Good afternoon, Joan");
  expect(words.hello(18, "Joan Pelham")).toBe("Good evening, Joan");
});

test("late feedback is what the left list counts", () => {
  expect(countsOf(home.counts).feedback).toEqual({ number: 1, words: "late", late: true });
  expect(countsOf({ ...home.counts, feedbackLate: 0, feedback: 3 }).feedback).toEqual({ number: 3, words: "owed" });
});

test("a line of the budget without a priority stands under project support", () => {
  const lines = [1, 1, 2, null].map((priority) => ({ priority }));
  const { priorities } = open;
  expect(lineGroups({ priorities, lines }).map(({ title, lines }) => [title, lines.length])).toEqual([
    ["Priority 1. Strengthening the community", 2],
    ["Priority 2. Improving life skills", 1],
    ["Project support", 1],
  ]);
});

test("meetings and late rounds stand among what is to do, the late ones first", async () => {
  const meeting = { kind: "closeMeeting", meetingId: "m1", meeting: "partnership" } as const;
  const chores: Chore[] = [
    { matter: meeting, day: "2023-01-15", dueOn: "2023-01-15", daysLate: 2 },
    { matter: { kind: "settleInterest", reference: "CC-2023-001" }, day: "2023-01-16", dueOn: null, daysLate: null },
  ];
  fakeCore({ home: () => ({ ...home, chores }) });
  render(HomeScreen);
  expect(await screen.findByText("Eight things need you. Three are late.")).toBeTruthy();
  expect(screen.getByText("Settle an interest in CC-2023-001")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /Go on with the meeting/ }));
  expect(navigation.screen).toEqual({ name: "sitting", id: "m1" });
});
