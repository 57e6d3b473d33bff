// What the gate shows of people and of faults.
import type { NamedPerson, Problem } from "$lib/ipc";
import { interestWords as words } from "$words/interest";
import type { FieldError } from "./types";

/** Each part once, with everybody who plays it. */
export function peopleFacts(people: readonly NamedPerson[]): { term: string; value: string }[] {
  const parts = [...new Set(people.map(({ part }) => part))];
  return parts.map((part) => ({
    term: part,
    value: people
      .filter((one) => one.part === part)
      .map(({ name }) => name)
      .join(", "),
  }));
}

/** The fields of the answer that the core did not take, in words. Other problems belong to no field. */
export function faultsOfGate(problem: Problem): FieldError[] {
  const { error } = problem;
  if (error.code !== "fields") return [];
  return error.problems.map(({ field, fault, most }) => {
    const name = field.replace(/^answer\./, "").replace(/\..*$/, "");
    if (name === "kinds") return { field: name, text: words.kindMissing };
    if (name === "reach") return { field: name, text: words.reachMissing };
    if (name === "how")
      return { field: name, text: fault === "tooLong" && most !== null ? words.howTooLong(most) : words.howMissing };
    return { field: "answer", text: words.choose };
  });
}
