// Where an agreement stands, in a sentence and what it means.
import type { IconName } from "$lib/components/icons";
import type { Kind } from "$lib/components/types";
import type { GrantView } from "$lib/ipc";
import { words } from "./words";

export type Standing = { kind: Kind; icon: IconName; title: string; text: string; tell: boolean };

export function standing(grant: GrantView): Standing {
  const said = (kind: Kind, icon: IconName, title: string, text: string, tell = false): Standing => ({
    kind,
    icon,
    title,
    text,
    tell,
  });
  if (grant.closedOn !== null || grant.cancelledOn !== null) return said("ok", "check", words.finished, "");
  if (grant.issuedOn === null) return said("warn", "mail", words.notTold, words.notToldText, true);
  if (grant.signedOn !== null) return said("ok", "circle-check", words.allSigned, words.signedOn(grant.signedOn));
  const late = grant.owed.find(({ duty, daysLate }) => duty === "getGroupSignature" && daysLate !== null)?.daysLate;
  const group = grant.unsigned.includes("group");
  const title = !group
    ? words.waitingPartnership
    : grant.unsigned.includes("partnership")
      ? words.waitingBoth
      : words.waitingGroup;
  const text = group && grant.returnBy !== null ? words.backBy(grant.returnBy) : words.noMoney;
  return late ? said("warn", "clock", `${title} ${words.late(late)}`, text) : said("info", "hourglass", title, text);
}
