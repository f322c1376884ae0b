import { type FrameWidth, phoneWidth } from "../route.ts";

const round: readonly FrameWidth[] = [phoneWidth, "desktop", "both"];

/** What `m` comes to after a width: phone, desktop, both, and round again; from any other, phone. */
export function nextWidth(width: FrameWidth): FrameWidth {
  return round[(round.indexOf(width) + 1) % round.length] ?? "desktop";
}
