// Every view there is. A new view is a line here, a line in views.ts and, for the left list, a line in places.ts.
import type { DocumentKind, MailKind, PaperFound, PaymentReceipt, PrintSize, ResponseFound } from "$lib/ipc";
import { words } from "./words";

/** A page of the typing; `questions` is all seven on one page. */
export type TypingPart = "group" | "datesAndPayee" | `question.${1 | 2 | 3 | 4 | 5 | 6 | 7}` | "questions";

export type Screen =
  | { name: "home" }
  | { name: "agreements" }
  | { name: "agreement"; id: string }
  /** With a grant, its panel is open. */
  | { name: "payments"; id?: string | undefined }
  /** A payment pack for the LTO’s clerks, and what came back. */
  | { name: "paymentPack" }
  /** A receipt that was picked and not taken in yet. */
  | { name: "paymentReceipt"; found: PaymentReceipt }
  | { name: "feedback" }
  | { name: "grant"; id: string }
  | { name: "recordFeedback"; id: string }
  | { name: "budget" }
  | { name: "virements" }
  /** With an award, its panel is open. */
  | { name: "awards"; id?: string | undefined }
  | { name: "bank" }
  /** With no id, the plan in force. */
  | { name: "plan"; id?: string | undefined }
  /** The next plan while it is typed. */
  | { name: "planDraft" }
  /** A budget table from a spreadsheet, for the next plan. */
  | { name: "planTable" }
  | { name: "members" }
  | { name: "myKeys" }
  | { name: "recoveryPage" }
  | { name: "interests" }
  | { name: "embargoes" }
  | { name: "applications" }
  /** With `checked`, what must be put right is listed at once. */
  | { name: "application"; id: string; checked?: boolean | undefined }
  /** With a field, its error is shown and it has the focus. */
  | { name: "typing"; id: string; part: TypingPart; field?: string | undefined }
  | { name: "checkAnswers"; id: string }
  | { name: "applicationReceived"; id: string; reference: string; version: number }
  | { name: "reviews" }
  /** With an id, a round that is changed. */
  | { name: "roundForm"; id?: string | undefined }
  | { name: "round"; id: string }
  /** A response that was picked and not brought in yet. */
  | { name: "response"; found: ResponseFound }
  /** What the reviewers of a round say of one application. */
  | { name: "panel"; roundId: string; id: string }
  | { name: "recordReview"; roundId: string; memberId: string; id: string }
  | { name: "meetings" }
  /** With no id, a new one. */
  | { name: "meetingForm"; id?: string | undefined }
  | { name: "meeting"; id: string }
  | { name: "sitting"; id: string }
  | { name: "minutes"; id: string }
  /** Who has a seat, the offices, and which rules hold. */
  | { name: "membership" }
  /** How the partnership decides: its constitution’s choices. */
  | { name: "constitution" }
  | { name: "emailVotes" }
  | { name: "emailVote"; id: string }
  | { name: "complaints" }
  | { name: "decisions" }
  | { name: "decide"; id: string }
  | { name: "tellGroup"; id: string }
  /** A printed document; `back` names the view before it. With a person, it is their own copy. */
  | {
      name: "document";
      kind: DocumentKind;
      subject: string | null;
      person?: string | undefined;
      size?: PrintSize | undefined;
      title: string;
      back: string;
    }
  /** A paper that comes back: a file that was dropped, or what it turned out to be; without either, it is asked for. */
  | { name: "incoming"; path?: string | undefined; found?: PaperFound | undefined }
  /** Letters made many at once; of a meeting, when they are about its decisions. `back` names the view before it. */
  | { name: "mail"; kind: MailKind; meetingId?: string | undefined; back: string }
  | { name: "settings" }
  /** Every document whose words can be changed. */
  | { name: "wordings" }
  /** The words of one document. */
  | { name: "wording"; document: string }
  /** With a code, that paper is looked up at once. */
  | { name: "checkPaper"; code?: string | undefined };

/** A bench is one job in hand: no left list, a plain way out. Only views named here have one. */
export type Bench = { leave: string; place: string };

export const benches: Partial<Record<Screen["name"], Bench>> = {
  decide: { leave: words.leaveDecision, place: words.decision },
  sitting: { leave: words.leaveMeeting, place: words.meeting },
};
