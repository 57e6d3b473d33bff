import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { Found } from "$lib/ipc";
import { fakeCore } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import Find from "./Find.svelte";

const grant = (id: string, title: string): Found => ({
  kind: "grant",
  id,
  title,
  reference: `CC-2022-00${id}`,
  snippet: null,
  sealed: false,
});
const sealed: Found = {
  kind: "application",
  id: "a9",
  title: "Night Owls Homework Club",
  reference: null,
  snippet: "a quiet room",
  sealed: true,
};
const box = (): HTMLElement => screen.getByRole("combobox");

beforeEach(() => {
  navigation.reset();
});

test("the arrows choose, and Enter opens what was found", async () => {
  fakeCore({ find: () => [grant("3", "Merrybank Growers"), sealed] });
  render(Find, { open: true });
  await userEvent.type(box(), "gro");
  const first = await screen.findByRole("option", { name: /Merrybank Growers/ });
  expect(first.getAttribute("aria-selected")).toBe("true");
  expect(box().getAttribute("aria-activedescendant")).toBe(first.id);

  await userEvent.keyboard("{ArrowDown}");
  const second = screen.getByRole("option", { name: /Night Owls/ });
  expect(box().getAttribute("aria-activedescendant")).toBe(second.id);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(navigation.screen).toEqual({ name: "grant", id: "3" });
});

test("what is under embargo has a lock, and the words around what was found", async () => {
  fakeCore({ find: () => [sealed] });
  render(Find, { open: true });
  await userEvent.type(box(), "room");
  expect(await screen.findByRole("img", { name: "Under embargo" })).toBeTruthy();
  expect(screen.getByText("a quiet room")).toBeTruthy();
  expect(screen.getByRole("group", { name: "Applications" })).toBeTruthy();
});

test("an answer to older letters is dropped when it comes late", async () => {
  const answers = new Map<string, (found: Found[]) => void>();
  fakeCore({ find: ({ text }) => new Promise<Found[]>((resolve) => answers.set(String(text), resolve)) });
  render(Find, { open: true });
  await userEvent.type(box(), "me");
  await expect.poll(() => answers.has("me")).toBe(true);
  await userEvent.type(box(), "rr");
  await expect.poll(() => answers.has("merr")).toBe(true);
  answers.get("merr")?.([grant("3", "Merrybank Growers")]);
  await screen.findByRole("option", { name: /Merrybank/ });
  answers.get("me")?.([grant("7", "Poppyfield Lunch Club")]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.queryByRole("option", { name: /Poppyfield/ })).toBeNull();
  expect(screen.getByRole("option", { name: /Merrybank/ })).toBeTruthy();
});

test("while somebody types, the core is asked once, for all the letters", async () => {
  const core = fakeCore({ find: () => [] });
  render(Find, { open: true });
  await userEvent.type(box(), "zzz");
  expect(await screen.findByText(/Nothing found/)).toBeTruthy();
  expect(core.calls.filter(({ command }) => command === "find").map(({ args }) => args.text)).toEqual(["zzz"]);
});

test("Enter before the answer opens nothing", async () => {
  fakeCore({ find: () => new Promise(() => undefined) });
  render(Find, { open: true });
  await userEvent.type(box(), "pay{Enter}");
  expect(navigation.screen).toEqual({ name: "home" });
});

test("before anything is typed, it says what can be found", () => {
  fakeCore({});
  render(Find, { open: true });
  expect(screen.getByRole("status").textContent).toMatch(/Type a group, a reference/);
});
