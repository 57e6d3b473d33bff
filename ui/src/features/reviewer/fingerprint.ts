// A fingerprint in the groups it is read out in: its own, or groups of four.
export function groupsOf(fingerprint: string): string[] {
  const own = fingerprint.split(/[\s-]+/).filter((group) => group !== "");
  return own.length > 1 ? own : (fingerprint.match(/.{1,4}/g) ?? []);
}
