// Words of Home.
import type { Chore } from "$lib/ipc";
import { count, longDate, plainDate, pounds } from "$words/format";

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function spelled(number: number): string {
  return numbers[number] ?? String(number);
}

export const words = {
  title: "Home",
  hello: (hour: number, name: string) =>
    `${hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening"}, ${name.trim().split(/\s+/)[0] ?? name}`,
  lead: (all: number, late: number) => {
    if (all === 0) return "Nothing needs you now.";
    const need = `${spelled(all)} ${all === 1 ? "thing needs" : "things need"} you.`;
    if (all === 1) return late === 1 ? "One thing needs you, and it is late." : need;
    return late === 0 ? `${need} None is late.` : `${need} ${spelled(late)} ${late === 1 ? "is" : "are"} late.`;
  },
  sample: "This is the sample partnership",
  sampleText: (today: string) => `Everything in it is invented. Its day is always ${plainDate(today)}.`,
  samplePassphrase: "After it locks, these words open it again:",
  samplePutAway: "Put the words away",
  late: "Late",
  next: "To do now",
  others: "Waiting for others",
  chore: {
    giveNotice: ({ day, dueOn }: Chore) => ({
      title: `Give notice of the meeting on ${longDate(day)}`,
      text: dueOn ? `Everybody who should know is told by ${plainDate(dueOn)}.` : "",
    }),
    holdMeeting: ({ day }: Chore) => ({
      title: `Hold the meeting of ${longDate(day)}`,
      text: "Tick who is here and start. If it was not held, call it off.",
    }),
    closeMeeting: ({ day }: Chore) => ({
      title: `Go on with the meeting of ${longDate(day)}`,
      text: "What it decided is recorded when you close it.",
    }),
    writeMinutes: ({ day }: Chore) => ({
      title: `Write the minutes of ${longDate(day)}`,
      text: "The next meeting approves them.",
    }),
    askForReviews: ({ matter, dueOn }: Chore) => ({
      title: `Ask for the reviews${"name" in matter ? ` of ${matter.name}` : ""} that are not back`,
      text: dueOn ? `They were due on ${plainDate(dueOn)}.` : "",
    }),
    settleInterest: ({ matter }: Chore) => ({
      title: `Settle an interest${"reference" in matter && matter.reference !== null ? ` in ${matter.reference}` : ""}`,
      text: "A member is not sure. Until you settle it, they take no part.",
    }),
    answerComplaint: ({ dueOn }: Chore) => ({
      title: "Tell somebody that their complaint came",
      text: dueOn ? `It is about personal data. The law gives until ${plainDate(dueOn)}.` : "",
    }),
    closeVote: ({ matter }: Chore) => ({
      title: `Close the vote by email${"groupName" in matter && matter.groupName !== null ? ` on ${matter.groupName}` : ""}`,
      text: "It is decided.",
    }),
  },
  choreButton: {
    giveNotice: "Give notice",
    holdMeeting: "Go to the meeting",
    closeMeeting: "Go to the meeting",
    writeMinutes: "Write the minutes",
    askForReviews: "Look at the round",
    settleInterest: "Settle it",
    answerComplaint: "Look at it",
    closeVote: "Look at the vote",
  },
  spendometer: "Spendometer",
  openBudget: "Open budget",
  freeOf: (planned: number) => `free of ${pounds(planned)}`,
  paid: "Paid",
  committed: "Committed",
  free: "Free",
  fundTitle: (name: string, code: string) => `${name} (${code})`,
  fundFree: (free: number) => `${pounds(free)} free`,
  fundOf: (planned: number) => `of ${pounds(planned)}.`,
  waiting: (groups: number, asked: number) =>
    groups === 0
      ? "No group is waiting for a decision."
      : `${count(groups, "group", "groups")} waiting ${groups === 1 ? "has" : "have"} asked for ${pounds(asked)}.`,
  embargoes: "Embargoes in force",
  embargoCount: (number: number) => count(number, "application", "applications"),
  embargoRegister: "See why, and who knows",
  embargoUntil: "Until each group has been told",
  emptyTitle: "Nothing needs you now",
  emptyText: "When a paper form comes in, type it in. What has to be done next will be here.",
  typeIn: "Type in an application",
  counts: {
    applications: "being typed in",
    decisions: "waiting for a decision",
    agreements: "to sign",
    payments: "ready to pay",
    feedback: "owed",
    late: "late",
  },
} as const;
