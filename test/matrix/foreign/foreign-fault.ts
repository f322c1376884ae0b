import type { UrlOptions } from "letterpress";
import type { Told } from "../tally.ts";

/** A foreign server with a fault, running. */
export interface ForeignServer {
  /** `smtp://127.0.0.1:port`, with a login where it wants one. */
  readonly url: string;
  /** Message-IDs of what it took, as often as it took them, once it is done with what it was given. */
  taken(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** A fault of a foreign server. */
export interface ForeignFault {
  readonly name: string;
  readonly start: () => Promise<ForeignServer>;
  /** What the caller is told of a message by its number; `any` where more than one answer is true. */
  readonly expected: (n: number) => Told | "any";
  /** What stands in the error of every message that was not sent. @default anything */
  readonly says?: RegExp;
  /** What the transport is told beside the URL. */
  readonly transport?: Omit<Partial<UrlOptions>, "url">;
}

/** A kind of foreign server. */
export interface ForeignKind {
  /** Program and package. */
  readonly name: string;
  readonly faults: readonly ForeignFault[];
}

/** The sender's address of a message: what a server can tell messages apart by. */
export function senderOf(cell: number, n: number): string {
  return `c${cell}-${n}@shop.example`;
}

/** Thirty in a hundred, the first among them; the servers go by the last digit too. */
export function isStruck(n: number): boolean {
  return [0, 3, 7].includes(n % 10);
}

/** What all are told. */
export function all(told: Told | "any"): (n: number) => Told | "any" {
  return () => told;
}

/** What those that the fault is for are told, while the others are sent. */
export function struck(told: Told | "any"): (n: number) => Told | "any" {
  return (n) => (isStruck(n) ? told : "sent");
}

/** The same where patience is short: on a busy machine the others may run out of it too. */
export function struckOrLate(told: Told): (n: number) => Told | "any" {
  return (n) => (isStruck(n) ? told : "any");
}
