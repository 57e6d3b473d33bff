// An invented constitution, votes by e-mail and complaints, for tests and for looking at the window.
import type {
  Choices,
  Complaints,
  Constitution,
  ContactDetails,
  DecisionDay,
  EmailVote,
  EmailVoteRow,
  EmailVotes,
  TypedDate,
} from "$lib/ipc";
import type { Handler } from "$lib/ipc/fake";

export const usual: Choices = {
  advisoryCounts: true,
  remainedCounts: true,
  withdrawal: "groupDecides",
  casting: "whoeverChairs",
  emailThreshold: "mostResidents",
  emailDays: 7,
  subGroupUpToPence: null,
};

export const constitution: Constitution = {
  now: { ...usual, emailDays: 10, subGroupUpToPence: 20_000 },
  usual,
  history: [
    {
      choices: { ...usual, emailDays: 10, subGroupUpToPence: 20_000 },
      from: "2022-11-17",
      reason: "Agreed at the meeting of 17 November.",
      recordedOn: "2022-11-18",
      recordedBy: "Joan Pelham",
    },
    {
      choices: { ...usual, emailDays: 10 },
      from: "2022-06-01",
      reason: "Seven days were too few in the holidays.",
      recordedOn: "2022-05-20",
      recordedBy: "Marcia Lowe",
    },
  ],
  mayChange: true,
};

const contact: ContactDetails = {
  address: "The Community Hub\n12 Sorrel Walk\nAllenton",
  phone: "01632 960 100",
  email: "hello@allenton.example",
};

const residents = [
  "Marcia Lowe",
  "Grace Adeyemi",
  "Terry Moult",
  "Ken Ashby",
  "Doreen Pike",
  "Bilal Hussain",
  "Sunita Rao",
  "Olive Hartley",
];

/** Four of eight agreed, one is against it, one has an interest, two have not answered. */
export const emailVote: EmailVote = {
  row: {
    id: "v1",
    applicationId: "a11",
    reference: "CC-2023-002",
    groupName: "Harvey Road Lunch Club",
    openedOn: "2023-01-12",
    closesOn: "2023-01-19",
    closedOn: null,
    state: { kind: "open" },
  },
  outcome: { kind: "approvedInPart", amountPence: 18_000, purpose: "The tables and the urn" },
  conditions: ["Show us your insurance first."],
  endsOn: "2023-06-30",
  returnBy: null,
  instalments: [],
  startedBy: "Joan Pelham",
  voters: residents.map((name, index) => ({
    memberId: `m${String(index + 1)}`,
    name,
    hasInterest: index === 3,
    choice: index < 3 || index === 4 ? "agree" : index === 5 ? "against" : null,
    votedOn: index < 3 || index === 4 || index === 5 ? "2023-01-14" : null,
  })),
  agreed: 4,
  against: 1,
  abstained: 0,
  waiting: 2,
  withInterest: 1,
  needed: 5,
  mayRecord: true,
};

const sealedVote: EmailVoteRow = {
  id: "v2",
  applicationId: "a16",
  reference: "CC-2023-006",
  groupName: null,
  openedOn: "2023-01-09",
  closesOn: "2023-01-16",
  closedOn: "2023-01-13",
  state: null,
};

export const emailVotes: EmailVotes = {
  votes: [emailVote.row, sealedVote],
  waiting: [
    { id: "a13", reference: "CC-2023-003", groupName: "Quince Row Gardeners", askedPence: 21_000 },
    { id: "a14", reference: "CC-2023-004", groupName: "Lantern Walk", askedPence: null },
  ],
  days: 10,
  residents: 8,
  needed: 5,
  mayStart: true,
};

export const complaints: Complaints = {
  complaints: [
    {
      id: "c1",
      kind: "dataProtection",
      applicationId: null,
      reference: null,
      groupName: null,
      about: null,
      receivedOn: "2022-12-12",
      who: "Ivy Thorn",
      words: "My telephone number was on the noticeboard at the Hub.",
      recordedBy: "Joan Pelham",
      steps: [],
      acknowledgeBy: "2023-01-11",
      overdue: true,
      over: false,
    },
    {
      id: "c2",
      kind: "appeal",
      applicationId: "a15",
      reference: "CC-2023-005",
      groupName: "The Song Circle",
      about: "Terry Moult",
      receivedOn: "2023-01-16",
      who: "Pat Lindley, for the Song Circle",
      words: "The books would be sung from in the area after all.",
      recordedBy: "Marcia Lowe",
      steps: [{ kind: "acknowledged", on: "2023-01-17", words: "By letter.", outcome: null, by: "Joan Pelham" }],
      acknowledgeBy: null,
      overdue: false,
      over: false,
    },
    {
      id: "c3",
      kind: "complaint",
      applicationId: null,
      reference: null,
      groupName: null,
      about: null,
      receivedOn: "2022-09-02",
      who: "A neighbour of the Hub",
      words: "The bins were not taken in after the fair.",
      recordedBy: "Joan Pelham",
      steps: [
        {
          kind: "outcome",
          on: "2022-09-09",
          words: "We were late. It will not happen again.",
          outcome: "upheld",
          by: "Joan Pelham",
        },
      ],
      acknowledgeBy: null,
      overdue: false,
      over: true,
    },
  ],
  decisions: [{ applicationId: "a15", reference: "CC-2023-005", groupName: "The Song Circle" }],
  members: [
    { memberId: "2", name: "Marcia Lowe" },
    { memberId: "m3", name: "Terry Moult" },
  ],
  mayRecord: true,
};

/** Answers of the invented core about how the partnership decides. */
export const deciding: Record<string, Handler> = {
  constitution: () => constitution,
  change_constitution: () => null,
  decision_day: ({ on }): DecisionDay | null =>
    (on as TypedDate).year.length === 4
      ? { residents: 11, advisory: 4, members: 15, advisoryCounts: true, chairOnly: false, subGroupUpToPence: null }
      : null,
  email_votes: () => emailVotes,
  email_vote: () => emailVote,
  start_email_vote: () => "v1",
  record_ballot: () => null,
  close_email_vote: () => null,
  complaints: () => complaints,
  add_complaint: () => null,
  record_complaint_step: () => null,
  contact_details: () => contact,
  save_contact_details: () => null,
};
