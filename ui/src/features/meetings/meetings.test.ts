import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { MeetingStage } from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { agendaItem, meeting, meetingCore, meetingRow, meetings } from "../../kit/meetings";
import { openAt } from "../../test/open";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const at = (stage: MeetingStage, part: Parameters<typeof meeting>[1] = {}): Record<string, Handler> => ({
  meeting: () => meeting(stage, part),
});
const open = (handlers: Record<string, Handler> = {}) => openAt({ name: "meeting", id: "m1" }, handlers);
const titles = (): string[] =>
  within(screen.getByRole("region", { name: "Agenda" }))
    .getAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent.trim());

test("without a meeting the screen says what to plan and how to begin", async () => {
  await openAt({ name: "meetings" }, { meetings: () => meetings({ coming: [], past: [] }) });
  expect(await screen.findByText(/at least 6 meetings, and the Forum/)).toBeTruthy();
  await press("Plan a meeting");
  expect(navigation.screen).toEqual({ name: "meetingForm" });
});

test("somebody who does not keep meetings cannot plan one", async () => {
  await openAt({ name: "meetings" }, { meetings: () => meetings({ coming: [], past: [], mayKeep: false }) });
  expect(await screen.findByText("The co-ordinator or the chair plans the meetings.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Plan a meeting" })).toBeNull();
});

test("the programme says how many meetings are planned, of how many, and whether the Forum is", async () => {
  await openAt({ name: "meetings" });
  expect(
    await screen.findByText("4 of at least 6 meetings planned, April 2022 to March 2023 (section 8.8)."),
  ).toBeTruthy();
  expect(screen.getByText("The Forum is planned.")).toBeTruthy();
});

test("each coming meeting says by when agenda and notices are due, or that they are late", async () => {
  await openAt({ name: "meetings" });
  const table = await screen.findByRole("region", { name: "Coming meetings" });
  expect(within(table).getByText("Late since Thursday 12 January")).toBeTruthy();
  expect(within(table).getByText("Due Thursday 19 January")).toBeTruthy();
  await userEvent.click(within(table).getByText("Thursday 26 January 2023"));
  expect(navigation.screen).toEqual({ name: "meeting", id: "m1" });
});

test("past meetings say where they stand", async () => {
  await openAt({ name: "meetings" });
  const table = await screen.findByRole("region", { name: "Past meetings" });
  for (const stage of ["Minutes to write", "Minutes approved", "Called off"])
    expect(within(table).getByText(stage)).toBeTruthy();
});

test("the coming meetings copy into a spreadsheet as they are shown", async () => {
  await openAt({ name: "meetings" });
  const setData = vi.fn();
  const event = Object.assign(new Event("copy", { bubbles: true, cancelable: true }), { clipboardData: { setData } });
  await fireEvent(await screen.findByRole("region", { name: "Coming meetings" }), event);
  const lines = String(setData.mock.calls[0]?.[1]).split("\n");
  expect(lines[0]).toBe("Day\tStarts\tMeeting\tWhere\tItems\tAgenda and notices");
  expect(lines[2]).toBe("Thursday 26 January 2023\t6:30pm\tPartnership\tCommunity Hub\t6\tDue Thursday 19 January");
});

test("a meeting is planned with its kind, day, time and place as typed", async () => {
  const core = await openAt({ name: "meetingForm" });
  await userEvent.click(await screen.findByLabelText("The Forum"));
  await userEvent.type(screen.getByLabelText("Day"), "25");
  await userEvent.type(screen.getByLabelText("Month"), "3");
  await userEvent.type(screen.getByLabelText("Year"), "2023");
  await userEvent.type(screen.getByLabelText("When does it start?"), "11am");
  await userEvent.type(screen.getByLabelText("Where?"), "Community Hub");
  await press("Plan the meeting");
  await waitFor(() => expect(navigation.screen).toEqual({ name: "meeting", id: "m1" }));
  expect(sent(core, "plan_meeting")).toEqual([
    { kind: "forum", on: { day: "25", month: "3", year: "2023" }, startsAt: "11am", place: "Community Hub" },
  ]);
});

test("what the core wants put right stands beside its field and above, and what was typed stays", async () => {
  const refuse = (): never => {
    throw new Refusal({ code: "fields", problems: [{ field: "startsAt", fault: "missing", most: null }] });
  };
  await openAt({ name: "meetingForm" }, { plan_meeting: refuse });
  await userEvent.type(await screen.findByLabelText("Where?"), "The Hub");
  await press("Plan the meeting");
  expect(await screen.findByRole("link", { name: "The time it starts is missing" })).toBeTruthy();
  expect(screen.getByLabelText("When does it start?").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText("Where?")).toHaveProperty("value", "The Hub");
});

test("a meeting that is changed begins with what stands", async () => {
  const core = await openAt({ name: "meetingForm", id: "m1" });
  const time = await screen.findByLabelText("When does it start?");
  expect(time).toHaveProperty("value", "6:30pm");
  expect(screen.getByLabelText("Day")).toHaveProperty("value", "26");
  await userEvent.clear(time);
  await userEvent.type(time, "7pm");
  await press("Keep these changes");
  await waitFor(() => expect(sent(core, "change_meeting")).toHaveLength(1));
  expect(sent(core, "change_meeting")[0]).toMatchObject({ meetingId: "m1", meeting: { startsAt: "7pm" } });
});

test("the one main button follows where the meeting stands", async () => {
  await open(at("planned"));
  await press("Print the agenda");
  expect(navigation.screen).toMatchObject({ name: "document", kind: "agenda", subject: "m1" });
});

test("on its day one goes to the meeting", async () => {
  await open(at("planned", { row: meetingRow({ on: "2023-01-17" }) }));
  await press("Go to the meeting");
  expect(navigation.screen).toEqual({ name: "sitting", id: "m1" });
});

test("when it is over its minutes are written", async () => {
  await open(at("ended"));
  await press("Write the minutes");
  expect(navigation.screen).toEqual({ name: "minutes", id: "m1" });
});

test("an item is put on the agenda with one press of a suggestion", async () => {
  const core = await open();
  await press("Put on the agenda: Kingfisher Kitchen Table, CC-2023-007");
  expect(sent(core, "add_item")).toEqual([
    { meetingId: "m1", item: { kind: "grant", title: "", about: "", subjectId: "a7", public: true } },
  ]);
});

test("an item has a kind, a title, what is proposed, and whether it is published", async () => {
  const core = await open();
  await press("Add an item");
  const form = within(await screen.findByRole("dialog", { name: "Add an item to the agenda" }));
  await userEvent.click(form.getByLabelText("Money for a partner"));
  await userEvent.type(form.getByLabelText("Title on the agenda"), "Bursaries");
  await userEvent.type(form.getByLabelText("What is proposed?"), "£500.00 for books");
  await userEvent.click(form.getByLabelText("Declared non-public by the agenda sub-group"));
  await userEvent.click(form.getByRole("button", { name: "Add the item" }));
  await waitFor(() => expect(sent(core, "add_item")).toHaveLength(1));
  expect(sent(core, "add_item")[0]).toEqual({
    meetingId: "m1",
    item: { kind: "commitment", title: "Bursaries", about: "£500.00 for books", subjectId: null, public: false },
  });
});

test("an item about an application asks which one before anything is sent", async () => {
  const core = await open();
  await press("Add an item");
  const form = within(await screen.findByRole("dialog", { name: "Add an item to the agenda" }));
  await userEvent.click(form.getByLabelText("Application"));
  expect(form.queryByLabelText("Title on the agenda")).toBeNull();
  await userEvent.click(form.getByRole("button", { name: "Add the item" }));
  expect(form.getByText("Choose the application")).toBeTruthy();
  expect(sent(core, "add_item")).toEqual([]);
  await userEvent.selectOptions(form.getByLabelText("Which application?"), "a11");
  await userEvent.click(form.getByRole("button", { name: "Add the item" }));
  await waitFor(() => expect(sent(core, "add_item")).toHaveLength(1));
  expect(sent(core, "add_item")[0]).toMatchObject({ item: { kind: "grant", subjectId: "a11", title: "" } });
});

test("items move by their buttons and by the keyboard, and the focus goes with them", async () => {
  const core = await open(meetingCore(new URLSearchParams()));
  await press("Move down: Welcome and apologies");
  await waitFor(() => expect(titles()[1]).toBe("Welcome and apologies"));
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Move down: Welcome and apologies");
  expect(screen.getByText("Welcome and apologies is now item 2")).toBeTruthy();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(titles()[0]).toBe("Welcome and apologies"));
  // At the top there is only the way down.
  await waitFor(() =>
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Move down: Welcome and apologies"),
  );
  expect(sent(core, "move_item")).toEqual([
    { itemId: "i1", number: 2 },
    { itemId: "i1", number: 1 },
  ]);
});

test("an item says why it is marked: late, non-public, come back, or sealed to this member", async () => {
  await open();
  expect(
    await screen.findByText("Came after Monday 16 January, so the Chair and the co-ordinator allow it (section 8.13)"),
  ).toBeTruthy();
  expect(screen.getByText("Declared non-public by the agenda sub-group")).toBeTruthy();
  expect(screen.getByText("Comes back from the meeting of 15 December 2022")).toBeTruthy();
  expect(screen.getByText("Under embargo, CC-2023-005")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Change: Under embargo, CC-2023-005" })).toBeNull();
});

test("an item goes off the agenda only after a question", async () => {
  const core = await open();
  await press("Take off: Draft closing plan");
  expect(core.calls.some(({ command }) => command === "remove_item")).toBe(false);
  await press("Take it off");
  await waitFor(() => expect(core.calls.at(-1)?.command).toBe("meeting"));
  expect(core.calls.find(({ command }) => command === "remove_item")?.args).toEqual({ itemId: "i5" });
});

test("papers are added, opened, and taken away after a question", async () => {
  const core = await open();
  await userEvent.click(await screen.findByRole("link", { name: "Open Panel report.pdf" }));
  await press("Add a paper: Draft closing plan");
  await press("Take the paper Panel report.pdf away");
  await press("Take it away");
  const asked = core.calls.filter(({ command }) => /_paper$/.test(command));
  expect(asked.map(({ command, args }) => ({ command, ...args }))).toEqual([
    { command: "open_paper", paperId: "p1" },
    { command: "add_paper", itemId: "i5" },
    { command: "remove_paper", paperId: "p1" },
  ]);
});

test("a notice is recorded with the day it was given, today unless another is typed", async () => {
  const core = await open(meetingCore(new URLSearchParams()));
  await press("Record that it was given: On paper at the Community Hub");
  await press("Record it");
  await waitFor(() => expect(screen.getByText("Given on Tuesday 17 January")).toBeTruthy());
  expect(sent(core, "record_notice")).toEqual([
    { meetingId: "m1", place: "hub", on: { day: "17", month: "1", year: "2023" } },
  ]);
});

test("a meeting is called off with a reason", async () => {
  const core = await open();
  await press("Call it off");
  await userEvent.type(await screen.findByLabelText("Why?"), "The Hub is flooded");
  await press("Call the meeting off");
  await waitFor(() =>
    expect(sent(core, "call_off_meeting")).toEqual([{ meetingId: "m1", reason: "The Hub is flooded" }]),
  );
});

test("after the meeting each group is told, and its letter printed, unless the member may not know it", async () => {
  await open(at("ended"));
  await screen.findByText("What was decided");
  expect(screen.queryByRole("button", { name: /Tell the group: Under embargo/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Tell the group: Harvey Road Lunch Club" })).toBeNull();
  expect(screen.getByText("Told on Friday 27 January")).toBeTruthy();
  await press("Tell the group: Night Owls Homework Club");
  expect(navigation.screen).toEqual({ name: "tellGroup", id: "a8" });
});

test("what was put off says where it went", async () => {
  await open(at("ended"));
  expect(await screen.findByText("Comes back at the meeting of 2 March 2023")).toBeTruthy();
  expect(screen.getByText("Not on another agenda yet")).toBeTruthy();
});

test("an embargo on the meeting says until when nothing of it is published", async () => {
  await open(at("ended"));
  expect(await screen.findByText(/Nothing of it is published until Saturday 28 January 2023 is over/)).toBeTruthy();
});

test("nothing on the agenda, and nobody to change it", async () => {
  await open(at("planned", { items: [], suggestions: [], mayKeep: false }));
  expect(await screen.findByText("Nothing is on the agenda yet.")).toBeTruthy();
  for (const name of ["Add an item", "Call it off", "Change the meeting", /Record that it was given/])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

test("a member who does not keep meetings sees no way to change an item", async () => {
  await open(at("planned", { items: [agendaItem({ id: "i1" })], mayKeep: false }));
  await screen.findByText("Welcome and apologies");
  for (const name of [/^Move/, /^Change/, /^Take off/, /^Add a paper/])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

test("what stands otherwise than the screen shows is said in words about meetings", async () => {
  const refuse = (): never => {
    throw new Refusal({ code: "wrongState" });
  };
  await open({ ...at("planned"), add_item: refuse });
  await press("Put on the agenda: Minutes of 17 November 2022");
  expect(await screen.findByText("This cannot be changed now")).toBeTruthy();
  expect(screen.queryByText(/This application cannot/)).toBeNull();
});
