// The parts of the typing: their order, their fields, and the names the fields have in a sentence.
import type { FieldProblem, Task } from "$lib/ipc";
import type { TypingPart } from "$shell/screen";

/** A page of the typing. */
export type PagePart = TypingPart;
export type QuestionPart = Extract<PagePart, `question.${string}`>;
export type Layout = "one" | "all";

export const questionNumbers = [1, 2, 3, 4, 5, 6, 7] as const;

export function isQuestion(part: PagePart): part is QuestionPart {
  return part.startsWith("question.");
}

/** 1 to 7, or 0 for a page that is no question. */
export function numberOf(part: PagePart): number {
  return isQuestion(part) ? Number(part.slice("question.".length)) : 0;
}

function order(layout: Layout): PagePart[] {
  const questions: PagePart[] =
    layout === "all" ? ["questions"] : questionNumbers.map((number) => `question.${number}` as const);
  return ["group", "datesAndPayee", ...questions];
}

/** The page after this one, or none after the last. */
export function after(part: PagePart, layout: Layout): PagePart | undefined {
  const pages = order(layout);
  const at = pages.indexOf(part);
  return at < 0 ? undefined : pages[at + 1];
}

/** On which page a field stands. */
export function partOf(field: string): Exclude<PagePart, "questions"> {
  const [root, place] = field.split(".");
  switch (root) {
    case "receivedOn":
    case "heardHow":
    case "payeeName":
      return "datesAndPayee";
    case "priorities":
      return "question.1";
    case "people":
      return "question.2";
    case "costs":
    case "asked":
      return "question.3";
    case "answers": {
      const number = questionNumbers.find((one) => one === Number(place) + 1);
      return number === undefined ? "question.1" : `question.${number}`;
    }
    default:
      return "group";
  }
}

/** What is wrong on one page. */
export function problemsOn(part: PagePart, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter(({ field }) => {
    const own = partOf(field);
    return part === "questions" ? isQuestion(own) : own === part;
  });
}

/** The page for a part on the task list, as this typist likes the questions. */
export function pageFor(part: Exclude<PagePart, "questions">, layout: Layout): PagePart {
  return layout === "all" && isQuestion(part) ? "questions" : part;
}

/** The first page that is not done, or the first of all. */
export function firstToDo(tasks: readonly Task[]): Exclude<PagePart, "questions"> {
  const task = tasks.find(({ part, done }) => !done && part !== "scan");
  const known = (["group", "datesAndPayee"] as const).find((part) => part === task?.part);
  const number = questionNumbers.find((one) => task?.part === `question.${one}`);
  return known ?? (number === undefined ? "group" : `question.${number}`);
}

/** Names at the start of a sentence: "The date the form was received must include a month". */
export const fieldNames: Record<string, string | ((place: number) => string)> = {
  groupName: "The name of the group",
  groupKind: "The kind of group",
  summary: "What the money is for",
  "contacts.*": (place) => (place === 1 ? "Each line about the contact" : `Each line about person ${String(place)}`),
  "contacts.*.name": "The name of the contact",
  "contacts.*.position": "The contact’s part in the group",
  "contacts.*.phone": "The phone number",
  "contacts.*.email": "The email address",
  address: "The address",
  postcode: "The postcode",
  heardHow: "How the group heard",
  payeeName: "Who holds the money",
  receivedOn: "The date the form was received",
  "people.byAge.*": "The number of people of an age",
  "people.byAge.*.count": "The number of people of an age",
  "people.total": "The number of people in all",
  "people.fromArea": "The number from the Big Local area",
  costs: "The number of costs",
  "costs.*.what": (place) => `What cost ${String(place)} is for`,
  "costs.*.amount": (place) => `Cost ${String(place)}`,
  asked: "The total asked for",
  "answers.*": (place) => `Question ${String(place)}`,
};

/** Which boxes of a date a fault is about. */
export function boxes(problem: FieldProblem | undefined): readonly ("day" | "month" | "year")[] {
  switch (problem?.fault) {
    case "noDay":
      return ["day"];
    case "noMonth":
      return ["month"];
    case "noYear":
    case "yearOfFourDigits":
      return ["year"];
    default:
      return ["day", "month", "year"];
  }
}
