// Which keys do what, everywhere in the window.
export type Wish =
  | { do: "find" | "back" | "lock" | "help" | "main" | "new" | "print" | "close" | "undo" }
  | { do: "place"; number: number }
  | { do: "pane"; by: 1 | -1 }
  | { do: "text"; by: 1 | -1 | 0 };

export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** On a Mac, Command stands for Ctrl. */
export function wishOf(pressed: Pressed, mac: boolean): Wish | undefined {
  const { key, altKey, shiftKey } = pressed;
  const held = mac ? pressed.metaKey : pressed.ctrlKey;
  const other = mac ? pressed.ctrlKey : pressed.metaKey;
  if (other) return undefined;
  if (altKey) return key === "ArrowLeft" && !held ? { do: "back" } : undefined;
  if (!held) {
    if (key === "F6") return { do: "pane", by: shiftKey ? -1 : 1 };
    if (key === "F1") return { do: "help" };
    if (key === "Escape") return { do: "close" };
    return undefined;
  }
  // The plus needs Shift on most keyboards.
  if (key === "+" || key === "=") return { do: "text", by: 1 };
  if (key === "-") return { do: "text", by: -1 };
  if (shiftKey) return undefined;
  if (key === "0") return { do: "text", by: 0 };
  if (/^[1-9]$/.test(key)) return { do: "place", number: Number(key) };
  switch (key.toLowerCase()) {
    case "k":
      return { do: "find" };
    case "l":
      return { do: "lock" };
    case "n":
      return { do: "new" };
    case "p":
      return { do: "print" };
    case "z":
      return { do: "undo" };
    case "enter":
      return { do: "main" };
    default:
      return undefined;
  }
}

function seen(element: HTMLElement): boolean {
  return typeof element.checkVisibility === "function" ? element.checkVisibility() : true;
}

/** What is in front: an open dialog, or else the page. */
function front(): ParentNode {
  return [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
}

/** Presses the button that a key stands for. False when there is none here. */
export function pressButton(does: "main" | "new" | "print" | "close"): boolean {
  const within = front();
  const form = document.activeElement?.closest("form");
  const candidates: (HTMLElement | null | undefined)[] = [
    ...within.querySelectorAll<HTMLElement>(`[data-does=${does}]`),
  ];
  if (does === "main") candidates.push(form?.querySelector<HTMLElement>("button[type=submit]"));
  if (does === "main") candidates.push(...within.querySelectorAll<HTMLElement>("form button[type=submit]"));
  const button = candidates.find((candidate) => candidate && seen(candidate));
  button?.click();
  return button !== undefined;
}

/** Moves the focus to the next or previous part of the window. */
export function movePane(by: 1 | -1): void {
  const panes = [...front().querySelectorAll<HTMLElement>("[data-pane]")].filter(
    (pane) => seen(pane) && !pane.querySelector("[data-pane]"),
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : panes.length - 1) : (at + by + panes.length) % panes.length;
  panes[next]?.focus();
}

/** True while somebody types: there Ctrl Z belongs to the field. */
export function typing(): boolean {
  return (
    document.activeElement?.matches("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]") ?? false
  );
}
