// Words of the settings.
import { count, plainDate } from "$words/format";

export const words = {
  title: "Settings",
  lead: "These choices are kept on this computer, for everyone who uses it.",
  textSize: "Text size",
  textSizeHint: "You can also press Ctrl and + or Ctrl and - at any time.",
  sizes: { "100": "Usual", "112": "A little larger", "125": "Larger", "150": "Much larger", "200": "Twice the usual" },
  theme: "Colours",
  themes: { computer: "As the computer is set", light: "Light", dark: "Dark" },
  contrast: "Contrast",
  contrasts: { computer: "As the computer is set", standard: "Usual", more: "More contrast" },
  moreHint: "Black on white, or white on black",
  register: "This register",
  partnership: "Partnership",
  folder: "Folder",
  plan: "Plan",
  planDates: (name: string, from: string, to: string) => `${name}, ${plainDate(from)} to ${plainDate(to)}`,
  lastBackup: "Last backup",
  never: "None yet",
  locks: "Locks",
  lockMinutes: (minutes: number) => `After ${count(minutes, "minute", "minutes")} without use`,
  backUp: "Make a backup now",
  making: "Making the backup. You can go on working.",
  made: "The backup was made and checked",
  madeIn: (folder: string, events: number) =>
    `It is in ${folder}. Its journal has ${count(events, "entry", "entries")}, and all of them fit together.`,
  members: "Members",
  deciding: "How the partnership decides",
  decidingText: "Where the plan says two things, or nothing, the partnership chooses.",
  decidingLink: "How we decide",
} as const;
