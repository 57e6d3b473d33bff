// What needs somebody beside the applications: meetings and their minutes, late rounds, interests to settle.
import type { WorkItem } from "$lib/components/work";
import type { Chore, Matter } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { words as grant } from "../grant/words";
import { words } from "./words";

type Kind = Matter["kind"];

const icons = {
  giveNotice: "mail",
  holdMeeting: "calendar",
  closeMeeting: "calendar",
  writeMinutes: "notebook-pen",
  askForReviews: "mail-open",
  settleInterest: "flag",
  answerComplaint: "message-square-text",
  closeVote: "mail-open",
} as const satisfies Record<Kind, WorkItem["icon"]>;

function screenOf(matter: Matter): Screen {
  switch (matter.kind) {
    case "giveNotice":
      return { name: "meeting", id: matter.meetingId };
    case "holdMeeting":
    case "closeMeeting":
      return { name: "sitting", id: matter.meetingId };
    case "writeMinutes":
      return { name: "minutes", id: matter.meetingId };
    case "askForReviews":
      return { name: "round", id: matter.roundId };
    case "settleInterest":
      return { name: "interests" };
    case "answerComplaint":
      return { name: "complaints" };
    case "closeVote":
      return { name: "emailVote", id: matter.voteId };
  }
}

export function choreItem(chore: Chore, go: (screen: Screen) => void): WorkItem {
  const { matter, daysLate } = chore;
  const said = words.chore[matter.kind];
  return {
    icon: icons[matter.kind],
    ...said(chore),
    late: daysLate === null ? undefined : `${grant.daysLate(daysLate)}.`,
    sealed: undefined,
    action: {
      label: words.choreButton[matter.kind],
      onclick: () => {
        go(screenOf(matter));
      },
    },
  };
}
