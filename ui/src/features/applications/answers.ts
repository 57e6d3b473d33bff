// What an application says, as rows to read: the same words on the check page and in the received view.
import type { Session, TypedApplication } from "$lib/ipc";
import { pounds, penceTyped } from "$words/format";
import type { PagePart } from "./parts";
import { words } from "./words";

export type AnswerRow = { key: string; value: string | readonly string[]; part: Exclude<PagePart, "questions"> };

export function coverRows(content: TypedApplication): AnswerRow[] {
  const { receivedOn } = content;
  const contacts = content.contacts
    .map((one) => [one.name, one.position, one.phone, one.email].filter((text) => text.trim() !== "").join(", "))
    .filter((text) => text !== "");
  const date = [receivedOn.day, receivedOn.month, receivedOn.year].filter((text) => text.trim() !== "").join(" ");
  return [
    row(words.groupName, content.groupName, "group"),
    row(words.groupKind, content.groupKind === null ? "" : words.groupKinds[content.groupKind], "group"),
    row(words.summary, content.summary, "group"),
    { key: words.contact(1), value: contacts.length === 0 ? words.notGiven : contacts, part: "group" },
    { key: words.address, value: lines([content.address, content.postcode].join("\n")), part: "group" },
    row(words.receivedOn, date, "datesAndPayee"),
    row(words.heardHow, content.heardHow, "datesAndPayee"),
    row(words.payee, content.payeeName.trim() === "" ? words.payeeItself : content.payeeName, "datesAndPayee"),
  ];
}

export function questionRows(
  content: TypedApplication,
  session: Pick<Session, "priorities" | "questions">,
): AnswerRow[] {
  return session.questions.map((question) => {
    const answer = content.answers[question.number - 1];
    const text = linesOf(answer?.text ?? "");
    const boxes = besides(question.number, content, session);
    const own = question.number === 2 ? [...text, ...boxes] : [...boxes, ...text];
    const none = answer?.leftBlank ? words.leftBlank : words.notAnswered;
    return {
      key: `${String(question.number)}. ${question.text}`,
      value: own.length === 0 ? none : own,
      part: `question.${question.number as 1 | 2 | 3 | 4 | 5 | 6 | 7}`,
    };
  });
}

/** What a question has besides its words: ticks, numbers, costs. */
function besides(number: number, content: TypedApplication, session: Pick<Session, "priorities">): string[] {
  switch (number) {
    case 1:
      return session.priorities.filter(({ id }) => content.priorities.includes(id)).map(({ name }) => name);
    case 2:
      return [
        ...content.people.byAge.filter(({ count }) => count.trim() !== "").map(({ age, count }) => aged(age, count)),
        ...[content.people.total].filter(filled).map((total) => `${words.totalPeople}: ${total}`),
        ...[content.people.fromArea].filter(filled).map((from) => `${words.fromArea}: ${from}`),
      ];
    case 3:
      return [
        ...content.costs
          .filter(({ what, amount }) => filled(what) || filled(amount))
          .map(({ what, amount }) => `${what}: ${money(amount)}`),
        ...[content.asked].filter(filled).map((asked) => `${words.total}: ${money(asked)}`),
      ];
    default:
      return [];
  }
}

const filled = (text: string): boolean => text.trim() !== "";
const aged = (age: string, count: string): string => `${words.ageLabel(words.age(age))}: ${count}`;

/** As an amount where it is one, and as typed where it is not. */
function money(typed: string): string {
  const pence = penceTyped(typed);
  return pence === null ? typed : pounds(pence);
}

const linesOf = (text: string): string[] => text.split(/\n+/).filter(filled);

function lines(text: string): string | readonly string[] {
  const own = linesOf(text);
  return own.length === 0 ? words.notGiven : own;
}

function row(key: string, text: string, part: AnswerRow["part"]): AnswerRow {
  return { key, value: filled(text) ? text : words.notGiven, part };
}
