// On a new view the focus goes to its title, and the window is named after it. Views may come late, so this watches.
import { setWindowTitle } from "$lib/ipc";
import { words } from "./words";

/** Watches the element that holds the view. Returns the way to stop. */
export function watchView(main: HTMLElement): () => void {
  let titled: Element | null = null;
  const look = (): void => {
    const title = main.querySelector("h1");
    const text = title?.textContent.trim() ?? "";
    const wrong = main.querySelector("[data-errors]") ? `${words.error} ` : "";
    setWindowTitle(text ? `${wrong}${text} - ${words.program}` : words.program);
    if (!title || title === titled) return;
    titled = title;
    if (main.querySelector("[data-errors]")) return;
    title.setAttribute("tabindex", "-1");
    // A view that is one box to fill in may ask for the focus there.
    (main.querySelector<HTMLElement>("[data-first]") ?? title).focus({ preventScroll: true });
  };
  const watch = new MutationObserver(look);
  watch.observe(main, { childList: true, subtree: true, characterData: true });
  look();
  return () => watch.disconnect();
}
