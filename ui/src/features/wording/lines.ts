// Where things stand in the words: lines counted from 1, and the section that a place lies in.

/** The line that a place in the text is on. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split("\n").length;
}

/** The first and the last place of a line. A line past the end is the last one. */
export function lineEnds(text: string, line: number): { start: number; end: number } {
  const lines = text.split("\n");
  const wanted = Math.max(1, Math.min(line, lines.length));
  const start = lines.slice(0, wanted - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + (lines[wanted - 1]?.length ?? 0) };
}

/** The name in square brackets that a line starts with. */
function sectionOn(line: string): string | undefined {
  return /^\s*\[([^\]]*)\]/.exec(line)?.[1];
}

/** The section that a place lies in; nothing before the first. */
export function sectionAt(text: string, place: number): string | undefined {
  const { end } = lineEnds(text, lineAt(text, place));
  return text
    .slice(0, end)
    .split("\n")
    .map(sectionOn)
    .findLast((name) => name !== undefined);
}

/** The line on which a section starts. */
export function lineOfSection(text: string, section: string): number | undefined {
  const index = text.split("\n").findIndex((line) => sectionOn(line) === section);
  return index < 0 ? undefined : index + 1;
}
