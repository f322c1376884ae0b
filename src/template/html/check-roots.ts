import type { HtmlDocument } from "./token.ts";

/**
 * What keeps a document from being an email as a whole.
 *
 * @returns what is wrong and what would fix it; undefined when nothing is
 */
export function findRootFault({ tokens }: HtmlDocument): string | undefined {
  let depth = 0;
  let roots = 0;
  let bodies = 0;
  let outside = "";
  let isEmpty = true;
  for (const token of tokens) {
    if (token.type === "open" && token.name === "html") {
      roots++;
      depth++;
    } else if (token.type === "close" && token.name === "html") {
      depth--;
    } else if (token.type === "open" || (token.type === "text" && token.raw.trim() !== "")) {
      isEmpty = false;
      if (token.name === "body") bodies++;
      if (depth === 0) outside ||= token.type === "open" ? `<${token.name}>` : "text";
    }
  }
  if (roots > 1) return "it has two <html> roots; return one, with everything inside";
  if (bodies > 1) return "it has two <body> elements; put everything into one";
  if (roots === 1 && outside !== "") {
    return `it has ${outside} beside its <html>; put everything inside`;
  }
  if (isEmpty && roots === 0) return "it rendered nothing; return an element from the component";
  return undefined;
}
