import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore, Refusal, type FakeCore, type Handler } from "$lib/ipc/fake";
import { reviewing } from "$features/reviewer/sitting.svelte";
import { session } from "$shell/session.svelte";
import App from "../../App.svelte";
import { sampleCore } from "../../kit/sample";

const core = (asked = "", handlers: Record<string, Handler> = {}): FakeCore =>
  fakeCore({ ...sampleCore(new URLSearchParams(asked)), ...handlers });

beforeEach(async () => {
  core();
  await session.lock();
  await reviewing.lock();
  reviewing.forgetDoor();
});

test("the first time, three plain steps say what reviewing at home takes", async () => {
  core("door=first");
  render(App);
  await userEvent.click(await screen.findByRole("button", { name: /^Do work that was sent to you/ }));
  expect(await screen.findByRole("heading", { name: "Work that was sent to you" })).toBeTruthy();
  expect(
    screen.getAllByRole("listitem").filter(({ textContent }) => /^(Make|Give|Open)/.test(textContent)).length,
  ).toBe(3);
  await userEvent.click(screen.getByRole("link", { name: "Other ways to begin" }));
  expect(await screen.findByRole("heading", { name: "Welcome" })).toBeTruthy();
});

test("keys are made with a name and five words that were written down, and the card comes first", async () => {
  const asked = core("door=first");
  render(App);
  await userEvent.click(await screen.findByRole("button", { name: /^Do work that was sent to you/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Make my keys" }));
  await screen.findByDisplayValue("tulip kettle orchard ninety marble");
  await userEvent.click(screen.getByRole("button", { name: "Make my keys" }));
  expect(screen.getByRole("link", { name: "Enter your name" })).toBeTruthy();
  expect(screen.getByRole("link", { name: /Write the passphrase down/ })).toBeTruthy();
  expect(asked.calls.some(({ command }) => command === "make_reviewer")).toBe(false);
  await userEvent.type(screen.getByLabelText("Your name"), "Ken Ashby");
  await userEvent.click(screen.getByRole("checkbox", { name: "I have written it down" }));
  await userEvent.click(screen.getByRole("button", { name: "Make my keys" }));
  expect(await screen.findByRole("heading", { name: "Your card and fingerprint" })).toBeTruthy();
  expect(asked.calls.find(({ command }) => command === "make_reviewer")?.args.input).toEqual({
    name: "Ken Ashby",
    passphrase: "tulip kettle orchard ninety marble",
  });
});

test("a computer with a reviewer's keys and no register asks for the passphrase at once", async () => {
  core("door=first&reviewer=one");
  render(App);
  await userEvent.type(await screen.findByLabelText("Ken’s passphrase"), "tulip kettle");
  await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
  expect(await screen.findByRole("heading", { name: "Work that was sent to you" })).toBeTruthy();
});

test("beside a register, a review pack is one press away, and the way back leads to the register", async () => {
  core("reviewer=two");
  render(App);
  await userEvent.click(await screen.findByRole("button", { name: /^A pack that was sent to you/ }));
  await userEvent.click(await screen.findByRole("radio", { name: /Grace Adeyemi/ }));
  expect(screen.getByLabelText("Grace’s passphrase")).toBeTruthy();
  await userEvent.click(screen.getByRole("link", { name: "Other ways to begin" }));
  expect(await screen.findByRole("heading", { name: "Unlock the register" })).toBeTruthy();
});

test("a wrong passphrase is said beside the field, and stays for putting right", async () => {
  core("door=first&reviewer=one&wrong");
  render(App);
  const box = await screen.findByLabelText("Ken’s passphrase");
  await userEvent.type(box, "tulip cattle{Enter}");
  expect(await screen.findByRole("link", { name: "That passphrase does not open your desk" })).toBeTruthy();
  expect(box).toHaveProperty("value", "tulip cattle");
  expect(reviewing.open).toBeUndefined();
});

test("keys brought from another computer are chosen at once", async () => {
  const asked = core("door=first&reviewer=two");
  render(App);
  await userEvent.click(await screen.findByRole("link", { name: "Bring my keys from another computer" }));
  expect(await screen.findByText(/The keys of Grace Adeyemi are here now/)).toBeTruthy();
  expect(screen.getByLabelText("Grace’s passphrase")).toBeTruthy();
  expect(asked.calls.some(({ command }) => command === "bring_vault")).toBe(true);
});

test("a file that holds no keys is said, and nothing else changes", async () => {
  core("door=first", {
    bring_vault: () => {
      throw new Refusal({ code: "fileUnreadable" });
    },
  });
  render(App);
  await userEvent.click(await screen.findByRole("button", { name: /^Do work that was sent to you/ }));
  await userEvent.click(await screen.findByRole("link", { name: "Bring my keys from another computer" }));
  expect(await screen.findByRole("heading", { name: "That file could not be read" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Make my keys" })).toBeTruthy();
});
