// Whether a printed document is under embargo now, and for which of them somebody has said that they know it.
import { commands, run, type DocumentKind, type Outcome } from "$lib/ipc";
import { hold } from "$shell/unsaved";

export type Printed = { kind: DocumentKind; subject: string | null; person?: string | null };

type Sealing = "always" | "never" | "asGrant" | "asApplication";

// What goes out for review, and what comes of it, is about applications that are not decided. What is for the members only
// is treated alike: it may name a group that was not told, and what was declared non-public is never to be left about.
const sealing: Record<DocumentKind, Sealing> = {
  booklet: "always",
  replySheet: "always",
  panelReport: "always",
  agenda: "always",
  confidentialMinutes: "always",
  decisionSheet: "always",
  application: "asApplication",
  decisionLetter: "asApplication",
  grantFile: "asApplication",
  agreement: "asGrant",
  changeLetter: "asGrant",
  reminder: "asGrant",
  receiptSheet: "asGrant",
  feedbackForm: "asGrant",
  storyConsent: "asGrant",
  closingLetter: "asGrant",
  // What everybody may have, or what is about no group.
  blankForm: "never",
  fillableForm: "never",
  publicAgenda: "never",
  meetingNotice: "never",
  publishableMinutes: "never",
  spendometer: "never",
  spendReport: "never",
  memberAgreement: "never",
  recoveryPage: "never",
};

export async function underEmbargo({ kind, subject }: Printed): Promise<Outcome<boolean>> {
  const how = sealing[kind];
  if (how === "always" || how === "never" || subject === null) return { ok: true, value: how === "always" };
  if (how === "asGrant") {
    const grant = await run(commands.grant(subject));
    return grant.ok ? { ok: true, value: grant.value.sealed } : grant;
  }
  const application = await run(commands.application(subject));
  return application.ok ? { ok: true, value: application.value.embargo.liftedOn === null } : application;
}

const known = new Set<string>();
const named = ({ kind, subject, person }: Printed): string => `${kind} ${subject ?? ""} ${person ?? ""}`;

// Whoever unlocks next is asked again.
hold({
  keep: () => Promise.resolve(),
  forget: () => {
    known.clear();
  },
});

export function isKnown(printed: Printed): boolean {
  return known.has(named(printed));
}

export function makeKnown(printed: Printed): void {
  known.add(named(printed));
}
