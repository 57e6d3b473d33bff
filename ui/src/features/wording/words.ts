// Words of the wording of printed documents.
import type { WordingFault, WordingLine, WordingProblem, WordingVersion } from "$lib/ipc";
import { count, plainDate } from "$words/format";

/** Each wording, by the name of its file. */
const titles: Partial<Record<string, string>> = {
  agenda: "Agenda of a meeting",
  agreement: "Grant agreement",
  application: "Application",
  blank_form: "Application form, on paper and on a computer",
  booklet: "Reviewers’ booklet",
  change_letter: "Letter about a change",
  closing_letter: "Closing letter",
  decision_letter: "Decision letters: offer, decline and deferral",
  decision_sheet: "Decision sheet for the LTO",
  feedback_form: "Grant Feedback form",
  grant_file: "Whole-grant file",
  meeting_notice: "Notice of a meeting",
  member_agreement: "Member agreement",
  minutes: "Minutes",
  panel_report: "Panel report",
  payment_list: "Payment list",
  receipt_sheet: "Receipt sheet",
  recovery_page: "Recovery page",
  remittance_advice: "Remittance advice",
  reminder: "Reminder letters",
  reply_sheet: "Reply sheet for reviewers",
  spend_report: "Spend report",
  spendometer: "Spendometer for the wall",
  story_consent: "Consent to tell a story",
};

/** A document of a newer core has its own name, without the underscores. */
export function titleOf(document: string): string {
  const plain = document.replaceAll("_", " ");
  return titles[document] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

const problems = {
  unknownField: (name) => `{${name}} is not a field of this section. Choose one from the list.`,
  missingField: (name) => `This section must have {${name}} in it.`,
  loneBracket: () => "A curly bracket stands alone. A field needs one on each side.",
  loneStar: () => "A star stands alone. Bold words need one on each side.",
  unknownSection: (name) => `[${name}] is not a section of this document. Choose one from the list.`,
  missingSection: (name) => `The section [${name}] is missing. Add it from the list.`,
  repeatedSection: (name) => `The section [${name}] is there twice. Keep one of them.`,
  emptySection: (name) => `The section [${name}] has no words yet.`,
  outsideSection: () => "These words stand before the first section. Put them below a section’s name.",
  cannotPrint: (name) => `The character ${name} cannot be printed. Write it in another way.`,
} satisfies Record<WordingProblem, (name: string) => string>;

const line = (number: number, text: string): string => `Line ${String(number)}: ${text}`;

export function faultText({ line: number, problem, name }: WordingFault): string {
  return line(number, problems[problem](name));
}

export const words = {
  // The list.
  title: "Wording",
  fullTitle: "Wording of the printed documents",
  lead: "The words of every letter and form. Change them so that they sound like you.",
  back: "Settings",
  readOnly: "You can read the words here. The co-ordinator changes them.",
  document: "Document",
  state: "Words",
  changedOn: "Changed",
  changedBy: "By",
  dash: "\u2013",
  asSupplied: "As supplied",
  changed: "Changed",
  typed: "Typed, not in force",
  unfit: "Changed, but they do not fit this version of the program. The supplied words are printed.",
  on: (one: WordingLine) => (one.changedOn === null ? "\u2013" : plainDate(one.changedOn)),
  sum: (changed: number, all: number) =>
    changed === 0
      ? `${count(all, "document", "documents")}, all with the words that come with the program.`
      : `${String(changed)} of ${count(all, "document", "documents")} with your own words.`,
  none: "No documents yet",
  noneText: "Here stand the letters and forms whose words you can change.",
  waiting: "Reading the words...",
  settings: {
    title: "Wording of the printed documents",
    text: "Letters and forms can say things your way. Look at each while you change it.",
    link: "Change the words",
  },

  // The editor.
  suppliedWords: "The words that come with the program.",
  changedWords: (version: number, by: string, on: string) =>
    `Version ${String(version)}, made by ${by} on ${plainDate(on)}.`,
  restoredWords: (by: string, on: string) =>
    `The words that come with the program. ${by} put them back on ${plainDate(on)}.`,
  howStars: "Words between *stars* are bold. A line that starts with == is a heading, with - a point in a list.",
  howBrackets: "Names in {curly brackets} are filled in for you. A name in [square brackets] starts a section.",
  words: "The words",
  fieldsOf: (section: string) => `Fields you can use in [${section}]`,
  noFields: (section: string) => `Nothing is filled in for you in [${section}].`,
  noSection: "Put the cursor in a section to see the fields you can use there.",
  unknownSection: (section: string) => `[${section}] is not a section of this document.`,
  insert: (field: string) => `Put in {${field}}`,
  must: "must be there",
  mustHint: "must stand in this section",
  sections: "All sections and their fields",
  goTo: (section: string) => `Go to [${section}]`,
  add: (section: string) => `Add [${section}] at the end`,
  problems: "What to look at",
  ready: "Nothing to put right.",
  checking: "Reading what you typed...",
  faulty: "These words cannot be saved yet.",
  long: (number: number) => `${count(number, "long sentence", "long sentences")}. You can still save.`,
  longLine: (number: number, many: number) => line(number, `${String(many)} words. Try two sentences.`),
  more: (number: number) => `and ${count(number, "more long sentence", "more long sentences")}`,
  fewer: "Show fewer",
  save: "Save these words",
  ctrlEnter: "Ctrl Enter",
  kept: "Kept, not in force yet",
  notKeptYet: "Not kept, not in force",
  allSaved: "Everything here is saved",
  statusKept: "The words are kept, not in force yet",
  notKept: (why: string) => (why.startsWith("Not saved") ? why : `Not saved. ${why}`),
  typedOn: (on: string) => `You typed this on ${plainDate(on)} and did not save it. It is not in force.`,
  throwAway: "Throw away what I typed",
  thrownAway: "What you typed is thrown away. The words in force are back.",
  nothingNew: "There is nothing new to save.",
  saved: "The words are saved. New papers are printed with them.",
  cannot: "These words were not saved",
  tooLong: "These words are too long",
  names: { text: "The number of letters" },
  stays: "What you typed is still here.",
  elsewhereTitle: "Somebody else saved other words in the meantime",
  elsewhere:
    "What you typed is still here. Look at their words first. If you save yours then, theirs stay among the versions.",
  seeTheirs: "Look at their words",
  tryAgain: "Try again",

  // The example.
  example: "Example",
  invented: "The people and sums are invented.",
  size: "Size of the letters",
  standard: "Standard",
  large: "Large print",
  making: "Making the example...",
  older: (number: number) =>
    `The example shows the words as they were before. Line ${String(number)} stops the new ones.`,
  noExample: (number: number) => `The example shows here once line ${String(number)} is put right.`,

  // Earlier versions and the supplied words.
  versions: "Earlier versions",
  versionsText: "Every version is kept. Look at one, then take its words up again if you like.",
  noVersions: "Nobody has changed these words yet. Each time you save, the words before stand here.",
  version: (one: WordingVersion) =>
    `Version ${String(one.version)}, ${plainDate(one.madeOn)}, ${one.madeBy}${one.restored ? ": supplied words put back" : ""}`,
  supplied: "The words that come with the program",
  inForce: "in force now",
  look: "Look at it",
  wordsOf: (name: string) => `The words of ${name}`,
  backToVersions: "All versions",
  takeUp: "Take these words up again",
  taken: "The words are in the editor. Save them to use them.",
  close: "Close",
  restore: "Put the supplied words back",
  restoreTitle: "Put the words that come with the program back?",
  restoreText: "They are used for the next paper that is printed. Your words stay among the earlier versions.",
  restoreTyped: "What you typed and did not save is taken away too. You can undo that.",
  restoreGo: "Put them back",
  restoreNot: "Keep our words",
  restored: "The words that come with the program are back.",
} as const;
