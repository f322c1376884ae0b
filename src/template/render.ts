import type { ReactElement } from "react";
import { createRenderer } from "./create-renderer.ts";
import type { AnyEmail, Rendered } from "./email.ts";
import type { RenderArguments } from "./render-arguments.ts";
import type { RenderOptions } from "./render-options.ts";

/**
 * The renderer of those who create none. All it holds between two renders is a bounded memory of
 * what lightningcss, a pure function, made of a style sheet; a second copy of this module fills its
 * own, and can tell nothing different by it.
 */
const shared = createRenderer();

/**
 * Renders an email, or a bare React component, to its subject, HTML and text: React runs once, the
 * HTML is finished in one pass, and the text is written from the same result.
 *
 * @param rest the props, which may be left out where none is required; then options
 * @returns the subject (empty for a bare component), the HTML and the text
 * @throws {RenderError} when the template fails, with the email's id and, where known, the place
 * @throws {InvalidMessageError} when the props do not fit the email's schema
 * @throws {TypeError | RangeError} when an option is wrong
 *
 * @example
 * const { subject, html, text } = await render(orderConfirmation, { order });
 */
export function render<Props extends object>(
  email: AnyEmail<Props>,
  ...rest: RenderArguments<Props>
): Promise<Rendered> {
  return shared.render(email, ...rest);
}

/**
 * Renders a React element, whose subject is empty.
 *
 * @throws {RenderError} when a component fails, with the place where it is known
 * @throws {TypeError | RangeError} when an option is wrong
 */
export function renderElement(element: ReactElement, options?: RenderOptions): Promise<Rendered> {
  return shared.renderElement(element, options);
}
