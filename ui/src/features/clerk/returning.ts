// A payment that came back on the statement, while its return is being recorded.
import type { SoughtPayment } from "$lib/ipc";

export type Returning = {
  payment: SoughtPayment;
  /** The day of the line. */
  on: string;
};
