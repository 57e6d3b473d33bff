// Invented plans, typed as the core answers them: for tests, and for looking at the window on an invented core.
import type { BudgetTable, CellReading, PlanDraft, PlanLine, PlanList, PlanView, TableCell, TypedPlan } from "$lib/ipc";

export const planList: PlanList = {
  plans: [
    {
      id: "plan1",
      name: "Second plan",
      startsOn: "2019-04-01",
      endsOn: "2022-03-31",
      state: "past",
      plannedPence: 43_560_000,
    },
    {
      id: "plan2",
      name: "Final plan",
      startsOn: "2022-04-01",
      endsOn: "2023-07-31",
      state: "current",
      plannedPence: 8_800_000,
    },
  ],
  draft: false,
};

const line = (
  code: string,
  name: string,
  priority: number | null,
  profile: [number, number, number],
  planned: number,
  share: string | null,
  before: number,
  words: Partial<Pick<PlanLine, "leadPartner" | "notes" | "adoptedPence">> = {},
): PlanLine => ({
  code,
  name,
  priority,
  leadPartner: "",
  notes: "",
  profilePence: profile.map((pounds) => pounds * 100),
  plannedPence: planned * 100,
  adoptedPence: planned * 100,
  share,
  yearBeforePence: before * 100,
  ...words,
});

export const planView: PlanView = {
  id: "plan2",
  name: "Final plan",
  startsOn: "2022-04-01",
  endsOn: "2023-07-31",
  state: "current",
  fundCode: "1.4",
  fundName: "Community Chest",
  outcomes: [
    "Communities will be better able to identify local needs and take action.",
    "People will have increased skills and confidence.",
    "The community will make a difference to the needs it puts first.",
    "People will feel that their area is an even better place to live.",
  ],
  priorities: [
    {
      name: "Strengthening the community",
      outcomes: ["More people take part in what happens here.", "Neighbours know each other."],
      criteria: ["New groups have started and go on.", "Residents say there is more to do."],
    },
    {
      name: "Improving life skills",
      outcomes: ["Children and young people feel safe and are heard."],
      criteria: ["More young people come to the sessions.", "Families say what changed for them."],
    },
    {
      name: "Creating opportunities for training and employment",
      outcomes: ["Residents find work or training that fits them."],
      criteria: ["Residents tell us that they found work."],
    },
  ],
  periods: [
    {
      name: "Year 9, months 1 to 6",
      startsOn: "2022-04-01",
      endsOn: "2022-09-30",
      totalPence: 3_975_000,
      balancePence: 4_825_000,
    },
    {
      name: "Year 9, months 7 to 12",
      startsOn: "2022-10-01",
      endsOn: "2023-03-31",
      totalPence: 3_975_000,
      balancePence: 850_000,
    },
    {
      name: "Year 10, months 1 to 4",
      startsOn: "2023-04-01",
      endsOn: "2023-07-31",
      totalPence: 850_000,
      balancePence: 0,
    },
  ],
  lines: [
    line("1.2", "Street performances, activities and groups", 1, [3750, 3750, 0], 7500, "8.52", 15_520, {
      leadPartner: "Marigold Arts",
      notes: "Includes the summer play days.",
    }),
    line("1.3", "Community celebration events", 1, [2000, 2000, 0], 4000, "4.54", 8000),
    line("1.4", "Community Chest", 1, [1250, 1250, 0], 2500, "2.84", 5000, {
      notes: "Open to applications all year.",
    }),
    line("2.1", "Families and children 0 to 7", 2, [7500, 7500, 0], 15_000, "17.05", 31_836, {
      leadPartner: "Larkfield Children’s Centre",
    }),
    line("2.3", "Youth 8 to 12 and 13 to 18", 2, [5000, 5000, 0], 10_000, "11.36", 23_575),
    line("2.4", "Youth (mentoring)", 2, [12_500, 12_500, 0], 25_000, "28.41", 20_808, {
      leadPartner: "Stepping Stones",
      adoptedPence: 2_400_000,
    }),
    line("2.5", "Older residents", 2, [0, 0, 0], 0, null, 3000),
    line("2.6", "Families, special needs 5 to 10", 2, [0, 0, 0], 0, null, 6500),
    line("3.1", "Reduce barriers", 3, [3250, 3250, 0], 6500, "7.39", 12_485),
    line("3.2", "Bursary", 3, [0, 0, 0], 0, null, 4000),
    line("4.1", "Project co-ordination", null, [500, 500, 0], 1000, "1.14", 7550),
    line("4.2", "Communications", null, [3500, 3500, 0], 7000, "7.95", 5926),
    line("4.3", "Partnership costs", null, [500, 500, 0], 1000, "1.14", 1000),
    line("4.4", "Legacy, contingency and closing", null, [0, 0, 8500], 8500, "9.66", 0),
  ],
  totalPence: 8_800_000,
  yearBeforePence: 14_520_000,
  yearBeforeLabel: "2020-21",
  adoptedOn: "2022-03-17",
  adoptedBy: "The partnership meeting",
  discrepancies: [
    {
      kind: "total",
      place: "§1.2",
      about: null,
      printed: "£87,000",
      exact: "£88,000.00",
      differencePence: 100_000,
    },
    {
      kind: "cashAvailable",
      place: "§3.5",
      about: null,
      printed: "£88,066.02",
      exact: "£87,700.62",
      differencePence: -29_938,
    },
    {
      kind: "monthCount",
      place: "§1.2",
      about: "Year 10, months 1 to 4",
      printed: "three months",
      exact: "4",
      differencePence: null,
    },
    {
      kind: "periodAfterEnd",
      place: "§10",
      about: null,
      printed: "Months 5 to 8",
      exact: "2023-07-31",
      differencePence: null,
    },
    { kind: "share", place: "§10", about: "1.4", printed: "2.85", exact: "2.84", differencePence: null },
  ],
};

const date = (day: string, month: string, year: string) => ({ day, month, year });

export const typedPlan: TypedPlan = {
  name: "Legacy plan",
  startsOn: date("1", "8", "2023"),
  endsOn: date("31", "7", "2024"),
  outcomes: [...planView.outcomes],
  priorities: structuredClone(planView.priorities),
  periods: [
    { name: "Months 1 to 6", startsOn: date("1", "8", "2023"), endsOn: date("31", "1", "2024") },
    { name: "Months 7 to 12", startsOn: date("1", "2", "2024"), endsOn: date("31", "7", "2024") },
  ],
  lines: [
    {
      code: "1.2",
      name: "Street performances, activities and groups",
      priority: 1,
      leadPartner: "Marigold Arts",
      notes: "",
      amounts: ["2,000", "2,000"],
      yearBefore: "7,500.00",
    },
    {
      code: "1.4",
      name: "Community Chest",
      priority: 1,
      leadPartner: "",
      notes: "Open to applications all year.",
      amounts: ["1250", "1250"],
      yearBefore: "2,500.00",
    },
    {
      code: "2.4",
      name: "Youth (mentoring)",
      priority: 2,
      leadPartner: "Stepping Stones",
      notes: "",
      amounts: ["6,000", "£6,0x0"],
      yearBefore: "25,000.00",
    },
    {
      code: "4.1",
      name: "Project co-ordination",
      priority: null,
      leadPartner: "",
      notes: "",
      amounts: ["500", "500"],
      yearBefore: "1,000.00",
    },
  ],
  fundCode: "1.4",
  fundName: "Community Chest",
  fundPrefix: "CC",
  yearBeforeLabel: "Final plan",
};

export const planDraft: PlanDraft = {
  revision: 3,
  plan: typedPlan,
  lineTotalsPence: [400_000, 250_000, null, 100_000],
  shares: [null, null, null, null],
  periodTotalsPence: [975_000, null],
  totalPence: null,
  problems: [{ field: "lines.2.amounts.1", fault: "notAnAmount", most: null }],
};

const cell = (text: string, reading: CellReading): TableCell => ({ text, reading });
const said = (text: string): TableCell => cell(text, { reading: text === "" ? "empty" : "words" });
const money = (text: string, pence: number): TableCell => cell(text, { reading: "amount", pence });
const left = (text: string): TableCell => cell(text, { reading: "ignored" });

export const budgetTable: BudgetTable = {
  name: "Budget draft 2.xlsx",
  columns: [
    { role: "code" },
    { role: "name" },
    { role: "period", place: 0 },
    { role: "period", place: 1 },
    { role: "total" },
    { role: "share" },
    { role: "ignored" },
  ],
  rows: [
    {
      kind: "heading",
      cells: ["", "Activity", "Months 1-6", "Months 7-12", "Total", "%", "Who typed it"].map(left),
    },
    {
      kind: "priority",
      cells: ["Strengthening the community", "", "", "", "", "", ""].map(left),
    },
    {
      kind: "line",
      cells: [
        said("1.2"),
        said("Street performances"),
        money("£3,750", 375_000),
        money("3750.00", 375_000),
        cell("£7,500", { reading: "agrees" }),
        cell("75.76", { reading: "agrees" }),
        left("MB"),
      ],
    },
    {
      kind: "line",
      cells: [
        said("1.4"),
        said("Community Chest"),
        money("£1,2 00", 120_000),
        cell("twelve hundred", { reading: "notUnderstood", fault: "notAnAmount" }),
        cell("£2,500", { reading: "differs", exact: "£2,400.00" }),
        cell("24.24", { reading: "agrees" }),
        left("MB"),
      ],
    },
    {
      kind: "line",
      cells: [
        said("4.4"),
        said("Legacy"),
        money("£0,000", 0),
        cell("=SUM(C2:C4)", { reading: "formula" }),
        cell("", { reading: "empty" }),
        cell("", { reading: "empty" }),
        left(""),
      ],
    },
    {
      kind: "sum",
      cells: ["", "Total", "£4,950", "£3,750", "£9,900", "100", ""].map(left),
    },
  ],
  lines: 3,
  notUnderstood: 3,
  totalPence: 870_000,
};
