import type { EmailQuery } from "../../protocol/index.ts";
import { Refusal } from "./answer.ts";

/** What an address asks for of an email. */
export function readQuery(id: string, query: URLSearchParams): EmailQuery {
  return {
    id,
    variant: query.get("variant") || "default",
    locale: query.get("locale") || null,
    props: query.get("props") || null,
  };
}

/** The same out of a body. @throws {Refusal} when it is none */
export function readQueryBody(id: string, body: unknown): EmailQuery {
  const asked = (body ?? {}) as Partial<Record<keyof EmailQuery, unknown>>;
  const { variant, locale = null, props = null } = asked;
  if (typeof variant !== "string" || !isTextOrNull(locale) || !isTextOrNull(props)) {
    throw new Refusal(
      400,
      "Cannot read the state of the email: it must be { variant: string, locale?: string, props?: string }",
    );
  }
  return { id, variant, locale, props };
}

/** Whether a value is a text, or the null that stands for none. */
function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}
