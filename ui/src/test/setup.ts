// What the browser has and jsdom has not: dialogs, sizes, scrolling. And a clean page and core after each test.
import { cleanup } from "@testing-library/svelte";
import { afterEach } from "vitest";
import { endFakeCore } from "$lib/ipc/fake";

const nothing = (): void => undefined;

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  },
});
Object.assign(Element.prototype, { scrollIntoView: nothing });
Object.assign(globalThis, {
  ResizeObserver: class {
    observe = nothing;
    unobserve = nothing;
    disconnect = nothing;
  },
});

afterEach(() => {
  cleanup();
  endFakeCore();
});
