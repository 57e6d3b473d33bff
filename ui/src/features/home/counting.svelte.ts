// Keeps the small numbers of the left list: how many things stand at each place of the life of a grant.
import { commands, type Counts } from "$lib/ipc";
import { query } from "$lib/ipc/query.svelte";
import { setCounts } from "$shell/counts.svelte";
import { words } from "./words";

export function countsOf(counts: Counts): Parameters<typeof setCounts>[0] {
  const { counts: said } = words;
  return {
    applications: { number: counts.applications, words: said.applications },
    decisions: { number: counts.decisions, words: said.decisions },
    agreements: { number: counts.agreements, words: said.agreements },
    payments: { number: counts.payments, words: said.payments },
    feedback:
      counts.feedbackLate > 0
        ? { number: counts.feedbackLate, words: said.late, late: true }
        : { number: counts.feedback, words: said.feedback },
  };
}

/** Call it while the window of an open register is being made. */
export function keepCounting(): void {
  const home = query(() => commands.home(), ["*"]);
  $effect(() => {
    if (home.value) setCounts(countsOf(home.value.counts));
  });
}
