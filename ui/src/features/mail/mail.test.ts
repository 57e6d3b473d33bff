import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Mail, MailKind, MailMade } from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { forgetAll } from "$shell/unsaved";
import { mailLines } from "../../kit/incoming";
import { meeting } from "../../kit/meetings";
import { chair, session as joan } from "../../kit/sample";
import { openAt } from "../../test/open";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const open = (kind: MailKind, handlers: Record<string, Handler> = {}) =>
  openAt({ name: "mail", kind, ...(kind === "reminders" ? {} : { meetingId: "m1" }), back: "Back" }, handlers);
const ticks = async (): Promise<string[]> =>
  (await screen.findAllByRole<HTMLInputElement>("checkbox"))
    .filter(({ checked }) => checked)
    .map((box) => box.getAttribute("aria-label") ?? "");
const made: MailMade = { path: "/home/joan/Documents/letters.pdf", letters: 2, pages: 4 };

afterEach(forgetAll);

test("reminders say how late, in which words, and when one was printed before; those not printed are ticked", async () => {
  await open("reminders");
  const table = await screen.findByRole("region", { name: "Reminders" });
  const rows = within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) =>
      Array.from(row.children)
        .slice(1)
        .map(({ textContent }) => textContent.trim()),
    );
  expect(rows).toEqual([
    ["CC-2022-003", "Merrybank Growers", "Friendly reminder", "18 days", "3 Jan"],
    ["CC-2022-001", "The Thursday Stitchers", "Firm reminder", "64 days", "Not yet"],
    ["CC-2022-006", "Second Spin Bike Workshop", "Friendly reminder", "1 day", "Not yet"],
  ]);
  expect(await ticks()).toEqual([
    "Print CC-2022-001, The Thursday Stitchers",
    "Print CC-2022-006, Second Spin Bike Workshop",
  ]);
});

test("the letters are made in the order of the list, in the size and the files that were chosen", async () => {
  const core = await open("reminders");
  const rows = within(await screen.findByRole("region", { name: "Reminders" })).getAllByRole("row");
  rows[1]?.focus();
  await userEvent.keyboard(" ");
  expect(screen.getByText("3 of 3 letters ticked.")).toBeTruthy();
  await userEvent.keyboard("{ArrowDown} ");
  await userEvent.click(screen.getByLabelText("Large print, 18 point"));
  await userEvent.click(screen.getByLabelText("A file for each"));
  await press("Make 2 letters");
  expect(await screen.findByRole("heading", { name: "2 letters are made, 4 pages" })).toBeTruthy();
  expect(sent(core, "make_mail")).toEqual([
    { kind: "reminders", subjects: ["g3", "g6"], size: "large", oneFile: false },
  ]);
  expect(screen.getByRole("alert").textContent).toContain("The folder: /home/joan/Documents/letters");
});

test("with nothing ticked it is said, and nothing is made", async () => {
  const core = await open("reminders");
  await press("Tick none");
  await press("Make the letters");
  expect(await screen.findByText("Tick at least one letter")).toBeTruthy();
  expect(sent(core, "make_mail")).toEqual([]);
  await press("Tick all");
  expect(await ticks()).toHaveLength(3);
});

test("the letters of a meeting and its agreements are two lists", async () => {
  const core = await open("decisionLetters");
  await screen.findByRole("region", { name: "Decision letters" });
  await userEvent.click(screen.getByLabelText("Agreements"));
  await screen.findByRole("region", { name: "Agreements" });
  expect(await ticks()).toEqual([
    "Print CC-2022-006, Second Spin Bike Workshop",
    "Print CC-2022-007, Poppyfield Lunch Club",
  ]);
  expect(sent(core, "mail")).toEqual([
    { kind: "decisionLetters", meetingId: "m1" },
    { kind: "agreements", meetingId: "m1" },
  ]);
});

test("letters under embargo are made only after it is said what that means, and it is said once", async () => {
  const core = await open("decisionLetters");
  await press("Make 2 letters");
  expect(await screen.findByRole("dialog", { name: "These pages are under embargo" })).toBeTruthy();
  await press("Do not");
  expect(sent(core, "make_mail")).toEqual([]);
  await press("Make 2 letters");
  await press("Save the pages");
  await waitFor(() => expect(sent(core, "make_mail")).toHaveLength(1));
  await press("Make 2 letters");
  await waitFor(() => expect(sent(core, "make_mail")).toHaveLength(2));
  expect(screen.queryByRole("dialog", { name: "These pages are under embargo" })).toBeNull();
});

test("under the list stands whoever is not in it, and why", async () => {
  await open("decisionLetters");
  const missing = await screen.findByRole("heading", { name: "Not in the list" });
  const said = within(missing.parentElement ?? missing).getAllByRole("listitem");
  expect(said.map(({ textContent }) => textContent.trim())).toEqual([
    "CC-2023-004, Merrybank Growers: no decision of this meeting is recorded",
    "CC-2022-002, Larkspur Chess: the grant is closed or cancelled",
  ]);
  expect(said.map((line) => within(line).queryByLabelText("Under embargo") !== null)).toEqual([true, false]);
});

test("when nobody is missing there is no list of them, and of an empty list it is said who is", async () => {
  let missing: Mail["missing"] = [];
  await open("decisionLetters", { mail: () => ({ lines: [], missing }) });
  expect(await screen.findByRole("heading", { name: "There are no letters of this meeting" })).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Not in the list" })).toBeNull();
  missing = [{ reference: "CC-2022-010", group: "Lantern Walk", reason: "decidedAgain", embargo: false }];
  await userEvent.click(screen.getByLabelText("Agreements"));
  expect(await screen.findByText(/CC-2022-010, Lantern Walk: a later decision took its place/)).toBeTruthy();
});

test("letters that were recorded and not put in their place are said so, and stay ticked", async () => {
  let issuedOn: string | null = null;
  const core = await open("agreements", {
    mail: () => ({ lines: mailLines.agreements.map((line) => ({ ...line, issuedOn })), missing: [] }),
    make_mail: () => {
      throw new Refusal({ code: "lettersNotPlaced", path: "/media/stick" });
    },
  });
  await press("Make 2 letters");
  expect((await screen.findByRole("alert")).textContent).toMatch(
    /could not be put there.*noted as printed.*no file is left in \/media\/stick/,
  );
  issuedOn = "2023-01-17";
  await core.touch("paper");
  await waitFor(() => expect(screen.getAllByText("17 Jan")).toHaveLength(2));
  expect(await ticks()).toHaveLength(2);
});

test("without a letter under embargo nothing is asked", async () => {
  const core = await open("decisionLetters");
  await userEvent.click(await screen.findByLabelText("Print CC-2023-008, Night Owls Homework Club"));
  await press("Make 1 letter");
  await waitFor(() => expect(sent(core, "make_mail")).toHaveLength(1));
});

test("it says how far it is, and can be stopped", async () => {
  let refuse: (thrown: unknown) => void = () => undefined;
  const core = await open("reminders", {
    make_mail: () => new Promise((_, reject) => (refuse = reject)),
    stop_work: () => null,
  });
  await press("Make 2 letters");
  expect(await screen.findByText("Choose where to put them in the window that opened.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  await core.workDone(1, 2);
  const bar = await screen.findByRole("progressbar", { name: "Making 2 letters" });
  await waitFor(() => expect(bar.getAttribute("aria-valuetext")).toBe("1 of 2 done. You can go on working."));
  await press("Stop");
  refuse(new Refusal({ code: "stopped" }));
  expect(await screen.findByText("Stopped. Nothing half-made was left.")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("when nothing was chosen, nothing is said", async () => {
  await open("reminders", { make_mail: () => null });
  await press("Make 2 letters");
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what went wrong is said, and what was ticked stays", async () => {
  await open("reminders", {
    make_mail: () => {
      throw new Refusal({ code: "diskFull" });
    },
  });
  await press("Tick all");
  await press("Make 3 letters");
  expect((await screen.findByRole("alert")).textContent).toContain("The disk is full");
  expect(await ticks()).toHaveLength(3);
});

test("letters that come after the register was locked are not on the screen of whoever unlocks next", async () => {
  let settle: (value: MailMade) => void = () => undefined;
  await open("reminders", { make_mail: () => new Promise<MailMade>((resolve) => (settle = resolve)) });
  await press("Make 2 letters");
  await session.lock();
  settle(made);
  session.sit(joan);
  navigation.go({ name: "mail", kind: "reminders", back: "Back" });
  await screen.findByRole("region", { name: "Reminders" });
  expect(screen.queryByText(/letters are made/)).toBeNull();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("when nothing is late, it says so", async () => {
  await open("reminders", { mail: () => ({ lines: [], missing: [] }) });
  expect(await screen.findByRole("heading", { name: "Nothing is late" })).toBeTruthy();
});

test("the letters are printed from a meeting that is over", async () => {
  await openAt({ name: "meeting", id: "m1" }, { meeting: () => meeting("ended") });
  await press("Print the letters");
  expect(navigation.screen).toMatchObject({ name: "mail", kind: "decisionLetters", meetingId: "m1" });
});

test.each([
  ["home", "Home"],
  ["feedback", "Feedback"],
] as const)("the reminders are printed from %s, and only by who keeps the records", async (name, back) => {
  await openAt({ name });
  await press("Print the reminders");
  expect(navigation.screen).toEqual({ name: "mail", kind: "reminders", back });
});

test("somebody who does not keep the records is not asked to print reminders", async () => {
  await openAt({ name: "feedback" }, {}, chair);
  await screen.findByRole("heading", { level: 1, name: "Feedback" });
  expect(screen.queryByRole("button", { name: "Print the reminders" })).toBeNull();
});
