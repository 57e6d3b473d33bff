import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { SaveJudgementInput } from "$lib/ipc";
import { Refusal, type FakeCore } from "$lib/ipc/fake";
import { applicationSample, judgementSample } from "../../kit/reviewer";
import { sitAtDesk } from "../../test/desk";
import { questions } from "./questions";
import { reviewing } from "./sitting.svelte";

const at = (applicationId: string) => ({ at: "item", packId: "pack-1", applicationId }) as const;
const lastSaved = (core: FakeCore) =>
  core.calls.findLast(({ command }) => command === "save_judgement")?.args.input as SaveJudgementInput | undefined;

test("the questions are those of the core, word for word", () => {
  const core = readFileSync("../src-tauri/crates/domain/src/application/question.rs", "utf8");
  expect([...core.matchAll(/\btext: "([^"]+)"/g)].map((found) => found[1])).toEqual([...questions]);
});

test("the gate stands before the text: with no interest the application opens", async () => {
  const core = await sitAtDesk(at("a9"));
  await screen.findByRole("heading", { name: "Do you have an interest in this application?" });
  expect(screen.getByText("Step 1 of 2. You read the application after this.")).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "reviewer_application")).toBe(false);
  await userEvent.click(screen.getByRole("radio", { name: "No, I have no interest" }));
  await userEvent.click(screen.getByRole("button", { name: "Read the application" }));
  expect(await screen.findByRole("heading", { name: "Your judgement" })).toBeTruthy();
  expect(core.calls.find(({ command }) => command === "reviewer_answer")?.args.input).toMatchObject({
    packId: "pack-1",
    answer: { applicationId: "a9", answer: "noInterest" },
  });
});

test("after “I am not sure” nothing of the text is on the screen, and it says what happens next", async () => {
  await sitAtDesk(at("a9"));
  await userEvent.click(await screen.findByRole("radio", { name: "I am not sure" }));
  await userEvent.click(screen.getByRole("button", { name: "Tell the chair" }));
  expect(await screen.findByRole("heading", { name: "Thank you for saying so" })).toBeTruthy();
  expect(screen.getByText(/when Joan has it, the chair is told, and says if you may read it/)).toBeTruthy();
  expect(document.body.textContent).not.toContain("Kingfisher");
  await userEvent.click(screen.getByRole("button", { name: "Back to the pack" }));
  expect(reviewing.place).toEqual({ at: "pack", packId: "pack-1" });
});

test("an interest seen only while reading can be declared then, and takes the text away", async () => {
  await sitAtDesk(at("a8"));
  await userEvent.click(await screen.findByRole("link", { name: "I have an interest after all" }));
  await userEvent.click(await screen.findByRole("radio", { name: "Yes, I have an interest" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "A relative or a friend" }));
  await userEvent.click(screen.getByRole("radio", { name: "Through somebody close to me" }));
  await userEvent.type(screen.getByRole("textbox", { name: "How does it arise?" }), "My sister runs it");
  await userEvent.click(screen.getByRole("button", { name: "Tell the chair" }));
  expect(await screen.findByText(/You have an interest, so you take no part in this one/)).toBeTruthy();
  expect(document.body.textContent).not.toContain("homework");
});

test("why the gate could not be answered stays above it, and nothing is lost", async () => {
  await sitAtDesk(at("a9"), {
    reviewer_answer: () => {
      throw new Refusal({ code: "diskFull" });
    },
  });
  await userEvent.click(await screen.findByRole("radio", { name: "No, I have no interest" }));
  await userEvent.click(screen.getByRole("button", { name: "Read the application" }));
  expect(await screen.findByRole("heading", { name: "Not saved. The disk is full" })).toBeTruthy();
  expect(screen.getByRole("radio", { name: "No, I have no interest" })).toHaveProperty("checked", true);
});

test("an answer that was left blank on the paper says so, and the costs show their sum", async () => {
  await sitAtDesk(at("a8"), { reviewer_application: () => ({ ...applicationSample, costsPence: 37_500 }) });
  expect(await screen.findByText("Left blank on the paper")).toBeTruthy();
  const costs = within(screen.getByRole("table", { name: "What it costs" }));
  expect(costs.getByText("£180.00")).toBeTruthy();
  expect(costs.getByText("£385.00")).toBeTruthy();
  expect(screen.getByText("The costs add up to £375.00. The form asks for £385.00.")).toBeTruthy();
  for (const name of ["Strengthening the community", "Improving life skills"])
    expect(screen.getByText(name)).toBeTruthy();
});

test("the envelopes say who reviews, and nothing of what is in them", async () => {
  await sitAtDesk(at("a8"));
  const envelopes = (await screen.findAllByRole("listitem")).filter(({ parentElement }) =>
    parentElement?.matches(".cc-envelopes"),
  );
  expect(envelopes.map(({ textContent }) => textContent.trim())).toEqual([
    "MarciaClosed to you",
    "GraceClosed to you",
    "YouWriting",
  ]);
  expect(screen.getByText("Nobody can read a review until all three are in.")).toBeTruthy();
});

test("what is typed is saved on this computer, with the number of the last state, and the status bar says when", async () => {
  const core = await sitAtDesk(at("a8"));
  await userEvent.type(await screen.findByRole("textbox", { name: "What is good about it?" }), " And they asked us.");
  expect(await screen.findByText("Your draft was saved at 3:12pm, on this computer only")).toBeTruthy();
  const first = core.calls.find(({ command }) => command === "save_judgement")?.args.input as SaveJudgementInput;
  expect(first.revision).toBe(4);
  await waitFor(() => expect(lastSaved(core)?.judgement.good).toBe(`${judgementSample.good} And they asked us.`));
  await userEvent.click(screen.getByRole("radio", { name: "Partly" }));
  await waitFor(() => expect(lastSaved(core)?.judgement.helpsPlan).toBe("partly"));
  expect(lastSaved(core)?.revision).toBeGreaterThan(4);
});

test("what cannot be saved stays on the screen, is said in the status bar, and goes when it is tried again", async () => {
  let full = true;
  const core = await sitAtDesk(at("a8"), {
    save_judgement: ({ input }) => {
      if (full) throw new Refusal({ code: "diskFull" });
      return { revision: (input as SaveJudgementInput).revision + 1, at: "2023-01-17T15:13:00", state: "writing" };
    },
  });
  const box = await screen.findByRole("textbox", { name: "What worries you, or is missing?" });
  await userEvent.type(box, " Ask why.");
  expect((await screen.findAllByText("Not saved. The disk is full")).length).toBe(2);
  expect(box).toHaveProperty("value", `${judgementSample.worries} Ask why.`);
  full = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Your draft was saved at 3:13pm, on this computer only")).toBeTruthy();
  expect(lastSaved(core)?.judgement.worries).toBe(`${judgementSample.worries} Ask why.`);
});

test("locking saves what was typed before the lock", async () => {
  const core = await sitAtDesk(at("a8"));
  await userEvent.type(await screen.findByRole("textbox", { name: "Questions to ask the group" }), "{Enter}When?");
  await userEvent.keyboard("{Control>}l{/Control}");
  await vi.waitFor(() => expect(core.calls.at(-1)?.command).toBe("reviewer_people"));
  const commands = core.calls.map(({ command }) => command);
  expect(lastSaved(core)?.judgement.questions).toBe("Who has the keys?\nWhen?");
  expect(commands.lastIndexOf("save_judgement")).toBeLessThan(commands.lastIndexOf("lock_reviewer"));
});

test("a note stands beside its question, can be changed, and goes when it is empty", async () => {
  const core = await sitAtDesk(at("a8"));
  expect(await screen.findByText(/Is the room free for under 16s/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Add a note to question 2" }));
  const box = await screen.findByRole("textbox", { name: "Your note to question 2" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  await userEvent.type(box, "Which school?");
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByRole("button", { name: "Change your note to question 2" })).toBe(document.activeElement);
  await waitFor(() => expect(lastSaved(core)?.judgement.comments[1]).toBe("Which school?"));
  expect(lastSaved(core)?.judgement.comments[2]).toBe("Is the room free for under 16s? Ask the library.");
  await userEvent.click(screen.getByRole("button", { name: "Change your note to question 3" }));
  await userEvent.clear(await screen.findByRole("textbox", { name: "Your note to question 3" }));
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(lastSaved(core)?.judgement.comments[2]).toBe(""));
  expect(screen.getByRole("button", { name: "Add a note to question 3" })).toBeTruthy();
});

test("an amount is asked only for a part, and scores only if the round has criteria", async () => {
  await sitAtDesk(at("a8"));
  expect(await screen.findByRole("textbox", { name: "How much of the £385.00?" })).toBeTruthy();
  expect(screen.queryByText("Scores")).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "Do not fund it" }));
  expect(screen.queryByRole("textbox", { name: "How much of the £385.00?" })).toBeNull();
});

test("sealing says every problem at once, beside each field too, and Ctrl Enter seals", async () => {
  const core = await sitAtDesk(at("a8"), {}, "scores");
  await userEvent.type(await screen.findByRole("textbox", { name: "Need, 0 to 5" }), "9");
  const amount = screen.getByRole("textbox", { name: "How much of the £385.00?" });
  await userEvent.clear(amount);
  await userEvent.type(amount, "400");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const summary = (await screen.findByText("Your review cannot be sealed yet")).closest<HTMLElement>("[data-errors]");
  expect(
    summary &&
      within(summary)
        .getAllByRole("link")
        .map(({ textContent }) => textContent),
  ).toEqual([
    "The score for Need must be a whole number from 0 to 5",
    "A part must be less than the £385.00 asked for. To give all of it, choose “Fund it in full”",
  ]);
  expect(amount.getAttribute("aria-invalid")).toBe("true");
  // What was typed was saved before the core was asked to seal it.
  expect(lastSaved(core)?.judgement.amount).toBe("400");
  await userEvent.clear(amount);
  await userEvent.type(amount, "295");
  await userEvent.clear(screen.getByRole("textbox", { name: "Need, 0 to 5" }));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("heading", { name: "Your review is sealed" })).toBeTruthy();
});

test("without a recommendation it cannot be sealed", async () => {
  await sitAtDesk(at("a9"));
  await userEvent.click(await screen.findByRole("radio", { name: "No, I have no interest" }));
  await userEvent.click(screen.getByRole("button", { name: "Read the application" }));
  await userEvent.click(await screen.findByRole("button", { name: "Seal my review" }));
  expect(await screen.findByRole("link", { name: "Choose what the meeting should do" })).toBeTruthy();
});

test("a sealed review is read, not typed in, until it is opened to be changed", async () => {
  await sitAtDesk(at("a8"));
  await userEvent.click(await screen.findByRole("button", { name: "Seal my review" }));
  expect(await screen.findByText("Fund part of it: £295.00")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: /note/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Change my review" }));
  expect(await screen.findByRole("textbox", { name: "What is good about it?" })).toHaveProperty(
    "value",
    judgementSample.good,
  );
});

test("from a sealed review the way goes on to the next that is not answered", async () => {
  await sitAtDesk(at("a8"));
  await userEvent.click(await screen.findByRole("button", { name: "Seal my review" }));
  await userEvent.click(await screen.findByRole("button", { name: "Go on with the next" }));
  expect(reviewing.place).toMatchObject({ at: "item", applicationId: "a9" });
});

test("of two reviews that came in, the chosen one fills the form and is sealed", async () => {
  const core = await sitAtDesk(at("a12"));
  expect(await screen.findByRole("heading", { name: "Two reviews of yours came in" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Use review 2" }));
  expect(screen.getByRole("textbox", { name: "What is good about it?" })).toHaveProperty(
    "value",
    "They know the estate.",
  );
  await waitFor(() => expect(lastSaved(core)?.judgement.recommendation).toBe("askForMore"));
  await userEvent.click(screen.getByRole("button", { name: "Seal my review" }));
  expect(await screen.findByRole("heading", { name: "Your review is sealed" })).toBeTruthy();
});

test("a paper of the pack opens over the page", async () => {
  const core = await sitAtDesk(at("a8"), {
    reviewer_file: () => ({ name: "Scan 5 January.png", mediaType: "image/png", base64: "AAAA" }),
  });
  await userEvent.click(await screen.findByRole("link", { name: "Open Scan 5 January.pdf" }));
  expect(await screen.findByRole("img", { name: "Scan 5 January.pdf" })).toBeTruthy();
  expect(core.calls.at(-1)?.args.input).toEqual({ packId: "pack-1", applicationId: "a8", sha256: "f1" });
});

test("the embargo stands on every view of a pack, and says why and who knows", async () => {
  await sitAtDesk(at("a8"));
  await userEvent.click(await screen.findByRole("link", { name: "Why, and who knows" }));
  const dialog = within(screen.getByRole("dialog"));
  await waitFor(() => expect(dialog.getByText("Grace Adeyemi")).toBeTruthy());
  expect(dialog.getByText("Joan Pelham, who sent the pack")).toBeTruthy();
});

test("the focus goes with the panel: to what was sealed, and back to the form", async () => {
  await sitAtDesk(at("a8"));
  await userEvent.click(await screen.findByRole("button", { name: "Seal my review" }));
  const sealed = await screen.findByRole("region", { name: "Your review is sealed" });
  await waitFor(() => expect(document.activeElement).toBe(sealed));
  await userEvent.click(screen.getByRole("button", { name: "Change my review" }));
  const form = await screen.findByRole("form", { name: "Your judgement" });
  await waitFor(() => expect(document.activeElement).toBe(form));
});

test.each([
  ["recommendation", "missing", null, "Choose what the meeting should do"],
  ["amount", "noAmount", null, "Enter how much of the £385.00 the meeting should give"],
  ["amount", "notAnAmount", null, "How much of it must be an amount in pounds, like 54 or 54.00"],
  ["amount", "nothingOfIt", null, "A part must be more than nothing. To give nothing, choose “Do not fund it”"],
  ["good", "tooLong", 8000, "What is good about it must be 8,000 letters or fewer"],
  ["comments.3", "tooLong", 8000, "Your note to question 3 must be 8,000 letters or fewer"],
] as const)("a review refused for %s %s is said in words", async (field, fault, most, text) => {
  await sitAtDesk(at("a8"), {
    seal_review: () => {
      throw new Refusal({ code: "fields", problems: [{ field, fault, most }] });
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Seal my review" }));
  expect(await screen.findByRole("link", { name: text })).toBeTruthy();
});
