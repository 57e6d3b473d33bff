import { screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { PaperFound, UnknownPaper } from "$lib/ipc";
import { Refusal } from "$lib/ipc/fake";
import { navigation } from "$shell/navigation.svelte";
import { session } from "$shell/session.svelte";
import { filledForm, issuedPaper, scan, unread } from "../../kit/incoming";
import { chair } from "../../kit/sample";
import { sitAtDesk } from "../../test/desk";
import { openAt } from "../../test/open";
import { words } from "./words";

const path = "/media/stick/scan0001.pdf";
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));
const sent = (core: Awaited<ReturnType<typeof openAt>>, command: string) =>
  core.calls.filter((call) => call.command === command).map(({ args }) => args);
const dropped = async (found: PaperFound): Promise<Awaited<ReturnType<typeof openAt>>> => {
  const core = await openAt({ name: "home" }, { look_at_paper: () => found });
  await core.drag("drop", path);
  return core;
};

test("while a file hangs over the window it says what may be dropped, and goes when the file goes", async () => {
  const core = await openAt({ name: "home" });
  await core.drag("enter", path);
  expect(await screen.findByText("Drop it: a filled form or a scan")).toBeTruthy();
  await core.drag("leave");
  await waitFor(() => expect(screen.queryByText("Drop it: a filled form or a scan")).toBeNull());
  expect(sent(core, "look_at_paper")).toEqual([]);
});

test("what is dragged within the window is no file", async () => {
  const core = await openAt({ name: "home" });
  await core.drag("enter");
  await tick();
  expect(screen.queryByText("Drop it: a filled form or a scan")).toBeNull();
  await core.drag("drop");
  expect(navigation.screen).toEqual({ name: "home" });
});

test("a file that is dropped is looked at, wherever the person is", async () => {
  const core = await dropped(filledForm());
  expect(
    await screen.findByRole("heading", { level: 1, name: "A form that was filled in on a computer" }),
  ).toBeTruthy();
  expect(sent(core, "look_at_paper")).toEqual([{ path }]);
  expect(screen.getByText("Teasel Lane Allotments")).toBeTruthy();
  expect(screen.getByText("41")).toBeTruthy();
  expect(screen.queryByText(/could not be put in/)).toBeNull();
});

test("two files at once are refused in words", async () => {
  const core = await openAt({ name: "home" });
  await core.drag("drop", path, "/media/stick/scan0002.pdf");
  expect(await screen.findByText("Drop one file at a time. Nothing was kept.")).toBeTruthy();
  expect(sent(core, "look_at_paper")).toEqual([]);
});

test("a small job over the page is not left for a file", async () => {
  const core = await openAt({ name: "home" });
  await userEvent.keyboard("{F1}");
  await core.drag("enter", path);
  await tick();
  expect(screen.queryByText("Drop it: a filled form or a scan")).toBeNull();
  await core.drag("drop", path);
  expect(sent(core, "look_at_paper")).toEqual([]);
});

test("a locked register takes no file", async () => {
  const core = await openAt({ name: "home" });
  await session.lock();
  await core.drag("enter", path);
  await tick();
  expect(screen.queryByText("Drop it: a filled form or a scan")).toBeNull();
  await core.drag("drop", path);
  expect(sent(core, "look_at_paper")).toEqual([]);
});

test.each(["", "clerk"])("neither the reviewer’s desk nor the clerk’s takes a file (%s)", async (asked) => {
  const core = await sitAtDesk({ at: "packs" }, {}, asked);
  await core.drag("enter", path);
  await tick();
  expect(screen.queryByText("Drop it: a filled form or a scan")).toBeNull();
  await core.drag("drop", path);
  expect(sent(core, "look_at_paper")).toEqual([]);
});

test("an application begun from a form opens at the typing desk, and going back does not begin it twice", async () => {
  const core = await dropped(filledForm());
  await press("Begin the application");
  await waitFor(() => expect(navigation.screen).toEqual({ name: "typing", id: "a10", part: "group" }));
  expect(sent(core, "take_form")).toEqual([{ path: filledForm().path }]);
  navigation.back();
  expect(navigation.screen).toEqual({ name: "home" });
});

test("what could not be read is listed with its words and why", async () => {
  await dropped(filledForm({ unread }));
  const table = await screen.findByRole("region", { name: "The words of 2 boxes could not be put in their place" });
  const rows = within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => Array.from(row.children).map(({ textContent }) => textContent.trim()));
  expect(rows).toEqual([
    ["Postcode", "DE24 9XX, or ask at the shed, the third gate on the left", "It is longer than the box may be"],
    ["Other notes", "We meet on Sundays.", "Our form has no such box"],
  ]);
});

test("somebody who does not keep the records cannot begin an application from it", async () => {
  const core = await openAt({ name: "home" }, { look_at_paper: () => filledForm() }, chair);
  await core.drag("drop", path);
  expect(await screen.findByText(/The co-ordinator begins an application from it/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Begin the application" })).toBeNull();
});

test("a scan says which paper it is and which pages are missing, and is filed with its application", async () => {
  const core = await dropped(scan({ found: [1, 3] }));
  expect(await screen.findByRole("heading", { level: 1, name: "Agreement, CC-2022-006" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Pages 2 and 4 are missing" })).toBeTruthy();
  expect(screen.getByText("Pages 1 and 3 are in the file.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "See it as it was issued" })).toBeTruthy();
  await press("File it with CC-2022-006");
  expect(await screen.findByRole("heading", { name: "It is filed with CC-2022-006" })).toBeTruthy();
  // Back from there it would be filed once more.
  expect(screen.queryByRole("link", { name: "See it as it was issued" })).toBeNull();
  expect(sent(core, "file_scan")).toEqual([{ path, code: "7KQX-M2PD-9RTA" }]);
  expect(screen.queryByRole("button", { name: /^File it/ })).toBeNull();
});

test.each([
  ["agreement", "Record the signatures", { name: "agreement", id: "g6" }],
  ["feedbackForm", "Type in the feedback", { name: "recordFeedback", id: "g6" }],
  ["changeLetter", "Open the grant", { name: "grant", id: "g6" }],
] as const)("after a scan of the %s: %s", async (document, label, to) => {
  await dropped(scan({ paper: issuedPaper({ document }) }));
  await press("File it with CC-2022-006");
  await press(label);
  expect(navigation.screen).toEqual(to);
});

test("the band stands over a scan of a paper that is confidential now, and over no other", async () => {
  let paper = issuedPaper({ sealed: true });
  const core = await openAt({ name: "home" }, { look_at_paper: () => scan({ paper }) });
  await core.drag("drop", path);
  expect(await screen.findByText(/until each group is told/)).toBeTruthy();
  paper = issuedPaper({ reference: "CC-2022-007" });
  await core.drag("drop", path);
  await screen.findByRole("button", { name: "File it with CC-2022-007" });
  expect(screen.queryByText(/until each group is told/)).toBeNull();
});

test("an application without a grant is opened after its scan", async () => {
  await dropped(scan({ paper: issuedPaper({ document: "application", grantId: null }) }));
  await press("File it with CC-2022-006");
  await press("Open the application");
  expect(navigation.screen).toEqual({ name: "application", id: "a-g6" });
});

test("when a scan cannot be filed, it is said why and the paper stays on the screen", async () => {
  const core = await openAt(
    { name: "home" },
    {
      look_at_paper: () => scan(),
      file_scan: () => {
        throw new Refusal({ code: "fileUnreadable" });
      },
    },
  );
  await core.drag("drop", path);
  await press("File it with CC-2022-006");
  expect((await screen.findByRole("alert")).textContent).toContain("That file could not be read");
  expect(screen.getByRole("button", { name: "File it with CC-2022-006" })).toBeTruthy();
});

test.each([
  ["noApplication", /This paper is not about one application.*Nothing was kept/],
  ["several", /not all about the same application.*Nothing was kept/],
  ["strange", /code that we do not know, or that you may not see.*Nothing was kept/],
] as const)("a paper that cannot be filed says why: %s", async (filing, why) => {
  await dropped(scan({ filing, found: [1, 3] }));
  expect(await screen.findByText(why)).toBeTruthy();
  expect(screen.queryByText(/You may file what is there/)).toBeNull();
  expect(screen.queryByRole("button", { name: /^File it/ })).toBeNull();
});

test.each(Object.keys(words.unknown) as UnknownPaper[])("%s: what it is and what to do", async (reason) => {
  await dropped({ kind: "unknown", fileName: "holiday.docx", reason });
  const { title, text, way } = words.unknown[reason];
  expect(await screen.findByRole("heading", { level: 1, name: title })).toBeTruthy();
  expect(screen.getByText(text)).toBeTruthy();
  expect(screen.getByText(way)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Choose another file" })).toBeTruthy();
});

test("a paper is brought in from the applications, and going back does not ask again", async () => {
  const core = await openAt({ name: "applications" }, { look_at_paper: () => filledForm() });
  await press("Bring in a paper...");
  await screen.findByText("Teasel Lane Allotments");
  expect(sent(core, "look_at_paper")).toEqual([{ path: null }]);
  await press("Do not keep it");
  expect(navigation.screen).toEqual({ name: "applications" });
  expect(sent(core, "take_form")).toEqual([]);
});

test("when no file is chosen, the person is back where they were", async () => {
  await openAt({ name: "applications" }, { look_at_paper: () => null });
  await press("Bring in a paper...");
  await waitFor(() => expect(navigation.screen).toEqual({ name: "applications" }));
});

test("Ctrl K finds the way to bring in a paper", async () => {
  const core = await openAt({ name: "home" }, { find: () => [] });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(await screen.findByRole("combobox"), "bring in");
  await userEvent.click(await screen.findByRole("option", { name: "Bring in a paper" }));
  await waitFor(() => expect(sent(core, "look_at_paper")).toEqual([{ path: null }]));
});
