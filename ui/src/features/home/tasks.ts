// The things owed, in groups and in sentences. The core has put them in order.
import type { WorkItem } from "$lib/components/work";
import type { Chore, HomeTask } from "$lib/ipc";
import type { Screen } from "$shell/screen";
import { shared } from "$words/shared";
import { dutyIcon, dutyScreen, dutySentence, dutyText, lateWords } from "../grant/duty";
import { words as grant } from "../grant/words";
import { choreItem } from "./chores";
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
export function taskGroups(
  tasks: readonly HomeTask[],
  chores: readonly Chore[],
  go: (screen: Screen) => void,
): TaskGroup[] {
  const isLate = ({ daysLate }: { daysLate: number | null }): boolean => daysLate !== null;
  const ofTasks = (wanted: (task: HomeTask) => boolean): WorkItem[] =>
    tasks.filter(wanted).map((task) => item(task, go));
  const ofChores = (late: boolean): WorkItem[] =>
    chores.filter((chore) => isLate(chore) === late).map((chore) => choreItem(chore, go));
  return [
    { title: words.late, items: [...ofTasks(({ owed }) => isLate(owed)), ...ofChores(true)] },
    {
      title: words.next,
      items: [...ofChores(false), ...ofTasks(({ owed }) => !isLate(owed) && owed.debtor !== "group")],
    },
    { title: words.others, items: ofTasks(({ owed }) => !isLate(owed) && owed.debtor === "group") },
  ].filter(({ items }) => items.length > 0);
}
