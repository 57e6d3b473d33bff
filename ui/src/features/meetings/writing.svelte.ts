// What somebody writes under one item of the minutes: saved as it is typed.
import { commands, type MinutesItem, type Problem, type Reply } from "$lib/ipc";
import { Desks, Keeping } from "$shell/keeping.svelte";
import { saved } from "$shell/saved.svelte";
import { words } from "./minutesWords";

type Written = { confidential: string; publishable: string };

/** The core keeps each save of an item as a version of its own, so that there is no revision to name. */
const only = { revision: 0 };

export class Writing extends Keeping<Written, typeof only> {
  constructor({ itemId, confidential, publishable }: MinutesItem) {
    super(itemId, only.revision, { confidential, publishable });
  }

  protected override blank(): Written {
    return { confidential: "", publishable: "" };
  }

  protected override async save(_: number, content: Written): Promise<Reply<typeof only>> {
    const reply = await commands.saveMinutes({ itemId: this.id, ...content });
    return reply.status === "ok" ? { status: "ok", data: only } : reply;
  }

  protected override kept(): void {
    saved.now();
  }

  protected override failed(problem: Problem): void {
    saved.failed(words.notSaved(problem.title));
  }
}

const desks = new Desks<Writing>();

/** Waits until everything written before is saved, or has failed. */
export const settled = (): Promise<void> => desks.settled();

export const writeAt = (item: MinutesItem): Writing => desks.sitAt(item.itemId, () => new Writing(item));

export const leave = (desk: Writing): void => {
  desks.leave(desk);
};
