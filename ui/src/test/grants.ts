// Invented grants, typed as the core answers them: for tests, and for looking at the window on an invented core.
import type { Budget, GrantList, GrantRow, GrantTab, GrantView, Home, HomeTask, Owed, Session } from "$lib/ipc";

export const session: Session = {
  partnership: "Allenton Big Local",
  sample: true,
  member: { memberId: "1", name: "Joan Pelham", role: "coordinator" },
  may: ["readSealed", "keepRecords", "recordDecision", "recordSignature", "recordPayment", "handleAccount"],
  today: "2023-01-17",
  lockAfterMinutes: 10,
  folder: "/home/joan/Documents/Allenton Big Local",
  lastBackup: "2023-01-16T18:10:00Z",
  planName: "Final plan",
  planStartsOn: "2022-04-01",
  planEndsOn: "2023-07-31",
  fundCode: "1.4",
  fundName: "Community Chest",
  priorities: [
    { id: "p1", number: 1, name: "Strengthening the community" },
    { id: "p2", number: 2, name: "Improving life skills" },
    { id: "p3", number: 3, name: "Training and employment" },
  ],
  questions: [],
  ageGroups: ["0-4", "5-10", "11-17", "18-25", "26-64", "65+"],
};

export function owed(part: Partial<Owed> & Pick<Owed, "duty">): Owed {
  return { debtor: "office", since: "2023-01-10", dueOn: null, daysLate: null, amountPence: null, ...part };
}

const feedbackOwed = owed({
  duty: "getFeedback",
  debtor: "group",
  since: "2022-11-30",
  dueOn: "2022-12-30",
  daysLate: 18,
});
const payOwed = owed({ duty: "pay", debtor: "lto", since: "2022-11-01", amountPence: 22_500 });
const changedOwed = owed({ duty: "checkChangedAccount", since: "2023-01-12" });
const groupSignature = owed({
  duty: "getGroupSignature",
  debtor: "group",
  since: "2022-12-16",
  dueOn: "2023-02-09",
});

export function grantRow(part: Partial<GrantRow> & Pick<GrantRow, "id">): GrantRow {
  return {
    applicationId: `a-${part.id}`,
    reference: "CC-2022-005",
    groupName: "Brightwater Steel Pans",
    purpose: "two sets of pans",
    lineCode: "1.4",
    grantedPence: 45_000,
    paidPence: 22_500,
    leftPence: 22_500,
    state: "beingPaid",
    awardedOn: "2022-10-20",
    endsOn: "2023-03-31",
    feedbackDue: "2023-04-30",
    lastPaidOn: "2022-11-04",
    next: payOwed,
    sealed: false,
    ...part,
  };
}

export const rows: GrantRow[] = [
  grantRow({ id: "g5" }),
  grantRow({
    id: "g7",
    reference: "CC-2022-007",
    groupName: "Poppyfield Lunch Club",
    purpose: "a cooker and plates",
    grantedPence: 24_000,
    paidPence: 0,
    leftPence: 24_000,
    state: "agreed",
    awardedOn: "2022-12-15",
    lastPaidOn: null,
    next: changedOwed,
  }),
  grantRow({
    id: "g6",
    reference: "CC-2022-006",
    groupName: "Second Spin Bike Workshop",
    purpose: "tools for six Saturdays",
    grantedPence: 30_000,
    paidPence: 0,
    leftPence: 30_000,
    state: "offered",
    awardedOn: "2022-12-15",
    endsOn: "2023-05-31",
    feedbackDue: "2023-06-30",
    lastPaidOn: null,
    next: groupSignature,
  }),
  grantRow({
    id: "g3",
    reference: "CC-2022-003",
    groupName: "Merrybank Growers",
    purpose: "raised beds and soil",
    grantedPence: 40_000,
    paidPence: 40_000,
    leftPence: 0,
    state: "ended",
    awardedOn: "2022-07-21",
    endsOn: "2022-11-30",
    feedbackDue: "2022-12-30",
    lastPaidOn: "2022-08-12",
    next: feedbackOwed,
  }),
  grantRow({
    id: "g2",
    reference: "CC-2022-002",
    groupName: "The Thursday Stitchers",
    purpose: "cloth and thread",
    grantedPence: 20_740,
    paidPence: 20_740,
    leftPence: 0,
    state: "closed",
    awardedOn: "2022-06-16",
    endsOn: "2022-10-31",
    feedbackDue: "2022-11-30",
    lastPaidOn: "2022-07-01",
    next: null,
  }),
];

export function grantView(part: Partial<GrantView> = {}): GrantView {
  return {
    id: "g5",
    applicationId: "a-g5",
    reference: "CC-2022-005",
    groupName: "Brightwater Steel Pans",
    payeeName: "Brightwater Steel Pans",
    purpose: "two sets of pans",
    contacts: [{ name: "Del Rankin", position: "Treasurer", phone: "01632 960 442", email: "del@brightwater.example" }],
    lineCode: "1.4",
    sealed: false,
    state: "beingPaid",
    grantedPence: 45_000,
    paidPence: 22_500,
    leftPence: 22_500,
    acceptedPence: 0,
    sentBackPence: 0,
    unreceiptedPence: 0,
    unaccountedPence: 22_500,
    receivedOn: "2022-09-22",
    awardedOn: "2022-10-20",
    issuedOn: "2022-10-21",
    returnBy: "2022-11-20",
    signedOn: "2022-11-01",
    firstEndsOn: "2023-03-31",
    endsOn: "2023-03-31",
    feedbackDue: "2023-04-30",
    feedbackOn: null,
    closedOn: null,
    closedReason: null,
    cancelledOn: null,
    extensions: [],
    instalments: [
      { when: "At the start", amountPence: 22_500 },
      { when: "After the first half", amountPence: 22_500 },
    ],
    nextInstalmentPence: 22_500,
    conditions: ["Keep the pans in the Community Hub."],
    costs: [{ id: "c1", what: "Steel pans", amountPence: 45_000, receipts: 0, acceptedPence: 0, leftPence: 45_000 }],
    account: {
      id: "acc1",
      lastFour: "4471",
      recordedOn: "2022-10-28",
      changed: false,
      former: null,
      check: { method: "nameMatched", checkedOn: "2022-11-01", by: "Anita Joyce" },
    },
    signatures: [
      { party: "group", name: "Del Rankin", position: "Treasurer", signedOn: "2022-10-30", attachmentId: "f1" },
      { party: "partnership", name: "Marcia Lowe", position: "Chair", signedOn: "2022-11-01", attachmentId: null },
    ],
    unsigned: [],
    payments: [
      {
        id: "pay1",
        amountPence: 22_500,
        paidOn: "2022-11-04",
        reference: "CC-2022-005",
        method: "bankTransfer",
        recordedBy: "Anita Joyce",
        undone: null,
      },
    ],
    receipts: [],
    sentBack: [],
    feedback: null,
    owed: [payOwed],
    story: [],
    attachments: [],
    ...part,
  };
}

export const merrybank = grantView({
  id: "g3",
  applicationId: "a-g3",
  reference: "CC-2022-003",
  groupName: "Merrybank Growers",
  payeeName: "Merrybank Growers",
  purpose: "raised beds and soil",
  contacts: [{ name: "Win Barlow", position: "Secretary", phone: "01632 960 117", email: "" }],
  state: "ended",
  grantedPence: 40_000,
  paidPence: 40_000,
  leftPence: 0,
  acceptedPence: 31_845,
  unreceiptedPence: 8_155,
  unaccountedPence: 8_155,
  receivedOn: "2022-06-20",
  awardedOn: "2022-07-21",
  issuedOn: "2022-07-22",
  signedOn: "2022-08-01",
  firstEndsOn: "2022-11-30",
  endsOn: "2022-11-30",
  feedbackDue: "2022-12-30",
  instalments: [],
  nextInstalmentPence: null,
  conditions: [],
  costs: [
    { id: "c1", what: "Timber for 6 beds", amountPence: 22_000, receipts: 2, acceptedPence: 21_450, leftPence: 550 },
    { id: "c2", what: "Soil and compost", amountPence: 12_000, receipts: 1, acceptedPence: 10_395, leftPence: 1_605 },
    { id: "c3", what: "Seeds and small tools", amountPence: 6_000, receipts: 0, acceptedPence: 0, leftPence: 6_000 },
  ],
  payments: [
    {
      id: "pay2",
      amountPence: 40_000,
      paidOn: "2022-08-12",
      reference: "CC-2022-003",
      method: "bankTransfer",
      recordedBy: "Anita Joyce",
      undone: null,
    },
  ],
  receipts: [
    {
      id: "r1",
      costId: "c1",
      amountPence: 21_450,
      acceptedPence: 21_450,
      spentOn: "2022-09-03",
      what: "Timber and screws",
      voided: null,
    },
    {
      id: "r2",
      costId: "c2",
      amountPence: 12_000,
      acceptedPence: 10_395,
      spentOn: "2022-09-10",
      what: "Soil by the ton",
      voided: null,
    },
    {
      id: "r3",
      costId: "c1",
      amountPence: 900,
      acceptedPence: 900,
      spentOn: "2022-09-11",
      what: "Screws",
      voided: "Typed twice",
    },
  ],
  owed: [feedbackOwed],
  story: [
    {
      kind: "called",
      on: "2023-01-03",
      by: "Joan Pelham",
      amountPence: null,
      text: "Left a message. Their treasurer is back on 16 January and has the receipts in a tin.",
      attachmentId: null,
    },
    { kind: "feedbackDue", on: "2022-12-30", by: null, amountPence: null, text: null, attachmentId: null },
    { kind: "fundingEnded", on: "2022-11-30", by: null, amountPence: null, text: null, attachmentId: null },
    {
      kind: "paid",
      on: "2022-08-12",
      by: "Anita Joyce",
      amountPence: 40_000,
      text: "CC-2022-003",
      attachmentId: null,
    },
    {
      kind: "signed",
      on: "2022-08-01",
      by: "Joan Pelham",
      amountPence: null,
      text: "Marcia Lowe, for the partnership",
      attachmentId: null,
    },
    {
      kind: "decided",
      on: "2022-07-21",
      by: "Joan Pelham",
      amountPence: 40_000,
      text: "Approved by the partnership meeting",
      attachmentId: null,
    },
  ],
});

export const poppyfield = grantView({
  id: "g7",
  applicationId: "a-g7",
  reference: "CC-2022-007",
  groupName: "Poppyfield Lunch Club",
  payeeName: "Poppyfield Lunch Club",
  purpose: "a cooker and plates",
  state: "agreed",
  grantedPence: 24_000,
  paidPence: 0,
  leftPence: 24_000,
  unaccountedPence: 0,
  nextInstalmentPence: 24_000,
  instalments: [],
  payments: [],
  account: {
    id: "acc2",
    lastFour: "9034",
    recordedOn: "2023-01-12",
    changed: true,
    former: { lastFour: "6620", recordedOn: "2022-11-04" },
    check: null,
  },
  owed: [changedOwed],
});

export const secondSpin = grantView({
  id: "g6",
  applicationId: "a-g6",
  reference: "CC-2022-006",
  groupName: "Second Spin Bike Workshop",
  payeeName: "Second Spin Bike Workshop",
  purpose: "tools for six Saturdays",
  state: "offered",
  grantedPence: 30_000,
  paidPence: 0,
  leftPence: 30_000,
  unaccountedPence: 0,
  awardedOn: "2022-12-15",
  issuedOn: "2022-12-16",
  returnBy: "2023-02-09",
  signedOn: null,
  instalments: [],
  payments: [],
  account: null,
  signatures: [
    { party: "partnership", name: "Marcia Lowe", position: "Chair", signedOn: "2022-12-20", attachmentId: null },
  ],
  unsigned: ["group"],
  owed: [groupSignature],
});

export const views: Record<string, GrantView> = {
  g5: grantView(),
  g3: merrybank,
  g7: poppyfield,
  g6: secondSpin,
};

const tabs: Record<GrantTab, (row: GrantRow) => boolean> = {
  all: () => true,
  toSign: ({ state }) => state === "offered",
  signed: ({ state }) => state !== "offered",
  readyToPay: ({ next }) => next?.duty === "pay",
  waitingToPay: ({ next, leftPence }) => leftPence > 0 && next?.duty !== "pay",
  paid: ({ leftPence }) => leftPence === 0,
  feedbackDue: ({ next }) => next?.duty === "getFeedback",
  feedbackLater: ({ state }) => state === "beingPaid",
  feedbackIn: ({ state }) => state === "feedbackReceived",
  finished: ({ state }) => state === "closed",
};

export function grantList(tab: GrantTab = "all", all: readonly GrantRow[] = rows): GrantList {
  const shown = all.filter(tabs[tab]);
  return {
    rows: shown,
    total: shown.length,
    grantedPence: 159_740,
    paidPence: 83_240,
    leftPence: 76_500,
    counts: (Object.keys(tabs) as GrantTab[]).map((one) => ({ tab: one, count: all.filter(tabs[one]).length })),
  };
}

function task(part: Pick<HomeTask, "owed"> & Partial<HomeTask>): HomeTask {
  return {
    applicationId: "a1",
    grantId: null,
    reference: null,
    groupName: null,
    sealed: false,
    partsDone: null,
    parts: null,
    ...part,
  };
}

export const home: Home = {
  today: "2023-01-17",
  chores: [],
  tasks: [
    task({ owed: feedbackOwed, grantId: "g3", groupName: "Merrybank Growers" }),
    task({
      owed: owed({ ...groupSignature, dueOn: "2023-01-13", daysLate: 4 }),
      grantId: "g6",
      groupName: "Second Spin Bike Workshop",
    }),
    task({ owed: changedOwed, grantId: "g7", groupName: "Poppyfield Lunch Club" }),
    task({ owed: payOwed, grantId: "g5", groupName: "Brightwater Steel Pans" }),
    task({
      owed: owed({ duty: "decide", debtor: "partnership" }),
      applicationId: "a9",
      groupName: "Night Owls Homework Club",
      sealed: true,
    }),
    task({
      owed: owed({ duty: "finishTyping" }),
      applicationId: "a8",
      groupName: "Foxglove Close Street Play",
      sealed: true,
      partsDone: 8,
      parts: 11,
    }),
  ],
  counts: { applications: 1, decisions: 2, agreements: 2, payments: 1, feedback: 1, feedbackLate: 1 },
  plan: { plannedPence: 8_800_000, committedPence: 2_005_500, paidPence: 5_734_270, freePence: 1_060_230 },
  fund: { plannedPence: 250_000, committedPence: 76_500, paidPence: 120_740, freePence: 52_760 },
  waitingCount: 2,
  waitingPence: 105_500,
  embargoes: 3,
};

function line(
  code: string,
  name: string,
  priority: number | null,
  [planned, paid, committed, free]: readonly [number, number, number, number],
  profilePence: number[],
): Budget["lines"][number] {
  return {
    code,
    name,
    priority,
    profilePence,
    yearBeforePence: priority === null ? null : (profilePence[0] ?? null),
    money: { plannedPence: planned, paidPence: paid, committedPence: committed, freePence: free },
  };
}

export const budget: Budget = {
  planName: "Final plan",
  periods: ["Apr to Sep 2022", "Oct to Mar 2023", "Apr to Jul 2023"],
  priorities: session.priorities,
  lines: [
    line("1.2", "Street performances, activities and groups", 1, [750_000, 562_500, 187_500, 0], [375_000, 375_000, 0]),
    line("1.3", "Community celebration events", 1, [400_000, 296_000, 70_000, 34_000], [200_000, 200_000, 0]),
    line("1.4", "Community Chest", 1, [250_000, 120_740, 76_500, 52_760], [125_000, 125_000, 0]),
    line("2.1", "Families and children (0-7)", 2, [1_500_000, 1_125_000, 375_000, 0], [750_000, 750_000, 0]),
    line("2.4", "Youth (mentoring)", 2, [2_500_000, 1_875_000, 625_000, 0], [1_250_000, 1_250_000, 0]),
    line("3.1", "Reduce barriers to improve skills", 3, [650_000, 487_500, 162_500, 0], [325_000, 325_000, 0]),
    line("4.4", "Legacy, contingency, closing down", null, [850_000, 0, 120_000, 730_000], [0, 0, 850_000]),
  ],
  total: home.plan,
};
