// Whether a paper that was issued is under embargo now.
import { commands, run, type IssuedPaper } from "$lib/ipc";
import { underEmbargo } from "../documents/embargo";

/** In doubt it is. */
export async function sealedNow(paper: IssuedPaper): Promise<boolean> {
  if (paper.grantId !== null) {
    const grant = await run(commands.grant(paper.grantId));
    return !grant.ok || grant.value.sealed;
  }
  if (paper.applicationId !== null) {
    const application = await run(commands.application(paper.applicationId));
    return !application.ok || application.value.embargo.liftedOn === null;
  }
  // About a round or a meeting, or about nobody: what kind of paper it is says so.
  const kind = await underEmbargo({ kind: paper.document, subject: null });
  return !kind.ok || kind.value;
}
