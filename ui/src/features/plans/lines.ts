// The plan's lines under their priorities, in the plan's order.
import type { PlanLine, PlanView } from "$lib/ipc";
import { words } from "./words";

export type LineGroup = { title: string; lines: PlanLine[] };

export function lineGroups({ priorities, lines }: Pick<PlanView, "priorities" | "lines">): LineGroup[] {
  const numbered = priorities.map(({ name }, index) => ({
    title: words.priority(index + 1, name),
    lines: lines.filter(({ priority }) => priority === index + 1),
  }));
  const rest = lines.filter(({ priority }) => priority === null || priority > priorities.length);
  return [...numbered, { title: words.support, lines: rest }].filter((group) => group.lines.length > 0);
}

/** What was typed into a box with one thing on each line. */
export const inLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
