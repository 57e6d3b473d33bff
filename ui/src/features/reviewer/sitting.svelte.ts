// Who sits at the desk for work that was sent, from unlocking to locking, and where at the desk they are.
import { commands, run, type ClerkPaper, type ReviewerDesk } from "$lib/ipc";
import { forgetAll, keepAll } from "$shell/unsaved";
import { toast } from "$shell/toast.svelte";
import { draft } from "./draft.svelte";

/** Where somebody is at the desk. Each knows the way up. */
export type Place =
  | { at: "packs" }
  /** `first` comes straight after the keys were made. */
  | { at: "card"; first?: boolean | undefined }
  | { at: "pack"; packId: string }
  | { at: "item"; packId: string; applicationId: string }
  | LedgerPlace;

/** Where somebody is in a ledger of payments. */
export type LedgerPlace =
  | { at: "ledger"; ledgerId: string }
  | { at: "aboutLedger"; ledgerId: string }
  | { at: "runs"; ledgerId: string }
  | { at: "newRun"; ledgerId: string }
  | { at: "run"; ledgerId: string; runId: string }
  | { at: "bankFile"; ledgerId: string; runId: string }
  | { at: "statement"; ledgerId: string }
  /** Of a run, or of one payment. */
  | { at: "paper"; ledgerId: string; paper: ClerkPaper; runId?: string | undefined; paymentId?: string | undefined };

/** One step up. */
function above(here: Place): Place {
  switch (here.at) {
    case "item":
      return { at: "pack", packId: here.packId };
    case "aboutLedger":
    case "runs":
    case "newRun":
    case "statement":
      return { at: "ledger", ledgerId: here.ledgerId };
    case "run":
      return { at: "runs", ledgerId: here.ledgerId };
    case "bankFile":
      return { at: "run", ledgerId: here.ledgerId, runId: here.runId };
    case "paper": {
      const { ledgerId, runId } = here;
      return runId === undefined ? { at: "ledger", ledgerId } : { at: "run", ledgerId, runId };
    }
    default:
      return { at: "packs" };
  }
}

class Reviewing {
  #open = $state.raw<ReviewerDesk>();
  #place = $state.raw<Place>({ at: "packs" });
  #visit = $state(0);
  #lockedAfter = $state<number>();
  #left = $state(false);
  #asks: (() => boolean) | undefined;

  get open(): ReviewerDesk | undefined {
    return this.#open;
  }
  get place(): Place {
    return this.#place;
  }
  /** Different for each visit, so that a view starts afresh. */
  get visit(): number {
    return this.#visit;
  }
  /** After how many minutes without use it locked itself; nothing when somebody locked it. */
  get lockedAfter(): number | undefined {
    return this.#lockedAfter;
  }
  /** The desk was the last thing open: the door leads back to it. */
  get left(): boolean {
    return this.#left;
  }

  sit(desk: ReviewerDesk, place: Place = { at: "packs" }): void {
    this.#lockedAfter = undefined;
    this.#left = false;
    this.#open = desk;
    this.go(place);
  }

  go(place: Place): void {
    draft.clear();
    this.#place = place;
    this.#visit += 1;
  }

  /** One step up: from an application to its pack, from a pack or a ledger to the desk. */
  up(): void {
    if (this.#place.at !== "packs" && this.#asks?.() !== true) this.go(above(this.#place));
  }

  /** Before a step up, `asks` may stop it with a question. Returns the way to end that. */
  asking(asks: () => boolean): () => void {
    this.#asks = asks;
    return () => {
      if (this.#asks === asks) this.#asks = undefined;
    };
  }

  /** Reads the desk again: a pack came, or was answered. */
  async refresh(): Promise<void> {
    const before = this.#open;
    const outcome = await run(commands.reviewerDesk());
    if (outcome.ok && before && this.#open === before) this.#open = outcome.value;
  }

  async lock(): Promise<void> {
    // The window forgets first; what was typed goes to the core before the lock does.
    const kept = keepAll();
    this.#lockedAfter = undefined;
    this.#leave();
    await kept;
    forgetAll();
    await run(commands.lockReviewer());
  }

  /** The core locked the desk: it takes nothing more, and the window forgets at once. */
  lockedItself(minutes: number): void {
    if (!this.#open) return;
    this.#lockedAfter = minutes;
    this.#leave();
    forgetAll();
  }

  /** Somebody goes to the register instead. */
  forgetDoor(): void {
    this.#left = false;
    this.#lockedAfter = undefined;
  }

  #leave(): void {
    this.#open = undefined;
    this.#left = true;
    this.#place = { at: "packs" };
    this.#visit += 1;
    draft.clear();
    toast.close();
  }
}

export const reviewing = new Reviewing();
