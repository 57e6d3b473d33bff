// Where things stand along a bar. It places marks and reckons no money.

/** The five marks under a bar, in what the bar measures. */
export function marks(whole: number): number[] {
  return [0, 1, 2, 3, 4].map((quarter) => (quarter * whole) / 4);
}

/** How far along the bar, from 0 to 100. */
export function along(part: number, whole: number): number {
  return whole > 0 ? Math.max(0, Math.min(100, (part / whole) * 100)) : 0;
}
