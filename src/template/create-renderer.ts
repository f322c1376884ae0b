import { createElement, type ReactElement } from "react";
import { isEmail } from "./define-email.ts";
import { describeElement, describeEmail, toComponent, toElement } from "./describe.ts";
import type { AnyEmail, Email, Rendered } from "./email.ts";
import { finishElement } from "./finish-element.ts";
import { createFinisher, defaultCacheSize } from "./finish-html.ts";
import { leadInDirection } from "./language/lead-in-direction.ts";
import { translate } from "./language/translate.ts";
import { createTailwindCheck } from "./react/check-tailwind.ts";
import { explainFailure, type RenderSubject } from "./react/explain-failure.ts";
import { createMarkupRenderer } from "./react/render-markup.ts";
import type { RenderArguments } from "./render-arguments.ts";
import type { RenderJob } from "./render-job.ts";
import { checkRenderOptions, type RenderOptions } from "./render-options.ts";
import { validateProps } from "./validate-props.ts";

/** How a renderer is made. */
export interface RendererOptions extends RenderOptions {
  /**
   * How many distinct style sheets it remembers the finished form of, from 1.
   *
   * @default 200
   */
  readonly cacheSize?: number | undefined;
}

/** Renders emails, and remembers the style sheets that it has finished. */
export interface Renderer {
  /**
   * Renders an email, or a bare React component, to its subject, HTML and text: React runs once, the
   * HTML is finished in one pass, and the text is written from the same result.
   *
   * @throws {RenderError} when the template fails, with the email's id and, where known, the place
   * @throws {InvalidMessageError} when the props do not fit the email's schema
   * @throws {TypeError | RangeError} when an option is wrong
   */
  render<Props extends object>(
    email: AnyEmail<Props>,
    ...rest: RenderArguments<Props>
  ): Promise<Rendered>;
  /** Renders a React element, whose subject is empty. Throws as `render` does. */
  renderElement(element: ReactElement, options?: RenderOptions): Promise<Rendered>;
}

/**
 * Creates a renderer with a memory and defaults of its own.
 *
 * @throws {TypeError | RangeError} when an option is wrong
 */
export function createRenderer(rendererOptions: RendererOptions = {}): Renderer {
  const { cacheSize = defaultCacheSize, ...defaults } = rendererOptions;
  if (!Number.isInteger(cacheSize) || cacheSize < 1) {
    throw new RangeError(`cacheSize must be a whole number from 1, not ${cacheSize}`);
  }
  checkRenderOptions(defaults);
  const finish = createFinisher(cacheSize);
  const renderMarkup = createMarkupRenderer();
  const checkTailwind = createTailwindCheck();
  const run = (subject: RenderSubject, own: RenderOptions | undefined, write: Write) => {
    const options = { ...defaults, ...own };
    checkRenderOptions(options);
    const job = {
      subject: { ...subject, variant: options.variant },
      options,
      renderMarkup,
      finish,
      checkTailwind,
    };
    return write(job).catch((error: unknown) => {
      throw explainFailure(error, job.subject);
    });
  };
  return {
    render: async (email, ...[props, options]) =>
      run(describeEmail(email), options, (job) => writeEmail(email, props ?? {}, job)),
    renderElement: async (element, options) =>
      run(describeElement(element), options, (job) => writeElement(element, job)),
  };
}

type Write = (job: RenderJob) => Promise<Rendered>;

async function writeEmail<Props extends object>(
  email: AnyEmail<Props>,
  given: object,
  job: RenderJob,
): Promise<Rendered> {
  if (!isEmail(email)) return writeElement(createElement(toComponent(email), given), job);
  const { component, subject, text, ...rest } = email as Email;
  const language = await translate(rest, given);
  const checked = await validateProps(
    { id: rest.id, schema: rest.schema },
    language ? language.props : given,
  );
  const props = { ...checked, ...language?.given };
  const element = createElement(toComponent(component), props);
  const parts = await finishElement(
    element,
    { ...job, locale: language?.locale },
    text === undefined,
  );
  const line = writeLine("subject", subject, props);
  const rendered = {
    ...parts,
    subject: language ? leadInDirection(line, language.locale) : line,
    ...(text !== undefined && { text: writeLine("text", text, props) }),
  };
  const missing = language?.warnings() ?? [];
  if (missing.length === 0) return rendered;
  return { ...rendered, warnings: [...(parts.warnings ?? []), ...missing] };
}

async function writeElement(element: ReactElement, job: RenderJob): Promise<Rendered> {
  return { subject: "", ...(await finishElement(toElement(element), job, true)) };
}

function writeLine(
  name: "subject" | "text",
  given: string | ((props: object) => string),
  props: object,
): string {
  const line = typeof given === "function" ? given(props) : given;
  if (typeof line === "string") return line;
  throw new TypeError(`its ${name} is not a string; give one, or return one from ${name}()`);
}
