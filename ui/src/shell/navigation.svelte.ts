// Where the person is, and the way back.
import { firstScreen } from "./places";
import type { Screen } from "./screen";

type Step = { screen: Screen; number: number };

class Navigation {
  #number = 0;
  #past = $state.raw<Step[]>([]);
  #now = $state.raw<Step>({ screen: firstScreen, number: 0 });

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

  go(screen: Screen): void {
    this.#past = [...this.#past.slice(-49), this.#now];
    this.#now = { screen, number: ++this.#number };
  }

  /** The same view of something else, like the next tab: back does not stop here. */
  replace(screen: Screen): void {
    this.#now = { screen, number: ++this.#number };
  }

  back(): void {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#past = this.#past.slice(0, -1);
    this.#now = { ...last, number: ++this.#number };
  }

  /** Forgets where the person has been, when the register is locked. */
  reset(): void {
    this.#past = [];
    this.#now = { screen: firstScreen, number: ++this.#number };
  }
}

export const navigation = new Navigation();
