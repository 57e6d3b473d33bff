// A ledger as somebody works in it: what the core says of it, and the tab, filter, ticks and open grant as they left them.
import { SvelteMap } from "svelte/reactivity";
import { commands, run, type ClerkLedger, type LedgerGrant, type LedgerTab, type Problem, type Reply } from "$lib/ipc";
import type { Sort } from "$lib/components/table";
import { reviewing } from "$features/reviewer/sitting.svelte";
import { hold } from "$shell/unsaved";
import { RunDraft } from "./runDraft.svelte";
import { Statement } from "./statement.svelte";

export class Ledger {
  readonly ledgerId: string;
  readonly draft: RunDraft;
  readonly statement: Statement;
  tab = $state<LedgerTab>("readyToPay");
  text = $state("");
  sort = $state.raw<Sort>({ column: "reference", down: false });
  /** The grant whose panel is open. */
  grantId = $state<string>();
  #value = $state.raw<ClerkLedger>();
  #problem = $state.raw<Problem>();
  #ticked = $state.raw<readonly string[]>([]);

  constructor(ledgerId: string) {
    this.ledgerId = ledgerId;
    this.draft = new RunDraft();
    this.statement = new Statement(ledgerId);
  }

  get value(): ClerkLedger | undefined {
    return this.#value;
  }
  get problem(): Problem | undefined {
    return this.#problem;
  }
  /** The grants ticked for a run, in the order of the ledger. */
  get ticked(): readonly string[] {
    return this.#ticked;
  }

  async load(): Promise<void> {
    const outcome = await run(commands.clerkLedger(this.ledgerId));
    this.#problem = outcome.ok ? undefined : outcome.problem;
    if (outcome.ok) this.#keep(outcome.value);
  }

  /** Sends something that changes the ledger. What comes back stands at once; what was refused changes nothing. */
  async send(command: Promise<Reply<ClerkLedger>>): Promise<Reply<ClerkLedger>> {
    const reply = await command;
    if (reply.status === "ok") {
      this.#keep(reply.data);
      // The desk's own list shows what is ready and what is not sent.
      void reviewing.refresh();
    }
    return reply;
  }

  tick(row: LedgerGrant): void {
    if (row.tab !== "readyToPay") return;
    const on = this.#ticked.includes(row.grantId);
    this.#tickOnly(on ? this.#ticked.filter((id) => id !== row.grantId) : [...this.#ticked, row.grantId]);
  }
  tickAll(): void {
    this.#tickOnly(this.ready.map(({ grantId }) => grantId));
  }
  untick(): void {
    this.#ticked = [];
  }

  get ready(): readonly LedgerGrant[] {
    return this.#value?.grants.filter(({ tab }) => tab === "readyToPay") ?? [];
  }

  #keep(value: ClerkLedger): void {
    this.#value = value;
    this.#tickOnly(this.#ticked);
  }
  #tickOnly(wanted: readonly string[]): void {
    this.#ticked = this.ready.map(({ grantId }) => grantId).filter((id) => wanted.includes(id));
  }
}

const ledgers = new SvelteMap<string, Ledger>();

/** The ledger as it was left, for as long as the desk is open. */
export function ledgerOf(ledgerId: string): Ledger {
  const known = ledgers.get(ledgerId);
  if (known) return known;
  const made = new Ledger(ledgerId);
  ledgers.set(ledgerId, made);
  return made;
}

hold({
  keep: () => Promise.resolve(),
  forget: () => {
    ledgers.clear();
  },
});
