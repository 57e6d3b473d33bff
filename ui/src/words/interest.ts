// Words of the question that stands before every application: have you an interest in it?
import type { InterestKind, Reach } from "$lib/ipc/bindings";
import { plainDate } from "./format";

export const interestWords = {
  title: "Do you have an interest in this application?",
  why: "An interest need not be about money. Being a member, a friend or a relative counts. It can be for the group or against it.",
  none: "No, I have no interest",
  yes: "Yes, I have an interest",
  unsure: "I am not sure",
  unsureHint: (chair: string) => `If in doubt, say so. ${upper(chair)} will tell you what to do.`,
  kind: "What kind?",
  kinds: {
    financial: "Money, for me or my family",
    personal: "A relative or a friend",
    loyalty: "Loyalty to a group or organisation",
  } satisfies Record<InterestKind, string>,
  reach: "Is it your own, or through somebody close to you?",
  reaches: {
    direct: "My own",
    indirect: "Through somebody close to me",
  } satisfies Record<Reach, string>,
  how: "How does it arise?",
  howHint: "For example, I am one of its trustees",

  askedFor: "Asked for",
  notSaid: "The form does not say",
  meetsAt: "Meets at",
  thisApplication: "This application",
  matchTitle: "Your entry in the register of interests names this group.",
  match: (how: string, body: string, since: string) => `“${how}, ${body}”, ${plainDate(since)}`,

  tell: (chair: string) => `Tell ${chair}`,
  read: "Read the application",
  afterYes: "Someone else will review this one.",
  afterUnsure: "You do not read it before you hear from them.",

  choose: "Choose yes, no, or I am not sure",
  kindMissing: "Choose what kind of interest it is",
  reachMissing: "Choose if it is your own or through somebody close to you",
  howMissing: "Enter how the interest arises",
  howTooLong: (most: number) => `How it arises must be ${most.toLocaleString("en-GB")} letters or fewer`,

  toldTitle: "Thank you for saying so",
  toldYes: (chair: string) =>
    `You have an interest, so you take no part in this one. Its text is gone from here. ${upper(chair)} is told, and someone else reviews it.`,
  toldUnsure: (chair: string) =>
    `You are not sure, so you do not read this one yet. Its text is gone from here. ${upper(chair)} is told, and will say if you may read it.`,
  saidOn: (date: string) => `You said this on ${plainDate(date)}`,
  saidHow: (how: string) => `“${how}”`,
} as const;

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
