import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { writePhoneNotice } from "./phone-page.ts";

/** What allows a page's own script and style; a new one for each answer. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/** What every answer to a phone says; with a nonce, of a page with a script. */
export function phoneHeaders(nonce?: string): Record<string, string> {
  const own =
    nonce === undefined ? [] : [`script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`];
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-security-policy": [
      ...["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
      ...["frame-src 'self'", "connect-src 'self'", ...own],
    ].join("; "),
  };
}

/** Writes a sentence in place of an email. */
export function notice(response: ServerResponse, status: number, message: string): void {
  const nonce = newNonce();
  if (response.headersSent) response.destroy();
  else response.writeHead(status, phoneHeaders(nonce)).end(writePhoneNotice(message, nonce));
}
