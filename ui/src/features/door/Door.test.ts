import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore } from "$lib/ipc/fake";
import { sampleCore } from "../../kit/sample";
import { session } from "$shell/session.svelte";
import App from "../../App.svelte";
import { openAt } from "../../test/open";
import Door from "./Door.svelte";

const core = (asked = "") => fakeCore(sampleCore(new URLSearchParams(asked)));

beforeEach(async () => {
  core();
  await session.lock();
});

test("the first time, there are three ways on", async () => {
  core("door=first");
  render(Door);
  expect(await screen.findByRole("heading", { name: "Welcome" })).toBeTruthy();
  for (const name of [/^Create a register/, /^Try the sample/, /^Open a register/])
    expect(screen.getByRole("button", { name })).toBeTruthy();
});

test("a register that locked itself says so at the door, and shows nothing it knew", async () => {
  const asked = await openAt({ name: "applications" });
  await screen.findByRole("heading", { name: "Applications" });
  await asked.lockItself(10);
  expect(await screen.findByText("The register locked itself after 10 minutes without use")).toBeTruthy();
  expect(await screen.findByLabelText("Joan’s passphrase")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Applications" })).toBeNull();
  // It is locked already.
  expect(asked.calls.some(({ command }) => command === "lock_register")).toBe(false);
  await session.lock();
  expect(screen.queryByText(/locked itself/)).toBeNull();
});

test("the sample's words stay on Home until they are put away, and help at its own door", async () => {
  core("door=first");
  render(App);
  await userEvent.click(await screen.findByRole("button", { name: /^Try the sample/ }));
  expect(await screen.findByText(/Its day is always 17 January 2023/)).toBeTruthy();
  expect(screen.getByText("tulip kettle orchard ninety marble")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Put the words away" }));
  expect(screen.queryByText("tulip kettle orchard ninety marble")).toBeNull();
  expect(screen.getByRole("heading", { name: "This is the sample partnership" })).toBeTruthy();
  core();
  await session.lock();
  expect(await screen.findByText(/Its passphrase is “tulip kettle orchard ninety marble”/)).toBeTruthy();
});

test("a passphrase opens the register for the person who was chosen", async () => {
  const asked = core();
  render(Door);
  await userEvent.click(await screen.findByRole("radio", { name: /Marcia Lowe/ }));
  await userEvent.type(screen.getByLabelText("Marcia’s passphrase"), "tulip kettle");
  await userEvent.click(screen.getByRole("button", { name: "Unlock" }));
  expect(session.open?.partnership).toBe("Allenton Big Local");
  expect(asked.calls.find(({ command }) => command === "unlock")?.args.input).toMatchObject({
    memberId: "2",
    passphrase: "tulip kettle",
  });
});

test("a wrong passphrase is said beside the field, and stays for putting right", async () => {
  core("wrong");
  render(Door);
  const box = await screen.findByLabelText("Joan’s passphrase");
  await userEvent.type(box, "tulip cattle{Enter}");
  expect(await screen.findByRole("link", { name: "That passphrase does not open the register" })).toBeTruthy();
  expect(box).toHaveProperty("value", "tulip cattle");
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(session.open).toBeUndefined();
});

test("no passphrase asks the core for nothing", async () => {
  const asked = core();
  render(Door);
  await userEvent.click(await screen.findByRole("button", { name: "Unlock" }));
  expect(screen.getByRole("link", { name: "Enter the passphrase" })).toBeTruthy();
  expect(asked.calls.some(({ command }) => command === "unlock")).toBe(false);
});

test.each([
  ["missing", "The register is not where it was"],
  ["newer", "This register was made by a newer Community Chest"],
  ["open", "The register is open already"],
  ["synchronised", "That folder is copied to other machines by OneDrive"],
])("a register that is %s is said, with ways on", async (door, title) => {
  core(`door=${door}`);
  render(Door);
  expect(await screen.findByRole("heading", { name: title })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Open a register/ })).toBeTruthy();
});

test("a new register is made with the words that were suggested, once they are written down", async () => {
  const asked = core("door=first");
  render(Door);
  await userEvent.click(await screen.findByRole("button", { name: /^Create a register/ }));
  await userEvent.click(screen.getByRole("button", { name: "Continue" }));
  expect(screen.getByRole("link", { name: "Enter the name of the partnership" })).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Name of the partnership"), "Meadow End Big Local");
  await userEvent.type(screen.getByLabelText("Your name"), "Rosa Finch");
  await userEvent.click(screen.getByRole("button", { name: "Continue" }));
  expect(await screen.findByDisplayValue("tulip kettle orchard ninety marble")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Create the register" }));
  expect(screen.getByRole("link", { name: /Write the passphrase down/ })).toBeTruthy();
  expect(asked.calls.some(({ command }) => command === "create_register")).toBe(false);
  await userEvent.click(screen.getByRole("checkbox", { name: "I have written it down" }));
  await userEvent.click(screen.getByRole("button", { name: "Create the register" }));
  expect(await screen.findByRole("heading", { name: "Print your recovery page" })).toBeTruthy();
  expect(asked.calls.find(({ command }) => command === "create_register")?.args.input).toEqual({
    partnership: "Meadow End Big Local",
    memberName: "Rosa Finch",
    folder: "/home/joan/Documents",
    passphrase: "tulip kettle orchard ninety marble",
  });
  await userEvent.click(screen.getByRole("checkbox", { name: /printed and put away/ }));
  await userEvent.click(screen.getByRole("button", { name: "Go to your register" }));
  expect(asked.calls.at(-1)?.command).toBe("put_recovery_page_away");
  expect(session.open).toBeDefined();
});

test("after the recovery page was used, a new one is printed before the register opens", async () => {
  core();
  render(Door);
  await userEvent.click(await screen.findByRole("radio", { name: /Joan Pelham/ }));
  await userEvent.click(screen.getByText("I have forgotten my passphrase"));
  await userEvent.type(await screen.findByLabelText("The recovery key on the page"), "AGE-SECRET-KEY-1QQQ");
  await userEvent.click(screen.getByRole("checkbox", { name: "I have written it down" }));
  await userEvent.click(screen.getByRole("button", { name: "Unlock and set the new passphrase" }));
  expect(await screen.findByRole("heading", { name: "Print your recovery page" })).toBeTruthy();
  expect(screen.getByText(/The key on your old page was used, so it has ended/)).toBeTruthy();
  expect(session.open).toBeUndefined();
  await userEvent.click(screen.getByRole("checkbox", { name: /printed and put away/ }));
  await userEvent.click(screen.getByRole("button", { name: "Go to your register" }));
  expect(session.open).toBeDefined();
});
