// The small numbers in the left list: how many wait in each place. Whoever reads them from the core sets them here.
import type { Screen } from "./screen";

export type Count = { number: number; words: string; late?: boolean };

let now = $state.raw<Partial<Record<Screen["name"], Count>>>({});

export const counts = {
  of: (name: Screen["name"]): Count | undefined => now[name],
};

export function setCounts(all: Partial<Record<Screen["name"], Count>>): void {
  now = all;
}

export function forgetCounts(): void {
  now = {};
}
