// The first words of the status bar: what is saved, or why it is not.
import { clockTime } from "$words/format";
import { words } from "./words";

class Saved {
  #text = $state<string>(words.allSaved);
  #bad = $state(false);

  get text(): string {
    return this.#text;
  }
  get bad(): boolean {
    return this.#bad;
  }
  /** A draft was kept just now. */
  now(): void {
    this.#text = words.savedAt(clockTime(new Date()));
    this.#bad = false;
  }
  /** Something waits until somebody saves it. */
  still(text: string): void {
    this.#text = text;
    this.#bad = false;
  }
  /** It could not be kept; the form stays. */
  failed(text: string): void {
    this.#text = text;
    this.#bad = true;
  }
  all(): void {
    this.#text = words.allSaved;
    this.#bad = false;
  }
}

export const saved = new Saved();
