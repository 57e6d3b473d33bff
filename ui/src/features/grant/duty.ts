// What is owed, as something to do: a sentence, its icon, its button and the view where it is done.
import type { IconName } from "$lib/components/icons";
import type { Duty, Owed } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { words } from "./words";

const icons = {
  finishTyping: "pencil",
  decide: "gavel",
  decideAgain: "gavel",
  tellGroup: "mail",
  getGroupSignature: "signature",
  getPartnershipSignature: "signature",
  askAccount: "landmark",
  checkAccount: "shield-check",
  checkChangedAccount: "octagon-alert",
  meetCondition: "circle-check",
  pay: "pound-sterling",
  getFeedback: "message-square-text",
  getMoneyBack: "hand-coins",
  close: "archive",
} as const satisfies Record<Duty, IconName>;

export const dutyIcon = (duty: Duty): IconName => icons[duty];

export type About = { owed: Owed; applicationId: string; grantId: string | null; groupName: string | null };

export function dutySentence({ owed, groupName }: About): string {
  const write: (told: { group: string; amount: number | null }) => string = words.duty[owed.duty];
  return write({ group: groupName ?? words.hidden.toLowerCase(), amount: owed.amountPence });
}

/** What it means now and who does it; and while it is in time, by when or since when. */
export function dutyText({ owed }: About): string {
  const inTime = owed.dueOn ? words.dueOn(owed.dueOn) : words.since(owed.since);
  return [words.why[owed.duty], owed.daysLate === null ? inTime : ""].filter(Boolean).join(" ");
}

export function lateWords({ daysLate }: Owed): string | undefined {
  return daysLate === null ? undefined : `${words.daysLate(daysLate)}.`;
}

/** Where it is done. */
export function dutyScreen({ owed, applicationId, grantId }: About): Screen {
  const application: Screen = { name: "application", id: applicationId };
  if (owed.duty === "tellGroup") return { name: "tellGroup", id: applicationId };
  if (grantId === null) return application;
  switch (owed.duty) {
    case "finishTyping":
    case "decide":
    case "decideAgain":
      return application;
    case "getGroupSignature":
    case "getPartnershipSignature":
      return { name: "agreement", id: grantId };
    case "askAccount":
    case "checkAccount":
    case "checkChangedAccount":
    case "meetCondition":
    case "pay":
      return { name: "payments", id: grantId };
    case "getFeedback":
      return { name: "grant", id: grantId };
    case "getMoneyBack":
    case "close":
      return { name: "recordFeedback", id: grantId };
  }
}
