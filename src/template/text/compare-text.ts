import type { Token } from "../html/token.ts";
import { tokenize } from "../html/tokenize.ts";
import { buildVisibleTree } from "../html/visible-tree.ts";
import { plainCharacters } from "./characters.ts";
import { hasNumber, hasWhole, type LinkAddress } from "./link-address.ts";
import { findPlaceholders } from "./placeholders.ts";
import { readShown, type Shown } from "./read-shown.ts";
import { markSuperscript } from "./write-marked.ts";

/** Something that a reader of the HTML sees, and a reader of the text does not. */
export interface MissingFromText {
  /**
   * `link`: an address that is not there, or glued to a word. `code` and `amount`: a word with a
   * figure, a phone number, a price. `placeholder`: what another program fills in, changed in any
   * octet. `image`: an alternative text. `superscript` and `struck-out`: it is there, but cannot be
   * told from the text around it. `paragraph`: it runs on behind the one before. `rule`: a line
   * across.
   */
  readonly kind:
    | "link"
    | "code"
    | "amount"
    | "placeholder"
    | "image"
    | "superscript"
    | "struck-out"
    | "paragraph"
    | "rule";
  /** As it is written in the HTML; of a link its address. */
  readonly value: string;
}

/** A word with a figure in it: order numbers, dates, quantities, one-time codes. */
const figure = /\p{N}/u;
const surroundings = /^[("'“‘[{<>]+|[)"'”’\]}>.,;:!?…]+$/g;
/** A number beside a currency's sign or code, with whatever space their language puts between. */
const number = "\\p{N}+(?:[.,'’]\\p{N}+| \\p{N}{3}(?!\\p{N}))*";
const amount = new RegExp(
  `(?:\\p{Sc}|\\b[A-Z]{3}) ?[-−]?${number}|${number} ?(?:\\p{Sc}|[A-Z]{3}\\b)`,
  "gu",
);
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ruleLine = /^[>\s]*(?:[-–—_=*·.~]\s*){3,}$/;

/**
 * Compares a text part with the HTML it stands beside: what the HTML shows of links, codes, amounts
 * and the like has to be in the text, as often as it is shown and so that it can be told. What is
 * marked for the HTML alone is not looked for.
 *
 * @returns what is missing, each once; empty when the text says it all
 */
export function compareTextWithHtml(html: string, text: string): readonly MissingFromText[] {
  return compareTextWithTokens(tokenize(html), text);
}

/** The same for HTML that was tokenised already. */
export function compareTextWithTokens(
  tokens: readonly Token[],
  text: string,
): readonly MissingFromText[] {
  const tree = buildVisibleTree({ tokens: [...tokens] }, { htmlOnly: "leave-out" });
  const shown = readShown(tree);
  // Line by line: what ends one block is no part of what begins the next.
  const seen = shown.text.split("\n").map(normalize).join("\n");
  const given = normalize(text);
  const words = seen
    .split(/\s+/)
    .filter((word) => figure.test(word))
    .map((word) => word.replace(surroundings, ""));
  const codes = [...shown.codes.map(normalize), ...words].filter((code) => code !== "");
  const placeholders = [shown.text, ...shown.links.map(({ value }) => value)].flatMap(
    findPlaceholders,
  );
  return [
    ...tell(
      "link",
      shown.links.filter((link) => !hasLink(given, link)).map(({ value }) => value),
    ),
    ...tell("amount", findScarce(seen.match(amount) ?? [], seen, given)),
    ...tell("code", findScarce(codes, seen, given)),
    ...tell(
      "placeholder",
      placeholders.filter((placeholder) => !text.includes(placeholder)),
    ),
    ...tell(
      "image",
      shown.images.filter((image) => !hasWords(given, image)),
    ),
    ...tell("superscript", findPlainSuperscripts(shown, given)),
    ...tell(
      "struck-out",
      shown.struckOut.filter((struck) => !isMarkedAsStruck(given, normalize(struck))),
    ),
    ...tell("paragraph", findRunTogether(shown, text)),
    ...tell("rule", text.split("\n").filter(isRule).length < shown.rules ? ["<hr>"] : []),
  ];
}

function tell(kind: MissingFromText["kind"], values: readonly string[]): MissingFromText[] {
  return [...new Set(values)].map((value) => ({ kind, value }));
}

/** Values that one text has less often than another. */
function findScarce(values: readonly string[], seen: string, given: string): string[] {
  return [...new Set(values)].filter((value) => count(given, value) < count(seen, value));
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

function hasLink(given: string, { kind, value }: LinkAddress): boolean {
  const address = normalize(value);
  if (kind === "url") return hasWhole(given, address) || hasWhole(given, `${address}/`);
  return hasWords(given, address) || (kind === "phone" && hasNumber(given, address));
}

function hasWords(given: string, words: string): boolean {
  return given.toLowerCase().includes(normalize(words).toLowerCase());
}

function findPlainSuperscripts({ superscripts }: Shown, given: string): string[] {
  return superscripts
    .filter(({ text, before }) => {
      const forms = [markSuperscript(text, before), `[${text}]`, `(${text})`, `^${text}`];
      return !forms.some((form) => given.includes(form));
    })
    .map(({ text }) => text);
}

/** Whether it has tildes around it, or stands in parentheses. */
function isMarkedAsStruck(given: string, struck: string): boolean {
  return (given.match(/~[^~]+~|\([^()]+\)/g) ?? []).some((marked) => marked.includes(struck));
}

function findRunTogether({ paragraphs }: Shown, text: string): string[] {
  const lines = text.split("\n").map(normalize);
  return (
    paragraphs
      .map((pair) => pair.map(normalize))
      // A paragraph of nothing but invisible characters is none to a reader.
      .filter(([first, second]) => first !== "" && second !== "")
      .filter(([first, second]) => lines.some((line) => line.includes(`${first} ${second}`)))
      .map(([, second]) => second ?? "")
  );
}

function isRule(line: string): boolean {
  return ruleLine.test(line);
}

/** ASCII with single spaces, which most lines are: nothing to change. */
const plain = /^[!-~]*(?: [!-~]+)*$/;

function normalize(text: string): string {
  if (plain.test(text)) return text;
  return plainCharacters(text)
    .replace(directionMarks, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
