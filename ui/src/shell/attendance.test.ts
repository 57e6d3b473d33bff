import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeCore } from "$lib/ipc/fake";
import { attend } from "./attendance";
import { hold } from "./unsaved";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the core hears of use at most every thirty seconds, and the window never locks by itself", async () => {
  const core = fakeCore({ still_here: () => null });
  const attendance = attend(10);
  for (let second = 0; second < 61; second++) {
    attendance.used();
    await vi.advanceTimersByTimeAsync(1000);
  }
  await vi.advanceTimersByTimeAsync(20 * 60_000);
  expect(core.calls.map(({ command }) => command)).toEqual(["still_here", "still_here", "still_here"]);
  attendance.end();
});

test("what is typed is kept half a minute before the core locks", async () => {
  fakeCore({ still_here: () => null });
  let kept = 0;
  const release = hold({ keep: () => Promise.resolve(kept++), forget: () => undefined });
  const attendance = attend(10);
  attendance.used();
  await vi.advanceTimersByTimeAsync(9.5 * 60_000 - 1);
  expect(kept).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(kept).toBe(1);
  attendance.end();
  release();
});
