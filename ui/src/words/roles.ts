// What a person is to the partnership, in words.
import type { Role } from "$lib/ipc/bindings";

export const roles = {
  coordinator: "Co-ordinator",
  chair: "Chair",
  viceChair: "Vice-chair",
  resident: "Resident member",
  reviewer: "Reviewer",
  advisory: "Advisory member",
  ltoClerk: "LTO payments",
  readOnly: "May read only",
} as const satisfies Record<Role, string>;
