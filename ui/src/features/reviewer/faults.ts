// What is wrong with a judgement, in words, by the field it stands beside.
import type { FieldError } from "$lib/components/types";
import type { FieldProblem, Problem, ReviewerApplication } from "$lib/ipc";
import { faultWords } from "$words/faults";
import { words } from "./words";

type About = Pick<ReviewerApplication, "askedPence" | "criteria">;

/** Every field that must be put right before it can be sealed; nothing when the problem is about no field. */
export function sealFaults(problem: Problem, about: About): FieldError[] {
  const { error } = problem;
  if (error.code !== "fields") return [];
  return error.problems.map((one) => {
    const field = one.field.replace(/^judgement\./, "");
    return { field, text: said({ ...one, field }, about) };
  });
}

function said(problem: FieldProblem, { askedPence, criteria }: About): string {
  const [name, place] = problem.field.split(".");
  if (name === "recommendation") return words.recommendationMissing;
  if (name === "scores") {
    const criterion = criteria[Number(place ?? 0)];
    return words.scoreWrong(criterion?.name ?? words.scores, problem.most ?? criterion?.most ?? 0);
  }
  if (name === "amount") {
    if (problem.fault === "noAmount") return words.amountMissing(askedPence);
    if (problem.fault === "nothingOfIt") return words.amountNothing;
    if (problem.fault === "notAPart") return words.amountNotAPart(askedPence);
  }
  const label = labelOf(name ?? "", place);
  return problem.fault === "tooLong" && problem.most !== null
    ? words.tooLong(label, problem.most)
    : faultWords(problem, label);
}

function labelOf(name: string, place: string | undefined): string {
  switch (name) {
    case "amount":
      return words.amountName;
    case "good":
      return words.good.replace("?", "");
    case "worries":
      return words.worries.replace("?", "");
    case "questions":
      return words.questions;
    case "helpsPlan":
      return words.helps.replace("?", "");
    case "comments":
      // The core counts questions from 1.
      return words.noteTo(Number(place ?? 1));
    default:
      return words.judgement;
  }
}
