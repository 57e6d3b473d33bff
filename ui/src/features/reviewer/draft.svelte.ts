// What the status bar says of the draft in hand, and of the day it is due.
import { words } from "./words";

type Due = { coOrdinator: string; returnBy: string };

class Draft {
  #text = $state<string>(words.kept);
  #bad = $state(false);
  #due = $state.raw<Due>();
  #unsent = $state(0);

  get text(): string {
    return this.#text;
  }
  get bad(): boolean {
    return this.#bad;
  }
  get due(): Due | undefined {
    return this.#due;
  }
  /** How much of a clerk's work nobody else knows of yet. */
  get held(): number {
    return this.#unsent;
  }
  unsent(unsent: number): void {
    this.#unsent = unsent;
  }
  saved(at: string): void {
    this.#text = words.draftSaved(at);
    this.#bad = false;
  }
  /** It could not be kept; the form stays. */
  failed(title: string): void {
    this.#text = words.notSaved(title);
    this.#bad = true;
  }
  takeBack(due: Due): void {
    this.#due = due;
  }
  clear(): void {
    this.#text = words.kept;
    this.#bad = false;
    this.#due = undefined;
    this.#unsent = 0;
  }
}

export const draft = new Draft();
