import { expect, test } from "vitest";
import { fieldErrors } from "./faults";
import { clockTime, figures, initials, longDate, penceTyped, pounds } from "./format";
import { problemOf } from "./problems";

test("amounts have pence, commas and a real minus sign", () => {
  expect(pounds(125000)).toBe("£1,250.00");
  expect(pounds(-1260)).toBe("−£12.60");
  expect(figures(-1260)).toBe("−12.60");
});

test("dates and times are written out", () => {
  expect(longDate("2023-01-20")).toBe("Friday 20 January 2023");
  expect(clockTime(new Date(2023, 0, 20, 18, 5))).toBe("6:05pm");
  expect(clockTime(new Date(2023, 0, 20, 0, 30))).toBe("12:30am");
});

test.each([
  ["54", 5400],
  ["£1,250.5", 125050],
  [" 0.07 ", 7],
  ["fifty", null],
  ["1.234", null],
  ["", null],
])("the live sum reads %s as %s", (typed, pence) => {
  expect(penceTyped(typed)).toBe(pence);
});

test("a badge has two letters at most", () => {
  expect([initials("Joan Pelham"), initials("Maud de la Fenwick"), initials("Cher"), initials(" ")]).toEqual([
    "JP",
    "MF",
    "C",
    "",
  ]);
});

test("a fault is said with the name of its field, and of its line", () => {
  const errors = fieldErrors(
    [
      { field: "receivedOn", fault: "noMonth", most: null },
      { field: "costs.2.amount", fault: "notAnAmount", most: null },
      { field: "summary", fault: "tooLong", most: 1200 },
    ],
    {
      receivedOn: "The date the form was received",
      "costs.*.amount": (line) => `Cost ${String(line)}`,
      summary: "The number of letters",
    },
  );
  expect(errors).toEqual([
    { field: "receivedOn", text: "The date the form was received must include a month" },
    { field: "costs.2.amount", text: "Cost 3 must be an amount in pounds, like 54 or 54.00" },
    { field: "summary", text: "The number of letters must be 1,200 or fewer" },
  ]);
});

test("a refusal says by how much", () => {
  const problem = problemOf({
    code: "grantRefused",
    refusal: { kind: "exceedsGrant", grantedPence: 45000, leftPence: 22500, overPence: 7500 },
  });
  expect(problem.body).toContain("£75.00 more than is left to pay");
});
