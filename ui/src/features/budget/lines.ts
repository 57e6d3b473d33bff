// The lines of the budget under their priorities, in the plan's order.
import type { Priority } from "$lib/ipc";
import { words } from "./words";

type Lined = { priority: number | null };
export type LineGroup<Line> = { title: string; number: number | null; lines: Line[] };

export function lineGroups<Line extends Lined>(plan: {
  priorities: readonly Priority[];
  lines: readonly Line[];
}): LineGroup<Line>[] {
  const { priorities, lines } = plan;
  const known = new Set(priorities.map(({ number }) => number));
  return [
    ...priorities.map(({ number, name }) => ({
      title: words.priority(number, name),
      number,
      lines: lines.filter((line) => line.priority === number),
    })),
    {
      title: words.support,
      number: null,
      lines: lines.filter(({ priority }) => priority === null || !known.has(priority)),
    },
  ].filter((group) => group.lines.length > 0);
}
