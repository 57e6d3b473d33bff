// A judgement that is typed at the register: one's own, or a reply on paper. It outlives its screen, and is forgotten
// when the register locks.
import type {
  AnswerInterestInput,
  InterestKind,
  Problem,
  Reach,
  RecordReviewInput,
  ReviewDesk,
  TypedDate,
  TypedJudgement,
} from "$lib/ipc";
import type { FieldError } from "$lib/components/types";
import { fieldErrors } from "$words/faults";
import { hold } from "$shell/unsaved";
import { noDate } from "../grant/dates";
import { sealFaults } from "../reviewer/faults";
import { words } from "./panelWords";

export type Says = "review" | "interest" | "unsure";

const whole = (judgement: TypedJudgement, criteria: number): TypedJudgement => ({
  ...structuredClone(judgement),
  comments: Array.from({ length: 7 }, (_, index) => judgement.comments[index] ?? ""),
  scores: Array.from({ length: criteria }, (_, index) => judgement.scores[index] ?? ""),
});

export class Reply {
  judgement: TypedJudgement = $state({} as TypedJudgement);
  says = $state<Says>("review");
  on = $state<TypedDate>({ ...noDate });
  kinds = $state<string[]>([]);
  reach = $state("");
  how = $state("");

  constructor(desk: ReviewDesk) {
    this.judgement = whole(desk.judgement, desk.criteria.length);
  }

  review(desk: ReviewDesk): RecordReviewInput {
    const { roundId, memberId, applicationId } = desk;
    const judgement = $state.snapshot(this.judgement);
    return { roundId, memberId, applicationId, on: desk.mine ? { ...noDate } : { ...this.on }, judgement };
  }

  answer(desk: ReviewDesk): AnswerInterestInput {
    const interest = this.says === "interest";
    return {
      applicationId: desk.applicationId,
      answer: interest ? "interest" : this.says === "review" ? "noInterest" : "unsure",
      kinds: interest ? (this.kinds as InterestKind[]) : [],
      reach: interest && this.reach !== "" ? (this.reach as Reach) : null,
      how: interest ? this.how.trim() : "",
    };
  }

  /** What the core wants put right, beside its field; nothing when the problem is about no field. */
  faults(problem: Problem, desk: ReviewDesk): FieldError[] {
    const { error } = problem;
    if (error.code !== "fields") return [];
    const own = error.problems
      .map((one) => ({ ...one, field: one.field.replace(/^answer\./, "").replace(/^kinds\..*$/, "kinds") }))
      .filter(({ field }) => ["on", "kinds", "reach", "how"].includes(field));
    const others = sealFaults(problem, desk).filter(
      ({ field }) => !["on", "answer"].includes((field ?? "").split(".")[0] ?? ""),
    );
    return [...fieldErrors(own, words.names), ...(this.says === "review" ? others : [])];
  }
}

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no view shows it
const replies = new Map<string, Reply>();
const key = ({ roundId, memberId, applicationId }: ReviewDesk): string => [roundId, memberId, applicationId].join(" ");

hold({
  keep: () => Promise.resolve(),
  forget: () => {
    replies.clear();
  },
});

export function replyFor(desk: ReviewDesk): Reply {
  const reply = replies.get(key(desk)) ?? new Reply(desk);
  replies.set(key(desk), reply);
  return reply;
}

/** It is kept. */
export function letGo(desk: ReviewDesk): void {
  replies.delete(key(desk));
}
