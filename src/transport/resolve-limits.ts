import { type Clock, systemClock } from "../clock.ts";
import type { CommonTransportOptions } from "./postmark-options.ts";
import type { DialogueLine, TransportEvent } from "./transport-event.ts";

/** Connections above this go against Postmark's advice. @see https://postmarkapp.com/support/article/do-we-have-rate-limits-for-smtp */
export const recommendedConnections = 10;

/** A day: longer than anyone waits, and a few of them together still fit into a timer of Node. */
const longestMs = 86_400_000;

/** How much, how long and how often, resolved from the options. */
export interface TransportLimits {
  readonly maxConnections: number;
  readonly maxMessagesPerConnection: number;
  readonly idleTimeoutMs: number;
  readonly timeoutMs: number;
  readonly finalDotTimeoutMs: number;
  readonly retries: number;
  /** `undefined`: no limit. */
  readonly maxMessagesPerSecond: number | undefined;
  readonly closeGraceMs: number;
  readonly onEvent: ((event: TransportEvent) => void) | undefined;
  readonly onDialogue: ((line: DialogueLine) => void) | undefined;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Fills in the defaults and checks the ranges.
 *
 * @throws {RangeError} that names the option, its range and what came
 */
export function resolveLimits(options: CommonTransportOptions): TransportLimits {
  const whole = (name: NumberOption, fallback: number, min: number, max: number) =>
    readNumber(options, name, fallback, min, max, true);
  return {
    maxConnections: whole("maxConnections", recommendedConnections, 1, 100),
    maxMessagesPerConnection: whole("maxMessagesPerConnection", 1000, 1, Number.MAX_SAFE_INTEGER),
    idleTimeoutMs: whole("idleTimeoutMs", 60_000, 0, longestMs),
    timeoutMs: whole("timeoutMs", 10_000, 1, longestMs),
    finalDotTimeoutMs: whole("finalDotTimeoutMs", 600_000, 1, longestMs),
    retries: whole("retries", 3, 0, 20),
    maxMessagesPerSecond:
      options.maxMessagesPerSecond === undefined
        ? undefined
        : readNumber(options, "maxMessagesPerSecond", 0, 0.001, 1_000_000, false),
    closeGraceMs: whole("closeGraceMs", 30_000, 0, longestMs),
    onEvent: options.onEvent,
    onDialogue: options.onDialogue,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

type NumberOption = {
  [Key in keyof CommonTransportOptions]-?: number extends CommonTransportOptions[Key] ? Key : never;
}[keyof CommonTransportOptions];

function readNumber(
  options: CommonTransportOptions,
  name: NumberOption,
  fallback: number,
  min: number,
  max: number,
  isWhole: boolean,
): number {
  const value = options[name] ?? fallback;
  if (typeof value === "number" && value >= min && value <= max) {
    if (!isWhole || Number.isInteger(value)) return value;
  }
  const kind = isWhole ? "a whole number" : "a number";
  throw new RangeError(`Option '${name}' must be ${kind} from ${min} to ${max}; it is ${value}`);
}
