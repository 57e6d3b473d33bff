// Where the person is, and the way back.
import { firstScreen } from "./places";
import type { Screen } from "./screen";

type Step = { screen: Screen; number: number };
/** True keeps the person here; `leave` takes them where they were going after all. */
type Question = (leave: () => void) => boolean;

class Navigation {
  #number = 0;
  #past = $state.raw<Step[]>([]);
  #now = $state.raw<Step>({ screen: firstScreen, number: 0 });
  #question: Question | undefined;

  get screen(): Screen {
    return this.#now.screen;
  }

  /** Different for each visit, so that a view starts afresh. */
  get visit(): number {
    return this.#now.number;
  }

  get canGoBack(): boolean {
    return this.#past.length > 0;
  }

  /** A view that holds something unsaved asks before the person goes. Locking asks nobody. Returns the way to stop. */
  ask(question: Question): () => void {
    this.#question = question;
    return () => {
      if (this.#question === question) this.#question = undefined;
    };
  }

  go(screen: Screen): void {
    this.#leave(() => {
      this.#past = [...this.#past.slice(-49), this.#now];
      this.#now = { screen, number: ++this.#number };
    });
  }

  /** The same view of something else, like the next tab: back does not stop here. */
  replace(screen: Screen): void {
    this.#leave(() => {
      this.#now = { screen, number: ++this.#number };
    });
  }

  back(): void {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#leave(() => {
      this.#past = this.#past.slice(0, -1);
      this.#now = { ...last, number: ++this.#number };
    });
  }

  /** Forgets where the person has been, when the register is locked. */
  reset(): void {
    this.#past = [];
    this.#now = { screen: firstScreen, number: ++this.#number };
  }

  #leave(move: () => void): void {
    if (!this.#question?.(move)) move();
  }
}

export const navigation = new Navigation();
