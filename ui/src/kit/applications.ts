// Invented applications for the check sheet and for tests: one being typed in, others further on.
import type {
  ApplicationList,
  ApplicationRow,
  ApplicationView,
  FieldProblem,
  Priority,
  Question,
  SaveTypingInput,
  Sums,
  TypedApplication,
  TypingSaved,
} from "$lib/ipc";
import type { Handler } from "$lib/ipc/fake";
import { penceTyped } from "$words/format";

export const priorities: Priority[] = [
  { id: "p1", number: 1, name: "Strengthening the community" },
  { id: "p2", number: 2, name: "Improving life skills" },
  { id: "p3", number: 3, name: "Creating opportunities for training and employment" },
];

export const questions: Question[] = [
  {
    number: 1,
    text: "Which of the Allenton Big Local priorities does your application respond to? Please tick those areas that apply from the list below",
    help: null,
    short: "Which priorities",
  },
  {
    number: 2,
    text: "What is your project and who will it benefit? Please include age groups and how many you expect to be from the Big local area.",
    help: null,
    short: "The project and who will benefit",
  },
  {
    number: 3,
    text: "What do you need money for and how much do you need from Allenton Big Local? - please include a breakdown.",
    help: null,
    short: "What the money is for",
  },
  {
    number: 4,
    text: "What benefits will this money bring to the Allenton Big Local area? - How will your project help us meet the priorities in the Big Local Plan?",
    help: null,
    short: "Benefits to the area",
  },
  {
    number: 5,
    text: "How will we know you have made a difference? Whatever approach you choose, we would expect to hear from those who have benefited.",
    help: "This can be feedback through an email, photographs, a short presentation, at an event, a short report, or a video clip.",
    short: "How we will know it made a difference",
  },
  {
    number: 6,
    text: "How will you keep track of the money? Who will hold the money and how will expenditure be approved and kept track of?",
    help: null,
    short: "Keeping track of the money",
  },
  { number: 7, text: "Anything else you would like to add?", help: null, short: "Anything else" },
];

export const ageGroups = ["0-4", "5-10", "11-17", "18-24", "25-64", "65+"];

const cost = (id: string, what: string, amount: string) => ({ id, what, amount });
const answer = (text: string, leftBlank = false) => ({ text, leftBlank });

export function typedSample(): TypedApplication {
  return {
    groupName: "Foxglove Close Street Play",
    groupKind: "informal",
    summary: "Five Sundays of street play",
    contacts: [{ name: "Lorna Whitby", position: "Organiser", phone: "01632 960 204", email: "" }],
    address: "12 Foxglove Close",
    postcode: "DE24 0AA",
    heardHow: "A poster at the Hub",
    payeeName: "",
    receivedOn: { day: "13", month: "1", year: "2023" },
    priorities: ["p1"],
    people: {
      byAge: [
        { age: "0-4", count: "10" },
        { age: "5-10", count: "30" },
      ],
      total: "40",
      fromArea: "40",
    },
    costs: [
      cost("c1", "Road closed signs (hire)", "85.00"),
      cost("c2", "Hi-vis vests, 6 of", "36.00"),
      cost("c3", "Chalk, skipping ropes, games", "54.00"),
      cost("c4", "Squash and fruit", "35.00"),
    ],
    asked: "210.00",
    answers: [
      answer(""),
      answer("Five Sunday afternoons when our street is closed to cars so children can play out."),
      answer(""),
      answer("Children get to play out safe near home and the grown ups get talking."),
      answer(""),
      answer(""),
      answer("", true),
    ],
  };
}

/** Just enough of the core's rules for the sheet to move: it is not what the program relies on. */
export function savedAs(content: TypedApplication, revision: number): TypingSaved {
  const amounts = content.costs.map(({ amount }) => penceTyped(amount) ?? 0);
  const costsPence = amounts.reduce((sum, one) => sum + one, 0);
  const askedPence = penceTyped(content.asked);
  const differ = askedPence !== null && askedPence !== costsPence;
  const sums: Sums = { costsPence, askedPence, differByPence: differ ? Math.abs(askedPence - costsPence) : null };
  const settled = (number: number): boolean => {
    const own = content.answers[number - 1];
    return (
      own?.leftBlank === true ||
      (own?.text.trim() ?? "") !== "" ||
      (number === 1 && content.priorities.length > 0) ||
      (number === 3 && content.costs.some(({ what, amount }) => what + amount !== ""))
    );
  };
  const problems: FieldProblem[] = [];
  if (content.groupName.trim() === "") problems.push({ field: "groupName", fault: "missing", most: null });
  if (content.receivedOn.month.trim() === "") problems.push({ field: "receivedOn", fault: "noMonth", most: null });
  content.costs.forEach(({ what, amount }, index) => {
    if (what.trim() !== "" && penceTyped(amount) === null)
      problems.push({ field: `costs.${String(index)}.amount`, fault: "noAmount", most: null });
  });
  for (const { number } of questions)
    if (!settled(number)) problems.push({ field: `answers.${String(number - 1)}`, fault: "notSettled", most: null });
  return {
    revision,
    at: "2023-01-17T10:44:00Z",
    tasks: [
      { part: "group", done: content.groupName.trim() !== "" },
      { part: "datesAndPayee", done: content.receivedOn.month.trim() !== "" },
      ...questions.map(({ number }) => ({ part: `question.${String(number)}`, done: settled(number) })),
      { part: "scan", done: true },
    ],
    sums,
    problems,
    notes:
      sums.askedPence !== null && sums.askedPence !== sums.costsPence
        ? [{ kind: "costsDiffer", costsPence: sums.costsPence, askedPence: sums.askedPence }]
        : [],
  };
}

export function viewSample(changes: Partial<ApplicationView> = {}): ApplicationView {
  const content = changes.content ?? typedSample();
  return {
    id: "a10",
    reference: null,
    state: "draft",
    embargo: { startedOn: "2023-01-13", liftedOn: null, readers: ["Joan Pelham", "Marcia Lowe"] },
    startedOn: "2023-01-13",
    typedBy: "Joan Pelham",
    typing: true,
    content,
    ...savedAs(content, 4),
    versions: [],
    attachments: [
      {
        id: "s1",
        kind: "scan",
        name: "Scan 13 January.pdf",
        mediaType: "application/pdf",
        bytes: 84_000,
        addedOn: "2023-01-13",
        addedBy: "Joan Pelham",
      },
    ],
    decisions: [],
    grantId: null,
    withdrawnReason: null,
    story: [
      {
        kind: "called",
        on: "2023-01-14",
        by: "Joan Pelham",
        amountPence: null,
        text: "Asked which total is right. They will say on Monday.",
        attachmentId: null,
      },
      {
        kind: "fileAdded",
        on: "2023-01-13",
        by: "Joan Pelham",
        amountPence: null,
        text: "Scan 13 January.pdf",
        attachmentId: "s1",
      },
      { kind: "started", on: "2023-01-13", by: "Joan Pelham", amountPence: null, text: null, attachmentId: null },
    ],
    freePence: 52_760,
    waitingCount: 2,
    waitingPence: 84_500,
    ...changes,
  };
}

const line = (changes: Partial<ApplicationRow>): ApplicationRow => ({
  id: "a1",
  reference: null,
  groupName: null,
  summary: null,
  state: "received",
  receivedOn: "2023-01-09",
  askedPence: null,
  grantedPence: null,
  grantId: null,
  sealed: false,
  asksInterest: false,
  partsDone: null,
  parts: null,
  ...changes,
});

export const rows: ApplicationRow[] = [
  line({
    id: "a10",
    groupName: "Foxglove Close Street Play",
    summary: "Five Sundays of street play",
    state: "draft",
    receivedOn: "2023-01-13",
    askedPence: 21_000,
    sealed: true,
    partsDone: 8,
    parts: 10,
  }),
  line({
    id: "a11",
    reference: "CC-2023-009",
    groupName: "Harvey Road Lunch Club",
    summary: "A cooker for the Tuesday lunch club",
    askedPence: 49_500,
    sealed: true,
  }),
  line({ id: "a12", reference: "CC-2023-008", state: "received", receivedOn: "2023-01-06", sealed: true }),
  line({
    id: "a13",
    reference: "CC-2022-007",
    groupName: "Osmaston Park Walkers",
    summary: "Boots and a first aid kit",
    state: "deferred",
    sealed: true,
    receivedOn: "2022-11-28",
    askedPence: 12_000,
  }),
  line({
    id: "a14",
    reference: "CC-2022-006",
    groupName: "Second Spin Bike Workshop",
    summary: "Six Saturdays of mending bikes",
    state: "approved",
    receivedOn: "2022-11-24",
    askedPence: 30_000,
    grantedPence: 30_000,
    grantId: "g6",
  }),
  line({
    id: "a15",
    reference: "CC-2022-005",
    groupName: "Crown Street Choir",
    summary: "Song books and a keyboard",
    state: "declined",
    receivedOn: "2022-10-03",
    askedPence: 90_000,
    sealed: true,
  }),
];

export function listSample(shown: readonly ApplicationRow[] = rows): ApplicationList {
  const states = [...new Set(rows.map(({ state }) => state))];
  return {
    rows: [...shown],
    total: shown.length,
    askedPence: shown.reduce((sum, { askedPence }) => sum + (askedPence ?? 0), 0),
    counts: states.map((state) => ({ state, count: rows.filter((row) => row.state === state).length })),
    stages: [
      { stage: "waiting", count: 2 },
      { stage: "untold", count: 1 },
      { stage: "told", count: 1 },
    ],
  };
}

const received = (): ApplicationView => {
  const content = typedSample();
  content.answers = content.answers.map((one) => (one.text === "" ? { text: "", leftBlank: true } : one));
  content.asked = "220.00";
  return viewSample({
    content,
    id: "a11",
    reference: "CC-2023-009",
    state: "received",
    typing: false,
    versions: [
      { version: 1, at: "2023-01-14T10:00:00Z", by: "Joan Pelham", reason: null },
      { version: 2, at: "2023-01-15T10:00:00Z", by: "Joan Pelham", reason: "The group gave us a new phone number" },
    ],
    story: [
      {
        kind: "corrected",
        on: "2023-01-15",
        by: "Joan Pelham",
        amountPence: null,
        text: "The group gave us a new phone number",
        attachmentId: null,
      },
      { kind: "received", on: "2023-01-13", by: "Joan Pelham", amountPence: null, text: null, attachmentId: null },
      { kind: "started", on: "2023-01-13", by: "Joan Pelham", amountPence: null, text: null, attachmentId: null },
    ],
  });
};

const declined = (): ApplicationView => ({
  ...received(),
  id: "a15",
  reference: "CC-2022-005",
  state: "declined",
  decisions: [
    {
      id: "d1",
      outcome: { kind: "declined", reasons: "The song books would be used outside the area." },
      decidedOn: "2023-01-16",
      body: "partnership",
      decidedBy: "Partnership meeting, 16 January",
      figures: {
        kind: "meeting",
        members: 15,
        present: 9,
        residents: 6,
        agreed: 4,
        needed: 4,
        vote: { agree: 3, against: 3, notVoting: 0, casting: "for" },
      },
      conditions: [],
      recordedBy: "Joan Pelham",
      toldOn: null,
      toldHow: null,
    },
  ],
});

export function applicationHandlers(pdf: () => string): Record<string, Handler> {
  let typed = viewSample();
  return {
    list_applications: ({ input }) => {
      const { states, text } = input as { states: string[]; text: string };
      return listSample(
        rows.filter(
          (row) =>
            (states.length === 0 || states.includes(row.state)) &&
            (row.groupName ?? "").toLowerCase().includes(text.toLowerCase()),
        ),
      );
    },
    start_application: () => "a10",
    application: ({ applicationId }) =>
      applicationId === "a11" ? received() : applicationId === "a15" ? declined() : typed,
    save_typing: ({ input }) => {
      const { content, revision } = input as SaveTypingInput;
      const saved = savedAs(content, revision + 1);
      typed = { ...typed, content, ...saved };
      return saved;
    },
    application_version: () => ({ ...typedSample(), heardHow: "From a neighbour" }),
    receive_application: () => ({ reference: "CC-2023-010", version: 1 }),
    receive_correction: () => ({ reference: "CC-2023-009", version: 3 }),
    start_correction: () => null,
    abandon_correction: () => null,
    withdraw_application: () => null,
    add_attachments: () => [],
    remove_attachment: () => null,
    attachment: () => ({ name: "Scan 13 January.pdf", mediaType: "application/pdf", base64: pdf() }),
    record_decision: () => ({ decisionId: "d2", grantId: null }),
    issue_decision: () => null,
  };
}
