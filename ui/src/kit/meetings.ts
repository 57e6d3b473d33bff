// The invented core's answers about meetings. `?meeting=` coming, today, sitting, ended, approved, calledOff or empty;
// `?nothing`; `?reader` for somebody who does not keep meetings; `?minutes=approved`; `?refuse` refuses what is typed.
import type {
  AgendaItem,
  Meeting,
  MeetingRow,
  Meetings,
  MeetingStage,
  Minutes,
  MinutesItem,
  MoveItemInput,
  RecordNoticeInput,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";

export const meetingRow = (part: Partial<MeetingRow> = {}): MeetingRow => ({
  id: "m1",
  kind: "partnership",
  on: "2023-01-26",
  startsAt: "18:30",
  place: "Community Hub",
  stage: "planned",
  items: 6,
  noticeDueOn: "2023-01-19",
  ...part,
});

const coming: MeetingRow[] = [
  meetingRow({ id: "m2", kind: "subGroup", on: "2023-01-19", startsAt: "14:00", items: 2, noticeDueOn: "2023-01-12" }),
  meetingRow(),
  meetingRow({ id: "m3", on: "2023-03-02", items: 0, noticeDueOn: "2023-02-23" }),
  meetingRow({
    id: "m4",
    kind: "forum",
    on: "2023-03-25",
    startsAt: "11:00",
    place: "Allenton Community Centre, Crayford Road",
    items: 1,
    noticeDueOn: null,
  }),
];
const past: MeetingRow[] = [
  meetingRow({ id: "m5", on: "2022-12-15", stage: "ended", noticeDueOn: null, items: 7 }),
  meetingRow({ id: "m6", on: "2022-11-17", stage: "calledOff", noticeDueOn: null, items: 3 }),
  meetingRow({ id: "m7", on: "2022-10-20", stage: "approved", noticeDueOn: null, items: 9 }),
];

export const meetings = (part: Partial<Meetings> = {}): Meetings => ({
  programme: { from: "2022-04-01", to: "2023-03-31", meetings: 4, needed: 6, forum: true },
  coming,
  past,
  mayKeep: true,
  ...part,
});

export const agendaItem = (part: Partial<AgendaItem> & Pick<AgendaItem, "id">): AgendaItem => ({
  number: 1,
  kind: "general",
  title: "Welcome and apologies",
  about: "",
  applicationId: null,
  reference: null,
  sealed: false,
  public: true,
  addedOn: "2023-01-09",
  late: false,
  from: null,
  subject: null,
  papers: [],
  ...part,
});

const agenda: AgendaItem[] = [
  agendaItem({ id: "i1" }),
  agendaItem({
    id: "i2",
    kind: "minutes",
    title: "Minutes of 15 December 2022",
    subject: "Partnership meeting of 15 December 2022",
  }),
  agendaItem({
    id: "i3",
    kind: "grant",
    title: "Night Owls Homework Club",
    about: "Asked for £385.00. The reviewers would fund it in part.",
    applicationId: "a8",
    reference: "CC-2023-008",
    sealed: true,
    papers: [
      { id: "p1", name: "Panel report.pdf", mediaType: "application/pdf", size: 84_000 },
      { id: "p2", name: "Letter from the library.jpg", mediaType: "image/jpeg", size: 320_000 },
    ],
  }),
  agendaItem({
    id: "i4",
    kind: "grant",
    title: null,
    applicationId: "a6",
    reference: "CC-2023-005",
    sealed: true,
    from: "2022-12-15",
  }),
  agendaItem({
    id: "i5",
    title: "Draft closing plan",
    about: "What is left for the last four months. A first reading.",
    public: false,
    late: true,
    addedOn: "2023-01-17",
  }),
  agendaItem({ id: "i6", title: "Any other business" }),
].map((item, index) => ({ ...item, number: index + 1 }));

export const meeting = (stage: MeetingStage = "planned", part: Partial<Meeting> = {}): Meeting => {
  const over = stage === "ended" || stage === "approved";
  return {
    row: meetingRow({ stage, noticeDueOn: stage === "planned" ? "2023-01-19" : null }),
    calledOff: stage === "calledOff" ? "The Hub is flooded. We meet again in March." : null,
    itemsDueOn: "2023-01-16",
    items: agenda,
    suggestions: over
      ? []
      : [
          { kind: "grant", title: "Harvey Road Lunch Club, CC-2023-009", subjectId: "a11", deferred: false },
          { kind: "grant", title: "Kingfisher Kitchen Table, CC-2023-007", subjectId: "a7", deferred: true },
          { kind: "minutes", title: "Minutes of 17 November 2022", subjectId: "m6", deferred: false },
        ],
    notices: [
      { place: "website", givenOn: "2023-01-12", dueOn: "2023-01-19", late: false },
      { place: "hub", givenOn: null, dueOn: "2023-01-16", late: true },
      { place: "email", givenOn: null, dueOn: "2023-01-19", late: false },
      { place: "members", givenOn: null, dueOn: "2023-01-19", late: false },
    ],
    decisions: over
      ? [
          {
            applicationId: "a8",
            reference: "CC-2023-008",
            groupName: "Night Owls Homework Club",
            outcome: { kind: "approvedInPart", amountPence: 29_500, purpose: "the room and the books" },
            toldOn: null,
          },
          {
            applicationId: "a11",
            reference: "CC-2023-009",
            groupName: "Harvey Road Lunch Club",
            outcome: { kind: "approved", amountPence: 22_000 },
            toldOn: "2023-01-27",
          },
          { applicationId: "a6", reference: "CC-2023-005", groupName: null, outcome: null, toldOn: null },
        ]
      : [],
    putOff: over
      ? [
          { title: "Draft closing plan", reference: null, to: "2023-03-02" },
          { title: null, reference: "CC-2023-007", to: null },
        ]
      : [],
    embargo: stage === "ended" ? { until: "2023-01-28", reason: "The groups hear first", inForce: true } : null,
    approvedOn: stage === "approved" ? "2023-03-02" : null,
    mayKeep: true,
    ...part,
  };
};

export const minutesItem = (part: Partial<MinutesItem> & Pick<MinutesItem, "itemId" | "number">): MinutesItem => ({
  heading: "Welcome and apologies",
  sealed: false,
  public: true,
  published: true,
  facts: [],
  confidential: "",
  publishable: "",
  ...part,
});

export const minutes = (part: Partial<Minutes> = {}): Minutes => ({
  meeting: meetingRow({ stage: part.approvedOn ? "approved" : "ended", noticeDueOn: null }),
  attendance: [
    "Present: Marcia Lowe (Chair), Ken Ashby, Grace Adeyemi, Doreen Pike, Terry Moult, Carol Finch and Hannah Trent (advisory).",
    "Apologies: Sunita Rao and Olive Hartley.",
    "Marcia Lowe took the chair at 6:30pm. Terry Moult left at 7:40pm.",
  ],
  items: [
    minutesItem({
      itemId: "i1",
      number: 1,
      facts: ["Taken up at 6:31pm."],
      confidential: "Marcia welcomed everybody. Doreen’s sister is ill; we sent a card.",
      publishable: "Marcia welcomed everybody.",
    }),
    minutesItem({
      itemId: "i3",
      number: 2,
      heading: "Night Owls Homework Club (CC-2023-008)",
      sealed: true,
      published: false,
      facts: [
        "Bilal Hussain declared a non-financial interest and withdrew from the meeting while the item was discussed, taking no part in the discussion or decision.",
        "A vote was taken: 4 for, 0 against, 1 not voting. Of the 5 residents present, 4 agreed. Resolved to fund £295.00.",
      ],
      confidential: "A good project. The library lets under 16s have the room at half price.",
    }),
    minutesItem({ itemId: "i4", number: 3, heading: null, sealed: true, published: false }),
    minutesItem({
      itemId: "i5",
      number: 4,
      heading: "Draft closing plan",
      public: false,
      published: false,
      facts: ["Put off to the meeting of 2 March 2023."],
    }),
  ],
  close: ["The meeting ended at 8:15pm.", "The next meeting is on Thursday 2 March 2023 at 6:30pm."],
  approvedOn: null,
  mayEdit: true,
  ...part,
});

export function meetingCore(asked: URLSearchParams): Record<string, Handler> {
  const state = asked.get("meeting") ?? "coming";
  const stages = ["sitting", "ended", "approved", "calledOff"] as const;
  const stage = stages.find((one) => one === state) ?? "planned";
  const mayKeep = !asked.has("reader");
  let now = meeting(stage, { mayKeep });
  if (state === "today") now = { ...now, row: { ...now.row, on: "2023-01-17" } };
  if (state === "empty") now = { ...now, items: [], suggestions: [] };
  const nothing = () => null;
  const typed = (answer: unknown) => () => {
    if (!asked.has("refuse")) return answer;
    throw new Refusal({
      code: "fields",
      problems: [
        { field: "on", fault: "noMonth", most: null },
        { field: "startsAt", fault: "missing", most: null },
        { field: "title", fault: "missing", most: null },
      ],
    });
  };
  return {
    meetings: () => meetings(asked.has("nothing") ? { coming: [], past: [], mayKeep } : { mayKeep }),
    meeting: () => now,
    plan_meeting: typed("m1"),
    change_meeting: typed(null),
    call_off_meeting: nothing,
    add_item: typed("i9"),
    change_item: typed(null),
    move_item: ({ input }) => {
      const { itemId, number } = input as MoveItemInput;
      const moving = now.items.filter(({ id }) => id === itemId);
      const items = now.items.filter(({ id }) => id !== itemId).toSpliced(number - 1, 0, ...moving);
      now = { ...now, items: items.map((item, index) => ({ ...item, number: index + 1 })) };
      return null;
    },
    remove_item: ({ itemId }) => {
      const items = now.items.filter(({ id }) => id !== itemId);
      now = { ...now, items: items.map((item, index) => ({ ...item, number: index + 1 })) };
      return null;
    },
    add_paper: () => true,
    open_paper: nothing,
    remove_paper: nothing,
    record_notice: ({ input }) => {
      const { place } = input as RecordNoticeInput;
      const notices = now.notices.map((one) =>
        one.place === place ? { ...one, givenOn: "2023-01-17", late: false } : one,
      );
      now = { ...now, notices };
      return null;
    },
    minutes: () =>
      minutes(
        asked.get("minutes") === "approved" ? { approvedOn: "2023-03-02", mayEdit: false } : { mayEdit: mayKeep },
      ),
    save_minutes: nothing,
  };
}
