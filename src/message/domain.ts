import { domainToASCII, domainToUnicode } from "node:url";
import { maxDomainLabelLength } from "./limits.ts";

/** A domain in its ASCII form, or what is wrong with it. */
export type ParsedDomain =
  | { readonly domain: string; readonly problem?: undefined }
  | { readonly domain?: undefined; readonly problem: string };

const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Checks a domain name and writes it in ASCII: lower case, internationalised labels as punycode
 * (RFC 5891). Address literals and single labels are refused: Postmark delivers to neither.
 */
export function parseDomain(text: string): ParsedDomain {
  if (text === "") return { problem: "has no domain after '@'; write name@example.com" };
  if (text.startsWith("[")) {
    return { problem: "has an IP address for a domain; name a host instead" };
  }
  // domainToASCII decodes percent signs and strips invisible characters: only names may reach it.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) {
    return { problem: "has a domain with characters that no domain has; write name@example.com" };
  }
  const domain = domainToASCII(text);
  if (domain === "" || domain.split(".").some(isUndecodable)) {
    return {
      problem: "has a domain that cannot be written in ASCII (punycode); check its spelling",
    };
  }
  const labels = domain.split(".");
  if (labels.length < 2) {
    return { problem: "has a domain without a dot; write it in full, such as example.com" };
  }
  if (labels.some((part) => !label.test(part) || part.length > maxDomainLabelLength)) {
    return {
      problem: `has a malformed domain; its parts are 1 to ${maxDomainLabelLength} letters, digits and inner hyphens`,
    };
  }
  if (/^\d+$/.test(labels.at(-1) ?? "")) {
    return { problem: "has an IP address for a domain; name a host instead" };
  }
  return { domain };
}

/** From Node 24 on, `domainToASCII` lets pass what is in ASCII but decodes to nothing. */
function isUndecodable(part: string): boolean {
  return part.startsWith("xn--") && domainToUnicode(part).startsWith("xn--");
}
