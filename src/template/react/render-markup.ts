import type { ReactNode } from "react";
import { loadReactServer, type ReactServer } from "./load-react-server.ts";
import type { MarkupOptions } from "./markup-options.ts";
import { renderStream } from "./render-stream.ts";

/** React's mark of a boundary that holds its fallback because its content suspended or threw. */
const fallbackMark = "<!--$!-->";

/** Renders an element to markup as `react-dom/server` writes it, its comments included. */
export type RenderMarkup = (element: ReactNode, options: MarkupOptions) => Promise<string>;

/**
 * Creates a function that renders at once where nothing suspends, which is a fraction of what a
 * stream costs. What a synchronous render cannot do is left to the stream: it waits for components
 * that suspend, and it tells where an error struck. An error inside a `Suspense` boundary, which
 * React would cover up with the boundary's fallback, is an error here.
 *
 * The function rejects with what {@link renderStream} throws.
 */
export function createMarkupRenderer(): RenderMarkup {
  let loaded: ReactServer | undefined;
  return async (element, options) => {
    options.signal?.throwIfAborted();
    // Loaded on demand, so that an app which only sends finished parts does not load React; and
    // kept, since `import()` asks the module loader each time.
    loaded ??= await loadReactServer();
    const markup = renderAtOnce(loaded.renderToString, element);
    return (markup ?? (await renderStream(loaded, element, options))).replaceAll("\0", "");
  };
}

function renderAtOnce(
  renderToString: (element: ReactNode) => string,
  element: ReactNode,
): string | undefined {
  try {
    const markup = renderToString(element);
    return markup.includes(fallbackMark) ? undefined : markup;
  } catch {
    // The stream meets the same error, and can say in which component.
    return undefined;
  }
}
