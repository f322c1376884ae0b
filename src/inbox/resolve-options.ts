import { type Clock, systemClock } from "../clock.ts";
import type { InboxCredential, InboxOptions } from "./inbox-options.ts";
import type { BounceRule } from "./postmark/outcomes.ts";
import { resolveStreams, type Streams } from "./postmark/streams.ts";
import { toWebhook } from "./webhooks/resolve-webhook.ts";
import type { InboxWebhook } from "./webhooks/webhook-options.ts";

/** Where the preview's inbox listens. */
const defaultPort = 2525;
const defaultMaxMessages = 10_000;
const defaultMaxBytes = 256 * 1024 * 1024;
/** What Postmark's SMTP server announced as SIZE. */
const defaultMaxMessageBytes = 20_480_000;
const defaultMaxAgeMs = 30 * 24 * 60 * 60 * 1000;
const highestPort = 65_535;
const minuteMs = 60_000;

/** Options with their defaults filled in. */
export interface ResolvedInboxOptions {
  readonly port: number;
  readonly maxMessages: number;
  readonly maxBytes: number;
  readonly maxMessageBytes: number;
  /** `Infinity`: forever. */
  readonly maxAgeMs: number;
  /** `undefined`: in memory. */
  readonly folder: string | undefined;
  readonly mode: "lenient" | "strict";
  readonly credentials: readonly InboxCredential[];
  readonly accountToken: string | undefined;
  /** In lower case; `undefined` when any sender will do. */
  readonly verifiedSenders: readonly string[] | undefined;
  readonly streams: Streams;
  readonly startTls: boolean;
  readonly webhooks: readonly InboxWebhook[];
  readonly webhookMinuteMs: number;
  readonly webhookTimeoutMs: number;
  readonly bounceRules: readonly BounceRule[];
  readonly clock: Clock;
}

/**
 * Fills in defaults.
 *
 * @throws {RangeError} that names the option, what was expected and what came
 * @throws {TypeError} when strict mode has no credentials
 */
export function resolveInboxOptions(options: InboxOptions): ResolvedInboxOptions {
  const { mode = "lenient", credentials = [] } = options;
  if (mode === "strict" && credentials.length === 0) {
    throw new TypeError(
      "Cannot create the inbox: strict mode needs 'credentials', such as [{ serverToken }]",
    );
  }
  const maxBytes = integer("maxBytes", options.maxBytes ?? defaultMaxBytes, 1);
  const maxMessageBytes = options.maxMessageBytes ?? Math.min(defaultMaxMessageBytes, maxBytes);
  return {
    port: integer("port", options.port ?? defaultPort, 0, highestPort),
    maxMessages: integer("maxMessages", options.maxMessages ?? defaultMaxMessages, 1),
    maxBytes,
    // One message never takes more than all of them may.
    maxMessageBytes: integer("maxMessageBytes", maxMessageBytes, 1, maxBytes),
    maxAgeMs: maxAge(options),
    folder: options.folder,
    mode,
    credentials,
    accountToken: options.accountToken,
    verifiedSenders: options.verifiedSenders?.map((sender) => sender.toLowerCase()),
    streams: resolveStreams(options.streams),
    startTls: options.startTls ?? true,
    webhooks: (options.webhooks ?? []).map(toWebhook),
    webhookMinuteMs: integer("webhookMinuteMs", options.webhookMinuteMs ?? minuteMs, 0, minuteMs),
    webhookTimeoutMs: integer("webhookTimeoutMs", options.webhookTimeoutMs ?? 30_000, 1),
    bounceRules: options.bounces ?? [],
    clock: options.clock ?? systemClock,
  };
}

function maxAge({ maxAgeMs, folder }: InboxOptions): number {
  const age = maxAgeMs ?? (folder === undefined ? Infinity : defaultMaxAgeMs);
  if (age > 0) return age;
  throw new RangeError(
    `Cannot create the inbox: 'maxAgeMs' must be a number above 0, got ${maxAgeMs}`,
  );
}

function integer(name: string, value: number, min: number, max = Number.MAX_SAFE_INTEGER): number {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`;
  throw new RangeError(
    `Cannot create the inbox: '${name}' must be an integer ${range}, got ${value}`,
  );
}
