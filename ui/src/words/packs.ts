// Why a pack was refused whole: what has happened, what is safe, and what to do. For the register and for the
// reviewer's desk.
import type { PackRefusal } from "$lib/ipc/bindings";

export type RefusalText = { title: string; body: string };

const refusals = {
  notAPack: {
    title: "This file is not a pack",
    body: "Nothing was kept. A pack’s name begins with “pack” and ends in .chestpack. Look for that file, and choose it.",
  },
  notForMe: {
    title: "This pack is sealed to somebody else",
    body: "Nothing in it was read or kept. Give it back to whoever gave it to you, and ask for your own.",
  },
  damaged: {
    title: "This pack was damaged on the way, or somebody changed it",
    body: "Nothing was kept. Copy it again from the stick or the message. If that does not help, ask for it to be made again.",
  },
  unknownSender: {
    title: "We do not know who signed this pack",
    body: "Nothing was kept. Ask who sent it for their card, check its fingerprint over the phone, and open the pack again.",
  },
  badSignature: {
    title: "The signature on this pack is wrong",
    body: "Nothing was kept. Phone whoever it says it is from, and ask if they made it. Do not open it again before that.",
  },
  forwarded: {
    title: "This pack was made for somebody else and passed on",
    body: "Nothing was kept. Tell the co-ordinator, who can make one for you.",
  },
  wrongKind: {
    title: "This pack does another job",
    body: "Nothing was kept. A pack that was sent to you is opened at your own desk. What comes back is brought in at the register.",
  },
  otherPartnership: {
    title: "This pack comes from another partnership",
    body: "Nothing was kept. Check that you chose the right file.",
  },
  otherRound: {
    title: "This pack is about a round that is not known here",
    body: "Nothing was kept. Check that you chose the right file. The round may be in a newer copy of the register.",
  },
  newer: {
    title: "A newer Community Chest made this pack",
    body: "Nothing was kept, and the pack is safe. Put the newest Community Chest on this computer, then open it again.",
  },
  expired: {
    title: "The time of this pack is over",
    body: "Nothing was kept. Ask the co-ordinator if you should still answer. They can make a new pack.",
  },
  tooLarge: {
    title: "This file is too large to be a pack",
    body: "Nothing was kept. Check that you chose the right file.",
  },
  notAnAnswer: {
    title: "This answers no pack that was sent out",
    body: "Nothing was kept. Phone whoever it says it is from, and ask them to save their response again.",
  },
  badContent: {
    title: "Part of this pack cannot be read",
    body: "Nothing was kept. Ask whoever made it to make it again with the newest Community Chest.",
  },
} as const satisfies Record<PackRefusal, RefusalText>;

/** A reason from a newer core has no words here: the pack was still refused whole. */
export function packRefusal(why: PackRefusal): RefusalText {
  return (refusals as Partial<Record<string, RefusalText>>)[why] ?? refusals.badContent;
}

/** Every reason, for the check sheet and for tests. */
export const packRefusals: Readonly<Record<PackRefusal, RefusalText>> = refusals;

/** What a receipt says at the reviewer’s desk. */
export const packReceived: RefusalText = {
  title: "Your response arrived",
  body: "The co-ordinator brought it in. Nothing more is asked of you, unless a review was left open.",
};
