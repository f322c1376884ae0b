import { frameOf, isInDocument, rectOf } from "../../frame/email-dom.ts";

/** A rectangle on the page, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element of a frame is seen on the page, as far as the frame shows it; null when it does not. */
export function boxOf(element: Element): Box | null {
  const frame = frameOf(element);
  if (!frame?.isConnected || !isInDocument(element)) return null;
  const around = frame.getBoundingClientRect();
  const inside = rectOf(element);
  // The frame may be drawn smaller or larger than it is.
  const scale = frame.offsetWidth > 0 ? around.width / frame.offsetWidth : 1;
  const left = Math.max(around.left, around.left + inside.left * scale);
  const top = Math.max(around.top, around.top + inside.top * scale);
  const right = Math.min(around.right, around.left + inside.right * scale);
  const bottom = Math.min(around.bottom, around.top + inside.bottom * scale);
  if (right < left || bottom < top) return null;
  return { left, top, width: right - left, height: bottom - top };
}
