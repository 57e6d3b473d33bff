// The words on the way out, one step up from each place in a ledger.
import type { LedgerPlace } from "$features/reviewer/sitting.svelte";
import { words as runs } from "./runWords";
import { words } from "./words";

export function wayOut(place: LedgerPlace): string {
  switch (place.at) {
    case "ledger":
      return words.toDesk;
    case "run":
      return runs.toRuns;
    case "bankFile":
      return runs.toRun;
    case "paper":
      return place.runId === undefined ? words.toLedger : runs.toRun;
    default:
      return words.toLedger;
  }
}
