// How amounts, dates and times are written. What crosses from the core is whole pence and ISO dates.

const pence = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const minus = "\u2212";

/** 125000 is "£1,250.00"; less than nothing has a real minus sign. */
export function pounds(amountPence: number): string {
  return `${amountPence < 0 ? minus : ""}£${pence.format(Math.abs(amountPence) / 100)}`;
}

/** For a column of money: "1,250.00", without the sign of the pound. */
export function figures(amountPence: number): string {
  return `${amountPence < 0 ? minus : ""}${pence.format(Math.abs(amountPence) / 100)}`;
}

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** To the nearest pound, for a chart: 125049 is "1,250". */
export function wholeFigures(amountPence: number): string {
  return `${amountPence < 0 ? minus : ""}${whole.format(Math.abs(amountPence) / 100)}`;
}

/** To the nearest pound, where the pence do not matter: "£1,250". */
export function wholePounds(amountPence: number): string {
  return `${amountPence < 0 ? minus : ""}£${whole.format(Math.abs(amountPence) / 100)}`;
}

/** For a spreadsheet: "1250.00", which it takes for a number. */
export function sheetFigures(amountPence: number): string {
  return (amountPence / 100).toFixed(2);
}

/** For a sum while typing: what a box holds, in pence, or null when it is not an amount. The core decides what counts. */
export function penceTyped(text: string): number | null {
  const plain = text.replace(/[£,\s]/g, "");
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}

function dateOf(iso: string): Date {
  // Noon keeps the day the same in every time zone.
  return new Date(`${iso.slice(0, 10)}T12:00:00`);
}
const write = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-GB", options);
  return (iso: string): string => format.format(dateOf(iso)).replace(",", "");
};

/** "Friday 20 January 2023" */
export const longDate = write({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
/** "Friday 20 January" */
export const dayDate = write({ weekday: "long", day: "numeric", month: "long" });
/** "20 January 2023" */
export const plainDate = write({ day: "numeric", month: "long", year: "numeric" });
/** "January 2023" */
export const monthYear = write({ month: "long", year: "numeric" });
/** "20 Jan", for tables */
export const shortDate = write({ day: "numeric", month: "short" });

/** "6:30pm", from an instant. */
export function clockTime(instant: string | Date): string {
  const at = typeof instant === "string" ? new Date(instant) : instant;
  const hours = at.getHours();
  return `${String(hours % 12 || 12)}:${String(at.getMinutes()).padStart(2, "0")}${hours < 12 ? "am" : "pm"}`;
}

/** The first letters of a name, for the round badge: "JP". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return (first.slice(0, 1) + last.slice(0, 1)).toUpperCase();
}

/** 1, "application", "applications" is "1 application". */
export function count(number: number, one: string, many: string): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}
