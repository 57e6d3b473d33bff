import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Reply } from "$lib/ipc";
import { saved } from "$shell/saved.svelte";
import { Autosave } from "./autosave.svelte";

type Waiting = { content: string; settle: (reply: Reply<string>) => void };
const kept: Reply<string> = { status: "ok", data: "2023-01-17T14:36:00Z" };
const full: Reply<string> = { status: "error", error: { code: "diskFull" } };
let sent: Waiting[] = [];
let autosave: Autosave<string>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  saved.all();
  autosave = new Autosave((content) => new Promise((settle) => sent.push({ content, settle })));
});
afterEach(() => {
  autosave.forget();
  vi.useRealTimers();
});

test("typing is kept within a second, once for many letters", async () => {
  for (const text of ["6", "6 r", "6 raised beds"]) {
    autosave.typed(text);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(900);
  expect(sent.map(({ content }) => content)).toEqual(["6 raised beds"]);
});

test("one save at a time, and the last state wins", async () => {
  autosave.typed("first");
  await vi.advanceTimersByTimeAsync(600);
  autosave.typed("second");
  autosave.typed("third");
  await vi.advanceTimersByTimeAsync(2000);
  // The first is still on its way: nothing overtakes it.
  expect(sent.map(({ content }) => content)).toEqual(["first"]);
  sent[0]?.settle(kept);
  await vi.advanceTimersByTimeAsync(700);
  expect(sent.map(({ content }) => content)).toEqual(["first", "third"]);
  sent[1]?.settle(kept);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(2);
  expect(saved.text).toMatch(/^Saved at/);
});

test("a failure is shown, the words stay, and it is tried again", async () => {
  autosave.typed("words");
  await vi.advanceTimersByTimeAsync(600);
  sent[0]?.settle(full);
  await vi.advanceTimersByTimeAsync(0);
  expect(saved.bad).toBe(true);
  expect(saved.text).toBe("Not saved. The disk is full");
  expect(autosave.problem?.error.code).toBe("diskFull");
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent.map(({ content }) => content)).toEqual(["words", "words"]);
  sent[1]?.settle(kept);
  await vi.advanceTimersByTimeAsync(0);
  expect(saved.bad).toBe(false);
  expect(autosave.problem).toBeUndefined();
});

test("leaving saves at once, and says whether all of it is kept", async () => {
  autosave.typed("last words");
  const left = autosave.stop();
  await vi.advanceTimersByTimeAsync(0);
  sent[0]?.settle(full);
  expect(await left).toBe(false);
  const again = autosave.stop();
  await vi.advanceTimersByTimeAsync(0);
  sent[1]?.settle(kept);
  expect(await again).toBe(true);
  expect(sent.map(({ content }) => content)).toEqual(["last words", "last words"]);
});

test("when the register locks, nothing typed stays", async () => {
  autosave.typed("words");
  autosave.forget();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(0);
});
