import { gmailClipBytes } from "../../ui/format.ts";

/** An email cut as Gmail cuts it. */
export interface Clipped {
  readonly html: string;
  /** Octets behind the cut; 0 when all of it fits. */
  readonly cutBytes: number;
}

/**
 * Cuts an email where Gmail does: behind 102 KB of HTML, never inside of a tag. Where exactly Gmail
 * cuts is not documented; elements left open are closed, as it closes them.
 */
export function clip(html: string, limitBytes: number = gmailClipBytes): Clipped {
  const bytes = new TextEncoder().encode(html);
  if (bytes.length <= limitBytes) return { html, cutBytes: 0 };
  // The half of a character that may stand at the cut is dropped.
  const head = new TextDecoder().decode(bytes.subarray(0, limitBytes)).replace(/\ufffd$/, "");
  const open = head.lastIndexOf("<");
  const isInTag = open > head.lastIndexOf(">");
  const kept = isInTag ? head.slice(0, open) : head;
  return { html: kept, cutBytes: bytes.length - new TextEncoder().encode(kept).length };
}
