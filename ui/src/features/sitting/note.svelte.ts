// The note of the discussion of one item, kept as it is typed.
import { commands, type Problem, type Reply } from "$lib/ipc";
import { Desks, Keeping } from "$shell/keeping.svelte";
import { saved } from "$shell/saved.svelte";

type Noted = { note: string };
/** One person minutes a meeting: its notes have no revisions. */
type Kept = { revision: number };

export class NoteOf extends Keeping<Noted, Kept> {
  constructor(itemId: string, note: string) {
    super(itemId, 0, { note });
  }
  protected blank(): Noted {
    return { note: "" };
  }
  protected async save(revision: number, { note }: Noted): Promise<Reply<Kept>> {
    const reply = await commands.noteItem({ itemId: this.id, note });
    return reply.status === "ok" ? { status: "ok", data: { revision } } : reply;
  }
  protected kept(): void {
    saved.now();
  }
  protected failed(problem: Problem): void {
    saved.failed(problem.title);
  }
}

export const notes = new Desks<NoteOf>();
