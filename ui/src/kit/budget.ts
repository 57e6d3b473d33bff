// The invented core's answers about the money of the plan. `?back` sends money back, `?behind` and `?fast` change the
// pace, `?plans=one` has no earlier plan, `?refuse` refuses what is typed, `?nothing` has nothing recorded.
import type {
  Award,
  BankPosition,
  NamedGrant,
  PlanRefusal,
  SpendCell,
  SpendLine,
  SpendMoney,
  Spendometer,
  SpendometerInput,
  Virement,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { priorities } from "./applications";

type Half = readonly [planned: number, paid: number, committed: number];
const nothing: Half = [0, 0, 0];
/** Half paid, half promised. */
const half = (planned: number): Half => [planned, planned / 2, planned / 2];
const allPaid = (planned: number): Half => [planned, planned, 0];

export const spendCell = ([planned, paid, committed]: Half): SpendCell => ({
  plannedPence: planned,
  paidPence: paid,
  committedPence: committed,
  usedPence: paid + committed,
  over: paid + committed > planned,
});

function sum(cells: readonly SpendCell[]): SpendMoney {
  const of = (part: "plannedPence" | "paidPence" | "committedPence") =>
    cells.reduce((total, cell) => total + cell[part], 0);
  const [planned, paid, committed] = [of("plannedPence"), of("paidPence"), of("committedPence")];
  return {
    plannedPence: planned,
    paidPence: paid,
    committedPence: committed,
    returnedPence: 0,
    freePence: planned - paid - committed,
  };
}

function line(code: string, name: string, priority: number | null, ...halves: Half[]): SpendLine {
  const periods = [0, 1, 2].map((at) => spendCell(halves[at] ?? nothing));
  return { code, name, priority, money: sum(periods), periods };
}

const lines: SpendLine[] = [
  line("1.2", "Street performances, activities and groups", 1, allPaid(375_000), half(375_000)),
  line("1.3", "Community celebration events", 1, [200_000, 148_000, 0], [200_000, 148_000, 70_000]),
  line("1.4", "Community Chest", 1, [125_000, 99_500, 0], [125_000, 21_240, 76_500]),
  line("2.1", "Families and children (0-7)", 2, allPaid(750_000), half(750_000)),
  line("2.3", "Youth 8-12 and 13-18", 2, allPaid(500_000), half(500_000)),
  line("2.4", "Youth (mentoring)", 2, allPaid(1_250_000), half(1_250_000)),
  line("3.1", "Reduce barriers to improve skills", 3, allPaid(325_000), half(325_000)),
  line("4.1", "Project co-ordination (honorarium)", null, [50_000, 30_000, 0], [50_000, 15_000, 15_000]),
  line("4.2", "Communications", null, [350_000, 281_250, 0], [350_000, 150_000, 124_000]),
  line("4.3", "Partnership group costs", null, [50_000, 26_840, 0], [50_000, 14_440, 0]),
  line("4.4", "Legacy, contingency, closing down", null, nothing, nothing, [850_000, 0, 120_000]),
];

const days = [
  ["Apr to Sep 2022", "2022-04-01", "2022-09-30"],
  ["Oct to Mar 2023", "2022-10-01", "2023-03-31"],
  ["Apr to Jul 2023", "2023-04-01", "2023-07-31"],
] as const;

function whole(of: readonly SpendLine[], part: Partial<Spendometer> = {}): Spendometer {
  const used = (at: number): SpendCell => {
    const money = sum(of.flatMap(({ periods }) => periods.slice(at, at + 1)));
    return spendCell([money.plannedPence, money.paidPence, money.committedPence]);
  };
  const under = (number: number | null): SpendMoney =>
    sum(of.filter(({ priority }) => priority === number).flatMap(({ periods }) => periods));
  return {
    planId: "plan2",
    planName: "Final plan",
    startsOn: "2022-04-01",
    endsOn: "2023-07-31",
    asOf: "2023-01-17",
    periods: days.map(([name, startsOn, endsOn], at) => ({ name, startsOn, endsOn, money: used(at) })),
    priorities,
    byPriority: [1, 2, 3, null].map((number) => ({ number, money: under(number) })),
    lines: [...of],
    total: sum(of.flatMap(({ periods }) => periods)),
    expectedPence: 6_290_000,
    projectedPence: 8_022_400,
    projectedLeftPence: 777_600,
    grants: [],
    ...part,
  };
}

/** The design's figures, as of 17 January 2023. */
export const spendometer: Spendometer = whole(lines);

export const namedGrants: NamedGrant[] = [
  {
    groupName: "Brightwater Steel Pans",
    purpose: "Twelve pans and a stand for the summer parade",
    amountPence: 45_000,
    awardedOn: "2022-12-15",
  },
  { groupName: "Merrybank Growers", purpose: "Raised beds and tools", amountPence: 30_000, awardedOn: "2022-10-20" },
  { groupName: "Second Spin Bike Workshop", purpose: "Spare parts", amountPence: 24_740, awardedOn: "2022-06-16" },
];

/** 1.4 without the grant whose group was not told yet. */
const open: SpendLine[] = lines.map((one) =>
  one.code === "1.4" ? line("1.4", one.name, 1, [125_000, 99_500, 0], [125_000, 21_240, 54_000]) : one,
);

/** With money that came back on the fund. */
export const withReturned: Spendometer = whole(
  lines.map((one) => (one.code === "1.4" ? { ...one, money: { ...one.money, returnedPence: 6_500 } } : one)),
  { total: { ...spendometer.total, returnedPence: 6_500 } },
);

function spent({ planId, asOf, public: seen }: SpendometerInput, asked: URLSearchParams): Spendometer {
  const base = seen ? whole(open, { grants: namedGrants }) : asked.has("back") ? withReturned : spendometer;
  if (planId === "plan1")
    return { ...base, planId, planName: "Second plan", startsOn: "2019-04-01", endsOn: "2022-03-31" };
  const early = { expectedPence: 1_320_000, projectedPence: 9_140_000, projectedLeftPence: -340_000 };
  return { ...base, ...(asked.has("fast") ? early : {}), asOf: asOf ?? "2023-01-17" };
}

export const virements: Virement[] = [
  {
    id: "v2",
    from: { code: "1.3", period: 1 },
    to: { code: "1.4", period: 1 },
    amountPence: 50_000,
    decidedOn: "2022-12-15",
    decidedBy: "Partnership meeting",
    reason: "The jubilee street party cost less than planned, and more groups asked the Chest.",
    recordedBy: "Joan Pelham",
  },
  {
    id: "v1",
    from: null,
    to: { code: "4.4", period: 2 },
    amountPence: 100_000,
    decidedOn: "2022-10-20",
    decidedBy: "Local Trust",
    reason: "A small extra award for the closing event.",
    recordedBy: "Joan Pelham",
  },
];

const award = (part: Partial<Award> & Pick<Award, "id" | "reference" | "code" | "lineName" | "payeeName">): Award => ({
  kind: "partner",
  whatFor: "",
  amountPence: 0,
  paidPence: 0,
  leftPence: 0,
  decidedOn: "2022-03-17",
  decidedBy: "Partnership meeting",
  parts: [],
  payments: [],
  endedOn: null,
  endedReason: "",
  ...part,
});

export const awards: Award[] = [
  award({
    id: "aw2",
    reference: "SLA-1.2",
    code: "1.2",
    lineName: "Street performances, activities and groups",
    payeeName: "Sorrel Walk Arts",
    whatFor: "Eight street performances",
    amountPence: 750_000,
    paidPence: 562_500,
    leftPence: 187_500,
  }),
  award({
    id: "aw1",
    reference: "SLA-2.4",
    code: "2.4",
    lineName: "Youth (mentoring)",
    payeeName: "Enthusiasm Trust",
    whatFor: "One hour a week of mentoring for at least eight young people",
    amountPence: 2_500_000,
    paidPence: 1_875_000,
    leftPence: 625_000,
    parts: ["2022-04-30", "2022-07-31", "2022-10-31", "2023-01-31"].map((dueOn) => ({ dueOn, amountPence: 625_000 })),
    payments: [
      ...(["2022-05-03", "2022-08-02", "2022-11-04"] as const).map((paidOn, at) => ({
        id: `ap${String(at)}`,
        amountPence: 625_000,
        paidOn,
        reference: `SLA24 Q${String(at + 1)}`,
        recordedBy: "Joan Pelham",
        undone: null,
      })),
      {
        id: "ap9",
        amountPence: 625_000,
        paidOn: "2022-08-01",
        reference: "SLA24 Q2",
        recordedBy: "Joan Pelham",
        undone: { way: "voided", on: "2022-08-03", reason: "Typed twice" },
      },
    ],
  }),
  award({
    id: "aw3",
    reference: "COST-4.2",
    kind: "cost",
    code: "4.2",
    lineName: "Communications",
    payeeName: "Harvey Road Print",
    whatFor: "The winter newsletter, 3,400 copies",
    amountPence: 124_000,
    paidPence: 0,
    leftPence: 124_000,
    decidedOn: "2022-12-15",
  }),
  award({
    id: "aw4",
    reference: "COST-4.3",
    kind: "cost",
    code: "4.3",
    lineName: "Partnership group costs",
    payeeName: "Allenton Community Centre",
    whatFor: "Room hire until December",
    amountPence: 50_000,
    paidPence: 41_280,
    leftPence: 0,
    decidedOn: "2022-04-21",
    endedOn: "2022-12-31",
    endedReason: "Two meetings were held on line.",
  }),
];

export const bank: BankPosition = {
  lto: "Enthusiasm Trust",
  plannedPence: 8_800_000,
  drawnDownPence: 6_600_000,
  paidPence: 5_740_770,
  returnedPence: 6_500,
  inBankPence: 865_730,
  committedPence: 2_005_500,
  sparePence: -1_139_770,
  toDrawPence: 2_200_000,
  ltoShare: 500,
  ltoSharePence: 330_000,
  drawDowns: [
    { id: "d1", amountPence: 3_975_000, receivedOn: "2022-04-12", note: "First half-year", voided: null },
    { id: "d2", amountPence: 2_625_000, receivedOn: "2022-10-06", note: "", voided: "The amount was typed twice." },
    { id: "d3", amountPence: 2_625_000, receivedOn: "2022-10-06", note: "Part of the second half-year", voided: null },
  ],
};

export function budgetCore(asked: URLSearchParams): Record<string, Handler> {
  const input = (args: Record<string, unknown>): unknown => args.input;
  const refuse = (refusal: PlanRefusal): null => {
    if (asked.has("refuse")) throw new Refusal({ code: "planRefused", refusal });
    return null;
  };
  const some = <T>(all: T[]): T[] => (asked.has("nothing") ? [] : all);
  return {
    spendometer: (args) => spent(input(args) as SpendometerInput, asked),
    virements: () => some(virements),
    record_virement: () => refuse({ kind: "notEnoughFree", code: "1.3", freePence: 34_000, overPence: 16_000 }),
    awards: () => some(awards),
    record_award: () => {
      refuse({ kind: "notEnoughFree", code: "4.2", freePence: 144_750, overPence: 5_250 });
      return "aw9";
    },
    pay_award: () => refuse({ kind: "exceedsAward", leftPence: 625_000, overPence: 75_000 }),
    undo_award_payment: () => refuse({ kind: "beforeDecision", decidedOn: "2022-03-17" }),
    end_award: () => refuse({ kind: "beforeDecision", decidedOn: "2022-03-17" }),
    bank_position: () => (asked.has("nothing") ? { ...bank, drawDowns: [] } : bank),
    record_draw_down: () => null,
    void_draw_down: () => null,
    save_spend_table: () => "/home/joan/Documents/spendometer-2023-01-17.xlsx",
  };
}
