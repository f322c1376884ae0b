import { randomBytes } from "node:crypto";
import { isSameToken } from "../../../src/inbox/http/same-token.ts";

/** Who may look: each code lets one device in, which then has a key of its own. */
export interface PhonePasses {
  /** A new code, in place of the one before. */
  newCode(): string;
  /** Spends a code. @returns the device's key; `undefined` when it is not the code, spent, or too old */
  spend(code: string): string | undefined;
  /** Whether a device's key is one that was given. */
  knows(key: string): boolean;
  /** How many devices were let in. */
  readonly devices: number;
  /** No code and no key is worth anything any more. */
  revoke(): void;
}

/** For how long a code can be used, ms. */
export const codeMs = 10 * 60 * 1000;

/** Creates passes that no one has yet. @param now ms */
export function createPhonePasses(now: () => number): PhonePasses {
  let code: { readonly text: string; readonly until: number } | undefined;
  const keys = new Set<string>();
  const newSecret = () => randomBytes(16).toString("base64url");
  return {
    newCode() {
      code = { text: newSecret(), until: now() + codeMs };
      return code.text;
    },
    spend(given) {
      if (!code || now() > code.until || !isSameToken(given, code.text)) return undefined;
      code = undefined;
      const key = newSecret();
      keys.add(key);
      return key;
    },
    knows: (given) => [...keys].some((key) => isSameToken(given, key)),
    get devices() {
      return keys.size;
    },
    revoke() {
      code = undefined;
      keys.clear();
    },
  };
}
