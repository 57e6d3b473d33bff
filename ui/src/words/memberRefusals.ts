// Why a change of a member or of their keys is refused: what has happened, and the way on.
import type { MemberRefusal } from "$lib/ipc/bindings";

export type MemberRefused = { title: string; body: string };
type Words = { [K in MemberRefusal["kind"]]: (refusal: Extract<MemberRefusal, { kind: K }>) => MemberRefused };

const refusals = {
  hasLeft: () => ({
    title: "This member has left",
    body: "Their entry does not change any more. If they came back, add them as a new member.",
  }),
  lastKeeper: () => ({
    title: "Nobody would be left who may keep the members’ list",
    body: "Give somebody else at this register that role first. Nothing was changed.",
  }),
  oneSelf: () => ({
    title: "You cannot give yourself a passphrase here",
    body: "Change your own under My keys. Nothing was changed.",
  }),
  notACard: () => ({
    title: "This file is not a member card",
    body: "Nothing was taken in. Ask them to save their card again, and choose that file.",
  }),
  newerCard: () => ({
    title: "A newer Community Chest made this card",
    body: "Nothing was taken in. Put the newest Community Chest on this computer, then try again.",
  }),
  badSignature: () => ({
    title: "This card was changed, or is not theirs",
    body: "Nothing was taken in. Phone them, and ask them to make and send a new card.",
  }),
  fingerprintDiffers: () => ({
    title: "That is not the fingerprint of this card",
    body: "Nothing was taken in. Ask them to read it once more. If it still differs, do not take the card in.",
  }),
  keysOfAnother: ({ name }) => ({
    title: `The keys on this card belong to ${name}`,
    body: "Nothing was taken in. Check whose card it is, and choose that member.",
  }),
  takenInAlready: () => ({
    title: "This card is in already",
    body: "There is nothing to do. Packs can be sealed to them.",
  }),
  endedKeys: () => ({
    title: "The keys on this card have ended",
    body: "Nothing was taken in. Ask them to make new keys on their computer, and to send the new card.",
  }),
  worksAtRegister: () => ({
    title: "This member has a passphrase at this register",
    body: "Their keys are known from there, so they need no card. Nothing was changed.",
  }),
} satisfies Words;

export function memberRefusal(refusal: MemberRefusal): MemberRefused {
  return (refusals[refusal.kind] as (given: MemberRefusal) => MemberRefused)(refusal);
}
