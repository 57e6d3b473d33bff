import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Refusal } from "$lib/ipc/fake";
import { constitution } from "../../kit/deciding";
import { openAt } from "../../test/open";

const sent = (core: Awaited<ReturnType<typeof openAt>>) =>
  core.calls.filter(({ command }) => command === "change_constitution").map(({ args }) => args.input);

test("each choice shows what the plan says, and the answer that holds", async () => {
  await openAt({ name: "constitution" });
  expect(await screen.findByText(/a majority of the members are present/)).toBeTruthy();
  const group = within(screen.getByRole("group", { name: "What may the Community Chest sub-group do?" }));
  expect(group.getByLabelText<HTMLInputElement>("It decides on grants up to an amount").checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>("Up to how much for one application?").value).toBe("200.00");
  expect(screen.getByLabelText<HTMLInputElement>("How many days do they have to answer?").value).toBe("10");
});

test("a change is sent whole, with its day and its reason", async () => {
  const core = await openAt({ name: "constitution" });
  await userEvent.click(await screen.findByLabelText("They always leave the room"));
  await userEvent.click(screen.getByLabelText("It recommends, and the partnership decides"));
  await userEvent.type(screen.getByLabelText("Why?"), "Agreed on 17 January.");
  await userEvent.click(screen.getByRole("button", { name: "Keep these choices" }));
  await waitFor(() =>
    expect(sent(core)).toEqual([
      {
        advisoryCounts: true,
        remainedCounts: true,
        withdrawal: "always",
        casting: "whoeverChairs",
        emailThreshold: "mostResidents",
        emailDays: "10",
        subGroupDecides: false,
        upTo: "",
        from: { day: "17", month: "1", year: "2023" },
        reason: "Agreed on 17 January.",
      },
    ]),
  );
});

test("what is missing stands beside its field", async () => {
  await openAt(
    { name: "constitution" },
    {
      change_constitution: () => {
        throw new Refusal({
          code: "fields",
          problems: [
            { field: "emailDays", fault: "days", most: 60 },
            { field: "reason", fault: "missing", most: null },
          ],
        });
      },
    },
  );
  await userEvent.click(await screen.findByRole("button", { name: "Keep these choices" }));
  expect(await screen.findByRole("link", { name: "The number of days must be from 1 to 60 days" })).toBeTruthy();
  expect(screen.getByLabelText("Why?").getAttribute("aria-invalid")).toBe("true");
});

const entry = async (name: string) => {
  const heading = await screen.findByRole("heading", { name });
  return within(heading.closest("li") ?? heading);
};

test("the history says what each change was, from when, why and by whom", async () => {
  await openAt({ name: "constitution" });
  const latest = await entry("From 17 November 2022");
  expect(latest.getByText("Agreed at the meeting of 17 November.")).toBeTruthy();
  expect(latest.getByText("It decides on grants up to £200.00")).toBeTruthy();
  expect(latest.queryByText("10 days")).toBeNull();
  const first = await entry("From 1 June 2022");
  expect(first.getByText("10 days")).toBeTruthy();
});

test("whoever may not change them reads them, and nothing more", async () => {
  await openAt({ name: "constitution" }, { constitution: () => ({ ...constitution, mayChange: false }) });
  expect(await screen.findByText("The co-ordinator or the Chair can change these.")).toBeTruthy();
  // Once as it stands, once in the history.
  expect(screen.getAllByText("It decides on grants up to £200.00")).toHaveLength(2);
  expect(screen.queryByRole("radio")).toBeNull();
});

test("the address is kept as typed, and the link to the choices stands beside it", async () => {
  const core = await openAt({ name: "settings" });
  const phone = await screen.findByLabelText("Telephone");
  await userEvent.clear(phone);
  await userEvent.type(phone, "01632 960 111");
  await userEvent.click(screen.getByRole("button", { name: "Keep this" }));
  await waitFor(() =>
    expect(core.calls.find(({ command }) => command === "save_contact_details")?.args.input).toEqual({
      address: "The Community Hub\n12 Sorrel Walk\nAllenton",
      phone: "01632 960 111",
      email: "hello@allenton.example",
    }),
  );
  await userEvent.click(screen.getByRole("link", { name: "How we decide" }));
  expect(await screen.findByRole("heading", { level: 1, name: "How we decide" })).toBeTruthy();
});
