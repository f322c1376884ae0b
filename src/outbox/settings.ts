import { type Clock, systemClock } from "../clock.ts";
import type { Sender } from "../sender/sender.ts";
import type { SuppressionLookup } from "../webhook/suppressions/suppression-store.ts";
import type { OutboxEvent } from "./outbox-event.ts";
import type { MessageSearch, OutboxOptions } from "./outbox-options.ts";
import { createSeal, type Seal } from "./seal.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** The options of an outbox with every default filled in. */
export interface OutboxSettings {
  readonly senders: ReadonlyMap<string, Sender>;
  readonly search: MessageSearch | undefined;
  readonly lookAfterMs: readonly number[];
  readonly onUncertain: "hold" | "resend";
  /** `undefined`: the suppressions of the same database; `false`: none. */
  readonly suppressions: SuppressionLookup | false | undefined;
  readonly seal: Seal;
  readonly maxConnections: number;
  readonly connectionScope: "everywhere" | "host";
  readonly maxPerSecond: number | undefined;
  readonly bodiesMs: number;
  readonly rowsMs: number;
  readonly retryAfterMs: readonly number[];
  readonly maxAttempts: number;
  readonly probeAfterMs: number;
  readonly emit: (event: OutboxEvent) => void;
  readonly clock: Clock;
}

/**
 * Reads the options of an outbox.
 *
 * @throws {TypeError | RangeError} that names the option, what was expected and what came
 */
export function readSettings(options: OutboxOptions): OutboxSettings {
  const { limits = {}, retention = {}, encryptionKey = [] } = options;
  const positive = (name: string, value: number) => {
    if (Number.isFinite(value) && value > 0) return value;
    throw new RangeError(`Option '${name}' is ${value}; give a number above 0`);
  };
  const delays = (name: string, values: readonly number[]) => {
    if (values.length > 0) return values.map((value) => positive(name, value));
    throw new RangeError(`Option '${name}' is empty; give at least one number of milliseconds`);
  };
  const { maxPerSecond, maxConnections = 10, connectionScope = "everywhere" } = limits;
  if (typeof options.url !== "string" || !/^(postgres(ql)?:|embedded:.)/.test(options.url)) {
    throw new TypeError(
      "Option 'url' is no address of a database; give postgres://…, or embedded: and a folder",
    );
  }
  return {
    senders: readSenders(options),
    search: options.search,
    lookAfterMs: delays("lookAfterMs", options.lookAfterMs ?? [30_000, 2 * minute, 10 * minute]),
    onUncertain: options.onUncertain ?? "hold",
    suppressions: options.suppressions,
    seal: createSeal(typeof encryptionKey === "string" ? [encryptionKey] : encryptionKey),
    maxConnections: Math.floor(positive("limits.maxConnections", maxConnections)),
    connectionScope,
    maxPerSecond:
      maxPerSecond === undefined ? undefined : positive("limits.maxPerSecond", maxPerSecond),
    bodiesMs: positive("retention.bodiesMs", retention.bodiesMs ?? 7 * day),
    rowsMs: positive("retention.rowsMs", retention.rowsMs ?? 45 * day),
    retryAfterMs: delays(
      "retryAfterMs",
      options.retryAfterMs ?? [10_000, minute, 5 * minute, 20 * minute, 60 * minute],
    ),
    maxAttempts: positive("maxAttempts", options.maxAttempts ?? 20),
    probeAfterMs: positive("probeAfterMs", options.probeAfterMs ?? 2_000),
    emit: (event) => tell(options.onEvent, event),
    clock: options.clock ?? systemClock,
  };
}

function readSenders({ sender, senders }: OutboxOptions): ReadonlyMap<string, Sender> {
  if ((sender === undefined) === (senders === undefined)) {
    throw new TypeError("Give exactly one of the options 'sender' and 'senders'");
  }
  const named = new Map(Object.entries(senders ?? { default: sender as Sender }));
  if (named.size === 0) throw new TypeError("Option 'senders' is empty; give at least one sender");
  for (const [name, each] of named) {
    if (each.transport?.compose && each.transport.deliverComposed) continue;
    throw new TypeError(
      `The sender "${name}" has a transport that cannot compose a message now and deliver it later; use createPostmarkTransport, or give yours 'compose' and 'deliverComposed'`,
    );
  }
  return named;
}

function tell(listener: OutboxOptions["onEvent"], event: OutboxEvent): void {
  try {
    listener?.(event);
  } catch (error) {
    process.emitWarning(`The outbox's 'onEvent' threw: ${String(error)}`, {
      type: "LetterpressWarning",
      code: "LETTERPRESS_ON_EVENT",
    });
  }
}
