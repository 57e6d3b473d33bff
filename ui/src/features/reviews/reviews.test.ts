import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { RoundInput } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { reader, round } from "../../kit/reviews";
import { chair } from "../../kit/sample";
import { openAt } from "../../test/open";
import { looksOf, missingOf, warningsOf } from "./sharing";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);

test("without a round the screen says what a round is and how to begin", async () => {
  await openAt({ name: "reviews" }, { rounds: () => [] });
  expect(await screen.findByText(/Nobody can read a review until all of them are in/)).toBeTruthy();
  await press("New round");
  expect(navigation.screen.name).toBe("roundForm");
});

test("a round is made of what is ticked, with the sum of what is asked and paper for those without keys", async () => {
  const core = await openAt({ name: "roundForm" });
  expect(await screen.findByLabelText("Name of the round")).toHaveProperty("value", "Applications of January 2023");
  await press("Start the round");
  expect(screen.getByRole("link", { name: "Tick at least one application" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Tick at least one reviewer" })).toBeTruthy();
  expect(sent(core, "start_round")).toEqual([]);

  await userEvent.click(screen.getByLabelText(/Harvey Road Lunch Club/));
  await userEvent.click(screen.getByLabelText(/Kingfisher Kitchen Table/));
  expect(screen.getByText("2 applications are ticked.")).toBeTruthy();
  expect(screen.queryByLabelText(/CC-2023-005/)).toBeNull();
  expect(screen.getByText("You may not read CC-2023-005, so you cannot send it out.")).toBeTruthy();
  await userEvent.click(screen.getByLabelText("Ken Ashby"));
  await userEvent.click(screen.getByLabelText("Doreen Pike"));
  const paper = screen.getByRole("radiogroup", { name: "How does Doreen Pike get it?" });
  expect(within(paper).queryByLabelText("Sealed pack")).toBeNull();
  await userEvent.click(within(paper).getByLabelText("Large print"));
  await userEvent.type(screen.getByLabelText("Day"), "20");
  await userEvent.type(screen.getByLabelText("Month"), "1");
  await userEvent.type(screen.getByLabelText("Year"), "2023");
  await press("Start the round");
  await waitFor(() => expect(navigation.screen).toEqual({ name: "round", id: "r2" }));
  expect(sent(core, "start_round")).toEqual([
    {
      name: "Applications of January 2023",
      returnBy: { day: "20", month: "1", year: "2023" },
      applicationIds: ["a11", "a7"],
      reviewers: [
        { memberId: "5", medium: "pack" },
        { memberId: "7", medium: "largePaper" },
      ],
      criteria: [],
    } satisfies RoundInput,
  ]);
});

test("scores are off until a criterion is added", async () => {
  const core = await openAt({ name: "roundForm" });
  await userEvent.click(await screen.findByLabelText(/Harvey Road/));
  await userEvent.click(screen.getByLabelText("Ken Ashby"));
  await userEvent.click(screen.getByText("Score on criteria"));
  await press("Add a criterion");
  await userEvent.type(screen.getByLabelText("Criterion 1"), "Value for money");
  await press("Start the round");
  await waitFor(() => expect(sent(core, "start_round")).toHaveLength(1));
  expect(sent(core, "start_round")[0]).toMatchObject({ criteria: [{ name: "Value for money", most: 5 }] });
});

test("what the core wants put right stands beside its field, and what was ticked stays", async () => {
  await openAt(
    { name: "roundForm" },
    {
      start_round: () => {
        throw new Refusal({ code: "fields", problems: [{ field: "returnBy", fault: "noMonth", most: null }] });
      },
    },
  );
  await userEvent.click(await screen.findByLabelText(/Harvey Road/));
  await userEvent.click(screen.getByLabelText("Ken Ashby"));
  await press("Start the round");
  expect(await screen.findByRole("link", { name: /reviews should be back must include a month/ })).toBeTruthy();
  expect(screen.getByLabelText("Ken Ashby")).toHaveProperty("checked", true);
});

test("a match with the register of interests is said in words before anything goes out", async () => {
  await openAt({ name: "round", id: "r2" }, { round: () => round("preparing") });
  expect(await screen.findByText("Ken Ashby and Kingfisher Kitchen Table")).toBeTruthy();
  expect(screen.getByText(/“Trustee, Kingfisher Kitchen Table” since 19 May 2022. Ask before you send./)).toBeTruthy();
});

test("somebody who does not get it is not warned about", () => {
  const warned = (share: "gets" | "conflicted") =>
    warningsOf(
      round("preparing", {
        readers: [
          reader({
            memberId: "5",
            name: "Ken Ashby",
            items: [
              {
                applicationId: "a7",
                share,
                reason: null,
                matches: [{ body: "Kingfisher", how: "Trustee", since: "2022-05-19" }],
                progress: "missing",
              },
            ],
          }),
        ],
      }),
    ).length;
  expect([warned("gets"), warned("conflicted")]).toEqual([1, 0]);
});

test("a reviewer is left out with a reason, and can be let in again", async () => {
  const core = await openAt({ name: "round", id: "r2" }, { round: () => round("preparing") });
  await press("Gets it. Ken Ashby, CC-2023-007");
  await userEvent.type(await screen.findByLabelText("Why?"), "He is a trustee");
  await press("Leave them out");
  await waitFor(() =>
    expect(sent(core, "leave_out")).toEqual([
      { roundId: "r2", memberId: "5", applicationId: "a7", out: true, reason: "He is a trustee" },
    ]),
  );
  await press("Left out. Grace Adeyemi, CC-2023-007");
  expect(await screen.findByText("The reason: Her son runs it")).toBeTruthy();
  await press("Let them in again");
  await waitFor(() => expect(sent(core, "leave_out").at(-1)).toMatchObject({ memberId: "6", out: false }));
});

test("what each gets is a word before it is out, and how far they are afterwards", () => {
  const item = { applicationId: "a11", reason: null, matches: [] };
  const said = (share: "gets" | "conflicted", progress: "missing" | "in" | "interest", out: boolean) =>
    looksOf({ ...item, share, progress }, out).text;
  expect(said("gets", "missing", false)).toBe("Gets it");
  expect(said("gets", "missing", true)).toBe("Nothing back yet");
  expect(said("gets", "in", true)).toBe("Review is in");
  expect(said("conflicted", "interest", true)).toBe("Has an interest");
});

test("the board says what is out, back and missing, and what is out of date", async () => {
  await openAt({ name: "round", id: "r2" });
  const board = (await screen.findByRole("heading", { name: "How far everybody is" })).closest("section");
  if (!board) throw new Error("no board");
  const said = within(board);
  expect(said.getByText("Everything is back from one of three.")).toBeTruthy();
  expect(said.getByText("3 of 4 back")).toBeTruthy();
  expect(said.getByText("CC-2023-006")).toBeTruthy();
  expect(said.getByText("An application was corrected after this went out")).toBeTruthy();
  const out = round("out");
  expect(out.readers.map((one) => missingOf(out, one).length)).toEqual([1, 0, 3]);
});

test("a booklet is printed for its own reader in large print, and is recorded when it is handed out", async () => {
  const core = await openAt({ name: "round", id: "r2" }, { round: () => round("preparing") });
  await press("I handed it out to Doreen Pike");
  await waitFor(() => expect(sent(core, "record_paper_sent")).toEqual([{ roundId: "r2", memberId: "7" }]));
  await press("Booklet for Doreen Pike");
  expect(navigation.screen).toMatchObject({
    name: "document",
    kind: "booklet",
    subject: "r2",
    person: "7",
    size: "large",
  });
  await press("Open to print Ctrl P");
  expect(await screen.findByRole("dialog", { name: "These pages are under embargo" })).toBeTruthy();
});

test("packs are made while the person works on: counts, stop, and then whose file is whose", async () => {
  let finish: (packs: unknown) => void = () => undefined;
  const core = await openAt(
    { name: "round", id: "r2" },
    { round: () => round("preparing"), send_packs: () => new Promise((done) => (finish = done)) },
  );
  await press("Make the packs");
  const dialog = await screen.findByRole("dialog", { name: "Make the packs" });
  expect(within(dialog).queryByLabelText("Doreen Pike")).toBeNull();
  await press("Choose where, and make 2 packs");
  expect(sent(core, "send_packs")).toEqual([{ roundId: "r2", memberIds: ["5", "6"] }]);
  expect(await screen.findByText(/Choose the folder/)).toBeTruthy();
  await core.workDone(3, 12);
  expect(await screen.findByText("3 of 12 done. You can go on working.")).toBeTruthy();
  // Going elsewhere and coming back does not lose it.
  navigation.go({ name: "reviews" });
  await screen.findByRole("heading", { name: "Reviews", level: 1 });
  navigation.go({ name: "round", id: "r2" });
  expect(await screen.findByRole("progressbar")).toHaveProperty("ariaValueNow", "3");
  await press("Stop");
  expect(core.calls.some(({ command }) => command === "stop_work")).toBe(true);
  finish({
    folder: "/media/stick",
    packs: [{ memberId: "5", name: "Ken Ashby", fileName: "pack 3F2A-91C0.chestpack", applications: 4 }],
  });
  expect(await screen.findByText("pack 3F2A-91C0.chestpack")).toBeTruthy();
  expect(screen.getByText(/Give each person their own file/)).toBeTruthy();
});

test("packs that are stopped leave nothing to read", async () => {
  let refuse: (why: unknown) => void = () => undefined;
  const core = await openAt(
    { name: "round", id: "r2" },
    { round: () => round("preparing"), send_packs: () => new Promise((_, no) => (refuse = no)) },
  );
  await press("Make the packs");
  await press("Choose where, and make 2 packs");
  await core.workDone(3, 12);
  await press("Stop");
  refuse(new Refusal({ code: "internal", incident: "stopped" }));
  expect(await screen.findByText("Stopped. Nothing half-made was left.")).toBeTruthy();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("only the chair opens the reviews before all are in, with a reason", async () => {
  await openAt({ name: "round", id: "r2" }, { round: () => round("out", { mayOpen: false }) });
  expect(await screen.findByText("Nobody can read a review until all three are in.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Open the reviews now" })).toBeNull();
});

test("opening early is asked about once more, and the reason goes with it", async () => {
  const core = await openAt({ name: "round", id: "r2" }, { round: () => round("out", { mayOpen: true }) }, chair);
  await press("Open the reviews now");
  const dialog = within(await screen.findByRole("dialog", { name: "Open the reviews before all are in?" }));
  expect(sent(core, "open_reviews")).toEqual([]);
  await userEvent.type(dialog.getByLabelText("Why now?"), "Ken is in hospital");
  await userEvent.click(dialog.getByRole("button", { name: "Open the reviews now" }));
  await waitFor(() => expect(sent(core, "open_reviews")).toEqual([{ roundId: "r2", reason: "Ken is in hospital" }]));
});

test("a late review counts only when the chair says so", async () => {
  const core = await openAt({ name: "round", id: "r2" }, { round: () => round("opened") }, chair);
  await press("Settle it: Doreen Pike on CC-2023-008");
  await press("Record this");
  expect(await screen.findByText("Choose whether it counts")).toBeTruthy();
  await userEvent.click(screen.getByLabelText("No, leave it out"));
  await userEvent.type(screen.getByLabelText("Why?"), "The others were open");
  await press("Record this");
  await waitFor(() =>
    expect(sent(core, "settle_late_review")).toEqual([
      { reviewId: "v9", accepted: false, reason: "The others were open" },
    ]),
  );
});
