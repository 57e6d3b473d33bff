// A problem that belongs to no field: above the view, until it is put away or the person goes elsewhere.
import type { Problem } from "$lib/ipc";

class Notice {
  #shown = $state.raw<Problem>();

  get shown(): Problem | undefined {
    return this.#shown;
  }
  show(problem: Problem): void {
    this.#shown = problem;
  }
  close(): void {
    this.#shown = undefined;
  }
}

export const notice = new Notice();
