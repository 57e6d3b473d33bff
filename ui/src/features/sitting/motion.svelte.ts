// What is put to the meeting on one item, as it is typed: it outlives its screen, and is forgotten on locking.
import type { Casting, ItemInHand, ResolveInput, TypedDate, TypedOutcome, TypedProposal, TypedWay } from "$lib/ipc";
import { hold } from "$shell/unsaved";
import { figures } from "$words/format";
import { DecisionForm } from "../decisions/form.svelte";
import { words, type Outcome } from "./words";

export type Votes = "agree" | "against" | "notVoting";
export const votes: readonly Votes[] = ["agree", "against", "notVoting"];

const noDate = (): TypedDate => ({ day: "", month: "", year: "" });

/** A whole number as typed in a counter. */
export function counted(text: string): number | undefined {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : undefined;
}

export class Motion {
  readonly itemId: string;
  readonly #asked: number | null;
  readonly #oneLine: string;
  /** For a grant: the outcome and the terms, as in a decision typed in from paper. */
  readonly terms = new DecisionForm();
  /** Whether something is put to the meeting; for an item to hear, often nothing is. */
  deciding = $state(true);
  reason = $state("");
  proposal = $state("");
  otherSide = $state(false);
  way = $state<TypedWay["kind"]>("consensus");
  tally = $state<Record<Votes, string>>({ agree: "0", against: "0", notVoting: "0" });
  casting = $state<Casting | "">("");

  constructor({ item, application, minutesOf }: ItemInHand) {
    this.itemId = item.id;
    this.deciding = item.kind !== "general";
    this.#asked = application?.askedPence ?? null;
    this.#oneLine = application?.oneLine ?? "";
    if (minutesOf !== null) this.proposal = words.approveMinutes(minutesOf);
    const [year, month, day] = application?.endsOn?.split("-") ?? [];
    if (year && month && day) this.terms.endsOn = { day: String(Number(day)), month: String(Number(month)), year };
  }

  propose(kind: Outcome): void {
    const before = this.terms.kind;
    this.terms.kind = kind;
    if (kind === "approved" && this.#asked !== null) this.terms.amount = figures(this.#asked);
    else if (kind === "approvedInPart" && before === "approved") this.terms.amount = "";
    if (kind === "approvedInPart" && this.terms.purpose === "") this.terms.purpose = this.#oneLine;
  }

  /** A casting vote belongs to the count it was given on. */
  count(which: Votes, text: string): void {
    this.tally[which] = text;
    this.casting = "";
  }
  more(which: Votes, by: 1 | -1): void {
    this.count(which, String(Math.max(0, (counted(this.tally[which]) ?? 0) + by)));
  }

  get #counted(): TypedWay | undefined {
    if (this.way === "consensus") return { kind: "consensus" };
    const [agree, against, notVoting] = votes.map((which) => counted(this.tally[which]));
    if (agree === undefined || against === undefined || notVoting === undefined) return undefined;
    return { kind: "vote", agree, against, notVoting, casting: this.casting === "" ? null : this.casting };
  }

  get #outcome(): TypedOutcome | undefined {
    const { kind, amount, purpose, missing } = this.terms;
    switch (kind) {
      case "approved":
        return { kind, amount };
      case "approvedInPart":
        return { kind, amount, purpose };
      case "deferred":
        return { kind, missing };
      case "declined":
        // The reasons that the letter gives are those of the meeting.
        return { kind, reasons: this.reason };
      case "":
        return undefined;
    }
  }

  #proposal(grant: boolean): TypedProposal | undefined {
    if (!grant) return { kind: "other", proposal: this.proposal, otherSide: this.otherSide };
    const outcome = this.#outcome;
    if (!outcome) return undefined;
    const { grants, conditions, endsOn, returnBy, instalments } = this.terms;
    return {
      kind: "grant",
      outcome,
      conditions: grants ? conditions.filter((text) => text.trim() !== "") : [],
      endsOn: grants ? { ...endsOn } : noDate(),
      returnBy: grants ? { ...returnBy } : noDate(),
      instalments: grants ? instalments.map((part) => ({ ...part })) : [],
      reason: this.reason,
    };
  }

  /** Nothing while what was proposed is not chosen, or a count is no number. */
  input(grant: boolean, at: string): ResolveInput | undefined {
    const proposal = this.#proposal(grant);
    const way = this.#counted;
    return proposal && way ? { itemId: this.itemId, proposal, way, at } : undefined;
  }
}

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no view shows it
const motions = new Map<string, Motion>();

// What is not put to the meeting yet is not kept anywhere.
hold({
  keep: () => Promise.resolve(),
  forget: () => {
    motions.clear();
  },
});

export function motionFor(inHand: ItemInHand): Motion {
  const motion = motions.get(inHand.item.id) ?? new Motion(inHand);
  motions.set(inHand.item.id, motion);
  return motion;
}

/** It was put, and decided. */
export function letGo(itemId: string): void {
  motions.delete(itemId);
}
