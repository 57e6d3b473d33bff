// What is wrong with a field, in a sentence that begins with the name of the field.
import type { FieldError } from "$lib/components/types";
import type { FieldFault, FieldProblem } from "$lib/ipc/bindings";

const faults = {
  missing: () => "is missing",
  notSettled: () => "must be answered, or marked as left blank on the paper",
  noAmount: () => "must be an amount in pounds, like 54 or 54.00",
  notAnAmount: () => "must be an amount in pounds, like 54 or 54.00",
  tooManyDecimals: () => "must be in pounds and whole pence, like 54.25",
  negative: () => "must not be less than nothing",
  tooLarge: () => "is too large",
  noDate: () => "must be a date, like 13 1 2023",
  noDay: () => "must include a day",
  noMonth: () => "must include a month",
  noYear: () => "must include a year",
  yearOfFourDigits: () => "must have a year of four figures, like 2023",
  notARealDate: () => "must be a real date",
  inFuture: () => "must be today or earlier",
  notANumber: () => "must be a whole number, like 12",
  notATime: () => "must be a time, like 6:30pm",
  tooLong: (most) => (most === null ? "is too long" : `must be ${most.toLocaleString("en-GB")} or fewer`),
  otherFingerprint: () => "is not the one of these keys",
  nothingOfIt: () => "must be more than nothing",
  notAPart: () => "must be less than the group asks for",
  score: (most) => `must be a whole number from 0 to ${String(most ?? 0)}`,
  days: (most) => `must be from 1 to ${String(most ?? 1)} days`,
  atLeast: (most) => `must be ${String(most ?? 1)} or more`,
  atMost: (most) => `must be ${String(most ?? 0)} or fewer`,
  oneSelf: () => "must be recorded by somebody else when it is about you",
  twice: () => "is there twice",
  outsideThePlan: () => "must be within the dates of the plan",
  overlaps: () => "must be after the end of the period before it",
  noSuch: () => "must be one that is there",
  notLetters: () => "must be letters only, like CC",
  tooShort: (most) => (most === null ? "is too short" : `must have ${String(most)} letters or more`),
  endsBeforeItBegins: () => "must be after the day it began",
  termTooLong: (most) => (most === null ? "is too long" : `must be within ${String(most)} years of the start`),
  sortCode: () => "must be six figures, like 04-00-10",
  accountNumber: () => "must be six to eight figures",
} satisfies Record<FieldFault, (most: number | null) => string>;

export function faultWords(problem: FieldProblem, name: string): string {
  return `${name} ${faults[problem.fault](problem.most)}`;
}

/**
 * What a summary shows. `names` gives each field its name at the start of a sentence: "The date it came". A place in a
 * list is found by its pattern: `costs.*.amount`, given the number of the line from 1.
 */
export function fieldErrors(
  problems: readonly FieldProblem[],
  names: Partial<Record<string, string | ((place: number) => string)>>,
): FieldError[] {
  return problems.map((problem) => {
    const place = /\.(\d+)/.exec(problem.field)?.[1];
    const name = names[problem.field] ?? names[problem.field.replace(/\.\d+/g, ".*")] ?? "This";
    const words = typeof name === "string" ? name : name(Number(place ?? 0) + 1);
    return { field: problem.field, text: faultWords(problem, words) };
  });
}
