import { expect, test, vi } from "vitest";
import { commands, onTouched, run, type CommandError, type Reply } from ".";
import { fakeCore, Refusal } from "./fake";

const error: CommandError = { code: "diskFull" };

test("what a command answers comes back as it is", async () => {
  expect(await run(Promise.resolve<Reply<number>>({ status: "ok", data: 4 }))).toEqual({ ok: true, value: 4 });
});

test("an answer that is null is an answer", async () => {
  expect(await run(Promise.resolve<Reply<null>>({ status: "ok", data: null }))).toEqual({ ok: true, value: null });
});

test("a refusal comes back in words", async () => {
  const outcome = await run(Promise.resolve<Reply<number>>({ status: "error", error }));
  expect(outcome).toMatchObject({ ok: false, problem: { title: "Not saved. The disk is full", error } });
});

test("a refusal that is thrown comes back in the same words", async () => {
  const thrown: Promise<Reply<number>> = Promise.reject(Object.assign(new Error(), error));
  expect(await run(thrown)).toMatchObject({ ok: false, problem: { title: "Not saved. The disk is full" } });
});

test("a fault in the window is an incident with a reference, and is written down once", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const outcome = await run(Promise.reject<Reply<number>>(new TypeError("not a function")));
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect(outcome.problem.body).toMatch(/Nothing was lost.*Reference [0-9A-F]{4}\.$/);
  expect(log).toHaveBeenCalledTimes(1);
});

test("a code that this window does not know is shown as a fault with the code", async () => {
  const newer = { code: "fromTheFuture" } as unknown as CommandError;
  const outcome = await run(Promise.resolve<Reply<number>>({ status: "error", error: newer }));
  expect(outcome).toMatchObject({ problem: { title: "Something went wrong", error: newer } });
  if (!outcome.ok) expect(outcome.problem.body).toContain("fromTheFuture");
});

test("the fake core answers and refuses like the real one", async () => {
  const core = fakeCore({
    suggest_folder: () => "/home/joan/Documents",
    unlock: () => {
      throw new Refusal({ code: "wrongPassphrase" });
    },
  });
  expect(await run(commands.suggestFolder())).toEqual({ ok: true, value: "/home/joan/Documents" });
  const refused = await run(commands.unlock({ path: "p", memberId: "m", passphrase: "no" }));
  expect(refused).toMatchObject({ ok: false, problem: { field: "passphrase" } });
  expect(core.calls.map(({ command }) => command)).toEqual(["suggest_folder", "unlock"]);
});

test("a change tells which areas it touched, until listening stops", async () => {
  const core = fakeCore({});
  const hear = vi.fn();
  const stop = onTouched(hear);
  await vi.waitFor(async () => {
    await core.touch("payment", "grant");
    expect(hear).toHaveBeenCalledWith(["payment", "grant"]);
  });
  stop();
  hear.mockClear();
  await core.touch("payment");
  expect(hear).not.toHaveBeenCalled();
});
