// Words of the letters that are made many at once.
import type { MailKind, MailLine, MailMissing, MissingReason, ReminderTone } from "$lib/ipc";
import { count, shortDate } from "$words/format";
import { papers } from "$words/papers";

const letters = (number: number): string => count(number, "letter", "letters");
const reminders = {
  friendly: "Friendly reminder",
  firm: "Firm reminder",
} satisfies Record<ReminderTone, string>;
const missing = {
  notDecided: "no decision of this meeting is recorded",
  decidedAgain: "a later decision took its place",
  grantOver: "the grant is closed or cancelled",
} satisfies Record<MissingReason, string>;

export const words = {
  printLetters: "Print the letters",
  printReminders: "Print the reminders",
  titles: {
    decisionLetters: "Letters of this meeting",
    agreements: "Letters of this meeting",
    reminders: "Reminders of what is late",
  } satisfies Record<MailKind, string>,
  leads: {
    decisionLetters: "What each group is told. Tick the letters that you want on paper.",
    agreements: "What each group signs. Ask for two copies to be signed, one for each side.",
    reminders: "One letter for each group, about all that is late. Tick the letters that you want on paper.",
  } satisfies Record<MailKind, string>,
  which: "Which letters",
  kinds: {
    decisionLetters: "Decision letters",
    agreements: "Agreements",
    reminders: "Reminders",
  } satisfies Record<MailKind, string>,
  opening: "Looking for what there is to print...",
  emptyTitles: {
    decisionLetters: "There are no letters of this meeting",
    agreements: "There are no agreements of this meeting",
    reminders: "Nothing is late",
  } satisfies Record<MailKind, string>,
  emptyTexts: {
    decisionLetters: "When the meeting has decided about an application, its letter is here.",
    agreements: "When the meeting has approved an application, its agreement is here.",
    reminders: "When a group is late with its agreement, its feedback or its receipts, a letter is here.",
  } satisfies Record<MailKind, string>,
  sealed: "Some of these groups were not told yet. Do not talk about them, and do not leave the pages about.",

  // The list
  columns: {
    tick: "Print",
    reference: "Ref",
    group: "Group",
    letter: "Letter",
    late: "Late",
    before: "Printed",
  },
  letter: ({ document, tone }: MailLine) => (tone === null ? papers[document] : reminders[tone]),
  late: (days: number) => count(days, "day", "days"),
  before: (iso: string | null) => (iso === null ? "Not yet" : shortDate(iso)),
  tick: (reference: string, group: string) => `Print ${reference}, ${group}`,
  ticked: (number: number, of: number) => `${String(number)} of ${letters(of)} ticked.`,
  missing: "Not in the list",
  missingLine: ({ reference, group, reason }: MailMissing) => `${reference}, ${group}: ${missing[reason]}`,
  keys: "The arrow keys move, the space bar ticks.",
  tickAll: "Tick all",
  untick: "Tick none",
  copied: (rows: number) => `${String(rows)} rows copied`,

  // How
  how: "How they are printed",
  size: "Size of the letters",
  standard: "14 point",
  large: "Large print, 18 point",
  files: "How many files",
  oneFile: "One file",
  oneFileHint: "All letters, one after another, in the order of the list.",
  eachFile: "A file for each",
  eachFileHint: "A folder with one file for each letter, to send by email.",
  good: "A file you save is not locked, so keep it somewhere safe.",
  make: (number: number) => (number === 0 ? "Make the letters" : `Make ${letters(number)}`),
  none: "Tick at least one letter",

  // While, and after
  making: (number: number) => `Making ${letters(number)}`,
  choosing: "Choose where to put them in the window that opened.",
  made: (number: number, pages: number) =>
    `${number === 1 ? "1 letter is" : `${String(number)} letters are`} made, ${count(pages, "page", "pages")}`,
  where: { file: "The file", folder: "The folder" },
  next: {
    file: "Open it in this computer’s own viewer, and print it from there.",
    folder: "Open each file to print it, or send it by email.",
  },
  putAway: "Put this message away",
} as const;
