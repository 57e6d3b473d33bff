import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import DateField from "./DateField.svelte";
import ErrorSummary from "./ErrorSummary.svelte";
import Field from "./Field.svelte";

test("the summary takes the focus when it comes and when it changes", async () => {
  const { rerender } = render(ErrorSummary, { errors: [] });
  expect(document.body).toHaveProperty("textContent", "");
  await rerender({ errors: [{ field: "phone", text: "Enter a phone number" }] });
  expect(document.activeElement?.textContent).toContain("There is a problem");
  document.body.focus();
  (document.activeElement as HTMLElement).blur();
  await rerender({ errors: [{ field: "phone", text: "Enter a shorter phone number" }] });
  expect(document.activeElement?.textContent).toContain("shorter");
});

test("a line goes to its field", async () => {
  render(Field, { id: "phone", label: "Phone number", error: "Enter a phone number" });
  render(ErrorSummary, { errors: [{ field: "phone", text: "Enter a phone number" }] });
  await userEvent.click(screen.getByRole("link", { name: "Enter a phone number" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Phone number" }));
});

test("a line about a date goes to the box that is wrong", async () => {
  render(DateField, {
    id: "received",
    legend: "When was it received?",
    error: "It must include a month",
    wrong: ["month"],
  });
  render(ErrorSummary, { errors: [{ field: "received", text: "It must include a month" }] });
  await userEvent.click(screen.getByRole("link", { name: "It must include a month" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Month" }));
});
