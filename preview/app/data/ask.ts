import type { ApiError } from "../../protocol/index.ts";
import { serverUrl, site } from "./site.ts";
import { staticUrl } from "./static-url.ts";

/** Why an answer is not there. `missing`: there is no such thing; `unreachable`: no answer at all. */
export interface Problem {
  readonly kind: "missing" | "unreachable" | "refused";
  readonly message: string;
}

/** An answer or the reason why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** How to ask. */
export interface AskOptions {
  /** Ends the asking: no one waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** Goes on when the page is left. @default false */
  readonly keepalive?: boolean;
}

/** A page from elsewhere cannot set this header without asking, and is refused when it asks. */
const changing = { "x-letterpress": "1" };

/** Asks for a change, or with what is too long for an address. */
export function post<T>(
  url: string,
  body: unknown,
  options: AskOptions & { readonly headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  return request(url, postOf(body, options));
}

/** Asks with a body for something that comes as bytes. */
export function postForBlob(
  url: string,
  body: unknown,
  options: AskOptions = {},
): Promise<Answer<Blob>> {
  return answer(url, postOf(body, options), (response) => response.blob());
}

function postOf(
  body: unknown,
  { headers, ...options }: AskOptions & { readonly headers?: Record<string, string> },
): RequestInit {
  return {
    ...options,
    method: "POST",
    headers: { "content-type": "application/json", ...changing, ...headers },
    body: JSON.stringify(body),
  };
}

/** Asks for something that comes as JSON. */
export function request<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  return answer(url, init, (response) => response.json() as Promise<T>);
}

/** Asks for something that comes as text. */
export function requestText(url: string, options: AskOptions = {}): Promise<Answer<string>> {
  return answer(url, options, (response) => response.text());
}

/** Has something deleted. */
export function remove(url: string): Promise<Answer<null>> {
  // Also from a page that is being left.
  const init = { method: "DELETE", headers: changing, keepalive: true };
  return answer(url, init, async () => null);
}

async function answer<T>(
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  const source = site.isStatic ? staticUrl(url, init.method ?? "GET", site) : serverUrl(url);
  if (source === undefined) return readOnly;
  try {
    const response = await fetch(source, init);
    if (response.ok) return { ok: true, value: await read(response) };
    const kind = response.status === 404 ? "missing" : "refused";
    return { ok: false, problem: { kind, message: await readError(response) } };
  } catch {
    const message = site.isStatic
      ? "The host of this page does not answer."
      : "The preview's server does not answer. Start it again: npm start";
    return { ok: false, problem: { kind: "unreachable", message } };
  }
}

async function readError(response: Response): Promise<string> {
  try {
    return ((await response.json()) as ApiError).error;
  } catch {
    return `The server answered ${response.status}.`;
  }
}

/** What an export says to everything that only the live preview does. */
const readOnly: Answer<never> = {
  ok: false,
  problem: {
    kind: "refused",
    message: "This is an exported preview, which is read only. Run letterpress dev for the rest.",
  },
};
