// What is still to be saved. Before the register locks or the window closes, everybody who holds typing saves it.
export type Holder = {
  /** Saves what it holds now. It settles when that is done or has failed; it never throws. */
  keep: () => Promise<unknown>;
  /** The register is locked: nothing typed may stay in memory. */
  forget: () => void;
};

const holders = new Set<Holder>();

/** Returns the way to stop. */
export function hold(holder: Holder): () => void {
  holders.add(holder);
  return () => holders.delete(holder);
}

export async function keepAll(): Promise<void> {
  await Promise.all([...holders].map(({ keep }) => keep()));
}

export function forgetAll(): void {
  for (const { forget } of holders) forget();
}

// Somebody goes to another window, or closes this one: there may be no later moment.
for (const type of ["blur", "pagehide"]) globalThis.addEventListener(type, () => void keepAll());
