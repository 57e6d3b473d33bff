import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { MembershipRefusal } from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { membershipRefusal } from "$words/membershipRefusals";
import { findings, membership, person } from "../../kit/membership";
import { session as sample } from "../../kit/sample";
import { openAt } from "../../test/open";
import { rules } from "./membershipWords";

const open = (handlers: Record<string, Handler> = {}) => openAt({ name: "membership" }, handlers);
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const dialog = async (name: string | RegExp) => within(await screen.findByRole("dialog", { name }));
const sent = (core: Awaited<ReturnType<typeof open>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const today = { day: "17", month: "1", year: "2023" };
const noDay = { day: "", month: "", year: "" };
async function ruleOf(title: string): Promise<HTMLElement> {
  const heading = await screen.findByRole("heading", { name: title });
  const line = heading.closest("li");
  expect(line).not.toBeNull();
  return line ?? heading;
}
async function openMember(name: RegExp): Promise<void> {
  const row = await screen.findByRole("row", { name });
  row.focus();
  await userEvent.keyboard("{Enter}");
}

test("every rule says whether it holds, with its figure and its section, and what does not hold comes first", async () => {
  await open();
  expect(await screen.findByText("10 of 14 rules hold.")).toBeTruthy();
  for (const { rule, holds } of findings) {
    const line = await ruleOf(rules[rule].title);
    expect(line.textContent).toContain(holds ? "Holds" : "Does not hold");
    expect(line.textContent).toContain(rules[rule].section);
  }
  expect((await ruleOf("At least 8 members")).textContent).toContain("There are 13 members.");
  expect((await ruleOf("At least 51% of the members are residents, and most who vote")).textContent).toContain(
    "12 members are residents. 7 must be.",
  );
  const vice = await ruleOf("Two Vice-chairs, who are residents");
  expect(vice.textContent).toContain("There is one. Appoint the Vice-chairs at the next meeting.");
  const dbs = await ruleOf("Every member filled in the DBS questionnaire");
  expect(dbs.textContent).toContain("12 of 13 did.");
  expect(dbs.textContent).toContain("Doreen Pike");
  const lines = [...(vice.parentElement?.children ?? [])].map((line) => line.textContent.includes("Does not hold"));
  expect(lines.indexOf(false)).toBe(4);
  expect(lines.lastIndexOf(true)).toBe(3);
});

test("a partnership in its first year is not blamed for nobody standing down", async () => {
  const first = findings.map((one) => (one.rule === "stoodDown" ? { ...one, found: 0, needed: 0 } : one));
  await open({ membership: () => membership({ findings: first }) });
  const line = await ruleOf("At least three resident members stand down each year");
  expect(line.textContent).toContain("This is the first year, so nobody has to yet.");
});

test("members stand with seat, office, term, meetings and what is missing", async () => {
  await open();
  const said = async (name: RegExp) => (await screen.findByRole("row", { name })).textContent;
  expect(await said(/Grace Adeyemi/)).toMatch(
    /Resident.*Vice-chair since 1 February 2022.*18 January 2022 to 17 January 2025/,
  );
  expect(await said(/Ken Osei/)).toContain("Came to 3 of 6, 1 apology, 2 unheard of");
  expect(await said(/Doreen Pike/)).toMatch(/Advisory.*DBS questionnaire, Proof of identity/);
  expect(await said(/Ada Brook/)).toContain("No meeting yet");
  expect(await said(/Anita Joyce/)).toContain("Never had one");
});

test("the desk is shown as of a typed day, and a day that is none is refused beside the boxes", async () => {
  const core = await open({
    membership: ({ on }) => {
      const { month, year } = on as typeof today;
      if (month === "13")
        throw new Refusal({ code: "fields", problems: [{ field: "asOf", fault: "notARealDate", most: null }] });
      return membership({ on: `${year}-01-17` });
    },
  });
  expect(await screen.findByText("As of 17 January 2023")).toBeTruthy();
  const boxes = within(await screen.findByRole("group", { name: /As of/ }));
  await userEvent.clear(boxes.getByLabelText("Year"));
  await userEvent.type(boxes.getByLabelText("Year"), "2025");
  expect(core.calls.filter(({ command }) => command === "membership")).toHaveLength(1);
  await press("Look");
  expect(await screen.findByText("As of 17 January 2025")).toBeTruthy();
  await userEvent.clear(boxes.getByLabelText("Month"));
  await userEvent.type(boxes.getByLabelText("Month"), "13");
  await press("Look");
  expect(await screen.findByRole("link", { name: /must be a real date/ })).toBeTruthy();
  expect(boxes.getByText(/must be a real date/)).toBeTruthy();
});

test("what is due opens the person it is about, with their history", async () => {
  await open();
  expect(await screen.findByRole("heading", { name: "The term of Ken Osei ends soon" })).toBeTruthy();
  await press("Open: Hold the exit interview with Terry Moult");
  expect(await screen.findByRole("heading", { name: "Terry Moult" })).toBeTruthy();
  await openMember(/Grace Adeyemi/);
  expect(await screen.findByText("Grace Adeyemi 7, Ken Ashby 4")).toBeTruthy();
  expect(screen.getByText("In their own words: I must look after my mother")).toBeTruthy();
  expect(screen.getByText("Attached to the LTO: Volunteer driver")).toBeTruthy();
  expect(screen.getByText("Seen by Joan Pelham.")).toBeTruthy();
});

test("whoever does not keep the members sees seats and rules, and changes nothing", async () => {
  await openAt(
    { name: "membership" },
    {
      membership: () => membership({ mayKeep: false }),
      membership_person: () => ({
        ...person,
        papers: [],
        terms: person.terms.map((term) => ({ ...term, words: null })),
      }),
    },
    { ...sample, may: ["readSealed", "review"] },
  );
  await openMember(/Grace Adeyemi/);
  await screen.findByRole("heading", { name: "Seats" });
  for (const name of [
    "Appoint an officer",
    "Record an election",
    "Somebody would join",
    "End the seat",
    "Record a paper",
  ])
    expect(screen.queryByRole("button", { name })).toBeNull();
  expect(screen.queryByRole("heading", { name: "Papers" })).toBeNull();
});

test("whoever is voted off was told, and the vote is asked for only then", async () => {
  let refused = true;
  const core = await open({
    end_seat: () => {
      if (refused)
        throw new Refusal({ code: "membershipRefused", refusal: { kind: "notCarried", agreed: 3, needed: 4 } });
      return null;
    },
  });
  await openMember(/Grace Adeyemi/);
  await press("End the seat");
  const form = await dialog("End the seat of Grace Adeyemi");
  expect(form.queryByLabelText("Residents who agreed")).toBeNull();
  await userEvent.click(form.getByLabelText("Voted off for not coming"));
  await userEvent.type(form.getByLabelText("Resident members there"), "6");
  await userEvent.type(form.getByLabelText("Advisory members there"), "1");
  await userEvent.type(form.getByLabelText("Residents who agreed"), "3");
  await userEvent.click(form.getByRole("button", { name: "End this seat" }));
  expect(await form.findByRole("link", { name: "3 agreed, and 4 must" })).toBeTruthy();
  expect(form.getByText(/They keep their seat/)).toBeTruthy();
  refused = false;
  await userEvent.click(form.getByRole("button", { name: "End this seat" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent(core, "end_seat").at(-1)).toEqual({
    memberId: "6",
    why: "removed",
    on: today,
    words: "",
    toldOn: noDay,
    itemId: null,
    vote: { residents: "6", advisers: "1", agreed: "3" },
  });
});

test("the vote of a meeting is offered, and then no figures are asked for", async () => {
  const removals = [{ itemId: "i9", on: "2022-12-15", vote: { residents: 7, advisers: 2, agreed: 5 } }];
  const core = await open({ membership_person: () => ({ ...person, removals }) });
  await openMember(/Grace Adeyemi/);
  await press("End the seat");
  const form = await dialog("End the seat of Grace Adeyemi");
  await userEvent.click(form.getByLabelText("Voted off for not coming"));
  expect(
    form.getByRole("option", { name: "At the meeting of 15 December 2022: 5 of 7 residents agreed" }),
  ).toBeTruthy();
  expect(form.queryByLabelText("Residents who agreed")).toBeNull();
  await userEvent.selectOptions(form.getByLabelText("Which vote?"), "Another, from paper minutes");
  expect(form.getByLabelText("Residents who agreed")).toBeTruthy();
  await userEvent.selectOptions(form.getByLabelText("Which vote?"), "i9");
  await userEvent.click(form.getByRole("button", { name: "End this seat" }));
  await waitFor(() => expect(sent(core, "end_seat")).toHaveLength(1));
  expect(sent(core, "end_seat")[0]).toMatchObject({ why: "removed", itemId: "i9" });
});

test("one nominee needs no votes, and a second makes it a ballot", async () => {
  const core = await open({
    appoint_officer: () => {
      throw new Refusal({ code: "membershipRefused", refusal: { kind: "tied", between: 2 } });
    },
  });
  await press("Appoint an officer");
  const form = await dialog("Appoint an officer");
  expect(form.queryByLabelText("Votes for nominee 1")).toBeNull();
  expect(within(form.getByLabelText("Nominee")).queryByRole("option", { name: "Doreen Pike" })).toBeNull();
  await userEvent.selectOptions(form.getByLabelText("Nominee"), "Ken Ashby");
  await userEvent.click(form.getByLabelText("They agree to be nominated"));
  await userEvent.click(form.getByRole("button", { name: "Another nominee" }));
  await userEvent.selectOptions(form.getByLabelText("Nominee 2"), "Ken Osei");
  await userEvent.click(form.getByLabelText("Nominee 2 agrees to be nominated"));
  await userEvent.type(form.getByLabelText("Votes for nominee 1"), "4");
  await userEvent.type(form.getByLabelText("Votes for nominee 2"), "4");
  await userEvent.click(form.getByRole("button", { name: "Appoint them" }));
  expect(await form.findByText(/2 nominees have the most votes/)).toBeTruthy();
  expect(form.getByText(/Vote again by written ballot/)).toBeTruthy();
  expect(sent(core, "appoint_officer")).toEqual([
    {
      office: "chair",
      on: today,
      nominees: [
        { memberId: "5", consents: true, votes: "4" },
        { memberId: "3", consents: true, votes: "4" },
      ],
      inPlaceOf: null,
    },
  ]);
});

test("an election says what came of it, and a late nomination is refused beside its field", async () => {
  let late = true;
  const core = await open({
    record_election: () => {
      if (late)
        throw new Refusal({ code: "membershipRefused", refusal: { kind: "nominatedLate", latest: "2023-01-10" } });
      return { carried: false };
    },
  });
  await press("Record an election");
  const form = await dialog("Record an election");
  await userEvent.type(form.getByLabelText("Their name"), "Wanda Rix");
  await userEvent.type(form.getByLabelText("Residents there"), "12");
  await userEvent.type(form.getByLabelText("Hands for them"), "7");
  await userEvent.click(form.getByRole("button", { name: "Record this vote" }));
  const boxes = within(form.getByRole("group", { name: /written nomination/ }));
  expect(await boxes.findByText(/must come by 10 January 2023/)).toBeTruthy();
  late = false;
  await userEvent.click(form.getByRole("button", { name: "Record this vote" }));
  expect(await screen.findByText("Not elected. Two-thirds did not agree.")).toBeTruthy();
  expect(sent(core, "record_election").at(-1)).toEqual({
    memberId: null,
    candidate: "Wanda Rix",
    heldOn: today,
    nominatedOn: noDay,
    residents: "12",
    hands: "7",
    endsOn: noDay,
  });
});

test("somebody who would join is met by two residents, and then voted on", async () => {
  const core = await open();
  await press("Somebody would join");
  const form = await dialog("Somebody would join");
  expect(within(form.getByLabelText("By whom?")).queryByRole("option", { name: "Doreen Pike" })).toBeNull();
  expect(within(form.getByLabelText("Who would join?")).queryByRole("option", { name: "Ken Osei" })).toBeNull();
  await userEvent.type(form.getByLabelText("Their name"), "Xena Yule");
  await userEvent.selectOptions(form.getByLabelText("By whom?"), "Ken Ashby");
  await userEvent.selectOptions(form.getByLabelText("And by whom?"), "Ken Osei");
  await userEvent.click(form.getByLabelText("They can join: they live in the area"));
  await userEvent.click(form.getByRole("button", { name: "Record that they were met" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent(core, "record_joining")).toEqual([
    { memberId: null, name: "Xena Yule", metOn: today, metBy: "5", andBy: "3", eligible: true, notes: "" },
  ]);
  await press("Record the vote: Wanda Rix");
  const vote = await dialog("The vote on Wanda Rix");
  await userEvent.type(vote.getByLabelText("Resident members there"), "8");
  await userEvent.type(vote.getByLabelText("Advisory members there"), "0");
  await userEvent.type(vote.getByLabelText("Residents who agreed"), "6");
  await userEvent.click(vote.getByRole("button", { name: "Record this vote" }));
  expect(await screen.findByText("They have joined, and are on the members’ list.")).toBeTruthy();
  expect(sent(core, "vote_on_joining")).toEqual([
    { joiningId: "j1", votedOn: today, vote: { residents: "8", advisers: "0", agreed: "6" }, endsOn: noDay },
  ]);
});

test("a paper asks only for what its kind needs", async () => {
  const core = await open();
  await openMember(/Doreen Pike/);
  await press("Record a paper");
  const form = await dialog("A paper of Doreen Pike");
  expect(form.getByLabelText("Which paper?")).toHaveProperty("value", "dbs");
  expect(form.queryByRole("group", { name: "The date on the certificate" })).toBeNull();
  await userEvent.click(form.getByLabelText("A standard certificate"));
  expect(form.getByRole("group", { name: "The date on the certificate" })).toBeTruthy();
  await userEvent.selectOptions(form.getByLabelText("Which paper?"), "Member Agreement");
  expect(form.queryByLabelText("Who saw it?")).toBeNull();
  await userEvent.click(form.getByRole("button", { name: "Record this paper" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent(core, "record_member_paper")).toEqual([
    { memberId: "7", kind: "agreement", on: today, level: null, certificateOn: noDay, seenBy: "", words: "" },
  ]);
});

test("with nobody at all the desk says how to begin", async () => {
  await open({
    membership: () => membership({ seats: [], others: [], due: [], rota: [], joinings: [], elections: [] }),
  });
  expect(await screen.findByRole("heading", { name: "Nobody has a seat yet" })).toBeTruthy();
  await press("Go to the members’ list");
  expect(await screen.findByRole("heading", { name: "Members", level: 1 })).toBeTruthy();
  await userEvent.click(screen.getByRole("link", { name: "Seats and offices" }));
  expect(await screen.findByRole("heading", { name: "Seats and offices", level: 1 })).toBeTruthy();
});

test("every refusal says what cannot be done and a way on, in short sentences", () => {
  const figures = {
    most: 20,
    hands: 13,
    residents: 12,
    present: 10,
    members: 9,
    agreed: 3,
    needed: 4,
    cast: 9,
    eligible: 8,
  };
  const kinds: MembershipRefusal["kind"][] = [
    "hasASeat",
    "noSeat",
    "full",
    "moreHands",
    "morePresent",
    "nobodyThere",
    "nominatedLate",
    "metByOne",
    "metByOther",
    "notEligible",
    "tooEarly",
    "notTold",
    "notCarried",
    "notAResident",
    "noConsent",
    "hasPaidPost",
    "attached",
    "noPlace",
    "oneNominee",
    "twice",
    "tooManyVotes",
    "noVotes",
    "tied",
  ];
  for (const kind of kinds) {
    const said = membershipRefusal({ ...figures, latest: "2023-01-11", between: 2, kind });
    expect(`${said.title} ${said.body}`).not.toMatch(/undefined|NaN/);
    for (const sentence of `${said.title}. ${said.body}`.split(/[.:]\s/))
      expect(sentence.split(" ").length, sentence).toBeLessThan(23);
  }
});
