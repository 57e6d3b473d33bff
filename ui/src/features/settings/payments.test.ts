import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { fakeCore, Refusal, type Handler } from "$lib/ipc/fake";
import { session } from "$shell/session.svelte";
import { session as open } from "../../test/grants";
import { paymentSettings } from "../../test/payments";
import Payments from "./Payments.svelte";

const core = (handlers: Record<string, Handler> = {}) =>
  fakeCore({ payment_settings: () => paymentSettings, ...handlers });

beforeEach(() => {
  session.sit({ ...open });
});

test("the settings of payments are saved as they are typed, and a fault stands beside its box", async () => {
  let refused = true;
  const { calls } = core({
    save_payment_settings: () => {
      if (refused)
        throw new Refusal({ code: "fields", problems: [{ field: "ltoShare", fault: "notANumber", most: null }] });
      return null;
    },
  });
  render(Payments);
  const share = await screen.findByLabelText("The LTO’s own share, in per cent");
  // In hundredths of a per cent from the core.
  expect(share).toHaveProperty("value", "5");
  await userEvent.clear(share);
  await userEvent.type(share, "five");
  await userEvent.click(screen.getByRole("button", { name: "Save the settings of payments" }));
  expect(await screen.findAllByText(/The LTO’s share must be a whole number/)).toHaveLength(2);
  expect(share).toHaveProperty("value", "five");
  refused = false;
  await userEvent.clear(share);
  await userEvent.type(share, "2.5");
  await userEvent.click(screen.getByRole("checkbox"));
  await userEvent.click(screen.getByRole("button", { name: "Save the settings of payments" }));
  await expect
    .poll(() => calls.findLast(({ command }) => command === "save_payment_settings")?.args.input)
    .toEqual({ lto: "Fernside Community Trust", twoPeople: false, eraseAfterDays: "90", ltoShare: "2.5" });
});

test("the tables of the modulus check are loaded, and it says when", async () => {
  let loaded: string | null = null;
  core({
    payment_settings: () => ({ ...paymentSettings, tablesLoadedOn: loaded }),
    load_modulus_tables: () => {
      loaded = "2023-01-17";
      return 1151;
    },
  });
  render(Payments);
  await userEvent.click(await screen.findByRole("button", { name: "Load the two tables" }));
  expect(await screen.findByText("The tables were loaded on 17 January 2023.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Load newer tables" })).toBeTruthy();
});

test("somebody who does not keep the records reads the settings", async () => {
  session.sit({ ...open, may: ["readSealed"] });
  core();
  render(Payments);
  expect(await screen.findByText("The LTO is Fernside Community Trust.")).toBeTruthy();
  expect(screen.getByText("The LTO’s share is 5 %.")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});
