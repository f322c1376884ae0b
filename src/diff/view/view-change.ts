import type { WordPart } from "../words/compare-words.ts";
import type { ViewName } from "./read-view.ts";

/** Where something is on each side, as the position of its element among all of the document. */
export interface Place {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/** A value that is another one now; undefined where there is none. */
export interface PropertyChange {
  readonly property: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

interface Told {
  readonly places: readonly Place[];
}

/** Something that a reader of the HTML sees and that is not as it was. */
export type ViewChange = Told &
  (
    | {
        readonly kind: "words";
        /** `h1`, `li`; `text` for what is nothing special. */
        readonly block: string;
        readonly parts: readonly WordPart[];
      }
    | {
        readonly kind: "added" | "removed" | "moved";
        /** `h2`, `image`, `line`. */
        readonly what: string;
        readonly text: string;
        /** Links in it, or the address of a picture. */
        readonly addresses: readonly string[];
      }
    | {
        readonly kind: "level";
        readonly text: string;
        readonly before: string;
        readonly after: string;
      }
    | {
        readonly kind: "link";
        readonly text: string;
        readonly before: string | undefined;
        readonly after: string | undefined;
      }
    | {
        readonly kind: "image";
        readonly text: string;
        readonly changes: readonly PropertyChange[];
      }
    | {
        readonly kind: "style";
        /** What has it: words, or `image "desk"`. The same change of several things is told once. */
        readonly on: readonly string[];
        readonly view: ViewName;
        readonly changes: readonly PropertyChange[];
      }
  );
