import type { EmailTheme } from "../route.ts";
import { invertDocument, restoreDocument } from "./dark/invert-document.ts";
import { listen } from "./email-dom.ts";
import { type ColourScheme, forceScheme, releaseScheme } from "./force-scheme.ts";

/**
 * What `prefers-color-scheme` answers under each theme. Outlook.com lets an email's own dark styles
 * count and repaints what is still light; Gmail on iOS knows no such query
 * (caniemail.com/features/css-at-media-prefers-color-scheme).
 */
const schemes: Record<EmailTheme, ColourScheme> = {
  light: "light",
  dark: "dark",
  partial: "dark",
  full: "light",
};

/** Frames that the browser may take to hear of a new colour scheme. */
const patienceFrames = 3;

const darkQuery = "(prefers-color-scheme: dark)";

/** What an email is told under a theme. */
export function schemeOf(theme: EmailTheme): ColourScheme {
  return schemes[theme];
}

/**
 * Shows the document in a frame under a theme, without loading it anew: `prefers-color-scheme`
 * answers as the theme has it, and where a client would repaint the email, it is repainted.
 *
 * Browsers hand the `color-scheme` of an `<iframe>` down to the document in it when both are of one
 * origin (CSS Color Adjustment, "Preferred Color Schemes"). Where that does not happen (an older
 * browser, or developer tools that emulate a scheme), the document's own conditions are
 * rewritten instead.
 *
 * @see https://drafts.csswg.org/css-color-adjust-1/#preferred-color-scheme
 */
export async function applyFrameTheme(frame: HTMLIFrameElement, theme: EmailTheme): Promise<void> {
  const scheme = schemes[theme];
  frame.style.colorScheme = scheme;
  frame.dataset.theme = theme;
  for (let waited = 0; waited < patienceFrames; waited += 1) {
    if (readFrameScheme(frame) === scheme) break;
    await nextFrame();
    if (frame.dataset.theme !== theme) return;
  }
  const document = frame.contentDocument;
  if (!document) return;
  restoreDocument(document);
  if (readFrameScheme(frame) === scheme) releaseScheme(document);
  else forceScheme(document, scheme);
  if (theme === "partial" || theme === "full") invertDocument(document, theme);
}

/**
 * Calls back when what a frame shows may have other colours than it was repainted from: the browser
 * changed its mind about the scheme, as developer tools make it do, or the frame its width.
 */
export function onFrameThemeChange(frame: HTMLIFrameElement, changed: () => void): void {
  const view = frame.contentWindow;
  if (!view) return;
  view.matchMedia(darkQuery).addEventListener("change", changed);
  listen(view, "resize", () => {
    if (frame.dataset.theme === "partial" || frame.dataset.theme === "full") changed();
  });
}

/** What media queries in the frame see. */
function readFrameScheme(frame: HTMLIFrameElement): ColourScheme {
  return frame.contentWindow?.matchMedia(darkQuery).matches ? "dark" : "light";
}

/** The next frame, or soon in a page that draws none because it is hidden. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve, 16);
    else requestAnimationFrame(() => resolve());
  });
}
