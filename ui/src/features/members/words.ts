// Words of the list of members.
export const words = {
  title: "Members",
  lead: "Everybody who has a part in this register.",
  name: "Name",
  role: "Role",
  unlock: "Can unlock the register",
  yes: "Yes",
  no: "No",
} as const;
