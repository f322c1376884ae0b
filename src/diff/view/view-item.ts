import type { Word } from "../words/word.ts";

/** Names and values of what applies, in one form for each look. */
export type Style = Readonly<Record<string, string>>;

/** A word of an email, with how it looks. */
export interface ShownWord extends Word {
  readonly style: Style;
  /** Where it leads; undefined outside of links. */
  readonly href: string | undefined;
}

interface Placed {
  /** The element that it is made by, by its position among all of the document. */
  readonly element: number;
  /**
   * What the boxes around it that hold nothing else add, from the outside in: padding of a cell in a
   * table in a `div` is one thing to a reader.
   */
  readonly box: Readonly<Record<string, readonly string[]>>;
}

/** Words that flow together: a paragraph, a heading, a cell. */
export interface TextItem extends Placed {
  readonly kind: "text";
  /** What it is to a screen reader: `h1`, `li`; `text` for what is nothing special. */
  readonly block: string;
  readonly words: readonly ShownWord[];
}

/** A picture. */
export interface ImageItem extends Placed {
  readonly kind: "image";
  readonly src: string;
  readonly alt: string;
  /** What its file is told apart from others by; undefined where it is not known. */
  readonly print?: string | undefined;
  readonly href: string | undefined;
}

/** A line across, room that holds nothing, cells side by side, and the bounds of a box around several. */
export interface MarkItem extends Placed {
  readonly kind: "rule" | "space" | "row" | "box" | "end" | "varies";
  /** How many cells a row has. */
  readonly cells?: number | undefined;
}

/** What a reader meets, one after the other. */
export type ViewItem = TextItem | ImageItem | MarkItem;
