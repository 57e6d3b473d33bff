// The lines of the budget under their priorities, in the plan's order.
import type { Budget, BudgetLine } from "$lib/ipc";
import { words } from "./words";

export type LineGroup = { title: string; lines: BudgetLine[] };

export function lineGroups({ priorities, lines }: Budget): LineGroup[] {
  const known = new Set(priorities.map(({ number }) => number));
  return [
    ...priorities.map(({ number, name }) => ({
      title: words.priority(number, name),
      lines: lines.filter((line) => line.priority === number),
    })),
    { title: words.support, lines: lines.filter(({ priority }) => priority === null || !known.has(priority)) },
  ].filter((group) => group.lines.length > 0);
}
