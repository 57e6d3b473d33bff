// What the forms of a payment need to know of a grant: at the register, and at the clerk's desk.
import type { GrantView, PayeeAccount } from "$lib/ipc";

export type PayableAccount = Pick<PayeeAccount, "lastFour" | "recordedOn" | "changed" | "former" | "check">;

export type Payable = Pick<
  GrantView,
  | "id"
  | "reference"
  | "groupName"
  | "payeeName"
  | "awardedOn"
  | "grantedPence"
  | "leftPence"
  | "nextInstalmentPence"
  | "payments"
> & { account: PayableAccount | null };
