import { type CheckedEmail, collapse } from "./checked-email.ts";
import { closest, type EmailElement } from "./element.ts";

/** Words as a reader meets them. */
export interface Passage {
  /** Spaces collapsed, without invisible characters. */
  readonly text: string;
  /** The same without what shows a program's words, which are meant as they are. */
  readonly prose: string;
  readonly element: EmailElement;
}

const blocks =
  /^(?:address|article|aside|blockquote|caption|center|dd|div|dl|dt|footer|h[1-6]|header|li|main|nav|ol|p|pre|section|td|th|ul|body)$/;

const codeNames = new Set(["code", "pre", "kbd", "samp", "var", "tt"]);

const known = new WeakMap<CheckedEmail, readonly Passage[]>();

/** Blocks of text: each shown element that holds words itself, or in what flows in it. */
export function passagesOf(email: CheckedEmail): readonly Passage[] {
  const ready = known.get(email);
  if (ready) return ready;
  const { shown, body, isShown } = email;
  const passages: Passage[] = [];
  const all = body && isShown(body) ? [body, ...shown] : shown;
  const hasCode = shown.some(({ name }) => codeNames.has(name));
  const isProse = (element: EmailElement) => isShown(element) && !codeNames.has(element.name);
  for (const element of all) {
    if (!blocks.test(element.name)) continue;
    const text = readFlow(element, isShown);
    if (text === "") continue;
    const prose = isCode(element) ? "" : hasCode ? readFlow(element, isProse) : text;
    passages.push({ text, prose, element });
  }
  known.set(email, passages);
  return passages;
}

/** Text of an element without that of blocks in it. */
function readFlow(element: EmailElement, isShown: (element: EmailElement) => boolean): string {
  const read = (at: EmailElement): string =>
    at.children
      .map((child) => {
        if (typeof child === "string") return child;
        if (!isShown(child)) return "";
        if (child.name === "br") return " ";
        return blocks.test(child.name) || child.name === "table" ? " " : read(child);
      })
      .join("");
  return collapse(read(element));
}

/** Whether an element is, or is in, what shows a program's words: those are meant as they are. */
function isCode(element: EmailElement): boolean {
  return closest(element, ...codeNames) !== undefined;
}

/** A text cut to what an error shows. */
export function quote(text: string, longest = 80): string {
  const characters = [...text];
  const cut = characters.length > longest ? `${characters.slice(0, longest).join("")}…` : text;
  return `"${cut}"`;
}
