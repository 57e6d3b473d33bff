import { cleanup, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { DecisionRefusal, RecordDecisionInput } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { openAt } from "../../test/open";
import { refusalError } from "./refusal";

type Samples = { [K in DecisionRefusal["kind"]]: [Extract<DecisionRefusal, { kind: K }>, RegExp] };

const samples = {
  notOpen: [{ kind: "notOpen", state: "declined" }, /not waiting for a decision/],
  inFuture: [{ kind: "inFuture" }, /today or earlier/],
  beforeReceived: [{ kind: "beforeReceived", receivedOn: "2023-01-13" }, /13 January 2023/],
  noDecider: [{ kind: "noDecider" }, /who decided/],
  amountNotPositive: [{ kind: "amountNotPositive" }, /more than nothing/],
  notAsAsked: [{ kind: "notAsAsked", askedPence: 21_000 }, /£210\.00/],
  moreThanAsked: [{ kind: "moreThanAsked", askedPence: 21_000 }, /£210\.00/],
  moreThanFree: [{ kind: "moreThanFree", freePence: 52_760, overPence: 7_240 }, /£527\.60.*£72\.40/],
  noPurpose: [{ kind: "noPurpose" }, /what the grant is for/],
  nothingMissing: [{ kind: "nothingMissing" }, /what the group should send/],
  noReasons: [{ kind: "noReasons" }, /reasons/],
  noTerms: [{ kind: "noTerms" }, /dates of the grant/],
  endsBeforeDecision: [{ kind: "endsBeforeDecision" }, /end of the funding/],
  returnByBeforeDecision: [{ kind: "returnByBeforeDecision" }, /agreement back/],
  instalmentsDiffer: [{ kind: "instalmentsDiffer", sumPence: 20_000, amountPence: 21_000 }, /£200\.00.*£210\.00/],
  emptyInstalment: [{ kind: "emptyInstalment" }, /more than nothing/],
  notCarried: [
    { kind: "notCarried", agreed: 3, of: 8, needed: 5 },
    /3 of 8 residents agreed, and 5 are needed \(section 8\.7\)/,
  ],
  notToTell: [{ kind: "notToTell" }, /cannot be told/],
} satisfies Samples;

test("every refusal has its words, with its figure", () => {
  for (const [refusal, words] of Object.values(samples)) expect(refusalError(refusal).text).toMatch(words);
});

async function fill(): Promise<void> {
  await userEvent.click(await screen.findByRole("radio", { name: "Approved, as asked" }));
  await userEvent.type(screen.getAllByLabelText("Day")[0] as HTMLElement, "16");
  await userEvent.type(screen.getAllByLabelText("Month")[0] as HTMLElement, "1");
  await userEvent.type(screen.getAllByLabelText("Year")[0] as HTMLElement, "2023");
  await userEvent.click(screen.getByRole("radio", { name: "A partnership meeting" }));
  await waitFor(() => {
    expect(screen.getByLabelText("How many members were there in all?")).toHaveProperty("value", "15");
  });
  await userEvent.type(screen.getByLabelText("How many members were in the room?"), "9");
  await userEvent.type(screen.getByLabelText("How many of these were residents?"), "6");
  await userEvent.click(screen.getByRole("radio", { name: "There was a vote" }));
  await userEvent.type(screen.getByLabelText("For"), "3");
  await userEvent.type(screen.getByLabelText("Against"), "3");
  await userEvent.click(screen.getByRole("radio", { name: "Yes, for it" }));
  await userEvent.type(screen.getByLabelText("The names, or the meeting"), "Partnership meeting");
  await userEvent.click(screen.getByRole("button", { name: "Record this decision" }));
}

test("a decision is confirmed, recorded as typed, and leads to telling the group", async () => {
  const core = await openAt({ name: "decide", id: "a11" });
  await fill();
  await screen.findByRole("heading", { name: "Record this decision?" });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(navigation.screen).toEqual({ name: "tellGroup", id: "a11" }));
  const input = core.calls.find(({ command }) => command === "record_decision")?.args.input as RecordDecisionInput;
  expect(input).toMatchObject({
    applicationId: "a11",
    outcome: { kind: "approved", amount: "220.00" },
    body: "partnership",
    figures: {
      members: "15",
      present: "9",
      residents: "6",
      takingNoPart: "",
      way: { kind: "vote", agree: "3", against: "3", notVoting: "", casting: "for" },
      chairChaired: false,
    },
    decidedBy: "Partnership meeting",
    conditions: [],
    instalments: [],
  });
});

test("a refused decision says so in the panel, with the figure and a link to the field", async () => {
  await openAt(
    { name: "decide", id: "a11" },
    {
      record_decision: () => {
        throw new Refusal({ code: "decisionRefused", refusal: samples.moreThanFree[0] });
      },
    },
  );
  await fill();
  await screen.findByRole("heading", { name: "Record this decision?" });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const title = await screen.findByText("This decision cannot be recorded");
  expect(document.activeElement?.contains(title)).toBe(true);
  await userEvent.click(screen.getByRole("link", { name: /£527\.60 is free/ }));
  expect(document.activeElement).toBe(screen.getByLabelText("How much is granted?"));
  expect(navigation.screen.name).toBe("decide");
});

test("a decision that would not have stood at the meeting says so, with the figure and the section", async () => {
  await openAt(
    { name: "decide", id: "a11" },
    {
      record_decision: () => {
        throw new Refusal({
          code: "meetingRefused",
          refusal: { kind: "tooFewMembers", present: 6, members: 15, needed: 8 },
        });
      },
    },
  );
  await fill();
  await screen.findByRole("heading", { name: "Record this decision?" });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("This decision cannot be recorded");
  await userEvent.click(screen.getByRole("link", { name: /6 of 15 members.*A decision needs 8 \(section 8\.6\)/ }));
  expect(document.activeElement).toBe(screen.getByLabelText("How many members were in the room?"));
});

test("the members of the day are offered, and what was typed over them stays", async () => {
  await openAt({ name: "decide", id: "a11" });
  const members = await screen.findByLabelText("How many members were there in all?");
  await userEvent.type(members, "14");
  await userEvent.type(screen.getAllByLabelText("Year")[0] as HTMLElement, "2023");
  expect(await screen.findByText("On that day 11 residents and 4 advisory members had a seat.")).toBeTruthy();
  expect(members).toHaveProperty("value", "14");
  expect(screen.getByText("It can only recommend. The partnership decides")).toBeTruthy();
  expect(screen.queryByRole("radio", { name: "A vote by email" })).toBeNull();
});

test("a decision that stands says who was there and how many agreed", async () => {
  await openAt({ name: "application", id: "a15" });
  expect(
    await screen.findByText(
      "9 of 15 members were present, 6 of them residents. 3 for, 3 against, 0 not voting. 4 were needed. The casting vote was for it.",
    ),
  ).toBeTruthy();
});

test("nothing is sent before it is said what was decided and by whom", async () => {
  const core = await openAt({ name: "decide", id: "a11" });
  await userEvent.click(await screen.findByRole("button", { name: "Record this decision" }));
  expect(screen.getByRole("link", { name: "Choose what was decided" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Choose who decided" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Choose how it was decided" })).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "record_decision")).toBe(false);
});

test("what was typed of a decision is there after leaving the screen, and forgotten when the register locks", async () => {
  await openAt({ name: "decide", id: "a11" });
  await userEvent.type(await screen.findByLabelText("The names, or the meeting"), "Partnership meeting");
  navigation.go({ name: "home" });
  await waitFor(() => expect(screen.queryByLabelText("The names, or the meeting")).toBeNull());
  navigation.go({ name: "decide", id: "a11" });
  expect(await screen.findByLabelText("The names, or the meeting")).toHaveProperty("value", "Partnership meeting");
  navigation.go({ name: "decide", id: "a13" });
  await waitFor(() => expect(screen.getByLabelText("The names, or the meeting")).toHaveProperty("value", ""));
  cleanup();
  await openAt({ name: "decide", id: "a11" });
  expect(await screen.findByLabelText("The names, or the meeting")).toHaveProperty("value", "");
});

test("telling the group is confirmed, because it ends the embargo", async () => {
  const core = await openAt({ name: "tellGroup", id: "a15" });
  await userEvent.type(await screen.findByLabelText("Day"), "17");
  await userEvent.type(screen.getByLabelText("Month"), "1");
  await userEvent.type(screen.getByLabelText("Year"), "2023");
  await userEvent.click(screen.getByRole("radio", { name: "By letter" }));
  await userEvent.click(screen.getByRole("button", { name: "Record that the group was told" }));
  await screen.findByRole("heading", { name: "Has the group been told?" });
  expect(core.calls.some(({ command }) => command === "issue_decision")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "End the embargo" }));
  await waitFor(() => expect(navigation.screen).toEqual({ name: "application", id: "a15" }));
  expect(core.calls.find(({ command }) => command === "issue_decision")?.args.input).toEqual({
    applicationId: "a15",
    toldOn: { day: "17", month: "1", year: "2023" },
    how: "By letter",
  });
});
