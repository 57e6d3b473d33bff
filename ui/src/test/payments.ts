// Invented payment packs and receipts, typed as the core answers them: for tests, and for the window on an invented core.
import type { PaymentFactRow, PaymentPackPlan, PaymentReceipt, PaymentSettings } from "$lib/ipc";

export const packPlan: PaymentPackPlan = {
  lto: "Fernside Community Trust",
  clerks: [
    { id: "c1", name: "Anita Joyce", hasKeys: true },
    { id: "c2", name: "Tom Ashdown", hasKeys: true },
    { id: "c3", name: "Priya Shaw", hasKeys: false },
  ],
  ready: 3,
  readyPence: 87_500,
  waiting: 2,
  notTold: 1,
  twoPeople: true,
  packs: [
    { at: "2023-01-10T09:12:00Z", people: ["Anita Joyce", "Tom Ashdown"] },
    { at: "2022-12-12T14:05:00Z", people: ["Anita Joyce"] },
  ],
  receipts: [{ at: "2022-12-19T11:40:00Z", people: ["Anita Joyce"] }],
};

export const facts: PaymentFactRow[] = [
  {
    grantId: "g5",
    reference: "CC-2022-005",
    groupName: "Brightwater Steel Pans",
    by: "Anita Joyce",
    about: {
      what: "paid",
      amountPence: 22_500,
      paidOn: "2023-01-13",
      reference: "CC-2022-005 2",
      method: "bankTransfer",
      approvedBy: "Tom Ashdown",
    },
    state: { state: "new" },
  },
  {
    grantId: "g7",
    reference: "CC-2022-007",
    groupName: "Poppyfield Lunch Club",
    by: "Anita Joyce",
    about: {
      what: "paid",
      amountPence: 24_000,
      paidOn: "2023-01-13",
      reference: "CC-2022-007",
      method: "bankTransfer",
      approvedBy: "Tom Ashdown",
    },
    state: { state: "formerAccount" },
  },
  {
    grantId: "g7",
    reference: "CC-2022-007",
    groupName: "Poppyfield Lunch Club",
    by: "Anita Joyce",
    about: { what: "payeeConfirmed", outcome: "closeMatch", bankName: "POPPYFIELD LUNCH" },
    state: { state: "new" },
  },
  {
    grantId: "g2",
    reference: "CC-2022-002",
    groupName: "The Thursday Stitchers",
    by: "Tom Ashdown",
    about: {
      what: "undone",
      way: "returned",
      amountPence: 20_740,
      on: "2023-01-16",
      reason: "The account was closed",
    },
    state: { state: "new" },
  },
  {
    grantId: "g3",
    reference: "CC-2022-003",
    groupName: "Merrybank Growers",
    by: "Anita Joyce",
    about: { what: "seen", amountPence: 40_000, seenOn: "2022-08-13", back: false },
    state: { state: "held" },
  },
];

export const receipt: PaymentReceipt = {
  state: "readable",
  path: "/media/stick/receipt.chestpack",
  from: "Anita Joyce",
  madeAt: "2023-01-16T15:20:00Z",
  facts,
  new: 4,
  paidPence: 46_500,
  mayTakeIn: true,
};

const [first] = facts;
export const refusedReceipt: PaymentReceipt = {
  ...receipt,
  facts: [
    ...(first
      ? [
          {
            ...first,
            state: {
              state: "refused" as const,
              refusal: { kind: "exceedsGrant" as const, grantedPence: 45_000, leftPence: 0, overPence: 22_500 },
            },
          },
        ]
      : []),
    ...facts.slice(1),
    {
      grantId: null,
      reference: "CC-2021-040",
      groupName: "",
      by: "Anita Joyce",
      about: { what: "accountChecked", method: "phoned", checkedOn: "2023-01-12" },
      state: { state: "unknown" },
    },
  ],
  mayTakeIn: false,
};

export const paymentSettings: PaymentSettings = {
  lto: "Fernside Community Trust",
  twoPeople: true,
  eraseAfterDays: 90,
  ltoShare: 500,
  tablesLoadedOn: null,
};
