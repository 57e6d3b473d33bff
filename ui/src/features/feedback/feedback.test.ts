import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import type { FeedbackInput } from "$lib/ipc";
import { session } from "$shell/session.svelte";
import { merrybank, session as open } from "../../test/grants";
import RecordFeedbackScreen from "./RecordFeedbackScreen.svelte";
import { startOf } from "./typing";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({ grant: () => merrybank, save_feedback: () => "2023-01-17T14:36:00Z", ...handlers });

beforeEach(() => {
  session.sit({ ...open });
});

test("what is typed is kept by itself, and a change elsewhere does not overwrite it", async () => {
  const asked = core();
  render(RecordFeedbackScreen, { id: "g3" });
  await userEvent.type(await screen.findByLabelText("How much was done?"), "6 beds");
  await userEvent.type(screen.getByLabelText("Aged 65+"), "9");
  const last = () =>
    (asked.calls.filter(({ command }) => command === "save_feedback").at(-1)?.args.input as FeedbackInput | undefined)
      ?.content;
  await expect.poll(() => last()?.howMuch, { timeout: 2000 }).toBe("6 beds");
  expect(last()?.byAge.find(({ age }) => age === "65+")?.count).toBe("9");
  await asked.touch("feedback");
  expect(screen.getByLabelText("How much was done?")).toHaveProperty("value", "6 beds");
});

test("nothing is saved before anything is typed", async () => {
  const asked = core();
  render(RecordFeedbackScreen, { id: "g3" });
  await screen.findByLabelText("How much was done?");
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(asked.calls.some(({ command }) => command === "save_feedback")).toBe(false);
});

test("feedback that is refused says why, beside the question", async () => {
  core({
    record_feedback: () => {
      throw new Refusal({ code: "grantRefused", refusal: { kind: "noStory" } });
    },
  });
  render(RecordFeedbackScreen, { id: "g3" });
  await userEvent.click(await screen.findByRole("button", { name: "Record feedback" }));
  const alert = await screen.findByRole("alert");
  expect(within(alert).getByText("This feedback cannot be recorded")).toBeTruthy();
  expect(screen.getByLabelText("How much was done?").getAttribute("aria-invalid")).toBe("true");
});

test("a grant with money unexplained is closed only with a reason", async () => {
  const asked = core({
    grant: () => ({ ...merrybank, feedbackOn: "2023-01-17", feedback: startOf(null, []) }),
    close_grant: (args) => {
      if ((args.input as { letGo: string }).letGo === "")
        throw new Refusal({ code: "grantRefused", refusal: { kind: "moneyToReturn", unaccountedPence: 8_155 } });
      return null;
    },
  });
  render(RecordFeedbackScreen, { id: "g3" });
  await userEvent.click(await screen.findByRole("button", { name: "Close the grant" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Close the grant" }));
  expect(await within(dialog).findByText("This grant cannot be closed")).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText(/Why is £81.55 let go/), "The tin was lost");
  await userEvent.click(within(dialog).getByRole("button", { name: "Close the grant" }));
  await expect
    .poll(() => asked.calls.filter(({ command }) => command === "close_grant").at(-1)?.args.input)
    .toMatchObject({ grantId: "g3", letGo: "The tin was lost" });
});

test("the accepted amount follows the receipt until it is typed", async () => {
  const asked = core({ record_receipt: () => null });
  render(RecordFeedbackScreen, { id: "g3" });
  await userEvent.click(await screen.findByRole("button", { name: "Add a receipt" }));
  await userEvent.type(await screen.findByLabelText("Amount on the receipt"), "60");
  expect(screen.getByLabelText("How much of it is accepted?")).toHaveProperty("value", "60");
  await userEvent.clear(screen.getByLabelText("How much of it is accepted?"));
  await userEvent.type(screen.getByLabelText("How much of it is accepted?"), "45");
  await userEvent.type(screen.getByLabelText("Amount on the receipt"), ".50");
  await userEvent.click(screen.getByRole("button", { name: "Add the receipt" }));
  await expect
    .poll(() => asked.calls.find(({ command }) => command === "record_receipt")?.args.input)
    .toMatchObject({ costId: "c1", amount: "60.50", accepted: "45" });
});

test("what was kept comes back into the boxes, with a box for each age group", () => {
  const kept = { ...startOf(null, []), howWell: "Well", byAge: [{ age: "5-10", count: "4" }] };
  const start = startOf(kept, ["0-4", "5-10"]);
  expect(start.howWell).toBe("Well");
  expect(start.byAge).toEqual([
    { age: "0-4", count: "" },
    { age: "5-10", count: "4" },
  ]);
});

test("each cost says what is left of it without a receipt", async () => {
  fakeCore({ grant: () => merrybank });
  render(RecordFeedbackScreen, { id: "g3" });
  expect(await screen.findByRole("row", { name: /Soil and compost.*120\.00 103\.95 16\.05/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: "Total 400.00 318.45 81.55" })).toBeTruthy();
});
