import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import Button from "./Button.svelte";
import DateField from "./DateField.svelte";
import Field from "./Field.svelte";
import Passphrase from "./Passphrase.svelte";
import type { DateTyped } from "./types";

test("a field is named by its label and described by its hint and its error", () => {
  render(Field, { label: "Phone number", hint: "With the area code", error: "Enter a phone number" });
  const box = screen.getByRole("textbox", { name: "Phone number" });
  expect(box.getAttribute("aria-invalid")).toBe("true");
  const described = box.getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent.replace(/\s+/g, " ").trim())).toEqual([
    "With the area code",
    "Error: Enter a phone number",
  ]);
});

test("a month may be typed as a word, and goes on as it was typed", async () => {
  const onchange = vi.fn<(value: DateTyped) => void>();
  render(DateField, { legend: "When was it received?", onchange });
  await userEvent.type(screen.getByRole("textbox", { name: "Day" }), "13");
  await userEvent.type(screen.getByRole("textbox", { name: "Month" }), "jan");
  await userEvent.type(screen.getByRole("textbox", { name: "Year" }), "2023");
  await userEvent.tab();
  expect(onchange).toHaveBeenLastCalledWith({ day: "13", month: "jan", year: "2023" });
});

test.each([
  ["13/1/2023", { day: "13", month: "1", year: "2023" }],
  ["2023-01-13", { day: "13", month: "01", year: "2023" }],
  ["13 January 2023", { day: "13", month: "January", year: "2023" }],
])("a whole date pasted into one box fills all three: %s", async (text, expected) => {
  const onchange = vi.fn<(value: DateTyped) => void>();
  render(DateField, { legend: "When was it received?", onchange });
  await userEvent.click(screen.getByRole("textbox", { name: "Day" }));
  await userEvent.paste(text);
  expect(onchange).toHaveBeenLastCalledWith(expected);
  expect(screen.getByRole("textbox", { name: "Year" })).toHaveProperty("value", expected.year);
});

test("a part of a date pasted into a box stays in that box", async () => {
  render(DateField, { legend: "When was it received?" });
  await userEvent.click(screen.getByRole("textbox", { name: "Day" }));
  await userEvent.paste("13");
  expect(screen.getByRole("textbox", { name: "Day" })).toHaveProperty("value", "13");
  expect(screen.getByRole("textbox", { name: "Year" })).toHaveProperty("value", "");
});

test("a passphrase is hidden until asked for, and hidden again", async () => {
  render(Passphrase, { label: "Your passphrase", value: "tulip kettle" });
  const box = screen.getByLabelText("Your passphrase");
  expect(box).toHaveProperty("type", "password");
  await userEvent.click(screen.getByRole("button", { name: "Show Your passphrase" }));
  expect(box).toHaveProperty("type", "text");
  expect(box).toHaveProperty("value", "tulip kettle");
  await userEvent.click(screen.getByRole("button", { name: "Hide Your passphrase" }));
  expect(box).toHaveProperty("type", "password");
});

test("a button pressed twice works once until it is done", async () => {
  let finish = (): void => undefined;
  const onclick = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  render(Button, { onclick });
  const button = screen.getByRole("button");
  await userEvent.dblClick(button);
  expect(onclick).toHaveBeenCalledTimes(1);
  finish();
  await vi.waitFor(() => expect(button.hasAttribute("aria-disabled")).toBe(false));
  await userEvent.click(button);
  expect(onclick).toHaveBeenCalledTimes(2);
});
