import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { fakeCore, Refusal } from "$lib/ipc/fake";
import { session as open } from "../../test/grants";
import Register from "./Register.svelte";

test("a backup is made when asked for, and its result stays to be read", async () => {
  fakeCore({
    back_up: () => ({ folder: "/media/stick", at: "2023-01-17T14:36:00Z", events: 214 }),
  });
  render(Register, { open });
  expect(screen.getByText(/16 January 2023/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Make a backup now" }));
  expect(await screen.findByText(/It is in \/media\/stick\. Its journal has 214 entries/)).toBeTruthy();
});

test("a backup that fails says why", async () => {
  fakeCore({
    back_up: () => {
      throw new Refusal({ code: "diskFull" });
    },
  });
  render(Register, { open: { ...open, lastBackup: null } });
  expect(screen.getByText("None yet")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Make a backup now" }));
  expect((await screen.findByRole("alert")).textContent).toContain("The disk is full");
});
