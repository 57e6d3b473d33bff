// How the membership desk is shown: what is due as lines with a way on, and choices of people.
import type { Membership, MembershipDue, NamedMember } from "$lib/ipc";
import type { Option } from "$lib/components/types";
import type { WorkItem } from "$lib/components/work";
import { roles } from "$words/roles";
import { offices, words } from "./membershipWords";

const icons = {
  termOver: "triangle-alert",
  officeWithoutSeat: "triangle-alert",
  roleWithoutOffice: "key-round",
  election: "gavel",
  termEnds: "clock",
  exitInterview: "message-square-text",
} as const satisfies Record<MembershipDue["kind"], WorkItem["icon"]>;

function said(due: MembershipDue): { title: string; text: string } {
  const { name } = due.member;
  switch (due.kind) {
    case "termOver":
      return words.due.termOver(name, due.on);
    case "termEnds":
      return words.due.termEnds(name, due.on);
    case "election":
      return words.due.election(name, offices[due.office], due.since);
    case "officeWithoutSeat":
      return words.due.officeWithoutSeat(name, offices[due.office]);
    case "exitInterview":
      return words.due.exitInterview(name, due.since);
    case "roleWithoutOffice":
      return words.due.roleWithoutOffice(name, roles[due.role]);
  }
}

export function dueLine(due: MembershipDue, open: (member: string) => void): WorkItem {
  const action = { label: words.open, onclick: () => open(due.member.id) };
  return { icon: icons[due.kind], ...said(due), action };
}

const option = ({ id, name }: NamedMember): Option => ({ value: id, label: name });
const nobody: Option = { value: "", label: words.choose };

/** The resident members on the day. */
export function residents(desk: Membership): Option[] {
  return [nobody, ...desk.seats.filter(({ seat }) => seat === "resident").map(({ member }) => option(member))];
}

/** Everybody on the members' list, and somebody who is not on it. */
export function everybody(desk: Membership): Option[] {
  const all = [...desk.seats, ...desk.others].map(({ member }) => member);
  all.sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  return [{ value: "", label: words.newPerson }, ...all.map(option)];
}

/** Whoever has no resident seat, and somebody who is not on the list. */
export function withoutResidentSeat(desk: Membership): Option[] {
  const seated = new Set(desk.seats.filter(({ seat }) => seat === "resident").map(({ member }) => member.id));
  return everybody(desk).filter(({ value }) => !seated.has(value));
}

export const choices = (all: Record<string, string>): Option[] =>
  Object.entries(all).map(([value, label]) => ({ value, label }));

export const noVote = () => ({ residents: "", advisers: "", agreed: "" });
