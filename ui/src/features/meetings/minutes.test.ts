import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { minutes } from "../../kit/meetings";
import { openAt } from "../../test/open";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>) =>
  core.calls.filter(({ command }) => command === "save_minutes").map(({ args }) => args.input);
const open = (handlers: Record<string, Handler> = {}) => openAt({ name: "minutes", id: "m1" }, handlers);

test("the record stands above what is written, and cannot be typed into", async () => {
  await open();
  expect(await screen.findByText(/A vote was taken: 4 for, 0 against, 1 not voting/)).toBeTruthy();
  expect(screen.getByText(/Apologies: Sunita Rao and Olive Hartley/)).toBeTruthy();
  expect(screen.getByText("The meeting ended at 8:15pm.")).toBeTruthy();
  // Two boxes for each item that is public, one for the one that is not, none for the one that is sealed.
  expect(screen.getAllByRole("textbox")).toHaveLength(2 + 2 + 1);
});

test("each item says whether it is published, and why not", async () => {
  await open();
  expect(await screen.findByText("Published")).toBeTruthy();
  expect(screen.getAllByText("Under embargo until the group is told")).toHaveLength(2);
  expect(screen.getByText("Declared non-public")).toBeTruthy();
  expect(screen.queryByLabelText("For everybody, item 4")).toBeNull();
  expect(screen.getByText(/leaves no gap/)).toBeTruthy();
});

test("an item held back with the whole meeting says so", async () => {
  const draft = minutes();
  const items = draft.items.slice(0, 1).map((item) => ({ ...item, published: false }));
  await open({ minutes: () => ({ ...draft, items }) });
  expect(await screen.findByText("Not published yet")).toBeTruthy();
});

test("what is written is saved as it is typed, both versions together", async () => {
  const core = await open();
  const box = await screen.findByLabelText("For members, item 2");
  await userEvent.clear(box);
  await userEvent.type(box, "We liked it.");
  await waitFor(() =>
    expect(sent(core).at(-1)).toEqual({ itemId: "i3", confidential: "We liked it.", publishable: "" }),
  );
});

test("the members’ words are copied to everybody’s, and the copy can be undone", async () => {
  const core = await open();
  await press("Copy the members’ words to everybody’s, item 1");
  const everybody = screen.getByLabelText<HTMLTextAreaElement>("For everybody, item 1");
  expect(everybody.value).toMatch(/Doreen’s sister is ill/);
  await waitFor(() => expect(sent(core)).toHaveLength(1));
  await press(/^Undo/);
  await waitFor(() => expect(everybody.value).toBe("Marcia welcomed everybody."));
});

test("what is not saved yet is kept before the minutes are printed", async () => {
  const core = await open();
  await userEvent.type(await screen.findByLabelText("For members, item 4"), "Next time.");
  await press("Print for everybody");
  await waitFor(() => expect(navigation.screen).toMatchObject({ name: "document", kind: "publishableMinutes" }));
  expect(sent(core).at(-1)).toEqual({ itemId: "i5", confidential: "Next time.", publishable: "" });
});

test("a save that fails says why beside the words, and they stay", async () => {
  const refuse = (): never => {
    throw new Refusal({ code: "diskFull" });
  };
  await open({ save_minutes: refuse });
  await userEvent.type(await screen.findByLabelText("For members, item 4"), "Next time.");
  expect(await screen.findByRole("heading", { name: "Not saved. The disk is full" })).toBeTruthy();
  expect(screen.getByLabelText("For members, item 4")).toHaveProperty("value", "Next time.");
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("minutes that were approved are only read", async () => {
  await open({ minutes: () => minutes({ approvedOn: "2023-03-02", mayEdit: false }) });
  expect(await screen.findByText("Approved on Thursday 2 March 2023")).toBeTruthy();
  expect(screen.queryAllByRole("textbox")).toEqual([]);
  expect(screen.queryByRole("button", { name: /^Copy/ })).toBeNull();
  expect(screen.getByText("Marcia welcomed everybody.")).toBeTruthy();
});

test("somebody who does not keep meetings only reads the draft", async () => {
  await open({ minutes: () => minutes({ mayEdit: false }) });
  expect(await screen.findByText("Draft")).toBeTruthy();
  expect(screen.queryAllByRole("textbox")).toEqual([]);
});
