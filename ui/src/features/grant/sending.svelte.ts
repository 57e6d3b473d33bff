// A form on its way to the core: sent once at a time, and what came back when it was refused. What was typed stays.
import { run, type FieldProblem, type Problem, type Reply } from "$lib/ipc";
import type { FieldError } from "$lib/components/types";
import { fieldErrors } from "$words/faults";
import { refusalWords, type RefusalField, type Said } from "$words/grantRefusals";

export type FormWords = {
  /** "This payment cannot be recorded" */
  cannot: string;
  /** Each field's name at the start of a sentence, by its name in the input. Its box has this name as its id. */
  names: Partial<Record<string, string | ((place: number) => string)>>;
  /** Which field a refusal is about, when its name in the input is another. */
  about?: Partial<Record<RefusalField, string>> | undefined;
  /** Problems that belong to one field of this form. */
  problems?: Partial<Record<Problem["error"]["code"], FieldError>> | undefined;
};

export type Failure = { title: string | undefined; lines: readonly FieldError[]; way: string | undefined };

function plain(problem: FieldProblem): FieldProblem {
  return { ...problem, field: problem.field.replace(/^content\./, "") };
}

/** What the form shows for a problem. */
export function failureOf(problem: Problem, words: FormWords, said: Said): Failure {
  const { error } = problem;
  const own = words.problems?.[error.code];
  if (own) return { title: words.cannot, lines: [own], way: undefined };
  if (error.code === "fields")
    return { title: undefined, lines: fieldErrors(error.problems.map(plain), words.names), way: undefined };
  if (error.code === "grantRefused") {
    const refusal = refusalWords(error.refusal, said);
    const field = refusal.field && (words.about?.[refusal.field] ?? refusal.field);
    const has = field !== undefined && field in words.names;
    return { title: words.cannot, lines: [{ field: has ? field : undefined, text: refusal.text }], way: refusal.way };
  }
  // A refusal about one field of this form stands beside it.
  const field = problem.field && (words.about?.[problem.field as RefusalField] ?? problem.field);
  if (field !== undefined && field in words.names)
    return { title: words.cannot, lines: [{ field, text: problem.title }], way: problem.body };
  return { title: problem.title, lines: [{ text: problem.body }], way: undefined };
}

export class Sending {
  readonly #words: FormWords;
  #failure = $state.raw<Failure>();
  #busy = false;

  constructor(words: FormWords) {
    this.#words = words;
  }

  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** The words beside a field. */
  beside(field: string): string | undefined {
    return this.#failure?.lines.find((line) => line.field === field)?.text;
  }

  forget(): void {
    this.#failure = undefined;
  }

  /** True when it was recorded. */
  async send(command: () => Promise<Reply<unknown>>, said: Said = {}): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const outcome = await run(command());
    this.#busy = false;
    this.#failure = outcome.ok ? undefined : failureOf(outcome.problem, this.#words, said);
    return outcome.ok;
  }
}
