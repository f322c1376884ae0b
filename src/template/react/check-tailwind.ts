import { createElement, type ReactElement, type ReactNode } from "react";
import type { HtmlDocument } from "../html/token.ts";
import type { RenderWarning, Warn } from "../warning.ts";
import { type Component, findComponent } from "./find-component.ts";

/** Warns, once, when React Email's `Tailwind` runs with a compiler that it does not know. */
export type CheckTailwind = (
  document: HtmlDocument,
  element: ReactElement,
  render: (node: ReactNode) => Promise<string>,
  warn: Warn,
) => Promise<void>;

const wrongCompiler: RenderWarning = {
  code: "tailwind-compiler",
  message:
    "Tailwind's dark:, sm: and other variants hold always: the @react-email/tailwind of this app runs " +
    "with tailwindcss 4.3.3 or later, which it does not understand; add to package.json: " +
    '"overrides": { "tailwindcss": "4.3.2" } (with pnpm "pnpm": { "overrides": … }, with Yarn ' +
    '"resolutions"), and install again',
};

/**
 * Creates a check with a memory of its own. From 4.3.3 on, `tailwindcss` writes a rule inside its
 * media query, and no more the other way round; `@react-email/tailwind` looks for the query inside
 * the rule, and takes what it does not find for a style that always holds. In the HTML nothing is
 * left to put right: both values are one by then. `react-email` 6 reads both.
 *
 * So the very component that the email uses is tried on an element of ours. That is done for an
 * email whose style sheet has no media query, which is all that it could be wrong about, and only
 * until one has been tried. Looking for it renders the email once more, so a component in which it
 * was not found is not searched again.
 */
export function createTailwindCheck(): CheckTailwind {
  let isDone = false;
  const searched = new WeakSet<object>();
  return async (document, element, render, warn) => {
    if (isDone || searched.has(Object(element.type)) || !mayBeWrong(document)) return;
    if (typeof element.type !== "string") searched.add(element.type);
    let found: Component | undefined;
    const Search = () => {
      found = findComponent(element, isTailwind);
      return null;
    };
    try {
      await render(createElement(Search));
      if (found === undefined || isDone) return;
      isDone = true;
      if (isAlwaysDark(await render(probe(found)))) warn(wrongCompiler);
    } catch {
      // The email itself was rendered; what cannot be tried is not warned of.
    }
  };
}

/** `Tailwind` writes a bare `<style>` as the first of the head's own. */
function mayBeWrong({ tokens }: HtmlDocument): boolean {
  const sheet = tokens.findIndex((token) => token.type === "open" && token.raw === "<style>");
  const content = tokens[sheet + 1];
  return sheet >= 0 && !(content?.type === "raw-text" && content.raw.includes("@media"));
}

function isTailwind(component: Component): boolean {
  return (component.displayName ?? component.name) === "Tailwind";
}

function probe(Tailwind: Component): ReactElement {
  const body = createElement("body", { className: "dark:hidden" });
  return createElement(Tailwind, {}, createElement("html", {}, createElement("head"), body));
}

function isAlwaysDark(markup: string): boolean {
  return /<body[^>]* style="[^"]*display:\s*none/.test(markup);
}
