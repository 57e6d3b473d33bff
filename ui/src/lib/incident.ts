/** Gives a fault in the window four characters to read out over the phone, and writes it to the console once. */
export function incident(fault: unknown): string {
  const bytes = crypto.getRandomValues(new Uint8Array(2));
  const reference = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
  console.error(`incident ${reference}`, fault);
  return reference;
}
