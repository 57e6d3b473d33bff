import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ApplicationView, InterestGate } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { viewSample } from "../../kit/applications";
import { gate, interests } from "../../kit/members";
import { chair } from "../../kit/sample";
import { openAt } from "../../test/open";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const notThere = (): never => {
  throw new Refusal({ code: "notFound" });
};

test("the question stands before the text, and the text comes only after no", async () => {
  let cleared = false;
  const core = await openAt(
    { name: "application", id: "a7" },
    {
      application: (): ApplicationView => (cleared ? viewSample({ state: "received", typing: false }) : notThere()),
      answer_interest: (): InterestGate => {
        cleared = true;
        return { ...gate, stance: "clear" };
      },
    },
    chair,
  );
  expect(await screen.findByRole("heading", { name: "Do you have an interest in this application?" })).toBeTruthy();
  expect(screen.queryByText("What the form says")).toBeNull();
  await userEvent.click(screen.getByLabelText("No, I have no interest"));
  await press("Read the application");
  expect(await screen.findByText("What the form says")).toBeTruthy();
  expect(sent(core, "answer_interest")).toMatchObject([{ applicationId: "a7", answer: "noInterest" }]);
});

test("after yes the text stays shut and the way back is to the list", async () => {
  await openAt({ name: "application", id: "a7" }, { application: notThere }, chair);
  await userEvent.click(await screen.findByLabelText(/I am not sure/));
  await press(/Tell the chair/);
  expect(await screen.findByRole("heading", { name: "Thank you for saying so" })).toBeTruthy();
  expect(screen.queryByText("What the form says")).toBeNull();
  expect(screen.getByRole("button", { name: "Back to the applications" })).toBeTruthy();
});

test("an application that is not there, with no question before it, says so", async () => {
  await openAt({ name: "application", id: "nowhere" }, { application: notThere, interest_gate: notThere });
  expect(await screen.findByText("That record is not there")).toBeTruthy();
});

test("whoever reads an application sees who declared an interest, and may declare one", async () => {
  let held = false;
  await openAt(
    { name: "application", id: "a11" },
    {
      interest_gate: (): InterestGate => ({ ...gate, stance: held ? "conflicted" : "clear" }),
      answer_interest: (): InterestGate => {
        held = true;
        return { ...gate, stance: "conflicted", said: null };
      },
    },
  );
  const card = (await screen.findByRole("heading", { name: "Interests" })).closest("section");
  if (!card) throw new Error("no card");
  expect(await within(card).findByText(/I am one of its trustees/)).toBeTruthy();
  await press("Declare an interest");
  await press("Answer the question");
  await userEvent.click(await screen.findByLabelText("Yes, I have an interest"));
  await userEvent.click(screen.getByLabelText(/A relative or a friend/));
  await userEvent.click(screen.getByLabelText("My own"));
  await userEvent.type(screen.getByLabelText("How does it arise?"), "My sister cooks there");
  await press(/Tell the chair/);
  expect(await screen.findByRole("heading", { name: "Thank you for saying so" })).toBeTruthy();
  expect(screen.queryByText("What the form says")).toBeNull();
});

test("the register lists entries by member, and one's own can be ended", async () => {
  const core = await openAt({ name: "interests" });
  expect(await screen.findByText("Money, through somebody close")).toBeTruthy();
  expect(screen.getByText("1 April 2019 to 31 March 2022")).toBeTruthy();
  expect(screen.getAllByRole("button", { name: /^End it/ })).toHaveLength(1);
  await press("End it: Ken Ashby and Kingfisher Kitchen Table");
  await press("End the entry");
  await waitFor(() =>
    expect(sent(core, "end_standing_interest")).toEqual([{ id: "i1", on: { day: "17", month: "1", year: "2023" } }]),
  );
});

test("an entry is added for a member by whoever keeps the list", async () => {
  const core = await openAt({ name: "interests" });
  await press("Add an entry");
  await userEvent.selectOptions(await screen.findByLabelText("Whose is it?"), "Ken Ashby");
  await userEvent.type(screen.getByLabelText("Which group, firm or other body?"), "Merrybank Growers");
  await userEvent.type(screen.getByLabelText("How does it arise?"), "Treasurer");
  await press("Add this entry");
  await waitFor(() =>
    expect(sent(core, "add_standing_interest")).toMatchObject([
      { memberId: "5", body: "Merrybank Growers", how: "Treasurer", kind: "loyalty", reach: "direct" },
    ]),
  );
});

test("the chair settles a doubt with an answer and a reason; what is sealed is not shown", async () => {
  const core = await openAt({ name: "interests" }, {}, chair);
  await userEvent.click(await screen.findByRole("link", { name: /On applications/ }));
  expect(screen.getByText(/How it arises is sealed to those who read the application/)).toBeTruthy();
  expect(screen.getByText("Settled by Marcia Lowe: Knowing somebody by sight is no interest")).toBeTruthy();
  await press("Settle it: Doreen Pike and CC-2023-006");
  await press("Record this");
  expect(await screen.findByText("Choose whether it stands")).toBeTruthy();
  expect(sent(core, "rule_on_interest")).toEqual([]);
  await userEvent.click(screen.getByLabelText("No, it is no interest"));
  await userEvent.type(screen.getByLabelText("Why?"), "A neighbour only");
  await press("Record this");
  await waitFor(() =>
    expect(sent(core, "rule_on_interest")).toEqual([
      { applicationId: "a12", memberId: "7", stands: false, reason: "A neighbour only" },
    ]),
  );
});

test("what may not be settled here has no button", async () => {
  const declared = interests.declared.map((one) => ({ ...one, mayRule: false }));
  await openAt({ name: "interests" }, { interest_register: () => ({ ...interests, declared }) });
  await userEvent.click(await screen.findByRole("link", { name: /On applications/ }));
  expect(screen.queryByRole("button", { name: /Settle it/ })).toBeNull();
});

test("text that may not be read any more goes from the screen at once", async () => {
  let gone = false;
  const core = await openAt(
    { name: "application", id: "a7" },
    {
      application: (): ApplicationView => (gone ? notThere() : viewSample({ state: "received", typing: false })),
      interest_gate: (): InterestGate => ({ ...gate, stance: "conflicted" }),
    },
    chair,
  );
  expect(await screen.findByText("What the form says")).toBeTruthy();
  gone = true;
  await core.touch("interest");
  await waitFor(() => expect(screen.queryByText("What the form says")).toBeNull());
  expect(await screen.findByRole("heading", { name: "Thank you for saying so" })).toBeTruthy();
});
