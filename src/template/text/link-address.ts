import { getAttribute } from "../html/attributes.ts";
import type { VisibleElement } from "../html/visible-tree.ts";
import { findPlaceholders, protectPlaceholders, restorePlaceholders } from "./placeholders.ts";

/** Where a link leads. */
export interface LinkAddress {
  readonly kind: "url" | "mail" | "phone";
  /** As a reader would type it. Placeholders are as they were written. */
  readonly value: string;
}

/** Where a link leads; undefined where it leads nowhere. */
export function readAddress(link: VisibleElement): LinkAddress | undefined {
  // Spaces are not to be in an address, but in placeholders they are none of its own.
  const written = getAttribute(link.token, "href")?.trim();
  if (written === undefined || written === "" || written.startsWith("#")) {
    // `#{a}` is a placeholder.
    if (written === undefined || findPlaceholders(written)[0] === undefined) return undefined;
  }
  if (/^(?:javascript|data|vbscript):/i.test(written)) return undefined;
  const href = protectPlaceholders(written).replace(/\s/g, "%20");
  const [, scheme = "", address] =
    /^(mailto|tel|sms|callto):((?:\{\{[\s\S]*?\}\}|<%[\s\S]*?%>|[^?])+)/i.exec(href) ?? [];
  if (address === undefined) return { kind: "url", value: restorePlaceholders(href) };
  return {
    kind: /^mailto$/i.test(scheme) ? "mail" : "phone",
    value: restorePlaceholders(decodeAddress(address)),
  };
}

function decodeAddress(address: string): string {
  if (findPlaceholders(address).length > 0) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * What the text of a link says of its address: it `is` it, so that the address can stand in its
 * place; it `has` it, in a form that is to be left alone, such as a phone number with spaces; or
 * nothing.
 */
export function compareLabel(label: string, { kind, value }: LinkAddress): "is" | "has" | "other" {
  if (kind === "phone") return hasNumber(label, value) ? "has" : "other";
  if (kind === "mail") {
    return label.toLowerCase().includes(value.toLowerCase()) ? "has" : "other";
  }
  if (label === value || isSameUrl(label, value)) return "is";
  return hasWhole(label, value) ? "has" : "other";
}

/** Whether a text has an address, and nothing that would be taken for a part of it. */
export function hasWhole(text: string, address: string): boolean {
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
    // A letter is two units at most; what is further away does not matter.
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + address.length, at + address.length + 2);
    if (!/[\p{L}\p{N}_@/-]$/u.test(before) && !/^[\p{L}\p{N}_/@&=%-]/u.test(after)) return true;
  }
  return false;
}

/** Whether a text says a URL itself, be it in other letters, without scheme, `www.` or last slash. */
function isSameUrl(text: string, url: string): boolean {
  return bare(text) === bare(url) || bare(toAscii(text)) === bare(toAscii(url));
}

function bare(url: string): string {
  return url
    .replace(/[\s\u200b\u00ad]/g, "")
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

/** With letters of other scripts as a browser sends them. */
function toAscii(url: string): string {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(full) ? new URL(full).href : url;
}

/** Fewer digits than this are no telephone number. */
const shortestNumber = 3;

/**
 * Whether a text has a phone number, however it is grouped: with or without the code of its country,
 * and with the zero that some countries write instead.
 */
export function hasNumber(text: string, number: string): boolean {
  const wanted = digitsOf(number.replace(/[;,pw].*$/i, ""));
  if (wanted.length < shortestNumber) return false;
  const runs = text.match(/\+?\p{Nd}(?:[\p{Nd}\s().\u00a0\u2010-\u2015\u202f/+-]*\p{Nd})?/gu) ?? [];
  return runs.some((run) => {
    const given = digitsOf(run).replace(/^00/, "");
    if (given === wanted || given === wanted.replace(/^00/, "")) return true;
    const national = given.replace(/^0/, "");
    const isLong = Math.min(national.length, wanted.length) >= 7;
    return isLong && (wanted.endsWith(national) || given.endsWith(wanted.replace(/^0/, "")));
  });
}

/** The digits of a text as those of ASCII. */
function digitsOf(text: string): string {
  return text
    .replace(/\P{Nd}/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
      String((digit.charCodeAt(0) - (digit > "\uff00" ? 0xff10 : 0)) & 15),
    );
}
