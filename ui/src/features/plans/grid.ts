// How the keys go through the grid of lines, as in a small spreadsheet.
export type Step = { rows: number; columns: number } | { add: true } | { line: 1 | -1 };

export type Stroke = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing">;

/** Where the caret stands in the box. A list of choices has none: there the arrows up and down belong to the list. */
export type Caret = { atStart: boolean; atEnd: boolean } | undefined;

export function stepOf(stroke: Stroke, caret: Caret, last: boolean): Step | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = stroke;
  if (ctrlKey || metaKey || stroke.isComposing) return undefined;
  if (altKey) return key === "ArrowUp" ? { line: -1 } : key === "ArrowDown" ? { line: 1 } : undefined;
  switch (key) {
    case "Enter":
      if (shiftKey) return { rows: -1, columns: 0 };
      return last ? { add: true } : { rows: 1, columns: 0 };
    case "ArrowUp":
      return caret && !shiftKey ? { rows: -1, columns: 0 } : undefined;
    case "ArrowDown":
      return caret && !shiftKey ? { rows: 1, columns: 0 } : undefined;
    case "ArrowLeft":
      return !shiftKey && caret?.atStart !== false ? { rows: 0, columns: -1 } : undefined;
    case "ArrowRight":
      return !shiftKey && caret?.atEnd !== false ? { rows: 0, columns: 1 } : undefined;
    default:
      return undefined;
  }
}

export function caretOf(box: HTMLInputElement | HTMLSelectElement): Caret {
  if (box instanceof HTMLSelectElement) return undefined;
  const { selectionStart: from, selectionEnd: to, value } = box;
  // All of it marked, as after Tab: an arrow goes on.
  if (from === 0 && to === value.length) return { atStart: true, atEnd: true };
  return { atStart: from === 0 && to === 0, atEnd: from === value.length && to === value.length };
}

/** Goes to the box that many rows and columns on. False at an edge. */
export function goTo(box: HTMLElement, rows: number, columns: number): boolean {
  const row = box.closest("tr[data-line]");
  const body = row?.parentElement;
  if (!row || !body) return false;
  const lines = [...body.querySelectorAll("tr[data-line]")];
  const cells = (line: Element | undefined): HTMLElement[] => [
    ...(line?.querySelectorAll<HTMLElement>("[data-cell]") ?? []),
  ];
  const to = cells(lines[lines.indexOf(row) + rows])[cells(row).indexOf(box) + columns];
  if (!to) return false;
  to.focus();
  if (to instanceof HTMLInputElement) to.select();
  return true;
}

/** The cells that were copied in a spreadsheet; nothing for a plain word, which goes into its box as ever. */
export function cellsOf(text: string): string[][] | undefined {
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const cells = rows.map((row) => row.split("\t"));
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : undefined;
}
