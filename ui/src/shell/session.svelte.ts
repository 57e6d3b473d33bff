// Who sits at the register, from unlocking to locking.
import { commands, run, type Act, type Session } from "$lib/ipc";
import { navigation } from "./navigation.svelte";
import { forgetAll, keepAll } from "./unsaved";
import { toast } from "./toast.svelte";
import { forgetCounts } from "./counts.svelte";

class Sitting {
  #open = $state.raw<Session>();

  get open(): Session | undefined {
    return this.#open;
  }

  sit(session: Session): void {
    navigation.reset();
    this.#open = session;
  }

  may(act: Act): boolean {
    return this.#open?.may.includes(act) ?? false;
  }

  /** Reads the session again: a backup was made, or a role changed. */
  async refresh(): Promise<void> {
    const outcome = await run(commands.session());
    if (outcome.ok && this.#open) this.#open = outcome.value;
  }

  async lock(): Promise<void> {
    // The window forgets first: whatever the core answers, nothing stays on the screen. What was typed goes to the
    // core before the lock does.
    const kept = keepAll();
    this.#open = undefined;
    navigation.reset();
    toast.close();
    forgetCounts();
    await kept;
    forgetAll();
    await run(commands.lockRegister());
  }
}

export const session = new Sitting();
