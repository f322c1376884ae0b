import type { EmailTheme } from "../route.ts";
import { forceScheme, releaseScheme } from "./force-scheme.ts";

/** Frames that the browser may take to hear of a new colour scheme. */
const patienceFrames = 3;

const darkQuery = "(prefers-color-scheme: dark)";

/**
 * Makes `prefers-color-scheme` in a frame answer `theme`, without loading it anew.
 *
 * Browsers hand the `color-scheme` of an `<iframe>` down to the document in it when both are of one
 * origin (CSS Color Adjustment, "Preferred Color Schemes"). Where that does not happen (an older
 * browser, or developer tools that emulate a scheme), the document's own conditions are
 * rewritten instead.
 *
 * @see https://drafts.csswg.org/css-color-adjust-1/#preferred-color-scheme
 */
export async function applyFrameTheme(frame: HTMLIFrameElement, theme: EmailTheme): Promise<void> {
  frame.style.colorScheme = theme;
  for (let waited = 0; waited < patienceFrames; waited += 1) {
    if (readFrameTheme(frame) === theme) break;
    await nextFrame();
    if (frame.style.colorScheme !== theme) return;
  }
  const document = frame.contentDocument;
  if (!document) return;
  if (readFrameTheme(frame) === theme) releaseScheme(document);
  else forceScheme(document, theme);
}

/** Calls back when the browser changes its mind about a frame, as developer tools make it do. */
export function onFrameThemeChange(frame: HTMLIFrameElement, changed: () => void): void {
  frame.contentWindow?.matchMedia(darkQuery).addEventListener("change", changed);
}

/** What media queries in the frame see. */
function readFrameTheme(frame: HTMLIFrameElement): EmailTheme {
  return frame.contentWindow?.matchMedia(darkQuery).matches ? "dark" : "light";
}

/** The next frame, or soon in a page that draws none because it is hidden. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve, 16);
    else requestAnimationFrame(() => resolve());
  });
}
