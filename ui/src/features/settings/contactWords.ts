// Words of how the partnership is reached.
export const words = {
  title: "How to reach the partnership",
  lead: "Letters and forms have this on top. It is kept in the register, for everyone who works at it.",
  address: "Address",
  addressHint: "One line a line, as on an envelope.",
  phone: "Telephone",
  email: "Email",
  save: "Keep this",
  saved: "The address is kept",
  nothing: "Nothing yet. The co-ordinator can add it.",
  form: {
    cannot: "This cannot be kept",
    names: { address: "The address", phone: "The telephone", email: "The email" },
  },
} as const;
