// A judgement on the screen, and the saving of it as somebody types: one save at a time, and the last state wins.
import { commands, run, type Problem, type ReviewerApplication, type TypedJudgement } from "$lib/ipc";
import { hold } from "$shell/unsaved";
import { draft } from "./draft.svelte";

/** Saved this long after the last key, */
const pause = 300;
/** and never later than this after the first. */
const longest = 900;
/** After a failure. */
const again = 5000;
const questionsInForm = 7;

export class Writing {
  readonly packId: string;
  readonly applicationId: string;
  judgement: TypedJudgement = $state(empty(0));
  /** Why the last save did not succeed; what was typed is still here. */
  failure = $state.raw<Problem>();

  #revision: number;
  /** What this computer keeps, as text. */
  #safe: string;
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | undefined;

  constructor(application: ReviewerApplication) {
    this.packId = application.packId;
    this.applicationId = application.applicationId;
    this.#revision = application.revision;
    this.judgement = whole(application.judgement, application.criteria.length);
    this.#safe = this.#typed();
  }

  get unsaved(): boolean {
    return this.#typed() !== this.#safe;
  }

  /** Called after every change. Reading the judgement here makes an effect that calls this run again at the next one. */
  noticed(): void {
    if (!this.unsaved) return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pause, this.#since + longest - now));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** Saves until everything typed is safe. False when it failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.unsaved || this.#saving) {
      this.#saving ??= this.#save();
      if (!(await this.#saving)) return false;
    }
    return true;
  }

  /** Another judgement takes its place on the screen, to be saved like typing. */
  use(judgement: TypedJudgement): void {
    this.judgement = whole(judgement, this.judgement.scores.length);
  }

  /** The desk is locked: nothing typed stays in memory. */
  forget(): void {
    clearTimeout(this.#timer);
    this.judgement = empty(0);
    this.#safe = this.#typed();
  }

  async #save(): Promise<boolean> {
    const text = this.#typed();
    this.#since = undefined;
    const outcome = await run(
      commands.saveJudgement({
        packId: this.packId,
        applicationId: this.applicationId,
        revision: this.#revision,
        judgement: JSON.parse(text) as TypedJudgement,
      }),
    );
    this.#saving = undefined;
    if (outcome.ok) {
      this.#revision = outcome.value.revision;
      this.#safe = text;
      this.failure = undefined;
      draft.saved(outcome.value.at);
      return true;
    }
    this.failure = outcome.problem;
    draft.failed(outcome.problem.title);
    // Another window's typing is never overwritten, and a locked desk takes nothing.
    const { code } = outcome.problem.error;
    if (code !== "changedElsewhere" && code !== "locked" && code !== "notPermitted")
      this.#timer = setTimeout(() => void this.flush(), again);
    return false;
  }

  #typed(): string {
    return JSON.stringify(this.judgement);
  }
}

function empty(criteria: number): TypedJudgement {
  return {
    helpsPlan: null,
    good: "",
    worries: "",
    comments: Array.from({ length: questionsInForm }, () => ""),
    questions: "",
    scores: Array.from({ length: criteria }, () => ""),
    recommendation: null,
    amount: "",
  };
}

/** The same judgement with a box for everything: a note for each question, a score for each criterion. */
export function whole(judgement: TypedJudgement, criteria: number): TypedJudgement {
  const boxes = empty(criteria);
  return {
    ...structuredClone(judgement),
    comments: boxes.comments.map((_, index) => judgement.comments[index] ?? ""),
    scores: boxes.scores.map((_, index) => judgement.scores[index] ?? ""),
  };
}

/** Judgements whose typing is not safe yet, by pack and application: each outlives its screen until it is. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no view shows it
const desks = new Map<string, Writing>();
const key = ({ packId, applicationId }: Pick<Writing, "packId" | "applicationId">): string =>
  `${packId} ${applicationId}`;

hold({
  keep: () => settled(),
  forget: () => {
    for (const writing of desks.values()) writing.forget();
    desks.clear();
  },
});

/** Waits until everything typed before is saved, or has failed. A view reads an application only after that. */
export async function settled(): Promise<void> {
  await Promise.all([...desks.values()].map((writing) => writing.flush()));
}

/** The judgement in hand: the one that could not be saved, or a new one. Call `leave` when its screen goes. */
export function sitAt(application: ReviewerApplication): Writing {
  const kept = desks.get(key(application));
  if (kept?.unsaved) return kept;
  const writing = new Writing(application);
  desks.set(key(application), writing);
  return writing;
}

/** Lets go of what was typed here, to see what is kept. */
export function discard(writing: Writing): void {
  writing.forget();
  if (desks.get(key(writing)) === writing) desks.delete(key(writing));
}

export function leave(writing: Writing): void {
  void writing.flush().then((safe) => {
    if (safe && desks.get(key(writing)) === writing) desks.delete(key(writing));
  });
}
