// A refused form at the meeting: what cannot be done, the field it belongs to, and the way on.
import type { FieldError } from "$lib/components/types";
import type { Problem } from "$lib/ipc";
import { fieldErrors } from "$words/faults";
import { refusalError } from "../decisions/refusal";
import { fieldNames } from "./words";

export type Failure = { errors: readonly FieldError[]; title?: string | undefined; way?: string | undefined };

/** The letter gives the reason of the meeting, so both are typed in one box. */
const box = (field: string | undefined): string | undefined => (field === "reasons" ? "reason" : field);

export function failureOf(problem: Problem, cannot: string): Failure {
  const { error } = problem;
  if (error.code === "fields")
    return {
      errors: fieldErrors(
        error.problems.map((one) => ({ ...one, field: box(one.field) ?? one.field })),
        fieldNames,
      ),
    };
  if (error.code === "decisionRefused") {
    const refused = refusalError(error.refusal);
    return { title: cannot, errors: [{ ...refused, field: box(refused.field) }] };
  }
  return { title: cannot, errors: [{ field: problem.field, text: problem.title }], way: problem.body };
}
