import { decodeHTML, decodeHTMLAttribute } from "entities/decode";

/** Text with its character references resolved. */
export function decodeText(raw: string): string {
  return raw.includes("&") ? decodeHTML(raw) : raw;
}

/** An attribute's value with its character references resolved: `?a=1&copy=2` has none. */
export function decodeAttribute(raw: string): string {
  return raw.includes("&") ? decodeHTMLAttribute(raw) : raw;
}
