// What is said of a member in one line.
import type { MemberRow } from "$lib/ipc";
import { words } from "./words";

/** Whether and how they can open anything. */
export function keysOf(member: MemberRow): string {
  if (member.leftOn !== null) return words.leftOn(member.leftOn);
  if (member.atRegister) return words.canUnlock;
  return member.fingerprint === null ? words.noKeys : words.hasCard(member.keysSince);
}
