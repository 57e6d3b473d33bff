// Whether a printed document is under embargo now, and for which of them somebody has said that they know it.
import { commands, run, type DocumentKind, type Outcome } from "$lib/ipc";
import { hold } from "$shell/unsaved";

export type Printed = { kind: DocumentKind; subject: string | null };

export async function underEmbargo({ kind, subject }: Printed): Promise<Outcome<boolean>> {
  if (subject === null) return { ok: true, value: false };
  if (kind === "agreement" || kind === "feedbackForm") {
    const grant = await run(commands.grant(subject));
    return grant.ok ? { ok: true, value: grant.value.sealed } : grant;
  }
  const application = await run(commands.application(subject));
  return application.ok ? { ok: true, value: application.value.embargo.liftedOn === null } : application;
}

const known = new Set<string>();
const named = ({ kind, subject }: Printed): string => `${kind} ${subject ?? ""}`;

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
