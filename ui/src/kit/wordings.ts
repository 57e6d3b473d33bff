// The words of printed documents, on the invented core: two are changed, and a fault is found where a test needs one.
import type {
  LongSentence,
  SaveWordingInput,
  TryWordingInput,
  WordingDraft,
  WordingFault,
  WordingLine,
  WordingPage,
  WordingTried,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";

const supplied = `# The words of the grant agreement.

[document] Community Chest grant agreement
[footer] {reference}, Community Chest grant agreement
[title] Your grant of {amount}

[intro]
This is an agreement between *{group}* (“you”) and the *{partnership}* (“we”).
*{lto}* is our Locally Trusted Organisation, or LTO. It holds our money and pays the grant for us.

[clauses]
== The money

Use the grant only for what this agreement says.

Keep every receipt. Send all receipts to us at the end of the funding.

[left-blank] Left blank on the paper
`;
const own = supplied.replace("Your grant of {amount}", "{group}, this is your grant of {amount}");

export const agreementWords: WordingPage = {
  document: "agreement",
  text: own,
  original: supplied,
  version: 2,
  parts: [
    { section: "document", must: [], may: [] },
    { section: "footer", must: ["reference"], may: [] },
    { section: "title", must: ["amount"], may: ["group"] },
    { section: "intro", must: ["group", "partnership", "lto"], may: [] },
    { section: "clauses", must: [], may: ["partnership", "end_of_funding", "feedback_due"] },
    { section: "left-blank", must: [], may: [] },
  ],
  versions: [
    { version: 2, madeOn: "2023-01-12", madeBy: "Joan Pelham", restored: false },
    { version: 1, madeOn: "2022-12-05", madeBy: "Marcia Lowe", restored: false },
  ],
  draft: null,
};
/** Typed on another day, on the version before the one in force. */
const draft: WordingDraft = {
  text: own.replace("Keep every receipt.", "Please keep every receipt."),
  version: 1,
  keptOn: "2023-01-09",
};
const typedIn = "reminder";
const others = ["reminder", "blank_form", "decision_letter", "feedback_form", "minutes", "grant_file"];

export const wordingLines: WordingLine[] = [
  {
    document: "agreement",
    version: 2,
    ours: false,
    unfit: false,
    typed: false,
    changedOn: "2023-01-12",
    changedBy: "Joan Pelham",
  },
  {
    document: "closing_letter",
    version: 3,
    ours: true,
    unfit: false,
    typed: false,
    changedOn: "2022-11-20",
    changedBy: "Marcia Lowe",
  },
  ...others.map((document) => ({
    document,
    version: 0,
    ours: true,
    unfit: false,
    typed: document === typedIn,
    changedOn: null,
    changedBy: null,
  })),
];

/** The core's own check in small: enough to look at the screen with. */
function faultIn(text: string): WordingFault | null {
  const lines = text.split("\n");
  const lone = lines.findIndex((line) => (line.match(/\{/g) ?? []).length !== (line.match(/\}/g) ?? []).length);
  if (lone >= 0) return { line: lone + 1, problem: "loneBracket", name: "" };
  const star = lines.findIndex((line) => (line.match(/\*/g) ?? []).length % 2 === 1);
  return star < 0 ? null : { line: star + 1, problem: "loneStar", name: "" };
}
function longIn(text: string): LongSentence[] {
  return text.split("\n").flatMap((line, index) =>
    line
      .split(/[.?!]/)
      .map((sentence) => sentence.trim().split(/\s+/).length)
      .filter((many) => many > 20)
      .map((many) => ({ line: index + 1, words: many })),
  );
}

export function wordingCore(samplePdf: () => string): Record<string, Handler> {
  return {
    wordings: () => wordingLines,
    wording: ({ document, version }): WordingPage => ({
      ...agreementWords,
      document: String(document),
      text: version === 1 ? supplied.replace("Your grant", "Good news: your grant") : own,
      draft: document === typedIn ? draft : null,
    }),
    keep_wording: () => null,
    try_wording: ({ input }): WordingTried => {
      const { text } = input as TryWordingInput;
      const fault = faultIn(text);
      const pages = { title: "Agreement", fileName: "agreement.pdf", pages: 2, base64: samplePdf() };
      return { fault, long: longIn(text), pages: fault ? null : pages };
    },
    save_wording: ({ input }) => {
      const fault = faultIn((input as SaveWordingInput).text ?? "");
      if (fault) throw new Refusal({ code: "wordingRefused", fault });
      return null;
    },
  };
}
