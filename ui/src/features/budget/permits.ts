// What somebody may do with the plan's money.
import { session } from "$shell/session.svelte";

export const permits = {
  /** To move money, to award it to a partner or for a cost, and to end an award: each is a decision that was made. */
  decide: (): boolean => session.may("recordDecision"),
  /** To record what was paid, what came back and what the LTO received. */
  pay: (): boolean => session.may("recordPayment"),
} as const;
