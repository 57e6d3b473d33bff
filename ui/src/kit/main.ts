// For development only: /kit.html shows every part; /kit.html?app shows the whole window on an invented core.
// With ?app&at={"name":"applications"} it opens there; with ?app&desk={"at":"packs"} at a reviewer's desk.
// With &as=chair the chair sits there; with &clerk the clerk sits at that desk.
// Add theme=dark, contrast=more or text=200.
import "../styles/fonts.css";
import "../styles/index.scss";
import { mount } from "svelte";
import { fakeCore } from "$lib/ipc/fake";
import { appearance } from "$shell/appearance.svelte";
import App from "../App.svelte";
import Kit from "./Kit.svelte";
import { navigation } from "$shell/navigation.svelte";
import type { Screen } from "$shell/screen";
import { session as sitting } from "$shell/session.svelte";
import { reviewing, type Place } from "$features/reviewer/sitting.svelte";
import { clerkDesk, deskSample } from "./reviewer";
import { chair, sampleCore, session } from "./sample";

const asked = new URLSearchParams(location.search);
fakeCore(sampleCore(asked));
const target = document.getElementById("app");
if (!target) throw new Error("the page has no place for the parts");
void appearance.load();
const at = asked.get("at");
if (at !== null) {
  sitting.sit(asked.get("as") === "chair" ? chair : session);
  navigation.go(JSON.parse(at) as Screen);
}
const seat = asked.get("desk");
if (seat !== null)
  reviewing.sit(
    asked.has("clerk") ? clerkDesk : asked.get("packs") === "none" ? { ...deskSample, packs: [] } : deskSample,
    JSON.parse(seat) as Place,
  );
mount(asked.has("app") ? App : Kit, { target });
