import support from "caniemail/caniemail.json" with { type: "json" };
import { type Dressed, type Dressing, dressHtml } from "./dress.ts";

/** Makes of an email what a client makes of it. A file of its own: the data comes with it. */
export function dress(html: string, dressing: Dressing): Dressed {
  return dressHtml(html, dressing, support);
}
