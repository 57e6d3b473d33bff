// An invented reviewer's desk for the check sheet and for tests: one pack of five applications, each in another state.
// It moves, so that a whole review can be walked through; it is not what the program relies on.
import type {
  AnswerInterestInput,
  ClerkLedger,
  FieldFault,
  FieldProblem,
  InterestGate,
  LedgerRow,
  PackArrival,
  ReviewerApplication,
  ReviewerApplicationRow,
  ReviewerDesk,
  ReviewerPack,
  ReviewerPackRow,
  ReviewState,
  Stance,
  TypedApplication,
  TypedJudgement,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { penceTyped } from "$words/format";
import { clerkCore, ledgerRowOf, ledgerSample } from "./clerk";

const answer = (text: string, leftBlank = false) => ({ text, leftBlank });
const cost = (id: string, what: string, amount: string) => ({ id, what, amount });

export const packRow: ReviewerPackRow = {
  packId: "pack-1",
  partnership: "Allenton Big Local",
  roundName: "January round",
  coOrdinator: "Joan Pelham",
  madeOn: "2023-01-12",
  returnBy: "2023-01-20",
  applications: 5,
  answered: 2,
  respondedAt: null,
  unsent: true,
  receivedAt: null,
};

/** Anita Joyce, who pays at the LTO. */
export const clerkDesk: ReviewerDesk = {
  vaultId: "v3",
  ledgers: [ledgerRowOf(ledgerSample)],
  name: "Anita Joyce",
  fingerprint: "2F8D-K9TW-5BNA-Q7RX",
  today: "2023-01-17",
  lockAfterMinutes: 10,
  packs: [],
  damaged: 0,
};

export const deskSample: ReviewerDesk = {
  vaultId: "v1",
  ledgers: [],
  name: "Ken Ashby",
  fingerprint: "7KQ2-M4XT-9RHB-C3WD",
  today: "2023-01-17",
  lockAfterMinutes: 10,
  packs: [
    packRow,
    {
      ...packRow,
      packId: "pack-0",
      roundName: "November round",
      madeOn: "2022-11-02",
      returnBy: "2022-11-14",
      applications: 2,
      answered: 2,
      respondedAt: "2022-11-13T16:20:00Z",
      unsent: false,
    },
  ],
  damaged: 0,
};

const line = (
  applicationId: string,
  groupName: string | null,
  askedPence: number | null,
  state: ReviewState,
  stance: Stance = "clear",
): ReviewerApplicationRow => ({
  applicationId,
  reference: `CC-0${applicationId.slice(1).padStart(2, "0")}`,
  groupName,
  askedPence,
  stance,
  state,
  matches: applicationId === "a9",
});

export const packSample: ReviewerPack = {
  row: packRow,
  panel: ["Marcia Lowe", "Grace Adeyemi"],
  applications: [
    line("a8", "Night Owls Homework Club", 38_500, "writing"),
    line("a9", "Kingfisher Kitchen Table", 46_000, "notStarted", "unanswered"),
    line("a10", "Foxglove Close Street Play", 21_000, "sealed"),
    line("a11", null, null, "interest", "conflicted"),
    line("a12", "Merrybank Growers", 30_000, "rival"),
  ],
  leftOut: [{ reference: "CC-013", why: "conflicted" }],
};

const content: TypedApplication = {
  groupName: "Night Owls Homework Club",
  groupKind: "informal",
  summary: "A homework club every Tuesday",
  contacts: [{ name: "Sofia Brandt", position: "Organiser", phone: "", email: "" }],
  address: "",
  postcode: "",
  heardHow: "",
  payeeName: "",
  receivedOn: { day: "5", month: "1", year: "2023" },
  priorities: ["p1", "p2"],
  people: { byAge: [{ age: "5-10", count: "12" }], total: "18", fromArea: "15" },
  costs: [
    cost("c1", "Room hire, 12 weeks at £15.00", "180.00"),
    cost("c2", "Maths and reading packs", "95.00"),
    cost("c3", "Fruit and toast", "60.00"),
    cost("c4", "Folders, pens and paper", "50.00"),
  ],
  asked: "385.00",
  answers: [
    answer(""),
    answer(
      "A homework club every Tuesday after school in the library meeting room, for children aged 8 to 12. Two retired teachers and four sixth formers help with reading and maths. We expect 18 children each week. About 15 of the 18 live in the Big Local area.",
    ),
    answer(""),
    answer(
      "Some children have no quiet place or computer at home. They catch up, and parents tell us there is less shouting about homework. The sixth formers get experience for college.",
    ),
    answer("A short report with what the children say, and photos of their work."),
    answer("The library holds the money. Two of us sign for each cost."),
    answer("", true),
  ],
};

export const judgementSample: TypedJudgement = {
  helpsPlan: "yes",
  good: "Real volunteers, and it is for children on our estate.",
  worries: "Room hire is nearly half the money.",
  comments: ["", "", "Is the room free for under 16s? Ask the library.", "", "", "", ""],
  questions: "Who has the keys?",
  scores: [],
  recommendation: "fundPart",
  amount: "295.00",
};

export const blankJudgement: TypedJudgement = {
  helpsPlan: null,
  good: "",
  worries: "",
  comments: [],
  questions: "",
  scores: [],
  recommendation: null,
  amount: "",
};

export const applicationSample: ReviewerApplication = {
  packId: "pack-1",
  applicationId: "a8",
  reference: "CC-008",
  receivedOn: "2023-01-05",
  groupName: "Night Owls Homework Club",
  oneLine: "A homework club every Tuesday",
  askedPence: 38_500,
  costsPence: 38_500,
  people: [
    { part: "Contact", name: "Sofia Brandt" },
    { part: "Treasurer", name: "Ivor Penn" },
  ],
  matches: [],
  content,
  priorities: ["Strengthening the community", "Improving life skills"],
  files: [
    { sha256: "f1", name: "Scan 5 January.pdf", mediaType: "application/pdf", bytes: 84_000 },
    { sha256: "f2", name: "Letter from the library.pdf", mediaType: "application/pdf", bytes: 21_000 },
  ],
  history: [{ on: "2021-06-30", words: "£200.00 for books. Feedback came in on time." }],
  criteria: [],
  panel: packSample.panel,
  returnBy: packRow.returnBy,
  coOrdinator: packRow.coOrdinator,
  state: "writing",
  revision: 4,
  judgement: judgementSample,
  rivals: [],
  next: "a9",
};

export const gateSample: InterestGate = {
  applicationId: "a9",
  reference: "CC-009",
  receivedOn: "2023-01-06",
  groupName: "Kingfisher Kitchen Table",
  oneLine: "A free lunch on the first Friday of each month, cooked by volunteers.",
  askedPence: 46_000,
  people: [
    { part: "Contact", name: "Maud Fenwick" },
    { part: "Treasurer", name: "Les Harper" },
    { part: "Second signature", name: "Amina Yusuf" },
  ],
  meetsAt: "The church hall",
  matches: [{ body: "Kingfisher Kitchen Table", how: "Trustee", since: "2022-05-19" }],
  stance: "unanswered",
  said: null,
};

function partFault(typed: string): FieldProblem[] {
  const pence = penceTyped(typed);
  const of = (fault: FieldFault): FieldProblem[] => [{ field: "amount", fault, most: null }];
  if (typed.trim() === "") return of("noAmount");
  if (pence === null) return of("notAnAmount");
  if (pence === 0) return of("nothingOfIt");
  return pence >= applicationSample.askedPence ? of("notAPart") : [];
}

/**
 * `?reviewer=` none (nobody's keys are here), one or two; `?packs=` none, unknown or refused says what becomes of a
 * picked pack; `?scores` gives the round criteria.
 */
export function reviewerCore(asked: URLSearchParams, pdf: () => string): Record<string, Handler> {
  const criteria = asked.has("scores")
    ? [
        { name: "Need", most: 5 },
        { name: "Value for money", most: 5 },
      ]
    : [];
  let desk: ReviewerDesk = asked.has("clerk")
    ? clerkDesk
    : asked.get("packs") === "none"
      ? { ...deskSample, packs: [] }
      : deskSample;
  let pack = packSample;
  // A clerk sits at the same desk, with a ledger in place of packs.
  const clerk = clerkCore(asked, pdf);
  const ledgers = (): LedgerRow[] =>
    asked.has("clerk") ? [ledgerRowOf(clerk.clerk_ledger?.({ ledgerId: "l1" }) as ClerkLedger)] : [];
  const atDesk = (): ReviewerDesk => ({ ...desk, ledgers: ledgers() });
  const judgements = new Map<string, TypedJudgement>([["a8", judgementSample]]);
  const stances = new Map<string, Stance>(
    pack.applications.map(({ applicationId, stance }) => [applicationId, stance]),
  );
  let revision = 4;

  const set = (applicationId: string, change: Partial<ReviewerApplicationRow>): void => {
    const applications = pack.applications.map((one) =>
      one.applicationId === applicationId ? { ...one, ...change } : one,
    );
    const answered = applications.filter(({ state }) => ["sealed", "sent", "interest"].includes(state)).length;
    pack = { ...pack, applications, row: { ...pack.row, answered, unsent: true } };
    desk = { ...desk, packs: desk.packs.map((one) => (one.packId === "pack-1" ? pack.row : one)) };
  };
  const rowOf = (applicationId: string): ReviewerApplicationRow => {
    const found = pack.applications.find((one) => one.applicationId === applicationId);
    if (!found) throw new Refusal({ code: "notFound" });
    return found;
  };
  const gateOf = (applicationId: string): InterestGate => {
    const stance = stances.get(applicationId) ?? "unanswered";
    const gone = stance === "conflicted" || stance === "doubtful";
    const { reference } = rowOf(applicationId);
    if (!gone) return { ...gateSample, applicationId, reference, stance };
    return {
      ...gateSample,
      applicationId,
      reference,
      groupName: null,
      oneLine: null,
      askedPence: null,
      people: [],
      meetsAt: null,
      matches: [],
      stance,
      said: {
        answer: stance === "doubtful" ? "unsure" : "interest",
        kinds: stance === "doubtful" ? [] : ["loyalty"],
        reach: stance === "doubtful" ? null : "direct",
        how: stance === "doubtful" ? null : "I am one of its trustees",
        on: "2023-01-17",
      },
    };
  };
  const item = (input: unknown): string => (input as { applicationId: string }).applicationId;
  const arrival = (): PackArrival => {
    switch (asked.get("packs")) {
      case "unknown":
        return {
          state: "unknownSender",
          path: "/media/stick/pack 3F2A-91C0.chestpack",
          name: "Joan Pelham",
          partnership: "Allenton Big Local",
        };
      case "payments":
        return { state: "paymentsOpened", ledgerId: "l1", already: false };
      case "refused":
        return { state: "refused", fileName: "pack 3F2A-91C0.chestpack", why: "damaged" };
      default:
        return { state: "opened", packId: "pack-1", already: false, replaces: false };
    }
  };
  const people = [
    { vaultId: "v1", name: "Ken Ashby" },
    { vaultId: "v2", name: "Grace Adeyemi" },
  ];
  const keys = asked.get("reviewer");
  return {
    reviewer_people: () => (keys === "one" ? people.slice(0, 1) : keys === "two" ? people : []),
    make_reviewer: ({ input }) => ({ ...deskSample, name: (input as { name: string }).name, packs: [] }),
    bring_vault: () => people[1],
    unlock_reviewer: () => {
      if (asked.has("wrong")) throw new Refusal({ code: "wrongPassphrase" });
      return atDesk();
    },
    reviewer_desk: atDesk,
    save_reviewer_card: () => "/home/ken/Documents/Ken Ashby.chestcard",
    change_reviewer_passphrase: () => null,
    pick_pack: arrival,
    trust_sender: ({ input }) => {
      if (!/7KQ2/i.test((input as { fingerprint: string }).fingerprint))
        throw new Refusal({
          code: "fields",
          problems: [{ field: "fingerprint", fault: "otherFingerprint", most: null }],
        });
      return { state: "opened", packId: "pack-1", already: false, replaces: false };
    },
    reviewer_pack: () => pack,
    reviewer_gate: ({ input }) => gateOf(item(input)),
    reviewer_answer: ({ input }) => {
      const said = (input as { answer: AnswerInterestInput }).answer;
      const stance: Stance =
        said.answer === "noInterest" ? "clear" : said.answer === "unsure" ? "doubtful" : "conflicted";
      stances.set(said.applicationId, stance);
      set(
        said.applicationId,
        stance === "clear"
          ? { stance, state: "toWrite" }
          : { stance, state: "interest", groupName: null, askedPence: null },
      );
      return gateOf(said.applicationId);
    },
    reviewer_application: ({ input }): ReviewerApplication => {
      const applicationId = item(input);
      const row = rowOf(applicationId);
      const rivals =
        row.state === "rival"
          ? [
              judgementSample,
              { ...judgementSample, recommendation: "askForMore" as const, amount: "", good: "They know the estate." },
            ]
          : [];
      return {
        ...applicationSample,
        applicationId,
        reference: row.reference,
        groupName: row.groupName ?? "",
        askedPence: row.askedPence ?? 0,
        criteria,
        state: row.state,
        revision,
        judgement: judgements.get(applicationId) ?? blankJudgement,
        rivals,
        next:
          pack.applications.find(
            (one) => one.applicationId !== applicationId && !["sealed", "sent", "interest"].includes(one.state),
          )?.applicationId ?? null,
      };
    },
    reviewer_file: () => ({ name: "Scan 5 January.pdf", mediaType: "application/pdf", base64: pdf() }),
    save_judgement: ({ input }) => {
      const { applicationId, judgement } = input as { applicationId: string; judgement: TypedJudgement };
      judgements.set(applicationId, judgement);
      const { state } = rowOf(applicationId);
      if (state === "toWrite") set(applicationId, { state: "writing" });
      revision += 1;
      return { revision, at: "2023-01-17T15:12:00", state: rowOf(applicationId).state };
    },
    seal_review: ({ input }) => {
      const judgement = judgements.get(item(input)) ?? blankJudgement;
      const problems = [
        ...judgement.scores.flatMap((score, index) =>
          score !== "" && !/^[0-5]$/.test(score)
            ? [{ field: `scores.${String(index)}`, fault: "score" as const, most: 5 }]
            : [],
        ),
        ...(judgement.recommendation === null
          ? [{ field: "recommendation", fault: "missing" as const, most: null }]
          : []),
        ...(judgement.recommendation === "fundPart" ? partFault(judgement.amount) : []),
      ];
      if (problems.length > 0) throw new Refusal({ code: "fields", problems });
      set(item(input), { state: "sealed" });
      return null;
    },
    reopen_review: ({ input }) => {
      set(item(input), { state: "writing" });
      return null;
    },
    save_response: () => {
      pack = { ...pack, row: { ...pack.row, respondedAt: "2023-01-17T15:20:00", unsent: false } };
      desk = { ...desk, packs: desk.packs.map((one) => (one.packId === "pack-1" ? pack.row : one)) };
      return {
        path: "/media/stick/pack 77B1-04DE.chestpack",
        fileName: "pack 77B1-04DE.chestpack",
        reviews: 1,
        interests: 1,
        missing: ["CC-008", "CC-009", "CC-012"],
      };
    },
    remove_pack: () => {
      desk = { ...desk, packs: desk.packs.filter(({ packId }) => packId !== "pack-1") };
      return null;
    },
    ...clerk,
    lock_reviewer: () => null,
  };
}
