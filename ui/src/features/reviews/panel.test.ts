import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ResponseWhat, Together } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { desk, panel, refused, response } from "../../kit/reviews";
import { openAt } from "../../test/open";
import { agreed, along, neighbours, shares } from "./glance";
import { words } from "./panelWords";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);

test("before they are open there are envelopes, and never a word of a review", async () => {
  await openAt(
    { name: "panel", roundId: "r2", id: "a8" },
    { panel: () => panel({ opened: false, reviews: [], setAside: [], together: null, questions: [] }) },
  );
  expect(await screen.findByRole("heading", { name: "Sealed until all three reviews are in" })).toBeTruthy();
  expect(screen.getByText("Not in yet")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "What they say" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Print the panel report/ })).toBeNull();
});

test("an open panel says how far they agree, what each would do, and who took no part", async () => {
  await openAt({ name: "panel", roundId: "r2", id: "a8" });
  expect(await screen.findByRole("heading", { name: "All three would fund it, at least in part" })).toBeTruthy();
  expect(
    screen.getByRole("img", { name: "Lowest £200.00, middle £295.00, highest £385.00, of £385.00 asked for." }),
  ).toBeTruthy();
  const ken = within(screen.getByRole("article", { name: "Ken Ashby" }));
  expect(ken.getByText("Fund £295.00 of it")).toBeTruthy();
  expect(ken.getByText("From before the application was corrected")).toBeTruthy();
  expect(ken.getByText("4 of 5")).toBeTruthy();
  expect(within(screen.getByRole("article", { name: "Doreen Pike" })).getByText("Left out")).toBeTruthy();
  expect(screen.getByText("Typed in from paper by Joan Pelham")).toBeTruthy();
  expect(screen.getByText(/Its author has an interest, so it never counts/)).toBeTruthy();
  expect(screen.getByText(/They have an interest, so they did not read or judge it/)).toBeTruthy();
});

const together = (part: Partial<Together>): Together => ({
  reviews: 3,
  inFull: 0,
  inPart: 0,
  askForMore: 0,
  doNotFund: 0,
  agreement: "divided",
  lowestPence: null,
  middlePence: null,
  highestPence: null,
  ...part,
});

test.each([
  [together({ inFull: 3, agreement: "all" }), "All three say: fund it in full"],
  [together({ inFull: 2, inPart: 1, agreement: "most" }), "All three would fund it, at least in part"],
  [together({ reviews: 2, doNotFund: 2, agreement: "all" }), "Both say: do not fund it"],
  [together({ doNotFund: 2, inFull: 1, agreement: "most" }), "Most say: do not fund it"],
  [together({ doNotFund: 1, inFull: 1, askForMore: 1 }), "They do not agree"],
  [together({ reviews: 1, inFull: 1, agreement: "tooFew" }), "One review only"],
  [together({ reviews: 0, agreement: "tooFew" }), "No review counts"],
])("agreement is one sentence (%#)", (given, sentence) => {
  expect(agreed(given)).toBe(sentence);
});

test("the bar leaves out what nobody recommends, and the line keeps within its ends", () => {
  expect(shares(together({ inFull: 1, doNotFund: 2 })).map(({ recommendation }) => recommendation)).toEqual([
    "fundInFull",
    "doNotFund",
  ]);
  expect([along(0, 400), along(100, 400), along(400, 400), along(900, 400), along(5, 0)]).toEqual([0, 25, 100, 100, 0]);
});

test("the next and the previous application follow their references", async () => {
  const around = neighbours(panel());
  expect([around.at, around.of, around.previous?.reference, around.next?.reference]).toEqual([
    3,
    4,
    "CC-2023-007",
    "CC-2023-009",
  ]);
  await openAt({ name: "panel", roundId: "r2", id: "a8" });
  await press("Next: Harvey Road Lunch Club");
  expect(navigation.screen).toEqual({ name: "panel", roundId: "r2", id: "a11" });
});

test("the questions are copied one a line, without names", async () => {
  const user = userEvent.setup();
  await openAt({ name: "panel", roundId: "r2", id: "a8" });
  await user.click(await screen.findByRole("button", { name: "Copy the questions" }));
  expect(await navigator.clipboard.readText()).toBe(
    "Have you asked the library for the lower price?\nWho checks the helpers?",
  );
});

test("every line of a response has its words", () => {
  const all = Object.keys(words.what) as ResponseWhat[];
  expect(new Set(all.map((what) => words.what[what])).size).toBe(10);
});

test("a response is shown before anything is kept, then brought in, then a receipt is saved", async () => {
  const core = await openAt({ name: "reviews" }, { bring_in_response: () => response({ opensAll: true }) });
  await press("Bring a response in");
  expect(await screen.findByRole("heading", { name: "A response came back" })).toBeTruthy();
  expect(screen.getByText("From Ken Ashby")).toBeTruthy();
  expect(screen.getByText(/They say that they have an interest/)).toBeTruthy();
  expect(screen.getByText("Still missing: CC-2023-006. What is in already stays.")).toBeTruthy();
  expect(sent(core, "bring_in_response")).toEqual([]);
  await press("Bring it in");
  expect(await screen.findByText("That was the last one. The reviews are open now.")).toBeTruthy();
  const path = "/media/stick/pack 88D1-07AA.chestpack";
  expect(sent(core, "bring_in_response")).toEqual([{ path }]);
  await press("Save a receipt for them");
  await waitFor(() => expect(sent(core, "save_receipt")).toEqual([{ path }]));
});

test("a response with another history, or one that was brought in before, says so", async () => {
  await openAt({
    name: "response",
    found: response({ historyDiffers: "2023-01-12", alreadyOn: "2023-01-16" }),
  });
  expect(await screen.findByText("Their pack shows a history that this register does not have")).toBeTruthy();
  expect(screen.getByText(/What they saw on 12 January 2023 is not in this register/)).toBeTruthy();
  expect(screen.getByText("This same file was brought in on 16 January 2023.")).toBeTruthy();
});

test("a refused response is not brought in; it can be noted in the journal", async () => {
  const core = await openAt({ name: "response", found: refused });
  expect(
    await screen.findByRole("heading", { name: "This pack was made for somebody else and passed on" }),
  ).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Bring it in" })).toBeNull();
  await press("Note this in the journal");
  await waitFor(() => expect(sent(core, "note_refused_pack")).toHaveLength(1));
  expect(screen.queryByRole("button", { name: "Note this in the journal" })).toBeNull();
});

test("a paper reply is typed in with its date, for its author", async () => {
  const core = await openAt({ name: "recordReview", roundId: "r2", memberId: "7", id: "a11" });
  await userEvent.type(await screen.findByLabelText("Day"), "16");
  await userEvent.type(screen.getByLabelText("Month"), "1");
  await userEvent.type(screen.getByLabelText("Year"), "2023");
  await userEvent.type(screen.getByLabelText("What is good about it?"), "Warm food");
  await userEvent.click(screen.getByLabelText("Fund part of it"));
  await userEvent.type(screen.getByLabelText("How much of the £220.00?"), "150");
  await press("Keep this reply");
  await waitFor(() => expect(sent(core, "record_review")).toHaveLength(1));
  expect(sent(core, "record_review")[0]).toMatchObject({
    roundId: "r2",
    memberId: "7",
    applicationId: "a11",
    on: { day: "16", month: "1", year: "2023" },
    judgement: { good: "Warm food", recommendation: "fundPart", amount: "150" },
  });
});

test("what is missing in a reply stands beside its field, and what was typed outlives the screen", async () => {
  await openAt(
    { name: "recordReview", roundId: "r2", memberId: "7", id: "a11" },
    {
      record_review: () => {
        throw new Refusal({
          code: "fields",
          problems: [
            { field: "on", fault: "noDate", most: null },
            { field: "judgement.recommendation", fault: "missing", most: null },
          ],
        });
      },
    },
  );
  await userEvent.type(await screen.findByLabelText("What is good about it?"), "Warm food");
  await press("Keep this reply");
  expect(await screen.findByRole("link", { name: /The date on the sheet must be a date/ })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Choose what the meeting should do" })).toBeTruthy();
  navigation.go({ name: "reviews" });
  await screen.findByRole("heading", { name: "Reviews", level: 1 });
  navigation.back();
  expect(await screen.findByLabelText("What is good about it?")).toHaveProperty("value", "Warm food");
});

test("an interest on a reply sheet is kept as an interest, not as a review", async () => {
  const core = await openAt({ name: "recordReview", roundId: "r2", memberId: "7", id: "a11" });
  await userEvent.click(await screen.findByLabelText("They have an interest"));
  await userEvent.click(screen.getByLabelText("A relative or a friend"));
  await userEvent.click(screen.getByLabelText("Their own"));
  await userEvent.type(screen.getByLabelText("How does it arise?"), "Her sister cooks there");
  await press("Keep this");
  await waitFor(() =>
    expect(sent(core, "record_paper_interest")).toEqual([
      {
        roundId: "r2",
        memberId: "7",
        answer: {
          applicationId: "a11",
          answer: "interest",
          kinds: ["personal"],
          reach: "direct",
          how: "Her sister cooks there",
        },
      },
    ]),
  );
  expect(sent(core, "record_review")).toEqual([]);
});

test("one's own review stands beside the text, has no date to type, and is signed today", async () => {
  const core = await openAt(
    { name: "recordReview", roundId: "r2", memberId: "1", id: "a11" },
    { review_desk: () => desk({ memberId: "1", mine: true }) },
  );
  expect(await screen.findByText("It is signed with your key. Nobody reads it until all are in.")).toBeTruthy();
  expect(screen.queryByLabelText("Day")).toBeNull();
  await userEvent.click(screen.getByLabelText("Fund it in full"));
  await press("Seal my review");
  await waitFor(() =>
    expect(sent(core, "record_review")[0]).toMatchObject({ on: { day: "", month: "", year: "" }, memberId: "1" }),
  );
});
