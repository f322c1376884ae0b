/**
 * Joins the lines of `format=flowed` text to its paragraphs. Quote marks are taken off before lines
 * are joined and put before the whole; paragraphs of another depth are others.
 *
 * @param deletesSpace whether the space that joins two lines is none of the text (`DelSp=yes`)
 * @see RFC 3676 §4
 */
export function unflow(text: string, deletesSpace: boolean): string {
  let joined = "";
  /** Depth of the paragraph that goes on; -1 where none does. */
  let open = -1;
  let isFirst = true;
  for (const line of text.split("\n")) {
    const depth = countQuoteMarks(line);
    // Space-stuffing (RFC 3676 §4.4): one space is not the text's.
    const content = line.slice(line[depth] === " " ? depth + 1 : depth);
    // The signature's separator ends with a space and is not flowed (RFC 3676 §4.3).
    const isSignature = content === "-- ";
    const isFlowed = content.endsWith(" ") && !isSignature;
    if (open !== depth || isSignature) {
      if (!isFirst) joined += "\n";
      if (depth > 0) joined += ">".repeat(depth) + (content === "" ? "" : " ");
    }
    joined += isFlowed && deletesSpace ? content.slice(0, -1) : content;
    open = isFlowed ? depth : -1;
    isFirst = false;
  }
  return joined;
}

function countQuoteMarks(line: string): number {
  let depth = 0;
  while (line[depth] === ">") depth += 1;
  return depth;
}
