import { render as renderReact, toPlainText } from "@react-email/render";
import { createElement } from "react";
import { isEmail } from "./define-email.ts";
import type { AnyEmail, Rendered } from "./email.ts";

/**
 * Renders an email, or a bare React component, to its subject, HTML and text.
 * PLACEHOLDER while the template helper builds the real one.
 */
export async function render<Props extends object>(
  email: AnyEmail<Props>,
  props: NoInfer<Props>,
): Promise<Rendered> {
  const component = isEmail(email) ? email.component : email;
  const html = await renderReact(createElement(component as never, props as never));
  const subject = isEmail(email)
    ? typeof email.subject === "function"
      ? email.subject(props as never)
      : email.subject
    : "";
  return { subject, html, text: toPlainText(html) };
}
