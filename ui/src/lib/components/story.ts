import type { IconName } from "./icons";

/** One line of a story. */
export type StoryEntry = {
  icon: IconName;
  when: string;
  who?: string | undefined;
  title: string;
  text?: string | undefined;
  kind?: "late" | "sealed" | undefined;
};
