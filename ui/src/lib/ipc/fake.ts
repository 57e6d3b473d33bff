// A core in memory, for tests and for looking at views in a browser: each command answers what it is told to.
import { emit } from "@tauri-apps/api/event";
import { clearMocks, mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import type { CommandError } from "./bindings";

export type Handler = (args: Record<string, unknown>) => unknown;

/** Thrown by a handler: the command fails with this error. */
export class Refusal extends Error {
  readonly error: CommandError;
  constructor(error: CommandError) {
    super(error.code);
    this.error = error;
  }
}

export type FakeCore = {
  /** Every call so far, in order. */
  readonly calls: readonly { command: string; args: Record<string, unknown> }[];
  /** Tells the window that a change touched these areas. */
  touch: (...areas: string[]) => Promise<void>;
  /** Nobody was at the keyboard: the register locks itself. */
  lockItself: (minutes: number) => Promise<void>;
  /** A long piece of work has come so far. */
  workDone: (done: number, of: number) => Promise<void>;
  /** Somebody drags files from outside. */
  drag: (does: "enter" | "drop" | "leave", ...paths: string[]) => Promise<void>;
};

/** Handlers go by the Rust name of the command, like `create_register`. */
export function fakeCore(handlers: Record<string, Handler>): FakeCore {
  const calls: { command: string; args: Record<string, unknown> }[] = [];
  mockWindows("main");
  mockIPC(
    async (command, payload) => {
      const args = (payload ?? {}) as Record<string, unknown>;
      // The title of the window is no question to the core.
      if (command === "plugin:window|set_title") return null;
      calls.push({ command, args });
      const handler = handlers[command];
      if (!handler) throw new Error(`the fake core has no ${command}`);
      try {
        return await handler(args);
      } catch (thrown) {
        // The real core answers a refused command with the error itself, not with an Error.
        throw thrown instanceof Refusal ? thrown.error : thrown;
      }
    },
    { shouldMockEvents: true },
  );
  return {
    calls,
    touch: (...areas) => emit("touched", { areas }),
    lockItself: (minutes) => emit("locked-itself", { minutes }),
    workDone: (done, of) => emit("work-done", { done, of }),
    drag: (does, ...paths) => emit(`tauri://drag-${does}`, { paths, position: { x: 0, y: 0 } }),
  };
}

/** Ends it. A view that goes after its test may still stop listening: that comes to nothing. */
export function endFakeCore(): void {
  clearMocks();
  Object.assign(window, { __TAURI_EVENT_PLUGIN_INTERNALS__: { unregisterListener: () => undefined } });
  const internals = (window as { __TAURI_INTERNALS__?: object }).__TAURI_INTERNALS__;
  if (internals) Object.assign(internals, { invoke: () => Promise.resolve(null) });
}
