// An item is put off, or done with: what was noted is safe first, and the focus goes to what came of it.
import { tick } from "svelte";
import type { Bench } from "./bench.svelte";
import { notes } from "./note.svelte";

export async function closeItem(bench: Bench, itemId: string, step: "putOff" | "noted"): Promise<void> {
  await notes.settled();
  if ((await bench[step](itemId)).ok) await toResult();
}

/** To what came of the item. */
export async function toResult(): Promise<void> {
  await tick();
  document.getElementById("resolved")?.focus();
}
