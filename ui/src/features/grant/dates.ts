// Dates in three boxes.
import type { TypedDate } from "$lib/ipc";

export const noDate: TypedDate = { day: "", month: "", year: "" };

/** "2023-01-07" is 7, 1 and 2023: how somebody would write it in the boxes. */
export function inBoxes(iso: string | undefined): TypedDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (!parts) return { ...noDate };
  const [, year = "", month = "", day = ""] = parts;
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}
