import type { VisibleNode } from "../html/visible-tree.ts";
import type { TextFlow } from "./flow.ts";

/** What holds for the text inside an element. */
export interface WriteContext {
  /** How white space counts: `pre` keeps all of it, `lines` only the line feeds. */
  readonly space: "collapse" | "lines" | "pre";
  /** Whether images are told; not beside the text of a link. */
  readonly images: boolean;
  /** How many lists it stands in. */
  readonly listDepth: number;
  /** Base direction of the document. */
  readonly direction: "ltr" | "rtl";
  /** Writes nodes; handed on so that tables, lists and links can hold each other. */
  readonly write: (nodes: readonly VisibleNode[], flow: TextFlow, context: WriteContext) => void;
}
