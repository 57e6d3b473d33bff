// What stands in the way of a payment, in a few words.
import type { PayBar } from "$lib/ipc/bindings";

export const payBars: Record<PayBar, string> = {
  groupSignature: "The group has not signed",
  partnershipSignature: "The partnership has not signed",
  condition: "A condition is not met",
  noAccount: "No bank details",
  accountNotChecked: "Bank details not checked",
  accountChanged: "Bank details changed",
  modulusFails: "Account number is wrong",
  noMatch: "Name does not match",
  inRun: "In a run",
  finished: "Finished",
};
