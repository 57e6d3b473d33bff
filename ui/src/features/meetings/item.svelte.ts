// An item of an agenda as it is shown and as it is typed.
import type { IconName } from "$lib/components/icons";
import type { AgendaItem, ItemInput, ItemKind } from "$lib/ipc";
import { words } from "./meetingWords";

export const itemIcons = {
  general: "message-square-text",
  minutes: "file-text",
  grant: "hand-coins",
  commitment: "pound-sterling",
  joining: "user",
  removal: "user",
} as const satisfies Record<ItemKind, IconName>;

/** What it is called; without its title when this member may not know it. */
export function calledBy({ title, reference, sealed }: Pick<AgendaItem, "title" | "reference" | "sealed">): string {
  if (title !== null) return title;
  const what = sealed ? words.sealed : words.hidden;
  return reference === null ? what : `${what}, ${reference}`;
}

/** Kinds whose title is the application’s or the meeting’s own. */
export const titled = (kind: ItemKind): boolean => kind !== "grant" && kind !== "minutes";

export type SubjectKind = "grant" | "minutes" | "removal";
export const asksSubject = (kind: ItemKind): kind is SubjectKind =>
  kind === "grant" || kind === "minutes" || kind === "removal";

export class TypedItem {
  kind: ItemKind = $state("general");
  title = $state("");
  about = $state("");
  subjectId = $state("");
  isPublic = $state(true);

  constructor(item: AgendaItem | undefined) {
    if (!item) return;
    this.kind = item.kind;
    this.title = titled(item.kind) ? (item.title ?? "") : "";
    this.about = item.about;
    this.subjectId = item.applicationId ?? "";
    this.isPublic = item.public;
  }

  input(): ItemInput {
    return {
      kind: this.kind,
      title: titled(this.kind) ? this.title : "",
      about: this.about,
      subjectId: asksSubject(this.kind) && this.subjectId !== "" ? this.subjectId : null,
      public: this.isPublic,
    };
  }
}
