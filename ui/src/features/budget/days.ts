// The days as of which the spendometer can be seen: the ends of the months so far, or a day in three boxes.
import type { FieldFault, TypedDate } from "$lib/ipc";

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
/** How many days a month has. Months count from 1. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, day: date };
}

export function isMonthEnd(day: string): boolean {
  const at = partsOf(day);
  return at.day === daysIn(at.year, at.month);
}

/** The last days of the months from one day until before another, the newest first. */
export function monthEnds(from: string, before: string): string[] {
  const start = partsOf(from);
  const ends: string[] = [];
  for (let { year, month } = start; ; month === 12 ? ((year += 1), (month = 1)) : (month += 1)) {
    const end = iso(year, month, daysIn(year, month));
    if (end >= before) return ends.reverse();
    ends.push(end);
  }
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthOf(text: string): number {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  return /^[a-z]{3,9}$/.test(typed) ? months.indexOf(typed.slice(0, 3)) + 1 : 0;
}

export type DayRead = { day: string } | { fault: FieldFault };

/** A day in three boxes, as a date of the calendar. The month may be a word, the year two figures. */
export function readDay({ day, month, year }: TypedDate): DayRead {
  const [dayText, yearText] = [day.trim(), year.trim()];
  if (!dayText && !month.trim() && !yearText) return { fault: "noDate" };
  if (!dayText) return { fault: "noDay" };
  if (!month.trim()) return { fault: "noMonth" };
  if (!yearText) return { fault: "noYear" };
  const number = monthOf(month);
  if (!/^\d{1,2}$/.test(dayText) || number < 1 || number > 12) return { fault: "notARealDate" };
  if (!/^(\d{2}|\d{4})$/.test(yearText)) return { fault: "yearOfFourDigits" };
  const full = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const date = Number(dayText);
  if (date < 1 || date > daysIn(full, number)) return { fault: "notARealDate" };
  return { day: iso(full, number, date) };
}
