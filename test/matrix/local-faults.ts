import type { Fault, FaultAction, FaultFacts, FaultStage } from "letterpress/inbox";
import type { Told } from "./tally.ts";

/** What the caller of a struck message is told; `any` where two answers are both true. */
export type Expected = Told | "any";

/** A fault of the matrix. */
export interface LocalFault {
  readonly name: string;
  readonly stage: FaultStage;
  readonly action: FaultAction;
  /** Of a hundred messages, so many are struck; of one, that one. Of connections each so-manieth. @default 30 */
  readonly percent?: number;
  /** How often it strikes one message. @default always */
  readonly times?: number;
  readonly expected: Expected;
  /** Octets of the message. @default a few hundred */
  readonly bodyBytes?: number;
  /** Whether it is one that the sender meets by giving up after a while. */
  readonly isSilence?: boolean;
}

const never = { delayMs: Number.POSITIVE_INFINITY };
// Nobody needs more than a few to see what becomes of them.
const silence = { action: never, percent: 4, isSilence: true } as const;
const once = 1;

/** Everything that goes wrong in the matrix, in the order of the dialogue. */
export const localFaults: readonly LocalFault[] = [
  { name: "none", stage: "mail", action: {}, expected: "sent" },
  { name: "421", stage: "connect", action: { reply: 421 }, expected: "any" },
  { name: "554", stage: "connect", action: { reply: 554 }, expected: "any" },
  { name: "drop", stage: "connect", action: { drop: true }, expected: "any" },
  { name: "silence", stage: "connect", ...silence, expected: "any" },
  { name: "slow", stage: "connect", action: { delayMs: 10 }, expected: "sent" },
  { name: "slow", stage: "tls", action: { delayMs: 10 }, expected: "sent" },
  { name: "454", stage: "tls", action: { reply: 454 }, expected: "any" },
  { name: "drop", stage: "tls", action: { drop: true }, expected: "any" },
  { name: "garbage", stage: "tls", action: { garbage: true }, expected: "any" },
  { name: "421", stage: "auth", action: { reply: 421 }, expected: "any" },
  { name: "454", stage: "auth", action: { reply: 454 }, expected: "any" },
  { name: "535", stage: "auth", action: { reply: 535 }, expected: "any" },
  { name: "drop", stage: "auth", action: { drop: true }, expected: "any" },
  { name: "slow", stage: "auth", action: { delayMs: 10 }, expected: "sent" },
  ...(["mail", "rcpt", "data"] as const).flatMap((stage): LocalFault[] => [
    { name: "421 once", stage, action: { reply: 421 }, times: once, expected: "sent" },
    { name: "450 once", stage, action: { reply: 450 }, times: once, expected: "sent" },
    { name: "550", stage, action: { reply: 550 }, expected: "not-sent" },
    { name: "drop once", stage, action: { drop: true }, times: once, expected: "sent" },
    { name: "silence", stage, ...silence, expected: "any" },
  ]),
  { name: "450 always", stage: "rcpt", action: { reply: 450 }, expected: "not-sent" },
  { name: "drop always", stage: "data", action: { drop: true }, expected: "not-sent" },
  { name: "slow", stage: "rcpt", action: { delayMs: 10 }, expected: "sent" },
  // The dot is written with the rest of a small message, so nobody can tell where it ended.
  { name: "drop", stage: "body", action: { drop: true }, expected: "unknown" },
  {
    name: "drop, large",
    stage: "body",
    action: { drop: true },
    bodyBytes: 150_000,
    expected: "any",
  },
  { name: "421 once", stage: "final-dot", action: { reply: 421 }, times: once, expected: "sent" },
  { name: "451 once", stage: "final-dot", action: { reply: 451 }, times: once, expected: "sent" },
  { name: "451 always", stage: "final-dot", action: { reply: 451 }, expected: "not-sent" },
  { name: "552", stage: "final-dot", action: { reply: 552 }, expected: "not-sent" },
  { name: "drop, kept", stage: "final-dot", action: { drop: true }, expected: "unknown" },
  {
    ...{ name: "drop, lost", stage: "final-dot", action: { drop: true, stored: false } },
    expected: "unknown",
  },
  { name: "silence, kept", stage: "final-dot", ...silence, expected: "any" },
  {
    ...{ name: "silence, lost", stage: "final-dot", ...silence },
    ...{ action: { ...never, stored: false }, expected: "any" },
  },
  { name: "slow", stage: "final-dot", action: { delayMs: 10 }, expected: "sent" },
];

/** Whether the message of a number is one that the fault is for. */
export function isMarked({ percent = 30 }: LocalFault, n: number): boolean {
  return (n * 37) % 100 < percent;
}

/** The fault as a rule of the inbox. @returns `struck` too, which counts */
export function toRule(fault: LocalFault): { readonly rule: Fault; readonly struck: () => number } {
  const { stage, action, times = Number.POSITIVE_INFINITY, percent = 30 } = fault;
  const timesByNumber = new Map<number, number>();
  let connections = 0;
  let struck = 0;
  const strikes = (facts: FaultFacts): boolean => {
    const n = numberOf(facts);
    if (n === undefined) return connections++ % Math.round(100 / percent) === 0;
    const before = timesByNumber.get(n) ?? 0;
    timesByNumber.set(n, before + 1);
    return isMarked(fault, n) && before < times;
  };
  const decide = (facts: FaultFacts): boolean => {
    const isStruck = strikes(facts);
    if (isStruck) struck += 1;
    return isStruck;
  };
  return { rule: { when: { stage, if: decide }, do: action }, struck: () => struck };
}

/** The sender's address tells the number, from MAIL on. */
function numberOf({ from }: FaultFacts): number | undefined {
  const match = /^shop-(\d+)@/.exec(from);
  return match ? Number(match[1]) : undefined;
}
