// The typing desk of one application: what is on the screen, and the saving of it as somebody types.
import {
  commands,
  run,
  type ApplicationView,
  type FieldProblem,
  type Note,
  type Problem,
  type Sums,
  type Task,
  type TypedApplication,
} from "$lib/ipc";
import { saved } from "$shell/saved.svelte";
import { hold } from "$shell/unsaved";
import { words } from "./words";

/** Saved this long after the last key, */
const pause = 300;
/** and never later than this after the first. */
const longest = 900;
/** After a failure. */
const again = 5000;

export class Typing {
  readonly id: string;
  content: TypedApplication = $state(blank());
  tasks = $state.raw<Task[]>([]);
  sums = $state.raw<Sums>({ costsPence: 0, askedPence: null, differByPence: null });
  problems = $state.raw<FieldProblem[]>([]);
  notes = $state.raw<Note[]>([]);
  /** Why the last save did not succeed; what was typed is still here. */
  failure = $state.raw<Problem>();

  #revision: number;
  /** What the register holds, as text. */
  #safe: string;
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | undefined;

  constructor(view: ApplicationView, ageGroups: readonly string[]) {
    this.id = view.id;
    this.#revision = view.revision;
    this.content = whole(view.content, ageGroups);
    this.#safe = this.#typed();
    this.#take(view);
  }

  get unsaved(): boolean {
    return this.#typed() !== this.#safe;
  }

  /** Called after every change. Reading the content here makes an effect that calls this run again at the next one. */
  noticed(): void {
    if (!this.unsaved) return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pause, this.#since + longest - now));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** Saves until everything typed is safe. One save at a time, and the last typed state wins. False when it failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.unsaved || this.#saving) {
      this.#saving ??= this.#save();
      if (!(await this.#saving)) return false;
    }
    return true;
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.content = blank();
    this.#safe = this.#typed();
  }

  async #save(): Promise<boolean> {
    const text = this.#typed();
    this.#since = undefined;
    const outcome = await run(
      commands.saveTyping({
        applicationId: this.id,
        revision: this.#revision,
        content: JSON.parse(text) as TypedApplication,
      }),
    );
    this.#saving = undefined;
    if (outcome.ok) {
      this.#revision = outcome.value.revision;
      this.#safe = text;
      this.failure = undefined;
      this.#take(outcome.value);
      saved.now();
      return true;
    }
    this.failure = outcome.problem;
    saved.failed(words.notSaved(outcome.problem.title));
    // Another window's typing is never overwritten, and a locked register takes nothing.
    const { code } = outcome.problem.error;
    if (code !== "changedElsewhere" && code !== "locked" && code !== "notPermitted")
      this.#timer = setTimeout(() => void this.flush(), again);
    return false;
  }

  #take(answer: Pick<ApplicationView, "tasks" | "sums" | "problems" | "notes">): void {
    this.tasks = answer.tasks;
    this.sums = answer.sums;
    this.problems = answer.problems;
    this.notes = answer.notes;
  }

  #typed(): string {
    return JSON.stringify(this.content);
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

/** Desks whose typing is not safe yet, by application: it outlives its screen until it is. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no view shows it
const desks = new Map<string, Typing>();

hold({
  keep: () => settled(),
  forget: () => {
    for (const desk of desks.values()) desk.forget();
    desks.clear();
  },
});

/** Waits until everything typed before is saved, or has failed. A view reads an application only after that. */
export async function settled(): Promise<void> {
  await Promise.all([...desks.values()].map((desk) => desk.flush()));
}

/** The desk for an application: the one that could not be saved, or a new one. Call `leave` when its screen goes. */
export function sitAt(view: ApplicationView, ageGroups: readonly string[]): Typing {
  const kept = desks.get(view.id);
  if (kept?.unsaved) return kept;
  const desk = new Typing(view, ageGroups);
  desks.set(view.id, desk);
  return desk;
}

/** Lets go of what was typed here, to see what somebody else saved. */
export function discard(desk: Typing): void {
  desk.forget();
  if (desks.get(desk.id) === desk) desks.delete(desk.id);
}

export function leave(desk: Typing): void {
  void desk.flush().then((safe) => {
    if (safe && desks.get(desk.id) === desk) desks.delete(desk.id);
  });
}
