import { removeToken } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/**
 * Comments by which React finds its way when it hydrates a page: between two texts, around
 * boundaries and activities, for form state, and where `html`, `head` and `body` were written.
 */
const marks: ReadonlySet<string> = new Set([
  "<!-- -->",
  "<!--$-->",
  "<!--/$-->",
  "<!--$?-->",
  "<!--$!-->",
  "<!--$~-->",
  "<!--&-->",
  "<!--/&-->",
  "<!--F-->",
  "<!--F!-->",
  "<!--html-->",
  "<!--head-->",
  "<!--body-->",
]);

/** Takes React's own comments out. Every other comment stays, conditional ones above all. */
export const reactComments: FinishStep = {
  name: "react-comments",
  apply({ tokens }) {
    for (const token of tokens) {
      if (token.type === "comment" && marks.has(token.raw)) removeToken(token);
    }
  },
};
