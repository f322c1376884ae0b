import type { ReactElement, ReactNode } from "react";
import { getAttribute } from "./html/attributes.ts";
import type { Token } from "./html/token.ts";
import type { ElementPlace } from "./react/stack-location.ts";
import { isInDevelopment, placeAttribute, traceElements } from "./react/trace-elements.ts";
import type { RenderWarning } from "./warning.ts";

/** A warning, with the tag or text that it is about. */
export interface PlacedWarning {
  readonly warning: RenderWarning;
  readonly token: Token | undefined;
}

/**
 * Adds to warnings the component and the place that their tags come from, and leaves out those that
 * say the same of the same place. To find the places the email is rendered once more, in development
 * only; where that fails, or its result differs, the places stay unknown.
 *
 * @param tokens of the email as React wrote it
 */
export async function locateWarnings(
  placed: readonly PlacedWarning[],
  tokens: readonly Token[],
  element: ReactElement,
  renderTokens: (element: ReactNode) => Promise<readonly Token[]>,
): Promise<RenderWarning[]> {
  const isWorthIt = placed.some(({ token }) => token !== undefined) && isInDevelopment(element);
  const find = isWorthIt ? await tracePlaces(tokens, element, renderTokens) : () => undefined;
  const located = placed.map(({ warning, token }) => {
    const place = token && find(token);
    return place ? { ...warning, ...place } : warning;
  });
  const seen = new Set<string>();
  return located.filter((warning) => {
    const key = JSON.stringify(warning);
    return !seen.has(key) && seen.add(key);
  });
}

async function tracePlaces(
  tokens: readonly Token[],
  element: ReactElement,
  renderTokens: (element: ReactNode) => Promise<readonly Token[]>,
): Promise<(token: Token) => ElementPlace | undefined> {
  const places: (ElementPlace | undefined)[] = [];
  const traced = await renderTokens(traceElements(element, places)).catch(() => []);
  if (!isSame(traced, tokens)) return () => undefined;
  return (token) => {
    // Text, and HTML that the author gives as a string, have no place of their own: that of the tag
    // before them is near enough.
    for (let at = tokens.indexOf(token); at >= 0; at--) {
      const tag = traced[at] as Token;
      const index = tag.type === "open" ? getAttribute(tag, placeAttribute) : undefined;
      if (index !== undefined) return places[Number(index)];
    }
    return undefined;
  };
}

/** Whether tags follow each other in the same order, those that finishing took out included. */
function isSame(traced: readonly Token[], tokens: readonly Token[]): boolean {
  return (
    traced.length === tokens.length && traced.every(({ name }, at) => tokens[at]?.name === name)
  );
}
