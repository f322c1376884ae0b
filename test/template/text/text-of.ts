import { renderElement, type TextOptions } from "letterpress";
import { createElement } from "react";

/** The text part of an email whose body is this HTML. */
export async function textOf(html: string, options?: TextOptions): Promise<string> {
  const content = { dangerouslySetInnerHTML: { __html: html } };
  const element = createElement("html", {}, createElement("body", content));
  return (await renderElement(element, { text: options })).text;
}
