// A run while it is being put together: the day, and what was typed for each payment. It stays until it is made.
import type { ClerkLedger, LedgerGrant, TypedDate } from "$lib/ipc";
import { figures } from "$words/format";
import { inBoxes, noDate } from "../grant/dates";

export type DraftRow = { grantId: string; amount: string; reference: string };

export class RunDraft {
  payOn = $state.raw<TypedDate>({ ...noDate });
  rows = $state<DraftRow[]>([]);

  /** Takes in what is ticked and lets go of what is not; what was typed for the others stays. */
  begin(ledger: ClerkLedger, ticked: readonly string[]): void {
    if (this.rows.length === 0) this.payOn = inBoxes(ledger.today);
    const chosen = ledger.grants.filter(({ grantId }) => ticked.includes(grantId));
    this.rows = chosen.map((grant) => this.rows.find(({ grantId }) => grantId === grant.grantId) ?? typedFor(grant));
  }
  leaveOut(grantId: string): void {
    this.rows = this.rows.filter((row) => row.grantId !== grantId);
  }
  forget(): void {
    this.rows = [];
  }
}

function typedFor(grant: LedgerGrant): DraftRow {
  return { grantId: grant.grantId, amount: figures(grant.nextPence), reference: referenceFor(grant) };
}

/** What the payee sees on their statement: the grant, and which part of it. */
export function referenceFor({ reference, part }: Pick<LedgerGrant, "reference" | "part">): string {
  return part === null ? reference : `${reference} ${String(part[0])}OF${String(part[1])}`;
}
