import type { CssCompiler } from "../css/css-compiler.ts";
import type { HtmlDocument } from "../html/token.ts";
import type { Warn } from "../warning.ts";

/** What a step may use. */
export interface FinishContext {
  readonly css: CssCompiler;
  /** Reports what a reader of the result should know, and what did not stop the render. */
  readonly warn: Warn;
}

/**
 * One thing that is put right in the HTML. A step changes tokens, and must change nothing when it
 * runs on its own result.
 *
 * @example
 * const trackOpens: FinishStep = {
 *   name: "track-opens",
 *   apply({ tokens }) {
 *     const end = tokens.findIndex((token) => token.type === "close" && token.name === "body");
 *     if (end >= 0) tokens.splice(end, 0, ...tokenize('<img src="https://…" alt="" />'));
 *   },
 * };
 */
export interface FinishStep {
  /** In kebab-case, to find it in the list by. */
  readonly name: string;
  readonly apply: (document: HtmlDocument, context: FinishContext) => void;
}
