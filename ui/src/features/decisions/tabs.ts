// Which applications stand under which tab of the decisions.
import type { ApplicationRow } from "$lib/ipc";

export type DecisionTab = "waiting" | "untold" | "told";

/** A deferred application waits again once the group has been told what is missing. */
export function inTab(row: Pick<ApplicationRow, "state" | "told">, tab: DecisionTab): boolean {
  switch (row.state) {
    case "received":
      return tab === "waiting";
    case "deferred":
      return tab === (row.told ? "waiting" : "untold");
    case "approved":
    case "approvedInPart":
    case "declined":
      return tab === (row.told ? "told" : "untold");
    case "draft":
    case "withdrawn":
      return false;
  }
}
