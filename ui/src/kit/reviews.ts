// The invented core's answers about reviews. `?round=` preparing, out or opened; `?panel=sealed`; `?response=refused`.
import type {
  Criterion,
  InterestMatch,
  Panel,
  PanelReview,
  ReaderItem,
  ResponseFound,
  ReviewDesk,
  Round,
  RoundApplication,
  RoundChoices,
  RoundReader,
  RoundRow,
  RoundStage,
} from "$lib/ipc";
import type { Handler } from "$lib/ipc/fake";

const application = (
  id: string,
  reference: string,
  groupName: string | null,
  askedPence: number,
): RoundApplication => ({
  id,
  reference,
  groupName,
  askedPence: groupName === null ? null : askedPence,
  receivedOn: "2023-01-05",
  inRound: null,
});
export const applications: RoundApplication[] = [
  application("a11", "CC-2023-009", "Harvey Road Lunch Club", 22_000),
  application("a8", "CC-2023-008", "Night Owls Homework Club", 38_500),
  application("a7", "CC-2023-007", "Kingfisher Kitchen Table", 46_000),
  application("a12", "CC-2023-006", "Second Spin Bike Workshop", 30_000),
  application("a6", "CC-2023-005", null, 0),
];
export const choices: RoundChoices = {
  applications: applications.map((one, index) => ({ ...one, inRound: index === 3 ? "December 2022" : null })),
  people: [
    { memberId: "5", name: "Ken Ashby", role: "reviewer", hasKeys: true },
    { memberId: "6", name: "Grace Adeyemi", role: "viceChair", hasKeys: true },
    { memberId: "2", name: "Marcia Lowe", role: "chair", hasKeys: true },
    { memberId: "7", name: "Doreen Pike", role: "reviewer", hasKeys: false },
  ],
  criteria: [],
};
const trustee: InterestMatch = { body: "Kingfisher Kitchen Table", how: "Trustee", since: "2022-05-19" };

export const row = (part: Partial<RoundRow> = {}): RoundRow => ({
  id: "r2",
  name: "January 2023",
  startedOn: "2023-01-10",
  returnBy: "2023-01-20",
  stage: "out",
  applications: 4,
  reviewers: 3,
  back: 1,
  openedOn: null,
  ...part,
});
const rows: RoundRow[] = [
  row(),
  row({
    id: "r1",
    name: "December 2022",
    startedOn: "2022-12-01",
    returnBy: "2022-12-12",
    stage: "opened",
    applications: 2,
    back: 3,
    openedOn: "2022-12-12",
  }),
];

const item = (applicationId: string, part: Partial<ReaderItem> = {}): ReaderItem => ({
  applicationId,
  share: "gets",
  reason: null,
  matches: [],
  progress: "missing",
  ...part,
});
export const reader = (part: Partial<RoundReader> & Pick<RoundReader, "memberId" | "name">): RoundReader => ({
  role: "reviewer",
  medium: "pack",
  hasKeys: true,
  copy: 1,
  items: ["a11", "a8", "a7", "a12"].map((id) => item(id)),
  sentOn: null,
  packName: null,
  openedOn: null,
  backOn: null,
  answered: 0,
  expected: 4,
  outOfDate: false,
  ...part,
});

export function round(stage: RoundStage, part: Partial<Round> = {}): Round {
  const out = stage !== "preparing";
  const sentOn = out ? "2023-01-12" : null;
  return {
    row: row({ stage, back: out ? 1 : 0, openedOn: stage === "opened" ? "2023-01-17" : null }),
    criteria: [],
    applications: applications.slice(0, 4),
    readers: [
      reader({
        memberId: "5",
        name: "Ken Ashby",
        sentOn,
        packName: out ? "pack 3F2A-91C0.chestpack" : null,
        openedOn: out ? "2023-01-13" : null,
        backOn: out ? "2023-01-16" : null,
        answered: out ? 3 : 0,
        outOfDate: out,
        items: [
          item("a11", { progress: out ? "in" : "missing" }),
          item("a8", { progress: out ? "inOlder" : "missing" }),
          item("a7", {
            matches: [trustee],
            progress: out ? "interest" : "missing",
            share: out ? "conflicted" : "gets",
          }),
          item("a12"),
        ],
      }),
      reader({
        memberId: "6",
        name: "Grace Adeyemi",
        role: "viceChair",
        sentOn,
        backOn: out ? "2023-01-15" : null,
        answered: out ? 3 : 0,
        expected: 3,
        items: [
          item("a11", { progress: out ? "in" : "missing" }),
          item("a8", { progress: out ? "in" : "missing" }),
          item("a7", { share: "leftOut", reason: "Her son runs it", progress: "none" }),
          item("a12", { progress: out ? "rival" : "missing" }),
        ],
      }),
      reader({
        memberId: "7",
        name: "Doreen Pike",
        medium: "largePaper",
        hasKeys: false,
        copy: 3,
        sentOn,
        expected: 3,
        items: [item("a11"), item("a8"), item("a7"), item("a12", { share: "doubtful", progress: "none" })],
      }),
    ],
    late:
      stage === "opened"
        ? [{ reviewId: "v9", applicationId: "a8", reference: "CC-2023-008", name: "Doreen Pike", cameOn: "2023-01-18" }]
        : [],
    openedBy: stage === "opened" ? "Marcia Lowe" : null,
    openedReason: stage === "opened" ? "The meeting is on Thursday, and Doreen is away" : null,
    mayOpen: stage === "out",
    mayRun: true,
    mine: [],
    ...part,
  };
}

export const review = (part: Partial<PanelReview> & Pick<PanelReview, "reviewId" | "name">): PanelReview => ({
  memberId: part.reviewId,
  standing: "counted",
  typedBy: null,
  madeOn: "2023-01-14",
  version: 1,
  helpsPlan: "yes",
  good: "Real volunteers, and it is for children on our estate.",
  worries: "",
  comments: [],
  questions: [],
  scores: [],
  recommendation: "fundInFull",
  amountPence: 38_500,
  lateReason: null,
  ...part,
});
const criteria: Criterion[] = [
  { name: "Good for the area", most: 5 },
  { name: "Value for money", most: 5 },
];

export function panel(part: Partial<Panel> = {}): Panel {
  const reviews = [
    review({ reviewId: "v1", name: "Grace Adeyemi", scores: [5, 4], version: 2 }),
    review({
      reviewId: "v2",
      name: "Ken Ashby",
      helpsPlan: "partly",
      worries: "Room hire is nearly half the money. The library lets under 16s have the room for less.",
      comments: [
        { question: 3, text: "Is the room free for under 16s? Ask the library." },
        { question: 5, text: "A wall newspaper is a nice way to show it." },
      ],
      questions: ["Have you asked the library for the lower price?"],
      recommendation: "fundPart",
      amountPence: 29_500,
      scores: [4, 3],
      standing: "countedOlder",
    }),
    review({
      reviewId: "v3",
      name: "Doreen Pike",
      typedBy: "Joan Pelham",
      good: "",
      worries: "Who checks the sixth formers?",
      helpsPlan: "cannotTell",
      questions: ["Who checks the helpers?"],
      recommendation: "fundPart",
      amountPence: 20_000,
      scores: [null, 2],
      standing: "counted",
    }),
  ];
  return {
    roundId: "r2",
    roundName: "January 2023",
    applicationId: "a8",
    reference: "CC-2023-008",
    groupName: "Night Owls Homework Club",
    oneLine: "A homework club after school in the library",
    askedPence: 38_500,
    opened: true,
    envelopes: [
      { name: "Grace Adeyemi", progress: "in" },
      { name: "Ken Ashby", progress: "inOlder" },
      { name: "Doreen Pike", progress: "missing" },
    ],
    reviews,
    setAside: [
      review({
        reviewId: "v8",
        name: "Terry Moult",
        standing: "conflicted",
        good: "My niece helps there.",
        scores: [5, 5],
      }),
    ],
    together: {
      reviews: 3,
      inFull: 1,
      inPart: 2,
      askForMore: 0,
      doNotFund: 0,
      agreement: "most",
      lowestPence: 20_000,
      middlePence: 29_500,
      highestPence: 38_500,
    },
    questions: reviews.flatMap(({ questions, name }) => questions.map((text) => ({ text, by: name }))),
    criteria,
    tookNoPart: ["Terry Moult"],
    others: applications.filter(({ id, groupName }) => id !== "a8" && groupName !== null),
    ...part,
  };
}

export function response(part: Partial<ResponseFound> = {}): ResponseFound {
  return {
    path: "/media/stick/pack 88D1-07AA.chestpack",
    fileName: "pack 88D1-07AA.chestpack",
    refused: null,
    from: "Ken Ashby",
    roundId: "r2",
    roundName: "January 2023",
    madeAt: "2023-01-16T19:20:00Z",
    openedAt: "2023-01-13T18:02:00Z",
    alreadyOn: null,
    historyDiffers: null,
    lines: [
      { applicationId: "a11", reference: "CC-2023-009", what: "new" },
      { applicationId: "a8", reference: "CC-2023-008", what: "older" },
      { applicationId: "a7", reference: "CC-2023-007", what: "interest" },
    ],
    missing: ["CC-2023-006"],
    opensAll: false,
    ...part,
  };
}
export const refused: ResponseFound = response({
  refused: "forwarded",
  from: null,
  roundId: null,
  roundName: null,
  madeAt: null,
  openedAt: null,
  lines: [],
  missing: [],
});

export function desk(part: Partial<ReviewDesk> = {}): ReviewDesk {
  return {
    roundId: "r2",
    memberId: "7",
    name: "Doreen Pike",
    applicationId: "a11",
    reference: "CC-2023-009",
    groupName: "Harvey Road Lunch Club",
    askedPence: 22_000,
    criteria: [],
    judgement: {
      helpsPlan: null,
      good: "",
      worries: "",
      comments: ["", "", "", "", "", "", ""],
      questions: "",
      scores: [],
      recommendation: null,
      amount: "",
    },
    revises: false,
    mine: false,
    ...part,
  };
}

export function reviewCore(asked: URLSearchParams): Record<string, Handler> {
  const stage = (asked.get("round") ?? "out") as RoundStage;
  const nothing = () => null;
  const packs = {
    folder: "/media/joan/ABL STICK/January 2023",
    packs: [
      { memberId: "5", name: "Ken Ashby", fileName: "pack 3F2A-91C0.chestpack", applications: 4 },
      { memberId: "6", name: "Grace Adeyemi", fileName: "pack 77B0-2E15.chestpack", applications: 3 },
    ],
  };
  return {
    rounds: () => (asked.has("nothing") ? [] : rows),
    round_choices: () => choices,
    round: ({ roundId }) => {
      const now = roundId === "r1" ? "opened" : stage;
      return round(now, {
        mayOpen: now === "out" && asked.get("as") === "chair",
        mine: asked.has("mine") ? ["a11", "a8"] : [],
      });
    },
    start_round: () => "r2",
    change_round: nothing,
    leave_out: nothing,
    send_packs: () => packs,
    stop_work: nothing,
    record_paper_sent: nothing,
    pick_response: () => (asked.get("response") === "refused" ? refused : response()),
    bring_in_response: () => response(),
    note_refused_pack: nothing,
    save_receipt: () => "/media/stick/receipt 88D1-07AA.chestpack",
    open_reviews: nothing,
    settle_late_review: nothing,
    panel: ({ applicationId }) => {
      const other = applications.find(({ id }) => id === applicationId);
      return panel({
        applicationId: String(applicationId),
        reference: other?.reference ?? "CC-2023-008",
        groupName: other?.groupName ?? "Night Owls Homework Club",
        opened: asked.get("panel") !== "sealed",
      });
    },
    review_desk: ({ memberId, applicationId }) =>
      memberId === "1"
        ? desk({ memberId: "1", name: "Joan Pelham", mine: true, applicationId: String(applicationId) })
        : desk({ applicationId: String(applicationId) }),
    record_review: nothing,
    record_paper_interest: nothing,
  };
}
