// Two house rules for markup: words live in words.ts, and the security policy forbids style attributes.

const spoken = new Set(["aria-label", "alt", "title", "placeholder", "label", "legend", "hint", "text"]);
const wordy = /\p{L}{2}/u;

/** @type {import("eslint").ESLint.Plugin} */
export const words = {
  rules: {
    "no-literal": {
      meta: { type: "problem", messages: { move: "Move these words to words.ts." }, schema: [] },
      create: (context) => ({
        /** @param {any} node */
        SvelteText(node) {
          if (node.parent.type === "SvelteElement" && ["script", "style"].includes(node.parent.name.name)) return;
          if (wordy.test(node.value)) context.report({ node, messageId: "move" });
        },
        /** @param {any} node */
        SvelteAttribute(node) {
          if (!spoken.has(node.key.name)) return;
          for (const part of node.value)
            if (part.type === "SvelteLiteral" && wordy.test(part.value))
              context.report({ node: part, messageId: "move" });
        },
      }),
    },
    "no-style-attribute": {
      meta: { type: "problem", messages: { use: "Use a class, or style:name={value}." }, schema: [] },
      create: (context) => ({
        /** @param {any} node */
        SvelteAttribute(node) {
          if (node.key.name === "style") context.report({ node, messageId: "use" });
        },
      }),
    },
  },
};
