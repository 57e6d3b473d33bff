// A decision as it is typed, and as it goes to the core.
import type {
  Body,
  Casting,
  RecordDecisionInput,
  TypedDate,
  PaperFigures,
  TypedInstalment,
  TypedOutcome,
} from "$lib/ipc";
import { hold } from "$shell/unsaved";
import type { OutcomeKind } from "./words";

const noDate = (): TypedDate => ({ day: "", month: "", year: "" });

export class DecisionForm {
  kind = $state<OutcomeKind | "">("");
  amount = $state("");
  purpose = $state("");
  missing = $state("");
  reasons = $state("");
  decidedOn = $state<TypedDate>(noDate());
  body = $state<Body | "">("");
  /** The meeting's figures, and how it decided. */
  members = $state("");
  present = $state("");
  residents = $state("");
  takingNoPart = $state("");
  way = $state<"consensus" | "vote" | "">("");
  agree = $state("");
  against = $state("");
  notVoting = $state("");
  casting = $state<Casting | "">("");
  chairChaired = $state(false);
  decidedBy = $state("");
  conditions = $state<string[]>([]);
  endsOn = $state<TypedDate>(noDate());
  returnBy = $state<TypedDate>(noDate());
  instalments = $state<TypedInstalment[]>([]);

  get grants(): boolean {
    return this.kind === "approved" || this.kind === "approvedInPart";
  }

  /** Nothing while what was decided, by which body, or in which way is not chosen. Conditions left empty are not sent. */
  input(applicationId: string): RecordDecisionInput | undefined {
    const outcome = this.outcome();
    const figures = this.#figures();
    if (!outcome || !figures || this.body === "") return undefined;
    return {
      applicationId,
      outcome,
      decidedOn: this.decidedOn,
      body: this.body,
      figures,
      decidedBy: this.decidedBy,
      ...this.grantTerms(),
    };
  }

  /** What goes with a grant. Conditions left empty are not sent. */
  grantTerms(): Pick<RecordDecisionInput, "conditions" | "endsOn" | "returnBy" | "instalments"> {
    return {
      conditions: this.conditions.filter((text) => text.trim() !== ""),
      endsOn: this.grants ? this.endsOn : noDate(),
      returnBy: this.grants ? this.returnBy : noDate(),
      instalments: this.grants ? this.instalments : [],
    };
  }

  #figures(): PaperFigures | undefined {
    if (this.way === "") return undefined;
    return {
      members: this.members,
      present: this.present,
      residents: this.residents,
      takingNoPart: this.takingNoPart,
      way:
        this.way === "consensus"
          ? { kind: "consensus" }
          : {
              kind: "vote",
              agree: this.agree,
              against: this.against,
              notVoting: this.notVoting,
              casting: this.casting === "" ? null : this.casting,
            },
      chairChaired: this.chairChaired,
    };
  }

  /** What would be resolved; nothing while it is not chosen. */
  outcome(): TypedOutcome | undefined {
    switch (this.kind) {
      case "approved":
        return { kind: "approved", amount: this.amount };
      case "approvedInPart":
        return { kind: "approvedInPart", amount: this.amount, purpose: this.purpose };
      case "deferred":
        return { kind: "deferred", missing: this.missing };
      case "declined":
        return { kind: "declined", reasons: this.reasons };
      case "":
        return undefined;
    }
  }
}

/** What was typed and not recorded yet, by application: it outlives its screen, and is forgotten on locking. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no view shows it
const forms = new Map<string, DecisionForm>();

// A decision is not recorded half typed, so there is nothing to save.
hold({
  keep: () => Promise.resolve(),
  forget: () => {
    forms.clear();
  },
});

export function formFor(applicationId: string): DecisionForm {
  const form = forms.get(applicationId) ?? new DecisionForm();
  forms.set(applicationId, form);
  return form;
}

/** The decision is recorded. */
export function letGo(applicationId: string): void {
  forms.delete(applicationId);
}
