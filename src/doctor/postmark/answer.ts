import type { PostmarkApi } from "../../postmark-api/postmark-api.ts";

/** An object in an answer of Postmark's, whose fields may all be missing. */
export type Answer = Readonly<Record<string, unknown>>;

/** A value as an object; an empty one where it is none. */
export function toAnswer(value: unknown): Answer {
  return typeof value === "object" && value !== null ? (value as Answer) : {};
}

/** The objects of a list in an answer. */
export function listOf(answer: unknown, name: string): readonly Answer[] {
  const list = toAnswer(answer)[name];
  return Array.isArray(list) ? list.map(toAnswer) : [];
}

/** A text in an answer; empty where there is none. */
export function textOf(answer: Answer, name: string): string {
  const value = answer[name];
  return typeof value === "string" ? value : "";
}

/** A context's client, in a check that applies only where there is one. */
export function orThrow(api: PostmarkApi | undefined): PostmarkApi {
  if (!api) throw new TypeError("Cannot ask Postmark: there is no token");
  return api;
}
