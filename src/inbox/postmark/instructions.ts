import type { Tracking, TrackLinks } from "../../message/message.ts";

/** One header, unfolded and decoded. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** What a message's `X-PM-*` headers ask of Postmark. */
export interface Instructions {
  readonly stream: string | undefined;
  /** All that were given; Postmark takes one. */
  readonly tags: readonly string[];
  /** By key, in the spelling of the header's name. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tracking: Tracking;
  /** Whether the Message-ID stays (`X-PM-KeepID: true`). */
  readonly keepsMessageId: boolean;
  /** Type of test bounce that is asked for. */
  readonly bounceType: string | undefined;
}

/** Begins the names of headers that carry metadata, in lower case. */
export const metadataPrefix = "x-pm-metadata-";

const linkModes: readonly TrackLinks[] = ["None", "HtmlAndText", "HtmlOnly", "TextOnly"];

/**
 * Reads the `X-PM-*` headers.
 *
 * @see https://postmarkapp.com/developer/user-guide/send-email-with-smtp
 */
export function readInstructions(headers: readonly HeaderLine[]): Instructions {
  // Most messages have none of these among many headers.
  const own = headers
    .filter(({ name }) => /^x-pm-/i.test(name))
    .map(({ name, value }) => ({ name: name.toLowerCase(), value: value.trim() }));
  const values = (wanted: string) =>
    own.flatMap(({ name, value }) => (name === wanted ? [value] : []));
  const first = (name: string) => values(name)[0] || undefined;
  return {
    stream: first("x-pm-message-stream"),
    tags: values("x-pm-tag").filter((tag) => tag !== ""),
    metadata: readMetadata(headers),
    tracking: {
      opens: toBoolean(first("x-pm-trackopens")),
      links: toLinkMode(first("x-pm-tracklinks")),
    },
    keepsMessageId: toBoolean(first("x-pm-keepid")) ?? false,
    bounceType: first("x-pm-bounce-type"),
  };
}

function readMetadata(headers: readonly HeaderLine[]): Readonly<Record<string, string>> {
  const metadata = new Map<string, string>();
  for (const { name, value } of headers) {
    if (!name.toLowerCase().startsWith(metadataPrefix)) continue;
    const key = name.slice(metadataPrefix.length);
    // Postmark gives a repeated key "an incrementing suffix"; which, it does not document.
    let free = key;
    for (let n = 1; metadata.has(free); n += 1) free = `${key}_${n}`;
    metadata.set(free, value.trim());
  }
  return Object.fromEntries(metadata);
}

/** `true` and `false` in any case; anything else is not said. */
export function toBoolean(value: string | undefined): boolean | undefined {
  const lower = value?.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

/** One of Postmark's four ways to track links, in any case; anything else is not said. */
export function toLinkMode(value: string | undefined): TrackLinks | undefined {
  return linkModes.find((mode) => mode.toLowerCase() === value?.toLowerCase());
}
