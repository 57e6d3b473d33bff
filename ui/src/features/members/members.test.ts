import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { MemberRefusal } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { memberRefusal } from "$words/memberRefusals";
import { session as sample } from "../../kit/sample";
import { openAt } from "../../test/open";

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args.input);
async function openMember(name: RegExp): Promise<void> {
  const row = await screen.findByRole("row", { name });
  row.focus();
  await userEvent.keyboard("{Enter}");
}

test("the list says who can unlock the register, who has a card, and who has left", async () => {
  await openAt({ name: "members" });
  const said = async (name: RegExp) => (await screen.findByRole("row", { name })).textContent;
  expect(await said(/Marcia Lowe/)).toContain("Can unlock this register");
  expect(await said(/Ken Ashby/)).toContain("Has a card since 9 January 2023");
  expect(await said(/Doreen Pike/)).toContain("No keys yet");
  expect(await said(/Terry Moult/)).toContain("Left on 15 December 2022");
});

test("whoever may not keep the list sees it and changes nothing", async () => {
  await openAt({ name: "members" }, {}, { ...sample, may: ["readSealed", "review"] });
  await openMember(/Ken Ashby/);
  await screen.findByRole("heading", { name: "Ken Ashby" });
  for (const name of ["Add a member", "Take in a card", "Change this entry", "Record that they left"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

test("a member is added with role, tie and term, and a term that is too long is said so", async () => {
  let refused = true;
  const core = await openAt(
    { name: "members" },
    {
      add_member: () => {
        if (refused)
          throw new Refusal({ code: "fields", problems: [{ field: "termEndsOn", fault: "termTooLong", most: 3 }] });
        return "m9";
      },
    },
  );
  await press("Add a member");
  await userEvent.type(await screen.findByLabelText("Name"), "Bilal Hussain");
  await userEvent.selectOptions(screen.getByLabelText("Role"), "Reviewer");
  await press("Add this member");
  expect(
    await screen.findByRole("link", { name: "The end of their term must be within 3 years of the start" }),
  ).toBeTruthy();
  refused = false;
  await press("Add this member");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Add a member" })).toBeNull());
  expect(sent(core, "add_member").at(-1)).toEqual({
    name: "Bilal Hussain",
    role: "reviewer",
    residency: "lives",
    startedOn: { day: "17", month: "1", year: "2023" },
    termEndsOn: { day: "", month: "", year: "" },
  });
});

test("leaving says what it does before it is recorded", async () => {
  const core = await openAt({ name: "members" });
  await openMember(/Ken Ashby/);
  await press("Record that they left");
  const dialog = within(await screen.findByRole("dialog", { name: "Record that Ken Ashby left?" }));
  expect(dialog.getByText(/sealed anew without them/)).toBeTruthy();
  expect(sent(core, "record_leaving")).toEqual([]);
  await userEvent.type(dialog.getByLabelText("Why did they leave?"), "Moved away");
  await userEvent.click(dialog.getByRole("button", { name: "Record that they left" }));
  await waitFor(() =>
    expect(sent(core, "record_leaving")).toEqual([
      { memberId: "5", on: { day: "17", month: "1", year: "2023" }, reason: "Moved away" },
    ]),
  );
});

test("whoever records their own leaving is signed out", async () => {
  await openAt({ name: "members" });
  await openMember(/Joan Pelham/);
  await press("Record that they left");
  const dialog = within(await screen.findByRole("dialog", { name: "Record that Joan Pelham left?" }));
  expect(dialog.getByText(/This is you/)).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Record that they left" }));
  await waitFor(() => expect(session.open).toBeUndefined());
});

test("a passphrase is given only when the five words are on paper", async () => {
  const core = await openAt({ name: "members" });
  await openMember(/Ken Osei/);
  await press("Give a passphrase");
  expect(await screen.findByLabelText("Their five words")).toHaveProperty(
    "value",
    "tulip kettle orchard ninety marble",
  );
  await press("Set this passphrase");
  expect(await screen.findByText("Write the words down first, then tick the box")).toBeTruthy();
  expect(sent(core, "give_vault")).toEqual([]);
  await userEvent.click(screen.getByLabelText("Ken Osei has these words on paper"));
  await press("Set this passphrase");
  await waitFor(() =>
    expect(sent(core, "give_vault")).toEqual([{ memberId: "3", passphrase: "tulip kettle orchard ninety marble" }]),
  );
});

test("a card is taken in when its owner read the fingerprint out, and not when it differs", async () => {
  let differs = true;
  const core = await openAt(
    { name: "members" },
    {
      confirm_card: () => {
        if (differs) throw new Refusal({ code: "memberRefused", refusal: { kind: "fingerprintDiffers" } });
        return null;
      },
    },
  );
  await press("Take in a card");
  expect(await screen.findByLabelText("Whose card is it?")).toHaveProperty("value", "3");
  await press("Take the card in");
  expect(await screen.findByRole("link", { name: "Enter the fingerprint that they read out" })).toBeTruthy();
  await userEvent.type(screen.getByLabelText("The fingerprint they read out"), "k7qf 2mxa");
  await press("Take the card in");
  expect(await screen.findByRole("link", { name: /not the fingerprint of this card/ })).toBeTruthy();
  differs = false;
  await press("Take the card in");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Take in a member card" })).toBeNull());
  expect(sent(core, "confirm_card").at(-1)).toEqual({
    memberId: "3",
    path: "/media/stick/ken.chestcard",
    fingerprint: "k7qf 2mxa",
  });
});

test("my keys show the fingerprint in groups to be read out", async () => {
  await openAt({ name: "myKeys" });
  const print = await screen.findByRole("group", { name: "Your fingerprint" });
  expect([...print.children].map((group) => group.textContent)).toEqual(["K7QF", "2MXA", "9TDR", "5WHP"]);
});

test("a new recovery page ends the old one, so it is asked first, and is then printed", async () => {
  const core = await openAt({ name: "myKeys" });
  await press("Make a new page: Make a new recovery page");
  expect(core.calls.some(({ command }) => command === "new_recovery_page")).toBe(false);
  const dialog = within(await screen.findByRole("dialog", { name: "Make a new recovery page?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Make a new page" }));
  await waitFor(() => expect(navigation.screen.name).toBe("recoveryPage"));
  expect(await screen.findByRole("heading", { name: "Print your recovery page" })).toBeTruthy();
});

test("a new passphrase of one's own needs the old one, and the new one on paper", async () => {
  const core = await openAt(
    { name: "myKeys" },
    {
      change_my_passphrase: () => {
        throw new Refusal({ code: "wrongPassphrase" });
      },
    },
  );
  await press("Change it: Change my passphrase");
  await userEvent.type(await screen.findByLabelText("Your passphrase now"), "wrong");
  await userEvent.click(screen.getByLabelText("I have the new words on paper"));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Change my passphrase" }));
  expect(await screen.findByRole("link", { name: "That is not your passphrase" })).toBeTruthy();
  expect(sent(core, "change_my_passphrase")).toEqual([{ old: "wrong", new: "tulip kettle orchard ninety marble" }]);
});

test("every refusal of a member's change has its words", () => {
  const all: MemberRefusal[] = [
    { kind: "hasLeft" },
    { kind: "lastKeeper" },
    { kind: "oneSelf" },
    { kind: "notACard" },
    { kind: "newerCard" },
    { kind: "badSignature" },
    { kind: "fingerprintDiffers" },
    { kind: "keysOfAnother", name: "Ken Ashby" },
    { kind: "takenInAlready" },
    { kind: "endedKeys" },
    { kind: "worksAtRegister" },
  ];
  expect(new Set(all.map((refusal) => memberRefusal(refusal).title)).size).toBe(all.length);
  expect(memberRefusal({ kind: "keysOfAnother", name: "Ken Ashby" }).title).toContain("Ken Ashby");
});

test.each([
  ["members", /Marcia Lowe/, "2"],
  ["membership", /Grace Adeyemi/, "6"],
] as const)("the agreement that a member signs is printed from %s", async (name, who, subject) => {
  await openAt({ name });
  await openMember(who);
  await press("Print the member agreement");
  expect(navigation.screen).toMatchObject({ name: "document", kind: "memberAgreement", subject });
});
