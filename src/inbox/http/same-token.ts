import { createHash, timingSafeEqual } from "node:crypto";

/** Whether two tokens are one, compared in constant time, whatever their lengths. */
export function isSameToken(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
