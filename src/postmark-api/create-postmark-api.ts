import { baseUrlOf } from "./base-url.ts";
import type {
  CallOptions,
  PageOptions,
  PostmarkApi,
  PostmarkApiOptions,
  Query,
} from "./postmark-api.ts";
import { PostmarkApiError } from "./postmark-api-error.ts";
import { failureOf, readAnswer } from "./read-answer.ts";

/** Longest list that Postmark gives out: `count` and `offset` together. */
const longestList = 10_000;

/**
 * Creates a client of Postmark's HTTP API. The token goes to the host of `baseUrl` alone: an answer
 * that leads elsewhere is a failure. It stands in no error.
 *
 * @throws {TypeError} when the token or the address is missing or wrong
 */
export function createPostmarkApi(options: PostmarkApiOptions): PostmarkApi {
  const { timeoutMs = 15_000, fetch: send = fetch } = options;
  const base = baseUrlOf(options.baseUrl);
  const tokenHeader = tokenHeaderOf(options);

  const call = async (
    method: string,
    path: string,
    query: Query,
    body: unknown,
    { signal }: CallOptions,
  ) => {
    const url = new URL(`${base}${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const what = `${method} ${path}`;
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const response = await send(url, {
        method,
        headers: {
          accept: "application/json",
          ...tokenHeader,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "manual",
        signal: signal ? AbortSignal.any([late, signal]) : late,
      });
      return await readAnswer(response, what);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw failureOf(error, { what, host: url.host, isLate: late.aborted, timeoutMs });
    }
  };

  const api: PostmarkApi = {
    get: (path, query = {}, callOptions = {}) => call("GET", path, query, undefined, callOptions),
    send: (method, path, body, callOptions = {}) => call(method, path, {}, body, callOptions),
    async *pages(path, { list, query = {}, pageSize = 500, signal }: PageOptions & CallOptions) {
      for (let offset = 0; offset < longestList; offset += pageSize) {
        const count = Math.min(pageSize, longestList - offset);
        const answer = await api.get(path, { ...query, count, offset }, { signal });
        const items = itemsOf(answer, list);
        if (!items) {
          throw new PostmarkApiError(
            `Cannot read Postmark's answer to GET ${path}: it has no list '${list}'`,
            {
              status: 200,
              transient: false,
            },
          );
        }
        yield* items;
        if (items.length < count) return;
      }
    },
  };
  return api;
}

/** A list in an answer; `undefined` where there is none. */
export function itemsOf(answer: unknown, list: string): readonly unknown[] | undefined {
  const items = (answer as Readonly<Record<string, unknown>> | null)?.[list];
  return Array.isArray(items) ? items : undefined;
}

function tokenHeaderOf({ serverToken, accountToken }: PostmarkApiOptions) {
  const given = [serverToken, accountToken].filter((token) => token !== undefined);
  const token = given[0]?.trim();
  if (given.length !== 1 || !token || !/^[!-~]+$/.test(token)) {
    throw new TypeError(
      "Cannot use Postmark's API: give 'serverToken' or 'accountToken', one of them, as it stands on Postmark's pages",
    );
  }
  const name = serverToken === undefined ? "x-postmark-account-token" : "x-postmark-server-token";
  return { [name]: token };
}
