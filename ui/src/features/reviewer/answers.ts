// What an application says, in the shapes that reading needs.
import type { TypedApplication } from "$lib/ipc";
import { penceTyped, pounds } from "$words/format";
import { words } from "./words";

const filled = (text: string): boolean => text.trim() !== "";

export function answerText(answer: { text: string } | undefined): string {
  return answer?.text.trim() ?? "";
}

/** The costs that say something; an amount as an amount where it is one, and as typed where it is not. */
export function filledCosts(content: Pick<TypedApplication, "costs">): { id: string; what: string; amount: string }[] {
  return content.costs
    .filter(({ what, amount }) => filled(what) || filled(amount))
    .map(({ id, what, amount }) => {
      const pence = penceTyped(amount);
      return { id, what, amount: pence === null ? amount : pounds(pence) };
    });
}

/** The ages and numbers of question 2 that were filled in. */
export function counted(people: TypedApplication["people"]): { term: string; value: string }[] {
  return [
    ...people.byAge.map(({ age, count }) => ({ term: words.aged(age), value: count })),
    { term: words.inAll, value: people.total },
    { term: words.fromArea, value: people.fromArea },
  ].filter(({ value }) => filled(value));
}
