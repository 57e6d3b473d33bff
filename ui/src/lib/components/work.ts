import type { IconName } from "./icons";

/** One thing to do. */
export type WorkItem = {
  icon: IconName;
  title: string;
  text: string;
  /** "18 days late." */
  late?: string | undefined;
  /** The words for the lock, when it is under embargo. */
  sealed?: string | undefined;
  action?: { label: string; onclick: () => unknown } | undefined;
};
