import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { viewSample } from "../../kit/applications";
import { openAt } from "../../test/open";

test("a former version can be read, and says that it is a former one", async () => {
  const core = await openAt({ name: "application", id: "a11" });
  expect((await screen.findByText("Version 2, received 15 January 2023")).closest("a")).toBeNull();
  await userEvent.click(screen.getByRole("link", { name: "Version 1, received 13 January 2023" }));
  const dialog = await screen.findByRole("dialog", { name: "Version 1, received 13 January 2023" });
  expect(within(dialog).getByRole("heading", { name: "This is a former version" })).toBeTruthy();
  expect(within(dialog).getByText("From a neighbour")).toBeTruthy();
  expect(core.calls.find(({ command }) => command === "application_version")?.args).toEqual({
    applicationId: "a11",
    version: 1,
  });
});

test("while a correction is typed in, the version that counts can be read beside it", async () => {
  const versions = [{ version: 1, at: "2023-01-14T10:00:00Z", by: "Joan Pelham", reason: null }];
  await openAt({ name: "application", id: "a10" }, { application: () => viewSample({ versions }) });
  await userEvent.click(await screen.findByRole("link", { name: "Version 1, received 14 January 2023" }));
  expect(await screen.findByRole("heading", { name: "This is the latest version that was received" })).toBeTruthy();
});

test("what was said is in the story of a draft, and a call is added to it", async () => {
  const core = await openAt({ name: "application", id: "a10" });
  expect(await screen.findByText("Asked which total is right. They will say on Monday.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Add a note or a call" }));
  await userEvent.type(screen.getByRole("textbox", { name: "What was said or agreed?" }), "The total is £210");
  await userEvent.click(screen.getByRole("button", { name: "Add it" }));
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "add_note")?.args.input).toEqual({
      applicationId: "a10",
      call: true,
      on: { day: "17", month: "1", year: "2023" },
      text: "The total is £210",
    }),
  );
});
