// Invented members, their keys, interests and embargoes, for looking at the window.
import type { MemberRow } from "$lib/ipc";

const member = (part: Partial<MemberRow> & Pick<MemberRow, "id" | "name" | "role">): MemberRow => ({
  residency: "lives",
  startedOn: "2022-04-01",
  termEndsOn: "2025-03-31",
  leftOn: null,
  atRegister: false,
  fingerprint: null,
  keysSince: null,
  readsSealed: false,
  me: false,
  ...part,
});
const keys = { fingerprint: "K7QF2MXA9TDR5WHP", keysSince: "2022-11-04T10:00:00Z", readsSealed: true };

export const members: MemberRow[] = [
  member({
    id: "1",
    name: "Joan Pelham",
    role: "coordinator",
    residency: "works",
    termEndsOn: null,
    atRegister: true,
    me: true,
    ...keys,
  }),
  member({ id: "2", name: "Marcia Lowe", role: "chair", atRegister: true, ...keys }),
  member({ id: "5", name: "Ken Ashby", role: "reviewer", ...keys, keysSince: "2023-01-09T10:00:00Z" }),
  member({ id: "6", name: "Grace Adeyemi", role: "viceChair", ...keys }),
  member({ id: "7", name: "Doreen Pike", role: "reviewer", readsSealed: false }),
  member({ id: "3", name: "Ken Osei", role: "resident" }),
  member({
    id: "4",
    name: "Anita Joyce",
    role: "ltoClerk",
    residency: null,
    termEndsOn: null,
    atRegister: true,
    ...keys,
    readsSealed: false,
  }),
  member({ id: "8", name: "Terry Moult", role: "resident", leftOn: "2022-12-15" }),
];
