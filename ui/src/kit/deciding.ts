// An invented constitution, votes by e-mail and complaints, for tests and for looking at the window.
import type { Choices, Constitution, ContactDetails, DecisionDay, TypedDate } from "$lib/ipc";
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

/** Answers of the invented core about how the partnership decides. */
export const deciding: Record<string, Handler> = {
  constitution: () => constitution,
  change_constitution: () => null,
  decision_day: ({ on }): DecisionDay | null =>
    (on as TypedDate).year.length === 4
      ? { residents: 11, advisory: 4, members: 15, advisoryCounts: true, chairOnly: false, subGroupUpToPence: null }
      : null,
  contact_details: () => contact,
  save_contact_details: () => null,
};
