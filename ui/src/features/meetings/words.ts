// Words of the meetings: the programme, the list, and planning one.
import type { MeetingKind, MeetingRow, MeetingStage, Programme } from "$lib/ipc";
import { clockTime, count, dayDate, plainDate } from "$words/format";

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric" });
const monthOf = (iso: string): string => month.format(new Date(`${iso.slice(0, 10)}T12:00:00`));

const kinds = {
  partnership: "Partnership meeting",
  subGroup: "Sub-group meeting",
  forum: "The Forum",
} as const satisfies Record<MeetingKind, string>;

/** "18:30" is "6:30pm". */
export const timeOf = (startsAt: string): string => clockTime(new Date(`2000-01-01T${startsAt}:00`));

/** "Partnership meeting, 26 January 2023" */
export const nameOf = ({ kind, on }: Pick<MeetingRow, "kind" | "on">): string => `${kinds[kind]}, ${plainDate(on)}`;

export const words = {
  title: "Meetings",
  lead: "When the partnership meets, what it talks about, and what it decides.",
  plan: "Plan a meeting",
  ctrlN: "Ctrl N",
  opening: "Opening...",
  copied: (rows: number) => `${String(rows)} rows copied`,
  howWeDecide: "How we decide",
  emailVotes: "Votes by e-mail",
  kinds,

  // The programme
  programme: ({ meetings, needed, from, to }: Programme) =>
    `${String(meetings)} of at least ${count(needed, "meeting", "meetings")} planned, ${monthOf(from)} to ${monthOf(to)} (section 8.8).`,
  forum: (planned: boolean) => (planned ? "The Forum is planned." : "The Forum is not planned yet."),

  // The list
  short: {
    partnership: "Partnership",
    subGroup: "Sub-group",
    forum: "Forum",
  } satisfies Record<MeetingKind, string>,
  coming: "Coming meetings",
  noneComing: "No meeting is planned.",
  past: "Past meetings",
  columns: {
    on: "Day",
    startsAt: "Starts",
    kind: "Meeting",
    place: "Where",
    items: "Items",
    due: "Agenda and notices",
    stage: "Where it stands",
  },
  due: (iso: string) => `Due ${dayDate(iso)}`,
  overdue: (iso: string) => `Late since ${dayDate(iso)}`,
  stages: {
    planned: "Planned",
    sitting: "Being held",
    ended: "Minutes to write",
    approved: "Minutes approved",
    calledOff: "Called off",
  } satisfies Record<MeetingStage, string>,
  emptyTitle: "No meetings yet",
  emptyText: (needed: number) =>
    `Plan the dates of the year first: at least ${count(needed, "meeting", "meetings")}, and the Forum. Then each meeting gets its agenda, its notices and its minutes here.`,
  emptyNot: "The co-ordinator or the chair plans the meetings.",

  // Planning one
  newTitle: "Plan a meeting",
  newLead: "You can change all of this until the meeting is held.",
  changeTitle: "Change this meeting",
  changeLead: "If notice was given already, give it again with what is new.",
  kind: "What kind of meeting is it?",
  kindHints: {
    partnership: "The members meet and decide. There are at least six a year (section 8.8).",
    subGroup: "A few members meet when they need to. It decides only what it was allowed to.",
    forum: "Open to everybody who lives or works in the area, once a year (section 8.1).",
  } satisfies Record<MeetingKind, string>,
  on: "Which day?",
  onHint: "Like 26 1 2023",
  startsAt: "When does it start?",
  startsAtHint: "Like 6:30pm",
  place: "Where?",
  placeHint: "Like Community Hub, Harvey Road",
  planVerb: "Plan the meeting",
  keepChanges: "Keep these changes",
  leave: "Leave",
  plannedDone: "The meeting is planned",
  changedDone: "The meeting is changed",
  names: {
    kind: "The kind of meeting",
    on: "The day of the meeting",
    startsAt: "The time it starts",
    place: "The place",
  },
  cannotPlan: "This meeting cannot be planned",
  cannotChange: "This meeting cannot be changed",
} as const;
