import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { GrantView } from "$lib/ipc";
import { fakeCore, Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { grantView, merrybank, rows, secondSpin, session as open } from "../../test/grants";
import AgreementScreen from "../agreements/AgreementScreen.svelte";
import { standing } from "../agreements/standing";
import { inBoxes } from "./dates";
import GrantScreen from "./GrantScreen.svelte";
import { lifeOf } from "./life";
import { grantPapers } from "./papers";
import { paymentStateOf, stateOf } from "./state";
import { storyEntries } from "./story";

const merrybankMoved: GrantView["extensions"] = [
  { endsOn: "2022-12-31", reason: "The soil came late.", recordedOn: "2022-11-20" },
];

beforeEach(() => {
  session.sit({ ...open });
});

test("the story keeps the order of the core, newest first", async () => {
  fakeCore({ grant: () => merrybank });
  render(GrantScreen, { id: "g3" });
  const story = (await screen.findByRole("heading", { name: "What has happened" })).closest("section");
  const titles = within(story as HTMLElement)
    .getAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent);
  expect(titles).toEqual([
    "Phoned",
    "Feedback was due",
    "Funding ended",
    "£400.00 paid",
    "Agreement signed",
    "Decided: £400.00",
  ]);
  expect(storyEntries(merrybank.story)[0]).toMatchObject({ when: "3 January 2023", who: "Joan Pelham" });
});

test("the life of a late grant stops at what is late", () => {
  const life = lifeOf(merrybank);
  expect(life.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "done", "late", "todo"]);
  expect(life.find(({ state }) => state === "late")?.when).toBe("18 days late");
});

test("a grant that was paid in part is still being paid", () => {
  expect(lifeOf(grantView()).map(({ state }) => state)).toEqual([
    "done",
    "done",
    "done",
    "done",
    "now",
    "todo",
    "todo",
  ]);
});

test("a row says the most pressing thing; for the clerk, what was paid is paid", () => {
  const merry = rows.find(({ id }) => id === "g3");
  if (!merry) throw new Error("no such row");
  expect(stateOf(merry)).toMatchObject({ kind: "warn", text: "Feedback, 18 days late" });
  expect(paymentStateOf(merry, false)).toMatchObject({ kind: "plain", text: "Paid" });
});

test("a call is added to the story of its application", async () => {
  const core = fakeCore({ grant: () => merrybank, add_note: () => null });
  render(GrantScreen, { id: "g3" });
  await userEvent.click(await screen.findByRole("button", { name: "Record a call" }));
  await userEvent.type(await screen.findByLabelText("What was said or agreed?"), "Back on Monday");
  await userEvent.click(screen.getByRole("button", { name: "Add it" }));
  await expect
    .poll(() => core.calls.find(({ command }) => command === "add_note")?.args.input)
    .toEqual({
      applicationId: "a-g3",
      call: true,
      on: { day: "17", month: "1", year: "2023" },
      text: "Back on Monday",
    });
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

test("a signature by the same person is refused, and the name stays", async () => {
  fakeCore({
    grant: () => secondSpin,
    document: () => new Promise(() => undefined),
    record_signature: () => {
      throw new Refusal({ code: "grantRefused", refusal: { kind: "samePerson" } });
    },
  });
  render(AgreementScreen, { id: "g6" });
  await userEvent.click(await screen.findByRole("button", { name: "Record the group’s signature" }));
  const name = await screen.findByLabelText("Name");
  await userEvent.type(name, "Marcia Lowe");
  await userEvent.click(screen.getByRole("button", { name: "Record the signature" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("This signature cannot be recorded");
  expect(alert.textContent).toContain("One person cannot sign for both");
  expect(name).toHaveProperty("value", "Marcia Lowe");
});

test("nobody is asked to sign before the group has been told", async () => {
  fakeCore({ grant: () => ({ ...secondSpin, issuedOn: null }), document: () => new Promise(() => undefined) });
  render(AgreementScreen, { id: "g6" });
  expect(await screen.findByText("Tell the group first.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /signature/ })).toBeNull();
});

test("an agreement says what it waits for, and until when", () => {
  expect(standing(secondSpin)).toMatchObject({ title: "Waiting for the group." });
  expect(standing(secondSpin).text).toContain("Thursday 9 February");
  expect(standing(grantView()).title).toBe("Signed by both sides.");
});

test("a day from the core goes into the boxes as somebody writes it", () => {
  expect(inBoxes("2023-01-07")).toEqual({ day: "7", month: "1", year: "2023" });
  expect(inBoxes(undefined)).toEqual({ day: "", month: "", year: "" });
});

test("the papers of a grant follow how far it has come", () => {
  const anew: Partial<GrantView> = { owed: [] };
  expect(grantPapers(grantView(anew))).toEqual(["receiptSheet", "storyConsent"]);
  expect(grantPapers(grantView({ ...anew, extensions: merrybankMoved }))).toContain("changeLetter");
  expect(grantPapers(grantView({ ...anew, closedOn: "2023-01-10" }))).toContain("closingLetter");
  expect(grantPapers(grantView({ ...anew, cancelledOn: "2023-01-10" }))).toEqual([]);
});

test("a reminder is offered when the group is late, and not when the office is", async () => {
  fakeCore({ grant: () => merrybank, papers_of: () => [] });
  render(GrantScreen, { id: "g3" });
  await userEvent.click(await screen.findByRole("link", { name: "Print the reminder" }));
  expect(navigation.screen).toMatchObject({ name: "document", kind: "reminder", subject: "g3" });
  const [first] = merrybank.owed;
  if (!first) throw new Error("nothing is owed");
  expect(grantPapers({ ...merrybank, owed: [{ ...first, debtor: "office" }] })).not.toContain("reminder");
  expect(grantPapers({ ...merrybank, owed: [{ ...first, daysLate: null }] })).not.toContain("reminder");
});

test("every paper of a grant is printed from its page", async () => {
  fakeCore({
    grant: () => ({ ...merrybank, extensions: merrybankMoved, closedOn: "2023-01-10" }),
    papers_of: () => [],
  });
  render(GrantScreen, { id: "g3" });
  const card = (await screen.findByRole("heading", { name: "Other papers to print" })).closest("section");
  const links = within(card as HTMLElement).getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual([
    "Reminder",
    "Letter about a change",
    "Closing letter",
    "Receipt sheet",
    "Story and pictures consent",
  ]);
  for (const [index, kind] of grantPapers({
    ...merrybank,
    extensions: merrybankMoved,
    closedOn: "2023-01-10",
  }).entries()) {
    await userEvent.click(links[index] as HTMLElement);
    expect(navigation.screen).toMatchObject({ name: "document", kind, subject: "g3" });
  }
});
