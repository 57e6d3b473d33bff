// The tabs of the list: which states each shows.
import type { ApplicationState, StateCount } from "$lib/ipc";
import { words } from "./words";

export const tabStates = {
  all: [],
  draft: ["draft"],
  received: ["received"],
  underReview: ["underReview"],
  deferred: ["deferred"],
  approved: ["approved", "approvedInPart"],
  declined: ["declined"],
  withdrawn: ["withdrawn"],
} as const satisfies Record<string, readonly ApplicationState[]>;

export type TabId = keyof typeof tabStates;

/** The tabs with their counts. */
export function tabsOf(counts: readonly StateCount[]): { id: TabId; title: string; count: number }[] {
  return (Object.keys(tabStates) as TabId[]).map((id) => {
    const states: readonly ApplicationState[] = tabStates[id];
    const own = counts.filter(({ state }) => states.length === 0 || states.includes(state));
    return { id, title: words.tabs[id], count: own.reduce((sum, { count }) => sum + count, 0) };
  });
}
