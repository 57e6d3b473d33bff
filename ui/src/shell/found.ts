// Where a thing that was found opens, and its icon.
import type { IconName } from "$lib/components/icons";
import type { Found, FoundKind } from "$lib/ipc";
import type { Screen } from "./screen";

type Opening = { icon: IconName; screen: (found: Found) => Screen };

/** By the kind the core gives. A kind without a view is not shown. */
const openings: Partial<Record<FoundKind, Opening>> = {
  grant: { icon: "pound-sterling", screen: ({ id }) => ({ name: "grant", id }) },
  member: { icon: "user", screen: () => ({ name: "members" }) },
  activity: { icon: "gauge", screen: () => ({ name: "budget" }) },
  application: { icon: "file-text", screen: ({ id }) => ({ name: "application", id }) },
};

export function openingOf(found: Found): { icon: IconName; screen: Screen } | undefined {
  const opening = openings[found.kind];
  return opening && { icon: opening.icon, screen: opening.screen(found) };
}
