import { formatCss } from "./format-css.ts";
import { type HtmlTag, splitHtml } from "./split-html.ts";

/** A line that is longer is broken where it can be, characters. */
const longest = 100;

/** Elements that stand within a line of text. */
const inline = new Set(
  "a abbr b bdi bdo br big cite code del em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

const empty = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

interface Line {
  readonly depth: number;
  readonly text: string;
  readonly kind: "open" | "words" | "other";
}

interface Open {
  readonly name: string;
  readonly ownLine: boolean;
}

/**
 * HTML for the eye: an element a line, indented, with long tags broken at their attributes and CSS at
 * its declarations. White space differs from what is sent, so it is never what is copied.
 *
 * @param step stands before each line once for each element around it
 */
export function formatHtml(html: string, step = "  "): string {
  const lines: Line[] = [];
  const open: Open[] = [];
  let words = "";
  const depth = () => open.filter(({ ownLine }) => ownLine).length;

  function endWords(): void {
    const text = words.replace(/[ \t\r\n\f]+/g, " ").trim();
    words = "";
    if (text) lines.push({ depth: depth(), text, kind: "words" });
  }

  function close(name: string, text: string): void {
    const at = open.findLastIndex((one) => one.name === name);
    if (at < 0 || !open[at]?.ownLine) {
      if (at >= 0) open.splice(at);
      words += text;
      return;
    }
    endWords();
    open.splice(at);
    const [start, inside] = lines.slice(-2);
    // What fits into one line stands in one.
    if (inside?.kind === "open" && inside.depth === depth()) {
      lines.push({ ...(lines.pop() as Line), text: inside.text + text, kind: "other" });
    } else if (start?.kind === "open" && inside?.kind === "words" && start.depth === depth()) {
      const whole = start.text + inside.text + text;
      if (whole.length <= longest && !start.text.includes("\n")) {
        lines.splice(-2, 2, { ...start, text: whole, kind: "other" });
      } else lines.push({ depth: depth(), text, kind: "other" });
    } else lines.push({ depth: depth(), text, kind: "other" });
  }

  function begin(piece: HtmlTag): void {
    const { name, text } = piece;
    const ownLine = !inline.has(name) || text.length > longest;
    const isEmpty = empty.has(name) || text.endsWith("/>");
    if (ownLine) endWords();
    if (ownLine)
      lines.push({ depth: depth(), text: breakTag(text), kind: isEmpty ? "other" : "open" });
    else words += text;
    if (!isEmpty) open.push({ name, ownLine });
    if (name === "br") endWords();
  }

  for (const piece of splitHtml(html)) {
    if (piece.kind === "open") begin(piece);
    else if (piece.kind === "close") close(piece.name, piece.text);
    else if (piece.kind === "words") words += piece.text;
    else {
      endWords();
      for (const text of linesOf(piece.kind, piece.text)) {
        lines.push({ depth: piece.kind === "raw" ? 0 : depth(), text, kind: "other" });
      }
    }
  }
  endWords();
  return `${lines.map(({ depth: level, text }) => indentAll(step.repeat(level), text)).join("\n")}\n`;
}

function linesOf(kind: "other" | "style" | "raw", text: string): readonly string[] {
  if (kind === "style") return formatCss(text);
  return kind === "raw" ? [text] : [text.trim()];
}

/** A tag, each attribute on a line of its own where all on one would be too long. */
function breakTag(tag: string): string {
  const [, start = tag, attributes = "", end = ""] =
    /^(<[^\s>/]+)\s+([\s\S]*?)\s*(\/?>)$/.exec(tag) ?? [];
  if (tag.length <= longest || attributes === "") return tag;
  const each = attributes.match(/[^\s=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s]+))?/g) ?? [];
  return [start, ...each.map((attribute) => `  ${attribute}`), end].join("\n");
}

function indentAll(space: string, text: string): string {
  return text
    .split("\n")
    .map((line) => space + line)
    .join("\n");
}
