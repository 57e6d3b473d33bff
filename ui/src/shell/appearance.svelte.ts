// Theme, contrast and size of the text, kept by the core for this computer and put on the page.
import { commands, run, type Contrast, type Preferences, type TextSize, type Theme } from "$lib/ipc";
import { notice } from "./notice.svelte";

export const textSizes = ["100", "112", "125", "150", "200"] as const satisfies readonly TextSize[];

class Appearance {
  #now = $state.raw<Preferences>({ theme: "computer", contrast: "computer", textSize: "100" });

  get theme(): Theme {
    return this.#now.theme;
  }
  get contrast(): Contrast {
    return this.#now.contrast;
  }
  get textSize(): TextSize {
    return this.#now.textSize;
  }

  async load(): Promise<void> {
    const outcome = await run(commands.preferences());
    if (outcome.ok) this.#show(outcome.value);
  }

  async set(change: Partial<Preferences>): Promise<void> {
    const wanted = { ...this.#now, ...change };
    this.#show(wanted);
    const outcome = await run(commands.savePreferences(wanted));
    if (!outcome.ok) notice.show(outcome.problem);
  }

  /** One step larger or smaller, or the usual size. */
  async step(by: 1 | -1 | 0): Promise<void> {
    const at = by === 0 ? 0 : textSizes.indexOf(this.textSize) + by;
    const textSize = textSizes[Math.max(0, Math.min(textSizes.length - 1, at))];
    if (textSize && textSize !== this.textSize) await this.set({ textSize });
  }

  #show(wanted: Preferences): void {
    this.#now = wanted;
    const root = document.documentElement;
    if (wanted.theme === "computer") delete root.dataset.theme;
    else root.dataset.theme = wanted.theme;
    if (wanted.contrast === "computer") delete root.dataset.contrast;
    else root.dataset.contrast = wanted.contrast;
    root.style.fontSize = `${wanted.textSize}%`;
  }
}

export const appearance = new Appearance();
