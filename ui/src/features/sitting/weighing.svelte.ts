// What would come of a motion, asked of the core a moment after each change. Only the last question is answered.
import { commands, run, type Problem, type ResolveInput, type Weighed } from "$lib/ipc";

const pause = 250;

export type Weighing = { readonly weighed: Weighed; readonly problem: Problem | undefined };

/** Call it while a component is being made. `asked` is read again when state it uses changes, or `besides` does. */
export function weighing(asked: () => ResolveInput | undefined, besides: () => unknown): Weighing {
  let weighed = $state.raw<Weighed>({ kind: "notYet" });
  let problem = $state.raw<Problem>();
  let latest = 0;

  $effect(() => {
    besides();
    const input = asked();
    const mine = ++latest;
    if (!input) {
      weighed = { kind: "notYet" };
      problem = undefined;
      return;
    }
    const timer = setTimeout(() => {
      void run(commands.weighResolution(input)).then((outcome) => {
        if (mine !== latest) return;
        weighed = outcome.ok ? outcome.value : { kind: "notYet" };
        // A field that is not right yet is said when it is recorded, not while it is typed.
        problem = outcome.ok || outcome.problem.error.code === "fields" ? undefined : outcome.problem;
      });
    }, pause);
    return () => clearTimeout(timer);
  });
  return {
    get weighed() {
      return weighed;
    },
    get problem() {
      return problem;
    },
  };
}
