import { collapse } from "../../check/document/checked-email.ts";
import type { EmailElement } from "../../check/document/element.ts";
import { splitWords } from "../words/word.ts";
import type { ViewNode } from "./simplify.ts";
import type { ShownWord, Style } from "./view-item.ts";

/** A piece of what flows in a block: a text, or a picture. */
export type RunPiece =
  | {
      readonly text: string;
      readonly style: Style;
      readonly href: string | undefined;
      readonly element: number;
    }
  | {
      readonly image: EmailElement;
      readonly box: Style;
      readonly style: Style;
      readonly href: string | undefined;
    };

/** What a reader meets of what flows in a block: words, parted by pictures. */
export function readRun(
  pieces: readonly RunPiece[],
  block: string,
  element: number,
): readonly ViewNode[] {
  const nodes: ViewNode[] = [];
  let texts: Extract<RunPiece, { readonly text: string }>[] = [];
  const flush = () => {
    const words = readWords(texts);
    if (words.length > 0) nodes.push({ kind: "text", block, words, element, box: {} });
    texts = [];
  };
  for (const piece of pieces) {
    if ("text" in piece) texts.push(piece);
    else {
      flush();
      const { image, box, href } = piece;
      const { attributes, index } = image;
      const [src = "", alt = ""] = [attributes.get("src"), attributes.get("alt")];
      nodes.push({ kind: "image", src, alt: collapse(alt), href, element: index, box });
    }
  }
  flush();
  return nodes;
}

const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function readWords(
  pieces: readonly Extract<RunPiece, { readonly text: string }>[],
): readonly ShownWord[] {
  const whole = pieces.map(({ text }) => text.replace(invisible, "")).join("");
  // Which piece each character came from: a word may be half bold, and has its first letter's look.
  const ends: number[] = [];
  let end = 0;
  for (const { text } of pieces) {
    end += text.replace(invisible, "").length;
    ends.push(end);
  }
  const words: ShownWord[] = [];
  let at = 0;
  let piece = 0;
  for (const word of splitWords(whole)) {
    at = whole.indexOf(word.text, at);
    while ((ends[piece] ?? end) <= at && piece < pieces.length - 1) piece++;
    const { style = {}, href } = pieces[piece] ?? {};
    words.push({ ...word, style, href });
    at += word.text.length;
  }
  return words;
}
