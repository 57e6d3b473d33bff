// What a view reads from the core, read again when a change touches it.
import { onTouched, run, type Outcome, type Reply } from ".";
import type { Problem } from "$words/problems";

export type Query<T> = {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** True until the first answer. Reading again keeps the old value on the screen. */
  readonly waiting: boolean;
  reload: () => Promise<void>;
};

/**
 * Call it while a component is being made. `read` runs at once, again when state it uses changes, and when a change
 * touches one of `areas` ("*" hears every change).
 */
export function query<T>(read: () => Promise<Reply<T>>, areas: readonly string[] = []): Query<T> {
  let value = $state.raw<T>();
  let problem = $state.raw<Problem>();
  let waiting = $state(true);
  let latest = 0;

  async function settle(asked: Promise<Reply<T>>): Promise<void> {
    const mine = ++latest;
    const outcome: Outcome<T> = await run(asked);
    if (mine !== latest) return;
    waiting = false;
    if (outcome.ok) {
      value = outcome.value;
      problem = undefined;
    } else problem = outcome.problem;
  }
  $effect(() => {
    void settle(read());
  });
  $effect(() =>
    onTouched((touched) => {
      if (areas.includes("*") || touched.some((area) => areas.includes(area))) void settle(read());
    }),
  );
  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    get waiting() {
      return waiting;
    },
    reload: () => settle(read()),
  };
}
