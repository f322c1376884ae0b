import type { ReactElement } from "react";
import { systemClock } from "../clock.ts";
import { RenderError } from "../errors.ts";
import type { Rendered } from "./email.ts";
import { markTextOnly } from "./finish/audience.ts";
import { defaultFinish } from "./finish/default-finish.ts";
import type { Finisher } from "./finish-html.ts";
import { findNestingFaults } from "./html/check-nesting.ts";
import { findRootFault } from "./html/check-roots.ts";
import { type HtmlDocument, serialize } from "./html/token.ts";
import { tokenize } from "./html/tokenize.ts";
import { placeImages } from "./images/place-images.ts";
import { nameOf, type RenderSubject } from "./react/explain-failure.ts";
import type { RenderMarkup } from "./react/render-markup.ts";
import { checkRenderOptions, type RenderOptions } from "./render-options.ts";
import { writeText } from "./text/write-text.ts";
import type { RenderWarning } from "./warning.ts";

/** What React Email begins every email with, and clients have been seen to handle best. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ' +
  '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** What one render is done with. */
export interface RenderJob {
  readonly subject: RenderSubject;
  readonly options: RenderOptions;
  readonly renderMarkup: RenderMarkup;
  readonly finish: Finisher;
}

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
  const markup = await renderMarkup(element, { timeoutMs, signal, clock });
  const document = { tokens: tokenize(doctype + markup.replace(/^<!DOCTYPE[^>]*>/i, "")) };
  const warnings: RenderWarning[] = [];
  const warn = (warning: RenderWarning) => warnings.push(warning);

  checkStructure(document, job, warn);
  markTextOnly(document);
  const steps = options.finish ?? defaultFinish;
  if (steps) await finish(document, steps, warn);
  const attachments = await placeImages(document, options, warn);
  return {
    html: serialize(document),
    text: writesText ? writeText(document, options.text) : "",
    ...(writesText && options.text?.flowed && { textFormat: "flowed" as const }),
    ...(attachments.length > 0 && { attachments }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function checkStructure(
  document: HtmlDocument,
  { subject, options }: RenderJob,
  warn: (warning: RenderWarning) => void,
): void {
  const details = { emailId: subject.emailId, variant: subject.variant };
  const rootFault = findRootFault(document);
  if (rootFault) throw new RenderError(`Cannot render ${nameOf(subject)}: ${rootFault}`, details);
  for (const { severity, message } of findNestingFaults(document)) {
    if (severity === "moved" && options.nesting !== "tolerate") {
      throw new RenderError(`Cannot render ${nameOf(subject)}: ${message}`, details);
    }
    warn({ code: "nesting-not-repaired", message });
  }
}
