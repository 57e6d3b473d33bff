// The passphrase of the sample, from when it is made until the window closes. It is no secret: all of it is invented.
import type { SampleOpened } from "$lib/ipc";

class Sample {
  #made = $state.raw<{ folder: string; passphrase: string }>();
  #read = $state(false);

  made({ session, passphrase }: SampleOpened): void {
    this.#made = { folder: session.folder, passphrase };
    this.#read = false;
  }

  /** Of the register in this folder, when it is the sample that was made. */
  passphraseOf(folder: string): string | undefined {
    return this.#made?.folder === folder ? this.#made.passphrase : undefined;
  }

  /** Somebody has read it on Home. */
  get read(): boolean {
    return this.#read;
  }
  putAway(): void {
    this.#read = true;
  }
}

export const sample = new Sample();
