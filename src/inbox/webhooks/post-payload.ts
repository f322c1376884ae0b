import * as http from "node:http";
import * as https from "node:https";

/** One request to a webhook. */
export interface PayloadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface PayloadAnswer {
  /** `undefined` when no one answered. */
  readonly status: number | undefined;
  /** The first of what was answered. */
  readonly body: string;
  /** Why there was no answer. */
  readonly error: string | undefined;
}

/** How many redirects are followed. @see https://postmarkapp.com/developer/webhooks/webhooks-overview */
const mostRedirects = 10;

/** Octets of an answer that are kept; the rest is not read. */
const mostKept = 1_000;

/** Posts a payload, and follows redirects with it. Never throws. */
export async function postPayload(request: PayloadRequest): Promise<PayloadAnswer> {
  let { url } = request;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await postOnce({ ...request, url });
    if (answer.location === undefined) return answer;
    if (redirects === mostRedirects || !URL.canParse(answer.location, url)) {
      return { ...answer, error: `It was redirected more than ${mostRedirects} times, or nowhere` };
    }
    const next = new URL(answer.location, url);
    if (next.protocol !== "http:" && next.protocol !== "https:") return answer;
    // The secrets are for the address they were set up for.
    const isElsewhere = next.origin !== new URL(url).origin;
    if (isElsewhere) request = { ...request, headers: withoutSecrets(request.headers) };
    url = next.href;
  }
}

type Answered = PayloadAnswer & { readonly location: string | undefined };

function postOnce({ url, headers, body, timeoutMs, signal }: PayloadRequest): Promise<Answered> {
  return new Promise((resolve) => {
    const fail = (error: Error) =>
      resolve({
        status: undefined,
        body: "",
        location: undefined,
        error: describe(error, timeoutMs),
      });
    const { request } = url.startsWith("https:") ? https : http;
    const outgoing = request(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      },
      (incoming) => {
        const { statusCode: status = 0 } = incoming;
        const isRedirect = [301, 302, 303, 307, 308].includes(status);
        const location = isRedirect ? incoming.headers.location : undefined;
        const chunks: Buffer[] = [];
        let length = 0;
        const finish = () => {
          const text = Buffer.concat(chunks).subarray(0, mostKept).toString("utf8");
          resolve({ status, body: text, location, error: undefined });
        };
        incoming.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length < mostKept) return;
          finish();
          incoming.destroy();
        });
        incoming.once("end", finish);
        // The status counts, wherever the body broke off.
        incoming.once("error", finish);
        incoming.once("close", finish);
      },
    );
    outgoing.once("error", fail);
    outgoing.end(body);
  });
}

function withoutSecrets(headers: PayloadRequest["headers"]): PayloadRequest["headers"] {
  const own = /^(?:content-type|accept|user-agent|x-pm-.*)$/i;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => own.test(name)));
}

function describe(error: Error, timeoutMs: number): string {
  if (
    error.name === "TimeoutError" ||
    (error.cause as Error | undefined)?.name === "TimeoutError"
  ) {
    return `No answer within ${timeoutMs} ms`;
  }
  const { code } = error as NodeJS.ErrnoException;
  return code === "ECONNREFUSED" ? "Nothing listens there (ECONNREFUSED)" : error.message;
}
