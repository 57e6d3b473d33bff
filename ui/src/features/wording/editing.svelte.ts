// The words of one document while somebody changes them. What is typed is kept by itself, and nothing is in force before it is
// saved; it stays here whatever the core answers.
import {
  commands,
  run,
  type DocumentPages,
  type PrintSize,
  type Problem,
  type Reply,
  type WordingFault,
  type WordingPage,
  type WordingTried,
} from "$lib/ipc";
import { Desks, Keeping } from "$shell/keeping.svelte";
import { notice } from "$shell/notice.svelte";
import { saved } from "$shell/saved.svelte";
import { words } from "./words";

/** The words, and the version that was in force when the change was begun. */
type Typed = { text: string; version: number };

/** One person types at a time, so that there is no revision to name. */
const only = { revision: 0 };

/** The example is made this long after the last key. */
const pause = 400;

export class Editing extends Keeping<Typed, typeof only> {
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
  /** When it was typed, if that was before the editor was opened. */
  typedOn = $state.raw<string>();

  #page: WordingPage;
  #inForce: string;
  #latest = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #first = true;

  constructor(page: WordingPage) {
    const { text, version } = page.draft ?? page;
    super(page.document, only.revision, { text, version });
    this.#page = $state.raw(page);
    this.#inForce = $state(page.text);
    this.typedOn = page.draft?.keptOn;
  }

  get text(): string {
    return this.content.text;
  }
  set text(text: string) {
    this.content.text = text;
  }

  /** As the core holds it. */
  get page(): WordingPage {
    return this.#page;
  }

  /** Other words are typed than those in force. */
  get typed(): boolean {
    return this.text !== this.#inForce;
  }

  /** The words in force are those that come with the program. */
  get supplied(): boolean {
    return this.#inForce === this.#page.original;
  }

  protected override blank(): Typed {
    return { text: "", version: 0 };
  }

  protected override async save(_: number, { text, version }: Typed): Promise<Reply<typeof only>> {
    const reply = await commands.keepWording({ document: this.id, text, version });
    return reply.status === "ok" ? { status: "ok", data: only } : reply;
  }

  protected override kept(): void {
    if (this.typed) saved.still(words.statusKept);
    else saved.now();
  }

  protected override failed(problem: Problem): void {
    saved.failed(words.notKept(problem.title));
  }

  /** Makes the example a moment after the last key, and at once the first time. Reads the words and the size. */
  override noticed(): void {
    super.noticed();
    const input = { document: this.#page.document, text: this.text, size: this.size };
    clearTimeout(this.#wait);
    const mine = ++this.#latest;
    this.trying = true;
    this.#wait = setTimeout(() => void this.#try(input, mine), this.#first ? 0 : pause);
    this.#first = false;
  }

  /** Puts the words in force. True when they are. */
  async put(): Promise<boolean> {
    const { text, version } = this.content;
    return this.#put(text, version);
  }

  /** Puts the words that come with the program back. True when they are. */
  async restore(): Promise<boolean> {
    return this.#put(null, this.#page.version);
  }

  /** Reads what the core holds now: the next save comes after that. What is typed stays in the editor. */
  async catchUp(): Promise<Problem | undefined> {
    const outcome = await run(commands.wording(this.#page.document, null));
    if (!outcome.ok) return outcome.problem;
    if (!this.typed) this.text = outcome.value.text;
    this.#page = outcome.value;
    this.#inForce = outcome.value.text;
    this.content.version = outcome.value.version;
    return undefined;
  }

  /** Lets go of what was typed. */
  throwAway(): void {
    this.content = { text: this.#inForce, version: this.#page.version };
    this.refused = this.typedOn = undefined;
  }

  /** Puts back what stood in the editor. The person may have gone elsewhere since, or have come again. */
  putBack(before: Typed, typedOn = this.typedOn): void {
    const editing = desks.at(this.id) ?? this;
    editing.content = before;
    editing.typedOn = typedOn;
    void editing.flush();
  }

  /** The view goes, or the register is locked. */
  end(): void {
    clearTimeout(this.#wait);
    this.#latest++;
  }

  async #put(text: string | null, version: number): Promise<boolean> {
    const { document, original } = this.#page;
    const outcome = await run(commands.saveWording({ document, text, version }));
    if (!outcome.ok) {
      this.refused = outcome.problem;
      saved.failed(words.cannot);
      if (outcome.problem.error.code === "wordingRefused") this.#fault(outcome.problem.error.fault, text);
      return false;
    }
    this.refused = this.typedOn = undefined;
    // What is typed meanwhile is not in force.
    this.#inForce = text ?? original;
    if (text === null) this.text = original;
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

const desks = new Desks<Editing>();

/** Waits until everything typed before is kept, or has failed. A view reads words only after that. */
export const settled = (): Promise<void> => desks.settled();

/** The words in hand: those that could not be kept, or as they were read. Call `leave` when the view goes. */
export const editingOf = (page: WordingPage): Editing => desks.sitAt(page.document, () => new Editing(page));

export const leave = (editing: Editing): void => {
  editing.end();
  desks.leave(editing);
};
