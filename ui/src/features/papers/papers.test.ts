import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { navigation } from "$shell/navigation.svelte";
import { viewSample } from "../../kit/applications";
import { issuedPaper } from "../../kit/issued";
import { openAt } from "../../test/open";

const box = async (): Promise<HTMLElement> =>
  screen.findByRole("textbox", { name: "The code at the foot of the page" });
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

test("a code, as it was typed, says what the paper is, about whom, when and by whom", async () => {
  const core = await openAt({ name: "checkPaper" });
  expect(screen.getByText("What you will see")).toBeTruthy();
  await userEvent.type(await box(), "7kqx m2pd-9rta{Enter}");
  expect(await screen.findByText("We issued a paper with this code")).toBeTruthy();
  // The core reads the code: the window leaves it as it is.
  expect(core.calls.find(({ command }) => command === "check_paper")?.args).toEqual({ code: "7kqx m2pd-9rta" });
  for (const said of [
    "Brightwater Steel Pans",
    "CC-2022-005",
    "1 November 2022, by Joan Pelham",
    "2 pages, standard print",
    "Version 1 of your own words",
    "7KQX-M2PD-9RTA",
  ])
    expect(screen.getByText(said)).toBeTruthy();
  expect(core.calls.some(({ command }) => command === "issued_paper")).toBe(false);
  await press("Show it as it was issued");
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "issued_paper")?.args).toEqual({ issueId: "i1" }),
  );
  expect(await screen.findByRole("complementary", { name: "Agreement, as issued on 1 November 2022" })).toBeTruthy();
  expect(screen.queryByText(/until each group is told/)).toBeNull();
});

test("an unknown code is said in plain words, and what was typed stays", async () => {
  await openAt({ name: "checkPaper" });
  await userEvent.type(await box(), "AAAA-BBBB-CCCC");
  await press("Check this paper");
  expect((await screen.findByRole("alert")).textContent).toMatch(
    /No paper of this register has that code.*do not rely on the paper/,
  );
  expect(await box()).toHaveProperty("value", "AAAA-BBBB-CCCC");
});

test("with nothing typed it says what is missing, and asks nobody", async () => {
  const core = await openAt({ name: "checkPaper" });
  await press("Check this paper");
  expect(await screen.findAllByText(/Type the code at the foot of the page/)).not.toHaveLength(0);
  expect(core.calls.some(({ command }) => command === "check_paper")).toBe(false);
});

test("over a paper that is confidential now stands the band, and no more over the next one that is not", async () => {
  await openAt(
    { name: "checkPaper", code: "x" },
    {
      check_paper: ({ code }) => (code === "x" ? issuedPaper({ sealed: true }) : issuedPaper({ group: "Poppyfield" })),
    },
  );
  expect(await screen.findByText(/until each group is told/)).toBeTruthy();
  await userEvent.type(await box(), "{Backspace}y{Enter}");
  await screen.findByText("Poppyfield");
  expect(screen.queryByText(/until each group is told/)).toBeNull();
});

test("pages that were not kept cannot be shown, and it says so", async () => {
  await openAt({ name: "checkPaper", code: "x" }, { check_paper: () => issuedPaper({ kept: false }) });
  expect(await screen.findByText(/Its pages were not kept/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show it as it was issued" })).toBeNull();
});

test.each([
  ["a grant", { name: "grant", id: "g5" }],
  ["an application", { name: "application", id: "a11" }],
] as const)("on %s stand its papers, each leads to what it said", async (_, at) => {
  await openAt(at, { application: () => viewSample({ state: "approved", typing: false }) });
  await userEvent.click(await screen.findByRole("link", { name: "Agreement, issued on 1 November 2022" }));
  expect(navigation.screen).toEqual({ name: "checkPaper", code: "7KQX-M2PD-9RTA" });
});

test("before anything was issued, it says what will stand there", async () => {
  await openAt({ name: "grant", id: "g5" }, { papers_of: () => [] });
  expect(await screen.findByText(/A paper stands here once you open it to print/)).toBeTruthy();
});

test("of many papers the newest stand first, and the others are asked for", async () => {
  const many = Array.from({ length: 7 }, (_, index) => issuedPaper({ issueId: `i${String(index)}` }));
  await openAt({ name: "grant", id: "g5" }, { papers_of: () => many });
  const shown = () => screen.queryAllByRole("link", { name: /^Agreement, issued on/ }).length;
  await waitFor(() => expect(shown()).toBe(5));
  await press("Show 2 older papers");
  expect(shown()).toBe(7);
});

test("finding what looks like a code leads to the paper, and the screens are found by their names", async () => {
  await openAt({ name: "home" }, { find: () => [] });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(await screen.findByRole("combobox"), "7kqxm2pd9rta");
  await screen.findByRole("option", { name: "Check the paper 7kqxm2pd9rta" });
  await waitFor(() => expect(screen.queryByText("1 found")).toBeTruthy());
  await userEvent.keyboard("{Enter}");
  expect(navigation.screen).toEqual({ name: "checkPaper", code: "7kqxm2pd9rta" });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(await screen.findByRole("combobox"), "wording");
  await waitFor(() => expect(screen.queryByText("1 found")).toBeTruthy());
  await userEvent.click(await screen.findByRole("option", { name: "Wording of the printed documents" }));
  expect(navigation.screen).toEqual({ name: "wordings" });
});
