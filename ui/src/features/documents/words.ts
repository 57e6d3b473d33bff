// Words of the printed documents.
export const words = {
  size: "Size of the letters",
  standard: "14 point",
  standardForm: "12 point",
  large: "Large print, 18 point",
  open: "Open to print",
  openHint: "It opens in this computer’s own viewer. Print it from there.",
  save: "Save as PDF",
  saved: (path: string) => `Saved in ${path}`,
  making: "Making the pages...",
  printOrSave: "Print or save",
  aboutTitle: "Good to know",
  about: "What you see is what is printed. A file you save is not locked, so keep it somewhere safe.",
  embargo: "It may be under embargo. Give it only to people who may read it.",
  ctrlP: "Ctrl P",
} as const;
