// One press that changes a meeting: what happened is said, what did not is shown above the view.
import { run, type Reply } from "$lib/ipc";
import { notice } from "$shell/notice.svelte";
import { toast } from "$shell/toast.svelte";

/** True when it was recorded. */
export async function act(command: Promise<Reply<unknown>>, done?: string): Promise<boolean> {
  const outcome = await run(command);
  if (!outcome.ok) notice.show(outcome.problem);
  else if (done !== undefined) toast.show(done);
  return outcome.ok;
}
