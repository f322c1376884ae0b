import { createElement, type ReactElement, type ReactNode } from "react";

/** A part of an email that only some readers get. */
export interface AudienceProps {
  readonly children?: ReactNode;
  /** The element it stands in, for where a `div` is not allowed. @default "div" */
  readonly as?: "div" | "span" | "p" | "td" | "tr" | "tbody" | "li" | undefined;
}

/** Words for those who read the text part; left out of the HTML. */
export function TextOnly({ as = "div", children }: AudienceProps): ReactElement {
  return createElement(as, { "data-letterpress": "text-only" }, children);
}

/** A part for those who see the HTML; left out of the text. */
export function HtmlOnly({ as = "div", children }: AudienceProps): ReactElement {
  return createElement(as, { "data-letterpress": "html-only" }, children);
}
