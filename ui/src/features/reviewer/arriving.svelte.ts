// A pack that is being opened: picked, checked against its sender, refused, or on the desk.
import { commands, run, type PackArrival, type Problem } from "$lib/ipc";
import { reviewing } from "./sitting.svelte";
import { words } from "./words";

export class Arriving {
  arrival = $state.raw<PackArrival>();
  problem = $state.raw<Problem>();
  /** What is wrong with the fingerprint that was typed. */
  wrong = $state<string>();
  busy = $state(false);

  async pick(): Promise<void> {
    this.putAway();
    await this.#take(() => run(commands.pickPack()));
  }

  /** The fingerprint as the sender read it out. A wrong one is refused beside its field, and nothing is kept. */
  async trust(fingerprint: string): Promise<void> {
    const from = this.arrival;
    if (from?.state !== "unknownSender") return;
    this.problem = this.wrong = undefined;
    if (fingerprint.trim() === "") {
      this.wrong = words.fingerprintMissing;
      return;
    }
    await this.#take(() => run(commands.trustSender({ path: from.path, fingerprint: fingerprint.trim() })));
    // Still not known: what was typed is not theirs.
    if (this.arrival === from) return;
    if (this.arrival?.state === "unknownSender") this.wrong = words.fingerprintWrong;
  }

  putAway(): void {
    this.arrival = this.problem = this.wrong = undefined;
  }

  async #take(ask: () => ReturnType<typeof run<PackArrival | null>>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const outcome = await ask();
    this.busy = false;
    if (!outcome.ok) {
      const { error } = outcome.problem;
      if (error.code === "fields" && error.problems.some(({ field }) => field.endsWith("fingerprint")))
        this.wrong = words.fingerprintWrong;
      else this.problem = outcome.problem;
    } else if (outcome.value !== null) {
      this.arrival = outcome.value;
      if (["opened", "paymentsOpened", "received"].includes(outcome.value.state)) await reviewing.refresh();
    }
  }
}
