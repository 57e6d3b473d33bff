// The commands that are being written in src-tauri/src/ipc, with the types they will have in bindings.ts.
// This file goes when the generated list has them all: its users then import `commands` from bindings.ts.
import { invoke } from "@tauri-apps/api/core";
import type * as t from "./bindings";
import { commands as made } from "./bindings";

type Answer<T> = Promise<{ status: "ok"; data: T } | { status: "error"; error: t.CommandError }>;

async function call<T>(name: string, args?: Record<string, unknown>): Answer<T> {
  try {
    return { status: "ok", data: await invoke<T>(name, args) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as t.CommandError };
  }
}

export const commands = {
  ...made,
  // The door
  /** Makes the sample partnership in a folder of the program's own, or opens a fresh one again. */
  createSample: (): Answer<t.SampleOpened> => call("create_sample"),
  // Documents
  document: (input: t.DocumentInput): Answer<t.DocumentPages> => call("document", { input }),
  /** Opens it in the computer's own viewer, from where it prints. */
  openDocument: (input: t.DocumentInput): Answer<null> => call("open_document", { input }),
  /** Asks where, and keeps it there; null when the dialog was put away. */
  saveDocument: (input: t.DocumentInput): Answer<string | null> => call("save_document", { input }),
};
