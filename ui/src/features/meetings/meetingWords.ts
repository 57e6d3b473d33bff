// Words of one meeting: its agenda, its notices, and what is to do when it is over.
import type { ItemKind, MeetingRow, NoticePlace } from "$lib/ipc";
import { dayDate, longDate, plainDate } from "$words/format";
import { timeOf } from "./words";

export const words = {
  when: ({ on, startsAt, place }: MeetingRow) =>
    `${longDate(on)} at ${timeOf(startsAt)}${place === "" ? "" : `, ${place}`}`,
  change: "Change the meeting",
  callOff: "Call it off",
  goTo: "Go to the meeting",
  printAgenda: "Print the agenda",
  writeMinutes: "Write the minutes",
  readMinutes: "Read the minutes",
  approvedOn: (iso: string) => `Minutes approved on ${longDate(iso)}`,
  calledOff: "This meeting was called off",
  band: (until: string, reason: string) =>
    `until ${longDate(until)} is over: ${reason.trim().replace(/\.$/, "")}. Nothing of this meeting is published before.`,
  wrongState: "This cannot be changed now",
  wrongStateText: "The meeting or the item may have been taken up or decided. Open it again to see where it stands.",
  sealedBand: "until each group is told the decision. Do not talk about these groups or their applications.",

  // Calling off
  callOffTitle: "Call this meeting off?",
  callOffText: "Tell the members, and everybody who was given notice. This cannot be undone, but you can plan another.",
  callOffReason: "Why?",
  callOffHint: "Like “The Hub is flooded”. It stays in the register.",
  callOffVerb: "Call the meeting off",
  callOffLeave: "Do not call it off",
  callOffDone: "The meeting is called off",
  callOffCannot: "This meeting cannot be called off",
  callOffNames: { reason: "The reason" },

  // The agenda
  agenda: "Agenda",
  agendaHint: (itemsDueOn: string) => `Anybody may send items in until ${dayDate(itemsDueOn)} (section 8.13).`,
  keysHint: "To move an item with the keyboard, hold Alt and press the arrow up or the arrow down.",
  noItems: "Nothing is on the agenda yet.",
  addItem: "Add an item",
  kinds: {
    general: "To talk about or decide",
    minutes: "Minutes to approve",
    grant: "Application",
    commitment: "Money for a partner",
    joining: "Somebody who would join",
    removal: "A member who would be voted off",
  } satisfies Record<ItemKind, string>,
  sealed: "Under embargo",
  notPublic: "Declared non-public by the agenda sub-group",
  hidden: "An item you may not read",
  late: (itemsDueOn: string) =>
    `Came after ${dayDate(itemsDueOn)}, so the Chair and the co-ordinator allow it (section 8.13)`,
  from: (iso: string) => `Comes back from the meeting of ${plainDate(iso)}`,
  up: "Move up",
  down: "Move down",
  moved: (title: string, number: number) => `${title} is now item ${String(number)}`,
  changeItem: "Change",
  addPaper: "Add a paper",
  takeOff: "Take off",
  of: (verb: string, title: string) => `${verb}: ${title}`,
  papersOf: (title: string) => `Papers for ${title}`,
  openPaper: (name: string) => `Open ${name}`,
  removePaper: (name: string) => `Take the paper ${name} away`,
  paperAdded: "The paper is kept with the item",
  removePaperTitle: "Take this paper away?",
  removePaperText: (name: string) => `${name} no longer goes with the item. To have it back, add it again.`,
  removePaperVerb: "Take it away",
  keepPaper: "Keep the paper",
  paperRemoved: "The paper is taken away",
  takeOffTitle: "Take this item off the agenda?",
  takeOffText: (title: string) => `${title} goes off the agenda, with its papers. To have it back, add it again.`,
  takeOffVerb: "Take it off",
  keepItem: "Keep it on",
  takenOff: (title: string) => `${title} is off the agenda`,

  // Suggestions
  suggestions: "You could put these on",
  suggestion: (kind: ItemKind, deferred: boolean) => {
    if (kind === "minutes") return "The meeting approves them, and then they are closed.";
    if (kind !== "grant") return "It was put off at an earlier meeting.";
    return deferred
      ? "This application was deferred, and waits to be decided."
      : "This application waits to be decided.";
  },
  putOn: "Put on the agenda",
  putOnDone: (title: string) => `${title} is on the agenda`,

  // An item
  newItemTitle: "Add an item to the agenda",
  changeItemTitle: "Change this item",
  itemKind: "What kind of item is it?",
  kindHints: {
    general: "Anything to hear, to talk about or to decide.",
    minutes: "Of an earlier meeting.",
    grant: "To the Community Chest.",
    commitment: "The partner must agree first (section 8.7).",
    joining: "Between two annual meetings (section 8.3).",
    removal: "They must be told first (section 8.11).",
  } satisfies Record<ItemKind, string>,
  subject: { grant: "Which application?", minutes: "Which minutes?", removal: "Which member?" },
  noSubject: {
    grant: "Every application that waits to be decided is on the agenda already.",
    minutes: "No minutes wait to be approved.",
    removal: "There is no member on the list.",
  },
  choose: "Choose one",
  chooseMissing: { grant: "Choose the application", minutes: "Choose the minutes", removal: "Choose the member" },
  titleLabel: "Title on the agenda",
  titleHint: "A few words, like “Summer fair”",
  joiningHint: "The title is published. Name the person only if they agree.",
  removalHint: "The title is published unless you declare the item non-public. Do not name the member in it.",
  about: "What is proposed?",
  aboutHint: "Say what it is about, for the chair and the members. You may leave it empty.",
  published: "Is it published?",
  isPublic: "Public",
  isPublicHint: "It stands on the agenda and in the minutes that everybody may read.",
  isNotPublicHint: "Only the members see it (section 8.13).",
  addVerb: "Add the item",
  keepChanges: "Keep these changes",
  leave: "Leave",
  added: "The item is on the agenda",
  changed: "The item is changed",
  itemNames: {
    title: "The title on the agenda",
    about: "What is proposed",
    subjectId: "What it is about",
    kind: "The kind of item",
    public: "Whether it is published",
  },
  cannotAdd: "This item cannot be put on the agenda",
  cannotChange: "This item cannot be changed",

  // Notices
  notices: "Notice of the meeting",
  places: {
    website: "On the website",
    hub: "On paper at the Community Hub",
    email: "By email to groups, and to residents who ask",
    members: "The agenda, to the members",
  } satisfies Record<NoticePlace, string>,
  given: (iso: string) => `Given on ${dayDate(iso)}`,
  due: (iso: string) => `By ${dayDate(iso)}`,
  lateNotice: "Late",
  record: "Record that it was given",
  noticeOn: "When was it given?",
  noticeVerb: "Record it",
  noticeLeave: "Do not record yet",
  noticeDone: "The notice is recorded",
  noticeNames: { on: "The day it was given", place: "The place" },
  noticeCannot: "This cannot be recorded",

  // To print
  print: "To print",
  prints: {
    agenda: "Agenda for the members",
    publicAgenda: "Agenda for everybody",
    meetingNotice: "Notice of the meeting",
    confidentialMinutes: "Minutes for the members",
    publishableMinutes: "Minutes for everybody",
    decisionSheet: "Decision sheet for the LTO",
  },
  ltoHint: "The LTO is the locally trusted organisation, which pays.",
  heldBack: (until: string) =>
    `This meeting is under embargo. Nothing of it is published until ${longDate(until)} is over.`,

  // After the meeting
  decisions: "What was decided",
  decisionsHint: "Each group hears first. When it was told, the embargo on it ends.",
  tell: "Tell the group",
  letter: "Letter",
  letterTitle: "Decision letter",
  told: (iso: string) => `Told on ${dayDate(iso)}`,
  notTold: "Not told yet",
  putOff: "Put off",
  wentTo: (iso: string | null) =>
    iso === null ? "Not on another agenda yet" : `Comes back at the meeting of ${plainDate(iso)}`,
} as const;
