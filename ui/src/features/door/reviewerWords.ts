// Words of the way to the desk for work that was sent: reviews and payments.
import { count } from "$words/format";

export const reviewerWords = {
  choice: "Do work that was sent to you",
  choiceHint: "Review applications, or make payments, from a pack. You need no register.",
  card: "A pack that was sent to you",
  cardHint: "Open it at your own desk",

  otherWays: "Other ways to begin",
  back: "Back",
  title: "Work that was sent to you",
  lead: "You review applications or make payments on your own computer. Nobody else can read what is in your pack.",
  steps: [
    ["Make your keys.", "They lock your packs, so that only you can open them."],
    [
      "Give your card to the co-ordinator.",
      "It is a small file. Then phone them, and read your fingerprint out, so that they know it is yours.",
    ],
    ["Open the pack they give you.", "It comes on a stick or in a message. No internet is needed."],
  ] as readonly (readonly [string, string])[],
  make: "Make my keys",
  haveThem: "You have keys already?",
  bring: "Bring my keys from another computer",

  keysTitle: "Make your keys",
  keysText: "Five words open your desk. They are shown only now.",
  nameTooLong: "Your name is too long. Enter it shorter",
  nameNotTaken: "Enter your name in letters that can be printed",
  nameHint: "As the co-ordinator knows you",
  noOther: "Nobody can tell you the words again, not even the people who made this program.",
  making: "Making your keys. This takes a few seconds.",

  reviewer: "Own desk",
  unlockTitle: "Unlock your desk",
  wrongPassphrase: "That passphrase does not open your desk",
  wrongHint: "Check for missing words and spaces between them. Press Show to see what you typed.",
  brought: (name: string) => `The keys of ${name} are here now. Unlock them with the same passphrase as before.`,
  lockedItself: (minutes: number) => `Your desk locked itself after ${count(minutes, "minute", "minutes")} without use`,
  lockedSafe: "Everything that you wrote is safe.",
  somebodyElse: "Does somebody else work on this computer?",
  makeOther: "Make their own keys",
  forgottenText:
    "Nobody can open your desk without the five words. Look for the paper that you wrote them on. If it is lost, make new keys, give the co-ordinator your new card, and ask for your packs again. What you did and did not send must be done again.",
} as const;
