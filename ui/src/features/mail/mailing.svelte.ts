// Letters being made.
import { commands, type MailMade, type MakeMailInput } from "$lib/ipc";
import { toast } from "$shell/toast.svelte";
import { Work } from "$shell/work.svelte";
import { words } from "./words";

class Mailing extends Work<MailMade> {
  #asked = $state.raw<MakeMailInput>();

  /** How many are made now, or were made last. */
  get letters(): number {
    return this.#asked?.subjects.length ?? 0;
  }
  get oneFile(): boolean {
    return this.#asked?.oneFile ?? true;
  }

  async make(input: MakeMailInput): Promise<void> {
    if (this.busy) return;
    this.#asked = input;
    const made = await this.begin(() => commands.makeMail(input));
    if (made) toast.show(words.made(made.letters, made.pages));
  }
}

export const mailing = new Mailing();
