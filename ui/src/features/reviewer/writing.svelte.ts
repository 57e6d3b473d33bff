// A judgement on the screen, kept as it is written.
import {
  commands,
  type JudgementSaved,
  type Problem,
  type Reply,
  type ReviewerApplication,
  type TypedJudgement,
} from "$lib/ipc";
import { Desks, Keeping } from "$shell/keeping.svelte";
import { draft } from "./draft.svelte";

const questionsInForm = 7;

export class Writing extends Keeping<TypedJudgement, JudgementSaved> {
  readonly packId: string;
  readonly applicationId: string;

  constructor(application: ReviewerApplication) {
    const { packId, applicationId } = application;
    super(
      `${packId} ${applicationId}`,
      application.revision,
      whole(application.judgement, application.criteria.length),
    );
    this.packId = packId;
    this.applicationId = applicationId;
  }

  get judgement(): TypedJudgement {
    return this.content;
  }

  /** Another judgement takes its place on the screen, to be saved like typing. */
  use(judgement: TypedJudgement): void {
    this.content = whole(judgement, this.content.scores.length);
  }

  protected override blank(): TypedJudgement {
    return empty(0);
  }

  protected override save(revision: number, judgement: TypedJudgement): Promise<Reply<JudgementSaved>> {
    return commands.saveJudgement({
      packId: this.packId,
      applicationId: this.applicationId,
      revision,
      judgement,
    });
  }

  protected override kept(answer: JudgementSaved): void {
    draft.saved(answer.at);
  }

  protected override failed(problem: Problem): void {
    draft.failed(problem.title);
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

const desks = new Desks<Writing>();

/** Waits until everything written before is saved, or has failed. A view reads an application only after that. */
export const settled = (): Promise<void> => desks.settled();

/** The judgement in hand: the one that could not be saved, or a new one. Call `leave` when its screen goes. */
export function sitAt(application: ReviewerApplication): Writing {
  return desks.sitAt(`${application.packId} ${application.applicationId}`, () => new Writing(application));
}

/** Lets go of what was written here, to see what is kept. */
export const discard = (writing: Writing): void => {
  desks.discard(writing);
};

export const leave = (writing: Writing): void => {
  desks.leave(writing);
};
