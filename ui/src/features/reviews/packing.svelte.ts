// Packs being made.
import { commands, type PacksSent } from "$lib/ipc";
import { toast } from "$shell/toast.svelte";
import { Work } from "$shell/work.svelte";
import { words } from "./words";

class Packing extends Work<PacksSent> {
  #roundId = $state<string>();
  #packs = $state(0);

  get packs(): number {
    return this.#packs;
  }
  /** What was made last for a round, to be read. */
  sentFor(roundId: string): PacksSent | undefined {
    return this.#roundId === roundId ? this.made : undefined;
  }

  async make(roundId: string, memberIds: string[]): Promise<void> {
    if (this.busy) return;
    this.#roundId = roundId;
    this.#packs = memberIds.length;
    const sent = await this.begin(() => commands.sendPacks({ roundId, memberIds }));
    if (sent) toast.show(words.packsMade(sent.packs.length));
  }
}

export const packing = new Packing();
