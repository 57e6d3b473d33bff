// How a day stands to today.
export function daysLate(today: string, day: string): number {
  const at = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T12:00:00Z`);
  return Math.round((at(today) - at(day)) / 86_400_000);
}
