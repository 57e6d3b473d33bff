// Where a meeting stands, in two words and a shape.
import type { IconName } from "$lib/components/icons";
import type { Kind } from "$lib/components/types";
import type { MeetingStage } from "$lib/ipc";

export const stageLooks = {
  planned: { kind: "plain", icon: "calendar" },
  sitting: { kind: "info", icon: "users" },
  ended: { kind: "warn", icon: "pencil" },
  approved: { kind: "plain", icon: "check" },
  calledOff: { kind: "plain", icon: "circle-x" },
} as const satisfies Record<MeetingStage, { kind: Kind | "plain"; icon: IconName }>;
