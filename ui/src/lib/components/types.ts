// Shapes that parts share.
import type { IconName } from "./icons";

export type Kind = "ok" | "warn" | "danger" | "info" | "sealed";

/** What a button does for the keys: Ctrl Enter, Ctrl N, Ctrl P, Esc. One of each in a view. */
export type Does = "main" | "new" | "print" | "close";

export type Option = { value: string; label: string; hint?: string | undefined; disabled?: boolean | undefined };

/** `go` opens the field's own page, when it is not on this one. */
export type FieldError = { field?: string | undefined; text: string; go?: (() => void) | undefined };

/** A date as typed in three boxes. The core reads it. */
export type DateTyped = { day: string; month: string; year: string };

export const kindIcon: { [K in Kind]: IconName } = {
  ok: "circle-check",
  warn: "triangle-alert",
  danger: "octagon-alert",
  info: "info",
  sealed: "lock",
};

/** The ids that describe a field, or nothing. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}
