// Letters being made.
import { commands, type MailMade, type MakeMailInput } from "$lib/ipc";
import { toast } from "$shell/toast.svelte";
import { Work } from "$shell/work.svelte";
import { words } from "./words";

class Mailing extends Work<MailMade> {
  #asked = $state.raw<MakeMailInput>();
  #meetingId = $state.raw<string>();

  /** How many are made now, or were made last. */
  get letters(): number {
    return this.#asked?.subjects.length ?? 0;
  }
  get oneFile(): boolean {
    return this.#asked?.oneFile ?? true;
  }

  /** What was made last for a meeting, or for none, to be read. */
  madeFor(meetingId: string | undefined): MailMade | undefined {
    return this.#meetingId === meetingId ? this.made : undefined;
  }

  async make(input: MakeMailInput, meetingId: string | undefined): Promise<void> {
    if (this.busy) return;
    this.#asked = input;
    this.#meetingId = meetingId;
    const made = await this.begin(() => commands.makeMail(input));
    if (made) toast.show(words.made(made.letters, made.pages));
  }
}

export const mailing = new Mailing();
