// The words of one document while somebody changes them. Nothing is in force before it is saved; what was typed stays here
// whatever the core answers.
import {
  commands,
  run,
  type DocumentPages,
  type PrintSize,
  type Problem,
  type WordingFault,
  type WordingPage,
  type WordingTried,
} from "$lib/ipc";
import { notice } from "$shell/notice.svelte";
import { saved } from "$shell/saved.svelte";
import { words } from "./words";

/** The example is made this long after the last key. */
const pause = 400;

export class Editing {
  text = $state("");
  size = $state<PrintSize>("standard");
  /** What the core said of the words last. */
  tried = $state.raw<WordingTried>();
  /** The last example that could be made. */
  pages = $state.raw<DocumentPages>();
  /** Why nothing was said. */
  untried = $state.raw<Problem>();
  /** Why the words were not saved. */
  refused = $state.raw<Problem>();
  /** An answer is awaited. */
  trying = $state(false);

  #page: WordingPage;
  #safe: string;
  #latest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #first = true;

  constructor(page: WordingPage) {
    this.#page = $state.raw(page);
    this.#safe = $state(page.text);
    this.text = page.text;
  }

  /** As the core holds it. */
  get page(): WordingPage {
    return this.#page;
  }

  get unsaved(): boolean {
    return this.text !== this.#safe;
  }

  /** The words in force are those that come with the program. */
  get supplied(): boolean {
    return this.#safe === this.#page.original;
  }

  /** Makes the example a moment after the last key, and at once the first time. Reads the words and the size. */
  noticed(): void {
    const input = { document: this.#page.document, text: this.text, size: this.size };
    clearTimeout(this.#timer);
    const mine = ++this.#latest;
    this.trying = true;
    this.#timer = setTimeout(() => void this.#try(input, mine), this.#first ? 0 : pause);
    this.#first = false;
  }

  /** True when they are kept. */
  async save(): Promise<boolean> {
    const text = this.text;
    return this.#keep(text, text);
  }

  /** Puts the words that come with the program back. True when they are. */
  async restore(): Promise<boolean> {
    return this.#keep(null, this.#page.original);
  }

  /** Reads what the core holds now: the next save comes after that. What is typed stays in the editor. */
  async catchUp(): Promise<Problem | undefined> {
    const outcome = await run(commands.wording(this.#page.document, null));
    if (!outcome.ok) return outcome.problem;
    if (!this.unsaved) this.text = outcome.value.text;
    this.#page = outcome.value;
    this.#safe = outcome.value.text;
    return undefined;
  }

  /** Lets go of what was typed. */
  discard(): void {
    this.text = this.#safe;
    this.refused = undefined;
  }

  /** The view goes, or the register is locked. */
  end(): void {
    clearTimeout(this.#timer);
    this.#latest++;
  }

  async #keep(text: string | null, now: string): Promise<boolean> {
    const { document, version } = this.#page;
    const outcome = await run(commands.saveWording({ document, text, version }));
    if (!outcome.ok) {
      this.refused = outcome.problem;
      saved.failed(words.cannot);
      if (outcome.problem.error.code === "wordingRefused") this.#fault(outcome.problem.error.fault, text);
      return false;
    }
    this.refused = undefined;
    // What is typed meanwhile is not saved.
    this.#safe = now;
    if (text === null) this.text = now;
    const unread = await this.catchUp();
    saved.now();
    if (unread) notice.show(unread);
    return true;
  }

  #fault(fault: WordingFault, text: string | null): void {
    // These very words were judged: an example of them is not waited for.
    if (text === this.text) {
      this.end();
      this.trying = false;
    }
    this.tried = { long: this.tried?.long ?? [], fault, pages: null };
  }

  async #try(input: { document: string; text: string; size: PrintSize }, mine: number): Promise<void> {
    const outcome = await run(commands.tryWording(input));
    // Newer words are on their way.
    if (mine !== this.#latest) return;
    this.trying = false;
    this.untried = outcome.ok ? undefined : outcome.problem;
    if (!outcome.ok) return;
    this.tried = outcome.value;
    if (outcome.value.pages) this.pages = outcome.value.pages;
    if (outcome.value.fault === null && this.refused?.error.code === "wordingRefused") this.refused = undefined;
  }
}
