// Starts the window.
import "./styles/fonts.css";
import "./styles/index.scss";
import { mount } from "svelte";
import { problemOf } from "$words/problems";
import { appearance } from "$shell/appearance.svelte";
import { incident } from "$lib/incident";
import { notice } from "$shell/notice.svelte";
import App from "./App.svelte";

function fault(thrown: unknown): void {
  notice.show(problemOf({ code: "internal", incident: incident(thrown) }));
}
window.addEventListener("error", ({ error }) => {
  fault(error);
});
window.addEventListener("unhandledrejection", ({ reason }) => {
  fault(reason);
});
// A file dropped on the window must not replace the program.
for (const type of ["dragover", "drop"]) {
  window.addEventListener(type, (event) => {
    event.preventDefault();
  });
}

const target = document.getElementById("app");
if (!target) throw new Error("the page has no place for the program");
void appearance.load();
mount(App, { target });
