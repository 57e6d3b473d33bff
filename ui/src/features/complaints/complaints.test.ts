import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { complaints } from "../../kit/deciding";
import { openAt } from "../../test/open";

const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
const data = "About personal data, 12 December 2022";
const appeal = "An appeal, 16 January 2023";

test("what is late says by when it had to be answered, and what is over stands apart", async () => {
  await openAt({ name: "complaints" });
  expect(await screen.findByRole("heading", { name: data })).toBeTruthy();
  expect(screen.getByText("Late. It had to be said by 11 January 2023 that it came")).toBeTruthy();
  expect(screen.queryByText(/bins/)).toBeNull();
  await userEvent.click(screen.getByRole("link", { name: /^Over/ }));
  expect(screen.getByText("The bins were not taken in after the fair.")).toBeTruthy();
  expect(screen.getByText("Outcome: They were right, or partly right")).toBeTruthy();
});

test("an appeal names the decision, and a complaint about a member says that they do not read it", async () => {
  const core = await openAt({ name: "complaints" });
  await press("Write down a complaint");
  const dialog = within(await screen.findByRole("dialog", { name: "Write down a complaint" }));
  await userEvent.click(dialog.getByRole("button", { name: "Keep this complaint" }));
  expect(dialog.getByText("Choose what it is")).toBeTruthy();
  await userEvent.click(dialog.getByLabelText("An appeal"));
  await userEvent.selectOptions(dialog.getByLabelText("Which decision?"), "a15");
  await userEvent.type(dialog.getByLabelText("Who complained?"), "Pat Lindley");
  await userEvent.type(dialog.getByLabelText("What do they say?"), "Nobody told us why.");
  await userEvent.selectOptions(dialog.getByLabelText("Is it about a member?"), "m3");
  expect(dialog.getByText("That member will not be able to read it.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Keep this complaint" }));
  await waitFor(() => {
    expect(sent(core, "add_complaint")).toEqual([
      {
        kind: "appeal",
        applicationId: "a15",
        aboutMember: "m3",
        receivedOn: { day: "17", month: "1", year: "2023" },
        who: "Pat Lindley",
        words: "Nobody told us why.",
      },
    ]);
  });
});

test("what is missing stands beside its field", async () => {
  await openAt(
    { name: "complaints" },
    {
      add_complaint: () => {
        throw new Refusal({ code: "fields", problems: [{ field: "who", fault: "missing", most: null }] });
      },
    },
  );
  await press("Write down a complaint");
  const dialog = within(await screen.findByRole("dialog", { name: "Write down a complaint" }));
  await userEvent.click(dialog.getByLabelText("A complaint"));
  await userEvent.click(dialog.getByRole("button", { name: "Keep this complaint" }));
  expect(await dialog.findByRole("link", { name: "Who complained is missing" })).toBeTruthy();
  expect(dialog.getByLabelText("Who complained?").getAttribute("aria-invalid")).toBe("true");
});

test("an appeal can be looked at again, and says that it goes on an agenda", async () => {
  const core = await openAt({ name: "complaints" });
  await press(`Write down what was done: ${appeal}`);
  const dialog = within(await screen.findByRole("dialog", { name: "What was done?" }));
  expect(dialog.queryByLabelText("We told them that it came"), "that was done").toBeNull();
  await userEvent.click(dialog.getByLabelText("The outcome, which we told them"));
  await userEvent.selectOptions(dialog.getByLabelText("What is the outcome?"), "lookAgain");
  expect(dialog.getByText("The application goes on the agenda of a later meeting.")).toBeTruthy();
  await userEvent.type(dialog.getByLabelText("In a few words"), "They sent a letter from the school.");
  await userEvent.click(dialog.getByRole("button", { name: "Keep this" }));
  await waitFor(() => {
    expect(sent(core, "record_complaint_step")).toEqual([
      {
        complaintId: "c2",
        kind: "outcome",
        on: { day: "17", month: "1", year: "2023" },
        words: "They sent a letter from the school.",
        outcome: "lookAgain",
      },
    ]);
  });
});

test("only an appeal is looked at again", async () => {
  await openAt({ name: "complaints" });
  await press(`Write down what was done: ${data}`);
  const dialog = within(await screen.findByRole("dialog", { name: "What was done?" }));
  await userEvent.click(dialog.getByLabelText("The outcome, which we told them"));
  expect(dialog.queryByRole("option", { name: "We look again" })).toBeNull();
  expect(dialog.getByRole("option", { name: "They took it back" })).toBeTruthy();
});

test("whoever reads none is told what belongs here, and cannot add one", async () => {
  await openAt({ name: "complaints" }, { complaints: () => ({ ...complaints, complaints: [], mayRecord: false }) });
  expect(await screen.findByText(/The law gives 30 days/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Write down a complaint" })).toBeNull();
});
