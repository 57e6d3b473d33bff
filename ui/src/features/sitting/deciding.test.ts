import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ResolveInput, Weighed } from "$lib/ipc";
import { Refusal, type FakeCore, type Handler } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { openAt } from "../../test/open";

const inputs = (core: FakeCore, command: string): unknown[] =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const press = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole("button", { name }));
const choose = (name: string): Promise<void> => userEvent.click(screen.getByRole("radio", { name }));

async function shown(id: string, handlers: Record<string, Handler> = {}): Promise<FakeCore> {
  const core = await openAt({ name: "sitting", id }, handlers);
  await userEvent.click(await screen.findByRole("button", { name: "Show it here" }));
  const asked = screen.getByRole("dialog", { name: "Can only members see this screen?" });
  await userEvent.click(within(asked).getByRole("button", { name: "Show it here" }));
  await screen.findByRole("heading", { level: 1, name: "Night Owls Homework Club" });
  return core;
}

test("nothing under embargo is on the screen until somebody says that only members see it", async () => {
  const core = await openAt({ name: "sitting", id: "sat" });
  await screen.findByRole("heading", { level: 1, name: "Application CC-2023-004" });
  for (const secret of [/Night Owls/, /Kingfisher/, /His daughter/, /385/])
    expect(document.body.textContent).not.toMatch(secret);
  expect(screen.queryByRole("button", { name: "Record this decision" })).toBeNull();
  await press("Show it here");
  await press("Keep it hidden");
  expect(core.calls.some(({ args }) => args.showSealed === true)).toBe(false);
  await press("Show it here");
  const asked = screen.getByRole("dialog", { name: "Can only members see this screen?" });
  await userEvent.click(within(asked).getByRole("button", { name: "Show it here" }));
  await screen.findByRole("heading", { level: 1, name: "Night Owls Homework Club" });
  await press("Hide it again");
  await screen.findByRole("heading", { level: 1, name: "Application CC-2023-004" });
  expect(document.body.textContent).not.toMatch(/Night Owls|His daughter/);
});

test("a vote is counted with typing, buttons and arrow keys, weighed by the core, and recorded as typed", async () => {
  const core = await shown("sat");
  await choose("Fund part");
  await choose("Vote");
  await userEvent.type(screen.getByRole("spinbutton", { name: "For" }), "3");
  await press("One more: for");
  screen.getByRole("spinbutton", { name: "Not voting" }).focus();
  await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}");
  await userEvent.type(screen.getByLabelText("Amount"), "295.00");
  await userEvent.type(screen.getByLabelText("Reason, in the words of the meeting"), "A good project.");
  await screen.findByText("Carried: fund £295.00");
  screen.getByText(/4 of the 5 residents present agreed, 3 were needed\. £232\.60 stays free\./);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("heading", { name: "This item was decided" });
  expect(inputs(core, "resolve")).toEqual([
    {
      itemId: "i4",
      at: "",
      way: { kind: "vote", agree: 4, against: 0, notVoting: 1, casting: null },
      proposal: {
        kind: "grant",
        outcome: { kind: "approvedInPart", amount: "295.00", purpose: "A homework room on two evenings a week" },
        conditions: [],
        endsOn: { day: "31", month: "7", year: "2023" },
        returnBy: { day: "", month: "", year: "" },
        instalments: [],
        reason: "A good project.",
      },
    },
  ]);
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Agreed, as proposed/));
  await press("Go on to item 5");
  const title = await screen.findByRole("heading", { level: 1, name: "Kingfisher Kitchen Table" });
  await waitFor(() => expect(document.activeElement).toBe(title));
});

test("a count that does not add up is said while it is counted", async () => {
  await shown("sat");
  await choose("Fund in full");
  await choose("Vote");
  await screen.findByText("5 residents may vote. You have counted 0.");
});

test("at a tie the casting vote of the chair is offered, and a new count takes it away", async () => {
  const weighed = ({ way }: ResolveInput): Weighed =>
    way.kind === "vote" && way.casting === "for"
      ? { kind: "carried", agreed: 3, of: 4, needed: 3, freePence: null }
      : { kind: "lost", agreed: 2, of: 4, needed: 3, tied: true };
  const core = await shown("sat", { weigh_resolution: ({ input }) => weighed(input as ResolveInput) });
  await choose("Fund in full");
  await choose("Vote");
  await screen.findByText("The votes are tied");
  await choose("Chair votes for");
  await screen.findByText("Carried: fund £385.00");
  const last = (): unknown => inputs(core, "weigh_resolution").at(-1);
  expect(last()).toMatchObject({ way: { casting: "for" } });
  await press("One more: against");
  await waitFor(() => expect(last()).toMatchObject({ way: { against: 1, casting: null } }));
});

test("a refusal is shown live, and again with a link to its field when it is recorded", async () => {
  const refusal = { kind: "overSubGroupLimit", upToPence: 25_000 } as const;
  await shown("sat", {
    weigh_resolution: () => ({ kind: "refused", refusal }),
    resolve: () => {
      throw new Refusal({ code: "meetingRefused", refusal });
    },
  });
  await choose("Fund in full");
  await screen.findByText("The sub-group may grant £250.00 at most");
  await press("Record this decision");
  const title = await screen.findByText("This decision cannot be recorded");
  await waitFor(() => expect(document.activeElement?.contains(title)).toBe(true));
  await userEvent.click(screen.getByRole("link", { name: "The sub-group may grant £250.00 at most" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Amount"));
});

test("nothing is sent before it is said what was proposed, or while a count is no number", async () => {
  const core = await shown("sat");
  await press("Record this decision");
  await screen.findByRole("link", { name: "Choose what was proposed" });
  await choose("Decline");
  await choose("Vote");
  await userEvent.type(screen.getByRole("spinbutton", { name: "Against" }), "two");
  await press("Record this decision");
  await screen.findByRole("link", { name: "Against must be a whole number, like 4" });
  expect(inputs(core, "resolve")).toEqual([]);
});

test("the reason of the meeting is the reason that the letter gives", async () => {
  const core = await shown("sat");
  await choose("Decline");
  await userEvent.type(screen.getByLabelText("Reason, in the words of the meeting"), "It is for one family only.");
  await press("Record this decision");
  await waitFor(() => expect(inputs(core, "resolve")).toHaveLength(1));
  expect(inputs(core, "resolve")[0]).toMatchObject({
    proposal: {
      outcome: { kind: "declined", reasons: "It is for one family only." },
      reason: "It is for one family only.",
    },
  });
});

test("without a quorum there is no decision, but three things that can be done", async () => {
  const core = await shown("few");
  screen.getByRole("heading", { name: "You can talk about this, but not decide it" });
  screen.getByText(/It stopped being enough when Terry Moult left at 7:16pm\./);
  expect(screen.queryByRole("button", { name: "Record this decision" })).toBeNull();
  await press(/^Note the discussion/);
  expect(document.activeElement).toBe(screen.getByLabelText("Note of the discussion"));
  await press(/^Put it off.*Thursday 23 February/);
  await screen.findByText("It goes to the meeting on Thursday 23 February 2023.");
  expect(inputs(core, "take_item")).toEqual([{ itemId: "i4", step: "putOff", at: "" }]);
});

test("an item to hear is done with at once; a proposal is put when there is one", async () => {
  const core = await openAt({ name: "sitting", id: "general" });
  await screen.findByRole("button", { name: "Done with this item" });
  await choose("Decide on a proposal");
  await userEvent.type(screen.getByLabelText("What is proposed?"), "That the plan be agreed");
  await press("Record this decision");
  await waitFor(() => expect(inputs(core, "resolve")).toHaveLength(1));
  expect(inputs(core, "resolve")[0]).toEqual({
    itemId: "i6",
    at: "",
    way: { kind: "consensus" },
    proposal: { kind: "other", proposal: "That the plan be agreed", otherSide: false },
  });
});

test("minutes come with their proposal, and money for a partner with its question", async () => {
  await openAt({ name: "sitting", id: "minutes" });
  expect(await screen.findByLabelText("What is proposed?")).toHaveProperty(
    "value",
    "That the minutes of the meeting on 15 December 2022 be approved as a true record",
  );
  navigation.go({ name: "sitting", id: "commitment" });
  await screen.findByRole("checkbox", { name: "The partner has agreed to this" });
});

test("an interest is declared in the room, and settled in the table", async () => {
  const core = await openAt({ name: "sitting", id: "general" });
  await userEvent.click(await screen.findByRole("button", { name: "Declare an interest" }));
  await press("Record the interest");
  await screen.findByRole("link", { name: "Choose who declares it" });
  await userEvent.selectOptions(screen.getByLabelText("Who declares it?"), "Ken Ashby");
  await choose("No, not financial");
  await userEvent.type(screen.getByLabelText("How does it arise?"), "He is its treasurer.");
  await press("Record the interest");
  const during = await screen.findByRole("radiogroup", { name: "Ken Ashby, during this item" });
  await userEvent.click(within(during).getByRole("radio", { name: "Withdrew" }));
  await waitFor(() => expect(inputs(core, "record_part")).toHaveLength(1));
  expect(inputs(core, "declare_at_meeting")).toEqual([
    { itemId: "i6", memberId: "s2", financial: false, how: "He is its treasurer.", part: null, at: "" },
  ]);
  expect(inputs(core, "record_part")).toEqual([{ itemId: "i6", memberId: "s2", part: "withdrew", at: "" }]);
});

test("a part that is refused is put back", async () => {
  await openAt(
    { name: "sitting", id: "sat" },
    {
      record_part: () => {
        throw new Refusal({ code: "meetingRefused", refusal: { kind: "mustWithdraw" } });
      },
    },
  );
  const during = await screen.findByRole("radiogroup", { name: "Bilal Hussain, during this item" });
  await userEvent.click(within(during).getByRole("radio", { name: "Remained" }));
  await screen.findByText("Whoever has an interest must leave the room");
  expect(within(during).getByRole("radio", { name: "Withdrew" })).toHaveProperty("checked", true);
});

test("what is noted is kept as it is typed, and is safe before the item is closed", async () => {
  const core = await openAt({ name: "sitting", id: "general" });
  await userEvent.type(await screen.findByLabelText("Note of the discussion"), "Read out.");
  await press("Done with this item");
  await screen.findByRole("heading", { name: "This item is done with" });
  const order = core.calls.map(({ command }) => command).filter((one) => one === "note_item" || one === "take_item");
  expect(order).toEqual(["note_item", "take_item"]);
  expect(inputs(core, "note_item")).toEqual([{ itemId: "i6", note: "Read out." }]);
});

test("the close says what it records, takes a short embargo, and leads to the meeting", async () => {
  const core = await shown("decided");
  await press("Close the meeting");
  const asked = screen.getByRole("dialog", { name: "Close the meeting?" });
  within(asked).getByText(/^1 decision on applications will be recorded/);
  within(asked).getByText(/^Items 5, 6 and 7 were not reached/);
  await userEvent.type(within(asked).getByLabelText("Day"), "3");
  await userEvent.type(within(asked).getByLabelText("Month"), "2");
  await userEvent.type(within(asked).getByLabelText("Year"), "2023");
  await userEvent.type(within(asked).getByLabelText("Why?"), "The partner is told first.");
  await userEvent.click(within(asked).getByRole("button", { name: "Close the meeting" }));
  await waitFor(() => expect(navigation.screen).toEqual({ name: "meeting", id: "decided" }));
  expect(inputs(core, "close_meeting")).toEqual([
    {
      meetingId: "decided",
      at: "",
      embargoUntil: { day: "3", month: "2", year: "2023" },
      embargoReason: "The partner is told first.",
    },
  ]);
});

test("a close that is refused says which item is in the way, and stays", async () => {
  await shown("decided", {
    close_meeting: () => {
      throw new Refusal({ code: "meetingRefused", refusal: { kind: "itemNotClosed", number: 6 } });
    },
  });
  await press("Close the meeting");
  const asked = screen.getByRole("dialog", { name: "Close the meeting?" });
  await userEvent.click(within(asked).getByRole("button", { name: "Close the meeting" }));
  await within(asked).findByText("Item 6 is not finished");
  expect(navigation.screen.name).toBe("sitting");
});

test("F6 goes through the parts of the bench", async () => {
  await openAt({ name: "sitting", id: "sat" });
  const title = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(title));
  await userEvent.keyboard("{F6}");
  expect(document.activeElement).toBe(screen.getByRole("complementary", { name: "Quorum and minutes so far" }));
  await userEvent.keyboard("{Shift>}{F6}{F6}{/Shift}");
  expect(document.activeElement).toBe(screen.getByRole("complementary", { name: "Agenda and attendance" }));
});
