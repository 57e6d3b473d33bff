import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { EmailVoteRefusal } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { emailVoteRefusal } from "$words/emailVoteRefusals";
import { emailVote, emailVotes } from "../../kit/deciding";
import { openAt } from "../../test/open";

type Samples = { [K in EmailVoteRefusal["kind"]]: [Extract<EmailVoteRefusal, { kind: K }>, RegExp] };

const samples = {
  nobodyVotes: [{ kind: "nobodyVotes" }, /section 8\.3/],
  anotherOpen: [{ kind: "anotherOpen" }, /Close it or stop it/],
  stillOpen: [{ kind: "stillOpen", closesOn: "2023-01-19" }, /19 January 2023/],
  tooEarly: [{ kind: "tooEarly", openedOn: "2023-01-12" }, /12 January 2023/],
  tooLate: [{ kind: "tooLate", closesOn: "2023-01-19" }, /19 January 2023/],
  noVote: [{ kind: "noVote" }, /section 8\.3/],
  hasInterest: [{ kind: "hasInterest" }, /Section 8\.12/],
  closed: [{ kind: "closed" }, /over/],
} satisfies Samples;

const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);

test("every refusal has its words, with its figure or section", () => {
  for (const [refusal, words] of Object.values(samples)) {
    const { title, body } = emailVoteRefusal(refusal);
    expect(`${title} ${body}`).toMatch(words);
  }
});

test("the list says how each vote stands, and of one that is sealed only its reference and dates", async () => {
  await openAt({ name: "emailVotes" });
  const sealed = within(await screen.findByRole("row", { name: /CC-2023-006/ }));
  expect(sealed.getByText("Under embargo")).toBeTruthy();
  expect(sealed.getByText("Over")).toBeTruthy();
  await userEvent.dblClick(screen.getByText("Harvey Road Lunch Club"));
  await waitFor(() => {
    expect(navigation.screen).toEqual({ name: "emailVote", id: "v1" });
  });
});

test("with no vote yet the page says when one is of use", async () => {
  await openAt({ name: "emailVotes" }, { email_votes: () => ({ ...emailVotes, votes: [], mayStart: false }) });
  expect(await screen.findByText(/cannot wait for the next meeting/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start a vote" })).toBeNull();
});

test("a vote is started with what is proposed, and says how many must agree", async () => {
  const core = await openAt({ name: "emailVotes" });
  await press("Start a vote");
  expect(screen.getByText("8 resident members may vote, for 10 days. 5 of them must agree.")).toBeTruthy();
  await press("Start this vote");
  expect(screen.getByRole("link", { name: "Choose an application" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Choose what you propose" })).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText("Which application?"), "a13");
  await userEvent.click(screen.getByRole("radio", { name: "Approved, as asked" }));
  expect(screen.getByLabelText("How much is granted?")).toHaveProperty("value", "210.00");
  await press("Start this vote");
  await waitFor(() => {
    expect(navigation.screen).toEqual({ name: "emailVote", id: "v1" });
  });
  expect(sent(core, "start_email_vote")).toEqual([
    {
      applicationId: "a13",
      outcome: { kind: "approved", amount: "210.00" },
      openedOn: { day: "17", month: "1", year: "2023" },
      conditions: [],
      endsOn: { day: "", month: "", year: "" },
      returnBy: { day: "", month: "", year: "" },
      instalments: [],
    },
  ]);
});

test("a proposal that could not stand is refused before anybody votes on it", async () => {
  await openAt(
    { name: "emailVotes" },
    {
      start_email_vote: () => {
        throw new Refusal({
          code: "decisionRefused",
          refusal: { kind: "moreThanFree", freePence: 10_000, overPence: 11_000 },
        });
      },
    },
  );
  await press("Start a vote");
  await userEvent.selectOptions(screen.getByLabelText("Which application?"), "a13");
  await userEvent.click(screen.getByRole("radio", { name: "Approved, as asked" }));
  await press("Start this vote");
  expect(await screen.findByText("This vote cannot be started")).toBeTruthy();
  expect(screen.getByRole("link", { name: /£100\.00 is free.*£110\.00 more/ })).toBeTruthy();
});

test("a vote shows its figures, who may vote, and who takes no part", async () => {
  await openAt({ name: "emailVote", id: "v1" });
  expect(await screen.findByText("1 more must agree.")).toBeTruthy();
  expect(screen.getByText("5 of 8 resident members must agree, whether or not the others answer.")).toBeTruthy();
  const ken = within(screen.getByRole("row", { name: /Ken Ashby/ }));
  expect(ken.getByText("Has an interest, and takes no part")).toBeTruthy();
  expect(ken.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("button", { name: "Close the vote" })).toBeNull();
});

test("an answer is recorded with its day, and a late one is refused in its form", async () => {
  let late = true;
  const core = await openAt(
    { name: "emailVote", id: "v1" },
    {
      record_ballot: () => {
        if (late) throw new Refusal({ code: "emailVoteRefused", refusal: samples.tooLate[0] });
        return null;
      },
    },
  );
  await press("Record the answer of Sunita Rao");
  const dialog = within(await screen.findByRole("dialog", { name: "The answer of Sunita Rao" }));
  await userEvent.click(dialog.getByRole("button", { name: "Record this answer" }));
  expect(dialog.getByText("Choose what it says")).toBeTruthy();
  await userEvent.click(dialog.getByLabelText("Agrees"));
  await userEvent.click(dialog.getByRole("button", { name: "Record this answer" }));
  expect(await dialog.findByText(/This ballot came too late\. The last day was 19 January 2023/)).toBeTruthy();
  late = false;
  await userEvent.click(dialog.getByRole("button", { name: "Record this answer" }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  expect(sent(core, "record_ballot")[1]).toEqual({
    voteId: "v1",
    memberId: "m7",
    on: { day: "17", month: "1", year: "2023" },
    choice: "agree",
  });
});

test("a vote that is decided is closed, with the name that the decision will have", async () => {
  const decided = { ...emailVote, agreed: 5, row: { ...emailVote.row, state: { kind: "decided", carried: true } } };
  const core = await openAt({ name: "emailVote", id: "v1" }, { email_vote: () => decided });
  await press("Close the vote");
  const dialog = within(await screen.findByRole("dialog", { name: "Close this vote?" }));
  expect(dialog.getByText("It becomes a decision. That cannot be taken back.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Close the vote" }));
  await waitFor(() => {
    expect(sent(core, "close_email_vote")).toEqual([
      { kind: "count", voteId: "v1", decidedBy: "Vote by email that closed on 17 January 2023" },
    ]);
  });
});

test("a vote that is over takes no more answers, and says what came of it", async () => {
  const stopped = {
    ...emailVote,
    row: { ...emailVote.row, closedOn: "2023-01-16", state: { kind: "stopped", reason: "The meeting decided it." } },
  };
  await openAt({ name: "emailVote", id: "v1" }, { email_vote: () => stopped });
  expect(await screen.findByText("It was stopped. The meeting decided it.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Record|Stop|Close/ })).toBeNull();
});
