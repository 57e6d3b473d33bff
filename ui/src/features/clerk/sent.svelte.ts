// The receipt pack for the co-ordinator: saved, refused, or put away.
import { commands, run, type ClerkReceiptSaved, type Problem } from "$lib/ipc";
import { reviewing } from "$features/reviewer/sitting.svelte";
import type { Ledger } from "./ledger.svelte";

export class Sent {
  readonly #ledger: Ledger;
  made = $state.raw<ClerkReceiptSaved>();
  problem = $state.raw<Problem>();
  busy = $state(false);

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** True when it was saved. */
  async save(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const outcome = await run(commands.saveClerkReceipt(this.#ledger.ledgerId));
    this.busy = false;
    this.problem = outcome.ok ? undefined : outcome.problem;
    if (!outcome.ok || outcome.value === null) return false;
    this.made = outcome.value;
    await Promise.all([this.#ledger.load(), reviewing.refresh()]);
    return true;
  }
}
