// What must be put right in the next plan, each in a sentence that names its box.
import type { FieldError } from "$lib/components/types";
import type { FieldProblem, TypedPlan } from "$lib/ipc";
import { faultWords } from "$words/faults";
import { words } from "./draftWords";

const { names } = words;

function lineName(plan: TypedPlan, place: number): string {
  const code = plan.lines[place]?.code.trim() ?? "";
  return code === "" ? names.lineNumber(place + 1) : code;
}

export function periodName(plan: TypedPlan, place: number): string {
  const name = plan.periods[place]?.name.trim() ?? "";
  return name === "" ? names.periodNumber(place + 1) : name;
}

function nameOf(field: string, plan: TypedPlan): string {
  const [list = "", at = "", part = "", in_ = ""] = field.split(".");
  const place = Number(at);
  const number = place + 1;
  if (list === "lines" && at !== "") {
    if (part === "code") return names.codeIn(number);
    if (part === "name") return names.nameIn(number);
    if (part === "priority") return names.priorityIn(number);
    if (part === "leadPartner") return names.leadIn(lineName(plan, place));
    if (part === "notes") return names.notesIn(lineName(plan, place));
    if (part === "yearBefore") return names.beforeIn(lineName(plan, place));
    if (part === "amounts") return names.amountIn(lineName(plan, place), periodName(plan, Number(in_)));
  }
  if (list === "periods" && at !== "") {
    if (part === "startsOn") return names.periodStartsIn(number);
    if (part === "endsOn") return names.periodEndsIn(number);
    return names.periodNameIn(number);
  }
  if (list === "priorities" && at !== "") {
    if (part === "outcomes") return names.hopesIn(number);
    if (part === "criteria") return names.criteriaIn(number);
    return names.priorityNameIn(number);
  }
  const own: unknown = (names as Partial<Record<string, unknown>>)[list];
  return typeof own === "string" ? own : names.other;
}

/** One thing on each line of a box: what is wrong with a line is wrong with its box. */
const boxOf = (field: string): string =>
  field.replace(/^(outcomes|priorities\.\d+\.(?:outcomes|criteria))\.\d+$/, "$1");

export const draftErrors = (problems: readonly FieldProblem[], plan: TypedPlan): FieldError[] =>
  problems.map((problem) => {
    const field = boxOf(problem.field);
    return { field, text: faultWords(problem, nameOf(field, plan)) };
  });
