// The invented core's answers about grants, home and finding. `?refuse` refuses each payment.
import type { Found, ListGrantsInput, RecordPaymentInput } from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { grantList, home, merrybank, views } from "../test/grants";

const found: Found[] = [
  { kind: "grant", id: "g3", title: "Merrybank Growers", reference: "CC-2022-003", snippet: null, sealed: false },
  {
    kind: "application",
    id: "a9",
    title: "Night Owls Homework Club",
    reference: "CC-2023-001",
    snippet: "a quiet room with growing plants for young people",
    sealed: true,
  },
  { kind: "member", id: "1", title: "Joan Pelham", reference: null, snippet: null, sealed: false },
  { kind: "activity", id: "1.4", title: "Community Chest", reference: "1.4", snippet: null, sealed: false },
];

export function grantCore(asked: URLSearchParams): Record<string, Handler> {
  const input = (args: Record<string, unknown>): unknown => args.input;
  return {
    home: () => (asked.has("nothing") ? { ...home, tasks: [], embargoes: 0, waitingCount: 0 } : home),
    find: () => found,
    list_grants: (args) => grantList((input(args) as ListGrantsInput).tab),
    grant: ({ grantId }) => views[String(grantId)] ?? merrybank,
    reveal_account: () => ({ accountName: "Brightwater Steel Pans", sortCode: "30-94-30", accountNumber: "00124471" }),
    record_payment: (args) => {
      const { amount } = input(args) as RecordPaymentInput;
      if (amount.startsWith("300"))
        throw new Refusal({
          code: "grantRefused",
          refusal: { kind: "exceedsGrant", grantedPence: 45_000, leftPence: 22_500, overPence: 7_500 },
        });
      return null;
    },
    back_up: () => ({
      folder: "/home/joan/Documents/Allenton Big Local/backups/2023-01-17",
      at: "2023-01-17T14:36:00Z",
      events: 214,
    }),
    save_feedback: () => "2023-01-17T14:36:00Z",
    record_feedback: () => null,
    record_receipt: () => null,
    void_receipt: () => null,
    record_sent_back: () => null,
    close_grant: () => null,
    record_signature: () => null,
    record_account: () => null,
    check_account: () => null,
    undo_payment: () => null,
    extend_grant: () => null,
    cancel_grant: () => null,
    add_note: () => null,
  };
}
