import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { AnswerInterestInput, InterestGate as Gate } from "$lib/ipc";
import { problemOf } from "$words/problems";
import InterestGate from "./InterestGate.svelte";
import InterestTold from "./InterestTold.svelte";

const gate: Gate = {
  applicationId: "a9",
  reference: "CC-009",
  receivedOn: "2023-01-06",
  groupName: "Kingfisher Kitchen Table",
  oneLine: "A free lunch on the first Friday of each month, cooked by volunteers.",
  askedPence: 46_000,
  people: [
    { part: "Contact", name: "Maud Fenwick" },
    { part: "Signature", name: "Les Harper" },
    { part: "Signature", name: "Amina Yusuf" },
  ],
  meetsAt: "The church hall",
  matches: [{ body: "Kingfisher Kitchen Table", how: "Trustee", since: "2022-05-19" }],
  stance: "unanswered",
  said: null,
};
const answers = () => vi.fn<(answer: AnswerInterestInput) => Promise<void>>(() => Promise.resolve());

test("the summary and the entry in the register stand beside the question, and nothing is chosen for anybody", () => {
  render(InterestGate, { gate, onanswer: answers() });
  expect(screen.getByText("£460.00")).toBeTruthy();
  expect(screen.getByText("Les Harper, Amina Yusuf")).toBeTruthy();
  expect(screen.getByText("“Trustee, Kingfisher Kitchen Table”, 19 May 2022")).toBeTruthy();
  for (const radio of screen.getAllByRole("radio")) expect(radio).toHaveProperty("checked", false);
});

test("an answer must be chosen before anything goes to the core", async () => {
  const onanswer = answers();
  render(InterestGate, { gate, onanswer });
  await userEvent.click(screen.getByRole("button", { name: "Read the application" }));
  expect(screen.getByRole("link", { name: "Choose yes, no, or I am not sure" })).toBeTruthy();
  expect(onanswer).not.toHaveBeenCalled();
});

test("no interest goes on with one press", async () => {
  const onanswer = answers();
  render(InterestGate, { gate, onanswer });
  await userEvent.click(screen.getByRole("radio", { name: "No, I have no interest" }));
  await userEvent.click(screen.getByRole("button", { name: "Read the application" }));
  expect(onanswer).toHaveBeenCalledExactlyOnceWith({
    applicationId: "a9",
    answer: "noInterest",
    kinds: [],
    reach: null,
    how: "",
  });
});

test("an interest is told with its kind, its reach and how it arises, and what is missing is said all at once", async () => {
  const onanswer = answers();
  render(InterestGate, { gate, onanswer });
  await userEvent.click(screen.getByRole("radio", { name: "Yes, I have an interest" }));
  await userEvent.click(screen.getByRole("button", { name: "Tell the chair" }));
  const summary = await screen.findByText("There is a problem");
  await waitFor(() => expect(document.activeElement?.contains(summary)).toBe(true));
  expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
    "Choose what kind of interest it is",
    "Choose if it is your own or through somebody close to you",
    "Enter how the interest arises",
  ]);
  await userEvent.click(screen.getByRole("checkbox", { name: "Loyalty to a group or organisation" }));
  await userEvent.click(screen.getByRole("radio", { name: "My own" }));
  await userEvent.type(screen.getByRole("textbox", { name: "How does it arise?" }), "I am one of its trustees ");
  await userEvent.click(screen.getByRole("button", { name: "Tell the chair" }));
  expect(onanswer).toHaveBeenCalledExactlyOnceWith({
    applicationId: "a9",
    answer: "interest",
    kinds: ["loyalty"],
    reach: "direct",
    how: "I am one of its trustees",
  });
});

test("what was ticked under yes does not go with “I am not sure”", async () => {
  const onanswer = answers();
  render(InterestGate, { gate, onanswer });
  await userEvent.click(screen.getByRole("radio", { name: "Yes, I have an interest" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "A relative or a friend" }));
  await userEvent.click(screen.getByRole("radio", { name: "I am not sure" }));
  await userEvent.click(screen.getByRole("button", { name: "Tell the chair" }));
  expect(onanswer.mock.calls[0]?.[0]).toMatchObject({ answer: "unsure", kinds: [], reach: null });
});

test("what the core does not take is said beside its field", async () => {
  const problem = problemOf({ code: "fields", problems: [{ field: "answer.how", fault: "tooLong", most: 2000 }] });
  const { rerender } = render(InterestGate, { gate, onanswer: answers() });
  await userEvent.click(screen.getByRole("radio", { name: "Yes, I have an interest" }));
  await rerender({ gate, onanswer: answers(), problem });
  expect(screen.getByRole("link", { name: "How it arises must be 2,000 letters or fewer" })).toBeTruthy();
  expect(screen.getByRole("textbox").getAttribute("aria-invalid")).toBe("true");
});

test("after “I am not sure” the text is gone, and it says who decides", () => {
  const told: Gate = { ...gate, groupName: null, oneLine: null, askedPence: null, people: [], stance: "doubtful" };
  render(InterestTold, { gate: told });
  expect(screen.getByRole("heading", { name: "Thank you for saying so" })).toBeTruthy();
  expect(screen.getByText(/The chair is told, and will say if you may read it/)).toBeTruthy();
});
