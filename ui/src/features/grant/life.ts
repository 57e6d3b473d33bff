// Where a grant is on its way from the application to the close, from the dates the core gives.
import type { GrantView } from "$lib/ipc";
import { shortDate } from "$words/format";
import { words } from "./words";

export type LifeStep = { title: string; when?: string | undefined; state: "done" | "now" | "late" | "todo" };

export function lifeOf(grant: GrantView): LifeStep[] {
  const lastPaid = grant.payments.findLast(({ undone }) => undone === null)?.paidOn ?? null;
  const dates: [title: string, on: string | null, late: boolean][] = [
    [words.applied, grant.receivedOn, false],
    [words.decided, grant.awardedOn, false],
    [words.told, grant.issuedOn, false],
    [words.agreed, grant.signedOn, isLate(grant, ["getGroupSignature", "getPartnershipSignature"])],
    [words.paid, grant.leftPence === 0 || grant.feedbackOn !== null ? lastPaid : null, false],
    [words.feedback, grant.feedbackOn, isLate(grant, ["getFeedback"])],
    grant.cancelledOn === null
      ? [words.closed, grant.closedOn, isLate(grant, ["getMoneyBack"])]
      : [words.cancelled, grant.cancelledOn, false],
  ];
  const finished = grant.closedOn !== null || grant.cancelledOn !== null;
  const here = finished ? -1 : dates.findIndex(([, on]) => on === null);
  return dates.map(([title, on, late], index): LifeStep => {
    if (on !== null) return { title, when: shortDate(on), state: "done" };
    if (index !== here) return { title, state: "todo" };
    return late ? { title, when: lateBy(grant), state: "late" } : { title, state: "now" };
  });
}

function isLate(grant: GrantView, duties: readonly string[]): boolean {
  return grant.owed.some(({ duty, daysLate }) => daysLate !== null && duties.includes(duty));
}

function lateBy(grant: GrantView): string | undefined {
  const days = grant.owed.find(({ daysLate }) => daysLate !== null)?.daysLate;
  return days === null || days === undefined ? undefined : words.daysLate(days);
}
