import { type ComponentType, isValidElement, type ReactElement } from "react";
import { isEmail } from "./define-email.ts";
import type { RenderSubject } from "./react/explain-failure.ts";

/** What an error calls an email. Looks at any value, since callers may write JavaScript. */
export function describeEmail(email: unknown): RenderSubject {
  if (isEmail(email)) {
    return { emailId: email.id, componentName: nameOfType(email.component), variant: undefined };
  }
  return { emailId: undefined, componentName: nameOfType(email), variant: undefined };
}

/** What an error calls an element: by its component. */
export function describeElement(element: unknown): RenderSubject {
  const type = isValidElement(element) ? element.type : undefined;
  return { emailId: undefined, componentName: nameOfType(type), variant: undefined };
}

/**
 * A value as a component.
 *
 * @throws {TypeError} that says what it is instead, and what to pass
 */
export function toComponent(value: unknown): ComponentType<object> {
  if (typeof value === "function") return value as ComponentType<object>;
  if (isThenable(value)) throw new TypeError("it is a promise; await it, and pass what it gives");
  if (isValidElement(value)) {
    throw new TypeError("it is an element; pass the component itself, or use renderElement()");
  }
  if (typeof value === "object" && value !== null) {
    // `memo` and `forwardRef` make objects.
    if ("$$typeof" in value) return value as unknown as ComponentType<object>;
    if ("default" in value) throw new TypeError("it is a module; pass its default export");
  }
  throw new TypeError(
    "it is neither made by defineEmail() nor a React component; pass one of them",
  );
}

/**
 * A value as an element.
 *
 * @throws {TypeError} that says what it is instead, and what to pass
 */
export function toElement(value: unknown): ReactElement {
  if (isValidElement(value)) return value;
  if (isThenable(value)) throw new TypeError("it is a promise; await it, and pass what it gives");
  throw new TypeError("it is not a React element; write <YourEmail />, or use render()");
}

function nameOfType(type: unknown): string {
  if (typeof type === "string") return type;
  const named = type as { displayName?: unknown; name?: unknown } | null | undefined;
  const name = named?.displayName ?? named?.name;
  return typeof name === "string" && name !== "" ? name : "anonymous";
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value;
}
