// The story of a grant as lines to read. The core gives it, newest first; the order is kept.
import type { IconName } from "$lib/components/icons";
import type { StoryEntry } from "$lib/components/story";
import type { StoryKind, StoryLine } from "$lib/ipc";
import { plainDate, pounds } from "$words/format";
import { words } from "./words";

export type GrantStoryEntry = StoryEntry & { attachmentId: string | null };

const icons = {
  started: "pencil",
  received: "file-input",
  corrected: "pencil",
  withdrawn: "circle-x",
  decided: "gavel",
  told: "mail",
  signed: "signature",
  accountRecorded: "landmark",
  accountChecked: "shield-check",
  payeeConfirmed: "landmark",
  accountErased: "eye-off",
  conditionMet: "circle-check",
  paid: "pound-sterling",
  paymentSeen: "landmark",
  returnSeen: "landmark",
  paymentReturned: "undo-2",
  paymentVoided: "undo-2",
  extended: "calendar",
  fundingEnded: "flag",
  feedbackDue: "clock",
  feedbackReceived: "message-square-text",
  receiptRecorded: "receipt-text",
  receiptVoided: "undo-2",
  sentBack: "hand-coins",
  closed: "archive",
  cancelled: "circle-x",
  called: "phone",
  noted: "notebook-pen",
  fileAdded: "paperclip",
} as const satisfies Record<StoryKind, IconName>;

export function storyEntries(story: readonly StoryLine[]): GrantStoryEntry[] {
  return story.map(({ kind, on, by, amountPence, text, attachmentId }) => {
    const title: (amount: string) => string = words.story[kind];
    return {
      icon: icons[kind],
      when: plainDate(on),
      who: by ?? undefined,
      title: title(amountPence === null ? "" : pounds(amountPence)),
      text: text ?? undefined,
      kind: kind === "feedbackDue" ? "late" : undefined,
      attachmentId,
    };
  });
}
