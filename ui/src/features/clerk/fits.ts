// Whether a grant fits what somebody typed above the list: a part of a name or reference, or an amount.
import type { LedgerGrant } from "$lib/ipc";
import { figures } from "$words/format";

export function fits(row: LedgerGrant, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase("en-GB");
  if (wanted === "") return true;
  const said = [row.payeeName, row.groupName, row.reference, row.purpose].map((text) =>
    text.toLocaleLowerCase("en-GB"),
  );
  if (said.some((text) => text.includes(wanted))) return true;
  const amount = wanted.replace(/[£,\s]/g, "");
  if (!/^\d+(\.\d{0,2})?$/.test(amount)) return false;
  const amounts = [row.grantedPence, row.paidPence, row.leftPence, row.nextPence];
  return amounts.some((pence) => figures(pence).replaceAll(",", "").startsWith(amount));
}
