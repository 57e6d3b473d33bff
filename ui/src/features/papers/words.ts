// Words of the papers that were issued.
import type { IssuedPaper } from "$lib/ipc";
import { papers } from "$words/papers";
import { count, plainDate } from "$words/format";

export const words = {
  title: "Check a paper",
  lead: "Nearly every page we print has a code at its foot. It shows if the paper is ours, and what it said.",
  back: "Back",
  code: "The code at the foot of the page",
  codeHint: "Like 7KQX-M2PD-9RTA. Small letters, spaces and missing hyphens are fine.",
  check: "Check this paper",
  missing: "Type the code at the foot of the page",
  looking: "Looking it up...",
  startTitle: "What you will see",
  start: [
    "What the paper is, and which group it is about.",
    "When it was printed, and who printed it.",
    "Its pages, as they were on that day. Lay the paper beside them: every word must be the same.",
  ],
  unknownTitle: "No paper of this register has that code",
  unknownText:
    "Read the code once more, letter by letter. It may be a paper of another register, or one you may not see.",
  unknownWay: "If it is still unknown, do not rely on the paper. Ask the co-ordinator.",
  known: "We issued a paper with this code",
  what: "Paper",
  group: "Group",
  reference: "Reference",
  issued: "Issued",
  issuedText: ({ issuedOn, issuedBy }: IssuedPaper) => `${plainDate(issuedOn)}, by ${issuedBy}`,
  pages: "Pages",
  pagesText: ({ pages, size }: IssuedPaper) =>
    `${count(pages, "page", "pages")}, ${size === "large" ? "large print" : "standard print"}`,
  wording: "Words",
  wordingText: (version: number) =>
    version === 0 ? "Those that come with the program" : `Version ${String(version)} of your own words`,
  codeShort: "Code",
  show: "Show it as it was issued",
  hide: "Hide the pages",
  notKept: "Its pages were not kept. You can still compare the facts above.",
  compare: "Lay the paper beside it. If a word is different, the paper was changed.",
  asIssued: ({ document, issuedOn }: IssuedPaper) => `${papers[document]}, as issued on ${plainDate(issuedOn)}`,
  making: "Opening the pages...",
  openGrant: "Open the grant",
  openApplication: "Open the application",

  card: "Papers we issued",
  none: "None yet. A paper stands here once you open it to print, or save it.",
  cardMeta: ({ issuedOn, issuedBy }: IssuedPaper) => `${plainDate(issuedOn)}, ${issuedBy}`,
  cardLink: (paper: IssuedPaper) => `${papers[paper.document]}, issued on ${plainDate(paper.issuedOn)}`,
  more: (number: number) => `Show ${count(number, "older paper", "older papers")}`,

  settingsTitle: "Papers that come back",
  settingsText: "Somebody shows you a paper. Its code tells if it is one of yours.",
} as const;
