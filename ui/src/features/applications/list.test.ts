import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { navigation } from "$shell/navigation.svelte";
import { listSample } from "../../kit/applications";
import { openAt } from "../../test/open";

test("what a member may not read has no name, and every embargo has its lock", async () => {
  await openAt({ name: "applications" });
  await screen.findByRole("link", { name: "Foxglove Close Street Play" });
  expect(screen.getByRole("link", { name: "Under embargo" })).toBeTruthy();
  expect(screen.getAllByRole("img", { name: "Under embargo" })).toHaveLength(5);
  expect(screen.getByText("6 applications. £2,025.00 asked for.")).toBeTruthy();
});

test("arrows go from row to row, and Enter opens one", async () => {
  await openAt({ name: "applications" });
  const first = (await screen.findByRole("link", { name: "Foxglove Close Street Play" })).closest("tr");
  first?.focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(navigation.screen).toEqual({ name: "application", id: "a11" });
});

test("a heading asks the core for that order", async () => {
  const core = await openAt({ name: "applications" });
  await userEvent.click(await screen.findByRole("button", { name: /^Asked for/ }));
  await waitFor(() =>
    expect(core.calls.findLast(({ command }) => command === "list_applications")?.args.input).toMatchObject({
      sort: "asked",
      descending: false,
    }),
  );
});

test("Ctrl N begins a new application", async () => {
  await openAt({ name: "applications" });
  await screen.findByRole("button", { name: /^New application/ });
  await userEvent.keyboard("{Control>}n{/Control}");
  await waitFor(() => expect(navigation.screen).toEqual({ name: "typing", id: "a10", part: "group" }));
});

test("an empty register says what to do first", async () => {
  await openAt({ name: "applications" }, { list_applications: () => ({ ...listSample([]), counts: [] }) });
  expect(await screen.findByRole("heading", { name: "No applications yet" })).toBeTruthy();
});

test.each([
  ["Blank form to print", "blankForm"],
  ["Form to fill in on a computer", "fillableForm"],
] as const)("%s is opened for groups", async (name, kind) => {
  await openAt({ name: "applications" });
  await userEvent.click(await screen.findByRole("link", { name }));
  expect(navigation.screen).toMatchObject({ name: "document", kind, subject: null });
});

test("the whole file of a case is printed from its page", async () => {
  await openAt({ name: "application", id: "a11" });
  await userEvent.click(await screen.findByRole("button", { name: "Print the whole file" }));
  expect(navigation.screen).toMatchObject({ name: "document", kind: "grantFile", subject: "a11" });
});
