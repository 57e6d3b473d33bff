// Opens the whole window at a view, on the invented core.
import { render } from "@testing-library/svelte";
import { fakeCore, type FakeCore, type Handler } from "$lib/ipc/fake";
import type { Session } from "$lib/ipc";
import { navigation } from "$shell/navigation.svelte";
import type { Screen } from "$shell/screen";
import { session } from "$shell/session.svelte";
import App from "../App.svelte";
import { sampleCore, session as sampleSession } from "../kit/sample";

/** Handlers given here win. What an earlier test typed is forgotten. */
export async function openAt(
  screen: Screen,
  handlers: Record<string, Handler> = {},
  as: Session = sampleSession,
): Promise<FakeCore> {
  fakeCore(sampleCore(new URLSearchParams()));
  await session.lock();
  const core = fakeCore({ ...sampleCore(new URLSearchParams()), ...handlers });
  session.sit(as);
  navigation.go(screen);
  render(App);
  return core;
}
