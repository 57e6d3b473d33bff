// Words of the papers that come back: filled forms, and scans of what was printed.
import type { Filing, IssuedPaper, UnknownPaper, UnreadReason } from "$lib/ipc";
import { count, plainDate } from "$words/format";
import { papers } from "$words/papers";

type Said = { title: string; text: string; way: string };
const and = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (pages: readonly number[]): string => and.format(pages.map(String));

export const words = {
  bringIn: "Bring in a paper...",
  title: "Bring in a paper",
  drop: "Drop it: a filled form or a scan",
  dropHint: "Nothing is kept before you say so.",
  oneAtATime: "Drop one file at a time. Nothing was kept.",
  choosing: "Choose the file in the window that opened. Reading it can take a moment.",
  reading: "Reading the file. This can take a moment.",
  cannotRead: "This file was not brought in",
  another: "Choose another file",
  leave: "Do not keep it",
  nothingKept: "Nothing is kept yet.",
  file: (name: string) => `File: ${name}`,

  // A filled form
  formTitle: "A form that was filled in on a computer",
  group: "Group",
  noGroup: "No name was typed",
  boxes: "Boxes filled in",
  filled: (number: number) => (number === 0 ? "None" : String(number)),
  unreadTitle: (number: number) =>
    number === 1
      ? "The words of one box could not be put in their place"
      : `The words of ${String(number)} boxes could not be put in their place`,
  unreadText: "They are not taken in. Note them down, then type them where they belong.",
  unreadBox: "Box",
  unreadWords: "What stands in it",
  unreadWhy: "Why",
  unread: {
    unknownBox: "Our form has no such box",
    tooLong: "It is longer than the box may be",
    characters: "It has a letter or a sign that cannot be kept",
  } satisfies Record<UnreadReason, string>,
  begin: "Begin the application",
  beginHint:
    "When you begin, what was typed in the form is there already. You check it page by page before it is received.",
  cannotBegin: "The application was not begun",
  mayNotBegin: "The co-ordinator begins an application from it.",

  // An issued paper
  paper: "Paper",
  reference: "Reference",
  code: "Code at its foot",
  issued: "Made",
  issuedOn: (iso: string, by: string) => `${plainDate(iso)}, by ${by}`,
  pages: "Pages",
  allPages: (number: number) =>
    number === 1 ? "Its one page is in the file." : `All ${String(number)} pages are in the file.`,
  has: (pages: readonly number[]) =>
    `${pages.length === 1 ? "Page" : "Pages"} ${listed(pages)} ${pages.length === 1 ? "is" : "are"} in the file.`,
  hasNone: "No page was read.",
  missing: (pages: readonly number[]) =>
    `${pages.length === 1 ? "Page" : "Pages"} ${listed(pages)} ${pages.length === 1 ? "is" : "are"} missing`,
  missingText: "Check if they were left out of the scan. You may file what is there, and file the rest later.",
  ofPages: (number: number) => count(number, "page", "pages"),
  compare: "The code says which paper it is. It does not say that every word is ours.",
  compareLink: "See it as it was issued",
  fileIt: (reference: string | null) => (reference === null ? "File it" : `File it with ${reference}`),
  fileHint: "The file is kept with the application, as it is.",
  cannotFile: "The scan was not filed",
  notToFile: {
    noApplication: "This paper is not about one application, so there is none to file it with.",
    several: "These pages are not all about the same application. Scan each paper on its own.",
    strange:
      "A page has a code that we do not know, or that you may not see. Scan the pages of this paper on their own.",
  } satisfies Record<Exclude<Filing, "may">, string>,
  noneKept: "Nothing was kept.",
  isFiled: (reference: string | null) => (reference === null ? "It is filed" : `It is filed with ${reference}`),
  next: {
    sign: "Record the signatures",
    feedback: "Type in the feedback",
    grant: "Open the grant",
    application: "Open the application",
  },
  nextText: {
    sign: "Now record who signed it, and when.",
    feedback: "Now type in what the group wrote.",
    grant: "It stands in the story of the grant.",
    application: "It stands with the papers of the application.",
  },

  // Neither
  unknown: {
    kind: {
      title: "This is not a PDF and not a picture",
      text: "Only a PDF, a JPEG or a PNG can be brought in.",
      way: "If it is another kind of file, open it in its own program and save it as a PDF.",
    },
    tooLarge: {
      title: "This file is too large",
      text: "It was not read.",
      way: "Scan it again in a smaller size, such as 200 dots to the inch in grey.",
    },
    unreadable: {
      title: "This file cannot be opened",
      text: "It is damaged, or locked with a password.",
      way: "Ask whoever sent it to send it again, without a password. If it is a scan, scan it again.",
    },
    noCode: {
      title: "No code was found on these pages",
      text: "The square code stands at the foot of each page that we print. It may be cut off, folded or too pale.",
      way: "Scan the whole page again, flat and straight. Or add the file by hand on the page of its application.",
    },
    otherRegister: {
      title: "There is a code, but no paper of this register has it",
      text: "It may have been printed from another register, or it is one that you may not see.",
      way: "Check that you chose the right file. If you did, ask the co-ordinator.",
    },
    emptyForm: {
      title: "This form has nothing in it",
      text: "It is our form, and every box is empty. Some programs show what was typed and do not save it.",
      way: "Ask the group to save the form once more, or to print it and send that.",
    },
  } satisfies Record<UnknownPaper, Said>,
  checkCode: "Type in the code at its foot",
} as const;

/** "Agreement, CC-006" */
export const nameOf = ({ document, reference }: Pick<IssuedPaper, "document" | "reference">): string =>
  reference === null ? papers[document] : `${papers[document]}, ${reference}`;
