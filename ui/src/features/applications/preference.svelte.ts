// How this person likes to work, until the window closes. Nothing is kept on the computer.
import type { ApplicationSort } from "$lib/ipc";
import type { Layout } from "./parts";
import type { TabId } from "./tabs";

class Preference {
  layout = $state<Layout>("one");
  /** The scan beside the question. */
  paper = $state(true);
  list = $state<{ tab: TabId; text: string; sort: ApplicationSort; down: boolean }>({
    tab: "all",
    text: "",
    sort: "received",
    down: true,
  });
}

export const preference = new Preference();
