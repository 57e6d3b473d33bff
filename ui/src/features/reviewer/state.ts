// The state of one application at the desk: a word and a shape.
import type { IconName } from "$lib/components/icons";
import type { Kind } from "$lib/components/types";
import type { ReviewerApplicationRow, ReviewState } from "$lib/ipc";

export const looks: Record<ReviewState, { kind: Kind | "plain"; icon: IconName }> = {
  notStarted: { kind: "plain", icon: "circle" },
  toWrite: { kind: "plain", icon: "circle" },
  writing: { kind: "info", icon: "pencil" },
  sealed: { kind: "sealed", icon: "mail" },
  sent: { kind: "plain", icon: "circle-check" },
  interest: { kind: "plain", icon: "circle-x" },
  rival: { kind: "warn", icon: "triangle-alert" },
};

/** Still to be done by this reviewer. */
export function isOpen({ state }: Pick<ReviewerApplicationRow, "state">): boolean {
  return state !== "sealed" && state !== "sent" && state !== "interest";
}
