// An invented clerk's desk for the check sheet and for tests: the ledger of one partnership. It moves, so that a payment
// can be walked through; it is not what the program relies on.
import type {
  ApproveRunInput,
  ClerkGrant,
  ClerkGrantInput,
  ClerkLedger,
  ClerkPayInput,
  LedgerGrant,
  LedgerRow,
  MakeRunInput,
  PayBar,
  Payment,
  PaymentRun,
  PayRunInput,
  RunInput,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { penceTyped } from "$words/format";
import { bankFileRows, ofxPick, reconciliation, statementPick } from "./statements";

const grant = (
  grantId: string,
  groupName: string,
  purpose: string,
  [granted, paid]: [number, number],
  more: Partial<LedgerGrant> = {},
): LedgerGrant => ({
  grantId,
  reference: `CC-2022-${grantId.slice(1).padStart(3, "0")}`,
  groupName,
  payeeName: groupName,
  purpose,
  lineCode: "1.4",
  grantedPence: granted,
  paidPence: paid,
  leftPence: granted - paid,
  nextPence: granted - paid,
  part: null,
  tab: granted === paid ? "paid" : "readyToPay",
  bars: [],
  lastPaidOn: paid > 0 ? "2022-11-04" : null,
  lastFour: "4471",
  ...more,
});
const waits = (...bars: PayBar[]): Partial<LedgerGrant> => ({ tab: "waiting", bars });

export const ledgerGrants: LedgerGrant[] = [
  grant("g5", "Brightwater Steel Pans", "Pans and tuition", [45_000, 22_500], { part: [2, 2] }),
  grant("g11", "Foxglove Close Street Play", "Play days in the summer", [21_000, 0], { lastFour: "2208" }),
  grant("g12", "Riverside Walking Group", "Boots and flasks", [18_550, 0], { lastFour: "7730" }),
  grant("g7", "Poppyfield Lunch Club", "A cooker and pans", [24_000, 0], {
    ...waits("accountChanged"),
    lastFour: "9034",
  }),
  grant("g6", "Second Spin Bike Workshop", "Tools for repairs", [30_000, 0], waits("groupSignature")),
  grant("g8", "Night Owls Homework Club", "Books and fruit", [29_500, 0], waits("condition", "accountNotChecked")),
  grant("g13", "The Canal Singers", "Song books", [15_000, 0], { ...waits("noMatch"), lastFour: "1186" }),
  grant("g14", "Hollybank Allotments", "A shared shed", [50_000, 0], { ...waits("modulusFails"), lastFour: "0032" }),
  grant("g15", "Allenton Chess Club", "Boards and clocks", [12_000, 0], { ...waits("noAccount"), lastFour: null }),
  grant("g2", "The Thursday Stitchers", "Fabric and thread", [25_000, 25_000]),
  grant("g3", "Merrybank Growers", "Raised beds", [48_000, 48_000], { lastPaidOn: "2022-10-14" }),
  grant("g4", "Hand in Hand Toddlers", "Mats and toys", [32_000, 32_000], { lastPaidOn: "2022-10-14" }),
];

export const waitingRun: PaymentRun = {
  runId: "r2",
  madeBy: "Dev Rana",
  madeOn: "2023-01-16",
  payOn: "2023-01-20",
  state: "waiting",
  approvedBy: null,
  reason: "",
  rows: [
    {
      grantId: "g11",
      grantReference: "CC-2022-011",
      payeeName: "Foxglove Close Street Play",
      amountPence: 21_000,
      reference: "CC-2022-011",
      lastFour: "2208",
      bars: [],
    },
    {
      grantId: "g12",
      grantReference: "CC-2022-012",
      payeeName: "Riverside Walking Group",
      amountPence: 18_550,
      reference: "CC-2022-012",
      lastFour: "7730",
      bars: [],
    },
  ],
  totalPence: 39_550,
  mayApprove: true,
  mayPay: false,
};
const paidRun: PaymentRun = {
  ...waitingRun,
  runId: "r1",
  madeBy: "Anita Joyce",
  approvedBy: "Dev Rana",
  madeOn: "2022-11-03",
  payOn: "2022-11-04",
  state: "paid",
  mayApprove: false,
};

export const ledgerSample: ClerkLedger = {
  ledgerId: "l1",
  partnership: "Allenton Big Local",
  lto: "Derby Community Trust",
  coOrdinator: "Joan Pelham",
  madeOn: "2023-01-16",
  today: "2023-01-17",
  twoPeople: false,
  others: ["Dev Rana"],
  grants: ledgerGrants,
  runs: [paidRun],
  funds: {
    drawnDownPence: 5_000_000,
    paidPence: 3_323_500,
    committedPence: 1_676_500,
    inBankPence: 1_676_500,
  },
  unsent: 0,
  sentAt: "2022-11-07T15:20:00Z",
  tablesLoadedOn: null,
};

const first: Payment = {
  id: "pay1",
  amountPence: 22_500,
  paidOn: "2022-11-04",
  reference: "CC-2022-005 1OF2",
  method: "bankTransfer",
  recordedBy: "Anita Joyce",
  approvedBy: "Dev Rana",
  seenOn: "2022-11-05",
  returnSeenOn: null,
  undone: null,
};

export const clerkGrantSample = (row: LedgerGrant): ClerkGrant => {
  const barred = (bar: PayBar): boolean => row.bars.includes(bar);
  const changed = barred("accountChanged");
  const signed = (party: "group" | "partnership", name: string, position: string) => ({
    party,
    name,
    position,
    signedOn: "2022-10-28",
    attachmentId: null,
  });
  return {
    grant: row,
    awardedOn: "2022-10-20",
    endsOn: "2023-10-19",
    instalments:
      row.part === null
        ? []
        : [
            { when: "On signing", amountPence: 22_500 },
            { when: "After the first half-term", amountPence: 22_500 },
          ],
    conditions: barred("condition")
      ? [
          { text: "Show a safeguarding policy", metOn: null, note: "" },
          { text: "Say who holds the keys", metOn: "2022-11-30", note: "By letter" },
        ]
      : [],
    signatures: [
      ...(barred("groupSignature") ? [] : [signed("group", "Sofia Brandt", "Treasurer")]),
      signed("partnership", "Marcia Lowe", "Chair"),
    ],
    agreement: !barred("groupSignature"),
    account:
      row.lastFour === null
        ? null
        : {
            lastFour: row.lastFour,
            recordedOn: changed ? "2023-01-12" : "2022-10-25",
            changed,
            former: changed ? { lastFour: "6620", recordedOn: "2022-11-04" } : null,
            check:
              changed || barred("accountNotChecked")
                ? null
                : { method: "statementSeen", checkedOn: "2022-10-27", by: "Joan Pelham" },
            modulus: barred("modulusFails") ? "fails" : "noTables",
            confirmation: barred("noMatch")
              ? {
                  outcome: "noMatch",
                  bankName: "C SINGER",
                  action: "Asked the co-ordinator",
                  seenOn: "2023-01-13",
                  seenBy: "Anita Joyce",
                }
              : row.grantId === "g5"
                ? {
                    outcome: "match",
                    bankName: "",
                    action: "",
                    seenOn: "2022-11-01",
                    seenBy: "Anita Joyce",
                  }
                : null,
            numbers: true,
          },
    payments: row.paidPence > 0 ? [{ ...first, amountPence: row.paidPence, reference: row.reference }] : [],
  };
};

export const ledgerRowOf = (ledger: ClerkLedger): LedgerRow => {
  const ready = ledger.grants.filter(({ tab }) => tab === "readyToPay");
  return {
    ledgerId: ledger.ledgerId,
    partnership: ledger.partnership,
    madeOn: ledger.madeOn,
    ready: ready.length,
    readyPence: ready.reduce((sum, { nextPence }) => sum + nextPence, 0),
    waiting: ledger.grants.filter(({ tab }) => tab === "waiting").length,
    unsent: ledger.unsent,
  };
};

/** `?two` asks for two people, `?unsent` has something to send, `?run` has a run that waits, `?ofx` a statement of its own kind. */
export function clerkCore(asked: URLSearchParams, pdf: () => string): Record<string, Handler> {
  let ledger: ClerkLedger = {
    ...ledgerSample,
    twoPeople: asked.has("two"),
    unsent: asked.has("unsent") ? 3 : 0,
    runs: asked.has("run") || asked.has("two") ? [waitingRun, paidRun] : [paidRun],
  };
  const change = (changes: Partial<ClerkLedger>): ClerkLedger =>
    (ledger = { ...ledger, unsent: ledger.unsent + 1, ...changes });
  const changeGrant = (grantId: string, changes: (row: LedgerGrant) => Partial<LedgerGrant>): LedgerGrant[] =>
    ledger.grants.map((row) => (row.grantId === grantId ? { ...row, ...changes(row) } : row));
  const paid =
    (amount: number, on: string) =>
    (row: LedgerGrant): Partial<LedgerGrant> => {
      const left = row.leftPence - amount;
      return {
        paidPence: row.paidPence + amount,
        leftPence: left,
        nextPence: left,
        part: null,
        tab: left === 0 ? "paid" : row.tab,
        lastPaidOn: on,
      };
    };
  const changeRun = (runId: string, changes: Partial<PaymentRun>): PaymentRun[] =>
    ledger.runs.map((one) => (one.runId === runId ? { ...one, ...changes } : one));
  const of = (input: unknown): LedgerGrant => {
    const row = ledger.grants.find(({ grantId }) => grantId === (input as ClerkGrantInput).grantId);
    if (!row) throw new Refusal({ code: "notFound" });
    return row;
  };
  return {
    clerk_ledger: () => ledger,
    clerk_grant: ({ input }) => clerkGrantSample(of(input)),
    clerk_account: ({ input }) => ({
      accountName: of(input).payeeName,
      sortCode: "04-00-10",
      accountNumber: `0012${of(input).lastFour ?? ""}`,
    }),
    clerk_agreement: () => ({ name: "Signed agreement.pdf", mediaType: "application/pdf", base64: pdf() }),
    clerk_pay: ({ input }) => {
      const { grantId, amount } = input as ClerkPayInput;
      const { leftPence, grantedPence } = of(input);
      const pence = penceTyped(amount) ?? 0;
      if (pence > leftPence)
        throw new Refusal({
          code: "grantRefused",
          refusal: { kind: "exceedsGrant", grantedPence, leftPence, overPence: pence - leftPence },
        });
      return change({ grants: changeGrant(grantId, paid(pence, ledger.today)) });
    },
    clerk_undo: () => change({}),
    clerk_check: ({ input }) =>
      change({
        grants: changeGrant((input as ClerkGrantInput).grantId, () => ({ tab: "readyToPay", bars: [] })),
      }),
    clerk_confirm: () => change({}),
    make_run: ({ input }) => {
      const { rows } = input as MakeRunInput;
      const run: PaymentRun = {
        ...waitingRun,
        runId: "r3",
        madeBy: "Anita Joyce",
        madeOn: ledger.today,
        state: ledger.twoPeople ? "waiting" : "approved",
        rows: rows.map(({ grantId, amount, reference }) => {
          const row = ledger.grants.find((one) => one.grantId === grantId);
          return {
            grantId,
            grantReference: row?.reference ?? "",
            payeeName: row?.payeeName ?? "",
            amountPence: penceTyped(amount) ?? 0,
            reference,
            lastFour: row?.lastFour ?? null,
            bars: [],
          };
        }),
        totalPence: rows.reduce((sum, { amount }) => sum + (penceTyped(amount) ?? 0), 0),
        mayApprove: false,
        mayPay: !ledger.twoPeople,
      };
      const inRun = rows.map(({ grantId }) => grantId);
      return change({
        runs: [run, ...ledger.runs],
        grants: ledger.grants.map((row) =>
          inRun.includes(row.grantId) ? { ...row, tab: "waiting", bars: ["inRun"] } : row,
        ),
      });
    },
    approve_run: ({ input }) => {
      const { runId, approved, reason } = input as ApproveRunInput;
      return change({
        runs: changeRun(runId, {
          state: approved ? "approved" : "sentBack",
          approvedBy: approved ? "Anita Joyce" : null,
          reason,
          mayApprove: false,
          mayPay: approved,
        }),
      });
    },
    drop_run: ({ input }) => change({ runs: changeRun((input as RunInput).runId, { state: "dropped" }) }),
    pay_run: ({ input }) => change({ runs: changeRun((input as PayRunInput).runId, { state: "paid", mayPay: false }) }),
    bank_file_layouts: () => [
      { id: "paygate", name: "Paygate CSV", ownAccount: false },
      { id: "standard18", name: "BACS Standard 18", ownAccount: true },
    ],
    preview_bank_file: () => ({ rows: bankFileRows, totalPence: 39_550, changed: 2 }),
    save_bank_file: () => "/home/anita/Documents/payments 2023-01-20.csv",
    pick_statement: () => (asked.has("ofx") ? ofxPick : statementPick),
    read_statement: () => ({ state: "read", reconciliation }),
    read_ofx_statement: () => ({ state: "read", reconciliation }),
    confirm_matches: () => change({}),
    load_clerk_tables: () => {
      change({ tablesLoadedOn: ledger.today, unsent: ledger.unsent });
      return 1_041;
    },
    save_clerk_receipt: () => {
      const facts = ledger.unsent;
      change({ unsent: 0, sentAt: "2023-01-17T16:05:00Z" });
      return { path: "/media/stick/pack 51C8-77A0.chestpack", facts };
    },
    clerk_paper: () => ({ title: "Payment list", fileName: "payment-list.pdf", pages: 2, base64: pdf() }),
    open_clerk_paper: () => null,
    save_clerk_paper: () => "/home/anita/Documents/payment-list.pdf",
    remove_ledger: () => null,
  };
}
