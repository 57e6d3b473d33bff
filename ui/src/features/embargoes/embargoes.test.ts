import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session as sample } from "../../kit/sample";
import { openAt } from "../../test/open";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);

test("an embargo says why, until when, who set it, who was told and who may read it", async () => {
  await openAt({ name: "embargoes" });
  const card = within(await screen.findByRole("article", { name: "Harvey Road Lunch Club" }));
  expect(card.getByText("Details of an application before it is decided")).toBeTruthy();
  expect(card.getByText("The group has been told the decision, and that is recorded")).toBeTruthy();
  expect(card.getByText("Marcia Lowe, Ken Ashby")).toBeTruthy();
  expect(card.getByText("Joan Pelham, Marcia Lowe, Grace Adeyemi, Ken Ashby")).toBeTruthy();
});

test("what this member may not know has its reference only, and nothing to open", async () => {
  await openAt({ name: "embargoes" });
  const card = within(await screen.findByRole("article", { name: "CC-2023-006" }));
  expect(card.queryByRole("link", { name: "Open the application" })).toBeNull();
  expect(card.queryByRole("button", { name: /early/ })).toBeNull();
});

test("those that are past say how they ended", async () => {
  await openAt({ name: "embargoes" });
  await userEvent.click(await screen.findByRole("link", { name: /Past/ }));
  expect(screen.getByText(/Opened early by Marcia Lowe: The owners answered early/)).toBeTruthy();
});

test("opening early asks for a reason and is said to be for good", async () => {
  const core = await openAt(
    { name: "embargoes" },
    {
      end_embargo: () => {
        throw new Refusal({ code: "fields", problems: [{ field: "reason", fault: "missing", most: null }] });
      },
    },
  );
  await press("Open it early: Harvey Road Lunch Club");
  const dialog = within(await screen.findByRole("dialog", { name: "Open Harvey Road Lunch Club before its time?" }));
  expect(dialog.getByText(/This cannot be undone/)).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Open it now" }));
  expect(await dialog.findByRole("link", { name: "The reason is missing" })).toBeTruthy();
  expect(sent(core, "end_embargo")).toEqual([{ id: "a11", subject: "application", happened: false, reason: "" }]);
});

test("an embargo of its own ends when what was to happen has happened", async () => {
  const core = await openAt({ name: "embargoes" });
  await press("It has happened: end the embargo on Minutes of 15 December, item 6");
  expect(
    await screen.findByRole("dialog", { name: "Has this happened: The letters to both landlords are sent?" }),
  ).toBeTruthy();
  await press("End the embargo");
  await waitFor(() =>
    expect(sent(core, "end_embargo")).toEqual([{ id: "e1", subject: "meetingItem", happened: true, reason: "" }]),
  );
});

test("a document is put under embargo until an event, and only one of the two ends is sent", async () => {
  const core = await openAt({ name: "embargoes" });
  await press("Put something under embargo");
  await userEvent.click(await screen.findByLabelText("Document"));
  await userEvent.type(screen.getByLabelText("Its name"), "Draft closing plan");
  await userEvent.type(screen.getByLabelText("Day"), "3");
  await userEvent.click(screen.getByLabelText("Something that happens"));
  await userEvent.type(screen.getByLabelText("What happens?"), "The meeting has approved it");
  await userEvent.type(screen.getByLabelText(/Who has been told/), "Marcia Lowe");
  await press("Put it under embargo");
  await waitFor(() =>
    expect(sent(core, "set_embargo")).toEqual([
      {
        subject: "document",
        title: "Draft closing plan",
        reason: "notPublic",
        reasonWords: "",
        untilDate: { day: "", month: "", year: "" },
        untilEvent: "The meeting has approved it",
        told: "Marcia Lowe",
      },
    ]),
  );
});

test("whoever may not keep embargoes sees the register and no way to change it", async () => {
  await openAt({ name: "embargoes" }, {}, { ...sample, may: ["readSealed", "review"] });
  await screen.findByRole("article", { name: "Harvey Road Lunch Club" });
  expect(screen.queryByRole("button", { name: "Put something under embargo" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Write down who was told/ })).toBeNull();
});

test("the band on a round leads to the register of embargoes", async () => {
  await openAt({ name: "round", id: "r2" });
  await userEvent.click(await screen.findByRole("link", { name: "Why, and who knows" }));
  expect(navigation.screen.name).toBe("embargoes");
});
