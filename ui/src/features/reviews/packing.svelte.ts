// Packs being made. It goes on while the person works elsewhere in the window, and ends when the register locks.
import { commands, onWorkDone, run, type PacksSent, type Problem } from "$lib/ipc";
import { hold } from "$shell/unsaved";
import { toast } from "$shell/toast.svelte";
import { words } from "./words";

class Packing {
  #roundId = $state<string>();
  #packs = $state(0);
  #done = $state(0);
  #of = $state(0);
  #stopping = $state(false);
  #sent = $state.raw<{ roundId: string; made: PacksSent }>();
  #problem = $state.raw<Problem>();
  #turn = 0;

  get roundId(): string | undefined {
    return this.#roundId;
  }
  get packs(): number {
    return this.#packs;
  }
  get done(): number {
    return this.#done;
  }
  /** 0 while the folder is being chosen. */
  get of(): number {
    return this.#of;
  }
  get stopping(): boolean {
    return this.#stopping;
  }
  get problem(): Problem | undefined {
    return this.#problem;
  }
  /** What was made last for a round, to be read. */
  sentFor(roundId: string): PacksSent | undefined {
    return this.#sent?.roundId === roundId ? this.#sent.made : undefined;
  }
  /** The list of files is read. */
  putAway(): void {
    this.#sent = undefined;
    this.#problem = undefined;
  }

  async make(roundId: string, memberIds: string[]): Promise<void> {
    if (this.#roundId !== undefined) return;
    const mine = ++this.#turn;
    this.#roundId = roundId;
    this.#packs = memberIds.length;
    this.#done = this.#of = 0;
    this.#stopping = false;
    this.putAway();
    const deaf = onWorkDone((done, of) => {
      this.#done = done;
      this.#of = of;
    });
    const outcome = await run(commands.sendPacks({ roundId, memberIds }));
    deaf();
    // The register was locked in the meantime: nothing of it stays in the window.
    if (mine !== this.#turn) return;
    this.#roundId = undefined;
    if (!outcome.ok) {
      if (this.stopping) toast.show(words.stopped);
      else this.#problem = outcome.problem;
    } else if (outcome.value !== null) {
      this.#sent = { roundId, made: outcome.value };
      toast.show(words.packsMade(outcome.value.packs.length));
    } else if (this.stopping) toast.show(words.stopped);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await run(commands.stopWork());
  }

  forget(): void {
    this.#turn += 1;
    this.#roundId = undefined;
    this.putAway();
  }
}

export const packing = new Packing();

hold({ keep: () => Promise.resolve(), forget: () => packing.forget() });
