// A bank statement on its way: picked, its columns told, read, and held against the payments. Nothing is changed by it.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import {
  commands,
  onWorkDone,
  run,
  type Problem,
  type Reconciliation,
  type Reply,
  type StatementPick,
  type StatementProfile,
  type StatementResult,
  type TableRefusal,
} from "$lib/ipc";

type Picked = Exclude<StatementPick, { state: "refused" }>;
type Done = { done: number; of: number };

export class Statement {
  readonly #ledgerId: string;
  picked = $state.raw<Picked>();
  /** How its columns are read, as far as it is told. */
  profile = $state.raw<StatementProfile>();
  keep = $state(false);
  /** Why the file, or how it is read, was refused whole. */
  refused = $state.raw<{ fileName: string; refusal: TableRefusal }>();
  problem = $state.raw<Problem>();
  result = $state.raw<Reconciliation>();
  /** Which of the matches are ticked: the payment, and whether it is its return. */
  readonly ticked = new SvelteSet<string>();
  /** Which line was chosen for a doubtful payment. */
  readonly chosen = new SvelteMap<string, number>();
  busy = $state<"pick" | "read">();
  far = $state.raw<Done>();

  constructor(ledgerId: string) {
    this.#ledgerId = ledgerId;
  }

  async pick(): Promise<void> {
    if (this.busy) return;
    this.busy = "pick";
    const outcome = await run(commands.pickStatement(this.#ledgerId));
    this.busy = undefined;
    this.problem = outcome.ok ? undefined : outcome.problem;
    if (!outcome.ok || outcome.value === null) return;
    this.#forget();
    const pick = outcome.value;
    if (pick.state === "refused") {
      this.refused = { fileName: pick.fileName, refusal: pick.refusal };
      return;
    }
    this.picked = pick;
    this.profile = pick.state === "table" ? pick.guess : undefined;
  }

  /** Holds it against the payments. */
  async read(): Promise<void> {
    const { picked, profile } = this;
    if (!picked || this.busy) return;
    this.busy = "read";
    this.far = this.problem = this.refused = undefined;
    const deaf = onWorkDone((done, of) => {
      this.far = { done, of };
    });
    const outcome = await run(this.#asked(picked, profile));
    deaf();
    this.busy = this.far = undefined;
    if (!outcome.ok) {
      // Stopped by the person: nothing to tell.
      if (outcome.problem.error.code !== "stopped") this.#fail(undefined, outcome.problem);
    } else if (outcome.value.state === "refused")
      this.#fail({ fileName: picked.fileName, refusal: outcome.value.refusal }, undefined);
    else this.#take(outcome.value.reconciliation);
  }

  async stop(): Promise<void> {
    await run(commands.stopWork());
  }

  /** Back to how the columns are read. */
  again(): void {
    this.result = undefined;
  }

  putAway(): void {
    this.#forget();
    this.problem = undefined;
  }

  tick(key: string): void {
    if (!this.ticked.delete(key)) this.ticked.add(key);
  }
  choose(key: string, line: number | undefined): void {
    if (line === undefined) this.chosen.delete(key);
    else this.chosen.set(key, line);
  }

  #asked(picked: Picked, profile: StatementProfile | undefined): Promise<Reply<StatementResult>> {
    if (picked.state === "ofx" || !profile) return commands.readOfxStatement(this.#ledgerId, picked.path);
    return commands.readStatement({ ledgerId: this.#ledgerId, path: picked.path, profile, keep: this.keep });
  }
  #fail(refused: Statement["refused"], problem: Problem | undefined): void {
    this.refused = refused;
    this.problem = problem;
    this.result = undefined;
  }
  #take(result: Reconciliation): void {
    this.result = result;
    this.chosen.clear();
    this.ticked.clear();
    // What the reference proves is ticked already; the rest waits for somebody to look.
    for (const { payment, byReference, confirmed } of result.matched)
      if (byReference && !confirmed) this.ticked.add(keyOf(payment));
  }
  #forget(): void {
    this.picked = this.profile = this.refused = this.result = undefined;
    this.keep = false;
    this.ticked.clear();
    this.chosen.clear();
  }
}

/** A payment and its return are two things to look for. */
export function keyOf({ paymentId, back }: { paymentId: string; back: boolean }): string {
  return `${paymentId}${back ? " back" : ""}`;
}
