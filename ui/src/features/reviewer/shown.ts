// A judgement as lines to read: what stands for the meeting first.
import type { Criterion, TypedJudgement } from "$lib/ipc";
import { words } from "./words";

export type ShownRow = { term: string; text: string };

export function shownRows(judgement: TypedJudgement, criteria: readonly Criterion[]): ShownRow[] {
  const { recommendation, amount, helpsPlan } = judgement;
  const meeting =
    recommendation === null
      ? ""
      : recommendation === "fundPart"
        ? words.partOf(amount)
        : words.recommendations[recommendation];
  const rows: ShownRow[] = [
    { term: words.recommendation, text: meeting },
    { term: words.helps, text: helpsPlan === null ? "" : words.helpsAnswers[helpsPlan] },
    { term: words.good, text: judgement.good },
    { term: words.worries, text: judgement.worries },
    { term: words.questions, text: judgement.questions },
    ...criteria.map(({ name, most }, index) => ({
      term: words.score(name, most),
      text: judgement.scores[index] ?? "",
    })),
    ...judgement.comments.map((text, index) => ({ term: words.noteTo(index + 1), text })),
  ];
  return rows.filter(({ text }) => text.trim() !== "");
}
