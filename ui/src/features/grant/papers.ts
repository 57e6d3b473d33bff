// Which papers of a grant are to be printed, as far as it has come, beside its agreement and its feedback form.
import type { DocumentKind, GrantView, Owed } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { papers } from "$words/papers";

export type GrantPaper = Extract<
  DocumentKind,
  "changeLetter" | "reminder" | "receiptSheet" | "storyConsent" | "closingLetter"
>;

/** What the group is late with can be asked for in a letter. */
export const isLate = ({ debtor, daysLate }: Owed): boolean => debtor === "group" && daysLate !== null;

export function grantPapers(grant: GrantView): GrantPaper[] {
  const going = grant.cancelledOn === null;
  const wanted: Record<GrantPaper, boolean> = {
    reminder: grant.owed.some(isLate),
    changeLetter: grant.extensions.length > 0,
    closingLetter: grant.closedOn !== null,
    receiptSheet: going,
    storyConsent: going,
  };
  return (Object.keys(wanted) as GrantPaper[]).filter((kind) => wanted[kind]);
}

/** The page of one of them. */
export const paperScreen = (kind: GrantPaper, { id, groupName }: Pick<GrantView, "id" | "groupName">): Screen => ({
  name: "document",
  kind,
  subject: id,
  title: papers[kind],
  back: groupName,
});
