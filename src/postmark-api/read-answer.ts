import { isMailError } from "../errors.ts";
import { PostmarkApiError } from "./postmark-api-error.ts";

/** What a failure is described by. */
export interface CallFacts {
  /** Method and path, without the query. */
  readonly what: string;
  readonly host: string;
  readonly isLate: boolean;
  readonly timeoutMs: number;
}

/**
 * The JSON of an answer.
 *
 * @throws {PostmarkApiError} when it is no success, or no JSON
 */
export async function readAnswer(response: Response, what: string): Promise<unknown> {
  const { status } = response;
  const text = await response.text();
  const value = parse(text);
  if (status === 200 && value !== undefined) return value;
  const { ErrorCode, Message } = (value ?? {}) as Readonly<Record<string, unknown>>;
  // Postmark says it in words for people; ours are for what they leave open.
  const said = typeof Message === "string" ? Message.slice(0, 500) : undefined;
  const why = said ?? (status === 200 ? "its answer is no JSON" : `it answered ${status}`);
  throw new PostmarkApiError(`Cannot ask Postmark (${what}): ${why}${hintOf(status)}`, {
    status,
    errorCode: typeof ErrorCode === "number" ? ErrorCode : undefined,
    transient: status === 429 || status === 408 || status >= 500,
  });
}

/** What was thrown on the way to an answer, as an error of ours. */
export function failureOf(error: unknown, { what, host, isLate, timeoutMs }: CallFacts): Error {
  if (isMailError(error)) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { readonly code?: unknown }).code;
  const why = isLate
    ? `${host} gave no answer within ${timeoutMs} ms`
    : `${host} could not be reached${typeof code === "string" ? ` (${code})` : ""}`;
  return new PostmarkApiError(`Cannot ask Postmark (${what}): ${why}`, {
    ...{ status: undefined, transient: true },
    cause: error,
  });
}

function hintOf(status: number): string {
  if (status === 401) return "; is the token of the right kind, and whole?";
  return status >= 300 && status < 400 ? "; it leads elsewhere, where the token must not go" : "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
