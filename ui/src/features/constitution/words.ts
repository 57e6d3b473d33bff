// Words of "How we decide": each choice, what the plan says, and what is not clear there.
import type { CastingVote, Threshold, Withdrawal } from "$lib/ipc";
import { count, plainDate, pounds } from "$words/format";

const usually = "Holds unless you choose";

export const words = {
  title: "How we decide",
  lead: "In some places the plan says two things, or nothing. The partnership chooses here, and the program keeps to it.",
  back: "Meetings",
  opening: "Opening the choices...",
  planSays: "The plan says",
  unclear: "What is not clear",
  usually,
  keepersOnly: "The co-ordinator or the Chair can change these.",

  advisory: {
    title: "Do advisory members count towards the quorum?",
    section: "Section 8.6",
    quote:
      "“The Partnership Group will be quorate when a majority of the members are present and the majority of these are residents.”",
    unclear:
      "Advisory members do not vote. The plan calls them members all the same, so they may count, or not. If they count, more people are needed in the room.",
    options: { yes: "They count as members", no: "Only resident members count" },
  },
  remained: {
    title: "Does somebody with an interest who stays in the room count as present?",
    section: "Sections 8.6 and 8.7, Appendix 1",
    quote: "“... or remained in the room during its consideration, but took no part in the discussion or decision.”",
    unclear:
      "They are in the room, but take no part. If they count, they are one more resident present, and more must agree.",
    options: { yes: "They count as present", no: "They do not count for that item" },
  },
  withdrawal: {
    title: "Must somebody with an interest leave the room?",
    section: "Section 8.12 and Appendix 1",
    quote:
      "“In such cases it will be for the member to withdraw from the room.” And in Appendix 1: “The ABL partnership group will decide if a member has to withdraw from the meeting.”",
    unclear: "Section 8.12 says they leave. Appendix 1 lets the group decide each time.",
    options: {
      groupDecides: "The group decides each time",
      always: "They always leave the room",
    } satisfies Record<Withdrawal, string>,
  },
  casting: {
    title: "Who has the casting vote?",
    section: "Section 8.5",
    quote: "“Have a casting vote in meetings in the event of a vote being tied.”",
    unclear: "This is a duty of the Chair. But any resident member may chair a meeting.",
    options: {
      whoeverChairs: "The resident who chairs the meeting",
      chairOnly: "Only the elected Chair, when chairing",
    } satisfies Record<CastingVote, string>,
  },
  threshold: {
    title: "How many residents must agree in a vote by email?",
    section: "Section 8.6",
    quote: "“Votes can be taken between meetings where necessary via email.”",
    unclear:
      "The plan gives no number. Nobody is present in a vote by email, so it is counted of all resident members, also of those who do not answer.",
    options: {
      mostResidents: "More than half of all resident members",
      twoThirdsOfResidents: "Two-thirds of all resident members",
      everyResident: "Every resident member",
    } satisfies Record<Threshold, string>,
  },
  days: {
    title: "How many days do they have to answer?",
    hint: "From 1 to 60. The day on which the papers go out is not counted.",
    usually: (days: number) => `${count(days, "day", "days")} unless you choose`,
    suffix: "days",
  },
  subGroup: {
    title: "What may the Community Chest sub-group do?",
    section: "Sections 8 and 8.2",
    quote:
      "“Any Big Local sub-groups agreed by the Partnership Group, such as the ... Community Chest sub group.” And: “Tasks any sub-groups or working-groups with securing specific outcomes.”",
    unclear: "The plan names the sub-group. It does not say that the sub-group may decide on money.",
    options: {
      recommends: "It recommends, and the partnership decides",
      decides: "It decides on grants up to an amount",
    },
    upTo: "Up to how much for one application?",
  },

  change: "Change these choices",
  changeLead: "Choose above. What was decided before stays as it was.",
  from: "From which day?",
  fromHint: "For example, 13 1 2023",
  reason: "Why?",
  reasonHint: "Say who agreed to it, and when, like “Agreed at the meeting of 10 January”.",
  keep: "Keep these choices",
  kept: "The choices are kept",
  form: {
    cannot: "These choices cannot be kept",
    names: {
      emailDays: "The number of days",
      upTo: "The amount",
      from: "The day",
      reason: "The reason",
    },
  },

  history: "What was chosen before",
  noHistory:
    "Nothing has been chosen yet. Each question above has the answer that holds until you choose: the stricter one, or the one that leaves it to the group.",
  entry: (from: string) => `From ${plainDate(from)}`,
  entryBy: (on: string, name: string) => `Recorded on ${plainDate(on)} by ${name}`,
  noChange: "The same choices as before.",
  dayCount: (days: number) => count(days, "day", "days"),
  upToAmount: (amount: number) => `It decides on grants up to ${pounds(amount)}`,
} as const;
