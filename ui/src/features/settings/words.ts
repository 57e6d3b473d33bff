// Words of the settings.
export const words = {
  title: "Settings",
  lead: "These choices are kept on this computer, for everyone who uses it.",
  textSize: "Text size",
  textSizeHint: "You can also press Ctrl and + or Ctrl and - at any time.",
  sizes: { "100": "Usual", "112": "A little larger", "125": "Larger", "150": "Much larger", "200": "Twice the usual" },
  theme: "Colours",
  themes: { computer: "As the computer is set", light: "Light", dark: "Dark" },
  contrast: "Contrast",
  contrasts: { computer: "As the computer is set", standard: "Usual", more: "More contrast" },
  moreHint: "Black on white, or white on black",
} as const;
