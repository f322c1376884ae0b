import { textWidth } from "./characters.ts";

/**
 * Breaks text at its spaces into lines of a width. A word that is longer has a line for itself; a
 * no-break space is none to break at.
 *
 * @param firstWidth room on the first line, in columns
 * @param width room on the others
 */
export function wrapText(text: string, firstWidth: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let room = firstWidth;
  for (const word of text.split(" ")) {
    const size = textWidth(word);
    if (line === "") line = word;
    else if (textWidth(line) + 1 + size <= room) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
      room = width;
    }
  }
  lines.push(line);
  return lines;
}
