import { imagesOf, isParsed } from "./email-dom.ts";
import { readFrameToken } from "./frame-document.ts";

/** How often a loading frame is looked at, ms. The event of parsing is not seen from outside. */
const pollMs = 4;

/** How long pictures may hold up a frame whose document is parsed, ms. */
const pictureGraceMs = 100;

/**
 * Waits until a frame holds the document with this token, parsed, with those pictures decoded that
 * are quick: `load` alone would wait for the slowest server that an email names.
 */
export async function whenReadable(
  frame: HTMLIFrameElement,
  token: string,
  signal: AbortSignal,
): Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener("load", () => resolve(), { once: true, signal });
  });
  await whenParsed(frame, token, signal);
  await Promise.race([
    loaded.then(() => decodePictures(frame.contentDocument)),
    new Promise((resolve) => setTimeout(resolve, pictureGraceMs)),
  ]);
}

function whenParsed(frame: HTMLIFrameElement, token: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const document = frame.contentDocument;
      const parsed = document && isParsed(document);
      if (!signal.aborted && !(parsed && readFrameToken(document) === token)) return;
      clearInterval(timer);
      resolve();
    }, pollMs);
  });
}

/** Decodes ahead, so that pictures stand in the first painted frame. */
async function decodePictures(document: Document | null): Promise<void> {
  const pictures = (document ? imagesOf(document) : []).filter((image) => image.complete);
  // A picture that cannot be decoded shows as broken, as it would anywhere.
  await Promise.allSettled(pictures.map((image) => image.decode()));
}
