// What has happened to an application, newest first, from what the register knows of it.
import type { StoryEntry } from "$lib/components/story";
import type { ApplicationView } from "$lib/ipc";
import { plainDate } from "$words/format";
import { decided } from "../decisions/summary";
import { words } from "./words";

type Dated = StoryEntry & { at: string };

export function storyOf(view: ApplicationView): StoryEntry[] {
  const told = (how: string | null): string | undefined => how ?? undefined;
  const entries: Dated[] = [
    {
      at: view.startedOn,
      icon: "pencil",
      when: plainDate(view.startedOn),
      who: view.typedBy,
      title: words.storyStarted,
    },
    ...view.versions.map((version) => ({
      at: version.at,
      icon: version.version === 1 ? ("file-input" as const) : ("pencil" as const),
      when: plainDate(version.at),
      who: version.by,
      title: version.version === 1 ? words.storyReceived : words.storyCorrected(version.version),
      text: version.reason ?? undefined,
    })),
    ...view.decisions.flatMap((decision): Dated[] => [
      {
        at: decision.decidedOn,
        icon: "gavel",
        when: plainDate(decision.decidedOn),
        who: decision.decidedBy,
        ...decided(decision.outcome),
      },
      ...(decision.toldOn === null
        ? []
        : [
            {
              at: decision.toldOn,
              icon: "mail" as const,
              when: plainDate(decision.toldOn),
              title: words.storyTold,
              text: told(decision.toldHow),
            },
          ]),
    ]),
  ];
  // On one day, what is listed later happened later.
  return entries
    .map((entry, index) => ({ entry, index }))
    .toSorted((a, b) => b.entry.at.slice(0, 10).localeCompare(a.entry.at.slice(0, 10)) || b.index - a.index)
    .map(({ entry }) => entry);
}
