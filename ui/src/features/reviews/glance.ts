// What the reviews say together, ready to be drawn.
import type { Panel, Recommendation, RoundApplication, Together } from "$lib/ipc";
import { words } from "./panelWords";

export type Share = { recommendation: Recommendation; number: number };

/** How many recommend each, in the order of how much they would give; those that nobody recommends are left out. */
export function shares(together: Together): Share[] {
  const all: Share[] = [
    { recommendation: "fundInFull", number: together.inFull },
    { recommendation: "fundPart", number: together.inPart },
    { recommendation: "askForMore", number: together.askForMore },
    { recommendation: "doNotFund", number: together.doNotFund },
  ];
  return all.filter(({ number }) => number > 0);
}

/** In one sentence, how far they agree. */
export function agreed(together: Together): string {
  const [leading] = shares(together).toSorted((a, b) => b.number - a.number);
  const { reviews, inFull, inPart } = together;
  // They differ in how much and not in whether: the meeting should hear that.
  if (reviews > 1 && inFull > 0 && inPart > 0 && inFull + inPart === reviews) return words.allWouldFund(reviews);
  return words.agreement(together.agreement, reviews, leading ? words.saying[leading.recommendation] : "");
}

export type Spread = { lowest: number; middle: number; highest: number };

export function spreadOf(together: Together): Spread | undefined {
  const { lowestPence, middlePence, highestPence } = together;
  if (lowestPence === null || middlePence === null || highestPence === null) return undefined;
  return { lowest: lowestPence, middle: middlePence, highest: highestPence };
}

/** Where an amount stands on the line from nothing to what was asked, in hundredths. */
export function along(pence: number, asked: number): number {
  return asked <= 0 ? 0 : Math.max(0, Math.min(100, (pence / asked) * 100));
}

export type Around = {
  at: number;
  of: number;
  previous: RoundApplication | undefined;
  next: RoundApplication | undefined;
};

/** The applications before and after this one, in the order of their references. */
export function neighbours(panel: Panel): Around {
  const own = { id: panel.applicationId, reference: panel.reference };
  const all = [...panel.others.filter(({ id }) => id !== own.id), own].toSorted((a, b) =>
    a.reference.localeCompare(b.reference, "en-GB", { numeric: true }),
  );
  const at = all.findIndex(({ id }) => id === own.id);
  const other = (index: number): RoundApplication | undefined =>
    panel.others.find(({ id }) => id !== own.id && id === all[index]?.id);
  return { at: at + 1, of: all.length, previous: other(at - 1), next: other(at + 1) };
}
