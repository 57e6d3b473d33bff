// One press that changes a meeting: what happened is said, what did not is shown above the view.
import { run, type Problem, type Reply } from "$lib/ipc";
import { notice } from "$shell/notice.svelte";
import { toast } from "$shell/toast.svelte";
import { words } from "./meetingWords";

/** For the forms about a meeting: what is said when it stands otherwise than the screen shows. */
export const otherwise = { wrongState: { text: words.wrongStateText } } as const;

function about(problem: Problem): Problem {
  return problem.error.code === "wrongState"
    ? { ...problem, title: words.wrongState, body: words.wrongStateText }
    : problem;
}

/** True when it was recorded. */
export async function act(command: Promise<Reply<unknown>>, done?: string): Promise<boolean> {
  const outcome = await run(command);
  if (!outcome.ok) notice.show(about(outcome.problem));
  else if (done !== undefined) toast.show(done);
  return outcome.ok;
}
