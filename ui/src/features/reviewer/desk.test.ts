import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { packRefusals } from "$words/packs";
import { deskSample, packRow, packSample } from "../../kit/reviewer";
import { sitAtDesk } from "../../test/desk";
import { reviewing } from "./sitting.svelte";

const packs = { at: "packs" } as const;
const pack = { at: "pack", packId: "pack-1" } as const;

test("the desk lists its packs: from whom, when back, how far, with no left list and no register", async () => {
  const core = await sitAtDesk(packs);
  expect(await screen.findByRole("heading", { name: "Work that was sent to you" })).toBeTruthy();
  expect(screen.getByText(/Back by Friday 20 January/).textContent).toContain("2 of 5 answered");
  expect(screen.getAllByText(/From Joan Pelham, Allenton Big Local/).length).toBe(2);
  expect(document.querySelector(".cc-nav")).toBeNull();
  expect(core.calls.some(({ command }) => command === "home")).toBe(false);
});

test("a pack that is late says so in words, and one that was answered and saved does not", async () => {
  await sitAtDesk(packs);
  reviewing.sit({ ...deskSample, today: "2023-01-23" });
  expect(await screen.findByText("3 days late.")).toBeTruthy();
  expect(screen.getAllByText(/days? late/).length).toBe(1);
});

test("a pack from somebody not known yet asks for the fingerprint they read out; a wrong one is refused beside it", async () => {
  const core = await sitAtDesk(packs, {}, "packs=unknown");
  await userEvent.click(await screen.findByRole("button", { name: "Open a pack" }));
  expect(await screen.findByText("This pack says it is from Joan Pelham of Allenton Big Local.")).toBeTruthy();
  const open = screen.getByRole("button", { name: "It is them. Open the pack" });
  await userEvent.click(open);
  expect(screen.getByRole("link", { name: "Enter the fingerprint that they read out" })).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "trust_sender")).toBe(false);
  const box = screen.getByRole("textbox", { name: "The fingerprint they read out" });
  await userEvent.type(box, "AAAA BBBB");
  await userEvent.click(open);
  expect(
    await screen.findByRole("link", { name: "That is not the fingerprint of whoever made this pack" }),
  ).toBeTruthy();
  expect(screen.getByText(/Nothing of it was kept/)).toBeTruthy();
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(box).toHaveProperty("value", "AAAA BBBB");
  await userEvent.clear(box);
  await userEvent.type(box, "7kq2 m4xt 9rhb c3wd");
  await userEvent.click(open);
  expect(await screen.findByRole("heading", { name: "January round is on your desk" })).toBeTruthy();
  expect(core.calls.findLast(({ command }) => command === "trust_sender")?.args.input).toEqual({
    path: "/media/stick/pack 3F2A-91C0.chestpack",
    fingerprint: "7kq2 m4xt 9rhb c3wd",
  });
});

test.each(Object.entries(packRefusals))("a pack refused as %s says what is safe and what to do", async (why, text) => {
  await sitAtDesk(packs, { pick_pack: () => ({ state: "refused", fileName: "pack 3F2A-91C0.chestpack", why }) });
  await userEvent.click(await screen.findByRole("button", { name: "Open a pack" }));
  expect(await screen.findByRole("heading", { name: text.title })).toBeTruthy();
  expect(screen.getByText(text.body).textContent).toMatch(/^Nothing/);
  expect(screen.getByText("pack 3F2A-91C0.chestpack")).toBeTruthy();
});

test("a pack that was here already changes nothing, and one that replaces another keeps what was written", async () => {
  await sitAtDesk(packs, {
    pick_pack: () => ({ state: "opened", packId: "pack-1", already: true, replaces: false }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Open a pack" }));
  expect(await screen.findByText(/on your desk already. Nothing changed/)).toBeTruthy();
});

test("a pack shows each application with its state in words, what is left out and why, and goes on with the first open one", async () => {
  await sitAtDesk(pack);
  const list = within(await screen.findByRole("region", { name: "Applications" }));
  for (const state of ["Draft", "Not begun", "Sealed", "You take no part", "Choose what stands"])
    expect(list.getByText(state)).toBeTruthy();
  expect(list.getByText(/Your entry in the register of interests looks like this group/)).toBeTruthy();
  expect(screen.getByText("You have an interest in it")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Go on with Night Owls Homework Club" }));
  expect(reviewing.place).toMatchObject({ at: "item", applicationId: "a8" });
});

test("a saved response says where it is, to whom it goes and by when, and can be saved again", async () => {
  await sitAtDesk(pack);
  expect(await screen.findByText(/CC-008, CC-009, CC-012 are not answered yet/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Save my response" }));
  expect(await screen.findByRole("heading", { name: "Your response is saved" })).toBeTruthy();
  expect(screen.getByText(/It is in \/media\/stick\/pack 77B1-04DE.chestpack/)).toBeTruthy();
  expect(screen.getByText("Take it or send it to Joan by Friday 20 January 2023.")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "Save it again" })).toBeTruthy();
});

test("putting the save window away changes nothing, and a full disk is said", async () => {
  let full = false;
  await sitAtDesk(pack, {
    save_response: () => {
      if (full) throw new Refusal({ code: "diskFull" });
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Save my response" }));
  expect(screen.queryByRole("heading", { name: "Your response is saved" })).toBeNull();
  full = true;
  await userEvent.click(screen.getByRole("button", { name: "Save my response" }));
  expect(await screen.findByRole("heading", { name: "Not saved. The disk is full" })).toBeTruthy();
});

test("nothing is saved while nothing is answered; when all is, saving is the main button", async () => {
  const row = { ...packRow, answered: 0 };
  await sitAtDesk(pack, { reviewer_pack: () => ({ ...packSample, row }) });
  expect(await screen.findByText(/Nothing is answered yet/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
});

test("when all is answered, Ctrl Enter saves the response", async () => {
  const applications = packSample.applications.map((one) => ({ ...one, state: "sealed" as const }));
  const core = await sitAtDesk(pack, {
    reviewer_pack: () => ({ ...packSample, applications, row: { ...packRow, answered: 5 } }),
  });
  expect(await screen.findByText(/All of it is answered/)).toBeTruthy();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.calls.some(({ command }) => command === "save_response")).toBe(true));
});

test("taking a pack off the desk is asked once, and says what is not sent", async () => {
  const core = await sitAtDesk(pack);
  await userEvent.click(await screen.findByRole("button", { name: "Take this pack off my desk" }));
  expect(screen.getByText("Something you wrote is not in a saved response.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(core.calls.some(({ command }) => command === "remove_pack")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Take this pack off my desk" }));
  await userEvent.click(screen.getByRole("button", { name: "Take it off" }));
  await waitFor(() => expect(reviewing.place).toEqual({ at: "packs" }));
  await waitFor(() => expect(screen.queryByRole("heading", { name: "January round" })).toBeNull());
});

test("Ctrl L locks the desk, Alt Left goes up, and F6 goes from pane to pane", async () => {
  const core = await sitAtDesk(pack);
  await screen.findByRole("heading", { name: "January round" });
  await userEvent.keyboard("{F6}");
  const first = document.activeElement;
  await userEvent.keyboard("{F6}");
  expect(document.activeElement).not.toBe(first);
  expect(document.activeElement?.closest("[data-pane]")).toBe(document.activeElement);
  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(reviewing.place).toEqual({ at: "packs" });
  await userEvent.keyboard("{Control>}l{/Control}");
  expect(await screen.findByRole("heading", { name: /Unlock your desk|Work that was sent to you/ })).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "lock_reviewer")).toBe(true);
});

test("a desk that locked itself says so at its own door, and shows nothing it knew", async () => {
  const core = await sitAtDesk(pack, {}, "reviewer=one");
  await screen.findByRole("heading", { name: "January round" });
  await core.lockItself(10);
  expect(await screen.findByText("Your desk locked itself after 10 minutes without use")).toBeTruthy();
  expect(screen.queryByText("Night Owls Homework Club")).toBeNull();
  expect(await screen.findByLabelText("Ken’s passphrase")).toBeTruthy();
});

test("somebody at the desk keeps it open: the core hears of it", async () => {
  const core = await sitAtDesk(packs);
  await screen.findByRole("heading", { name: "Work that was sent to you" });
  expect(core.calls.some(({ command }) => command === "still_here")).toBe(true);
});

test("the card shows the fingerprint in groups, and says where it was saved", async () => {
  await sitAtDesk({ at: "card", first: true });
  const print = await screen.findByRole("group", { name: "Your fingerprint" });
  expect([...print.querySelectorAll("span")].map(({ textContent }) => textContent)).toEqual([
    "7KQ2",
    "M4XT",
    "9RHB",
    "C3WD",
  ]);
  await userEvent.click(screen.getByRole("button", { name: "Save my card" }));
  expect(await screen.findByText(/Ken Ashby.chestcard/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Go to my desk" }));
  expect(reviewing.place).toEqual({ at: "packs" });
});

test("a new passphrase needs the old one and a tick; a wrong old one is said beside its field", async () => {
  let wrong = true;
  const core = await sitAtDesk(packs, {
    change_reviewer_passphrase: () => {
      if (wrong) throw new Refusal({ code: "wrongPassphrase" });
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: /^Ken Ashby/ }));
  await userEvent.click(screen.getByRole("button", { name: "Change my passphrase" }));
  await screen.findByDisplayValue("tulip kettle orchard ninety marble");
  await userEvent.click(screen.getByRole("button", { name: "Change it" }));
  expect(screen.getByRole("link", { name: "Enter your passphrase as it is now" })).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "change_reviewer_passphrase")).toBe(false);
  await userEvent.type(screen.getByLabelText("Your passphrase now"), "old words");
  await userEvent.click(screen.getByRole("checkbox", { name: "I have written it down" }));
  await userEvent.click(screen.getByRole("button", { name: "Change it" }));
  expect(await screen.findByRole("link", { name: "That is not your passphrase" })).toBeTruthy();
  wrong = false;
  await userEvent.click(screen.getByRole("button", { name: "Change it" }));
  expect(await screen.findByText("Your passphrase is changed.")).toBeTruthy();
  expect(core.calls.at(-1)?.args.input).toEqual({ old: "old words", new: "tulip kettle orchard ninety marble" });
});

test("a receipt says that the response arrived, and a damaged pack on this computer is said", async () => {
  await sitAtDesk(packs, { pick_pack: () => ({ state: "received", packId: "pack-1" }) });
  reviewing.sit({
    ...deskSample,
    damaged: 1,
    packs: [{ ...packRow, respondedAt: "2023-01-17T15:20:00", receivedAt: "2023-01-19T09:00:00", unsent: false }],
  });
  expect(await screen.findByRole("heading", { name: /A pack on this computer is damaged/ })).toBeTruthy();
  expect(screen.getByText(/Joan brought your response in on 19 January 2023/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Open a pack" }));
  expect(await screen.findByRole("heading", { name: "Your response arrived" })).toBeTruthy();
});
