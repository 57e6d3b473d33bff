// Keeps what is typed: a moment after the last letter, one save at a time, and always the last state at the end.
import { run, type Problem, type Reply } from "$lib/ipc";
import { saved } from "$shell/saved.svelte";

const pause = 600;
const again = 5000;

export class Autosave<Content> {
  readonly #save: (content: Content) => Promise<Reply<unknown>>;
  #wanted: Content | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #problem = $state.raw<Problem>();

  constructor(save: (content: Content) => Promise<Reply<unknown>>) {
    this.#save = save;
  }

  /** Why the last try failed; nothing once it is kept. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Something was typed. */
  typed(content: Content): void {
    this.#wanted = content;
    this.#later(pause);
  }

  /** Saves what is not saved yet. True when all of it is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    // What was typed while an older state was on its way goes after it.
    while (this.#saving || this.#wanted !== undefined) {
      this.#saving ??= this.#once();
      await this.#saving;
      if (this.#problem) return false;
    }
    return true;
  }

  /** The form is left: nothing more is tried later. */
  async stop(): Promise<boolean> {
    const kept = await this.flush();
    clearTimeout(this.#timer);
    return kept;
  }

  /** The register was locked: nothing typed stays in memory. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
  }

  #later(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), after);
  }

  async #once(): Promise<void> {
    const content = this.#wanted;
    this.#wanted = undefined;
    if (content !== undefined) {
      const outcome = await run(this.#save(content));
      this.#problem = outcome.ok ? undefined : outcome.problem;
      if (outcome.ok) saved.now();
      else {
        this.#wanted ??= content;
        saved.failed(outcome.problem.title);
        this.#later(again);
      }
    }
    this.#saving = undefined;
  }
}
