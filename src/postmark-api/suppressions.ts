import { itemsOf } from "./create-postmark-api.ts";
import type { CallOptions, PostmarkApi } from "./postmark-api.ts";
import { PostmarkApiError } from "./postmark-api-error.ts";

/** An entry of Postmark's list. @see https://postmarkapp.com/developer/api/suppressions-api */
export interface PostmarkSuppression {
  readonly address: string;
  /** "HardBounce", "SpamComplaint" or "ManualSuppression". */
  readonly reason: string;
  /** "Recipient", "Customer" or "Admin". */
  readonly origin: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** An address that Postmark did not change, and why. */
export interface RefusedChange {
  readonly address: string;
  readonly message: string;
}

/** Most addresses in one call; with more Postmark answers 1410. */
const mostInCall = 50;

/** The whole list of a stream, which Postmark gives out in one piece. @throws {PostmarkApiError} */
export async function listSuppressions(
  api: PostmarkApi,
  stream: string,
  options: CallOptions = {},
): Promise<readonly PostmarkSuppression[]> {
  const path = `${pathOf(stream)}/dump`;
  return readItems(await api.get(path, {}, options), path).map((item) => ({
    address: textOf(item, "EmailAddress"),
    reason: textOf(item, "SuppressionReason"),
    origin: textOf(item, "Origin"),
    createdAt: textOf(item, "CreatedAt"),
  }));
}

/**
 * Puts addresses on a stream's list, or takes them off. Postmark takes up to a minute, and takes no
 * complaint off.
 *
 * @returns those that Postmark refused
 * @throws {PostmarkApiError}
 */
export async function changeSuppressions(
  api: PostmarkApi,
  stream: string,
  change: "add" | "remove",
  addresses: readonly string[],
  options: CallOptions = {},
): Promise<readonly RefusedChange[]> {
  const path = change === "add" ? pathOf(stream) : `${pathOf(stream)}/delete`;
  const refused: RefusedChange[] = [];
  for (let from = 0; from < addresses.length; from += mostInCall) {
    const Suppressions = addresses
      .slice(from, from + mostInCall)
      .map((EmailAddress) => ({ EmailAddress }));
    const answer = await api.send("POST", path, { Suppressions }, options);
    for (const item of readItems(answer, path)) {
      if (textOf(item, "Status") !== "Failed") continue;
      refused.push({ address: textOf(item, "EmailAddress"), message: textOf(item, "Message") });
    }
  }
  return refused;
}

function pathOf(stream: string): string {
  return `/message-streams/${encodeURIComponent(stream)}/suppressions`;
}

function readItems(answer: unknown, path: string): readonly Readonly<Record<string, unknown>>[] {
  const items = itemsOf(answer, "Suppressions");
  if (!items) {
    throw new PostmarkApiError(
      `Cannot read Postmark's answer to ${path}: it has no list 'Suppressions'`,
      { status: 200, transient: false },
    );
  }
  return items.filter((item) => typeof item === "object" && item !== null) as never;
}

function textOf(item: Readonly<Record<string, unknown>>, name: string): string {
  const value = item[name];
  return typeof value === "string" ? value : "";
}
