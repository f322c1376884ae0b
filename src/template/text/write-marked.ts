import type { VisibleElement } from "../html/visible-tree.ts";
import type { TextFlow } from "./flow.ts";
import type { WriteContext } from "./writer.ts";

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("0123456789+-−", (digit, index) => [digit, Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")[index] ?? ""]),
);

/** What has a power: a number, or a unit of length. */
const base = /(?:\p{N}|(?:^|[\s\p{N}/])(?:[kcdmµn]?m|ft|in|yd|mi|s))$/u;
const amountBefore = /\p{Sc}\s?\p{N}[\p{N}.,’' ]*$/u;

/**
 * Writes a superscript so that it can be told from what it stands on: a reference as `[1]`, a power
 * as `m²`, the cents of a price behind a point. Letters, as in `1st` and `Shop™`, stay as they are.
 */
export function writeSuperscript(
  element: VisibleElement,
  flow: TextFlow,
  context: WriteContext,
): void {
  const mark = flow.mark();
  const before = flow.currentText;
  context.write(element.children, flow, context);
  const text = flow.textSince(mark);
  if (text === undefined || !/^[\p{Nd}+−-][\p{Nd}, –+−-]*$/u.test(text)) return;
  flow.replaceSince(mark, markSuperscript(text, before));
}

/**
 * How a superscript of digits is written.
 *
 * @param before the line that it stands on
 */
export function markSuperscript(text: string, before: string): string {
  if (/^\p{Nd}{2}$/u.test(text) && amountBefore.test(before)) return `.${text}`;
  if (base.test(before)) {
    const raised = Array.from(text, (digit) => superscripts[digit]);
    if (raised.every((digit) => digit !== undefined)) return raised.join("");
  }
  return `[${text}]`;
}

/** Whether an element is a superscript, by its name or its style. */
export function isSuperscript({ name, token }: VisibleElement): boolean {
  const { raw } = token;
  return (
    name === "sup" || (raw.includes("vertical-align") && /vertical-align\s*:\s*super/i.test(raw))
  );
}

/** Whether an element strikes its text out, by its name or its style. */
export function isStruckOut({ name, token }: VisibleElement): boolean {
  const { raw } = token;
  return (
    name === "s" ||
    name === "del" ||
    name === "strike" ||
    (raw.includes("line-through") && /text-decoration[^;"]*line-through/i.test(raw))
  );
}

/** Writes what is struck out, such as a former price, between tildes: `~$20.00~ $15.00`. */
export function writeStruckOut(
  element: VisibleElement,
  flow: TextFlow,
  context: WriteContext,
): void {
  const mark = flow.mark();
  context.write(element.children, flow, context);
  const text = flow.textSince(mark);
  if (text && !/^~.*~$/.test(text)) flow.replaceSince(mark, `~${text}~`);
}
