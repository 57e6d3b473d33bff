// Asks for a receipt pack from the LTO's clerk, and shows what it would bring.
import { commands, run } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { notice } from "$shell/notice.svelte";

export async function pickReceipt(): Promise<void> {
  const picked = await run(commands.pickPaymentReceipt());
  if (!picked.ok) notice.show(picked.problem);
  else if (picked.value !== null) navigation.go({ name: "paymentReceipt", found: picked.value });
}
