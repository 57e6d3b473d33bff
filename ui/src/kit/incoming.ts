// The invented core's answers about papers that come back, and about letters made many at once.
// `?paper=` form, badForm, scan, part, sealed, several, strange, other or one of the reasons why a file is none of ours; `?mail=none`.
import type {
  IssuedPaper,
  Mail,
  MailInput,
  MailKind,
  MailLine,
  MailMissing,
  MakeMailInput,
  PaperFound,
  UnknownPaper,
} from "$lib/ipc";
import type { Handler } from "$lib/ipc/fake";

export const issuedPaper = (part: Partial<IssuedPaper> = {}): IssuedPaper => ({
  issueId: "is1",
  code: "7KQX-M2PD-9RTA",
  document: "agreement",
  size: "standard",
  pages: 4,
  applicationId: "a-g6",
  grantId: "g6",
  reference: "CC-2022-006",
  group: "Second Spin Bike Workshop",
  issuedOn: "2022-12-16",
  issuedBy: "Joan Pelham",
  wordingVersion: 0,
  kept: true,
  sealed: false,
  ...part,
});

type Form = Extract<PaperFound, { kind: "filledForm" }>;
type Scan = Extract<PaperFound, { kind: "issued" }>;

export const filledForm = (part: Partial<Form> = {}): Form => ({
  kind: "filledForm",
  path: "/home/joan/Downloads/application form.pdf",
  fileName: "application form.pdf",
  group: "Teasel Lane Allotments",
  filled: 41,
  unread: [],
  ...part,
});
export const scan = (part: Partial<Scan> = {}): Scan => ({
  kind: "issued",
  path: "/media/stick/scan0001.pdf",
  fileName: "scan0001.pdf",
  paper: issuedPaper(),
  found: [1, 2, 3, 4],
  filing: "may",
  ...part,
});
export const unread: Form["unread"] = [
  { label: "Postcode", text: "DE24 9XX, or ask at the shed, the third gate on the left", reason: "tooLong" },
  { label: "Other notes", text: "We meet on Sundays.", reason: "unknownBox" },
];

const mailLine = (part: Partial<MailLine> & Pick<MailLine, "reference" | "group" | "subject">): MailLine => ({
  applicationId: `a-${part.subject}`,
  document: "decisionLetter",
  daysLate: null,
  tone: null,
  issuedOn: null,
  embargo: false,
  ...part,
});

export const mailLines: Record<MailKind, MailLine[]> = {
  decisionLetters: [
    mailLine({ reference: "CC-2022-006", group: "Second Spin Bike Workshop", subject: "a-g6", issuedOn: "2022-12-16" }),
    mailLine({ reference: "CC-2022-007", group: "Poppyfield Lunch Club", subject: "a-g7" }),
    mailLine({ reference: "CC-2023-008", group: "Night Owls Homework Club", subject: "a8", embargo: true }),
  ],
  agreements: [
    mailLine({ reference: "CC-2022-006", group: "Second Spin Bike Workshop", subject: "g6", document: "agreement" }),
    mailLine({ reference: "CC-2022-007", group: "Poppyfield Lunch Club", subject: "g7", document: "agreement" }),
  ],
  reminders: [
    mailLine({
      reference: "CC-2022-003",
      group: "Merrybank Growers",
      subject: "g3",
      document: "reminder",
      daysLate: 18,
      tone: "friendly",
      issuedOn: "2023-01-03",
    }),
    mailLine({
      reference: "CC-2022-001",
      group: "The Thursday Stitchers",
      subject: "g2",
      document: "reminder",
      daysLate: 64,
      tone: "firm",
    }),
    mailLine({
      reference: "CC-2022-006",
      group: "Second Spin Bike Workshop",
      subject: "g6",
      document: "reminder",
      daysLate: 1,
      tone: "friendly",
    }),
  ],
};

const missing: MailMissing[] = [
  { reference: "CC-2023-004", group: "Merrybank Growers", reason: "notDecided", embargo: true },
  { reference: "CC-2022-002", group: "Larkspur Chess", reason: "grantOver", embargo: false },
];

const found = (asked: string | null): PaperFound => {
  switch (asked) {
    case null:
    case "form":
      return filledForm();
    case "badForm":
      return filledForm({ unread });
    case "scan":
      return scan();
    case "part":
      return scan({ found: [1, 3] });
    case "sealed":
      return scan({ paper: issuedPaper({ sealed: true }) });
    case "several":
    case "strange":
      return scan({ filing: asked });
    case "other":
      return scan({
        paper: issuedPaper({ document: "publicAgenda", grantId: null, applicationId: null }),
        filing: "noApplication",
      });
    default:
      return { kind: "unknown", fileName: "holiday.docx", reason: asked as UnknownPaper };
  }
};

export function incomingCore(asked: URLSearchParams): Record<string, Handler> {
  return {
    look_at_paper: () => found(asked.get("paper")),
    take_form: () => "a10",
    file_scan: () => null,
    mail: (args): Mail => ({
      lines: asked.get("mail") === "none" ? [] : mailLines[(args.input as MailInput).kind],
      missing: (args.input as MailInput).kind === "reminders" ? [] : missing,
    }),
    make_mail: (args) => {
      const { subjects, oneFile } = args.input as MakeMailInput;
      return {
        path: oneFile ? "/home/joan/Documents/letters.pdf" : "/home/joan/Documents/letters",
        letters: subjects.length,
        pages: subjects.length * 2,
      };
    },
  };
}
