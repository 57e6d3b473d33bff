// Who sits at the register, from unlocking to locking.
import { commands, run, type Act, type Session } from "$lib/ipc";
import { navigation } from "./navigation.svelte";
import { forgetAll, keepAll } from "./unsaved";
import { toast } from "./toast.svelte";
import { forgetCounts } from "./counts.svelte";

class Sitting {
  #open = $state.raw<Session>();
  #lockedAfter = $state<number>();

  /** After how many minutes without use it locked itself; nothing when somebody locked it. */
  get lockedAfter(): number | undefined {
    return this.#lockedAfter;
  }

  get open(): Session | undefined {
    return this.#open;
  }

  sit(session: Session): void {
    navigation.reset();
    this.#lockedAfter = undefined;
    this.#open = session;
  }

  may(act: Act): boolean {
    return this.#open?.may.includes(act) ?? false;
  }

  /** Reads the session again: a backup was made, or a role changed. */
  async refresh(): Promise<void> {
    const before = this.#open;
    const outcome = await run(commands.session());
    if (outcome.ok && before && this.#open === before) this.#open = outcome.value;
  }

  async lock(): Promise<void> {
    // The window forgets first: whatever the core answers, nothing stays on the screen. What was typed goes to the
    // core before the lock does.
    const kept = keepAll();
    this.#lockedAfter = undefined;
    this.#leave();
    await kept;
    forgetAll();
    await run(commands.lockRegister());
  }

  /** The core locked the register: it takes nothing more, and the window forgets at once. */
  lockedItself(minutes: number): void {
    if (!this.#open) return;
    this.#lockedAfter = minutes;
    this.#leave();
    forgetAll();
  }

  #leave(): void {
    this.#open = undefined;
    navigation.reset();
    toast.close();
    forgetCounts();
  }
}

export const session = new Sitting();
