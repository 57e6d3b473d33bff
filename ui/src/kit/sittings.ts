// Invented meetings, for looking at the bench: {"name":"sitting","id":"before"} and so on, see `sittings`. Ticking, taking
// up an item and undoing change what is shown; nothing is counted here.
import type {
  AttendanceInput,
  ItemInHand,
  ItemStepInput,
  QuorumView,
  ResolveInput,
  SeatRow,
  Sitting,
  SittingItem,
  TookPartInput,
  Weighed,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";

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
const sorry = { kind: "apologies" } as const;

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

const item = (number: number, title: string, part: Partial<SittingItem> = {}): SittingItem => ({
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

const quorum: QuorumView = {
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

const nightOwls: ItemInHand = {
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
const here = { kind: "here", since: "6:30pm", late: false } as const;

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

/** As the core answers it: what is under embargo is left out unless it is to be shown. */
function hidden(sitting: Sitting): Sitting {
  const bare = (one: SittingItem): SittingItem => (one.sealed ? { ...one, title: null } : one);
  const { inHand } = sitting;
  return {
    ...sitting,
    items: sitting.items.map(bare),
    inHand: inHand?.item.sealed
      ? {
          ...inHand,
          item: bare(inHand.item),
          hidden: true,
          application: null,
          note: "",
          minutes: [],
          resolutions: [],
          interests: inHand.interests.map((one) => ({ ...one, how: null })),
        }
      : inHand,
  };
}

function weigh(
  { proposal, way }: ResolveInput,
  { entitled, agreeNeeded: needed, residentsPresent: of }: QuorumView,
): Weighed {
  if (proposal.kind === "other" && proposal.proposal === "") return { kind: "notYet" };
  if (proposal.kind === "grant" && "amount" in proposal.outcome && proposal.outcome.amount === "")
    return { kind: "notYet" };
  const freePence = proposal.kind === "grant" && "amount" in proposal.outcome ? 23_260 : null;
  if (way.kind === "consensus") return { kind: "carried", agreed: entitled, of, needed, freePence };
  const counted = way.agree + way.against + way.notVoting;
  if (counted !== entitled) return { kind: "refused", refusal: { kind: "countDiffers", counted, entitled } };
  const tied = way.agree === way.against;
  if (way.casting === "for") return { kind: "carried", agreed: way.agree + 1, of, needed, freePence };
  if (way.agree >= needed) return { kind: "carried", agreed: way.agree, of, needed, freePence };
  return { kind: "lost", agreed: way.agree, of, needed, tied };
}

export function sittingCore(): Record<string, Handler> {
  const now: Record<string, Sitting> = {};
  const before: Sitting[] = [];
  const at = (id: unknown): Sitting => {
    const kept = now[String(id)];
    if (kept) return kept;
    const made = { ...sample, ...sittings[String(id)] };
    return (now[String(id)] = { ...made, meeting: { ...made.meeting, id: String(id) } });
  };
  let latest = "";
  const change = (id: string, part: (sitting: Sitting) => Partial<Sitting>): null => {
    const sitting = at(id);
    before.push(sitting);
    now[id] = { ...sitting, ...part(sitting) };
    return null;
  };
  const input = (args: Record<string, unknown>): unknown => args.input;
  const places = { arrived: here, left: { kind: "left", at: "7:20pm" }, apologies: sorry, tookChair: here } as const;

  return {
    sitting: ({ meetingId, showSealed }) => {
      latest = String(meetingId);
      return showSealed === true ? at(meetingId) : hidden(at(meetingId));
    },
    record_attendance: (args) => {
      const { meetingId, memberId, what } = input(args) as AttendanceInput;
      const name = at(meetingId).seats.find((one) => one.memberId === memberId)?.name ?? null;
      return change(meetingId, (sitting) => ({
        seats: sitting.seats.map((one) => ({
          ...one,
          place: one.memberId === memberId ? places[what] : one.place,
          chairs: what === "tookChair" ? one.memberId === memberId : one.chairs,
        })),
        last: { id: "new", kind: what, name, at: "7:20pm" },
      }));
    },
    record_heads: (args) => {
      const { meetingId, residents } = input(args) as { meetingId: string; residents: string };
      return change(meetingId, () => ({ heads: Number(residents) }));
    },
    start_meeting: (args) => {
      const { meetingId } = input(args) as { meetingId: string };
      if (!at(meetingId).seats.some((one) => one.chairs))
        throw new Refusal({ code: "meetingRefused", refusal: { kind: "nobodyChairs" } });
      return change(meetingId, () => ({
        startedAt: "6:32pm",
        last: { id: "s", kind: "started", name: null, at: "6:32pm" },
      }));
    },
    take_item: (args) => {
      const { itemId, step } = input(args) as ItemStepInput;
      const state = step === "taken" ? "open" : step;
      return change(latest, (sitting) => {
        const items = sitting.items.map((one) => (one.id === itemId ? ({ ...one, state } as const) : one));
        const taken = items.find((one) => one.id === itemId) ?? item(0, "");
        const fresh = {
          application: taken.kind === "grant" ? nightOwls.application : null,
          interests: [],
          minutes: [],
          note: "",
        };
        const inHand =
          sitting.inHand?.item.id === itemId
            ? { ...sitting.inHand, item: taken }
            : { ...nightOwls, ...fresh, item: taken, quorum: sitting.inHand?.quorum ?? sitting.quorum };
        return { items, inHand, last: { id: "t", kind: step, name: null, at: "7:20pm" } };
      });
    },
    declare_at_meeting: (args) => {
      const { memberId, financial, how, part } = input(args) as {
        memberId: string;
        financial: boolean;
        how: string;
        part: "withdrew" | "remained" | null;
      };
      return change(latest, (sitting) => {
        const name = sitting.seats.find((one) => one.memberId === memberId)?.name ?? "";
        const declared = { memberId, name, financial, how, part, known: false, here: true };
        return {
          inHand: sitting.inHand && { ...sitting.inHand, interests: [...sitting.inHand.interests, declared] },
          last: { id: "d", kind: "declared", name, at: "7:20pm" },
        };
      });
    },
    record_part: (args) => {
      const { memberId, part } = input(args) as TookPartInput;
      return change(latest, (sitting) => ({
        inHand: sitting.inHand && {
          ...sitting.inHand,
          interests: sitting.inHand.interests.map((one) => (one.memberId === memberId ? { ...one, part } : one)),
        },
      }));
    },
    weigh_resolution: (args) =>
      latest === "tie"
        ? { kind: "lost", agreed: 2, of: 4, needed: 3, tied: true }
        : weigh(input(args) as ResolveInput, at(latest).inHand?.quorum ?? quorum),
    resolve: (args) => {
      const { itemId } = input(args) as ResolveInput;
      const done = (one: SittingItem): SittingItem => (one.id === itemId ? { ...one, state: "decided" } : one);
      return change(latest, (sitting) => ({
        items: sitting.items.map(done),
        inHand: sitting.inHand && {
          ...sitting.inHand,
          item: done(sitting.inHand.item),
          resolutions: [{ carried: true, words: "Agreed, as proposed.", at: "7:21pm" }],
        },
        decisions: sitting.decisions + 1,
        last: { id: "r", kind: "resolved", name: null, at: "7:21pm" },
      }));
    },
    note_item: () => null,
    undo_entry: ({ meetingId }) => {
      const last = before.pop();
      if (!last) throw new Refusal({ code: "meetingRefused", refusal: { kind: "nothingToUndo" } });
      now[String(meetingId)] = last;
      return null;
    },
    close_meeting: (args) => {
      const { meetingId } = input(args) as { meetingId: string };
      return change(meetingId, () => ({ endedAt: "8:40pm", inHand: null, last: null }));
    },
  };
}
