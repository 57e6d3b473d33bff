// A list of grants as somebody left it: tab, filter and order. The core filters, sorts and counts.
import { commands, type GrantList, type GrantSort, type GrantTab } from "$lib/ipc";
import { query, type Query } from "$lib/ipc/query.svelte";
import type { Sort } from "$lib/components/table";
import { session } from "$shell/session.svelte";

const page = 100;

export class GrantListState {
  tab = $state<GrantTab>("all");
  /** In the box. */
  text = $state("");
  /** Asked for: the box, a moment after the last letter. */
  asked = $state("");
  sort = $state<Sort | undefined>();
  limit = $state(page);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tab: GrantTab, sort: GrantSort, down: boolean) {
    this.tab = tab;
    this.sort = { column: sort, down };
  }

  choose(tab: GrantTab): void {
    this.tab = tab;
    this.limit = page;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.asked = text.trim();
      this.limit = page;
    }, 150);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.text = this.asked = "";
  }

  more(): void {
    this.limit += page;
  }

  /** Call it while a component is being made. */
  query(): Query<GrantList> {
    return query(
      () =>
        commands.listGrants({
          tab: this.tab,
          text: this.asked,
          sort: (this.sort?.column ?? "reference") as GrantSort,
          descending: this.sort?.down ?? false,
          offset: 0,
          limit: this.limit,
        }),
      ["*"],
    );
  }
}

/** Remembers a list for as long as the register is open, and no longer. */
export function remembered(tab: GrantTab, sort: GrantSort, down: boolean): () => GrantListState {
  const lists = new WeakMap<object, GrantListState>();
  return () => {
    const open = session.open;
    const known = open && lists.get(open);
    if (known) return known;
    const made = new GrantListState(tab, sort, down);
    if (open) lists.set(open, made);
    return made;
  };
}
