// An invented membership desk: thirteen seats, two rules not kept, and one person with all that can be on record.
import type { Membership, MembershipFinding, MembershipPerson, NamedMember, SeatHolder } from "$lib/ipc";
import type { Handler } from "$lib/ipc/fake";

const named = (id: string, name: string): NamedMember => ({ id, name });
const marcia = named("2", "Marcia Lowe");
const grace = named("6", "Grace Adeyemi");
const ken = named("3", "Ken Osei");
const doreen = named("7", "Doreen Pike");

const seat = (member: NamedMember, part: Partial<SeatHolder> = {}): SeatHolder => ({
  member,
  seat: "resident",
  since: "2022-01-18",
  endsOn: "2025-01-17",
  how: "agm",
  office: null,
  officeSince: null,
  lto: false,
  paid: false,
  missing: [],
  attended: { present: 6, apologies: 0, absent: 0 },
  ...part,
});

export const seatHolders: SeatHolder[] = [
  seat(named("5", "Ken Ashby"), { attended: { present: 4, apologies: 2, absent: 0 } }),
  seat(doreen, { seat: "advisory", endsOn: null, how: "appointed", missing: ["dbs", "identity"] }),
  seat(grace, { office: "viceChair", officeSince: "2022-02-01", lto: true }),
  seat(ken, { since: "2020-03-10", endsOn: "2023-03-09", attended: { present: 3, apologies: 1, absent: 2 } }),
  seat(marcia, { office: "chair", officeSince: "2022-02-01" }),
  ...["Ada Brook", "Bilal Hussain", "Cath Dunn", "Dev Patel", "Edna Frost", "Femi Ojo", "Gwen Hale", "Hari Singh"].map(
    (name, at) => seat(named(String(20 + at), name), { attended: { present: 0, apologies: 0, absent: 0 } }),
  ),
];

const finding = (part: Partial<MembershipFinding> & Pick<MembershipFinding, "rule">): MembershipFinding => ({
  holds: true,
  found: 0,
  needed: 0,
  who: [],
  ...part,
});

export const findings: MembershipFinding[] = [
  finding({ rule: "fewest", found: 13, needed: 8 }),
  finding({ rule: "most", found: 13, needed: 20 }),
  finding({ rule: "residents", found: 12, needed: 7 }),
  finding({ rule: "terms" }),
  finding({ rule: "stoodDown", found: 3, needed: 3 }),
  finding({ rule: "chair", found: 1, needed: 1 }),
  finding({ rule: "viceChairs", holds: false, found: 1, needed: 2 }),
  finding({ rule: "chairIndependent" }),
  finding({ rule: "viceChairIndependent", holds: false, found: 0, needed: 1, who: [grace] }),
  finding({ rule: "nobodyPaid" }),
  finding({ rule: "agreement", found: 13, needed: 13 }),
  finding({ rule: "dbs", holds: false, found: 12, needed: 13, who: [doreen] }),
  finding({ rule: "identity", holds: false, found: 12, needed: 13, who: [doreen] }),
  finding({ rule: "induction", found: 13, needed: 13 }),
];

export const membership = (part: Partial<Membership> = {}): Membership => ({
  on: "2023-01-17",
  findings,
  due: [
    { kind: "termEnds", member: ken, on: "2023-03-09" },
    { kind: "exitInterview", member: named("8", "Terry Moult"), since: "2022-12-15" },
  ],
  rota: [
    { member: ken, since: "2020-03-10", endsOn: "2023-03-09", must: true },
    { member: marcia, since: "2022-01-18", endsOn: "2025-01-17", must: false },
    { member: grace, since: "2022-01-18", endsOn: "2025-01-17", must: false },
  ],
  seats: seatHolders,
  others: [
    { member: named("4", "Anita Joyce"), role: "ltoClerk", withoutSince: null },
    { member: named("1", "Joan Pelham"), role: "coordinator", withoutSince: null },
  ],
  joinings: [
    {
      id: "j1",
      name: "Wanda Rix",
      notes: "Runs the reading group at the library",
      metOn: "2023-01-10",
      metBy: ["Ken Ashby", "Ken Osei"],
      eligible: true,
      votedOn: null,
      vote: null,
      joined: false,
    },
  ],
  elections: [
    {
      id: "e1",
      heldOn: "2022-01-18",
      candidate: "Marcia Lowe",
      nominatedOn: "2022-01-04",
      residents: 24,
      hands: 21,
      elected: true,
    },
    {
      id: "e2",
      heldOn: "2022-01-18",
      candidate: "Norman Tusk",
      nominatedOn: "2022-01-10",
      residents: 24,
      hands: 15,
      elected: false,
    },
  ],
  mayKeep: true,
  ...part,
});

export const person: MembershipPerson = {
  member: grace,
  terms: [
    {
      id: "t2",
      seat: "resident",
      beginsOn: "2022-01-18",
      endsOn: "2025-01-17",
      how: "agm",
      endedOn: null,
      why: null,
      toldOn: null,
      vote: null,
      words: null,
    },
    {
      id: "t1",
      seat: "resident",
      beginsOn: "2019-01-15",
      endsOn: "2022-01-14",
      how: "listed",
      endedOn: "2021-06-01",
      why: "resigned",
      toldOn: null,
      vote: null,
      words: "I must look after my mother",
    },
  ],
  offices: [
    {
      id: "o1",
      office: "viceChair",
      beginsOn: "2022-02-01",
      how: "ballot",
      endedOn: null,
      votes: [
        { name: "Grace Adeyemi", votes: 7 },
        { name: "Ken Ashby", votes: 4 },
      ],
    },
  ],
  removals: [],
  ties: [{ id: "i1", kind: "lto", what: "Volunteer driver", since: "2022-05-01", endedOn: null }],
  papers: [
    {
      id: "p1",
      kind: "dbs",
      on: "2022-02-01",
      level: "enhanced",
      certificateOn: "2022-01-20",
      seenBy: "Joan Pelham",
      words: "",
    },
  ],
};

export function membershipCore(): Record<string, Handler> {
  const nothing = () => null;
  const carried = () => ({ carried: true });
  return {
    membership: () => membership(),
    membership_person: ({ memberId }) => {
      const holder = seatHolders.find(({ member }) => member.id === memberId);
      return memberId === grace.id
        ? person
        : {
            member: holder?.member ?? named(String(memberId), "Terry Moult"),
            terms: [],
            offices: [],
            ties: [],
            removals: [],
            papers: [],
          };
    },
    give_seat: nothing,
    end_seat: nothing,
    appoint_officer: () => "Grace Adeyemi",
    end_office: nothing,
    record_election: carried,
    record_joining: nothing,
    vote_on_joining: carried,
    record_member_paper: nothing,
    void_member_paper: nothing,
    record_tie: nothing,
    end_tie: nothing,
  };
}
