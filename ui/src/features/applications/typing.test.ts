import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeCore, Refusal, type FakeCore } from "$lib/ipc/fake";
import type { SaveTypingInput } from "$lib/ipc";
import { saved } from "$shell/saved.svelte";
import { forgetAll, keepAll } from "$shell/unsaved";
import { ageGroups, savedAs, viewSample } from "../../kit/applications";
import { leave, settled, sitAt, Typing } from "./typing.svelte";

const sent = (core: FakeCore) =>
  core.calls.filter(({ command }) => command === "save_typing").map(({ args }) => args.input as SaveTypingInput);

/** A core that answers each save when it is told to. */
function slowCore(): { core: FakeCore; answer: () => void } {
  const waiting: (() => void)[] = [];
  const core = fakeCore({
    save_typing: async ({ input }) => {
      await new Promise<void>((go) => waiting.push(go));
      const { content, revision } = input as SaveTypingInput;
      return savedAs(content, revision + 1);
    },
  });
  return { core, answer: () => waiting.shift()?.() };
}
const quickCore = (): FakeCore =>
  fakeCore({
    save_typing: ({ input }) => {
      const { content, revision } = input as SaveTypingInput;
      return savedAs(content, revision + 1);
    },
  });
function type(desk: Typing, name: string): void {
  desk.content.groupName = name;
  desk.noticed();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  forgetAll();
  vi.useRealTimers();
});

test("a pause in typing saves once, with the revision that was read", async () => {
  const core = quickCore();
  const desk = new Typing(viewSample(), ageGroups);
  type(desk, "F");
  await vi.advanceTimersByTimeAsync(200);
  type(desk, "Fo");
  await vi.advanceTimersByTimeAsync(299);
  expect(sent(core)).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent(core)).toMatchObject([{ applicationId: "a10", revision: 4, content: { groupName: "Fo" } }]);
  expect(desk.unsaved).toBe(false);
  expect(saved.text).toMatch(/^Saved at /);
});

test("somebody who never pauses is saved within a second", async () => {
  const core = quickCore();
  const desk = new Typing(viewSample(), ageGroups);
  for (let letters = 1; letters <= 10; letters++) {
    type(desk, "x".repeat(letters));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent(core).length).toBeGreaterThanOrEqual(1);
});

test("nothing typed saves nothing", async () => {
  const core = quickCore();
  const desk = new Typing(viewSample(), ageGroups);
  desk.noticed();
  await desk.flush();
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent(core)).toHaveLength(0);
});

test("while a save is under way the next one waits, and the last typed state wins", async () => {
  const { core, answer } = slowCore();
  const desk = new Typing(viewSample(), ageGroups);
  type(desk, "one");
  await vi.advanceTimersByTimeAsync(300);
  type(desk, "two");
  await vi.advanceTimersByTimeAsync(400);
  type(desk, "three");
  await vi.advanceTimersByTimeAsync(400);
  expect(sent(core).map(({ content }) => content.groupName)).toEqual(["one"]);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent(core).map(({ content }) => content.groupName)).toEqual(["one", "three"]);
  expect(sent(core).map(({ revision }) => revision)).toEqual([4, 5]);
  expect(desk.unsaved).toBe(false);
});

test("the core's sums, tasks and problems are shown, not our own", async () => {
  fakeCore({
    save_typing: () => ({
      ...savedAs(viewSample().content, 5),
      sums: { costsPence: 12_345, askedPence: 99, differByPence: 12_246 },
      problems: [{ field: "asked", fault: "tooLarge", most: null }],
    }),
  });
  const desk = new Typing(viewSample(), ageGroups);
  type(desk, "Foxglove");
  await desk.flush();
  expect(desk.sums).toEqual({ costsPence: 12_345, askedPence: 99, differByPence: 12_246 });
  expect(desk.problems.map(({ field }) => field)).toEqual(["asked"]);
});

test("a save that fails says so, keeps the text, and is tried again", async () => {
  let full = true;
  const core = fakeCore({
    save_typing: ({ input }) => {
      if (full) throw new Refusal({ code: "diskFull" });
      const { content, revision } = input as SaveTypingInput;
      return savedAs(content, revision + 1);
    },
  });
  const desk = new Typing(viewSample(), ageGroups);
  type(desk, "Kept on the screen");
  expect(await desk.flush()).toBe(false);
  expect(saved.text).toBe("Not saved. The disk is full");
  expect(saved.bad).toBe(true);
  expect(desk.content.groupName).toBe("Kept on the screen");
  full = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent(core).at(-1)?.content.groupName).toBe("Kept on the screen");
  expect(desk.unsaved).toBe(false);
  expect(desk.failure).toBeUndefined();
  expect(saved.bad).toBe(false);
});

test("what another window changed is never written over", async () => {
  const core = fakeCore({
    save_typing: () => {
      throw new Refusal({ code: "changedElsewhere" });
    },
  });
  const desk = new Typing(viewSample(), ageGroups);
  type(desk, "Late");
  await desk.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent(core)).toHaveLength(1);
});

test("leaving a page saves at once, and the next page waits for it", async () => {
  const { core, answer } = slowCore();
  const desk = sitAt(viewSample(), ageGroups);
  type(desk, "Left quickly");
  leave(desk);
  let ready = false;
  const next = settled().then(() => (ready = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent(core)).toHaveLength(1);
  expect(ready).toBe(false);
  answer();
  await next;
  expect(ready).toBe(true);
});

test("typing that could not be saved is there when its page is opened again", async () => {
  fakeCore({
    save_typing: () => {
      throw new Refusal({ code: "diskFull" });
    },
  });
  const desk = sitAt(viewSample(), ageGroups);
  type(desk, "Not on the disk yet");
  leave(desk);
  await settled();
  expect(sitAt(viewSample(), ageGroups).content.groupName).toBe("Not on the disk yet");
});

test("before the register locks everything is saved, and then forgotten", async () => {
  const core = quickCore();
  const desk = sitAt(viewSample(), ageGroups);
  type(desk, "Just typed");
  await keepAll();
  forgetAll();
  expect(sent(core).map(({ content }) => content.groupName)).toEqual(["Just typed"]);
  expect(desk.content.groupName).toBe("");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent(core)).toHaveLength(1);
});
