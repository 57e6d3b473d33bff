// A long piece of work of the core. It goes on while the person works elsewhere in the window, and is forgotten when the
// register locks.
import { commands, onWorkDone, run, type Problem, type Reply } from "$lib/ipc";
import { shared } from "$words/shared";
import { toast } from "./toast.svelte";
import { hold } from "./unsaved";

export class Work<Made> {
  #busy = $state(false);
  #done = $state(0);
  #of = $state(0);
  #stopping = $state(false);
  #made = $state.raw<Made>();
  #problem = $state.raw<Problem>();
  #turn = 0;

  constructor() {
    hold({ keep: () => Promise.resolve(), forget: () => this.#forget() });
  }

  get busy(): boolean {
    return this.#busy;
  }
  get done(): number {
    return this.#done;
  }
  /** 0 while somebody is still asked where to put it. */
  get of(): number {
    return this.#of;
  }
  get stopping(): boolean {
    return this.#stopping;
  }
  get problem(): Problem | undefined {
    return this.#problem;
  }
  /** What was made last, to be read. */
  get made(): Made | undefined {
    return this.#made;
  }
  /** What was made is read. */
  putAway(): void {
    this.#made = this.#problem = undefined;
  }

  /** What it made; nothing when the dialog was put away, when it was stopped, and when it failed. */
  async begin(work: () => Promise<Reply<Made | null>>): Promise<Made | undefined> {
    if (this.#busy) return undefined;
    const mine = ++this.#turn;
    this.#busy = true;
    this.#done = this.#of = 0;
    this.#stopping = false;
    this.putAway();
    const deaf = onWorkDone((done, of) => {
      this.#done = done;
      this.#of = of;
    });
    const outcome = await run(work());
    deaf();
    // The register was locked in the meantime: nothing of it stays in the window.
    if (mine !== this.#turn) return undefined;
    this.#busy = false;
    const made = outcome.ok ? (outcome.value ?? undefined) : undefined;
    if (made !== undefined) this.#made = made;
    else if (this.stopping) toast.show(shared.stopped);
    else if (!outcome.ok) this.#problem = outcome.problem;
    return made;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await run(commands.stopWork());
  }

  #forget(): void {
    this.#turn += 1;
    this.#busy = false;
    this.putAway();
  }
}
