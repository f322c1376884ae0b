import type { LocalServer } from "../local-server.ts";
import type { Query } from "./read-query.ts";

/** What an endpoint is told. */
export interface PostmarkCall {
  readonly server: LocalServer;
  /** The path's named parts, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Which token came with the request: the test token sends nothing. */
  readonly isTest: boolean;
  readonly userAgent: string | undefined;
  /** The body as JSON. @throws {PostmarkRefusal} when it is none */
  json(): Promise<unknown>;
}

/** One endpoint of Postmark's API. */
export interface PostmarkRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `{name}` stands for one segment; the rest counts in any case. */
  readonly path: string;
  /** Token that it asks for; readers of a message have none. @default "server" */
  readonly token?: "server" | "account" | "none" | undefined;
  /** Postmark's number for a query that cannot be read. @default 300 */
  readonly queryCode?: number | undefined;
  /** Longest body that it reads, in octets. @default 1 MiB */
  readonly longestBody?: number | undefined;
  /** @returns what is answered as JSON, or the whole answer */
  readonly handle: (call: PostmarkCall) => unknown;
}
