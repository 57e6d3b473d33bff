// Asks for a response file, and shows what it would bring.
import { commands, run } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { notice } from "$shell/notice.svelte";

export async function pickResponse(): Promise<void> {
  const picked = await run(commands.pickResponse());
  if (!picked.ok) notice.show(picked.problem);
  else if (picked.value !== null) navigation.go({ name: "response", found: picked.value });
}
