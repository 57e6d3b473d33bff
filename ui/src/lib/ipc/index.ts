// The one way to call the core, and the one way a call can fail.
import { getCurrentWindow } from "@tauri-apps/api/window";
import { problemOf, type Problem } from "$words/problems";
import { commands as bound, events } from "./bindings";
import { commands as provisional, type Answer, type Area, type CommandError } from "./provisional";

export type * from "./bindings";
export type {
  Answer,
  Area,
  CommandError,
  CreateRegisterInput,
  Found,
  Person,
  RegisterCreated,
  RegisterInspected,
  Seat,
  UnlockInput,
} from "./provisional";
export type { Problem } from "$words/problems";

/** Everything the core can be asked. What the bindings name wins. */
export const commands = { ...provisional, ...bound };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

function isAnswer(value: unknown): value is Answer<unknown> {
  if (typeof value !== "object" || value === null || !("status" in value)) return false;
  return (value.status === "ok" && "data" in value) || (value.status === "error" && "error" in value);
}

function isCommandError(value: unknown): value is CommandError {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}

/** Waits for a command. It never throws: a failure comes back as words to show. */
export async function run<T>(command: Promise<Answer<T>>): Promise<Outcome<T>>;
export async function run<T>(command: Promise<T>): Promise<Outcome<T>>;
export async function run(command: Promise<unknown>): Promise<Outcome<unknown>> {
  try {
    const value = await command;
    if (!isAnswer(value)) return { ok: true, value };
    return value.status === "ok" ? { ok: true, value: value.data } : { ok: false, problem: problemOf(value.error) };
  } catch (thrown) {
    return {
      ok: false,
      problem: problemOf(isCommandError(thrown) ? thrown : { code: "internal", incident: "window" }),
    };
  }
}

/** Hears which areas a change touched. Returns the way to stop listening. */
export function onTouched(hear: (areas: readonly Area[]) => void): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  if (!inWindow()) return () => undefined;
  void events.touched
    .listen(({ payload }) => {
      hear(payload.areas);
    })
    .then((unlisten) => {
      if (stopped) unlisten();
      else stop = unlisten;
    });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** The title in the window's own bar and in the list of windows. */
export function setWindowTitle(title: string): void {
  document.title = title;
  if (inWindow())
    void getCurrentWindow()
      .setTitle(title)
      .catch(() => undefined);
}

/** True where there is a core to ask: the real window, or a test with a fake core. */
export function inWindow(): boolean {
  return "__TAURI_INTERNALS__" in globalThis;
}
