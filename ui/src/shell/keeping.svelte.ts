// What somebody types into one thing that the core keeps under a revision: saved as it is typed, one save at a time, and
// the last state wins. Nothing that was typed is let go of before it is safe.
import { run, type Problem, type Reply } from "$lib/ipc";
import { hold } from "./unsaved";

/** Saved this long after the last key, */
const pause = 300;
/** and never later than this after the first. */
const longest = 900;
/** After a failure. */
const again = 5000;

export abstract class Keeping<Content, Kept extends { revision: number }> {
  readonly id: string;
  content: Content;
  /** Why the last save did not succeed; what was typed is still here. */
  failure = $state.raw<Problem>();

  #revision: number;
  /** What the core holds, as text. */
  #safe: string;
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | undefined;

  constructor(id: string, revision: number, content: Content) {
    this.id = id;
    this.#revision = revision;
    this.content = $state(content);
    this.#safe = this.#typed();
  }

  /** Nothing typed. */
  protected abstract blank(): Content;
  protected abstract save(revision: number, content: Content): Promise<Reply<Kept>>;
  protected abstract kept(answer: Kept): void;
  protected abstract failed(problem: Problem): void;

  get unsaved(): boolean {
    return this.#typed() !== this.#safe;
  }

  /** Called after every change. Reading the content here makes an effect that calls this run again at the next one. */
  noticed(): void {
    if (!this.unsaved) return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pause, this.#since + longest - now));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** Saves until everything typed is safe. False when it failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.unsaved || this.#saving) {
      this.#saving ??= this.#save();
      if (!(await this.#saving)) return false;
    }
    return true;
  }

  /** It is locked: nothing typed stays in memory. */
  forget(): void {
    clearTimeout(this.#timer);
    this.content = this.blank();
    this.#safe = this.#typed();
  }

  async #save(): Promise<boolean> {
    const text = this.#typed();
    this.#since = undefined;
    const outcome = await run(this.save(this.#revision, JSON.parse(text) as Content));
    this.#saving = undefined;
    if (outcome.ok) {
      this.#revision = outcome.value.revision;
      this.#safe = text;
      this.failure = undefined;
      this.kept(outcome.value);
      return true;
    }
    this.failure = outcome.problem;
    this.failed(outcome.problem);
    // Another window's typing is never overwritten, and what is locked takes nothing.
    const { code } = outcome.problem.error;
    if (code !== "changedElsewhere" && code !== "locked" && code !== "notPermitted")
      this.#timer = setTimeout(() => void this.flush(), again);
    return false;
  }

  #typed(): string {
    return JSON.stringify(this.content);
  }
}

type Kept = { readonly id: string; unsaved: boolean; flush: () => Promise<boolean>; forget: () => void };

/** Everything of a kind that is typed into now: each outlives its screen until it is safe. */
export class Desks<Desk extends Kept> {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- no view shows it
  readonly #desks = new Map<string, Desk>();

  constructor() {
    hold({
      keep: () => this.settled(),
      forget: () => {
        for (const desk of this.#desks.values()) desk.forget();
        this.#desks.clear();
      },
    });
  }

  /** Waits until everything typed before is saved, or has failed. A view reads again only after that. */
  async settled(): Promise<void> {
    await Promise.all([...this.#desks.values()].map((desk) => desk.flush()));
  }

  /** The one that could not be saved, or a new one. Call `leave` when its screen goes. */
  sitAt(id: string, made: () => Desk): Desk {
    const kept = this.#desks.get(id);
    if (kept?.unsaved) return kept;
    const desk = made();
    this.#desks.set(id, desk);
    return desk;
  }

  /** The one in hand. */
  at(id: string): Desk | undefined {
    return this.#desks.get(id);
  }

  /** Lets go of what was typed here, to see what is kept. */
  discard(desk: Desk): void {
    desk.forget();
    this.#forget(desk);
  }

  leave(desk: Desk): void {
    void desk.flush().then((safe) => {
      if (safe) this.#forget(desk);
    });
  }

  #forget(desk: Desk): void {
    if (this.#desks.get(desk.id) === desk) this.#desks.delete(desk.id);
  }
}
