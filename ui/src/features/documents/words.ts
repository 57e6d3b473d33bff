// Words of the printed documents.
export const words = {
  size: "Size of the letters",
  standard: "14 point",
  standardForm: "12 point",
  standardPoster: "16 point",
  large: "Large print, 18 point",
  open: "Open to print",
  openHint: "It opens in this computer’s own viewer. Print it from there.",
  save: "Save as PDF",
  saved: (path: string) => `Saved in ${path}`,
  fillHint: "Save it, and send it by email. When it comes back, drop it on this window.",
  making: "Making the pages...",
  printOrSave: "Print or save",
  aboutTitle: "Good to know",
  about: "What you see is what is printed. A file you save is not locked, so keep it somewhere safe.",
  band: "until each group is told the decision. Do not talk about it, and do not leave the pages about.",
  embargo: "It may be under embargo. Give it only to people who may read it.",
  embargoTitle: "These pages are under embargo",
  embargoText:
    "Only people who may read it may see them, until the group has been told. The file is not sealed: whoever finds it can read it.",
  embargoOpen:
    "The opened pages are taken away when you lock the register. What you print, or save from the viewer, is yours to look after.",
  embargoSave: "A saved copy stays when you lock the register. It is yours to look after.",
  embargoOpenIt: "Open the pages",
  embargoSaveIt: "Save the pages",
  embargoNot: "Do not",
  ctrlP: "Ctrl P",
} as const;
