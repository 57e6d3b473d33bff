// A grant of the clerk's ledger, as the forms of a payment know it.
import type { ClerkGrant } from "$lib/ipc";
import type { Payable } from "../payments/payable";

export function payable({ grant, awardedOn, account, payments }: ClerkGrant): Payable {
  return {
    id: grant.grantId,
    reference: grant.reference,
    groupName: grant.groupName,
    payeeName: grant.payeeName,
    awardedOn,
    grantedPence: grant.grantedPence,
    leftPence: grant.leftPence,
    nextInstalmentPence: grant.nextPence > 0 ? grant.nextPence : null,
    payments,
    account,
  };
}
