// The choices as they stand, in words, and as they are typed.
import type { CastingVote, ChangeConstitutionInput, Choices, Threshold, TypedDate, Withdrawal } from "$lib/ipc";
import { figures } from "$words/format";
import { inBoxes } from "../grant/dates";
import { words } from "./words";

export type YesNo = "yes" | "no";
const yesNo = (yes: boolean): YesNo => (yes ? "yes" : "no");

export class ChoicesForm {
  advisory = $state<YesNo>("yes");
  remained = $state<YesNo>("yes");
  withdrawal = $state<Withdrawal>("groupDecides");
  casting = $state<CastingVote>("whoeverChairs");
  threshold = $state<Threshold>("mostResidents");
  days = $state("");
  subGroup = $state<"recommends" | "decides">("recommends");
  upTo = $state("");
  from = $state<TypedDate>({ day: "", month: "", year: "" });
  reason = $state("");

  constructor(now: Choices, today: string | undefined) {
    this.advisory = yesNo(now.advisoryCounts);
    this.remained = yesNo(now.remainedCounts);
    this.withdrawal = now.withdrawal;
    this.casting = now.casting;
    this.threshold = now.emailThreshold;
    this.days = String(now.emailDays);
    this.subGroup = now.subGroupUpToPence === null ? "recommends" : "decides";
    this.upTo = now.subGroupUpToPence === null ? "" : figures(now.subGroupUpToPence);
    this.from = inBoxes(today);
  }

  input(): ChangeConstitutionInput {
    return {
      advisoryCounts: this.advisory === "yes",
      remainedCounts: this.remained === "yes",
      withdrawal: this.withdrawal,
      casting: this.casting,
      emailThreshold: this.threshold,
      emailDays: this.days,
      subGroupDecides: this.subGroup === "decides",
      upTo: this.subGroup === "decides" ? this.upTo : "",
      from: this.from,
      reason: this.reason,
    };
  }
}

/** Each choice in words, in the order of the page. */
export function spoken(choices: Choices): { title: string; answer: string }[] {
  return [
    { title: words.advisory.title, answer: words.advisory.options[yesNo(choices.advisoryCounts)] },
    { title: words.remained.title, answer: words.remained.options[yesNo(choices.remainedCounts)] },
    { title: words.withdrawal.title, answer: words.withdrawal.options[choices.withdrawal] },
    { title: words.casting.title, answer: words.casting.options[choices.casting] },
    { title: words.threshold.title, answer: words.threshold.options[choices.emailThreshold] },
    { title: words.days.title, answer: words.dayCount(choices.emailDays) },
    {
      title: words.subGroup.title,
      answer:
        choices.subGroupUpToPence === null
          ? words.subGroup.options.recommends
          : words.upToAmount(choices.subGroupUpToPence),
    },
  ];
}

/** What one set changed against the one before it. */
export function changed(choices: Choices, before: Choices): { title: string; answer: string }[] {
  const old = spoken(before);
  return spoken(choices).filter((line, index) => line.answer !== old[index]?.answer);
}
