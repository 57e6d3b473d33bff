//! Accessibility of the page as it stands, by axe-core: WCAG 2.2 A and AA, and best practice.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Window;

const RUN: &str = "
const done = arguments[arguments.length - 1];
// A colour on its way to another is neither.
const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
Promise.allSettled(moving.map((one) => one.finished)).then(() => window.axe.run(document, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
})).then(
  ({ violations, passes }) => done({
    passed: passes.length,
    found: violations.map(({ id, help, nodes }) => `${id}: ${help}\\n    ${nodes.map((node) => node.html).join('\\n    ')}`),
  }),
  (error) => done({ failed: String(error) }),
);";

impl Window {
    /// What axe-core finds wrong on this page, a line for each rule with the places below it.
    #[track_caller]
    pub fn violations(&self) -> Vec<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = match fs::read_to_string(&path) {
            Ok(axe) => axe,
            Err(error) => {
                panic!("axe-core is not in ui/node_modules ({error}): run `npm ci` in ui")
            }
        };
        if let Err(error) = self.execute(&format!("if (!window.axe) {{ {axe} }}\nreturn null;"), Vec::new()) {
            panic!("axe-core could not be loaded: {error}");
        }
        let client = self.client();
        let outcome = match self.wait(client.execute_async(RUN, Vec::new())) {
            Ok(outcome) => outcome,
            Err(error) => panic!("axe-core did not finish: {error}"),
        };
        assert!(outcome["passed"].as_u64().unwrap_or(0) > 0, "axe-core looked at nothing: {outcome}");
        outcome["found"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Stops the journey when axe-core finds anything on this page.
    #[track_caller]
    pub fn see_no_violations(&self) {
        let found = self.violations();
        assert!(found.is_empty(), "axe-core found:\n  {}", found.join("\n  "));
    }
}
