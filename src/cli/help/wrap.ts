/** Breaks a text at spaces so that no line is longer than a width, where its words allow it. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Names and what they mean, in two columns; the second is wrapped. */
export function toColumns(
  rows: readonly (readonly [name: string, about: string])[],
  width: number,
): readonly string[] {
  const widest = Math.max(0, ...rows.map(([name]) => name.length));
  const column = Math.min(widest, longestName);
  const indent = " ".repeat(column + 4);
  return rows.flatMap(([name, about]) => {
    const [first = "", ...rest] = wrap(about, Math.max(width - indent.length, 20));
    const head =
      name.length > column
        ? [`  ${name}`, `${indent}${first}`]
        : [`  ${name.padEnd(column)}  ${first}`];
    return [...head, ...rest.map((line) => indent + line)];
  });
}

/** A longer name has a line of its own. */
const longestName = 26;
