import type { MessageOrigin } from "../../protocol/index.ts";

/** Headers of a message that the preview sent to its own inbox; no other mail has them. */
const names = {
  email: "X-Letterpress-Email",
  variant: "X-Letterpress-Variant",
  locale: "X-Letterpress-Locale",
  props: "X-Letterpress-Props",
  commit: "X-Letterpress-Commit",
} as const;

/** Longest edited props that a message carries along, characters as they are encoded. */
const mostProps = 16_000;
/** A header is folded where it has a space. */
const wordLength = 60;
const leftOut = "too long";
const uncommitted = " with changes";

/** The headers that say what a message was rendered from. */
export function writeOrigin(
  origin: MessageOrigin,
): readonly { readonly name: string; readonly value: string }[] {
  const { emailId, variant, locale, commit, hasChanges } = origin;
  const values: readonly (readonly [string, string | null])[] = [
    [names.email, emailId],
    [names.variant, variant],
    [names.locale, locale],
    [names.props, origin.props && encode(origin.props)],
    [names.commit, commit && commit + (hasChanges ? uncommitted : "")],
  ];
  return values.flatMap(([name, value]) => (value === null ? [] : { name, value }));
}

/** What a message says of where it comes from; null for mail of others. */
export function readOrigin(
  headers: readonly { readonly name: string; readonly value: string }[],
): MessageOrigin | null {
  const byName = new Map(headers.map(({ name, value }) => [name.toLowerCase(), value.trim()]));
  const find = (name: string) => byName.get(name.toLowerCase()) || null;
  const emailId = find(names.email);
  const variant = find(names.variant);
  if (emailId === null || variant === null) return null;
  const written = find(names.props);
  const commit = find(names.commit);
  const [, hash = null] = /^([\da-f]{7,64})\b/.exec(commit ?? "") ?? [];
  return {
    ...{ emailId, variant, locale: find(names.locale) },
    props: written === null ? null : decode(written),
    lacksProps: written === leftOut,
    commit: hash,
    hasChanges: commit?.endsWith(uncommitted) === true,
  };
}

function encode(props: string): string {
  const whole = Buffer.from(props).toString("base64url");
  if (whole.length > mostProps) return leftOut;
  return whole.match(new RegExp(`.{1,${wordLength}}`, "g"))?.join(" ") ?? "";
}

function decode(written: string): string | null {
  const text = Buffer.from(written.replaceAll(/\s/g, ""), "base64url").toString();
  try {
    JSON.parse(text);
    return text;
  } catch {
    // Too long to come along, or another's.
    return null;
  }
}
