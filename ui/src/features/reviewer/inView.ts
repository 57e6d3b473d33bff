// Where everything is in one scroll, a panel that changed must not change out of sight.
export function inView(panel: Element): void {
  panel.scrollIntoView({ block: "start" });
}
