// One meeting at the bench: what the core says of it, and the entries on their way there, one at a time and in order.
import { tick } from "svelte";
import { commands, run, type Outcome, type Problem, type Reply, type Sitting } from "$lib/ipc";
import { query } from "$lib/ipc/query.svelte";
import { faultWords } from "$words/faults";
import { notice } from "$shell/notice.svelte";
import { lastEntry, words } from "./words";

/** Where a refusal is shown: beside what was pressed. */
export type Where = "room" | "interests" | "bench" | "form";

export class Bench {
  readonly id: string;
  /** Whether what is under embargo is shown. Somebody must say so each time the meeting is opened. */
  showing = $state(false);
  /** The time of the next entries, for a meeting that is typed in later. */
  at = $state("");
  atError = $state.raw<string>();
  /** For who cannot see it: what was just undone. */
  said = $state("");
  #trouble = $state.raw<{ where: Where; problem: Problem }>();
  #before: Promise<unknown> = Promise.resolve();
  readonly #read;

  /** Make it while a component is being made. */
  constructor(id: string) {
    this.id = id;
    this.#read = query(() => commands.sitting(id, this.showing), ["*"]);
  }

  get sitting(): Sitting | undefined {
    return this.#read.value;
  }
  get problem(): Problem | undefined {
    return this.#read.problem;
  }
  /** Whether this person may record something now. */
  get open(): boolean {
    return (this.sitting?.mayMinute ?? false) && this.sitting?.endedAt === null;
  }

  trouble(where: Where): Problem | undefined {
    return this.#trouble?.where === where ? this.#trouble.problem : undefined;
  }

  /** Sends one entry after those before it. The command is given the time to record it at. */
  entry(where: Where, command: (at: string) => Promise<Reply<unknown>>): Promise<Outcome<unknown>> {
    const mine = this.#before.then(() => this.#send(where, command));
    this.#before = mine;
    return mine;
  }

  async #send(where: Where, command: (at: string) => Promise<Reply<unknown>>): Promise<Outcome<unknown>> {
    const outcome = await run(command(this.sitting?.backDated === true ? this.at : ""));
    this.#trouble = undefined;
    this.atError = undefined;
    notice.close();
    if (outcome.ok) await this.#read.reload();
    else await this.#refused(where, outcome.problem);
    return outcome;
  }

  async #refused(where: Where, problem: Problem): Promise<void> {
    const { error } = problem;
    const time = error.code === "fields" ? error.problems.find(({ field }) => field === "at") : undefined;
    if (time) this.atError = faultWords(time, words.atName);
    else if (problem.field === "at") this.atError = `${problem.title}. ${problem.body}`;
    // A dialog in front says it itself.
    const box = document.querySelector("dialog[open]") ? null : document.getElementById("at");
    if (this.atError !== undefined && box) {
      await tick();
      box.focus();
    } else if (where === "bench") notice.show(problem);
    else if (where !== "form") this.#trouble = { where, problem };
  }

  take(itemId: string): Promise<Outcome<unknown>> {
    return this.entry("bench", (at) => commands.takeItem({ itemId, step: "taken", at }));
  }
  putOff(itemId: string): Promise<Outcome<unknown>> {
    return this.entry("bench", (at) => commands.takeItem({ itemId, step: "putOff", at }));
  }
  noted(itemId: string): Promise<Outcome<unknown>> {
    return this.entry("bench", (at) => commands.takeItem({ itemId, step: "noted", at }));
  }
  async undo(): Promise<void> {
    const last = this.sitting?.last;
    if (!last) return;
    const outcome = await this.entry("bench", () => commands.undoEntry(this.id));
    this.said = outcome.ok ? words.undone(lastEntry(last)) : "";
  }
}
