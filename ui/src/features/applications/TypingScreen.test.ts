import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { SaveTypingInput } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { savedAs, typedSample, viewSample } from "../../kit/applications";
import { openAt } from "../../test/open";
import { preference } from "./preference.svelte";

beforeEach(() => {
  preference.layout = "one";
  preference.paper = true;
});
const id = "a10";
const blankAt = (part: "group" | "datesAndPayee" | "question.5" | "question.3") =>
  ({ name: "typing", id, part }) as const;

test("Continue with a fault takes the focus to the summary, with the same words beside the field", async () => {
  const content = { ...typedSample(), receivedOn: { day: "13", month: "", year: "2023" } };
  await openAt(blankAt("datesAndPayee"), { application: () => viewSample({ content }) });
  await userEvent.click(await screen.findByRole("button", { name: "Continue" }));
  const words = "The date the form was received must include a month";
  const link = await screen.findByRole("link", { name: words });
  await waitFor(() => expect(document.activeElement?.textContent).toContain("There is a problem"));
  expect(document.title).toMatch(/^Error: /);
  const month = screen.getByLabelText("Month");
  expect(month.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText("Day").getAttribute("aria-invalid")).toBeNull();
  expect(screen.getAllByText(new RegExp(words)).length).toBe(2);
  await userEvent.click(link);
  expect(document.activeElement).toBe(month);
  expect(navigation.screen).toMatchObject({ name: "typing", part: "datesAndPayee" });
});

test("Ctrl Enter goes on from any box, and saves first", async () => {
  const core = await openAt(blankAt("question.5"));
  await userEvent.type(await screen.findByRole("textbox", { name: /^How will we know/ }), "Photos");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("heading", { name: /^How will you keep track/ });
  expect(navigation.screen).toMatchObject({ part: "question.6" });
  const input = core.calls.find(({ command }) => command === "save_typing")?.args.input as SaveTypingInput;
  expect(input.content.answers[4]?.text).toBe("Photos");
});

test("an empty answer can be left blank on the paper, and that goes on", async () => {
  const core = await openAt(blankAt("question.5"));
  await userEvent.click(await screen.findByRole("button", { name: "Left blank on the paper" }));
  await waitFor(() => expect(navigation.screen).toMatchObject({ part: "question.6" }));
  const input = core.calls.find(({ command }) => command === "save_typing")?.args.input as SaveTypingInput;
  expect(input.content.answers[4]).toEqual({ text: "", leftBlank: true });
});

test("words typed under a blank question mean that it was not blank", async () => {
  const content = typedSample();
  content.answers[4] = { text: "", leftBlank: true };
  const core = await openAt(blankAt("question.5"), { application: () => viewSample({ content }) });
  await userEvent.type(await screen.findByRole("textbox", { name: /^How will we know/ }), "A");
  await userEvent.click(screen.getByRole("button", { name: "Save and stop" }));
  await waitFor(() => expect(navigation.screen.name).toBe("application"));
  const input = core.calls.findLast(({ command }) => command === "save_typing")?.args.input as SaveTypingInput;
  expect(input.content.answers[4]).toEqual({ text: "A", leftBlank: false });
});

test("a new cost gets the focus, Enter goes from box to box, and one taken away comes back by Undo", async () => {
  await openAt(blankAt("question.3"));
  await userEvent.click(await screen.findByRole("button", { name: "Add another cost" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Cost 5, what")));
  await userEvent.keyboard("Bunting{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Cost 5, pounds")));
  await userEvent.keyboard("10{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Cost 6, what")));
  await userEvent.click(screen.getByRole("button", { name: "Remove cost 2" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Cost 2, what")));
  expect(screen.getByLabelText<HTMLInputElement>("Cost 2, what").value).toBe("Chalk, skipping ropes, games");
  await userEvent.click(screen.getByRole("button", { name: /^Undo/ }));
  expect(screen.getByLabelText<HTMLInputElement>("Cost 2, what").value).toBe("Hi-vis vests, 6 of");
});

test("the sum is the core's, and says by how much the paper differs", async () => {
  await openAt(blankAt("question.3"), {
    save_typing: ({ input }) => {
      const { content, revision } = input as SaveTypingInput;
      return {
        ...savedAs(content, revision + 1),
        sums: { costsPence: 21_000, askedPence: 22_000, differByPence: 1_000 },
      };
    },
  });
  const asked = await screen.findByLabelText("Total asked for on the paper");
  expect(screen.getByText("The costs and the total agree.")).toBeTruthy();
  await userEvent.clear(asked);
  await userEvent.type(asked, "220");
  expect(await screen.findByText(/^The total on the paper is £10.00 more than the costs/)).toBeTruthy();
});

test("all seven questions stand on one page for who likes that, and the choice is kept", async () => {
  await openAt(blankAt("question.5"));
  await userEvent.click(await screen.findByRole("radio", { name: "All on one page" }));
  await screen.findByRole("heading", { name: "The seven questions, straight through" });
  expect(screen.getAllByRole("textbox").length).toBeGreaterThan(7);
  expect(preference.layout).toBe("all");
  await userEvent.click(screen.getByRole("button", { name: "Save and check against the paper" }));
  const summary = (await screen.findByText("There is a problem")).closest<HTMLElement>("[data-errors]");
  expect(
    summary &&
      within(summary)
        .getAllByRole("link")
        .map(({ textContent }) => textContent),
  ).toEqual([
    "Question 5 must be answered, or marked as left blank on the paper",
    "Question 6 must be answered, or marked as left blank on the paper",
  ]);
});
