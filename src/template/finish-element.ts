import type { ReactElement, ReactNode } from "react";
import { systemClock } from "../clock.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkStructure } from "./check-structure.ts";
import type { Rendered } from "./email.ts";
import { markTextOnly } from "./finish/audience.ts";
import { defaultFinish } from "./finish/default-finish.ts";
import { serialize } from "./html/token.ts";
import { tokenize } from "./html/tokenize.ts";
import { placeImages } from "./images/place-images.ts";
import { setLanguage } from "./language/set-language.ts";
import { locateWarnings, type PlacedWarning } from "./locate-warnings.ts";
import type { RenderJob } from "./render-job.ts";
import { checkRenderOptions } from "./render-options.ts";
import { writeText } from "./text/write-text.ts";
import type { Warn } from "./warning.ts";

/** What React Email begins every email with, and clients have been seen to handle best. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ' +
  '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/**
 * Renders an element: one pass of React, one of the finishing steps, and the text from their result.
 *
 * @param writesText `false` where the email has a text of its own
 * @throws {RenderError} when the result is no email
 * @throws what a component throws
 */
export async function finishElement(
  element: ReactElement,
  job: RenderJob,
  writesText: boolean,
): Promise<Omit<Rendered, "subject">> {
  const { options, renderMarkup, finish } = job;
  const { timeoutMs } = checkRenderOptions(options);
  const { signal, clock = systemClock } = options;
  const render = (node: ReactNode) => renderMarkup(node, { timeoutMs, signal, clock });
  const renderTokens = async (node: ReactNode) => {
    const markup = await render(node);
    return tokenize(doctype + markup.replace(/^<!DOCTYPE[^>]*>/i, ""));
  };
  const document = { tokens: await renderTokens(element) };
  const original = document.tokens.slice();
  const placed: PlacedWarning[] = [];
  const warn: Warn = (warning, token) => placed.push({ warning, token });

  markTextOnly(document);
  await checkStructure(document, job, warn, async (token) => {
    const place = { warning: { code: "nesting-not-repaired", message: "" }, token } as const;
    return (await locateWarnings([place], original, element, renderTokens))[0]?.location;
  });
  await job.checkTailwind(document, element, render, warn);
  await checkAddresses(document, options, warn);
  const steps = options.finish ?? defaultFinish;
  if (steps && job.locale !== undefined) setLanguage(document, job.locale);
  if (steps) await finish(document, steps, warn);
  const attachments = await placeImages(document, options, warn);
  const text = writesText ? writeText(document, options.text) : "";
  const warnings =
    placed.length > 0 ? await locateWarnings(placed, original, element, renderTokens) : [];
  return {
    html: serialize(document),
    text,
    ...(writesText && options.text?.flowed && { textFormat: "flowed" as const }),
    ...(attachments.length > 0 && { attachments }),
    ...(warnings.length > 0 && { warnings }),
  };
}
