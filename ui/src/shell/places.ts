// The left list. Only views that exist stand here: each place is one line.
import type { IconName } from "$lib/components/icons";
import { words } from "./words";
import type { Screen } from "./screen";

export type Place = {
  title: string;
  screen: Screen;
  /** The life of a grant has dots instead. */
  icon?: IconName;
  /** Other views for which this place is "here". */
  owns?: readonly Screen["name"][];
};

export const places: { home: Place[]; life: Place[]; partnership: Place[]; end: Place[] } = {
  home: [{ title: words.home, screen: { name: "home" }, icon: "house" }],
  life: [
    {
      title: words.applications,
      screen: { name: "applications" },
      owns: ["application", "typing", "checkAnswers", "applicationReceived", "incoming"],
    },
    {
      title: words.reviews,
      screen: { name: "reviews" },
      owns: ["roundForm", "round", "response", "panel", "recordReview"],
    },
    { title: words.decisions, screen: { name: "decisions" }, owns: ["decide", "tellGroup", "emailVotes", "emailVote"] },
    { title: words.agreements, screen: { name: "agreements" }, owns: ["agreement"] },
    { title: words.payments, screen: { name: "payments" }, owns: ["paymentPack", "paymentReceipt"] },
    { title: words.feedback, screen: { name: "feedback" }, owns: ["grant", "recordFeedback"] },
  ],
  partnership: [
    {
      title: words.meetings,
      screen: { name: "meetings" },
      icon: "calendar",
      owns: ["meetingForm", "meeting", "sitting", "minutes", "constitution"],
    },
    {
      title: words.budget,
      screen: { name: "budget" },
      icon: "gauge",
      owns: ["plan", "planDraft", "planTable", "virements", "awards", "bank"],
    },
    {
      title: words.members,
      screen: { name: "members" },
      icon: "users",
      owns: ["membership", "myKeys", "recoveryPage"],
    },
    { title: words.interests, screen: { name: "interests" }, icon: "flag" },
    { title: words.embargoes, screen: { name: "embargoes" }, icon: "lock" },
    { title: words.complaints, screen: { name: "complaints" }, icon: "message-square-text" },
  ],
  end: [
    {
      title: words.settings,
      screen: { name: "settings" },
      icon: "settings",
      owns: ["wordings", "wording", "checkPaper"],
    },
  ],
};

/** Views that are found by their name, though they do not stand in the left list. */
export const furtherPlaces: readonly Place[] = [
  { title: words.bringIn, screen: { name: "incoming" }, icon: "file-input" },
  { title: words.checkPaper, screen: { name: "checkPaper" }, icon: "shield-check" },
  { title: words.wording, screen: { name: "wordings" }, icon: "pencil" },
];

export const allPlaces: readonly Place[] = Object.values(places).flat();

/** Where the person lands after unlocking. */
export const firstScreen: Screen = allPlaces[0]?.screen ?? { name: "settings" };

export function isHere(place: Place, screen: Screen): boolean {
  const here: readonly string[] = [place.screen.name, ...(place.owns ?? [])];
  return here.includes(screen.name);
}
