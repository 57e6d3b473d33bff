import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { typedSample, viewSample } from "../../kit/applications";
import { openAt } from "../../test/open";
import { preference } from "./preference.svelte";

const id = "a10";
const whole = () => {
  const content = typedSample();
  content.answers = content.answers.map((one) => (one.text === "" ? { text: "", leftBlank: true } : one));
  return viewSample({ content });
};

beforeEach(() => {
  preference.layout = "one";
});

test("pressing Check and receive too early lists what to put right, each with the way to its page", async () => {
  await openAt({ name: "application", id });
  await userEvent.click(await screen.findByRole("link", { name: "Check and receive" }));
  const link = await screen.findByRole("link", { name: /^Question 5 must be answered/ });
  expect(document.activeElement?.textContent).toContain("There is a problem");
  await userEvent.click(link);
  const box = await screen.findByRole("textbox", { name: /^How will we know/ });
  expect(box.getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(box));
});

test("the answers are shown with what was left blank and what to ask, and each can be changed", async () => {
  const view = whole();
  view.notes = [{ kind: "costsDiffer", costsPence: 21_000, askedPence: 22_000 }];
  await openAt({ name: "checkAnswers", id }, { application: () => view });
  await screen.findByRole("heading", { name: "Check the answers against the paper" });
  expect(await screen.findByText("Road closed signs (hire): £85.00")).toBeTruthy();
  expect(screen.getByText("The group itself")).toBeTruthy();
  expect(screen.getAllByText("Left blank on the paper").length).toBe(3);
  expect(screen.getByText(/^The costs add up to £210.00, and the paper asks for £220.00/)).toBeTruthy();
  await userEvent.click(screen.getByRole("link", { name: /^Change 3\. What do you need/ }));
  expect(navigation.screen).toEqual({ name: "typing", id, part: "question.3" });
});

test("receiving shows the reference, large, and what happens next", async () => {
  await openAt({ name: "checkAnswers", id }, { application: whole });
  await userEvent.click(await screen.findByRole("button", { name: "Receive this application" }));
  await screen.findByRole("heading", { name: "Application received" });
  expect(screen.getByText("CC-2023-010")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Record the decision" })).toBeTruthy();
});

test("what the core refuses at the last moment leads back to its field", async () => {
  await openAt(
    { name: "checkAnswers", id },
    {
      application: whole,
      receive_application: () => {
        throw new Refusal({ code: "fields", problems: [{ field: "receivedOn", fault: "inFuture", most: null }] });
      },
    },
  );
  await userEvent.click(await screen.findByRole("button", { name: "Receive this application" }));
  await userEvent.click(
    await screen.findByRole("link", { name: "The date the form was received must be today or earlier" }),
  );
  expect(navigation.screen).toMatchObject({ name: "typing", part: "datesAndPayee", field: "receivedOn" });
});

test("a correction asks for its reason before it is received", async () => {
  const view = { ...whole(), versions: [{ version: 1, at: "2023-01-14T10:00:00Z", by: "Joan Pelham", reason: null }] };
  const core = await openAt({ name: "checkAnswers", id }, { application: () => view });
  await userEvent.click(await screen.findByRole("button", { name: "Receive this correction" }));
  expect(await screen.findByRole("link", { name: "Enter why it is corrected" })).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Why is it corrected?"), "New phone number");
  await userEvent.click(screen.getByRole("button", { name: "Receive this correction" }));
  await screen.findByRole("heading", { name: "Correction received" });
  expect(core.calls.find(({ command }) => command === "receive_correction")?.args.input).toEqual({
    applicationId: id,
    reason: "New phone number",
  });
});
