import { type CheckedEmail, collapse } from "../../document/checked-email.ts";
import { childElements, type EmailElement } from "../../document/element.ts";

/** A hidden text at the beginning of the body, meant for the inbox. */
export interface HiddenPreheader {
  readonly element: EmailElement;
  /** Without invisible characters. */
  readonly text: string;
  /** All that is in it, octets. */
  readonly sizeBytes: number;
}

/** Finds the preheader; undefined where the first thing in the body is shown. */
export function hiddenPreheader(email: CheckedEmail): HiddenPreheader | undefined {
  const { body, isShown } = email;
  if (!body) return undefined;
  const search = (element: EmailElement, depth: number): HiddenPreheader | "shown" | undefined => {
    for (const child of element.children) {
      if (typeof child === "string") {
        if (collapse(child) !== "") return "shown";
        continue;
      }
      if (!isShown(child)) {
        const text = collapse(textIn(child));
        if (/^(?:style|script|title|meta|template|link)$/.test(child.name) || text === "") continue;
        return { element: child, text, sizeBytes: Buffer.byteLength(textIn(child)) };
      }
      const found = depth > 12 ? undefined : search(child, depth + 1);
      if (found) return found;
      if (child.name === "img") return "shown";
    }
    return undefined;
  };
  const found = search(body, 0);
  return found === "shown" ? undefined : found;
}

function textIn(element: EmailElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textIn(child)))
    .join("");
}

/** Whether an element holds elements only. */
export function isBare(element: EmailElement): boolean {
  return childElements(element).length === element.children.length;
}
