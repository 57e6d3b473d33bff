// The one way to call the core, and the one way a call can fail.
import { TauriEvent } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { incident } from "$lib/incident";
import { problemOf, type Problem } from "$words/problems";
import { events, type CommandError } from "./bindings";

export { commands } from "./bindings";
export type * from "./bindings";
export type { Problem } from "$words/problems";

/** What a command settles to. */
export type Reply<T> = { status: "ok"; data: T } | { status: "error"; error: CommandError };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== "object" || value === null || !("status" in value)) return false;
  return (value.status === "ok" && "data" in value) || (value.status === "error" && "error" in value);
}

function isCommandError(value: unknown): value is CommandError {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}

/** Waits for a command. It never throws: a failure comes back as words to show. */
export async function run<T>(command: Promise<Reply<T>>): Promise<Outcome<T>> {
  try {
    const reply: unknown = await command;
    if (!isReply(reply)) return { ok: false, problem: problemOf({ code: "internal", incident: incident(reply) }) };
    if (reply.status === "ok") return { ok: true, value: reply.data as T };
    return { ok: false, problem: problemOf(reply.error) };
  } catch (thrown) {
    if (isCommandError(thrown)) return { ok: false, problem: problemOf(thrown) };
    return { ok: false, problem: problemOf({ code: "internal", incident: incident(thrown) }) };
  }
}

/** Hears which areas a change touched. Returns the way to stop listening. */
export function onTouched(hear: (areas: readonly string[]) => void): () => void {
  return listening(() =>
    events.touched.listen(({ payload }) => {
      hear(payload.areas);
    }),
  );
}

/** Hears that the register locked itself, and after how many minutes. Returns the way to stop listening. */
export function onLockedItself(hear: (minutes: number) => void): () => void {
  return listening(() =>
    events.lockedItself.listen(({ payload }) => {
      hear(payload.minutes);
    }),
  );
}

/** Hears how far a long piece of work has come. Returns the way to stop listening. */
export function onWorkDone(hear: (done: number, of: number) => void): () => void {
  return listening(() =>
    events.workDone.listen(({ payload }) => {
      hear(payload.done, payload.of);
    }),
  );
}

/** Files that somebody drags from outside: they hang over the window, are let go there, or went away again. */
export type Dragged = { does: "hang" | "drop"; paths: readonly string[] } | { does: "leave" };

/** Hears of files that are dragged over the window. Returns the way to stop listening. */
export function onDragged(hear: (dragged: Dragged) => void): () => void {
  const on = (event: TauriEvent, tell: (paths: string[]) => Dragged): (() => void) =>
    listening(() =>
      getCurrentWebview().listen<{ paths?: string[] }>(event, ({ payload }) => hear(tell(payload.paths ?? []))),
    );
  const stops = [
    on(TauriEvent.DRAG_ENTER, (paths) => ({ does: "hang", paths })),
    on(TauriEvent.DRAG_DROP, (paths) => ({ does: "drop", paths })),
    on(TauriEvent.DRAG_LEAVE, () => ({ does: "leave" })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function listening(listen: () => Promise<() => void>): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  if (!inWindow()) return () => undefined;
  void listen().then((unlisten) => {
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
