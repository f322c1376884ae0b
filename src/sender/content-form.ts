import { isValidElement, type ReactElement } from "react";
import type { IssueLog } from "../message/issue-log.ts";
import { isEmail } from "../template/define-email.ts";
import type { AnyEmail, Email } from "../template/email.ts";
import type { SendEnvelope } from "./send-input.ts";

/** An input whose types are not to be relied on: callers may write JavaScript. */
export interface LooseInput extends SendEnvelope {
  readonly email?: AnyEmail<object> | undefined;
  readonly props?: object | undefined;
  readonly react?: ReactElement | undefined;
  readonly subject?: string | undefined;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

/** What there is to render, or that there is nothing. */
export type ContentForm =
  | {
      readonly kind: "email";
      readonly email: AnyEmail<object>;
      readonly props: object;
      /** The email when it is a defined one: its defaults and its schema count. */
      readonly definition: Email | undefined;
    }
  | { readonly kind: "element"; readonly element: ReactElement; readonly definition?: undefined }
  | { readonly kind: "parts"; readonly definition?: undefined };

const parts: ContentForm = { kind: "parts" };

/** Tells which form of content an input has, and reports when it has none or several. */
export function readContentForm(input: LooseInput, log: IssueLog): ContentForm {
  const { email, react, html, text, props } = input;
  if (email !== undefined && react !== undefined) {
    log.report("react", "is given beside 'email'; give one of them");
  }
  if ((email !== undefined || react !== undefined) && html !== undefined) {
    log.report("html", "is given beside a template to render; give one of them");
  }
  if (email !== undefined && text !== undefined) {
    log.report("text", "is given beside 'email', which has a text of its own; leave it out");
  }
  if (email === undefined && props !== undefined) {
    log.report("props", "is given without an 'email' that takes it; leave it out");
  }
  if (email !== undefined) return readEmail(email, props, log);
  return react === undefined ? parts : readElement(react, log);
}

function readEmail(email: AnyEmail<object>, props: object = {}, log: IssueLog): ContentForm {
  const definition = isEmail(email) ? email : undefined;
  if (!definition && !isComponent(email)) {
    const isModule = typeof email === "object" && email !== null && "default" in email;
    log.report(
      "email",
      isModule
        ? "is a module; pass its default export"
        : "is neither made by defineEmail nor a React component; pass one of them, or an element as 'react'",
    );
    return parts;
  }
  if (typeof props !== "object" || props === null) {
    log.report("props", "is not an object; pass the email's props");
  }
  return { kind: "email", email, props, definition };
}

function readElement(element: ReactElement, log: IssueLog): ContentForm {
  if (!isValidElement(element)) {
    log.report(
      "react",
      "is not a React element; write <YourEmail />, or pass the component as 'email'",
    );
    return parts;
  }
  return { kind: "element", element };
}

/** A function, a class, or what `memo`, `forwardRef` and `lazy` make of one. */
function isComponent(value: unknown): boolean {
  if (typeof value === "function") return true;
  return (
    typeof value === "object" && value !== null && "$$typeof" in value && !isValidElement(value)
  );
}
