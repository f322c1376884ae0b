import { stripVTControlCharacters } from "node:util";
import {
  type BrowserBundleOptions,
  type BrowserEmail,
  type BrowserFile,
  bundleForBrowser,
} from "./bundle-for-browser.ts";

/** Emails that run in a browser, and those that do not. */
export interface BrowserBundle {
  readonly files: readonly BrowserFile[];
  /** Ids of the emails in it. */
  readonly ids: ReadonlySet<string>;
  /** Emails that cannot be bundled, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
}

/** Bundles the emails that can be; one that cannot is left out, and stops no other. */
export async function bundleWhatCan(
  emails: readonly BrowserEmail[],
  options: BrowserBundleOptions,
): Promise<BrowserBundle> {
  const whole = await attempt(emails, options);
  if (whole.files) return { files: whole.files, ids: idsOf(emails), leftOut: [] };
  // Which of them it is, only each by itself can tell.
  const good: BrowserEmail[] = [];
  const leftOut: { id: string; reason: string }[] = [];
  for (const email of emails) {
    const alone = await attempt([email], options);
    if (alone.files) good.push(email);
    else leftOut.push({ id: email.id, reason: alone.reason });
  }
  const rest = await attempt(good, options);
  if (rest.files) return { files: rest.files, ids: idsOf(good), leftOut };
  const others = good.map(({ id }) => ({ id, reason: rest.reason }));
  return { files: [], ids: new Set(), leftOut: [...leftOut, ...others] };
}

type Attempt =
  | { readonly files: readonly BrowserFile[] }
  | { readonly files?: undefined; readonly reason: string };

async function attempt(
  emails: readonly BrowserEmail[],
  options: BrowserBundleOptions,
): Promise<Attempt> {
  if (emails.length === 0) return { files: [] };
  try {
    return { files: await bundleForBrowser(emails, options) };
  } catch (error) {
    return { reason: reasonOf(error).replaceAll(`${options.root}/`, "") };
  }
}

function idsOf(emails: readonly BrowserEmail[]): ReadonlySet<string> {
  return new Set(emails.map(({ id }) => id));
}

/** The first thing that is wrong, without the picture that the bundler draws of it. */
function reasonOf(error: unknown): string {
  const { message, errors } = (error ?? {}) as Partial<Error> & { readonly errors?: unknown };
  const [first]: readonly Partial<Error>[] = Array.isArray(errors) ? errors : [];
  const text = stripVTControlCharacters(first?.message ?? message ?? String(error));
  const [line = text] = text.trim().split("\n");
  return line.replace(/^\[[A-Z_]+\]\s*(?:Error:\s*)?/, "");
}
