import { type RenderOptions, renderElement, type TextOptions } from "letterpress";
import { createElement } from "react";

/** The text part of an email whose body is this HTML. */
export async function textOf(
  html: string,
  text?: TextOptions,
  options?: RenderOptions,
): Promise<string> {
  const content = { dangerouslySetInnerHTML: { __html: html } };
  const element = createElement("html", {}, createElement("body", content));
  return (await renderElement(element, { ...options, text })).text;
}
