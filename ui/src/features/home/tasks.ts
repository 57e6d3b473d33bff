// The things owed, in groups and in sentences. The core has put them in order.
import type { WorkItem } from "$lib/components/work";
import type { HomeTask } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { shared } from "$words/shared";
import { dutyIcon, dutyScreen, dutySentence, dutyText, lateWords } from "../grant/duty";
import { words as grant } from "../grant/words";
import { words } from "./words";

export type TaskGroup = { title: string; items: WorkItem[] };

function item(task: HomeTask, go: (screen: Screen) => void): WorkItem {
  const { owed, partsDone, parts } = task;
  const done = partsDone !== null && parts !== null ? grant.partsDone(partsDone, parts) : "";
  return {
    icon: dutyIcon(owed.duty),
    title: dutySentence(task),
    text: [done, dutyText(task)].filter(Boolean).join(" "),
    late: lateWords(owed),
    sealed: task.sealed ? shared.underEmbargo : undefined,
    action: {
      label: grant.button[owed.duty],
      onclick: () => {
        go(dutyScreen(task));
      },
    },
  };
}

/** Late first, then what we can do, then what others owe us in time. */
export function taskGroups(tasks: readonly HomeTask[], go: (screen: Screen) => void): TaskGroup[] {
  const late = tasks.filter(({ owed }) => owed.daysLate !== null);
  const inTime = tasks.filter(({ owed }) => owed.daysLate === null);
  const others = inTime.filter(({ owed }) => owed.debtor === "group");
  const ours = inTime.filter(({ owed }) => owed.debtor !== "group");
  return [
    { title: words.late, tasks: late },
    { title: words.next, tasks: ours },
    { title: words.others, tasks: others },
  ]
    .filter((group) => group.tasks.length > 0)
    .map((group) => ({ title: group.title, items: group.tasks.map((task) => item(task, go)) }));
}
