// A round as it is typed: what is ticked, who gets it how, and what goes to the core.
import type {
  Criterion,
  Medium,
  Round,
  RoundApplication,
  RoundChoices,
  RoundInput,
  RoundPerson,
  TypedDate,
} from "$lib/ipc";
import type { FieldError } from "$lib/components/types";
import { inBoxes, noDate } from "../grant/dates";
import { words } from "./words";

export type TypedCriterion = { name: string; most: string };

export class RoundForm {
  name = $state("");
  returnBy = $state<TypedDate>({ ...noDate });
  applicationIds = $state<string[]>([]);
  /** How each reviewer that is ticked gets it. */
  media = $state<Partial<Record<string, Medium>>>({});
  criteria = $state<TypedCriterion[]>([]);
  readonly applications: readonly RoundApplication[];
  readonly people: readonly RoundPerson[];

  constructor(choices: RoundChoices, round: Round | undefined, today: string) {
    const own = round?.applications ?? [];
    this.applications = [...own, ...choices.applications.filter(({ id }) => !own.some((one) => one.id === id))];
    const readers = round?.readers ?? [];
    this.people = [
      ...choices.people,
      ...readers.filter(({ memberId }) => !choices.people.some((one) => one.memberId === memberId)),
    ];
    this.name = round?.row.name ?? words.nameOf(today);
    if (round) this.returnBy = inBoxes(round.row.returnBy);
    this.applicationIds = own.map(({ id }) => id);
    this.media = Object.fromEntries(readers.map(({ memberId, medium }) => [memberId, medium]));
    this.criteria = (round?.criteria ?? choices.criteria).map(({ name, most }) => ({ name, most: String(most) }));
  }

  get ticked(): readonly RoundApplication[] {
    return this.applications.filter(({ id }) => this.applicationIds.includes(id));
  }

  tick(person: RoundPerson, on: boolean): void {
    const others = Object.entries(this.media).filter(([memberId]) => memberId !== person.memberId);
    const mine: [string, Medium][] = on ? [[person.memberId, person.hasKeys ? "pack" : "paper"]] : [];
    this.media = Object.fromEntries([...others, ...mine]);
  }

  /** What is missing before anything is sent; the core checks the rest. */
  missing(): FieldError[] {
    return [
      ...(this.applicationIds.length === 0 ? [{ field: "applicationIds", text: words.noneTicked }] : []),
      ...(Object.keys(this.media).length === 0 ? [{ field: "reviewers", text: words.noReviewer }] : []),
    ];
  }

  input(): RoundInput {
    return {
      name: this.name,
      returnBy: { ...this.returnBy },
      applicationIds: this.ticked.map(({ id }) => id),
      reviewers: this.people.flatMap(({ memberId }) => {
        const medium = this.media[memberId];
        return medium ? [{ memberId, medium }] : [];
      }),
      criteria: this.#criteria(),
    };
  }

  /** A line left empty is no criterion. A score that is no number is sent as nought, which the core refuses. */
  #criteria(): Criterion[] {
    return this.criteria
      .filter(({ name, most }) => name.trim() !== "" || most.trim() !== "")
      .map(({ name, most }) => ({ name, most: /^\d{1,3}$/.test(most.trim()) ? Math.min(255, Number(most)) : 0 }));
  }
}
