import { isMailError, RenderError } from "../../errors.ts";
import { explainReactCopies } from "./react-copies.ts";
import { ComponentError, type ComponentStacks, SuspendedError } from "./render-stream.ts";
import { findLocation } from "./stack-location.ts";
import { explainTailwindColor } from "./tailwind-color.ts";

/** What was rendered when it failed. */
export interface RenderSubject {
  readonly emailId: string | undefined;
  /** The component's name, for an email that has no id. */
  readonly componentName: string;
  readonly variant: string | undefined;
}

/** How messages call what is rendered: `"orders/receipt"`, or `<Receipt>` where it has no id. */
export function nameOf(subject: RenderSubject): string {
  return subject.emailId === undefined ? `<${subject.componentName}>` : `"${subject.emailId}"`;
}

const noStacks: ComponentStacks = { componentStack: undefined, ownerStack: undefined };

/** Turns whatever stopped a render into a {@link RenderError}, with where it struck. */
export function explainFailure(error: unknown, subject: RenderSubject): Error {
  // Errors of this package already say what to fix.
  if (isMailError(error)) return error;
  const cause = error instanceof ComponentError ? error.cause : error;
  const { componentStack, ownerStack } = error instanceof ComponentError ? error.stacks : noStacks;
  const stack = cause instanceof Error ? cause.stack : undefined;
  return new RenderError(`Cannot render ${nameOf(subject)}: ${reasonOf(cause)}`, {
    cause,
    emailId: subject.emailId,
    variant: subject.variant,
    location: findLocation(stack) ?? findLocation(componentStack),
    componentStack: componentStack?.replace(/^\n/, ""),
    ownerStack: ownerStack?.replace(/^\n/, ""),
  });
}

/** What JSX needs that was compiled to `React.createElement`, as compilers do unless told otherwise. */
const jsxSetting =
  'set "jsx": "react-jsx" under "compilerOptions" in tsconfig.json, or import React in the file';

function reasonOf(cause: unknown): string {
  if (cause instanceof SuspendedError) return cause.message;
  if (isNamedError(cause, "AbortError")) return "its signal was aborted";
  if (typeof cause === "object" && cause !== null && "message" in cause) {
    const message = String(cause.message);
    if (message === "React is not defined") return `${message}; ${jsxSetting}`;
    return explainReactCopies(message) ?? explainTailwindColor(cause) ?? message;
  }
  if (typeof cause === "object" && cause !== null) {
    return "a component threw an object that is no error; throw an Error";
  }
  return `a component threw ${typeof cause === "string" ? `"${cause}"` : String(cause)}`;
}

function isNamedError(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && "name" in value && value.name === name;
}
