// Opens the desk for work that was sent at a place, on the invented core.
import { render } from "@testing-library/svelte";
import { fakeCore, type FakeCore, type Handler } from "$lib/ipc/fake";
import { reviewing, type Place } from "$features/reviewer/sitting.svelte";
import { session } from "$shell/session.svelte";
import App from "../App.svelte";
import { clerkDesk, deskSample } from "../kit/reviewer";
import { sampleCore } from "../kit/sample";

/** Handlers given here win. `asked` is as in the address of the check sheet. What an earlier test typed is forgotten. */
export async function sitAtDesk(place: Place, handlers: Record<string, Handler> = {}, asked = ""): Promise<FakeCore> {
  const core = fakeCore({ ...sampleCore(new URLSearchParams(asked)), ...handlers });
  await session.lock();
  await reviewing.lock();
  reviewing.forgetDoor();
  reviewing.sit(new URLSearchParams(asked).has("clerk") ? clerkDesk : deskSample, place);
  render(App);
  return core;
}
