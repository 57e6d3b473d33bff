// The next plan while it is typed: what is on the screen, and the sums and problems that the core answers to it.
import { commands, type FieldProblem, type PlanDraft, type Problem, type Reply, type TypedPlan } from "$lib/ipc";
import { Desks, Keeping } from "$shell/keeping.svelte";
import { saved } from "$shell/saved.svelte";
import { words } from "./draftWords";
import { blankPlan, whole } from "./typed";

type Answer = Omit<PlanDraft, "revision" | "plan">;

export class Drafting extends Keeping<TypedPlan, PlanDraft> {
  answer = $state.raw<Answer>({
    lineTotalsPence: [],
    shares: [],
    periodTotalsPence: [],
    totalPence: null,
    problems: [],
  });
  /** The revision the core holds: adopting names it. */
  revision = $state(0);

  constructor(draft: PlanDraft) {
    super("plan", draft.revision, whole(draft.plan));
    this.#take(draft);
  }

  get problems(): readonly FieldProblem[] {
    return this.answer.problems;
  }

  protected override blank(): TypedPlan {
    return blankPlan();
  }

  protected override save(revision: number, plan: TypedPlan): Promise<Reply<PlanDraft>> {
    return commands.savePlanDraft({ revision, plan });
  }

  protected override kept(answer: PlanDraft): void {
    this.#take(answer);
    saved.now();
  }

  protected override failed(problem: Problem): void {
    saved.failed(words.notSaved(problem.title));
  }

  #take({ revision, lineTotalsPence, shares, periodTotalsPence, totalPence, problems }: PlanDraft): void {
    this.revision = revision;
    this.answer = { lineTotalsPence, shares, periodTotalsPence, totalPence, problems };
  }
}

const desks = new Desks<Drafting>();

/** Waits until everything typed before is saved, or has failed. The draft is read only after that. */
export const settled = (): Promise<void> => desks.settled();

export const draftAt = (draft: PlanDraft): Drafting => desks.sitAt("plan", () => new Drafting(draft));

/** Lets go of what was typed here: it was thrown away, or somebody else saved another. */
export const discard = (desk: Drafting): void => {
  desks.discard(desk);
};

export const leave = (desk: Drafting): void => {
  desks.leave(desk);
};
