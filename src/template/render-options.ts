import type { Clock } from "../clock.ts";
import type { FinishStep } from "./finish/finish-step.ts";
import { resolveWrap, type TextOptions } from "./text/text-options.ts";

/** How an email is rendered. */
export interface RenderOptions {
  /**
   * What is put right in the HTML, in order; `false` leaves it as React wrote it, its nesting too.
   *
   * @default {@link defaultFinish}
   */
  readonly finish?: false | readonly FinishStep[] | undefined;
  /**
   * What becomes of elements that stand where a mail client's parser moves or loses them. `tolerate`
   * puts them right where one meaning is plain (text in a row gets its cell), leaves them where none
   * is (a link in a link), and tells of both in `warnings`. `refuse` makes what would be moved or
   * lost an error.
   *
   * @default "tolerate"
   */
  readonly nesting?: "refuse" | "tolerate" | undefined;
  /** How the text is written. */
  readonly text?: TextOptions | undefined;
  /**
   * Where `/static/…` images are to be had: `https://shop.example`. Without it, and without
   * `images: "cid"`, they stay relative, and no mail client can load them.
   */
  readonly baseUrl?: string | URL | undefined;
  /**
   * `cid` puts the images of `/static/…` into `attachments` and shows them by content id, so that
   * the mail carries its pictures. Needs `staticDir`.
   *
   * @default "linked"
   */
  readonly images?: "linked" | "cid" | undefined;
  /** The folder that `/static/` stands for. Nothing outside it is ever read. */
  readonly staticDir?: string | undefined;
  /**
   * The folder that an app serves at its root, as Vite and Next serve `public`, or several of them.
   * An image of `/…` that is in none of them is a warning; nothing of them is attached.
   */
  readonly publicDir?: string | readonly string[] | undefined;
  /**
   * How long a component may stay suspended, ms.
   *
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
  /** Stops a render that waits for a component. */
  readonly signal?: AbortSignal | undefined;
  /** Name of the variant that is rendered, for errors to tell. */
  readonly variant?: string | undefined;
  /** @default the machine's own time */
  readonly clock?: Clock | undefined;
}

/** A component waits for something that should have been there before the render began. */
const defaultTimeoutMs = 10_000;

/**
 * Checks the options that have a range.
 *
 * @throws {TypeError | RangeError} that names the option
 */
export function checkRenderOptions(options: RenderOptions): { readonly timeoutMs: number } {
  const { timeoutMs = defaultTimeoutMs, images, staticDir, baseUrl, text = {} } = options;
  resolveWrap(text);
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) {
    throw new RangeError(`timeoutMs must be a finite number above 0, not ${timeoutMs}`);
  }
  if (images === "cid" && !staticDir) {
    throw new TypeError('images: "cid" needs staticDir, the folder that /static/ stands for');
  }
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
    throw new TypeError("baseUrl must be an absolute URL, such as https://shop.example");
  }
  return { timeoutMs };
}
