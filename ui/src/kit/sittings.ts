// The invented core's answers at the bench. Ticking, taking up an item and undoing change what is shown; nothing is
// counted here.
import type {
  AttendanceInput,
  ItemStepInput,
  QuorumView,
  ResolveInput,
  Sitting,
  SittingItem,
  TookPartInput,
  Weighed,
} from "$lib/ipc";
import { Refusal, type Handler } from "$lib/ipc/fake";
import { here, item, nightOwls, quorum, sample, sittings, sorry } from "./meetingSamples";

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
