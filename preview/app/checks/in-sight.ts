import { frameOf, rectOf } from "../frame/email-dom.ts";
import { boxOf } from "../reading/inspect/element-box.ts";

/** So much of an element is to be seen, px, or all of it where it is smaller. */
const enoughPx = 24;

/** Whether enough of an element of a frame is seen to know which it is. */
export function isInSight(element: Element): boolean {
  const box = boxOf(element);
  const frame = frameOf(element);
  if (!box || !frame) return false;
  const { height } = rectOf(element);
  const table = frame.closest(".scrolls")?.getBoundingClientRect();
  const top = Math.max(box.top, table?.top ?? 0);
  const bottom = Math.min(box.top + box.height, table?.bottom ?? innerHeight);
  return bottom - top >= Math.min(enoughPx, height);
}
