// The code of conduct that a member signs, to be printed.
import type { Screen } from "$shell/screen";
import { papers } from "$words/papers";

export const agreementOf = (memberId: string, back: string): Screen => ({
  name: "document",
  kind: "memberAgreement",
  subject: memberId,
  title: papers.memberAgreement,
  back,
});
