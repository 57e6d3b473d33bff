// The typing desk of one application: what is on the screen, and what the core answers to it.
import {
  commands,
  type ApplicationView,
  type FieldProblem,
  type Note,
  type Problem,
  type Reply,
  type Sums,
  type Task,
  type TypedApplication,
  type TypingSaved,
} from "$lib/ipc";
import { Desks, Keeping } from "$shell/keeping.svelte";
import { saved } from "$shell/saved.svelte";
import { words } from "./words";

type Answer = Pick<ApplicationView, "tasks" | "sums" | "problems" | "notes">;

export class Typing extends Keeping<TypedApplication, TypingSaved> {
  tasks = $state.raw<Task[]>([]);
  sums = $state.raw<Sums>({ costsPence: 0, askedPence: null, differByPence: null });
  problems = $state.raw<FieldProblem[]>([]);
  notes = $state.raw<Note[]>([]);

  constructor(view: ApplicationView, ageGroups: readonly string[]) {
    super(view.id, view.revision, whole(view.content, ageGroups));
    this.#take(view);
  }

  protected override blank(): TypedApplication {
    return blank();
  }

  protected override save(revision: number, content: TypedApplication): Promise<Reply<TypingSaved>> {
    return commands.saveTyping({ applicationId: this.id, revision, content });
  }

  protected override kept(answer: TypingSaved): void {
    this.#take(answer);
    saved.now();
  }

  protected override failed(problem: Problem): void {
    saved.failed(words.notSaved(problem.title));
  }

  #take(answer: Answer): void {
    this.tasks = answer.tasks;
    this.sums = answer.sums;
    this.problems = answer.problems;
    this.notes = answer.notes;
  }
}

function blank(): TypedApplication {
  return {
    groupName: "",
    groupKind: null,
    summary: "",
    contacts: [],
    address: "",
    postcode: "",
    heardHow: "",
    payeeName: "",
    receivedOn: { day: "", month: "", year: "" },
    priorities: [],
    people: { byAge: [], total: "", fromArea: "" },
    costs: [],
    asked: "",
    answers: [],
  };
}

/** The same content with a box for everything: one contact, every age group, three cost lines, seven answers. */
function whole(content: TypedApplication, ageGroups: readonly string[]): TypedApplication {
  const copy = structuredClone(content);
  if (copy.contacts.length === 0) copy.contacts.push({ name: "", position: "", phone: "", email: "" });
  const counted = new Map(copy.people.byAge.map(({ age, count }) => [age, count]));
  copy.people.byAge = ageGroups.map((age) => ({ age, count: counted.get(age) ?? "" }));
  while (copy.costs.length === 0 || (copy.costs.length < 3 && copy.costs.every(isEmpty)))
    copy.costs.push({ id: crypto.randomUUID(), what: "", amount: "" });
  while (copy.answers.length < 7) copy.answers.push({ text: "", leftBlank: false });
  return copy;
}

function isEmpty(cost: { what: string; amount: string }): boolean {
  return cost.what.trim() === "" && cost.amount.trim() === "";
}

/** Nothing is typed under this question. */
export function isUntouched(content: TypedApplication, number: number): boolean {
  const { text } = content.answers[number - 1] ?? { text: "" };
  if (text.trim() !== "") return false;
  if (number === 1) return content.priorities.length === 0;
  if (number === 2) return [content.people.total, content.people.fromArea].every((one) => one.trim() === "");
  if (number === 3) return content.asked.trim() === "" && content.costs.every(isEmpty);
  return true;
}

const desks = new Desks<Typing>();

/** Waits until everything typed before is saved, or has failed. A view reads an application only after that. */
export const settled = (): Promise<void> => desks.settled();

/** The desk for an application: the one that could not be saved, or a new one. Call `leave` when its screen goes. */
export function sitAt(view: ApplicationView, ageGroups: readonly string[]): Typing {
  return desks.sitAt(view.id, () => new Typing(view, ageGroups));
}

/** Lets go of what was typed here, to see what somebody else saved. */
export const discard = (desk: Typing): void => {
  desks.discard(desk);
};

export const leave = (desk: Typing): void => {
  desks.leave(desk);
};
