import { afterEach, expect, test, vi } from "vitest";
import { movePane, pressButton, wishOf, type Pressed } from "./keys";

const plain: Pressed = { key: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ctrl = (key: string): Pressed => ({ ...plain, key, ctrlKey: true });

test.each([
  [ctrl("k"), { do: "find" }],
  [ctrl("K"), { do: "find" }],
  [ctrl("1"), { do: "place", number: 1 }],
  [ctrl("9"), { do: "place", number: 9 }],
  [ctrl("n"), { do: "new" }],
  [ctrl("p"), { do: "print" }],
  [ctrl("l"), { do: "lock" }],
  [ctrl("z"), { do: "undo" }],
  [ctrl("Enter"), { do: "main" }],
  [ctrl("0"), { do: "text", by: 0 }],
  [ctrl("-"), { do: "text", by: -1 }],
  [
    { ...ctrl("+"), shiftKey: true },
    { do: "text", by: 1 },
  ],
  [ctrl("="), { do: "text", by: 1 }],
  [
    { ...plain, key: "F6" },
    { do: "pane", by: 1 },
  ],
  [
    { ...plain, key: "F6", shiftKey: true },
    { do: "pane", by: -1 },
  ],
  [{ ...plain, key: "F1" }, { do: "help" }],
  [{ ...plain, key: "Escape" }, { do: "close" }],
  [{ ...plain, key: "ArrowLeft", altKey: true }, { do: "back" }],
])("%o means %o", (pressed, wish) => {
  expect(wishOf(pressed, false)).toEqual(wish);
});

test.each([
  { ...plain, key: "k" },
  { ...plain, key: "1" },
  { ...plain, key: "ArrowLeft" },
  { ...ctrl("ArrowLeft"), altKey: true },
  { ...ctrl("z"), shiftKey: true },
  ctrl("c"),
  ctrl("v"),
])("%o means nothing here", (pressed) => {
  expect(wishOf(pressed, false)).toBeUndefined();
});

test("on a Mac, Command stands for Ctrl, and Ctrl for nothing", () => {
  expect(wishOf({ ...plain, key: "k", metaKey: true }, true)).toEqual({ do: "find" });
  expect(wishOf(ctrl("k"), true)).toBeUndefined();
});

afterEach(() => {
  document.body.innerHTML = "";
});

test("Ctrl Enter presses the main button of the form in hand", () => {
  document.body.innerHTML = `<form><button type="submit" id="a"></button></form><form><input id="in"><button type="submit" id="b"></button></form>`;
  document.getElementById("in")?.focus();
  const [a, b] = [vi.fn(), vi.fn()];
  document.getElementById("a")?.addEventListener("click", a);
  document.getElementById("b")?.addEventListener("click", (event) => {
    event.preventDefault();
    b();
  });
  expect(pressButton("main")).toBe(true);
  expect(b).toHaveBeenCalledTimes(1);
  expect(a).not.toHaveBeenCalled();
});

test("while a dialog is open, keys press its buttons and no others", () => {
  document.body.innerHTML = `<button data-does="main" id="page"></button><dialog open><button data-does="main" id="asked"></button></dialog>`;
  const [page, asked] = [vi.fn(), vi.fn()];
  document.getElementById("page")?.addEventListener("click", page);
  document.getElementById("asked")?.addEventListener("click", asked);
  pressButton("main");
  expect(asked).toHaveBeenCalledTimes(1);
  expect(page).not.toHaveBeenCalled();
});

test("without such a button nothing is pressed", () => {
  expect(pressButton("new")).toBe(false);
});

test("F6 goes round the parts of the window, and the inner part counts, not the outer", () => {
  document.body.innerHTML = `<nav data-pane tabindex="-1" id="n"></nav><main data-pane tabindex="-1"><div data-pane tabindex="-1" id="w"></div><aside data-pane tabindex="-1" id="s"></aside></main>`;
  const visited = [1, 2, 3, 4].map(() => {
    movePane(1);
    return document.activeElement?.id;
  });
  expect(visited).toEqual(["n", "w", "s", "n"]);
  movePane(-1);
  expect(document.activeElement?.id).toBe("s");
});
