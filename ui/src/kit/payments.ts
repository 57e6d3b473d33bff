// The invented core's answers about payment packs and the settings of payments. `?receipt=refused` refuses the receipt;
// `?clerks=none` has nobody at the LTO.
import type { Handler } from "$lib/ipc/fake";
import { packPlan, paymentSettings, receipt, refusedReceipt } from "../test/payments";

export function paymentCore(asked: URLSearchParams): Record<string, Handler> {
  return {
    payment_pack_plan: () => (asked.get("clerks") === "none" ? { ...packPlan, clerks: [] } : packPlan),
    save_payment_pack: () => "/home/joan/Packs/payments-2023-01-17.chestpack",
    pick_payment_receipt: () => (asked.get("receipt") === "refused" ? refusedReceipt : receipt),
    take_in_payment_receipt: () => 4,
    confirm_payee: () => null,
    meet_condition: () => null,
    payment_settings: () => paymentSettings,
    save_payment_settings: () => null,
    load_modulus_tables: () => 1151,
  };
}
