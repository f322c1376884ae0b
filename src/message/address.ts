import { hasControlCharacter, holdsEncodedWordOpener } from "./characters.ts";
import { parseDomain } from "./domain.ts";
import { maxAddressLength, maxLineLength, maxLocalPartLength } from "./limits.ts";
import type { Address, AddressInput } from "./message.ts";

/** One address, or what is wrong with it, as it follows the field's name. */
export type ParsedAddress =
  | { readonly address: Address; readonly problem?: undefined }
  | { readonly address?: undefined; readonly problem: string };

/** Two or more addresses could be meant. */
const listProblem =
  "holds ',' or ';': a string is one address; pass a list as an array, and put a name that has a comma in quotes";

const quotedString = /"(?:[^"\\]|\\.)*"/gu;
const quotedName = /^("(?:[^"\\]|\\.)*")\s*<([^<>]*)>$/u;
const plainName = /^([^<>"]*)<([^<>]*)>$/u;
/** RFC 5322 §3.2.3 `dot-atom`. */
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** The same with dots anywhere. */
const atomsAndDots = /^[\w!#$%&'*+/=?^`{|}~.-]+$/;
/** A local part in quotes, where they hold nothing that could be read as the end of it. */
const quotedLocalPart = /^"([\w!#$%&'*+/=?^`{|}~.-]+)"@/;

/**
 * Reads one mailbox strictly: `local@domain` or `Name <local@domain>` (RFC 5322 §3.4), or an
 * object. A string that could be read as several addresses is refused, never split, because a list
 * that slips in with a user's input is how mail gets copied to a stranger. Comments and groups are
 * refused too: almost no one has one and parsers disagree on them. Quotes before the `@` may hold
 * dots where others may not stand, as in `"ada."@example.com`, and nothing else unusual.
 *
 * @returns the address with its domain in ASCII, or the problem; never throws
 */
export function parseAddress(input: AddressInput): ParsedAddress {
  if (typeof input === "string") return parseText(input);
  if (typeof input !== "object" || input === null || typeof input.address !== "string") {
    return { problem: "is not an address; write a string or { name, address }" };
  }
  if (input.name !== undefined && typeof input.name !== "string") {
    return { problem: "has a name that is not a string" };
  }
  return build(input.name, input.address);
}

function parseText(input: string): ParsedAddress {
  const problem = problemOfLine(input);
  if (problem) return { problem };
  const text = input.trim();
  const unquoted = text.replace(quotedString, "");
  if (/[,;]/.test(unquoted)) return { problem: listProblem };
  if (unquoted.includes(":")) {
    return { problem: "holds ':': groups and 'mailto:' are not taken; write only the address" };
  }
  const quoted = quotedName.exec(text);
  if (quoted) return build(unquote(quoted[1] ?? ""), quoted[2] ?? "");
  const plain = plainName.exec(text);
  if (!plain) return build(undefined, text);
  const [, name = "", address = ""] = plain;
  if (name.includes("@")) {
    return { problem: "has a name that holds '@'; put the name in quotes" };
  }
  return build(name, address);
}

function build(name: string | undefined, text: string): ParsedAddress {
  const nameProblem = name === undefined ? undefined : problemOfLine(name);
  if (nameProblem) return { problem: nameProblem };
  const addressProblem = problemOfLine(text);
  if (addressProblem) return { problem: addressProblem };
  const spec = parseSpec(text.trim());
  if (spec.problem !== undefined) return spec;
  const trimmed = name?.trim();
  return {
    address: trimmed ? { name: trimmed, address: spec.address } : { address: spec.address },
  };
}

/** Reads `local@domain`. */
function parseSpec(
  text: string,
): { readonly address: string; readonly problem?: undefined } | { readonly problem: string } {
  if (text === "") return { problem: "is empty; write name@example.com" };
  if (/[<>]/.test(text))
    return { problem: "has a stray '<' or '>'; write Name <name@example.com>" };
  const quoted = quotedLocalPart.exec(text);
  if (text.startsWith('"') && !quoted) {
    return {
      problem:
        "has a quoted local part with a character that is not taken there; quotes are for misplaced dots alone",
    };
  }
  if (/[,;]/.test(text)) return { problem: listProblem };
  const at = text.indexOf("@");
  if (at < 0) return { problem: "has no '@'; write name@example.com" };
  if (text.includes("@", at + 1)) return { problem: "has more than one '@'; write one address" };
  const local = text.slice(0, at);
  const bare = quoted?.[1] ?? local;
  const problem = quoted ? problemOfLength(bare) : problemOfLocalPart(local);
  if (problem) return { problem };
  const parsed = parseDomain(text.slice(at + 1));
  if (parsed.problem !== undefined) return parsed;
  // Quotes that are not needed are not part of the mailbox's name (RFC 5321 §4.1.2).
  const address = `${quoted && !dotAtom.test(bare) ? local : bare}@${parsed.domain}`;
  if (address.length > maxAddressLength) {
    return { problem: `is longer than ${maxAddressLength} octets; no mail server takes it` };
  }
  return { address };
}

function problemOfLocalPart(local: string): string | undefined {
  if (local === "") return "has nothing before '@'; write name@example.com";
  if (/\P{ASCII}/u.test(local)) {
    return "has a part before '@' that is not ASCII, which Postmark cannot deliver to; use an ASCII address";
  }
  if (atomsAndDots.test(local) && !dotAtom.test(local)) {
    return `has a misplaced dot before '@'; if the mailbox is named so, put that part in quotes: "name."@example.com`;
  }
  if (!dotAtom.test(local)) {
    return "has a part before '@' with a space or another character that may not stand there";
  }
  return problemOfLength(local);
}

/** @param local the local part without quotes */
function problemOfLength(local: string): string | undefined {
  if (holdsEncodedWordOpener(local)) {
    return "has '=?' before '@', which begins an encoded word: some mail programs would show another address; use an address without it";
  }
  if (local.length > maxLocalPartLength) {
    return `has more than ${maxLocalPartLength} octets before '@'; no mail server takes it`;
  }
  return undefined;
}

/** What forbids text from standing in an address header, whatever its form. */
function problemOfLine(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return "holds a line break; an address is one line";
  if (hasControlCharacter(text)) return "holds a control character; remove it";
  if (text.length > maxLineLength) return `is longer than ${maxLineLength} characters; shorten it`;
  return undefined;
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gu, "$1");
}

/** An address as people write it: `Ada <ada@example.com>`, the name in quotes where it needs them. */
export function formatAddress({ name, address }: Address): string {
  if (!name) return address;
  const plain = /^[^"(),.:;<>@[\\\]]*$/u.test(name);
  return `${plain ? name : `"${name.replace(/["\\]/g, "\\$&")}"`} <${address}>`;
}
