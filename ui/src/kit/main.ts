// For development only: /kit.html shows every part; /kit.html?app shows the whole window on an invented core.
// Add theme=dark, contrast=more or text=200.
import "../styles/fonts.css";
import "../styles/index.scss";
import { mount } from "svelte";
import { fakeCore } from "$lib/ipc/fake";
import { appearance } from "$shell/appearance.svelte";
import App from "../App.svelte";
import Kit from "./Kit.svelte";
import { sampleCore } from "./sample";

const asked = new URLSearchParams(location.search);
fakeCore(sampleCore(asked));
const target = document.getElementById("app");
if (!target) throw new Error("the page has no place for the parts");
void appearance.load();
mount(asked.has("app") ? App : Kit, { target });
