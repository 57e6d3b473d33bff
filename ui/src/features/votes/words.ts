// Words of votes between meetings, by email.
import type { BallotChoice, EmailVoteState } from "$lib/ipc";
import { count, plainDate } from "$words/format";

export const words = {
  title: "Votes by email",
  lead: "Between meetings the residents can vote by email, where it is necessary (section 8.6).",
  back: "Decisions",
  opening: "Opening the votes...",
  emptyTitle: "No vote by email yet",
  emptyText:
    "Start one when an application cannot wait for the next meeting. You send the papers. Then you type in each answer that comes back.",
  caption: "Votes by email",
  columns: { group: "Group", reference: "Reference", opened: "Papers out", closes: "Last day", state: "How it stands" },
  notRead: "Under embargo",
  states: {
    open: "Open",
    decided: "Decided. Close it",
    carried: "Carried",
    lost: "Not carried",
    stopped: "Stopped",
  } satisfies Record<EmailVoteState["kind"], string>,
  over: "Over",
  running: "Open",

  // Starting one
  start: "Start a vote",
  startTitle: "Start a vote by email",
  startLead: (days: number, residents: number, needed: number) =>
    `${count(residents, "resident member", "resident members")} may vote, for ${count(days, "day", "days")}. ${String(needed)} of them must agree.`,
  howWeDecide: "Change this under How we decide",
  nothingWaits: "No application waits for a decision, or each has a vote already.",
  application: "Which application?",
  choose: "Choose an application",
  outcome: "What do you propose?",
  openedOn: "When do the papers go out?",
  openedHint: "For example, 13 1 2023. That day is not counted.",
  startVerb: "Start this vote",
  notYet: "Do not start it",
  started: "The vote is open. Send the papers",
  cannotStart: "This vote cannot be started",
  applicationMissing: "Choose an application",
  outcomeMissing: "Choose what you propose",

  // One vote
  voteTitle: (group: string) => `Vote by email: ${group}`,
  backToVotes: "Votes by email",
  band: "This page stays with those who read applications, also after the group is told.",
  dates: (opened: string, closes: string) => `Papers out on ${plainDate(opened)}. Last day ${plainDate(closes)}.`,
  proposal: "What is proposed",
  terms: (ends: string | null, back: string | null) =>
    [
      ends === null ? "" : `The funding ends on ${plainDate(ends)}.`,
      back === null ? "" : `The agreement should be back by ${plainDate(back)}.`,
    ]
      .filter(Boolean)
      .join(" "),
  conditions: "Conditions",
  instalments: "Payments",
  openApplication: "Read the application",
  startedBy: (name: string) => `Started by ${name}.`,
  figures: "How it stands",
  needed: (needed: number, residents: number) =>
    `${String(needed)} of ${count(residents, "resident member", "resident members")} must agree, whether or not the others answer.`,
  agreed: "Agreed",
  against: "Against",
  abstained: "Did not want to vote",
  waiting: "Not answered",
  withInterest: "Have an interest",
  outlook: {
    open: (missing: number) => `${String(missing)} more must agree.`,
    carried: "Enough have agreed. You can close the vote now.",
    lost: "Too few agreed, or too few are left who could. You can close the vote now.",
  },
  results: {
    carried: "It was carried, and is a decision now. Tell the group next.",
    lost: "It was not carried. The application still waits for a decision.",
    stopped: (reason: string) => `It was stopped. ${reason}`,
  },
  tellGroup: "Tell the group",
  closedOn: (on: string) => `Closed on ${plainDate(on)}.`,
  voters: "Who may vote",
  voterColumns: { name: "Resident member", answer: "Answer", on: "Sent on", record: "Record" },
  choices: {
    agree: "Agrees",
    against: "Is against it",
    abstain: "Does not want to vote",
  } satisfies Record<BallotChoice, string>,
  noAnswer: "No answer yet",
  interest: "Has an interest, and takes no part",
  record: "Record",
  change: "Change",
  recordOf: (name: string) => `Record the answer of ${name}`,

  // A ballot
  ballotTitle: (name: string) => `The answer of ${name}`,
  ballotText: "Type it in as the email says it. A later answer takes the place of an earlier one.",
  choice: "What does it say?",
  choiceMissing: "Choose what it says",
  sentOn: "When was it sent?",
  dateHint: "For example, 13 1 2023",
  keepBallot: "Record this answer",
  ballotKept: "Answer recorded",
  ballotForm: {
    cannot: "This answer cannot be recorded",
    names: { choice: "What it says", on: "The day it was sent" },
  },

  // The end
  close: "Close the vote",
  closeTitle: "Close this vote?",
  closeCarried: "It becomes a decision. That cannot be taken back.",
  closeLost: "It was not carried. The application still waits for a decision.",
  decidedBy: "How should the decision name it?",
  decidedByDefault: (on: string) => `Vote by email that closed on ${plainDate(on)}`,
  closed: "The vote is closed",
  closeForm: { cannot: "This vote cannot be closed", names: { decidedBy: "The name of the decision" } },
  stop: "Stop this vote",
  stopTitle: "Stop this vote?",
  stopText: "Nothing is decided by it. Do this when it was a mistake, or when a meeting has decided.",
  reason: "Why?",
  stopped: "The vote is stopped",
  stopForm: { cannot: "This vote cannot be stopped", names: { reason: "The reason" } },
  leave: "Go back",
  copied: (rows: number) => `${String(rows)} rows copied`,
} as const;
