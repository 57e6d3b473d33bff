import { cleanup, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { DocumentKind } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { viewSample } from "../../kit/applications";
import { grantView } from "../../test/grants";
import { openAt } from "../../test/open";

const paper = (kind: DocumentKind, subject: string | null): Screen => ({
  name: "document",
  kind,
  subject,
  title: "The paper",
  back: "Back",
});
const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole("button", { name }));

test("pages under embargo are opened only after it is said what that means, and it is said once", async () => {
  const core = await openAt(paper("application", "a11"));
  const opened = () => core.calls.filter(({ command }) => command === "open_document").length;
  await press("Open to print Ctrl P");
  expect(await screen.findByRole("dialog", { name: "These pages are under embargo" })).toBeTruthy();
  expect(screen.getByText(/taken away when you lock the register/)).toBeTruthy();
  expect(opened()).toBe(0);
  await press("Do not");
  expect(opened()).toBe(0);
  await press("Open to print Ctrl P");
  await press("Open the pages");
  await waitFor(() => expect(opened()).toBe(1));
  await press("Save as PDF");
  await waitFor(() => expect(core.calls.some(({ command }) => command === "save_document")).toBe(true));
  expect(screen.queryByRole("dialog", { name: "These pages are under embargo" })).toBeNull();
});

test("a saved copy is said to be the saver's to look after", async () => {
  const core = await openAt(paper("agreement", "g9"), { grant: () => grantView({ id: "g9", sealed: true }) });
  await press("Save as PDF");
  expect(await screen.findByText(/A saved copy stays.*yours to look after/)).toBeTruthy();
  await press("Save the pages");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "save_document")?.args.input).toEqual({
      kind: "agreement",
      subject: "g9",
      size: "standard",
      person: null,
    }),
  );
});

test("whoever unlocks next is asked again", async () => {
  for (const turn of [1, 2]) {
    const core = await openAt(paper("application", "a11"));
    await press("Open to print Ctrl P");
    expect(
      core.calls.some(({ command }) => command === "open_document"),
      `turn ${String(turn)}`,
    ).toBe(false);
    await press("Open the pages");
    await waitFor(() => expect(core.calls.some(({ command }) => command === "open_document")).toBe(true));
    cleanup();
  }
});

test.each([
  ["an application whose group was told", "application", "a11"],
  ["the blank form", "blankForm", null],
] as const)("%s is opened without a question", async (_, kind, subject) => {
  const told = viewSample({ embargo: { startedOn: "2023-01-13", liftedOn: "2023-01-16", readers: [] } });
  const core = await openAt(paper(kind, subject), { application: () => told });
  await press("Open to print Ctrl P");
  await waitFor(() => expect(core.calls.some(({ command }) => command === "open_document")).toBe(true));
});

test("when it cannot be known whether the pages are under embargo, nothing is opened", async () => {
  const core = await openAt(paper("application", "a11"), {
    application: () => {
      throw new Error("broken");
    },
  });
  await press("Open to print Ctrl P");
  expect(await screen.findByText("Something went wrong")).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "open_document")).toBe(false);
});

test.each(["agenda", "confidentialMinutes", "decisionSheet"] as const)(
  "the %s of a meeting is for members only, and is opened only after it is said what that means",
  async (kind) => {
    const core = await openAt(paper(kind, "m1"));
    await press("Open to print Ctrl P");
    expect(await screen.findByRole("dialog", { name: "These pages are under embargo" })).toBeTruthy();
    expect(core.calls.some(({ command }) => command === "open_document")).toBe(false);
  },
);

test.each(["publicAgenda", "meetingNotice", "publishableMinutes"] as const)(
  "the %s of a meeting is for everybody, and is opened without a question",
  async (kind) => {
    const core = await openAt(paper(kind, "m1"));
    await press("Open to print Ctrl P");
    await waitFor(() => expect(core.calls.some(({ command }) => command === "open_document")).toBe(true));
    expect(core.calls.some(({ command }) => command === "application")).toBe(false);
  },
);

test.each(["changeLetter", "reminder", "receiptSheet", "storyConsent", "closingLetter"] as const)(
  "the %s of a grant is under embargo as long as the grant is",
  async (kind) => {
    const core = await openAt(paper(kind, "g9"), { grant: () => grantView({ id: "g9", sealed: true }) });
    await press("Open to print Ctrl P");
    expect(await screen.findByRole("dialog", { name: "These pages are under embargo" })).toBeTruthy();
    expect(core.calls.some(({ command }) => command === "open_document")).toBe(false);
  },
);

test("the whole file is under embargo as long as the application is", async () => {
  const core = await openAt(paper("grantFile", "a11"));
  await press("Open to print Ctrl P");
  expect(await screen.findByRole("dialog", { name: "These pages are under embargo" })).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "open_document")).toBe(false);
});

test.each([
  ["fillableForm", null],
  ["memberAgreement", "2"],
  ["spendReport", "2022-12-31"],
] as const)("the %s is about no group, and is opened without a question", async (kind, subject) => {
  const core = await openAt(paper(kind, subject));
  await press("Open to print Ctrl P");
  await waitFor(() => expect(core.calls.some(({ command }) => command === "open_document")).toBe(true));
  expect(core.calls.some(({ command }) => command === "application" || command === "grant")).toBe(false);
});

test.each([
  ["changeLetter", "14 point"],
  ["reminder", "14 point"],
  ["closingLetter", "14 point"],
  ["receiptSheet", "12 point"],
  ["storyConsent", "12 point"],
  ["memberAgreement", "12 point"],
  ["grantFile", "12 point"],
  ["fillableForm", "12 point"],
  ["meetingNotice", "16 point"],
] as const)("the %s is printed in %s, or in large print", async (kind, size) => {
  await openAt(paper(kind, null));
  expect(await screen.findByLabelText(size)).toBeTruthy();
  expect(screen.getByLabelText("Large print, 18 point")).toBeTruthy();
});
