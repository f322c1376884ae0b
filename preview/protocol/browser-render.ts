import type { EmailQuery, RenderSuccess } from "./emails.ts";
import type { PropIssue } from "./props/props.ts";

/** Where an export has the worker that renders emails in the browser, from its root. */
export const browserFolder = "_letterpress/emails";

/** What the app of an export asks of the worker that renders emails in the browser. */
export interface BrowserRequest {
  readonly number: number;
  readonly query: EmailQuery;
}

/** What the worker answers. */
export interface BrowserAnswer {
  readonly number: number;
  readonly result: BrowserRender | BrowserFailure;
}

/** A render without what only the server knows. */
export interface BrowserRender
  extends Pick<
    RenderSuccess,
    "status" | "subject" | "preheader" | "html" | "text" | "htmlBytes" | "warnings"
  > {}

/** Why there is no render. */
export interface BrowserFailure {
  readonly status: "failed";
  readonly phase: "load" | "render";
  readonly message: string;
  readonly issues: readonly PropIssue[];
}
