// After an action that can be undone: a bar that offers it until the next action, or for half a minute.
export type Undo = () => unknown;

class Toast {
  #shown = $state.raw<{ text: string; undo: Undo | undefined }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get shown() {
    return this.#shown;
  }

  show(text: string, undo?: Undo): void {
    clearTimeout(this.#timer);
    this.#shown = { text, undo };
    this.#timer = setTimeout(() => {
      this.close();
    }, 30_000);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
  }

  async undo(): Promise<void> {
    const undo = this.#shown?.undo;
    if (!undo) return;
    this.close();
    await undo();
  }
}

export const toast = new Toast();
