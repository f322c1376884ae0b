import type { ServerResponse } from "node:http";
import type { ApiError } from "../../protocol/index.ts";

/** What a route answers: JSON, or bytes with a type. */
export type Answer =
  | { readonly status?: number; readonly json: object }
  | {
      readonly status?: number;
      readonly body: string | Uint8Array;
      readonly type: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** An answer that is an {@link ApiError}. Thrown by routes, caught by the router. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  /** @param status 400, 404, … */
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Writes an answer. What the preview answers changes any moment, so nothing is cached. */
export function writeAnswer(response: ServerResponse, answer: Answer, withBody: boolean): void {
  const isJson = "json" in answer;
  const body = isJson ? JSON.stringify(answer.json) : answer.body;
  response.writeHead(answer.status ?? 200, {
    "cache-control": "no-store",
    "content-type": isJson ? "application/json; charset=utf-8" : answer.type,
    "content-length": Buffer.byteLength(body),
    ...(isJson ? {} : answer.headers),
  });
  response.end(withBody ? body : undefined);
}

/** Writes an error in the protocol's form. */
export function writeError(response: ServerResponse, status: number, message: string): void {
  const error: ApiError = { error: message };
  if (response.headersSent) response.destroy();
  else writeAnswer(response, { status, json: error }, true);
}
