// Reading one application. Whatever was typed before is saved first.
import { commands, type ApplicationView } from "$lib/ipc";
import { query, type Query } from "$lib/ipc/query.svelte";
import { settled } from "./typing.svelte";

/** Call it while a component is being made. It is read again when a change touches one of `areas`. */
export function applicationQuery(id: () => string, areas: readonly string[] = ["*"]): Query<ApplicationView> {
  return query<ApplicationView>(() => {
    const wanted = id();
    return settled().then(() => commands.application(wanted));
  }, areas);
}
