// Says when the first screen can be used: its heading stands in the page, its letters have come, and two frames have been painted since.
(() => {
  const frame = () => new Promise(requestAnimationFrame);
  const told = async () => {
    // Letters are blank until their font has come.
    await document.fonts.ready;
    await frame();
    await frame();
    await window.__TAURI_INTERNALS__.invoke("first_screen");
  };
  const ready = () => document.querySelector("h1") !== null;
  const watch = () => {
    if (ready()) return told();
    const observer = new MutationObserver(() => {
      if (!ready()) return;
      observer.disconnect();
      told();
    });
    observer.observe(document.documentElement, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
  else watch();
})();
