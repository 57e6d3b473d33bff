// What was found, in groups, with where each thing opens.
import type { IconName } from "$lib/components/icons";
import type { Found, FoundKind } from "$lib/ipc";
import type { Place } from "$shell/places";
import type { Screen } from "$shell/screen";
import { words } from "./words";

export type Line = {
  title: string;
  /** A reference, at the right. */
  detail: string;
  /** The words around what was found. */
  snippet: string;
  sealed: boolean;
  icon: IconName;
  screen: Screen;
};
export type Group = { title: string; lines: Line[] };

type Opening = { icon: IconName; screen: (id: string) => Screen };

const openings: Record<FoundKind, Opening> = {
  application: { icon: "file-text", screen: (id) => ({ name: "application", id }) },
  grant: { icon: "pound-sterling", screen: (id) => ({ name: "grant", id }) },
  member: { icon: "user", screen: () => ({ name: "members" }) },
  activity: { icon: "gauge", screen: () => ({ name: "budget" }) },
};

function lineOf(found: Found): Line {
  const { icon, screen } = openings[found.kind];
  return {
    title: found.title,
    detail: found.reference ?? "",
    snippet: found.snippet ?? "",
    sealed: found.sealed,
    icon,
    screen: screen(found.id),
  };
}

/** The groups stand in the order in which the core found their first. */
export function groupsOf(found: readonly Found[]): Group[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    title: words.kinds[kind],
    lines: found.filter((one) => one.kind === kind).map(lineOf),
  }));
}

/** Places of the left list whose name has what was typed. */
export function placesNamed(typed: string, places: readonly Place[]): Line[] {
  const wanted = typed.trim().toLowerCase();
  return places
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .map(({ title, screen, icon }) => ({
      title,
      detail: "",
      snippet: "",
      sealed: false,
      icon: icon ?? "chevron-right",
      screen,
    }));
}

/** What looks like the code at the foot of a page: three groups of four. The core says if there is such a paper. */
export function paperNamed(typed: string): Line[] {
  const code = typed.trim();
  if (!/^[\da-z]{4}[\s-]*[\da-z]{4}[\s-]*[\da-z]{4}$/i.test(code) || !/[\d-]/.test(code)) return [];
  return [
    {
      title: words.checkPaper(code),
      detail: "",
      snippet: "",
      sealed: false,
      icon: "shield-check",
      screen: { name: "checkPaper", code },
    },
  ];
}
