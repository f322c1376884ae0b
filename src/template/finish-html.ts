import { createCssCompiler } from "./css/create-css-compiler.ts";
import type { CssCompiler } from "./css/css-compiler.ts";
import { loadLightningCss } from "./css/lightning.ts";
import { readSheetShape } from "./css/sheet-shape.ts";
import { hasMediaRange, hasModernValue } from "./css/signals.ts";
import { defaultFinish } from "./finish/default-finish.ts";
import type { FinishStep } from "./finish/finish-step.ts";
import { type HtmlDocument, serialize } from "./html/token.ts";
import { tokenize } from "./html/tokenize.ts";
import type { RenderWarning, Warn } from "./warning.ts";

/** How many style sheets are remembered unless told: more than an app has emails. */
export const defaultCacheSize = 200;

/** Runs finishing steps; keeps what it learnt about CSS. */
export type Finisher = (
  document: HtmlDocument,
  steps: readonly FinishStep[],
  warn: Warn,
) => Promise<void>;

/**
 * Creates a finisher.
 *
 * @param cacheSize how many distinct style sheets it remembers
 */
export function createFinisher(cacheSize: number): Finisher {
  const idle = createCssCompiler(undefined, cacheSize);
  let compiler: CssCompiler | undefined;
  return async (document, steps, warn) => {
    // A native library, and a fifth of the time to a first email: only for those that have CSS.
    if (compiler === undefined && hasCss(document)) {
      const lightning = await loadLightningCss();
      if (lightning !== undefined) compiler = createCssCompiler(lightning, cacheSize);
      else if (needsLowering(document)) warn(withoutLightning);
    }
    const css = compiler ?? idle;
    for (const step of steps) step.apply(document, { css, warn });
  };
}

const withoutLightning: RenderWarning = {
  code: "style-sheet-not-lowered",
  message:
    "Styles are sent as they are, and Gmail and Outlook ignore some of them: lightningcss is not " +
    "installed, or not for this platform; run npm install lightningcss",
};

function hasCss({ tokens }: HtmlDocument): boolean {
  return tokens.some((token) =>
    token.type === "raw-text" ? token.name === "style" : hasModernValue(token.raw),
  );
}

function needsLowering({ tokens }: HtmlDocument): boolean {
  return tokens.some(({ type, name, raw }) =>
    type === "raw-text" && name === "style"
      ? hasModernValue(raw) || hasMediaRange(raw) || readSheetShape(raw).isNested
      : type === "open" && hasModernValue(raw),
  );
}

/**
 * Finishes HTML that was rendered elsewhere, as `render` does by itself. Finishing it again changes
 * nothing.
 */
export async function finishHtml(
  html: string,
  steps: readonly FinishStep[] = defaultFinish,
): Promise<{ readonly html: string; readonly warnings: readonly RenderWarning[] }> {
  const document = { tokens: tokenize(html) };
  const warnings: RenderWarning[] = [];
  await createFinisher(defaultCacheSize)(document, steps, (warning) => warnings.push(warning));
  return { html: serialize(document), warnings };
}
