// Invented meetings at the bench, by id: {"name":"sitting","id":"before"} and so on.
import type { ItemInHand, QuorumView, SeatRow, Sitting, SittingItem } from "$lib/ipc";

const seat = (memberId: string, name: string, part: Partial<SeatRow> = {}): SeatRow => ({
  memberId,
  name,
  resident: true,
  office: null,
  lto: false,
  place: { kind: "here", since: "6:30pm", late: false },
  chairs: false,
  ...part,
});
const away = { kind: "notHere" } as const;
export const sorry = { kind: "apologies" } as const;

export const seats: SeatRow[] = [
  seat("s1", "Marcia Lowe", { office: "chair", chairs: true }),
  seat("s2", "Ken Ashby"),
  seat("s3", "Grace Adeyemi", { office: "viceChair" }),
  seat("s4", "Doreen Pike"),
  seat("s5", "Terry Moult"),
  seat("s6", "Bilal Hussain", { place: { kind: "withdrew" } }),
  seat("s7", "Sunita Rao", { place: sorry }),
  seat("s8", "Olive Hartley", { place: sorry }),
  seat("s9", "Piotr Zielinski", { place: away }),
  seat("s10", "Carol Finch", { resident: false, lto: true }),
  seat("s11", "Hannah Trent", { resident: false }),
  seat("s12", "Imran Sheikh", { resident: false, place: sorry }),
  seat("s13", "Neil Corby", { resident: false, place: away }),
];

export const item = (number: number, title: string, part: Partial<SittingItem> = {}): SittingItem => ({
  id: `i${String(number)}`,
  number,
  kind: "general",
  title,
  reference: null,
  sealed: false,
  public: true,
  state: "waiting",
  ...part,
});
const items: SittingItem[] = [
  item(1, "Welcome and apologies", { state: "noted" }),
  item(2, "Minutes of 15 December", { kind: "minutes", state: "decided" }),
  item(3, "Spendometer", { state: "noted" }),
  item(4, "Night Owls Homework Club", { kind: "grant", reference: "CC-2023-004", sealed: true, state: "open" }),
  item(5, "Kingfisher Kitchen Table", { kind: "grant", reference: "CC-2023-005", sealed: true }),
  item(6, "Draft closing plan"),
  item(7, "Any other business"),
];

export const quorum: QuorumView = {
  members: 13,
  present: 7,
  needed: 7,
  residents: 5,
  residentsNeeded: 4,
  withdrew: 1,
  enoughMembers: true,
  mostlyResidents: true,
  met: true,
  nobodyToSpare: true,
  endedBy: null,
  entitled: 5,
  residentsPresent: 5,
  agreeNeeded: 3,
  casting: true,
};

export const nightOwls: ItemInHand = {
  item: items[3] ?? item(4, ""),
  about: "",
  hidden: false,
  application: {
    applicationId: "a11",
    reference: "CC-2023-004",
    groupName: "Night Owls Homework Club",
    oneLine: "A homework room on two evenings a week",
    askedPence: 38_500,
    panel: [
      { recommendation: "fundInFull", reviews: 1 },
      { recommendation: "fundPart", reviews: 2 },
    ],
    freePence: 52_760,
    endsOn: "2023-07-31",
    correcting: false,
  },
  interests: [
    {
      memberId: "s6",
      name: "Bilal Hussain",
      financial: false,
      how: "His daughter goes to the club.",
      part: "withdrew",
      known: true,
      here: true,
    },
    {
      memberId: "s10",
      name: "Carol Finch",
      financial: false,
      how: "Works for the LTO, which pays.",
      part: "remained",
      known: false,
      here: true,
    },
  ],
  quorum,
  resolutions: [],
  note: "",
  minutes: [
    "Bilal Hussain declared a non-financial interest and withdrew from the meeting while the item was discussed, taking no part in the discussion or decision.",
    "Carol Finch declared a non-financial interest and remained in the room during its consideration, but took no part in the discussion or decision.",
  ],
  minutesOf: null,
};

export const sample: Sitting = {
  meeting: {
    id: "sat",
    kind: "partnership",
    on: "2023-01-26",
    startsAt: "18:30",
    place: "The Community Hub",
    stage: "sitting",
    items: 7,
    noticeDueOn: null,
  },
  startedAt: "6:32pm",
  endedAt: null,
  seats,
  heads: null,
  items,
  inHand: nightOwls,
  quorum: { ...quorum, present: 8, residents: 6, withdrew: 0, nobodyToSpare: false },
  last: { id: "e9", kind: "tookPart", name: "Carol Finch", at: "7:16pm" },
  nextOn: "2023-02-23",
  decisions: 0,
  decidesGrants: true,
  backDated: false,
  mayMinute: true,
};

const onItem = (number: number, part: Partial<SittingItem>, hand: Partial<ItemInHand> = {}): Partial<Sitting> => {
  const changed = items.map((one) => (one.number === number ? { ...one, ...part } : one));
  const taken = changed.find((one) => one.number === number) ?? item(number, "");
  const blank = { application: null, interests: [], minutes: [], quorum: { ...quorum, withdrew: 0 } };
  return {
    items: changed.map((one) => (one.number === 4 && number !== 4 ? { ...one, state: "decided" } : one)),
    seats: seats.map((one) => (one.place.kind === "withdrew" ? { ...one, place: { ...here } } : one)),
    inHand: { ...nightOwls, ...blank, ...hand, item: taken },
  };
};
export const here = { kind: "here", since: "6:30pm", late: false } as const;

/** By the id of the meeting. */
export const sittings: Record<string, Partial<Sitting>> = {
  sat: {},
  before: {
    startedAt: null,
    inHand: null,
    last: null,
    seats: seats.map((one) => ({ ...one, place: away, chairs: false })),
    items: items.map((one) => ({ ...one, state: "waiting" })),
    quorum: {
      ...quorum,
      present: 0,
      residents: 0,
      residentsNeeded: 1,
      withdrew: 0,
      enoughMembers: false,
      mostlyResidents: false,
      met: false,
      nobodyToSpare: false,
      entitled: 0,
      residentsPresent: 0,
    },
  },
  between: { inHand: null },
  few: {
    seats: seats.map((one) => (one.memberId === "s5" ? { ...one, place: { kind: "left", at: "7:16pm" } } : one)),
    last: { id: "e10", kind: "left", name: "Terry Moult", at: "7:16pm" },
    inHand: {
      ...nightOwls,
      minutes: [
        ...nightOwls.minutes,
        "Terry Moult left the meeting at 7:16pm. The meeting was no longer quorate and no vote was taken.",
      ],
      quorum: {
        ...quorum,
        present: 6,
        residents: 4,
        enoughMembers: false,
        met: false,
        nobodyToSpare: false,
        endedBy: { name: "Terry Moult", at: "7:16pm", withdrew: false },
        entitled: 4,
        residentsPresent: 4,
      },
    },
  },
  tie: {},
  general: onItem(6, { state: "open" }, { about: "A first draft of the closing plan is on the table." }),
  minutes: onItem(2, { state: "open" }, { minutesOf: "2022-12-15" }),
  commitment: onItem(6, { state: "open", kind: "commitment", title: "A share of the youth mentor’s costs" }),
  decided: {
    ...onItem(
      4,
      { state: "decided" },
      {
        ...nightOwls,
        resolutions: [
          {
            carried: true,
            at: "7:21pm",
            words: "A vote was taken: 4 for, 0 against, 1 not voting. Agreed to fund £295.00 of the £385.00 asked for.",
          },
        ],
      },
    ),
    last: { id: "e11", kind: "resolved", name: null, at: "7:21pm" },
    decisions: 1,
  },
  back: { backDated: true },
  closed: { endedAt: "8:40pm", inHand: null, last: null, meeting: { ...sample.meeting, stage: "ended" } },
  reads: { mayMinute: false },
  forum: {
    meeting: { ...sample.meeting, kind: "forum" },
    heads: 41,
    decidesGrants: false,
    ...onItem(6, { state: "open", title: "Election of resident members" }),
  },
};
