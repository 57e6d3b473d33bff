import { expect, test } from "vitest";
import { lineAt, lineEnds, lineOfSection, sectionAt } from "./lines";

const text = "# A note.\n[title] Your grant\n\n[intro]\nHello {group}\n[money] [not] one\n";

test("a place lies on a line, and a line has its ends", () => {
  expect(lineAt(text, 0)).toBe(1);
  expect(lineAt(text, 9)).toBe(1);
  expect(lineAt(text, 10)).toBe(2);
  expect(lineEnds(text, 2)).toEqual({ start: 10, end: 28 });
  // Past the end: the last line.
  expect(lineEnds(text, 99)).toEqual({ start: text.length, end: text.length });
});

test("a place lies in the section whose name stands before it, on its own line too", () => {
  expect(sectionAt(text, 3)).toBeUndefined();
  expect(sectionAt(text, 10)).toBe("title");
  expect(sectionAt(text, text.indexOf("Hello"))).toBe("intro");
  expect(sectionAt(text, text.length)).toBe("money");
});

test("a section is found on the line where its name comes first", () => {
  expect(lineOfSection(text, "money")).toBe(6);
  expect(lineOfSection(text, "not")).toBeUndefined();
});
