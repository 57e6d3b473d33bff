// Tells the core that somebody is here. The core alone locks the register; shortly before, what is typed is kept.
import { commands, run } from "$lib/ipc";
import { keepAll } from "./unsaved";

/** The core hears of it at most this often. */
const seldom = 30_000;
/** What is still to be saved is saved this long before the lock. */
const ahead = 30_000;

export type Attendance = {
  /** A key, the mouse or a finger. */
  used: () => void;
  end: () => void;
};

export function attend(minutes: number): Attendance {
  let told = -Infinity;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  return {
    used: () => {
      if (Date.now() - told < seldom) return;
      told = Date.now();
      clearTimeout(keeping);
      keeping = setTimeout(() => void keepAll(), Math.max(0, minutes * 60_000 - ahead));
      void run(commands.stillHere());
    },
    end: () => {
      clearTimeout(keeping);
    },
  };
}
