// What is wrong, in words, with a way to the page of each field.
import type { FieldError } from "$lib/components/types";
import type { FieldProblem } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import { fieldErrors } from "$words/faults";
import { fieldNames, pageFor, partOf, type Layout } from "./parts";

/** For the page on which the fields stand. */
export function errorsHere(problems: readonly FieldProblem[]): FieldError[] {
  return fieldErrors(problems, fieldNames);
}

/** For a page that has only the list: each line opens the page of its field, with the error shown there. */
export function errorsElsewhere(id: string, problems: readonly FieldProblem[], layout: Layout): FieldError[] {
  return errorsHere(problems).map((error) => {
    const field = error.field;
    if (field === undefined) return error;
    return { ...error, go: () => navigation.go({ name: "typing", id, part: pageFor(partOf(field), layout), field }) };
  });
}
