// Words of finding.
import type { FoundKind } from "$lib/ipc";

export const words = {
  label: "Find a group, a grant or a person",
  results: "Found",
  go: "Go to",
  kinds: {
    application: "Applications",
    grant: "Grants",
    member: "People",
    activity: "Lines of the budget",
  } satisfies Record<FoundKind, string>,
  start: "Type a group, a reference like CC-2022-003, a person or a word from an answer.",
  checkPaper: (code: string) => `Check the paper ${code}`,
  none: "Nothing found. Try fewer letters, or a reference like CC-2022-003.",
  many: (number: number) => (number === 1 ? "1 found" : `${String(number)} found`),
  sealed: "Under embargo",
} as const;
