/** Options of `createPostmarkApi`: exactly one of the tokens. */
export interface PostmarkApiOptions {
  /** Of one server: its messages, suppressions, streams and webhooks. */
  readonly serverToken?: string | undefined;
  /** Of the account: its domains and servers. */
  readonly accountToken?: string | undefined;
  /** Another than Postmark's own is taken on loopback, or by https. @default "https://api.postmarkapp.com" */
  readonly baseUrl?: string | undefined;
  /** Longest time for one answer, ms. @default 15,000 */
  readonly timeoutMs?: number | undefined;
  /** @default the global one */
  readonly fetch?: typeof fetch | undefined;
}

/** Values of a query; `undefined` leaves one out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Options of {@link PostmarkApi.pages}. */
export interface PageOptions {
  /** Name of the list in an answer, such as "Bounces". */
  readonly list: string;
  readonly query?: Query | undefined;
  /** Items an answer holds at most. @default 500, Postmark's own limit */
  readonly pageSize?: number | undefined;
}

/** Postmark's HTTP API, as far as it is needed beside sending. Answers are JSON as it comes. */
export interface PostmarkApi {
  /** @throws {PostmarkApiError} when there is no answer, or one that is no success */
  get(path: string, query?: Query, options?: CallOptions): Promise<unknown>;
  /** @throws {PostmarkApiError} when there is no answer, or one that is no success */
  send(
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    options?: CallOptions,
  ): Promise<unknown>;
  /**
   * The items of a list that is given out in pages, one page after the other. Postmark gives the
   * first 10,000 of a list and no more.
   *
   * @throws {PostmarkApiError} as `get` does
   */
  pages(path: string, options: PageOptions & CallOptions): AsyncIterable<unknown>;
}

/** Options of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}
