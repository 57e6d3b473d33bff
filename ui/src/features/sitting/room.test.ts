import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal, type FakeCore } from "$lib/ipc/fake";
import { openAt } from "../../test/open";

const inputs = (core: FakeCore, command: string): unknown[] =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const box = (name: string | RegExp): HTMLInputElement => screen.getByRole("checkbox", { name });

test("ticking records that a member arrived, unticking that they left", async () => {
  const core = await openAt({ name: "sitting", id: "before" });
  await userEvent.click(await screen.findByRole("checkbox", { name: "Ken Ashby" }));
  await waitFor(() => expect(box("Ken Ashby").checked).toBe(true));
  await userEvent.click(box("Ken Ashby"));
  await screen.findByRole("checkbox", { name: /Ken Ashby.*Left 7:20pm/ });
  expect(inputs(core, "record_attendance")).toEqual([
    { meetingId: "before", memberId: "s2", what: "arrived", at: "" },
    { meetingId: "before", memberId: "s2", what: "left", at: "" },
  ]);
});

test("the whole room is typed in by keys: arrows move, Space ticks, A is apologies, C takes the chair", async () => {
  const core = await openAt({ name: "sitting", id: "before" });
  (await screen.findByRole("checkbox", { name: "Marcia Lowe" })).focus();
  await userEvent.keyboard(" {ArrowDown} {ArrowDown}a{ArrowUp}{ArrowUp}c");
  await screen.findByText("Marcia Lowe is in the chair.");
  expect(document.activeElement).toBe(box(/Marcia Lowe.*Chair/));
  expect(inputs(core, "record_attendance")).toEqual([
    { meetingId: "before", memberId: "s1", what: "arrived", at: "" },
    { meetingId: "before", memberId: "s2", what: "arrived", at: "" },
    { meetingId: "before", memberId: "s3", what: "apologies", at: "" },
    { meetingId: "before", memberId: "s1", what: "tookChair", at: "" },
  ]);
  await userEvent.keyboard("{End}");
  expect(document.activeElement).toBe(box("Neil Corby"));
});

test("the list is one stop of the Tab key, and the same can be done with the mouse", async () => {
  const core = await openAt({ name: "sitting", id: "before" });
  await userEvent.click(await screen.findByRole("button", { name: "More about Sunita Rao" }));
  await userEvent.click(screen.getByRole("button", { name: "Sunita Rao: sent apologies" }));
  await waitFor(() => expect(document.activeElement).toBe(box(/Sunita Rao.*Apologies/)));
  expect(inputs(core, "record_attendance")).toEqual([
    { meetingId: "before", memberId: "s7", what: "apologies", at: "" },
  ]);
  expect(screen.getAllByRole("checkbox").filter((one) => one.tabIndex === 0)).toHaveLength(1);
});

test("a refused tick is taken back, and says why beside the list", async () => {
  await openAt(
    { name: "sitting", id: "sat" },
    {
      record_attendance: () => {
        throw new Refusal({ code: "meetingRefused", refusal: { kind: "noSeat" } });
      },
    },
  );
  await userEvent.click(await screen.findByRole("checkbox", { name: "Piotr Zielinski" }));
  await screen.findByText("This person was not a member on that day");
  expect(box("Piotr Zielinski").checked).toBe(false);
});

test("who withdrew cannot be ticked by a slip", async () => {
  const core = await openAt({ name: "sitting", id: "sat" });
  await userEvent.click(await screen.findByRole("checkbox", { name: /Bilal Hussain/ }));
  await screen.findByText(/For the next item they are back/);
  expect(box(/Bilal Hussain/).checked).toBe(false);
  expect(inputs(core, "record_attendance")).toEqual([]);
});

test("the meeting does not start without somebody in the chair, and says so", async () => {
  const core = await openAt({ name: "sitting", id: "before" });
  await screen.findByRole("heading", { level: 1, name: "Before the meeting starts" });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const title = await screen.findByText("The meeting cannot start yet");
  await waitFor(() => expect(document.activeElement?.contains(title)).toBe(true));
  screen.getByText("Nobody is in the chair");
  box("Marcia Lowe").focus();
  await userEvent.keyboard(" c");
  await screen.findByText("Marcia Lowe is in the chair.");
  await userEvent.click(screen.getByRole("button", { name: "Start the meeting" }));
  await screen.findByText("Started at 6:32pm");
  expect(inputs(core, "start_meeting")).toHaveLength(2);
});

test("undo says what it takes back, and Ctrl Z in a text field is the field's own", async () => {
  const core = await openAt({ name: "sitting", id: "general" });
  await userEvent.click(await screen.findByRole("checkbox", { name: "Ken Ashby" }));
  await screen.findByRole("button", { name: /^Undo: Ken Ashby left/ });
  await userEvent.type(screen.getByLabelText("Note of the discussion"), "The plan was read out.");
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(core.calls.some(({ command }) => command === "undo_entry")).toBe(false);
  screen.getByRole("heading", { level: 1 }).focus();
  await userEvent.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(box("Ken Ashby").checked).toBe(true));
  await screen.findByText("Undone: Ken Ashby left");
  expect(core.calls.filter(({ command }) => command === "undo_entry").map(({ args }) => args)).toEqual([
    { meetingId: "general" },
  ]);
});

test("a meeting that is typed in later gives each entry the time in one box, and keeps it", async () => {
  const core = await openAt({ name: "sitting", id: "back" });
  await userEvent.type(await screen.findByLabelText("At"), "6:45pm");
  await userEvent.click(box("Piotr Zielinski"));
  await waitFor(() => expect(box("Piotr Zielinski").checked).toBe(true));
  await userEvent.click(box("Ken Ashby"));
  await waitFor(() => expect(inputs(core, "record_attendance")).toHaveLength(2));
  expect(inputs(core, "record_attendance")).toMatchObject([{ at: "6:45pm" }, { at: "6:45pm" }]);
});

test("a time before the last entry is refused beside its box, which takes the focus", async () => {
  await openAt(
    { name: "sitting", id: "back" },
    {
      record_attendance: () => {
        throw new Refusal({ code: "meetingRefused", refusal: { kind: "beforeTheLast", last: "7:16pm" } });
      },
    },
  );
  await userEvent.type(await screen.findByLabelText("At"), "6:45pm");
  await userEvent.click(box("Piotr Zielinski"));
  await screen.findByText(/The time must be 7:16pm or later/);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("At")));
  expect(box("Piotr Zielinski").checked).toBe(false);
});

test("the quorum is drawn with a sentence, said again in text, and said aloud", async () => {
  await openAt({ name: "sitting", id: "few" });
  const side = await screen.findByRole("complementary", { name: "Quorum and minutes so far" });
  within(side).getByRole("img", { name: "6 of 13 members in the room. 7 are needed." });
  within(side).getByText("6 of 13 in the room, 7 needed.");
  within(side).getByText(/^Not enough members are here\. 6 of 13 in the room/);
});

test("at a Forum the residents are counted, and no quorum is asked for", async () => {
  const core = await openAt({ name: "sitting", id: "forum" });
  await userEvent.type(await screen.findByLabelText("The number of residents"), "43");
  await userEvent.click(screen.getByRole("button", { name: "Record the number" }));
  expect(await screen.findAllByText("43 residents are here.")).toHaveLength(2);
  expect(inputs(core, "record_heads")).toEqual([{ meetingId: "forum", residents: "43", at: "" }]);
  expect(screen.queryByRole("img", { name: /needed/ })).toBeNull();
});

test("who may only read it can press nothing", async () => {
  await openAt({ name: "sitting", id: "reads" });
  expect(await screen.findByRole("checkbox", { name: "Ken Ashby" })).toHaveProperty("disabled", true);
  for (const name of ["Record this decision", "Close the meeting", /^Undo/, "Declare an interest"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});
